"""Tries a project's package: each operation, sync and async, with required and with all arguments, judged."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import attrs

from sdkwright import documents, pipeline
from sdkwright.contract.calls import Outcome, call_all, edges, plain
from sdkwright.contract.judging import Judge
from sdkwright.contract.package import Package
from sdkwright.contract.recording import Exchange
from sdkwright.project import Project

_SHOWN: Final = 20


@attrs.define
class Contract:
    """What was seen.

    Attributes:
        operations: How many operations there are.
        outcomes: What came of each call.
        findings: What is wrong with calls, with what they sent or with what the stubs answered; each once.
        judged: How many requests and answers openapi-core judged, by `requests` and `answers`.
        unjudged: How many it could not judge, by the reason.
    """

    operations: int
    outcomes: list[Outcome] = attrs.field(repr=False)
    findings: list[str] = attrs.field(factory=list)
    judged: Counter[str] = attrs.field(factory=Counter)
    unjudged: Counter[str] = attrs.field(factory=Counter)

    def lines(self) -> Iterator[str]:
        """What a person reads of it, the findings last."""
        answered = sum(not outcome.error for outcome in self.outcomes)
        calls = f"{answered} of {len(self.outcomes)} calls answered as they should be"
        yield f"{self.operations} operations, sync and async; {calls}"
        judged = ", ".join(f"{self.judged[what]} {what}" for what in ("requests", "answers"))
        yield f"openapi-core judged {judged}; it could not judge {self.unjudged.total()}"
        yield from (f"  not judged: {reason} ({count})" for reason, count in self.unjudged.most_common())
        yield from (f"  {finding}" for finding in self.findings[:_SHOWN])
        if len(self.findings) > _SHOWN:
            yield f"  and {len(self.findings) - _SHOWN} more"


def run(project: Project, *, outcomes: bool = False) -> Contract:
    """Call every operation of the package in place against its stubs, in this process.

    Args:
        project: The project.
        outcomes: Whether each is called with each other answer that its stubs can give, too.

    Raises:
        GeneratorError: The package is not there or cannot be imported, or openapi-core is not installed.
    """
    package = Package.of(project)
    judge = Judge(_document(project), nulls=project.configuration.dialect.nullable == "every-property")
    contract = Contract(len(package.api.operations), call_all(package, plain(package)))
    paths = {operation.name: operation.path for operation in package.api.operations}
    found: dict[str, None] = {}
    for outcome in contract.outcomes:
        if outcome.error:
            found[f"{outcome.operation} ({outcome.mode}, {outcome.way.given} arguments): {outcome.error}"] = None
            continue
        for exchange in outcome.exchanges:
            found |= dict.fromkeys(_judged(contract, judge, outcome.operation, paths[outcome.operation], exchange))
    if outcomes:
        others = call_all(package, edges(package))
        contract.outcomes += others
        wrong = (seen for seen in others if seen.error)
        found |= {f"{seen.operation} ({seen.mode}), answered {seen.way.edge}: {seen.error}": None for seen in wrong}
    contract.findings.extend(found)
    return contract


def _judged(contract: Contract, judge: Judge, name: str, path: str, exchange: Exchange) -> Iterator[str]:
    """What is wrong with a request and its answer; both are counted."""
    for what, judged in (("requests", judge.request), ("answers", judge.answer)):
        verdict = judged(path, exchange)
        if verdict.unjudged:
            contract.unjudged[f"{what}: {verdict.unjudged}"] += 1
            continue
        contract.judged[what] += 1
        yield from (f"{name}, its {what[:-1]}: {said}" for said in verdict.problems)


def _document(project: Project) -> dict[str, object]:
    """The vendor's document as the overlay corrects it."""
    overlay, _ = pipeline.read_tables(project)
    document = documents.copied(pipeline.read_upstream(project).document)
    overlay.apply(document, [])
    return dict(document)
