"""What follows from each package: its contract, the comparison of its document, its fake and its command line."""

import pytest

from sdkwright import contract
from tests.apis import projects
from tests.corpus.downstream import problems


@pytest.mark.parametrize("name", projects.NAMES)
def test_every_operation_keeps_the_contract(make, name):
    found = contract.run(make(name).project)
    assert found.findings == []
    assert found.unjudged.total() < found.judged.total()


@pytest.mark.parametrize("name", projects.NAMES)
def test_what_follows_from_a_package_takes_every_operation(make, monkeypatch, name):
    made = make(name)
    for variable, value in _variables(made.project).items():
        monkeypatch.setenv(variable, value)
    found = problems(contract.Package.of(made.project))
    # The hook of this project says that it cannot sign what a command reads while it sends it.
    assert [one for one in found if name != "toll_bridge" or "cannot be signed: give its bytes" not in one] == []


def _variables(project):
    names = [name for one in project.configuration.security for name in (one.variable, *one.variables.values())]
    return {name: "a-value" for name in names if name is not None}
