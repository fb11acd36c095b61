"""Says at the end how many hostile documents were tried and what became of them."""

from collections import Counter

import pytest

KIND = "hostile documents "


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) == "call":
                counts.update({key: value for key, value in report.user_properties if key.startswith(KIND)})
    if counts:
        said = ", ".join(f"{count:,} {key.removeprefix(KIND)}" for key, count in sorted(counts.items()))
        terminalreporter.write_line(f"{KIND.strip()}: {counts.total():,} ({said})")
