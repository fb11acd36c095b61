"""The check of complete types names what has none. `nox -s typing` runs it on `envoice`."""

import pytest

from tests.envoice.completeness import incomplete

COMPLETE = """
class Thing:
    def __init__(self, name: str) -> None:
        self.name: str = name.strip()
"""


@pytest.fixture
def judge(tmp_path):
    def run(text, *, typed=True):
        package = tmp_path / "thing"
        package.mkdir()
        (package / "__init__.py").write_text(text)
        if typed:
            (package / "py.typed").touch()
        return incomplete(tmp_path, "thing")

    return run


def test_complete_types_are_accepted(judge):
    found, number = judge(COMPLETE)
    assert found == []
    assert number >= 3


def test_a_type_that_is_only_inferred_is_named(judge):
    found, _ = judge(COMPLETE.replace("self.name: str =", "self.name ="))
    assert [line.split(":")[0] for line in found] == ["thing.Thing", "thing.Thing.name"]
    assert "missing type annotation" in found[1]


def test_a_missing_type_of_an_argument_is_named(judge):
    found, _ = judge(COMPLETE.replace("name: str)", "name)"))
    assert any(line.startswith("thing.Thing.__init__") for line in found)


def test_a_package_without_the_marker_is_not_taken_for_complete(judge):
    with pytest.raises(RuntimeError, match=r"py\.typed"):
        judge(COMPLETE, typed=False)
