"""Writes the unions that have names into `models.py`: an alias each, behind the classes that they are made of."""

from collections.abc import Callable, Iterator
from typing import Final

from sdkwright.emit.annotations import one_of, source
from sdkwright.emit.dialect import about
from sdkwright.emit.environment import environment
from sdkwright.ir import Alias, Api, Union

_DOCSTRING: Final = "safe_for_docstring"


def named_unions(api: Api) -> str:
    """The source of the aliases of an API; empty where there are none.

    Args:
        api: The API.
    """
    written: set[str] = set()
    statements = [text for name in sorted(api.aliases) for text in _with_inner(name, api, written)]
    return "".join(f"\n\n{statement}\n" for statement in statements)


def _with_inner(name: str, api: Api, written: set[str]) -> Iterator[str]:
    """An alias, and before it those that it is made of; one that holds itself names itself in quotes."""
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
    def named(name: str) -> str:
        return f'"{name}"' if name in api.aliases and name not in written else name

    said = environment().filters[_DOCSTRING](about(alias))
    return f'{alias.name}: TypeAlias = {union_source(alias, named)}\n"""{said}"""'


def union_source(alias: Alias, named: Callable[[str], str] = str) -> str:
    """What an alias stands for, as source.

    Args:
        alias: The alias.
        named: Writes the name of another schema in it.
    """
    type_ = alias.type
    return one_of(type_, named=named) if isinstance(type_, Union) else source(type_, named=named)
