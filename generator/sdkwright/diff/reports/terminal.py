"""A comparison for a terminal: counts, then the rules with what they judge, the worst first."""

from collections.abc import Iterator

from sdkwright.diff.comparison import AUDIENCE, Comparison
from sdkwright.diff.findings import Finding, Severity
from sdkwright.diff.rules import RULES
from sdkwright.text import clean

_LIMITS = {Severity.BREAKING: 12, Severity.RISKY: 8, Severity.SAFE: 4}
_WIDTH = 116


def to_text(comparison: Comparison) -> str:
    """The comparison, a few lines for each rule that has found something."""
    return "\n".join(_lines(comparison))


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"From {clean(str(comparison.old))}"
    yield f"to   {clean(str(comparison.new))}"
    if not comparison.findings:
        yield "Nothing differs."
    yield f"{'':10}{'breaking':>9}{'risky':>9}{'safe':>9}" if comparison.findings else ""
    for level in comparison.levels:
        counts = [comparison.count(severity, level) for severity in reversed(Severity)]
        if comparison.findings:
            yield f"{level:10}{counts[0]:>9}{counts[1]:>9}{counts[2]:>9}   {AUDIENCE[level]}"
    for severity, rule, found in comparison.groups():
        yield ""
        yield f"{severity}: {rule} ({found[0].level}, {len(found)}): {RULES[rule].why}"
        limit = _LIMITS[severity]
        yield from (f"  {_line(finding)}" for finding in found[:limit])
        if len(found) > limit:
            yield f"  and {len(found) - limit} more"
    if comparison.bump is not None:
        yield ""
        bump = comparison.bump
        yield f"Version: {bump.old} -> {bump.new} ({bump.part}): {clean(bump.reason)}"


def _line(finding: Finding) -> str:
    line = f"{clean(finding.place)}: {clean(finding.text)}"
    if finding.touches:
        more = f" and {len(finding.touches) - 2} more" if len(finding.touches) > 2 else ""  # noqa: PLR2004 - two are named
        line += f" [{', '.join(finding.touches[:2])}{more}]"
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
