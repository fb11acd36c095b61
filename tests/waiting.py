"""Waits for what another process or thread does."""

import time


def until(condition, process=None, seconds=60):
    """Wait for a condition; fail when the process ends before, or never comes to it."""
    last = time.monotonic() + seconds
    while not condition():
        assert process is None or process.poll() is None, "the process ended too early"
        assert time.monotonic() < last, "it never came"
        time.sleep(0.01)
