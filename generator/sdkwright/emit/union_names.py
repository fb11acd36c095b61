"""Names the unions that stand in their places among values: type checkers read a union there only by a name."""

from typing import Final

import attrs

ONE_OF: Final = "OneOf["
"""How the source of a union begins."""


@attrs.frozen
class UnionNames:
    """The unions of one module.

    Attributes:
        written: What each name stands for, in the order in which they were met.
    """

    written: dict[str, str] = attrs.field(factory=dict)

    def of(self, source: str) -> str:
        """The name of a union.

        Args:
            source: The union, as in `OneOf[int | str]`.
        """
        for name, text in self.written.items():
            if text == source:
                return name
        name = f"_Union{len(self.written) + 1}"
        self.written[name] = source
        return name


def in_names(source: str, names: UnionNames) -> str:
    """Source of a type as a value, with a name for each union in it.

    Args:
        source: The type.
        names: Gives the names.
    """
    begin = source.find(ONE_OF)
    if begin < 0:
        return source
    end = closing(source, begin + len(ONE_OF)) + 1
    return f"{source[:begin]}{names.of(source[begin:end])}{in_names(source[end:], names)}"


def closing(text: str, place: int) -> int:
    """Where the bracket closes that was opened before a place; texts in quotes have brackets of their own.

    Args:
        text: Source of a type.
        place: The place.
    """
    depth, quote = 1, ""
    while place < len(text):
        char = text[place]
        if quote:
            place += char == "\\"
            quote = "" if char == quote else quote
        elif char in "'\"":
            quote = char
        else:
            depth += (char in "[(") - (char in "])")
        if not depth:
            break
        place += 1
    return place
