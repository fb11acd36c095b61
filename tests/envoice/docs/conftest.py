"""Counts at the end what became of the blocks of README and docs."""

from collections import Counter

import pytest

from sdkwright.project import Project
from sdkwright.stubs.server import StubServer
from tests.tallies import tally

COUNTED = "block "


@pytest.fixture
def counted(record_property):
    """Call with each block that was dealt with and how."""
    counts: Counter[str] = Counter()

    def count(what: str) -> None:
        counts[what] += 1

    yield count
    for what, number in counts.items():
        record_property(f"{COUNTED}{what}", number)


@pytest.fixture(scope="session")
def stub_server():
    """The stubs of every operation, on loopback."""
    with StubServer.from_folder(Project.find(__file__).stubs) as server:
        yield server


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    total, said = tally(terminalreporter, COUNTED, when="teardown")
    if total:
        terminalreporter.write_line(f"blocks of README and docs: {total:,} ({said})")
