"""Judges that every hand-written module still has the generated names that it stands on.

A module under `overrides/` says so itself, in a literal: `BUILDS_ON: Final = ("models.Invoice", "models.Invoice.id")`,
dotted names relative to the package. What it imports from generated modules must be covered there, so that the list
cannot rot.
"""

import ast
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Final

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.tree import disk
from sdkwright.verify.files import compiled
from sdkwright.verify.hooks import refuse_incomplete
from sdkwright.verify.rooms import refuse_misplaced
from sdkwright.verify.staged import Module, Problem, Staged, Tree, Verdict, assignment, dotted, parse

REMEDY: Final = (
    "Fix that override to stand on what the spec gives now (and its BUILDS_ON with it), give the name back in the "
    "overlay (`python -m sdkwright keep` writes that) or in names.toml, or generate without the override: --without "
    "NAME, as in --without additions/invoices.py."
)
_REMEDY_BROKEN: Final = (
    "Fix that override, or generate without it: --without NAME, as in --without additions/invoices.py."
)
_LIST: Final = "BUILDS_ON"


@attrs.frozen
class _Stand:
    """What a hand-written module stands on.

    Attributes:
        builds_on: The entries of its list; none without a list, and None for what is not one.
        line: The line of its list.
        imports: Its imports.
    """

    builds_on: tuple[str, ...] | None
    line: int
    imports: tuple[ast.Import | ast.ImportFrom, ...]
    _text: str = attrs.field(repr=False)

    @cached_property
    def chains(self) -> tuple[tuple[str, int], ...]:
        """Every `a.b.c` in it, with its line. Few modules name generated ones, whose attributes these could be."""
        nodes = [*ast.walk(ast.parse(self._text))]
        nodes += _quoted(nodes)
        return tuple(
            (chain, node.lineno) for node in nodes if isinstance(node, ast.Attribute) and (chain := dotted(node))
        )


def check_overrides(package: Path, project: Project) -> None:
    """Judge the overrides against a package into which they were not copied yet.

    Args:
        package: The generated package, staged.
        project: The checkout, for its overrides.

    Raises:
        GeneratorError: An override has the name of a generated file, or stands on a name that is not generated.
    """
    by_hand = {_module_name(name): path for name, path in project.hand_written_files().items()}
    problems: list[Problem] = []
    for name, path in disk.files(package).items():
        if _module_name(name) in by_hand:
            displayed_path = project.show(by_hand[_module_name(name)])
            problems.append(Problem(displayed_path, f"the generated file {name} has that name; rename the override"))
        elif name.endswith(".py"):
            problems += compiled(f"{project.name}/{name}", path.read_bytes())
    if not problems:
        problems = _problems(Tree(root=package.parent, project=project))[0]
    if problems:
        raise GeneratorError("\n".join(["the overrides cannot be applied:", *(f"  {p}" for p in problems), REMEDY]))


def refuse_broken(project: Project) -> None:
    """Refuse overrides that are no Python, before anything reads them, and hooks that lack something.

    Args:
        project: The checkout, for its overrides.

    Raises:
        GeneratorError: An override does not compile, is not UTF-8, or is a hook without all that its protocol asks for.
    """
    read = [(project.show(path), path.read_bytes()) for path in project.hand_written_files().values()]
    if problems := [problem for displayed_path, data in read for problem in compiled(displayed_path, data)]:
        listed = [f"  {problem}" for problem in problems[:10]]
        raise GeneratorError("\n".join(["the overrides cannot be read as Python:", *listed, _REMEDY_BROKEN]))
    refuse_misplaced(project)
    refuse_incomplete(project)


def unfounded(package: Path, project: Project) -> dict[str, list[str]]:
    """The names that overrides stand on and that a package does not give, by override.

    Args:
        package: The generated package, without the overrides.
        project: The checkout, for its overrides.
    """
    staged = Tree(root=package.parent, project=project)
    generated = {_module_name(module.name): module for module in staged.generated}
    missing = {
        name: [
            entry for entry in _stand(path.read_text(encoding="utf-8")).builds_on or () if not _exists(entry, generated)
        ]
        for name, path in project.hand_written_files().items()
    }
    return {name: entries for name, entries in missing.items() if entries}


