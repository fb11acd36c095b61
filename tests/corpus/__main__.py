"""Tries the generator on many documents of strangers: `nox -s corpus`, or `python -m tests.corpus`.

For each document it makes a project with the least configuration, generates the package without the type checkers, and
calls each operation, sync and async, against the package's own stubs.
"""

import argparse
import sys
import time
from pathlib import Path

from sdkwright.errors import GeneratorError
from sdkwright.text import say
from tests.corpus import documents, peers, swagger
from tests.corpus.kept import Kept, read
from tests.corpus.running import TRIAL, Limits, run_all
from tests.corpus.summary import compared, is_worse, lines

SWITCHES = ("downstream", "calls-only")
"""What a trial is told of the options."""


def main(arguments=None, *, program=TRIAL):
    """Try the documents, print what came of them, and return 1 where one is worse than before."""
    options = parser().parse_args(arguments)
    try:
        if options.swagger:
            return swagger.run()
        before = read(options.against, option="--against")["documents"] if options.against else None
        place = options.documents or documents.folder()
        paths = documents.sliced(place) if options.slice else chosen(place, options)
        switches = tuple(f"--{word}" for word in SWITCHES if getattr(options, word.replace("-", "_")))
        typed = frozenset(path.stem for path in paths[: options.types])
        told = (*switches, f"--types={options.types}", f"--peers={options.peers}")
        for peer in peers.PEERS if options.peers else ():
            peer.install()
        kept = Kept.begun(options.json, told, resume=options.resume)
    except GeneratorError as error:
        say(f"error: {error}", file=sys.stderr)
        return 1
    limits = Limits(options.seconds, options.megabytes, options.processes, switches, typed)
    began = time.monotonic()

    beside = {path.stem: path for path in paths[: options.peers]}

    def take(name, one):
        if name in beside:
            one["peers"] = peers.beside(beside[name], one.get("operations"), limits)
        kept.add(name, one)
        tell(name, one)

    run_all([path for path in paths if path.stem not in kept.documents], limits, tell=take, program=program)
    kept.write()
    found = {path.stem: kept.documents[path.stem] for path in paths}
    for line in lines(found, reasons=options.reasons):
        say(line)
    for line in peers.lines(found):
        say(line)
    say(f"{time.monotonic() - began:.0f} seconds")
    say(f"all of it: {options.json}")
    if before is None:
        return int(options.slice and any(one["outcome"] != "whole" for one in found.values()))
    for line in compared(found, before):
        say(line)
    return int(is_worse(found, before))


def chosen(place, options):
    """The documents that the options name."""
    return documents.chosen(place, half=options.half, sample=options.sample, names=options.only, below=options.below)


def tell(name, one):
    """Print a line about a document."""
    called = f"{one.get('sync', 0)}+{one.get('async', 0)} of 2x{one.get('operations')}"
    said = (one.get("said") or "").split("\n", 1)[0][:150]
    say(
        f"{one['outcome']:<10} {name:<40} {called:<20} {one.get('seconds', 0):>6.1f} s "
        f"{one.get('cpu', 0):>6.1f} CPU s  {said}"
    )


def parser():
    """The command line."""
    made = argparse.ArgumentParser(prog="corpus", description=__doc__.partition("\n")[0])
    made.add_argument("--half", choices=["first", "second", "both"], default="first", help="(default: first)")
    made.add_argument("--sample", type=int, metavar="N", help="only so many of them, always the same")
    made.add_argument("--below", type=int, metavar="KB", help="only those of fewer kilobytes")
    made.add_argument("--only", action="append", default=[], metavar="NAME", help="only the document of a file name")
    made.add_argument("--slice", action="store_true", help="a few small ones, each of which has to be whole; for CI")
    made.add_argument("--documents", type=Path, metavar="FOLDER", help="JSON documents in place of the pinned package")
    made.add_argument("--downstream", action="store_true", help="also the fake, the command line and a comparison")
    made.add_argument("--calls-only", action="store_true", help="have nobody judge the calls, and count no fields")
    made.add_argument("--types", type=int, default=0, metavar="N", help="have mypy judge the packages of the first N")
    made.add_argument("--peers", type=int, default=0, metavar="N", help="try three other generators on the first N")
    made.add_argument("--swagger", action="store_true", help="compare conversions of documents of Swagger 2.0 instead")
    made.add_argument("--seconds", type=float, default=Limits().seconds, help="for a document (default: %(default)g)")
    made.add_argument("--megabytes", type=int, default=Limits().megabytes, help="for a document (default: %(default)s)")
    made.add_argument("--processes", type=int, default=Limits().processes, help="side by side (default: %(default)s)")
    made.add_argument("--reasons", type=int, default=15, help="how many reasons are shown (default: %(default)s)")
    made.add_argument(
        "--json", type=Path, default=Path(".nox/corpus/last.json"), metavar="FILE", help="where all is kept"
    )
    made.add_argument("--resume", action="store_true", help="go on with the run that --json has begun")
    made.add_argument("--against", type=Path, metavar="FILE", help="an earlier run to compare with")
    return made


if __name__ == "__main__":
    sys.exit(main())
