"""Writes the modules by which a room of the package offers its names: those of the runtime and those of the overrides.

The runtime's own `webhooks/__init__.py` has a table `_HOMES` of what every package offers there. A module of the
overrides says in a literal under which public names the package offers what it defines, dotted and relative to the
package: `EXPORTED_AS: Final = ("Scheme", "webhooks.Scheme")`.
"""

import ast
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import attrs

from sdkwright.emit.rendering import Renderer
from sdkwright.errors import GeneratorError
from sdkwright.project import FRONTS, Project
from sdkwright.syntax import assigned

# More than any project has overrides that say so.
_KEPT: Final = 256
_LIST: Final = "EXPORTED_AS"
_HOMES: Final = "_HOMES"


@attrs.frozen
class Export:
    """A public name of something that a module of the overrides defines.

    Attributes:
        front: The package that offers it, relative to ours: `webhooks`; empty for ours itself.
        name: Its name there and in its module.
        module: Its module, dotted and relative to our package: `webhooks.schemes`.
    """

    front: str
    name: str
    module: str


def exports(project: Project) -> list[Export]:
    """The public names that the overrides in use add to the package, sorted.

    Args:
        project: The checkout.

    Raises:
        GeneratorError: A module names what it does not define, or a package that offers no names.
    """
    found = [
        export for name, path in project.override_files().items() for export in _exports_of(name, path, project.show)
    ]
    return sorted(found, key=lambda export: (export.front, export.name))


def write_fronts(render: Renderer, project: Project, added: Sequence[Export]) -> None:
    """Write the `__init__.py` of each room that offers names.

    Args:
        render: Where to.
        project: The checkout.
        added: The public names that the overrides add.
    """
    for front in FRONTS:
        source = project.runtime / front / "__init__.py"
        if not source.is_file() or not project.carries(f"{front}/__init__.py"):
            continue
        text = source.read_text(encoding="utf-8")
        tree = ast.parse(text)
        homes = {**_homes(tree)}
        homes |= {
            export.name: f".{export.module.removeprefix(f'{front}.')}" for export in added if export.front == front
        }
        render(
            f"{front}/__init__.py",
            "front.py.jinja",
            docstring=ast.get_source_segment(text, tree.body[0]),
            homes=sorted(homes.items()),
            imports=sorted(homes.items(), key=lambda item: (item[1], item[0])),
        )


def home_of(export: Export, all_exports: Sequence[Export]) -> str:
    """The module that the package's own front takes a name from: the room that offers it too, or else its module."""
    fronts = [
        other.front
        for other in all_exports
        if other.front and (other.name, other.module) == (export.name, export.module)
    ]
    return f".{fronts[0] if fronts else export.module}"


def _homes(tree: ast.Module) -> Mapping[str, str]:
    value = next(value for name, value in assigned(tree.body) if value is not None and name == _HOMES)
    homes: dict[str, str] = ast.literal_eval(value)
    return homes


def _exports_of(name: str, path: Path, show: Any) -> Iterator[Export]:
    text = path.read_text(encoding="utf-8")
    if _LIST not in text:
        return
    listed, defined = _said(text)
    if not isinstance(listed, tuple) or not all(isinstance(entry, str) and entry for entry in listed):
        raise GeneratorError(f"{show(path)}: {_LIST} is not a literal tuple of texts.")
    for entry in listed:
        front, _, last = entry.rpartition(".")
        if front and front not in FRONTS:
            raise GeneratorError(
                f"{show(path)}: {_LIST} names {entry}, and {front} offers no names; those that do are "
                f"{', '.join(FRONTS)}, and the package itself."
            )
        if last not in defined:
            raise GeneratorError(f"{show(path)}: {_LIST} names {entry}, and the module defines no {last}.")
        yield Export(front, last, name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))


@lru_cache(_KEPT)
def _said(text: str) -> tuple[Any, frozenset[str]]:
    """What a module has under `_LIST`, None for what is no literal and nothing where it is nowhere; what it defines."""
    body = ast.parse(text).body
    defined = {target for target, value in assigned(body) if value is not None}
    defined |= {node.name for node in body if isinstance(node, ast.ClassDef | ast.FunctionDef)}
    value = next((value for target, value in assigned(body) if target == _LIST), None)
    if value is None:
        return (), frozenset()
    try:
        return ast.literal_eval(value), frozenset(defined)
    except ValueError:
        return None, frozenset()
