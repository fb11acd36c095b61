"""Leaves out of the coverage what other tests measure: a measured generation takes two and a half times as long."""

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

# What has coverage measure the processes that tests start.
_CHILDREN = "COVERAGE_PROCESS_CONFIG"
_plugins: list[pytest.PytestPluginManager] = []


def install(plugins: pytest.PytestPluginManager, *, worker: bool) -> None:
    """Know where the measurement is, and have a worker measured once.

    A worker reads the options of the run, so that pytest-cov (7.1) begins to measure it as if it were the main process.
    It begins again as in a worker when the tests do, and only that can rest: the first would go on, and cost as much.

    Args:
        plugins: Those of this run.
        worker: Whether this process is a worker of the run.
    """
    _plugins[:] = [plugins]
    controller = _controller()
    if controller is not None:
        sys.settrace = _in_turn(sys.settrace)
    if worker and controller is not None:
        controller.pause()


def _in_turn(settrace: Callable[[Any], None]) -> Callable[[Any], None]:
    """Have threads that begin at once be traced in turn: Python refuses the second, and that thread never runs."""

    def patient(function: Any) -> None:
        for _ in range(1_000):
            try:
                return settrace(function)
            except RuntimeError:
                time.sleep(0)
        return settrace(function)

    return patient


def _controller() -> Any:
    return getattr(_plugins[0].getplugin("_cov") if _plugins else None, "cov_controller", None)


def leave_workers_to_the_plugin() -> None:
    """Have workers measured by pytest-cov alone, which can rest, and not as any process that is started.

    The process that hands tests out to them runs none, and is not measured.
    """
    os.environ.pop(_CHILDREN, None)
    controller = _controller()
    if controller is not None:
        controller.pause()


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
    controller = _controller()
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
