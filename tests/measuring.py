"""Leaves out of the coverage what other tests measure: a measured generation takes two and a half times as long."""

import contextlib
import os
from collections.abc import Iterator

import pytest

# What has coverage measure the processes that tests start.
_CHILDREN = "COVERAGE_PROCESS_CONFIG"
_plugins: list[pytest.PytestPluginManager] = []


def install(plugins: pytest.PytestPluginManager) -> None:
    """Know where the measurement is.

    Args:
        plugins: Those of this run.
    """
    _plugins[:] = [plugins]


@contextlib.contextmanager
def children_unmeasured() -> Iterator[None]:
    """Have the processes that are started meanwhile run without coverage."""
    kept = os.environ.pop(_CHILDREN, None)
    try:
        yield
    finally:
        if kept is not None:
            os.environ[_CHILDREN] = kept


@contextlib.contextmanager
def unmeasured() -> Iterator[None]:
    """Measure no coverage meanwhile, here and in the processes that are started."""
    plugin = _plugins[0].getplugin("_cov") if _plugins else None
    controller = getattr(plugin, "cov_controller", None)
    # Where it rests already, whoever stopped it goes on with it.
    if controller is not None and not controller.started:
        controller = None
    if controller is not None:
        controller.pause()
    try:
        with children_unmeasured():
            yield
    finally:
        if controller is not None:
            controller.resume()
