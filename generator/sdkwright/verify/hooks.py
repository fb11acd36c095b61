"""Judges that a project's own hooks have all that the runtime asks of them.

The runtime has two modules for each hook. `hooks/_errors.py` defines a protocol and a default. `hooks/errors.py` names
the default as `Errors`, which the rest of the runtime uses. A project's `overrides/PACKAGE/hooks/errors.py` takes the
place of the second: it defines a class `Errors`, which has the protocol's methods or extends the default. Where a hook
has several names, a project's module may import those that it leaves as they are.
"""

import ast
from pathlib import Path

from sdkwright.config.values import listed, nearest
from sdkwright.errors import GeneratorError
from sdkwright.project import HOOKS, Project
from sdkwright.syntax import assigned
from sdkwright.verify.staged import dotted

_Classes = dict[str, ast.ClassDef]


def refuse_incomplete(project: Project) -> None:
    """Refuse a project's hook that the runtime could not use.

    Args:
        project: The checkout, for its hooks, which are known to be Python.

    Raises:
        GeneratorError: There is no hook of that name, or it lacks a class or a method.
    """
    known = {
        path.relative_to(project.runtime).as_posix(): path
        for path in sorted((project.runtime / HOOKS).glob("*.py"))
        if not path.name.startswith("_")
    }
    for name, path in project.hook_files().items():
        displayed_path = project.show(path)
        if name not in known:
            stems = [Path(other).stem for other in known]
            raise GeneratorError(
                f"{displayed_path}: there is no hook of this name{nearest(path.stem, stems)}; there are "
                f"{listed(stems)}. Rename the module, or begin its name with an underscore if hooks share it."
            )
        for problem in _lacking(path, known[name], project):
            raise GeneratorError(f"{displayed_path}: {problem}")


def _lacking(path: Path, stand_in: Path, project: Project) -> list[str]:
    """What a hook lacks, a sentence each."""
    own, defined = _classes(path), _classes(stand_in.with_name(f"_{stand_in.name}"))
    bases = _imported(path, project) | defined
    # What a hook imports is judged by the type checkers alone.
    kept = {name for _, name in _named(path)}
    problems: list[str] = []
    for default, name in _named(stand_in):
        protocol, needed = _protocol_of(defined, default)
        if name in kept:
            continue
        if name not in own:
            asked = f", with {protocol}'s {listed(sorted(needed))}" if needed else ""
            problems.append(
                f"the hook has no class {name}; define it{asked}, or import {default} of hooks/_{stand_in.stem}.py as "
                f"{name}."
            )
        elif missing := needed - _members(own[name], bases | own):
            problems.append(
                f"{name} has no {listed(sorted(missing), 'or')}, which {protocol} asks for; define it, or extend "
                f"{default} of hooks/_{stand_in.stem}.py."
            )
    return problems


def _classes(path: Path) -> _Classes:
    """The classes of a module by their names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def _imported(path: Path, project: Project) -> _Classes:
    """The classes that a hook takes from what is written by hand, such as the base of a verifier."""
    by_hand = project.hand_written_files()
    found: _Classes = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        module = node.module or "" if isinstance(node, ast.ImportFrom) and not node.level else ""
        home = by_hand.get(f"{module.removeprefix(f'{project.name}.').replace('.', '/')}.py")
        if isinstance(node, ast.ImportFrom) and module.startswith(f"{project.name}.") and home is not None:
            classes = _classes(home)
            found |= {alias.asname or alias.name: classes[alias.name] for alias in node.names if alias.name in classes}
    return found


def _named(stand_in: Path) -> list[tuple[str, str]]:
    """What a module imports, and the name by which it is used: of a stand-in, the defaults of the hook."""
    tree = ast.parse(stand_in.read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return [(alias.name, alias.asname or alias.name) for node in imports for alias in node.names]


def _protocol_of(classes: _Classes, default: str) -> tuple[str, set[str]]:
    """The protocol that a default fulfils, with its members: the first that asks for nothing that it lacks.

    A default that is a type for annotations fulfils none.
    """
    has = _members(classes[default], classes)
    protocols = [node for node in classes.values() if "Protocol" in _bases(node)]
    fulfilled = [(node.name, asked) for node in protocols if (asked := _members(node, {})) and asked <= has]
    return fulfilled[0] if fulfilled else ("", set())


def _members(node: ast.ClassDef, classes: _Classes) -> set[str]:
    """What a class defines, and what its bases among `classes` do."""
    members = {name for name, _ in assigned(node.body)}
    for statement in node.body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            members.add(statement.name)
    for base in _bases(node) & classes.keys() - {node.name}:
        members |= _members(classes[base], classes)
    return members


def _bases(node: ast.ClassDef) -> set[str]:
    """The last names of a class's bases, without their type arguments."""
    found = [base.value if isinstance(base, ast.Subscript) else base for base in node.bases]
    return {name.rpartition(".")[2] for base in found if (name := dotted(base))}
