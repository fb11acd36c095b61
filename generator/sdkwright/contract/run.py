"""Tries a project's package: each operation, sync and async, with required and with all arguments, judged."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

import attrs

from sdkwright import pipeline
from sdkwright.contract.calls import Outcome, call_all, edges, plain
from sdkwright.contract.judging import Judge, Judgement
from sdkwright.contract.package import Package
from sdkwright.contract.recording import Exchange
from sdkwright.project import Project
from sdkwright.stubs.forward import NEXT

_SHOWN: Final = 20
_OF_CLIENTS: Final = frozenset({"accept-encoding", "connection", "host", "user-agent"})
"""Headers that no document declares."""


@attrs.define
class Contract:
    """What was seen.

    Attributes:
        operations: How many operations there are.
        outcomes: What came of each call.
        refused: The operations of whose requests or answers openapi-core says that something is wrong.
        findings: What is wrong with calls, with what they sent or with what the stubs answered; each once.
        judged: How many requests and answers openapi-core judged, by `requests` and `answers`.
        unjudged: How many it could not judge, by the reason.
    """

    operations: int
    outcomes: list[Outcome] = attrs.field(repr=False)
    findings: list[str] = attrs.field(factory=list)
    judged: Counter[str] = attrs.field(factory=Counter)
    unjudged: Counter[str] = attrs.field(factory=Counter)
    refused: set[str] = attrs.field(factory=set)

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
    contract = judged(package, call_all(package, plain(package)))
    if outcomes:
        others = call_all(package, edges(package))
        contract.outcomes += others
        wrong = (seen for seen in others if seen.error)
        found = {f"{seen.operation} ({seen.mode}), answered {seen.way.edge}: {seen.error}": None for seen in wrong}
        contract.findings.extend(found)
    return contract


def judged(package: Package, outcomes: list[Outcome]) -> Contract:
    """What openapi-core says of calls.

    Args:
        package: The package that was called.
        outcomes: What came of each call.

    Raises:
        GeneratorError: openapi-core is not installed.
    """
    project = package.project
    judge = Judge(pipeline.corrected(project), nulls=project.configuration.dialect.nullable == "every-property")
    contract = Contract(len(package.api.operations), outcomes)
    paths = {operation.name: operation.path for operation in package.api.operations}
    addressed = {f"{name} {NEXT}" for name in _paged_by_address(package)}
    found: dict[str, None] = {}
    known: dict[tuple[object, ...], Judgement] = {}
    for outcome in contract.outcomes:
        if outcome.error:
            found[f"{outcome.operation} ({outcome.mode}, {outcome.way.given} arguments): {outcome.error}"] = None
            continue
        for exchange in outcome.exchanges:
            for what, verdict in _verdicts(judge, paths[outcome.operation], exchange, known):
                if what == "requests" and exchange.stub in addressed:
                    # The service has written the address, and the document says nothing of it.
                    continue
                if verdict.unjudged:
                    contract.unjudged[f"{what}: {verdict.unjudged}"] += 1
                    continue
                contract.judged[what] += 1
                if verdict.problems:
                    contract.refused.add(outcome.operation)
                found |= dict.fromkeys(f"{outcome.operation}, its {what[:-1]}: {said}" for said in verdict.problems)
    contract.findings.extend(found)
    return contract


def _paged_by_address(package: Package) -> Iterator[str]:
    """The operations whose answers say at which address the next page is."""
    for operation in package.api.operations:
        forward = operation.pagination.forward if operation.pagination is not None else None
        if forward is not None and forward.has_addresses:
            yield operation.name


def _verdicts(
    judge: Judge, path: str, exchange: Exchange, known: dict[tuple[object, ...], Judgement]
) -> Iterator[tuple[str, Judgement]]:
    """What is said of a request and of its answer; what both clients sent alike is judged once."""
    asked, answer = exchange.asked, exchange.answer
    headers = tuple(sorted(pair for pair in asked.headers if pair[0] not in _OF_CLIENTS))
    sent = (path, asked.method, asked.target, headers, asked.body)
    answered = (path, asked.method, answer.status, tuple(answer.headers), answer.body)
    for what, one, about in (("requests", judge.request, sent), ("answers", judge.answer, answered)):
        if about not in known:
            known[about] = one(path, exchange)
        yield what, known[about]
