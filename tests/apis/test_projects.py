"""What the generator makes of each project is what was accepted, to the byte."""

import pytest

from tests.apis import projects


@pytest.mark.parametrize("name", projects.NAMES)
def test_the_generated_modules_are_those_that_were_accepted(make, name):
    made, accepted = projects.generated(make(name).project), projects.expected(name)
    assert [*made] == [*accepted], "accept what has changed: PYTHON tests/apis/accept.py"
    for module, content in made.items():
        assert content.decode() == accepted[module].decode(), f"{module}: accept it by PYTHON tests/apis/accept.py"
