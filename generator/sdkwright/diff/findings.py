"""What a comparison finds: each with its level, the rule that judges it, and where it is."""

import enum
from collections.abc import Iterable

import attrs


class Severity(enum.IntEnum):
    """How badly a change can break someone, in ascending order."""

    SAFE = 0
    RISKY = 1
    BREAKING = 2

    def __str__(self) -> str:
        return self.name.lower()


class Level(enum.StrEnum):
    """Where a change is seen."""

    WIRE = "wire"
    """What is sent and answered: of concern to whoever stays with the installed version."""

    SURFACE = "surface"
    """Names, signatures and types of the package: of concern to whoever takes the new version."""

    CALLERS = "callers"
    """Code that type-checked against the old package, checked against the new one."""


@attrs.frozen
class Rule:
    """Judges one kind of change.

    Attributes:
        severity: How badly it can break someone.
        why: The reason, as a sentence.
    """

    severity: Severity
    why: str


@attrs.frozen
class Finding:
    """One change.

    Attributes:
        level: Where it is seen.
        rule: Key of the rule that judges it, in `sdkwright.diff.rules.RULES`.
        severity: How badly it can break someone.
        place: What has changed: `invoices.get ?id`, `Invoice.TotalAmount`, `models.Invoice.total_amount`.
        text: How, in a few words.
        affects: Public names of the operations that it touches, sorted.
    """

    level: Level
    rule: str
    severity: Severity
    place: str
    text: str
    affects: tuple[str, ...] = ()

    @property
    def touches(self) -> tuple[str, ...]:
        """The operations that it touches, unless the place says it by itself."""
        return () if self.affects == (self.place.partition(" ")[0],) else self.affects


def worst(findings: Iterable[Finding]) -> Severity:
    """The worst severity among findings; safe for none."""
    return max((finding.severity for finding in findings), default=Severity.SAFE)
