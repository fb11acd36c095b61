"""Makes a new project aside, tries it, and moves it into its place as a whole; a failure leaves nothing."""

import io
import os
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeAlias

import attrs

from sdkwright import config, demo, pipeline, site, sources
from sdkwright.config.values import PACKAGE_NAME, RefusedError
from sdkwright.emit.needs import for_document
from sdkwright.emit.security import keys_of
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api
from sdkwright.new.first_call import FirstCall, candidates
from sdkwright.new.from_document import begin, propose
from sdkwright.new.origin import Origin
from sdkwright.new.proposal import Proposal
from sdkwright.new.skeleton import Skeleton, urls_of, wheel_limit
from sdkwright.new.writing import names_toml, overlay_yaml, sdk_toml
from sdkwright.normalise.identifiers import snake
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from sdkwright.site.addresses import is_address
from sdkwright.text import clean
from sdkwright.tree import disk
from sdkwright.tree.temporary import temporary

_PROJECT_WAY_OUT: Final = ("use `--file PATH`", "name another file")


@attrs.frozen(kw_only=True)
class Wishes:
    """What is asked for.

    Attributes:
        name: The package.
        document: Where the document is: an address, a file, or a file of an npm package.
        into: The folder that becomes the project; by default one of the package's name, here.
        licence: What the project is licensed under, as SPDX names it.
        author: Who holds the rights; by default who git says it is.
        ci: What runs the tests on each change: `github`, `gitlab`, or nothing.
        partial: Whether operations that cannot be written are left out and listed.
        check_types: Whether mypy and pyright judge the package.
        repository: The address of the project's repository.
        documentation: The address of its documentation.
    """

    name: str
    document: str
    into: Path | None = None
    licence: str = "MIT"
    author: str = ""
    ci: str = "github"
    partial: bool = False
    check_types: bool = True
    repository: str = ""
    documentation: str = ""

    @property
    def target(self) -> Path:
        """The folder that becomes the project."""
        return (self.into or Path(self.name)).absolute()


@attrs.frozen
class Made:
    """A new project.

    Attributes:
        folder: Where it lies.
        proposal: What was proposed for it.
        call: Its first call.
    """

    folder: Path
    proposal: Proposal
    call: FirstCall


Fill: TypeAlias = Callable[[Proposal, Project, Api], None]
"""Changes a proposal after the document has filled it."""
Finish: TypeAlias = Callable[[Project, Api], dict[str, str]]
"""Gives further files of a project once its package is there, by their paths."""


def make(
    wishes: Wishes,
    report: Report,
    *,
    ask: Callable[[Proposal], None] | None = None,
    fill: Fill | None = None,
    finish: Finish | None = None,
) -> Made:
    """Make a project.

    Args:
        wishes: What is asked for.
        report: Prints the result of each stage.
        ask: Changes the proposal before the document fills it.
        fill: Changes it after.
        finish: Gives further files of the project.

    Raises:
        GeneratorError: The name, the folder or the document cannot be taken, or something of the project does not
            work; there is no folder then.
    """
    _refuse(wishes)
    origin = Origin.read(wishes.document)
    target = wishes.target
    with disk.sentences(f"make {target.name}"), temporary(".sdkwright-new-", within=target.parent) as aside:
        root = aside / target.name
        proposal, project = _proposed(wishes, origin, root, report, ask, fill)
        call = _made(wishes, origin, proposal, project, report, finish)
        if target.exists():
            raise GeneratorError(f"{target} is there by now; name another folder: --into.")
        root.rename(target)
    return Made(target, proposal, call)


def _refuse(wishes: Wishes) -> None:
    for option, address in (("--repository", wishes.repository), ("--documentation", wishes.documentation)):
        if address and not is_address(address):
            raise GeneratorError(f"{option} {clean(address)}: no https address; give one as https://host/path.")
    try:
        PACKAGE_NAME.read(wishes.name)
    except RefusedError as refused:
        better = snake(wishes.name).strip("_")
        hint = f", such as {better}" if better != wishes.name and PACKAGE_NAME.accepts(better) else ""
        raise GeneratorError(f"the name {refused}{hint}.") from None
    target = wishes.target
    if target.exists() or target.is_symlink():
        raise GeneratorError(f"{target} is there already; name a folder that is not: --into.")
    if not target.parent.is_dir():
        raise GeneratorError(f"{target.parent} is no folder; make it first, or name another place: --into.")


