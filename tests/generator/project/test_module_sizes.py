"""A module that a person writes can be read in one sitting."""

from sdkwright.project import Project

ROOT = Project.find(__file__).root
# Lines of one module.
MOST = 400
# A table, and no code.
TABLES = {"tests/apis/calls.py"}


def lengths(*folders):
    """The lines of every module below some folders that a person writes, by its path."""
    found = {}
    for folder in folders:
        for path in (ROOT / folder).rglob("*.py"):
            name = path.relative_to(ROOT).as_posix()
            if "/expected/" not in name:
                found[name] = path.read_bytes().count(b"\n")
    return found


def test_no_module_of_the_generator_the_runtime_and_the_overrides_is_too_long():
    found = lengths("generator", "overrides", "benchmarks", "examples")
    assert len(found) > 400
    assert {name: lines for name, lines in found.items() if lines > MOST} == {}


def test_no_module_that_tests_share_is_too_long():
    found = {name: lines for name, lines in lengths("tests").items() if not name.rpartition("/")[2].startswith("test_")}
    assert len(found) > 60
    assert {name for name, lines in found.items() if lines > MOST} == TABLES
