"""Has a server that is not ours judge the packages that are made of its descriptions: `nox -s conformance`.

Each description becomes a package; each scenario becomes calls of generated methods, sync and async.
"""

import argparse
import asyncio
import json
import sys
import time
from pathlib import Path

from sdkwright.errors import GeneratorError
from sdkwright.text import say
from sdkwright.tree.temporary import temporary
from tests.conformance import packages, server, suite
from tests.conformance.calling import KINDS, Packages, call_all
from tests.conformance.summary import lines, outcomes, surprises

SLICE = ("authentication/api-key", "encode/bytes", "parameters/collection-format", "payload/multipart", "type/union")
"""The descriptions of a short run: places, bodies, bytes, keys and unions."""


def main(arguments=None):
    """Run the suite, print what came of it, and return 1 where other scenarios fail than those that are known to."""
    options = parser().parse_args(arguments)
    began = time.monotonic()
    try:
        judge = suite.installed()
        documents = {name: found for name, found in judge.documents().items() if found}
        if options.slice or options.only:
            documents = chosen(documents, options.only or SLICE)
        made, told = packages.make_all(documents, options.processes, keep=options.keep)
        found = {kind: run(judge, made, kind) for kind in KINDS}
    except GeneratorError as error:
        say(f"error: {error}", file=sys.stderr)
        return 1
    for line in [*told, *lines(found)]:
        say(line)
    say(f"{time.monotonic() - began:.0f} seconds")
    options.json.parent.mkdir(parents=True, exist_ok=True)
    written = {kind: {name: [*outcome] for name, outcome in sorted(some.items())} for kind, some in found.items()}
    options.json.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return int(any(surprises(some) for some in found.values()))


def chosen(documents, names):
    """The documents of some descriptions.

    Raises:
        GeneratorError: There is no description of a name.
    """
    if unknown := set(names) - documents.keys():
        raise GeneratorError(f"--only {min(unknown)}: there is no such description, or OpenAPI cannot say it.")
    return {name: documents[name] for name in names}


def run(judge, made, kind):
    """What came of each scenario of the descriptions, called by one kind of client."""
    with temporary("sdkwright-conformance-") as folder:
        with server.serving(judge, folder) as base_url:
            scenarios = judge.scenarios(base_url)
            wanted = {name: one for name, one in scenarios.items() if one["description"] in made}
            imported = {name: Packages.of(projects, base_url) for name, projects in made.items()}
            said = asyncio.run(call_all(wanted, imported, kind))
        return outcomes(wanted, server.results(folder), said)


def parser():
    """The command line."""
    made = argparse.ArgumentParser(prog="conformance", description=__doc__.partition("\n")[0])
    made.add_argument("--only", action="append", default=[], metavar="NAME", help="only this description")
    made.add_argument("--slice", action="store_true", help="only the descriptions of a short run")
    made.add_argument("--keep", action="store_true", help="packages of another state of the generator will do")
    made.add_argument("--processes", type=int, default=2, help="side by side (default: %(default)s)")
    made.add_argument(
        "--json", type=Path, default=Path(".nox/conformance/last.json"), metavar="FILE", help="where all is kept"
    )
    return made


if __name__ == "__main__":
    sys.exit(main())
