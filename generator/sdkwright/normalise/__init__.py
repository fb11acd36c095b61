"""Normalises the vendor's document: a pure function from the upstream document to the one that code is made from."""

import copy
from collections.abc import Sequence
from typing import Any, NoReturn

import attrs

from sdkwright import documents
from sdkwright.config import Configuration
from sdkwright.config.values import listed, nearest
from sdkwright.errors import GeneratorError
from sdkwright.normalise.check import check, check_answers, check_kind
from sdkwright.normalise.context import Context
from sdkwright.normalise.extensions import read_extensions
from sdkwright.normalise.ledger import Ledger, enums, inventory
from sdkwright.normalise.mending import mend_schemas
from sdkwright.normalise.names import Names
from sdkwright.normalise.naming import Evidence, Proposal
from sdkwright.normalise.overlay import Overlay
from sdkwright.normalise.passes import PASSES, SHAPES, Pass
from sdkwright.normalise.passes.answers import plain_answers
from sdkwright.normalise.passes.keywords import keep_known_keywords, refuse_unknown_keywords
from sdkwright.normalise.passes.schemas import record_schemas
from sdkwright.normalise.patterns import tell_unchecked
from sdkwright.normalise.required import check_required
from sdkwright.normalise.shared import unshare
from sdkwright.normalise.sites import operations
from sdkwright.normalise.spellings import respelt
from sdkwright.normalise.tolerance import tolerate
from sdkwright.normalise.versions import plain, plain_words

__all__ = ["Names", "Normalised", "Overlay", "finish", "normalise", "prepare"]


@attrs.frozen
class Normalised:
    """The normalised document and how it came about.

    Attributes:
        document: What code is made from.
        ledger: What became of everything in the upstream document.
        corrections: How many places the overlay changed.
        absent: A line for each correction and pass that this revision gives nothing to do, and for what the vendor
            requires and does not have.
        named: The names of what has none in the table, as they were given.
    """

    document: dict[str, Any]
    ledger: Ledger
    corrections: int
    absent: list[str]
    named: tuple[Proposal, ...] = ()


def normalise(
    upstream: dict[str, Any],
    overlay: Overlay,
    names: Names,
    *,
    name: str,
    configuration: Configuration,
    previous: dict[str, Any] | None = None,
    complaints: list[str] | None = None,
    passes: Sequence[Pass] = PASSES,
) -> Normalised:
    """Normalise `upstream`, which is not changed.

    Args:
        upstream: The vendor's document as loaded.
        overlay: Our corrections to it.
        names: The public names.
        name: What to call the document in an error.
        configuration: What the project declares.
        previous: The revision before it, from which names may be concluded.
        complaints: Takes the corrections and passes that find nothing to do, to go on without them; None to refuse.
        passes: What is done after the overlay, in order.

    Raises:
        GeneratorError: The document is not one we can read, a correction matches nothing, something has no name or
            two things have the same, or something would disappear in silence.
    """
    prepared = prepare(
        upstream, overlay, name=name, configuration=configuration, previous=previous, complaints=complaints
    )
    return finish(prepared, names, complaints=complaints, passes=passes)


@attrs.frozen
class Prepared:
    """A document as the overlay leaves it, before anything has a name; none of it is changed any more.

    Attributes:
        name: What to call the document in an error.
        configuration: What the project declares.
        document: What the passes begin with.
        evidence: What names may be concluded from, the document as received among it.
        ledger: What became of everything so far.
        corrections: How many places the overlay changed.
        absent: A line for each correction that this revision gives nothing to do.
    """

    name: str
    configuration: Configuration
    document: dict[str, Any]
    evidence: Evidence
    ledger: Ledger
    corrections: int
    absent: tuple[str, ...]


def prepare(
    upstream: dict[str, Any],
    overlay: Overlay,
    *,
    name: str,
    configuration: Configuration,
    previous: dict[str, Any] | None = None,
    complaints: list[str] | None = None,
) -> Prepared:
    """Do the part of `normalise` that needs no names, with the arguments and errors of it."""
    ledger = Ledger()
    upstream = _checked(upstream, ledger, name=name)
    document = documents.copied(upstream)
    unshare(upstream)
    extensions = read_extensions(upstream, ledger)
    keep_known_keywords(document, Context(Names(), ledger, configuration=configuration))
    _forget_wire_names(upstream)
    before = inventory(unshare(documents.copied(document)))
    for kind, removed in inventory(upstream) - before:
        if kind == "enum":
            ledger.dropped(kind, removed, "beside a reference, which says what the value is")
    corrections, absent = overlay.apply(document, complaints)
    plain_words(document, ledger.tell)
    document = respelt(document)
    check(document, name=f"{name}, as the overlay leaves it", by_overlay=True)
    mend_schemas(document, _refuse_slip)
    unshare(document, ledger)
    refuse_unknown_keywords(document)
    extensions.put(document)
    absent += [f"{name}: {line}" for line in check_required(upstream, document, overlay, complaints)]
    check_answers(document)
    for kind, removed in before - inventory(document):
        ledger.dropped(kind, removed, "removed by the overlay")
    # Before anything is hoisted out of a media type that is not read.
    plain_answers(document, Context(Names(), ledger, configuration=configuration))
    tell_unchecked(document, ledger.tell)
    _reshape(document, Context(Names(), ledger, configuration=configuration))
    evidence = Evidence(upstream, lambda: _received(previous, name) if previous else {})
    return Prepared(name, configuration, document, evidence, ledger, corrections, tuple(absent))


