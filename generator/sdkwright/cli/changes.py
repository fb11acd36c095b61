"""`diff`, `drift` and `update`: what a new document changes, whether there is one, and taking it."""

import argparse
import sys
from pathlib import Path
from typing import Any, Final

from sdkwright import pipeline
from sdkwright.cli.arguments import (
    STATUS,
    add_origin,
    add_reports,
    check_reports,
    pinned,
    read,
    received,
    write_reports,
)
from sdkwright.diff.compare import compare_all, compare_documents, keeping_names
from sdkwright.diff.comparison import Comparison
from sdkwright.diff.findings import Severity
from sdkwright.diff.reports import to_text
from sdkwright.diff.rules import RULES
from sdkwright.diff.version import Part
from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.report import Report
from sdkwright.update import Wishes, update

_DRIFTED: Final = 3
_STATUSES: Final = "Exit status: 0 nothing that could break, 4 risky, 5 breaking, 1 failed."


def add(commands: Any) -> None:
    """Add the three commands to the parser."""
    diff = commands.add_parser(
        "diff", help="tell what a document changes, on the wire, the surface and for callers", epilog=_STATUSES
    )
    diff.add_argument("new", type=Path, nargs="?", help="the later document")
    diff.add_argument("--old", type=Path, help="the earlier document (default: the pinned one)")
    diff.add_argument("--wire-only", action="store_true", help="compare the documents, and make no packages")
    diff.add_argument("--rules", action="store_true", help="print the rules that judge changes")
    add_reports(diff)
    diff.set_defaults(run=_diff)

    drift = commands.add_parser(
        "drift",
        help="fail if a source has another document than the pinned one",
        epilog=f"{_STATUSES} 3 differs, and nothing could break.",
    )
    add_origin(drift)
    add_reports(drift)
    drift.set_defaults(run=_drift)

    taking = commands.add_parser(
        "update",
        help="take a new document with all that follows from it, or nothing",
        epilog="Exit status: 0 done, or nothing to do; 1 failed, and nothing was changed.",
    )
    add_origin(taking)
    add_reports(taking)
    taking.add_argument("--dry-run", action="store_true", help="show all and write nothing")
    taking.add_argument("--accept-names", action="store_true", help="take the proposed names for what has none")
    choice = taking.add_mutually_exclusive_group()
    choice.add_argument(
        "--bump", choices=[part.value for part in Part], help="what of the version to raise, whatever was found"
    )
    choice.add_argument("--version", help="the version to take, whatever was found")
    testing = taking.add_mutually_exclusive_group()
    testing.add_argument("--no-tests", action="store_true", help="leave the tests out")
    testing.add_argument("--tests", nargs="+", default=[], metavar="PATH", help="what to give to pytest (default: all)")
    taking.set_defaults(run=_update)


def _diff(project: Project, options: argparse.Namespace) -> int:
    if options.rules:
        for name, rule in RULES.items():
            print(f"{rule.severity!s:9} {name:34} {rule.why}")
        return 0
    check_reports(options)
    old = pinned(project) if options.old is None else read(options.old)
    new = pinned(project) if options.new is None else read(options.new)
    tables = pipeline.read_tables(project)
    if options.wire_only:
        tables, _ = keeping_names(old, new, tables, configuration=project.configuration)
        comparison = compare_documents(old, new, tables, configuration=project.configuration)
    else:
        comparison = compare_all(old, new, tables, project=project, version=version_of(project))
    print(to_text(comparison))
    write_reports(comparison, options)
    return STATUS[comparison.worst]


def _drift(project: Project, options: argparse.Namespace) -> int:
    check_reports(options)
    old, new = pinned(project), received(project, options)
    if old.sha256 == new.sha256:
        print(f"No drift: {new.name} has the pinned document (sha256 {old.sha256[:12]}).")
        return 0
    tables, _ = keeping_names(old, new, pipeline.read_tables(project), configuration=project.configuration)
    comparison = compare_documents(old, new, tables, configuration=project.configuration)
    print("Drift: the source has another document than the pinned one.")
    print(to_text(comparison))
    again = Wishes(source=options.source, file=options.file, partial=options.allow_partial).again
    print(f"\nTake it with `nox -s update{again and f' --{again}'}`.")
    write_reports(comparison, options)
    return _DRIFTED if comparison.worst is Severity.SAFE else STATUS[comparison.worst]


def _update(project: Project, options: argparse.Namespace) -> int:
    check_reports(options)
    wishes = Wishes(
        source=options.source,
        file=options.file,
        dry_run=options.dry_run,
        accept_names=options.accept_names,
        tests=None if options.no_tests else options.tests,
        part=None if options.bump is None else Part(options.bump),
        version=options.version,
        partial=options.allow_partial,
    )
    comparison = update(project, wishes, Report(), stopped=lambda found: _report_stopped(found, options))
    if comparison is not None:
        write_reports(comparison, options)
    return 0


def _report_stopped(comparison: Comparison, options: argparse.Namespace) -> None:
    """Write the reports of an update that stops, whose own reason must not be lost if that fails too."""
    try:
        write_reports(comparison, options)
    except GeneratorError as error:
        print(str(error).replace("; all else is done.", "."), file=sys.stderr)
