"""The commands of `sdkwright`, which the nox sessions call.

Whatever goes wrong is one sentence on standard error and exit status 1.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import attrs

from sdkwright import demo, documents, ir, pipeline, sources, stubs
from sdkwright.cli import changes, configuration, contract, docs, doctor, keep, new, release, upgrade
from sdkwright.cli import names as naming
from sdkwright.errors import GeneratorError
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from sdkwright.text import say
from sdkwright.tree import MANIFEST, disk, exclusive

_READING = ("generate", "normalise", "ledger", "stubs", "diff", "drift", "update", "name", "keep")
"""The commands that read the vendor's document."""
_WITHOUT_PROJECT = ("new", "doctor", "configuration")
"""The commands that work on no project that is there."""
_PROJECT_HELP = f"the folder of the project (default: the nearest upward that has {MARK})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: The command line without the program; by default the process's own.

    Returns:
        The exit status: 0 if it worked, 1 if not, 130 if it was interrupted; see `diff --help` for what it found.
    """
    options = _parser().parse_args(arguments)
    try:
        with disk.sentences(f"run {options.command}"):
            # Only the commands that compare have more to say than that they worked.
            project = _project(options) if options.command not in _WITHOUT_PROJECT else None
            return options.run(project, options) or 0
    except GeneratorError as error:
        say(f"error: {error}", file=sys.stderr)
        return 1
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        said = " ".join(str(error).split())[:300]
        kind = type(error).__name__
        say(f"error: a defect of the generator: {kind}: {said}; `python -X dev` shows where.", file=sys.stderr)
        return 1
    except KeyboardInterrupt as error:
        say(f"interrupted; {str(error) or 'nothing was changed.'}", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sdkwright", description="From an OpenAPI document to a verified SDK.")
    parser.add_argument("--project", type=Path, help=_PROJECT_HELP)
    commands = parser.add_subparsers(dest="command", required=True, metavar="command")

    fetch = commands.add_parser("fetch", help="bring the vendor's document into spec/ and pin it")
    origin = fetch.add_mutually_exclusive_group()
    origin.add_argument("--source", help="a source of spec/sources.toml (default: the one named there)")
    origin.add_argument("--file", type=Path, help="a local file in place of a source")
    fetch.add_argument("--update", action="store_true", help="take a document that differs from the pinned one")
    fetch.set_defaults(run=_fetch)

    generate = commands.add_parser("generate", help="make the package, verify it and put it in place")
    generate.add_argument("--check", action="store_true", help="make it aside and fail if anything committed differs")
    generate.add_argument("--force", action="store_true", help="overwrite generated files that were edited by hand")
    generate.add_argument("--skip-types", action="store_true", help="leave mypy and pyright out of the verification")
    generate.add_argument("--spec", type=Path, help="try another document; needs --into")
    generate.add_argument("--into", type=Path, help="write below this folder instead of the checkout")
    generate.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="OVERRIDE",
        help="leave an override out, as in additions/invoices.py",
    )
    generate.set_defaults(run=_generate)

    commands.add_parser("normalise", help="print the normalised document").set_defaults(run=_normalise)
    commands.add_parser("ledger", help="print what became of everything in the vendor's document").set_defaults(
        run=_ledger
    )
    written = commands.add_parser("stubs", help="write the WireMock mappings to a folder")
    written.add_argument("--into", type=Path, help="the folder (default: tests/contract/stubs)")
    written.set_defaults(run=_stubs)
    new.add(commands)
    doctor.add(commands)
    configuration.add(commands)
    changes.add(commands)
    naming.add(commands)
    keep.add(commands)
    release.add(commands)
    contract.add(commands)
    docs.add(commands)
    upgrade.add(commands)
    demo_parser = commands.add_parser("demo", help="run the vendor's quickstart against stubs on loopback")
    demo_parser.add_argument(
        "--picture", action="store_true", help="draw a session of the command line for README instead"
    )
    demo_parser.set_defaults(run=_demo)
    for name, command in commands.choices.items():
        if name in _WITHOUT_PROJECT:
            continue
        command.add_argument("--project", type=Path, default=argparse.SUPPRESS, help=_PROJECT_HELP)
    for name in _READING:
        commands.choices[name].add_argument(
            "--allow-partial",
            action="store_true",
            help="leave out the operations that cannot be written, and list each with its reason",
        )
    return parser


def _project(options: argparse.Namespace) -> Project:
    project = _named(options.project) if options.project else Project.find()
    project = attrs.evolve(project, partial=getattr(options, "allow_partial", False))
    if options.command != "generate":
        return project
    into, spec = options.into, options.spec
    if spec is not None and into is None:
        raise GeneratorError(
            "--spec tries another document and needs --into, a folder for the result; to adopt it, "
            "fetch it with --file."
        )
    if into is not None and into.resolve() == project.root:
        raise GeneratorError("--into is for trials; to change this checkout, fetch the document and leave --into out.")
    if into is not None and into.exists() and any(into.iterdir()) and not _is_trial(into):
        raise GeneratorError(f"{into} holds other things than a generated tree; name an empty folder.")
    without = frozenset(options.without)
    if unknown := without - set(project.override_files()):
        raise GeneratorError(
            f"--without {min(unknown)}: there is no such override; name it as in additions/invoices.py."
        )
    target = into.resolve() if into else project.root
    return attrs.evolve(project, target=target, trial_spec=spec, without=without)


def _named(folder: Path) -> Project:
    if not (folder / MARK).is_file():
        raise GeneratorError(f"--project {folder}: that folder has no {MARK}; name one that has, or write it.")
    return Project(folder.resolve())


def _is_trial(folder: Path) -> bool:
    """Whether an earlier trial filled the folder, or left only its lock there."""
    made = any(folder.glob(f"generated/*/{MANIFEST}"))
    return made or {path.name for path in folder.rglob("*")} <= {"generated", ".lock", ".lock-owner", ".mypy_cache"}


def _fetch(project: Project, options: argparse.Namespace) -> None:
    sources.fetch(project, source=options.source, file=options.file, update=options.update)


def _generate(project: Project, options: argparse.Namespace) -> None:
    if options.check:
        pipeline.check(project, Report())
    else:
        pipeline.generate(project, Report(), force=options.force, check_types=not options.skip_types)


def _normalise(project: Project, _options: argparse.Namespace) -> None:
    _, normalised = pipeline.normalised(project)
    print(documents.dump_yaml(normalised.document, header=pipeline.NORMALISED_HEADER), end="")


def _ledger(project: Project, _options: argparse.Namespace) -> None:
    _, normalised, _ = pipeline.accounted(project)
    say(normalised.ledger.markdown(), end="")


def _stubs(project: Project, options: argparse.Namespace) -> None:
    folder = options.into or project.stubs
    _, normalised = pipeline.normalised(project)
    for name, text in stubs.render(ir.build(normalised.document), project=project).items():
        disk.write(folder / name, text.encode())
    print(f"wrote the mappings to {project.show(folder)}")


def _demo(project: Project, options: argparse.Namespace) -> None:
    if options.picture:
        # It needs rich, which no other command shall wait for.
        from sdkwright.demo import picture

        drawn = picture.draw(picture.session(project, project.stubs), title=project.name).encode()
        with exclusive(project):
            disk.replace(project.picture, drawn)
        print(f"wrote {project.show(project.picture)}")
        return
    demo.run(project, project.stubs, out=sys.stdout)
