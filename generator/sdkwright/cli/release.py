"""`build`, `publish` and `release`: the archives, their way to an index, and the version and changelog before both."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sdkwright.diff.version import Part
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.report import Report

if TYPE_CHECKING:
    from sdkwright.release.distribution import Distribution


def add(commands: Any) -> None:
    """Add the three commands to the parser."""
    building = commands.add_parser("build", help="build wheel, source archive and bill of materials into dist/")
    building.add_argument("--into", type=Path, help="another folder")
    _choose(building)
    building.set_defaults(run=_build)

    publishing = commands.add_parser(
        "publish",
        help="publish to a package index, install from there and try it; without --index, rehearse on an own one",
        epilog="Credentials: TWINE_USERNAME and TWINE_PASSWORD, .pypirc, or the keyring.",
    )
    publishing.add_argument("--index", help="the address that uploads go to, or a section of .pypirc")
    publishing.add_argument("--simple", metavar="URL", help="the list of packages, where it is not at INDEX/simple/")
    publishing.add_argument("--plain", action="store_true", help="send credentials without encryption")
    publishing.add_argument("--built", type=Path, metavar="FOLDER", help="publish archives that were built elsewhere")
    publishing.add_argument("--verify", action="store_true", help="only install and try what is published")
    _choose(publishing)
    publishing.set_defaults(run=_publish)

    releasing = commands.add_parser("release", help="set the version and collect what has changed into CHANGELOG.md")
    choice = releasing.add_mutually_exclusive_group()
    choice.add_argument("--bump", choices=[part.value for part in Part if part is not Part.NONE], help="what to raise")
    choice.add_argument("--version", help="the version to set (default: the one in pyproject.toml)")
    _choose(releasing)
    releasing.set_defaults(run=_release)


def _choose(parser: argparse.ArgumentParser) -> None:
    choices = ["package", "generator"]
    parser.add_argument(
        "--distribution", choices=choices, default="package", help="the project's package, or sdkwright of its checkout"
    )


# The tools of a release take half a second to import, which no other command shall wait for.
def _build(project: Project, options: argparse.Namespace) -> None:
    from sdkwright.release import build

    build(project, options.into or project.root / "dist", Report(), _chosen(options))


def _publish(project: Project, options: argparse.Namespace) -> None:
    from sdkwright.release import Index, publish, rehearse, try_out

    report, what = Report(), _chosen(options)
    if options.index is None:
        if options.simple or options.verify or options.built:
            raise GeneratorError("--simple, --built and --verify go with --index; without it, this is a rehearsal.")
        rehearse(project, report, what)
        report.say(_rehearsed(project))
        return
    index = Index.named(
        options.index, package=what.name(project), simple=options.simple, plain=options.plain, environ=os.environ
    )
    if options.verify:
        try_out(project, index, report, what.version(project), what=what)
        return
    dist, built = options.built or project.root / "dist", options.built is not None
    publish(project, index, report, dist=dist, built=built, what=what)


def _chosen(options: argparse.Namespace) -> "Distribution":
    from sdkwright.release.distribution import PACKAGE
    from sdkwright.release.generator import GENERATOR

    return GENERATOR if options.distribution == "generator" else PACKAGE


def _rehearsed(project: Project) -> str:
    from sdkwright.release.checkout import refuse_changes

    try:
        refuse_changes(project)
    except GeneratorError as error:
        return f"The rehearsal went well, but `nox -s publish -- --index ADDRESS` would be refused now: {error}"
    return "The rehearsal went well. Publish with `nox -s publish -- --index ADDRESS`."


def _release(project: Project, options: argparse.Namespace) -> None:
    from sdkwright.release.changelog import release

    part = Part(options.bump) if options.bump else None
    release(project, Report(), part=part, version=options.version, what=_chosen(options))