def _proposed(
    wishes: Wishes,
    origin: Origin,
    root: Path,
    report: Report,
    ask: Callable[[Proposal], None] | None,
    fill: Fill | None,
) -> tuple[Proposal, Project]:
    """The project with its document and what is proposed for it."""
    proposal = begin(wishes.name)
    if ask is not None:
        ask(proposal)
    if wishes.partial:
        proposal.decide("normalisation", "partial", value=True, reason="asked for by --allow-partial")
    _write(root, {MARK: sdk_toml(proposal)} | ({"spec/sources.toml": text} if (text := origin.sources_toml()) else {}))
    with report.stage("fetch") as step:
        try:
            fetched = sources.fetch(Project(root), source=None, file=origin.file, update=False, say=lambda _: None)
        except GeneratorError as error:
            raise GeneratorError(_reworded(str(error))) from None
        step.result = fetched.summary
    with report.stage("propose") as step:
        project = Project(root)
        try:
            _, _, api = pipeline.accounted(project)
        except GeneratorError as error:
            # There is no such file when this is read.
            said = str(error).replace(project.show(project.upstream), clean(wishes.document))
            raise GeneratorError(said) from None
        propose(proposal, project, api)
        if fill is not None:
            fill(proposal, project, api)
        if origin.file is not None:
            proposal.undecided.append(
                "Where newer documents come from: list a source in spec/sources.toml, or name a file: "
                "`nox -s update -- --file PATH`."
            )
        _write_spec(root, proposal)
        decided = sum(1 for _ in proposal.decisions())
        step.result = f"{decided} decisions, each with its reason in {MARK}; {len(proposal.undecided)} are left to you"
    return proposal, Project(root)


def _made(
    wishes: Wishes,
    origin: Origin,
    proposal: Proposal,
    project: Project,
    report: Report,
    finish: Finish | None,
) -> FirstCall:
    """Generate, and try the first call, sync and async."""
    upstream, _, api = pipeline.accounted(project)
    skeleton = _skeleton(wishes, proposal, project, api, urls_of(upstream.document, origin.url))
    if not (calls := candidates(api, for_document(project, api))):
        way_out = (
            f"write {MARK} yourself, and `sdkwright generate` makes the typed events of its webhooks"
            if api.webhooks
            else "name another one"
        )
        raise GeneratorError(f"the document has no operation that could be called first; {way_out}.")
    # All of it before the generation, whose pages link to those that are there.
    # Pages that follow from the package come after it; of one its own pages say where it is.
    begun = {"tests/typing/usage.py": calls[0].usage, "docs/pages/reference/errors.md": "<!-- Generated from -->\n"}
    _write(project.root, skeleton.settings() | skeleton.files(calls[0]) | begun)
    pipeline.generate(project, report, check_types=wishes.check_types)
    skeleton = attrs.evolve(skeleton, wheel_limit=wheel_limit(project.package))
    _write(project.root, skeleton.settings() | (finish(project, api) if finish is not None else {}))
    with report.stage("first call") as step:
        call = _tried(project, calls)
        _write(project.root, skeleton.files(call))
        site.write(project)
        step.result = f"{call.operation}, sync and async, against the package's own stubs"
    return call


def _skeleton(wishes: Wishes, proposal: Proposal, project: Project, api: Api, urls: dict[str, str]) -> Skeleton:
    keys = keys_of(project.configuration, api, place=MARK)
    if not wishes.repository:
        proposal.undecided.append("Where this is published: set repository of [tool.sdkwright] in pyproject.toml.")
    pages = [operation.pagination for operation in api.operations if operation.pagination is not None]
    return Skeleton(
        name=project.name,
        client=project.client,
        title=project.title,
        licence=wishes.licence,
        author=wishes.author or _author() or f"The {project.name} maintainers",
        year=datetime.now(UTC).year,
        ci=wishes.ci,
        oauth=any(key.place == "oauth2" for key in keys),
        urls=urls,
        repository=wishes.repository,
        documentation=wishes.documentation,
        variables=[key.variable for key in keys if key.place != "oauth2"],
        numbered=any(one.forward is None for one in pages),
        forward=any(one.forward is not None for one in pages),
    )


def _tried(project: Project, calls: list[FirstCall]) -> FirstCall:
    """The plainest call that works."""
    said = ""
    for call in calls:
        _write(project.root, {"examples/quickstart.py": call.quickstart})
        try:
            demo.run(project, project.stubs, out=io.StringIO())
        except GeneratorError as error:
            said = said or str(error)
        else:
            return call
    raise GeneratorError(f"no call of {len(calls)} works, so the project was not kept; of the first one: {said}")


def _write_spec(root: Path, proposal: Proposal) -> None:
    texts = {
        MARK: sdk_toml(proposal),
        "spec/names.toml": names_toml(proposal),
        "spec/overlay.yaml": overlay_yaml(proposal),
    }
    _write(root, {name: text for name, text in texts.items() if text})
    config.read(root / MARK, name=MARK)


def _write(root: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _author() -> str:
    try:
        command = ["git", "config", "user.name"]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=10, env=dict(os.environ))
    except (OSError, subprocess.SubprocessError):
        return ""
    return clean(done.stdout.strip())


def _reworded(said: str) -> str:
    """An error of a fetch, whose way out is that of a project that is there."""
    for words in _PROJECT_WAY_OUT:
        said = said.replace(words, "name another --document")
    return said
