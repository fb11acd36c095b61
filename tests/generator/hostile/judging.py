"""Takes a document through the generator and compares what was written with what an honest document gives.

The two must be equal as syntax trees once texts are taken out: then no word of the document became code. What runs
while generating is watched as well: no file may be written outside the staging folder, and no process started.

Most modules and pages of most documents are the same to the byte, so what was parsed, compiled and judged once is
remembered by its text.
"""

import ast
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import attrs

from sdkwright import documents, reference
from sdkwright.config import Configuration
from sdkwright.emit.package import write_package
from sdkwright.errors import GeneratorError
from sdkwright.ir import build
from sdkwright.ir.crosscheck import cross_check
from sdkwright.normalise import normalise
from sdkwright.project import Project
from sdkwright.verify import agreement, files, operations, safety
from sdkwright.verify import staged as staging
from sdkwright.verify.staged import Module, Staged, Verdict
from tests.generator.hostile.base import OVERLAY, names
from tests.generator.hostile.corpus import Hostile
from tests.generator.hostile.rendering import Markup, rendered

_DECLARED = Project.find(__file__)
_BARE = attrs.evolve(
    _DECLARED.configuration,
    command_line=attrs.evolve(_DECLARED.configuration.command_line, doctor=()),
    mcp=attrs.evolve(_DECLARED.configuration.mcp, tools=(), reads=(), deletes=(), prompts={}),
)


class _OfAnyDocument(Project):
    """A project that names no operation: documents of tests have others."""

    @property
    def configuration(self) -> Configuration:
        """What the project declares, but for that; its copies have it too."""
        return _BARE


PROJECT = _OfAnyDocument(_DECLARED.root)
# Found sound, by identity: one text gives one module.
_SOUND: dict[int, Module] = {}


def _safety(staged: Staged) -> Verdict:
    """As `safety.judge`, of the modules that it has not found sound yet."""
    new = [module for module in staged.generated if id(module) not in _SOUND]
    verdict = safety.judge(SimpleNamespace(generated=new))
    _SOUND.update({id(module): module for module in new if not verdict.problems})
    return verdict


_JUDGES = (files.judge, _safety, agreement.judge, operations.judge)
_LONGEST = 1_000
# What a page of the reference links to: other pages, and places in them.
_LINK = re.compile(r"(?:\.\./(?:guides|reference)/)?[a-z0-9_-]*(?:\.md)?(?:#[\w.]+)?")


@attrs.frozen
class Outcome:
    """What became of a document: the sentence that refuses it, or the syntax trees of what was written."""

    sentence: str = ""
    modules: dict[str, ast.Module] = attrs.field(factory=dict, repr=False)
    pages: dict[str, Markup] = attrs.field(factory=dict, repr=False)


def generate(hostile: Hostile, stage: Path) -> Outcome:
    """Take a document through the real stages into `stage/envoice`.

    Raises:
        AssertionError: It was refused otherwise than with a sentence, or a judge found fault with what was written.
    """
    package = stage / "envoice"
    package.mkdir(parents=True)
    with _watched(stage):
        try:
            document = documents.load(hostile.data, name="hostile.json")
            normalised = normalise(
                document, OVERLAY, names(hostile.names), name="hostile.json", configuration=PROJECT.configuration
            )
            documents.dump_yaml(normalised.document, header="Normalised.").encode()
            normalised.ledger.markdown().encode()
            api = build(normalised.document)
            cross_check(normalised.document, api)
            resources = write_package(api, package, project=PROJECT, spec_sha256="0" * 64)
            pages = reference.render(api, resources, {}, project=PROJECT)
        except GeneratorError as error:
            return Outcome(sentence=_sentence(str(error)))
    staged = Staged(root=stage, project=PROJECT, api=api)
    with mock.patch.object(staging, "parse", _parsed), mock.patch.object(files, "compiled", _compiled):
        for judge in _JUDGES:
            problems = judge(staged).problems
            assert not problems, [str(problem) for problem in problems[:3]]
        modules = staged.modules
    shown = {name: rendered(text) for name, text in pages.items()}
    for name, page in shown.items():
        astray = [link for link in page.links if not _LINK.fullmatch(link)]
        assert not astray, f"{name} links to {astray[0]!r}"
    return Outcome(modules={name: module.tree for name, module in modules.items()}, pages=shown)


