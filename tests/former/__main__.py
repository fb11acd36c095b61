"""Runs the calls of callers of a former SDK on the package made of its document and its configuration.

`python -m tests.former FOLDER`: the folder has the document (`openapi.json` or `openapi.yml`), `stainless.yml`
and `calls.json`. Each call runs on both clients against the package's own stubs, its pages and streams read to their
end; a type checker judges a file of all calls.
"""

import argparse
import asyncio
import importlib
import inspect
import json
import os
import subprocess
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

from sdkwright import pipeline
from sdkwright.stubs import build_mappings
from sdkwright.stubs.server import StubServer
from tests.former.making import project_of

LOCAL = {"parse_datetime": datetime.fromisoformat, "parse_date": date.fromisoformat, "Path": Path}


def bound(client, call):
    """The method of a call, and its arguments."""
    for name in call["resource"]:
        client = getattr(client, name)
    # Sources of values, from the file that was named.
    args = [eval(source, dict(LOCAL)) for source in call["args"]]
    kwargs = {name: eval(source, dict(LOCAL)) for name, source in call["kwargs"].items()}
    return getattr(client, call["method"])(*args, **kwargs)


def run_sync(client, call):
    """Run a call, and read what it gives to its end."""
    found = bound(client, call)
    if hasattr(found, "iter_pages") or hasattr(found, "__next__"):
        list(found)


async def run_async(client, call):
    """The same, awaited."""
    found = bound(client, call)
    if inspect.isawaitable(found) and not hasattr(found, "__aiter__"):
        found = await found
    if hasattr(found, "__aiter__"):
        async for _ in found:
            pass


def written(package, client, calls):
    """A file of all calls."""

    def text(owner, call):
        given = [*call["args"], *(f"{name}={source}" for name, source in call["kwargs"].items())]
        return f"{owner}.{'.'.join(call['resource'])}.{call['method']}({', '.join(given)})"

    lines = ["from datetime import date, datetime", "from pathlib import Path"]
    lines += [f"from {package} import Async{client}, {client}", "parse_datetime = datetime.fromisoformat"]
    lines += ["parse_date = date.fromisoformat", f"def every(client: {client}) -> None:"]
    lines += [f"    {text('client', call)}" for call in calls]
    lines += [f"async def every_async(client: Async{client}) -> None:"]
    lines += [f"    await {text('client', call)}" for call in calls]
    return "\n".join(lines) + "\n"


def judge(case, target, *, types):
    """Run all calls of a case; returns how many ran, how many there are, and what went wrong."""
    project = project_of(case, target)
    client = project.client
    sys.path.insert(0, str(project.generated))
    package = importlib.import_module(project.name)
    calls = json.loads((case / "calls.json").read_text(encoding="utf-8"))
    wrong = []

    def tell(mode, call, error):
        wrong.append(f"{mode} {'.'.join(call['resource'])}.{call['method']}: {type(error).__name__}: {error}")

    async def awaited(base_url):
        async with getattr(package, f"Async{client}")(api_key="the-key", base_url=base_url, max_retries=0) as made:
            for call in calls:
                try:
                    await run_async(made, call)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is told
                    tell("async", call, error)

    with StubServer(build_mappings(pipeline.api_in_place(project), project=project)) as server:
        with getattr(package, client)(api_key="the-key", base_url=server.base_url, max_retries=0) as made:
            for call in calls:
                try:
                    run_sync(made, call)
                except Exception as error:  # noqa: BLE001 - whatever it is, it is told
                    tell("sync", call, error)
        asyncio.run(awaited(server.base_url))
    ran = 2 * len(calls) - len(wrong)
    if types:
        (target / "all_calls.py").write_text(written(project.name, client, calls), encoding="utf-8")
        command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-pretty", "all_calls.py"]
        environment = {**os.environ, "MYPYPATH": str(project.generated)}
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=target, env=environment)
        wrong += [line for line in done.stdout.splitlines() if ": error:" in line]
    return ran, 2 * len(calls), wrong


def main():
    """Judge one case."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--types", action="store_true", help="have mypy judge a file of all calls too")
    parser.add_argument("--into", type=Path, help="keep the project in this folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        ran, count, wrong = judge(options.folder, options.into or Path(temporary) / "project", types=options.types)
    for line in wrong:
        sys.stdout.write(f"{line[:300]}\n")
    sys.stdout.write(f"{options.folder.name}: {ran} of {count} calls ran, {ran / count:.1%}\n")


if __name__ == "__main__":
    main()
