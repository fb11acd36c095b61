"""The version that follows from what was found."""

import pytest

from sdkwright.diff.findings import Finding, Level, Severity
from sdkwright.diff.version import Part, next_version, parse, raised
from sdkwright.errors import GeneratorError

TEXTS = Finding(Level.WIRE, "texts-changed", Severity.SAFE, "info", "of the document")
ADDED = Finding(Level.SURFACE, "name-added", Severity.SAFE, "models.New", "new")
MOVED = Finding(Level.WIRE, "operation-moved", Severity.RISKY, "things.list", "is elsewhere")
GONE = Finding(Level.WIRE, "operation-removed", Severity.BREAKING, "things.list", "gone")


@pytest.mark.parametrize(
    ("version", "findings", "new", "part"),
    [
        ("1.2.3", [], "1.2.3", "none"),
        ("1.2.3", [TEXTS], "1.2.4", "patch"),
        ("1.2.3", [TEXTS, ADDED], "1.3.0", "minor"),
        ("1.2.3", [MOVED], "1.3.0", "minor"),
        ("1.2.3", [TEXTS, GONE, MOVED], "2.0.0", "major"),
        ("0.2.3", [ADDED], "0.2.4", "patch"),
        ("0.2.3", [MOVED], "0.2.4", "patch"),
        ("0.2.3", [GONE], "0.3.0", "minor"),
    ],
)
def test_the_worst_finding_decides(version, findings, new, part):
    bump = next_version(version, findings)
    assert (bump.old, bump.new, bump.part) == (version, new, part)


def test_the_reason_names_the_finding_and_its_rule():
    assert next_version("1.0.0", [TEXTS, GONE]).reason == "breaking, by operation-removed at things.list"
    assert next_version("0.1.0", [GONE]).reason.endswith("; before 1.0 that is a minor version")


def test_a_maintainer_overrules_it():
    bump = next_version("1.2.3", [GONE], part=Part.PATCH)
    assert bump.new == "1.2.4"
    assert bump.reason == "patch as asked; breaking, by operation-removed at things.list"
    assert next_version("1.2.3", [TEXTS], exact="4.0.0").new == "4.0.0"


@pytest.mark.parametrize("exact", ["1.2.3", "1.2.2", "0.9.9"])
def test_no_version_goes_back(exact):
    with pytest.raises(GeneratorError, match=rf"--version {exact} is not above 1\.2\.3; name a later one\."):
        next_version("1.2.3", [TEXTS], exact=exact)


@pytest.mark.parametrize("version", ["", "1.2", "1.2.3.4", "01.2.3", "1.2.3rc1", "1.2.-3", "a.b.c", "1.2.3\n"])
def test_what_is_no_version_is_refused(version):
    with pytest.raises(GeneratorError, match=r"is not of the form 1\.2\.3"):
        parse(version)


def test_raising_a_part_sets_those_behind_it_to_0():
    assert [raised("3.4.5", part) for part in Part] == ["4.0.0", "3.5.0", "3.4.6", "3.4.5"]
