"""Writes the modules that hold the models: `models.py`, or many below `_models` to which it leads."""

from collections.abc import Collection, Sequence
from typing import Final

from sdkwright.emit.divided import Part, parts_of
from sdkwright.emit.models import classes, imports, models, with_public_names
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.unions import named_unions
from sdkwright.ir import Api

FOLDER: Final = "_models"
"""The folder of the modules where there are many."""

_WHOLE: Final = "The models: what the service takes and answers."
_PARTS: Final = "The models, divided among modules: `models` offers all of them."


def write_models(render: Renderer, api: Api) -> None:
    """Write the models.

    Args:
        render: Renders into the package's folder.
        api: The API.

    Raises:
        GeneratorError: As for `models`.
    """
    parts = parts_of(api)
    if not parts:
        body = with_public_names(models(api), sorted(api.schemas))
        render.module("models.py", f'"""{_WHOLE}"""\n\n{body}')
        return
    _write_parts(render, api, parts)
    homes = {name: part.name for part in parts for name in part.names}
    render(
        "models.py",
        "models.py.jinja",
        parts={part.name: part.names for part in parts},
        homes=dict(sorted(homes.items())),
    )


def _write_parts(render: Renderer, api: Api, parts: Sequence[Part]) -> None:
    found, head = classes(api), imports(api, depth=2)
    render.module(f"{FOLDER}/__init__.py", f'"""{_PARTS}"""\n')
    for part in parts:
        # A union is made of its members at once; what a model names is read when `models` has it.
        joined = {name for alias in part.names if alias in api.aliases for name in api.aliases[alias].references}
        taken = "".join(_import(home, names, joined) for home, names in part.imports.items())
        named = [_import(home, names, {*names} - joined) for home, names in part.imports.items()]
        if any(named):
            later = "".join(f"    {line}" for line in named if line)
            taken += f"from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n{later}"
        body = "\n\n\n".join(found[name] for name in part.names if name in found) + named_unions(api, part.names)
        title = '"""Models of the API, in `models` for all others."""\n\n'
        render.module(f"{FOLDER}/{part.name}.py", f"{title}{head}{taken}\n\n{body}\n")


def _import(home: str, names: Collection[str], of: Collection[str]) -> str:
    """The line that imports those of some names that others are among; empty where there are none."""
    wanted = [name for name in names if name in of]
    return f"from .{home} import {', '.join(wanted)}\n" if wanted else ""
