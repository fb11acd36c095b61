"""The next version, by the worst that was found (https://semver.org)."""

import enum
import re

import attrs

from sdkwright.diff.findings import Finding, Severity, worst
from sdkwright.diff.rules import weight
from sdkwright.errors import GeneratorError

_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")
_ADDS = {"name-added", "argument-added-optional"}


class Part(enum.StrEnum):
    """What of a version is raised."""

    MAJOR = "major"
    MINOR = "minor"
    PATCH = "patch"
    NONE = "none"


@attrs.frozen
class Bump:
    """From one version to the next, and why."""

    old: str
    new: str
    part: Part
    reason: str


def next_version(version: str, findings: list[Finding], *, part: Part | None = None, exact: str | None = None) -> Bump:
    """The version that follows.

    Args:
        version: The version so far.
        findings: What was found.
        part: What to raise whatever was found.
        exact: The version to take whatever was found.

    Raises:
        GeneratorError: A version is not of the form 1.2.3, or `exact` is not above the old one.
    """
    due, reason = demanded(version, findings)
    if exact is not None:
        refuse_version(version, exact)
        return Bump(version, exact, due, f"as asked; {reason}")
    if part is not None:
        return Bump(version, raised(version, part), part, f"{part} as asked; {reason}")
    return Bump(version, raised(version, due), due, reason)


def refuse_version(version: str, exact: str) -> None:
    """Refuse a version that was asked for and cannot follow.

    Args:
        version: The version so far.
        exact: The version that was asked for.

    Raises:
        GeneratorError: A version is not of the form 1.2.3, or `exact` is not above the old one.
    """
    if not is_version(exact):
        raise GeneratorError(f"--version {exact[:40]!r} is not of the form 1.2.3; name one that is.")
    if parse(exact) <= parse(version):
        raise GeneratorError(f"--version {exact} is not above {version}; name a later one.")


def demanded(version: str, findings: list[Finding]) -> tuple[Part, str]:
    """What findings demand to be raised, and why.

    Before 1.0 what breaks raises the minor number, and all else the patch number.
    """
    if not findings:
        return Part.NONE, "nothing was found"
    severity = worst(findings)
    # Of what is equally bad, what weighs most by its rule is the reason.
    first = min(
        (finding for finding in findings if finding.severity is severity), key=lambda finding: weight(finding.rule)
    )
    young = parse(version)[0] == 0
    why = f"{severity}, by {first.rule} at {first.place}"
    if severity is Severity.BREAKING:
        return (Part.MINOR, f"{why}; before 1.0 that is a minor version") if young else (Part.MAJOR, why)
    if young:
        return Part.PATCH, f"{why}; before 1.0 only what breaks is a minor version"
    if severity is Severity.RISKY or any(finding.rule in _ADDS for finding in findings):
        return Part.MINOR, why
    return Part.PATCH, why


def raised(version: str, part: Part) -> str:
    """`version` with a part raised, and those behind it at 0."""
    major, minor, patch = parse(version)
    return {
        Part.MAJOR: f"{major + 1}.0.0",
        Part.MINOR: f"{major}.{minor + 1}.0",
        Part.PATCH: f"{major}.{minor}.{patch + 1}",
        Part.NONE: version,
    }[part]


def is_version(version: str) -> bool:
    """Whether a version is of the form 1.2.3."""
    return _VERSION.fullmatch(version) is not None


def parse(version: str) -> tuple[int, int, int]:
    """The numbers of a version.

    Raises:
        GeneratorError: It is not of the form 1.2.3.
    """
    match = _VERSION.fullmatch(version)
    if match is None:
        raise GeneratorError(f"the version {version[:40]!r} is not of the form 1.2.3; correct it in pyproject.toml.")
    return int(match[1]), int(match[2]), int(match[3])
