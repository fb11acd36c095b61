"""What holds for all tests: where the package and its generator are imported from, and what they inherit."""

import contextlib
import gc
import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import envoice
import pytest

from tests import inherited, layers, longest, measured_elsewhere, measuring, originals, package_under_test

ROOT = Path(__file__).parents[1]

# Processes that tests start run this checkout's own generator, whichever is installed.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT / "generator"), os.environ.get("PYTHONPATH")]))

# An installed package is tested as it was installed.
if Path(envoice.__file__).is_relative_to(ROOT / "generated"):
    originals.install()
    layers.install()

# Thousands of tests are many objects, and by default each collection of garbage looks at them again and again.
gc.set_threshold(50_000)


def pytest_addoption(parser):
    parser.addoption("--full", action="store_true", help="Run the whole of each matrix, not only what differs in kind.")
    parser.addoption(
        "--package",
        default=package_under_test.RUNTIME,
        help="The package that the tests of the runtime test (default: the runtime itself).",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    inherited.leave_behind()
    _forget_the_clock()
    measuring.install(config.pluginmanager, worker=hasattr(config, "workerinput"))
    package_under_test.install(config.getoption("--package"))
    # As pytest-cov says it, where that is not installed.
    config.addinivalue_line(
        "markers",
        "no_cover(processes=False): measure no coverage of this test, except in its processes where they are named.",
    )
    config.addinivalue_line(
        "markers", "full(reason): runs with --full only; the reason says what tests the same path without it."
    )


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector):
    if not isinstance(collector, (pytest.Module, pytest.Class)):
        return (yield)
    # Importing a module reaches what is measured; making thousands of items of it does not. An error comes again below.
    with contextlib.suppress(Exception, pytest.skip.Exception):
        _ = collector.obj
    with measuring.unmeasured():
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(config, items):
    with measuring.unmeasured():
        _choose(config, items)
        return (yield)


def _choose(config, items):
    measured_elsewhere.leave_out(items)
    only_full = [item for item in items if item.get_closest_marker("full")]
    if unreasoned := [item.nodeid for item in only_full if not item.get_closest_marker("full").kwargs.get("reason")]:
        raise pytest.UsageError(f"Say what tests the same path without --full, as reason=: {unreasoned[0]}")
    if only_full and not config.getoption("--full"):
        items[:] = [item for item in items if not item.get_closest_marker("full")]
        config.hook.pytest_deselected(items=only_full)
    longest.begin(items, getattr(config, "workerinput", {}).get("workercount", 0))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_setupnodes():
    measuring.leave_workers_to_the_plugin()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    marker = item.get_closest_marker("no_cover")
    if marker is None or marker.kwargs.get("processes"):
        return (yield)
    with measuring.children_unmeasured():
        return (yield)


def _forget_the_clock():
    """Have no test with chosen inputs fail because the machine is busy. It is imported before objects are set aside."""
    # The environment of the documentation's site has none.
    if find_spec("hypothesis"):
        hypothesis = import_module("hypothesis")
        slow = [hypothesis.HealthCheck.too_slow]
        hypothesis.settings.register_profile("untimed", deadline=None, suppress_health_check=slow)
        hypothesis.settings.load_profile("untimed")


@pytest.fixture(scope="module", autouse=True)
def only_new_objects_are_collected():
    """Set aside what there is, so that a test that collects what it left does not look through all of it."""
    gc.collect()
    gc.freeze()