def judge(staged: Staged) -> Verdict:
    """Judge every module of the project's overrides against the generated modules."""
    problems, count, entries = _problems(staged)
    return Verdict(problems, f"{count} hand-written modules stand on {entries} generated names")


def _problems(staged: Tree) -> tuple[list[Problem], int, int]:
    problems: list[Problem] = []
    count = entries = 0
    generated = {_module_name(module.name): module for module in staged.generated}
    written_by_hand = {_module_name(name) for name in staged.written_by_hand}
    for name, path in staged.project.hand_written_files().items():
        displayed_path = staged.project.show(path)
        if broken := compiled(displayed_path, path.read_bytes()):
            problems += broken
            continue
        module = parse(path, name, package=staged.project.name)
        stand = _stand(module.text)
        builds_on, line = stand.builds_on, stand.line
        count, entries = count + 1, entries + len(builds_on or ())
        if builds_on is None:
            problems.append(Problem(f"{displayed_path}:{line}", f"{_LIST} is not a literal tuple of texts"))
            continue
        problems += [
            Problem(f"{displayed_path}:{line}", f"stands on {entry}, which this spec no longer gives")
            for entry in builds_on
            if not _exists(entry, generated)
        ]
        problems += [
            Problem(f"{displayed_path}:{where}", f"uses {used}, which {_LIST} does not name; add it there")
            for used, where in sorted(_used(module, stand, written_by_hand, generated).items())
            if not any(f"{entry}.".startswith(f"{used}.") for entry in builds_on)
        ]
    return problems, count, entries


def _module_name(name: str) -> str:
    """`resources.invoices` for `resources/invoices.py`, `resources` for `resources/__init__.py`, "" for the package."""
    parts = name.removesuffix(".py").split("/")
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


# The runtime's modules are most of those that are written by hand, and the same in every generation.
@lru_cache(maxsize=2048)
def _stand(text: str) -> _Stand:
    tree = ast.parse(text)
    builds_on, line = _builds_on(tree)
    return _Stand(builds_on, line, tuple(_imports(tree)), text)


def _imports(tree: ast.Module) -> Iterator[ast.Import | ast.ImportFrom]:
    """The imports of a module, those inside functions too; expressions, which have none, are passed by."""
    pending: list[ast.AST] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        else:
            for field in ("body", "orelse", "finalbody", "handlers", "cases"):
                # Of a lambda or a condition within an expression, which no statement is, it would be no list.
                pending += getattr(node, field, ())


def _builds_on(tree: ast.Module) -> tuple[tuple[str, ...] | None, int]:
    """The entries of the module's list and its line; no entries without a list, and None for what is not one."""
    for statement in tree.body:
        found = assignment(statement)
        if found and found[0] == _LIST:
            try:
                value: Any = ast.literal_eval(found[1]) if found[1] else None
            except ValueError:
                value = None
            valid = isinstance(value, tuple) and all(isinstance(entry, str) and entry for entry in value)
            return value if valid else None, statement.lineno
    return (), 1


def _exists(entry: str, generated: Mapping[str, Module]) -> bool:
    parts = entry.split(".")
    for length in range(len(parts), -1, -1):
        module = generated.get(".".join(parts[:length]))
        if module is not None:
            inside = parts[length:]
            if not inside or _has(module.tree, inside, module.tree):
                return True
            return any(_exists(".".join([home, *inside]), generated) for home in _homes(module, inside[0]))
    return False


def _homes(module: Module, name: str) -> Iterator[str]:
    """The modules that one takes a name from, or all names: `models` of all, and that of each model."""
    for node in _statements(module.tree.body):
        # The package's own front and that of the models; nothing else hands on what it does not define.
        if isinstance(node, ast.ImportFrom) and module.name in {"__init__.py", "models.py"} and node.level:
            for target, alias in _imported(node, module):
                if alias in {name, "*"} and target.rpartition(".")[0]:
                    yield target.rpartition(".")[0]


