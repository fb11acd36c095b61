"""Says at the end how many hostile documents were tried and what became of them."""

import pytest

from tests.tallies import tally

KIND = "hostile documents "


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    total, said = tally(terminalreporter, KIND)
    if total:
        terminalreporter.write_line(f"{KIND.strip()}: {total:,} ({said})")
