"""Runs the stages in order: from the document in `spec/` to a verified package in `generated/`, or to nothing."""

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

import attrs

from sdkwright import documents, ir, reference, stubs, tree
from sdkwright.collecting import collecting_seldom
from sdkwright.config.values import listed
from sdkwright.emit.needs import for_document
from sdkwright.emit.package import GENERATORS, copy_overrides, tidy, version_of, write_build, write_package
from sdkwright.emit.servers import servers_of
from sdkwright.errors import GeneratorError
from sdkwright.ir.counted_fields import count_fields
from sdkwright.ir.crosscheck import cross_check
from sdkwright.ir.declared import declared_fields
from sdkwright.normalise import Names, Normalised, Overlay, normalise
from sdkwright.normalise.deprecations import overdue
from sdkwright.normalise.replacements import check_replacements
from sdkwright.partial import writable
from sdkwright.project import MARK, Project
from sdkwright.received import read_file, read_upstream
from sdkwright.report import Report
from sdkwright.tree import disk
from sdkwright.upstream import Upstream
from sdkwright.verify import check_overrides, refuse_broken, verifying

NORMALISED_HEADER = (
    "The vendor's document as mended by `nox -s generate`, and what code is made from. Do not edit: change "
    "overlay.yaml or\nnames.toml."
)


_IDLE = ": nothing to change"
# How the summary marks what a comparison found, before it is put right.
_SIGNS = {"(missing)": "+", "(differs)": "~", "(stray)": "-"}


def generate(
    project: Project, report: Report, *, force: bool = False, check_types: bool = True, aside: bool = False
) -> None:
    """Make the package anew and put it in place.

    Args:
        project: The checkout.
        report: Prints the result of each stage.
        force: Overwrite files of the generated tree that were edited by hand.
        check_types: Whether mypy and pyright judge the new package before it replaces the old.
        aside: Whether the checkout is a copy, so that nobody reads that anything of his own was replaced.

    Raises:
        GeneratorError: A stage failed; the last good tree and everything else is as it was.
    """
    with tree.exclusive(project):
        tree.recover(project)
        tree.refuse_edits(project, force=force)
        with tree.staging(project) as stage:
            files = _build(project, stage, report, check_types=check_types)
            is_first = not project.package.exists()
            with report.stage("swap") as step:
                changes = tree.changes(project.package, stage / project.name)
                others = tree.differences(project, stage / project.name, files, owned=_owned(project))
                tree.swap(project, stage / project.name, files, owned=_owned(project))
                step.result = f"{project.show(project.package)} is in place" + (", in the copy only" if aside else "")
            if is_first:
                # Each file of a first tree is new, which a list of all of them would not say better.
                lines = f"{len(changes.added)} files, {changes.lines_added:,} lines"
                beside = f"{len(others) - len(changes.added)} files of spec, stubs and pages beside it"
                report.say(f"The first tree: {lines}; {beside}")
                return
            report.say(f"Since the last tree: {changes}")
            inside = f"{project.show(project.package)}/"
            for line in others:
                if not line.startswith(inside):
                    path, _, what = line.rpartition(" ")
                    report.say(f"  {_SIGNS[what]} {path}")


def check(project: Project, report: Report) -> None:
    """Make the package aside and compare it with the one in place.

    Raises:
        GeneratorError: A byte or a file differs.
    """
    with tree.exclusive(project):
        tree.recover(project)
        with tree.staging(project) as stage:
            # What is equal to the byte was judged by the type checkers when it was made.
            files = _build(project, stage, report, check_types=False)
            with report.stage("compare") as step:
                problems = tree.differences(project, stage / project.name, files, owned=_owned(project))
                step.result = "nothing differs" if not problems else f"{len(problems)} files differ"
    if problems:
        listed = "".join(f"\n  {problem}" for problem in problems[:20])
        raise GeneratorError(f"what is committed is not what the generator makes; run `nox -s generate`:{listed}")


