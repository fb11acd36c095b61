"""Makes the package of a former SDK's document and configuration, and judges the calls of its callers."""

import asyncio
import json
import os
import subprocess
import sys
from collections import Counter

import attrs
import httpx

from sdkwright import contract, pipeline
from sdkwright.contract.judging import Judge
from sdkwright.stubs.edges import HEADER
from sdkwright.stubs.transport import InProcess
from tests.former.calls import aread, awaited, name_of, read, sync, written
from tests.former.making import project_of
from tests.former.relied import async_checks, sync_checks

HOST = "https://stubs.example"


@attrs.define
class Verdict:
    """What was seen.

    Attributes:
        counts: How many there were and how many did, by what was tried.
        told: What went wrong, a line each.
    """

    counts: Counter = attrs.field(factory=Counter)
    told: list = attrs.field(factory=list)

    def note(self, what, name, error=None):
        """Count something that was tried, and keep its error."""
        self.counts[what] += 1
        if error is None:
            self.counts[f"{what}, right"] += 1
        else:
            self.told.append(f"{what} {name}: {type(error).__name__}: {error}"[:400])

    def share(self, what):
        """Which part of what was tried did."""
        return self.counts[f"{what}, right"] / self.counts[what] if self.counts[what] else 1.0


def clients(made, client):
    """A client of either kind that asks the stubs in this process."""
    schemes = made.project.configuration.security
    named = [name for scheme in schemes for name in (scheme.argument, *scheme.arguments.values()) if name]
    keys = dict.fromkeys(named, "the-key")
    given = {"base_url": HOST, "max_retries": 0} | (keys or {})
    transport = InProcess(made.server)
    return (
        getattr(made.module, client)(**given, http_client=httpx.Client(transport=transport)),
        getattr(made.module, f"Async{client}")(**given, http_client=httpx.AsyncClient(transport=transport)),
    )


def judge(case, target, *, types=False, relied=True):
    """Judge all calls of a case.

    Args:
        case: Its folder: the document, `stainless.yml` and `calls.json`.
        target: Where the project is made.
        types: Whether a type checker judges a file of all calls.
        relied: Whether what callers rely on besides is tried with each call.
    """
    project = project_of(case, target)
    client = project.client
    made = contract.Package.of(project)
    calls = json.loads((case / "calls.json").read_text(encoding="utf-8"))
    verdict, document = Verdict(), Judge(pipeline.corrected(project))
    paths = {operation.name: operation.path for operation in made.api.operations}
    ours, theirs = clients(made, client)
    for call in calls:
        _run(verdict, "sync", name_of(call), lambda call=call: read(sync(ours, call)))
        _by_document(verdict, document, paths, call, made.server.take())
        for what, check in sync_checks(made, ours, call, HEADER).items() if relied else ():
            made.server.take()
            _run(verdict, "relied", f"{name_of(call)} {what}", check)
        made.server.take()

    async def run_async():
        for call in calls:
            await _arun(verdict, "async", name_of(call), lambda call=call: _called(theirs, call))
            _by_document(verdict, document, paths, call, made.server.take())
            for what, check in async_checks(made, theirs, call, HEADER).items() if relied else ():
                made.server.take()
                await _arun(verdict, "relied", f"{name_of(call)} {what}, awaited", check)
            made.server.take()

    asyncio.run(run_async())
    if types:
        _by_types(verdict, project, client, calls)
    return verdict


async def _called(client, call):
    return await aread(await awaited(client, call))


def _run(verdict, what, name, run):
    try:
        run()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        verdict.note(what, name, error)
    else:
        verdict.note(what, name)


async def _arun(verdict, what, name, run):
    try:
        await run()
    except Exception as error:  # noqa: BLE001 - as above
        verdict.note(what, name, error)
    else:
        verdict.note(what, name)


def _by_document(verdict, document, paths, call, exchanges):
    """Have the document judge what was sent."""
    for exchange in exchanges:
        if exchange.stub not in paths:
            continue
        said = document.request(paths[exchange.stub], exchange)
        if said.unjudged:
            verdict.counts["requests, not judged"] += 1
        else:
            verdict.note("requests", name_of(call), ValueError("; ".join(said.problems)) if said.problems else None)


def _by_types(verdict, project, client, calls):
    """Have mypy, strict, judge a file of all calls."""
    file = project.root / "all_calls.py"
    file.write_text(written(project.name, client, calls), encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-pretty", file.name]
    environment = {**os.environ, "MYPYPATH": str(project.generated)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=project.root, env=environment)
    errors = [line for line in done.stdout.splitlines() if ": error:" in line]
    verdict.counts["lines of types, wrong"] += len(errors)
    verdict.told += [line[:400] for line in errors]
