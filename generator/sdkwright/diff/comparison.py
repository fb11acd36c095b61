"""One comparison, whole: two documents, what was found, and the version that follows from it."""

from collections import defaultdict
from collections.abc import Iterator

import attrs

from sdkwright.diff.findings import Finding, Level, Severity, worst
from sdkwright.diff.rules import weight
from sdkwright.diff.version import Bump
from sdkwright.ir import Api
from sdkwright.normalise.excerpts import Excerpts

AUDIENCE = {
    Level.WIRE: "for who stays with the installed version: what the service takes and answers",
    Level.SURFACE: "for who takes the new version: names, signatures and types of the package",
    Level.CALLERS: "for who takes the new version: code that passed the type checkers",
}


@attrs.frozen
class Revision:
    """One of the two documents, for people.

    Attributes:
        name: Where it is from.
        sha256: Its digest.
        api: What it says, normalised.
        excerpts: Its parts as text.
    """

    name: str
    sha256: str
    api: Api = attrs.field(repr=False)
    excerpts: Excerpts = attrs.field(repr=False)

    def __str__(self) -> str:
        return f"{self.name} ({self.sha256[:12]})"


@attrs.frozen
class Comparison:
    """What a new document changes.

    Attributes:
        old: The earlier document.
        new: The later one.
        findings: All that was found.
        levels: The levels that were looked at.
        bump: The version that follows; None where no package was compared.
    """

    old: Revision
    new: Revision
    findings: tuple[Finding, ...]
    levels: tuple[Level, ...]
    bump: Bump | None = None

    @property
    def worst(self) -> Severity:
        """The worst finding's severity."""
        return worst(self.findings)

    def count(self, severity: Severity, level: Level | None = None) -> int:
        """How many findings are of a severity, and of a level where one is given."""
        return sum(finding.severity is severity and level in {None, finding.level} for finding in self.findings)

    def groups(self) -> Iterator[tuple[Severity, str, list[Finding]]]:
        """The findings by severity and rule, the worst first."""
        grouped: dict[tuple[int, Level, str], list[Finding]] = defaultdict(list)
        for finding in self.findings:
            grouped[-finding.severity, finding.level, finding.rule].append(finding)
        order = list(Level)
        keys = sorted(grouped, key=lambda key: (key[0], order.index(key[1]), weight(key[2])))
        for severity, level, rule in keys:
            yield Severity(-severity), rule, grouped[severity, level, rule]