def state_version(project: Project) -> None:
    """Make the package of a copy of the checkout say the version that `pyproject.toml` has by now.

    Nothing else that was made depends on the version, so nothing is made anew. It is for a copy, for a package in place
    is replaced as a whole.

    Raises:
        GeneratorError: Something was to be kept until this version, or the disk is full.
    """
    upstream, document, package = read_upstream(project), _document_in_place(project), project.package
    _refuse_overdue(document, project)
    with disk.sentences("state the version in the package"):
        write_build(ir.build(document), package, project=project, spec_sha256=upstream.sha256)
        tidy(package / "_build.py")
        disk.write(package / tree.MANIFEST, _manifest(package, upstream))


def normalised(project: Project) -> tuple[Upstream, Normalised]:
    """Read the pinned document and normalise it.

    Raises:
        GeneratorError: It is not there, not what the lock says, or cannot be normalised.
    """
    upstream = read_upstream(project)
    overlay, names = read_tables(project)
    configuration = project.configuration
    whole = writable(upstream.document, overlay, names, name=upstream.name, configuration=configuration)
    # What corrects an operation that is left out has nothing to correct.
    said: list[str] | None = [] if whole.left_out else None
    found = normalise(whole.document, overlay, names, name=upstream.name, configuration=configuration, complaints=said)
    found = whole.told(found)
    for where, what in upstream.told:
        found.ledger.tell(where, what)
    if found.named:
        table = project.show(project.names)
        ruled = f"{len(found.named)} names by rule; `sdkwright name --accept` writes them into {table}"
        found = attrs.evolve(found, absent=[*found.absent, ruled])
    return upstream, found


def accounted(project: Project) -> tuple[Upstream, Normalised, ir.Api]:
    """As `normalised`, with the fields counted where the document and the representation meet, and that itself.

    Raises:
        GeneratorError: As there, or the document is not what normalisation leaves.
    """
    upstream, outcome = normalised(project)
    api = ir.build(outcome.document)
    outcome.ledger.count_fields(count_fields(corrected(project, upstream), api))
    return upstream, outcome, api


def api_in_place(project: Project) -> ir.Api:
    """The API that the package in place was made from.

    Raises:
        GeneratorError: The normalised document is not there, or is not what normalisation leaves.
    """
    return ir.build(_document_in_place(project))


def read_tables(project: Project) -> tuple[Overlay, Names]:
    """Read the overlay and the public names. A project without such a file has no corrections or names.

    Raises:
        GeneratorError: One of them is not what it should be.
    """
    overlay_name, names_name = project.show(project.overlay), project.show(project.names)
    data = read_file(project.overlay, project) if project.overlay.exists() else b""
    overlay = Overlay.parse(documents.load(data, name=overlay_name), name=overlay_name) if data.strip() else Overlay(())
    return overlay, Names.parse(read_names(project), name=names_name)


def corrected(project: Project, upstream: Upstream | None = None) -> dict[str, Any]:
    """The vendor's document as the overlay corrects it, by which others judge what was made of it.

    Args:
        project: The project.
        upstream: The document, where it was read before.

    Raises:
        GeneratorError: It is not there, not what the lock says, or the overlay is not what it should be.
    """
    overlay, _ = read_tables(project)
    document: dict[str, Any] = documents.copied((upstream or read_upstream(project)).document)
    overlay.apply(document, [])
    return document


def read_names(project: Project) -> str:
    """Read the table of public names as it is written, its line ends included; empty where there is none.

    Raises:
        GeneratorError: It cannot be read, or is not text.
    """
    try:
        return read_file(project.names, project).decode("utf-8") if project.names.exists() else ""
    except UnicodeDecodeError as error:
        names_path = project.show(project.names)
        raise GeneratorError(f"{names_path}: not UTF-8 text (byte {error.start}); save it as UTF-8.") from None