def correctable(upstream: dict[str, Any], *, name: str, configuration: Configuration) -> dict[str, Any]:
    """A document as overlays find it: spelled in one way, and without the words that are not read.

    Args:
        upstream: The document as received; it is not changed.
        name: Its name, for messages.
        configuration: Which API it is.

    Raises:
        GeneratorError: It cannot be read.
    """
    ledger = Ledger()
    found = _checked(documents.copied(upstream), ledger, name=name)
    keep_known_keywords(found, Context(Names(), ledger, configuration=configuration))
    return found


def _checked(upstream: dict[str, Any], ledger: Ledger, *, name: str) -> dict[str, Any]:
    """A document as received, mended where that is clear, checked, and spelled in one way."""
    upstream = plain(upstream, ledger.tell, name=name)
    check_kind(upstream, name=name)
    upstream = tolerate(upstream, ledger)
    check(upstream, name=name)
    return respelt(upstream, ledger.spellings)


def _received(previous: dict[str, Any], name: str) -> dict[str, Any]:
    """An earlier revision, in the form that names are concluded from."""
    return unshare(respelt(tolerate(plain(previous, lambda _where, _what: None, name=name))))


def _forget_wire_names(upstream: dict[str, Any]) -> None:
    """Forget the vendor's extension that has the name of one of ours: keys would be made of it."""
    for site in operations(upstream):
        for parameter in site.parameters:
            parameter.pop("x-wire-name", None)


def _refuse_slip(where: str, what: str) -> NoReturn:
    """Refuse what would be mended in the vendor's document: the overlay's words are ours to correct."""
    raise GeneratorError(f"{where[:200]}: {what}; the overlay brings it, so correct it there.")


def _reshape(document: dict[str, Any], context: Context) -> None:
    """Do the passes that need no names; an enum that they leave nothing of is told."""
    before = enums(document)
    for step in SHAPES:
        if step.run(document, context):
            after = enums(document)
            for name in before - after:
                context.ledger.dropped("enum", name, "read as its plain type, or part of what is read as any value")
            before = after


def finish(
    prepared: Prepared,
    names: Names,
    *,
    complaints: list[str] | None = None,
    passes: Sequence[Pass] = PASSES,
    fill: bool = False,
) -> Normalised:
    """Do the rest of `normalise`, with the arguments and errors of it; may be done again with other names.

    Where `fill` is set, nothing is refused for having no name: it gets the one that is proposed.
    """
    document, absent = documents.copied(prepared.document), [*prepared.absent]
    context = Context(names, copy.deepcopy(prepared.ledger), prepared.evidence, configuration=prepared.configuration)
    upstream = prepared.evidence.upstream
    expected = _expected(prepared.configuration, passes)
    for step in passes:
        if step.run(document, context) == 0:
            if step.name in expected:
                idle = (
                    f"{prepared.name}: the pass {step.name} changes nothing, and [normalisation] expects that it does."
                )
                if complaints is None:
                    raise GeneratorError(idle)
                complaints.append(idle)
                continue
            absent += [] if step.mends else [f"pass {step.name}: nothing to change"]
    if not (fill or context.by_rule):
        context.missing.refuse()
    record_schemas(upstream.get("components", {}).get("schemas", {}), document, context)
    context.ledger.record_behaviour(document)
    context.ledger.close(upstream)
    absent += names.unused(document)
    return Normalised(document, context.ledger, prepared.corrections, absent, tuple(context.missing.proposals))


def _expected(configuration: Configuration, passes: Sequence[Pass]) -> frozenset[str]:
    """The names of the passes that must change something."""
    known = {step.name for step in (*PASSES, *passes)}
    for name in configuration.normalisation.expected:
        if name not in known:
            raise GeneratorError(
                f'spec/sdk.toml: [normalisation] expected: there is no pass "{name}"{nearest(name, known)}; there are '
                f"{listed(sorted(known))}."
            )
    return frozenset(configuration.normalisation.expected)