_compiled = cache(files.compiled)
_parse = staging.parse
_MODULES: dict[tuple[str, str, str], Module] = {}


def _parsed(path: Path, name: str, *, package: str) -> Module:
    key = (path.read_text(encoding="utf-8"), name, package)
    if key not in _MODULES:
        _MODULES[key] = _parse(path, name, package=package)
    return _MODULES[key]


def differing(outcome: Outcome, honest: Outcome, shown: dict[str, str]) -> list[str]:
    """The modules whose syntax trees differ in more than texts and the identifiers of `shown`, and pages by markup."""
    # Pages are put in order by name, so what counts is how often each element comes; an empty name is no code.
    marked, meant = (sum((page.elements for page in one.pages.values()), Counter()) for one in (outcome, honest))
    astray = [*(marked - meant), *(key for key in meant - marked if key != ("code",))]
    pages = [f"pages: {sorted(astray)}"] if astray else []
    # A schema whose name is empty has no entry among the vendor's names: that is data, and the judges see to the rest.
    ours, theirs = outcome.modules, honest.modules
    names = (ours.keys() | theirs.keys()) - {"_schemas.py"}
    return sorted(name for name in names if not _alike(ours.get(name), theirs.get(name), shown)) + pages


def _alike(ours: ast.Module | None, theirs: ast.Module | None, shown: dict[str, str]) -> bool:
    # Identifiers turn on both sides: a payload may be a name that the honest code has elsewhere.
    return ours is theirs or _shape(ours, shown) == _shape(theirs, shown)


def _shape(node: object, shown: dict[str, str]) -> object:
    """A syntax tree as nested lists: without docstrings, other texts blank, identifiers turned to honest ones."""
    if isinstance(node, list):
        return [_shape(child, shown) for child in node if not _is_text(child)]
    if isinstance(node, ast.Constant):
        return "a text" if isinstance(node.value, str) else repr(node.value)
    if isinstance(node, ast.AST):
        return [type(node).__name__, *(_shape(child, shown) for _, child in ast.iter_fields(node))]
    return shown.get(node, node) if isinstance(node, str) else node


def _is_text(statement: object) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Constant)
        and isinstance(statement.value.value, str)
    )


def _sentence(message: str) -> str:
    """The message of a refusal, which must be fit to be shown: short, printable, at most a list below one line."""
    assert len(message) < _LONGEST, f"{len(message)} characters: {message[:200]}"
    assert message.replace("\n  ", "").isprintable(), f"not printable: {message!r}"
    assert "Traceback" not in message
    return message


class _Watch:
    """An audit hook can never be taken away again, so it is one for all, and asleep between documents."""

    def __init__(self) -> None:
        self.folder: str | None = None
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self.folder is None:
            return
        if event == "open":
            path, mode, flags = arguments
            writes = flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) if mode is None else set(str(mode)) & set("wax+")
            if writes and not os.path.realpath(os.fsdecode(path)).startswith(self.folder):
                self.seen.append(f"{event} {path!r}")
        elif event in _NEVER or event.startswith(("os.exec", "os.spawn", "socket.")):
            self.seen.append(f"{event} {arguments!r}"[:300])


_NEVER = {
    "ctypes.dlopen",
    "os.fork",
    "os.link",
    "os.remove",
    "os.rename",
    "os.symlink",
    "os.system",
    "shutil.rmtree",
    "subprocess.Popen",
    "urllib.Request",
    "webbrowser.open",
}
_watch = _Watch()
sys.addaudithook(_watch)


@contextmanager
def _watched(stage: Path) -> Iterator[None]:
    _watch.seen, _watch.folder = [], os.path.realpath(stage)
    try:
        yield
    finally:
        _watch.folder = None
    assert not _watch.seen, _watch.seen[:3]
