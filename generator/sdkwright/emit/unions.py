"""Writes the unions that have names into `models.py`: an alias each, behind the classes that they are made of."""

from collections.abc import Collection, Iterator
from typing import Final

from sdkwright.emit.annotations import source
from sdkwright.emit.dialect import about
from sdkwright.emit.environment import environment
from sdkwright.ir import Alias, Api

_DOCSTRING: Final = "safe_for_docstring"


def named_unions(api: Api, names: Collection[str] | None = None) -> str:
    """The source of the aliases of an API; empty where there are none.

    Args:
        api: The API.
        names: Those that stand in the same module; None for all.
    """
    here = sorted(name for name in api.aliases if names is None or name in names)
    # Those of other modules are imported before.
    written = {name for name in api.aliases if name not in here}
    statements = [text for name in here for text in _with_inner(name, api, written)]
    return "".join(f"\n\n{statement}\n" for statement in statements)


def _with_inner(name: str, api: Api, written: set[str]) -> Iterator[str]:
    """An alias, and before it those that it is made of; of one that holds itself, the members stand in quotes."""
    pending, begun = [name], set[str]()
    while pending:
        current = pending[-1]
        alias = api.aliases[current]
        inner = [one for one in alias.references if one in api.aliases and one not in written | begun]
        if inner and current not in begun:
            begun.add(current)
            pending += reversed(dict.fromkeys(inner))
            continue
        pending.pop()
        if current not in written:
            written.add(current)
            yield _statement(alias, api, written - {current})


def _statement(alias: Alias, api: Api, written: set[str]) -> str:
    said = environment().filters[_DOCSTRING](about(alias))
    container, bracket, inside = union_source(alias).partition("[")
    if bracket and any(name in api.aliases and name not in written for name in alias.references):
        inside = f"{inside.removesuffix(']')!a}]"
    return f'{alias.name}: TypeAlias = {container}{bracket}{inside}\n"""{said}"""'


def union_source(alias: Alias) -> str:
    """What an alias stands for, as source.

    Args:
        alias: The alias.
    """
    return source(alias.type, in_text="DecimalText")
