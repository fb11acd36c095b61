"""Writes `mcp/_declared.py`: what the project declares of the tools for agents, as literals."""

from collections.abc import Collection, Iterable
from typing import Final

from sdkwright.config import Mcp
from sdkwright.config.values import nearest
from sdkwright.emit.api import Fact, literals_module
from sdkwright.emit.commands import Commands
from sdkwright.errors import GeneratorError
from sdkwright.project import MARK

MODULE: Final = "mcp/_declared.py"
"""Where it stands in the package."""

_ABOUT: Final = "What the project declares of the tools for agents: literals alone."


def tools_module(declared: Mcp, resources: Iterable[Commands], named: Collection[str] = ()) -> str:
    """The text of `mcp/_declared.py`, without its header.

    Args:
        declared: What the project declares.
        resources: The commands of every resource.
        named: The operations that have a name in the table, some of which this revision may not have: a tool of such a
            one is left out.

    Raises:
        GeneratorError: An operation is named that there is not.
    """
    known = [f"{resource.attribute}.{command.verb}" for resource in resources for command in resource.commands]
    there: dict[str, tuple[str, ...]] = {}
    for key in ("tools", "reads", "deletes"):
        there[key] = tuple(name for name in getattr(declared, key) if name in known)
        for name in getattr(declared, key):
            if name not in known and name not in named:
                raise GeneratorError(f'{MARK}: [mcp] {key}: "{name}" is no operation{nearest(name, known)}.')
    prompts = {name: (prompt.about, prompt.text) for name, prompt in declared.prompts.items()}
    return literals_module(
        _ABOUT,
        [
            Fact(
                "TOOLS",
                "tuple[str, ...]",
                there["tools"],
                "The operations with a tool of their own, in this order; empty for the lists and single records of "
                "each resource.",
            ),
            Fact(
                "READS",
                "tuple[str, ...]",
                there["reads"],
                "The operations that change nothing, whatever their HTTP method says.",
            ),
            Fact(
                "DELETES",
                "tuple[str, ...]",
                there["deletes"],
                "The operations that delete something, whatever their HTTP method and name say.",
            ),
            Fact("PROMPTS", "dict[str, tuple[str, str]]", prompts, "By its name, what a prompt is for, and its text."),
        ],
    )
