"""Adds up, at the end of a run, what tests recorded as properties in whichever worker they ran."""

from collections import Counter

import pytest


def tally(reporter: pytest.TerminalReporter, prefix: str, *, when: str = "call") -> tuple[int, str]:
    """The total of all properties whose names begin with `prefix`, and each of them in words; 0 if there are none."""
    counts: Counter[str] = Counter()
    for reports in reporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) == when:
                counts.update({key: value for key, value in report.user_properties if key.startswith(prefix)})
    said = ", ".join(f"{count:,} {key.removeprefix(prefix)}" for key, count in sorted(counts.items()))
    return counts.total(), said
