"""Writes types of a resource whose models are many: by the module that has them all and loads each when it is used."""

import re
from collections.abc import Collection
from typing import Final

from sdkwright.emit.union_names import ONE_OF

MODELS: Final = "_models"
"""What such a resource calls that module; no argument or method has the name."""

# Texts in quotes are no names.
_WORDS: Final = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|(?<![.\w])\w+")


def of_models(source: str, names: Collection[str]) -> str:
    """Source of a type whose models are attributes of the module that has them all.

    Args:
        source: The type.
        names: The models; none where each is imported by its name.
    """
    return (
        _WORDS.sub(lambda found: f"{MODELS}.{found[0]}" if found[0] in names else found[0], source) if names else source
    )


def read_later(source: str) -> str:
    """Source of a union whose members stand in a text, which is read when the union is first used, if one is a model.

    Args:
        source: The union, as in `OneOf[_models.Cash | int]`.
    """
    if f"{MODELS}." not in source:
        return source
    return f"{ONE_OF}{source.removeprefix(ONE_OF).removesuffix(']')!a}]"