def _has(scope: ast.Module | ast.ClassDef, parts: list[str], module: ast.Module) -> bool:
    if not parts:
        return True
    for statement in _statements(scope.body):
        if parts[0] in _bound(statement):
            # Below anything but a class there is nothing to look for.
            return len(parts) == 1 or (isinstance(statement, ast.ClassDef) and _has(statement, parts[1:], module))
    bases = {dotted(base) for base in scope.bases} if isinstance(scope, ast.ClassDef) else set()
    classes = [node for node in module.body if isinstance(node, ast.ClassDef) and node.name in bases]
    return any(_has(base, parts, module) for base in classes if base is not scope)


def _statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        if isinstance(statement, ast.If):
            yield from _statements([*statement.body, *statement.orelse])
        else:
            yield statement


def _bound(statement: ast.stmt) -> set[str]:
    if isinstance(statement, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return {statement.name}
    if isinstance(statement, ast.Import | ast.ImportFrom):
        return {(name.asname or name.name).partition(".")[0] for name in statement.names}
    found = assignment(statement)
    return {found[0]} if found else set()


def _used(
    module: Module, stand: _Stand, written_by_hand: Collection[str], generated: Mapping[str, Module]
) -> dict[str, int]:
    """The generated names that a module uses, dotted and relative to the package, with the line of the first use."""
    bound = [(node.lineno, target, alias) for node in stand.imports for target, alias in _imported(node, module)]
    # A module under a name of its own: what counts is what is taken from it.
    aliases = {alias: target for _, target, alias in bound if target in generated or not target}
    uses = [(line, target) for line, target, _ in bound]
    for chain, line in stand.chains if aliases else ():
        for alias, target in aliases.items():
            if chain.startswith(f"{alias}."):
                uses.append((line, ".".join(filter(None, [target, chain.removeprefix(f"{alias}.")]))))
    used: dict[str, int] = {}
    for line, target in uses:
        name = _first_name(target, generated)
        if name and name not in written_by_hand and name.partition(".")[0] not in written_by_hand:
            used.setdefault(name, line)
    return used


def _first_name(target: str, generated: Mapping[str, Module]) -> str | None:
    """`models.Invoice` for `models.Invoice.id.real`: the generated module and one name; None for a module alone."""
    parts = target.split(".") if target else []
    for length in range(len(parts), -1, -1):
        if ".".join(parts[:length]) in generated:
            return ".".join(parts[: length + 1]) if length < len(parts) else None
    return None


def _imported(node: ast.Import | ast.ImportFrom, module: Module) -> Iterator[tuple[str, str]]:
    """Everything that an import statement binds: its name relative to the package, and how the module calls it."""
    top = module.package
    if isinstance(node, ast.Import):
        for imported in node.names:
            if imported.name == top or imported.name.startswith(f"{top}."):
                # `import acme.models` binds `acme`.
                inside = imported.name.removeprefix(top).removeprefix(".") if imported.asname else ""
                yield inside, imported.asname or top
    else:
        source = node.module or ""
        if node.level:
            package = module.name.split("/")[: -node.level]
            source = ".".join([top, *package, *filter(None, [source])])
        if source == top or source.startswith(f"{top}."):
            for imported in node.names:
                # A star takes whatever the module offers.
                name = "__all__" if imported.name == "*" else imported.name
                inside = ".".join(filter(None, [source.removeprefix(top).removeprefix("."), name]))
                yield inside, imported.asname or imported.name


def _quoted(nodes: list[ast.AST]) -> list[ast.AST]:
    """The nodes of annotations that are written as strings."""
    found: list[ast.AST] = []
    for node in nodes:
        for field in ("annotation", "returns"):
            annotation = getattr(node, field, None)
            for text in ast.walk(annotation) if isinstance(annotation, ast.AST) else ():
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    try:
                        quoted = ast.parse(text.value, mode="eval")
                    except SyntaxError:
                        continue
                    found += [
                        ast.copy_location(inner, text) if hasattr(inner, "lineno") else inner
                        for inner in ast.walk(quoted)
                    ]
    return found
