"""What the judges share: the staged tree with its parsed modules, problems and verdicts."""

import ast
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import attrs

from sdkwright.emit.model_modules import FOLDER
from sdkwright.ir import Api
from sdkwright.project import Project
from sdkwright.tree import disk


@attrs.frozen
class Problem:
    """Something a maintainer has to fix.

    Attributes:
        where: File, and line where known, as in `acme/models.py:12`.
        what: What is wrong there.
    """

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


@attrs.frozen
class Verdict:
    """A judge's answer.

    Attributes:
        problems: What is wrong; empty when the judge is content.
        fact: What was found in order, with counts, for the progress line.
    """

    problems: list[Problem]
    fact: str


@attrs.frozen
class Module:
    """One Python file of the package.

    Attributes:
        name: Its path relative to the package, as in `resources/invoices.py`.
        package: The package's name.
        text: What stands in it, which must be known to parse.
    """

    name: str
    package: str
    text: str = attrs.field(repr=False)

    @cached_property
    def tree(self) -> ast.Module:
        """Its syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def lines(self) -> list[str]:
        """Its lines, for showing where a problem is."""
        return self.text.splitlines()

    def problem(self, node: ast.AST, what: str) -> Problem:
        """A problem at `node`, with the line as it stands there: the file will be gone when it is read."""
        number = getattr(node, "lineno", 1)
        line = self.lines[number - 1].strip() if number <= len(self.lines) else ""
        return Problem(f"{self.package}/{self.name}:{number}", f"{what}: {shorten(line)}" if line else what)


@attrs.frozen
class Tree:
    """A staged tree.

    Attributes:
        root: The staging folder; the package lies in it, in a folder of its name.
        project: The checkout.
    """

    root: Path
    project: Project

    @property
    def package(self) -> Path:
        """The staged package."""
        return self.root / self.project.name

    @cached_property
    def written_by_hand(self) -> frozenset[str]:
        """The files of the runtime and of the overrides, relative to the package."""
        return frozenset(self.project.hand_written_files())

    @cached_property
    def modules(self) -> dict[str, Module]:
        """Every Python file of the package by its relative name; all of them must be known to parse."""
        return {
            name: parse(path, name, package=self.project.name)
            for name, path in disk.files(self.package).items()
            if name.endswith(".py")
        }

    @property
    def generated(self) -> Iterator[Module]:
        """The modules that no person wrote."""
        return (module for name, module in self.modules.items() if name not in self.written_by_hand)

    @property
    def models(self) -> list[Module]:
        """The modules that define models: `models.py`, or those to which it leads."""
        parts = [module for name, module in self.modules.items() if name.startswith(f"{FOLDER}/")]
        return parts or [module for name, module in self.modules.items() if name == "models.py"]

    @cached_property
    def resources(self) -> dict[str, Module]:
        """The generated resource modules by resource: `invoices` for `resources/invoices.py`."""
        return {
            Path(module.name).stem: module
            for module in self.generated
            if module.name.startswith("resources/") and not module.name.endswith("__init__.py")
        }


@attrs.frozen
class Staged(Tree):
    """A staged tree under judgement.

    Attributes:
        api: The API that it was generated from.
        declared: By the name of each schema, the fields that the normalised document declares.
        told: The places of which the ledger tells what became of them, as in `Order.customer`.
    """

    api: Api = attrs.field(repr=False)
    declared: Mapping[str, Collection[str]] = attrs.field(factory=dict, repr=False)
    told: Collection[str] = attrs.field(default=(), repr=False)


def parse(path: Path, name: str, *, package: str) -> Module:
    """The module in a file that is known to parse.

    Args:
        path: The file.
        name: Its path relative to the package.
        package: The package's name.
    """
    return Module(name=name, package=package, text=path.read_text(encoding="utf-8"))


def shorten(text: str, limit: int = 160) -> str:
    """`text` on one line, printable and bounded, since it may come from a stranger's spec."""
    line = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return line if len(line) <= limit else f"{line[: limit - 1]}…"


def dotted(node: ast.AST) -> str | None:
    """`a.b.c` for a chain of attributes on a name, or None for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        base = dotted(node.value)
        return f"{base}.{node.attr}" if base else None
    return None


def keyword(call: ast.Call, name: str) -> Any:
    """The literal value of a keyword argument of a call, or None."""
    for argument in call.keywords:
        if argument.arg == name and isinstance(argument.value, ast.Constant):
            return argument.value.value
    return None


def assignment(statement: ast.stmt) -> tuple[str, ast.expr | None] | None:
    """Name and value of `name = value` or `name: type = value`, or None for any other statement."""
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id, statement.value
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
        return statement.targets[0].id, statement.value
    return None


def made_later(value: ast.expr | None) -> ast.expr | None:
    """What a value is that is made at first use, as in `_later("a.b", lambda: Operation(...))`; any other as it is."""
    match value:
        case ast.Call(
            ast.Name("_later"),
            [ast.Constant(str()), ast.Lambda(ast.arguments([], [], None, [], [], None, []), body)],
            [],
        ):
            return body
        case _:
            return value


def operation_of(statement: ast.stmt) -> tuple[str, ast.Call] | None:
    """Name and call of a statement that makes the constant of an operation, or None for any other."""
    found = assignment(statement)
    call = made_later(found[1]) if found else None
    return (found[0], call) if found and isinstance(call, ast.Call) and dotted(call.func) == "Operation" else None
