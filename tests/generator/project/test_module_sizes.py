"""A module that a person writes can be read in one sitting."""

from sdkwright.project import Project

ROOT = Project.find(__file__).root
# Lines of one module.
MOST = 400
# Those of the tests that were longer when they were first counted. None grows, and none comes to them.
LONG_TESTS = {
    "tests/apis/calls.py": 492,
    "tests/apis/test_boat_club.py": 590,
    "tests/apis/test_copy_shop.py": 559,
    "tests/envoice/sdk/test_download.py": 550,
    "tests/generator/cli/test_bad_input.py": 427,
    "tests/generator/diff/test_wire.py": 407,
    "tests/generator/normalise/test_naming.py": 978,
    "tests/generator/normalise/test_shapes.py": 486,
    "tests/generator/verify/test_judges.py": 443,
    "tests/runtime/core/test_auth.py": 655,
    "tests/runtime/core/test_client.py": 736,
    "tests/runtime/core/test_options.py": 450,
    "tests/runtime/pagination/test_pagination.py": 411,
    "tests/runtime/transports/test_faults_on_the_wire.py": 424,
    "tests/runtime/transports/test_pool.py": 474,
}


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


def test_no_module_of_the_tests_is_too_long():
    found = lengths("tests")
    assert len(found) > 200
    long = {name: lines for name, lines in found.items() if lines > LONG_TESTS.get(name, MOST)}
    assert long == {}
    assert {name for name in LONG_TESTS if found.get(name, 0) <= MOST} == set(), "take it off the list"
