"""What follows from a package: the comparison of documents, the fake of the service, the command line."""

import asyncio
import contextlib
import importlib
import inspect
import io
import json
import os
import tempfile
from collections.abc import AsyncIterator, Iterator
from operator import attrgetter
from pathlib import Path
from unittest import mock

from sdkwright import contract, pipeline
from sdkwright.contract.calls import is_pager
from sdkwright.diff.compare import compare_documents
from sdkwright.normalise.identifiers import flat

SWITCHES = "\n[command_line]\nenabled = true\n\n[testing]\nenabled = true\n"
"""What a project declares so that its package has all of it."""


def problems(package):
    """What is wrong, one sentence each.

    Args:
        package: A `contract.Package`; what it has no rooms for is not tried.
    """
    found, declared = [], package.project.configuration
    checks = [("diff", _compared)]
    checks += [("fake", _faked)] if declared.testing.enabled else []
    checks += [("command line", _commanded)] if declared.command_line.enabled else []
    for what, check in checks:
        try:
            found += [f"{what}: {said}" for said in check(package)]
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            found.append(f"{what}: {_told(error)}")
    return found


def _told(error):
    return f"{type(error).__name__}: {error}"[:300]


def _compared(package):
    """A document compared with itself."""
    upstream, tables = pipeline.read_upstream(package.project), pipeline.read_tables(package.project)
    comparison = compare_documents(upstream, upstream, tables, configuration=package.project.configuration)
    return [f"{finding.rule} {finding.place}" for finding in comparison.findings]


def _faked(package):
    """Every operation called on a fake of which nothing was said."""
    service = importlib.import_module(f"{package.project.name}.testing").FakeService()
    with service.client() as client:
        for method in package.methods:
            with _noted(method) as noted:
                _read(_called(package, client, method))
            yield from noted
    yield from asyncio.run(_faked_async(package, service))
    told = {call.operation for call in service.calls}
    yield from (
        f"{method.operation.name}: no call was noted" for method in package.methods if method.operation.name not in told
    )


async def _faked_async(package, service):
    found = []
    async with service.async_client() as client:
        for method in package.methods:
            with _noted(method) as noted:
                await _read_async(_called(package, client, method))
            found += noted
    return found


@contextlib.contextmanager
def _noted(method):
    noted = []
    try:
        yield noted
    except Exception as error:  # noqa: BLE001 - as above
        noted.append(f"{method.operation.name}: {_told(error)}")


def _called(package, client, method):
    bound = attrgetter(f"{method.operation.resource}.{method.name}")(client)
    return bound(**package.arguments.of(method, "required"))


def _read(answer):
    if isinstance(answer, Iterator) or is_pager(answer):
        for _ in answer:
            pass


async def _read_async(answer):
    if inspect.isawaitable(answer):
        answer = await answer
    if isinstance(answer, AsyncIterator) or is_pager(answer):
        async for _ in answer:
            pass


def _commanded(package):
    """Every command asked for its help, and run without sending anything."""
    with mock.patch.dict(os.environ), tempfile.TemporaryDirectory() as folder:
        # The document may name no server.
        os.environ.setdefault(f"{package.project.environment}_BASE_URL", contract.package.HOST)
        encode = importlib.import_module(f"{package.project.name}._json.codec").encode
        for method in package.methods:
            resource, values = method.operation.resource, package.arguments.of(method, "required")
            commands = importlib.import_module(f"{package.project.name}._commands.{flat(resource)}").COMMANDS
            command = next(found for found in commands if found.verb == method.name)
            words = [flat(resource).replace("_", "-"), method.name.replace("_", "-")]
            with _noted(method) as noted:
                for more in (["--help"], ["--dry-run", *_options(command, values, encode, folder)]):
                    noted.extend(_run(package, [*words, *more]))
            yield from noted


def _run(package, words):
    run = importlib.import_module(f"{package.project.name}.cli._run").run
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run(words)
    if status != 0:
        yield f"{' '.join(words)}: status {status}: {' '.join(err.getvalue().split())[:300]}"


def _options(command, values, encode, folder):
    """The words that give the required arguments."""
    body = {
        argument.name: values[argument.name]
        for argument in command.arguments
        if argument.body and argument.name in values
    }
    others = [argument for argument in command.arguments if not argument.body and argument.name in values]
    for argument in others:
        if argument.kind == "upload":
            values[argument.name] = _stored(values[argument.name], folder)
        elif argument.kind == "uploads":
            values[argument.name] = [_stored(value, folder) for value in values[argument.name]]
    named = [word for argument in others if not argument.positional for word in _option(argument, values, encode)]
    placed = [_text(argument, values[argument.name], encode) for argument in command.arguments if argument.positional]
    if body and command.document:
        rest = {name: json.loads(encode(value)) for name, value in body.items() if name not in _placed(command)}
        named += ["--body", _written(rest, folder)] if rest else []
    else:
        fields = [argument for argument in command.arguments if argument.name in body and not argument.positional]
        named += [word for argument in fields for word in _option(argument, values, encode)]
    return [*named, "--", *placed]


def _stored(content, folder):
    file = Path(folder) / "upload"
    file.write_bytes(content)
    return str(file)


def _written(document, folder):
    file = Path(folder) / "body.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    return str(file)


def _placed(command):
    return {argument.name for argument in command.arguments if argument.positional}


def _option(argument, values, encode):
    name, value = argument.name.replace("_", "-"), values[argument.name]
    if argument.kind == "bool":
        return [f"--{name}" if value else f"--no-{name}"]
    if argument.kind == "uploads":
        return [word for file in value for word in (f"--{name}", file)]
    return [f"--{name}", _text(argument, value, encode)]


def _text(argument, value, encode):
    if argument.kind == "upload":
        return value
    text = encode(value).decode()
    if argument.kind == "bytes":
        return value.decode()
    if argument.kind in {"str", "datetime", "date", "time", "duration", "uuid"}:
        return json.loads(text)
    if argument.kind in {"int", "decimal", "json", "any"}:
        return text
    return value.name.lower().replace("_", "-")
