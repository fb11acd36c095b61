"""A comparison in Markdown: whole, and in the few lines that a changelog has."""

import re
from collections.abc import Iterator

from sdkwright.diff.comparison import AUDIENCE, Comparison
from sdkwright.diff.findings import Level, Severity
from sdkwright.diff.rules import RULES
from sdkwright.ir import Api, Enum, Model
from sdkwright.text import clean

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")
_NAMED = 24
_SPOKEN = {
    "operation-added": "New operations",
    "operation-removed": "Removed operations",
    "operation-moved": "Operations at another address",
    "operation-deprecated": "Deprecated operations",
}
_ONLY_THERE = {"override-stands-on-nothing"}


def to_markdown(comparison: Comparison) -> str:
    """Every finding, by severity and rule."""
    return "\n".join(_lines(comparison)) + "\n"


def changelog(comparison: Comparison) -> str:
    """What callers will want to know, in a few lines: counts of what is added, and each thing that may break."""
    return "\n".join(_entry(comparison)) + "\n"


def _lines(comparison: Comparison) -> Iterator[str]:
    yield f"# API changes: {text(str(comparison.old))} to {text(str(comparison.new))}"
    yield ""
    yield "| | breaking | risky | safe | |"
    yield "|---|---|---|---|---|"
    for level in comparison.levels:
        counts = " | ".join(str(comparison.count(severity, level)) for severity in reversed(Severity))
        yield f"| {level} | {counts} | {AUDIENCE[level]} |"
    if comparison.bump is not None:
        bump = comparison.bump
        yield ""
        yield f"Version {bump.old} to {bump.new} ({bump.part}): {text(bump.reason)}."
    for severity, rule, found in comparison.groups():
        yield ""
        yield f"## {str(severity).capitalize()}: {rule} ({found[0].level})"
        yield ""
        yield RULES[rule].why
        yield ""
        for finding in found:
            affects = f" ({', '.join(map(code, finding.touches))})" if finding.touches else ""
            yield f"- {code(finding.place)}: {text(finding.text)}{affects}"


def _entry(comparison: Comparison) -> Iterator[str]:
    yield f"The API document of {text(comparison.new.name)} (sha256 {comparison.new.sha256[:12]})."
    safe = 0
    for severity, rule, found in comparison.groups():
        # The surface and callers say the same again in other words.
        if found[0].level is not Level.WIRE and rule not in _ONLY_THERE:
            continue
        if rule in _SPOKEN or severity is not Severity.SAFE:
            words = _SPOKEN.get(rule) or f"{str(severity).capitalize()}, {rule.replace('-', ' ')}"
            places = [*dict.fromkeys(public(finding.place, comparison) for finding in found)]
            named = ", ".join(code(place) for place in places[:_NAMED])
            more = f" and {len(places) - _NAMED} more" if len(places) > _NAMED else ""
            yield f"  {words}: {named}{more}."
            safe += len(found) if severity is Severity.SAFE else 0
    if (rest := comparison.count(Severity.SAFE, Level.WIRE) - safe) > 0:
        yield f"  {rest} other additions and changes that break nothing."


def code(name: str) -> str:
    """A name as code."""
    return f"`{clean(name).replace('`', chr(39))}`"


def text(words: str) -> str:
    """A stranger's text that is no markup, on one line."""
    return _SPECIAL.sub(r"\\\1", clean(words))


def public(place: str, comparison: Comparison) -> str:
    """A place by the names that Python code uses: `Invoice.due_date`, `invoices.list(page_size)`."""
    owner, parameter, wire = place.partition(" ?")
    for api in (comparison.new.api, comparison.old.api):
        if parameter and (name := _argument(owner, wire, api)):
            return f"{owner}({name})"
        if not parameter and (name := _member(place, api)):
            return name
    return place


def _argument(operation: str, wire: str, api: Api) -> str:
    found = (
        parameter.name
        for candidate in api.operations
        if candidate.name == operation
        for parameter in candidate.parameters
        if parameter.wire == wire
    )
    return next(found, "")


def _member(place: str, api: Api) -> str:
    owner, _, wire = place.partition(".")
    match api.schemas.get(owner):
        case Model(_, fields):
            names = {field.wire: field.name for field in fields}
        case Enum(_, values, members):
            names = dict(zip(map(str, values), members, strict=True))
        case _:
            names = {}
    return f"{owner}.{names[wire]}" if wire in names else ""
