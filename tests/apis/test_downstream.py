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
    assert problems(contract.Package.of(made.project)) == []


def _variables(project):
    return {scheme.variable: "a-value" for scheme in project.configuration.security}