@collecting_seldom()
def _build(project: Project, stage: Path, report: Report, *, check_types: bool) -> dict[Path, bytes]:
    """Make the package in `stage` and return the other outputs."""
    package = stage / project.name
    package.mkdir()
    with report.stage("normalise") as step:
        upstream, outcome, api = accounted(project)
        project = for_document(project, api)
        counts = f"{len(api.operations)} operations, {len(api.schemas)} schemas"
        step.result = f"{counts}; {outcome.corrections} corrections by the overlay"
    for line in [*outcome.ledger.summary(), *_remarks(outcome, api, project)]:
        report.say(f"            {line}")
    _refuse_overdue(outcome.document, project)
    check_replacements(outcome.document, reference.method_names(project.additions()))
    with report.stage("generate") as step:
        unread = cross_check(outcome.document, api)
        refuse_broken(project)
        resources = write_package(api, package, project=project, spec_sha256=upstream.sha256)
        modules = len(list(package.rglob("*.py")))
        step.result = f"{len(api.operations)} methods, each sync and async; {modules} modules"
        if unread:
            step.result += f"; {unread} operations without a second reading, which openapi-python-client cannot read"
    with report.stage("format") as step:
        tidy(package)
        step.result = f"{sum(1 for _ in _lines(package)):,} lines"
    with report.stage("overrides") as step:
        check_overrides(package, project)
        copied, own = copy_overrides(package, project=project), len(project.override_files())
        step.result = f"{own} modules of the project's own, {copied - own} of the runtime"
    with (
        report.stage("verify") as verified,
        verifying(
            stage,
            api,
            project=project,
            declared=declared_fields(outcome.document),
            told=outcome.ledger.told,
            check_types=check_types,
            say=lambda line: report.say(f"            {line}"),
        ) as finish,
    ):
        with report.stage("stubs") as step:
            stub_files = stubs.render(api, project=project)
            step.result = f"{len(stub_files)} files of WireMock mappings"
        with report.stage("reference") as step:
            overlay, names = read_tables(project)
            pages = reference.render(api, resources, reference.corrections(api, overlay, names), project=project)
            step.result = f"{len(pages)} pages of documentation"
        finish()
        verified.result = "the new tree is sound"
    (package / tree.MANIFEST).write_bytes(_manifest(package, upstream))
    return {
        project.normalised: documents.dump_yaml(outcome.document, header=NORMALISED_HEADER).encode(),
        project.ledger: outcome.ledger.markdown().encode(),
        **{project.stubs / name: text.encode() for name, text in stub_files.items()},
        **{project.reference / name: text.encode() for name, text in pages.items()},
    }


def _remarks(outcome: Normalised, api: ir.Api, project: Project) -> Iterator[str]:
    """What a maintainer must know of a normalisation, one line for each kind."""
    idle = [line.removeprefix("pass ").removesuffix(_IDLE) for line in outcome.absent if line.endswith(_IDLE)]
    if idle:
        yield f"nothing to change for {listed(idle)}"
    yield from (line for line in outcome.absent if not line.endswith(_IDLE))
    if not servers_of(api, project).default_url:
        yield f"no server: callers have to pass base_url=, unless base_url of [package] in {MARK} names one"
    if told := outcome.ledger.told:
        places = "1 place is" if len(told) == 1 else f"{len(told)} places are"
        yield f'{places} mended or read as less: see "Mended or read as less" in {project.show(project.ledger)}'


def _document_in_place(project: Project) -> dict[str, Any]:
    return documents.load(read_file(project.normalised, project), name=project.show(project.normalised))


def _refuse_overdue(document: dict[str, Any], project: Project) -> None:
    if late := [*overdue(document, version_of(project))]:
        raise GeneratorError("\n".join(late))


def _manifest(package: Path, upstream: Upstream) -> bytes:
    facts = {"spec_sha256": upstream.sha256, "generators": {name: version(name) for name in GENERATORS}}
    return tree.build(package, facts=facts)


def _owned(project: Project) -> dict[Path, str]:
    return {project.stubs: "*.json", project.reference: "*.md"}


def _lines(package: Path) -> list[str]:
    return [line for path in package.rglob("*.py") for line in path.read_text(encoding="utf-8").splitlines()]
