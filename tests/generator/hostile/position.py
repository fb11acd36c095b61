"""What a position is: one place of the base, where hostile documents say something."""

from collections.abc import Callable
from typing import Any, Literal

import attrs

from tests.generator.hostile.base import Draft, Json


@attrs.frozen
class Position:
    """One place.

    Attributes:
        put: Puts a payload there.
        benign: What an honest document has there.
        takes_values: Whether something else than a text can stand there.
        fate: What becomes of the documents: most are `written`; or some are, where the text is a name (`named`) or
            reaches no code (`unread`); or few are (`either`); or all are `refused`.
        among: The other names, sorted, where code has them and the payload's in the order of the names.
        sorted_as: The name by which the payload's is sorted.
        is_template: Whether what stands in braces there is the name of a parameter, which gives the method an argument.
        unfit: A harmless text that is no name there, so that the document is read without it, or as what is meant, or
            several of them; each payload gives the code of `benign` or of one of these.
    """

    put: Callable[[Draft, Any], None]
    benign: str = "plain"
    takes_values: bool = True
    fate: Literal["written", "named", "unread", "either", "refused"] = "written"
    among: tuple[str, ...] = ()
    sorted_as: Callable[[str], str] = str
    is_template: bool = False
    unfit: str | tuple[str, ...] = ()

    @property
    def every(self) -> int:
        """One in so many payloads is tried, which keeps the tests quick; all are, over all positions."""
        return {"written": 4, "named": 4, "unread": 8, "either": 4, "refused": 8}[self.fate]

    @property
    def least_written(self) -> float:
        """The share of the documents that must not be refused."""
        return {"written": 0.7, "named": 0.27, "unread": 0.45, "either": 0.0, "refused": 0.0}[self.fate]

    def honest(self, payload: Any) -> str:
        """What an honest document has there in place of `payload`: of names in their order, one in the same place."""
        if not self.among:
            return self.benign
        before = sum(name < self.sorted_as(payload) for name in self.among)
        return f"{self.among[before - 1]}x" if before else "A"


def renamed(mapping: Json, old: str, new: str) -> None:
    """Rename a key in its place."""
    items = [(new if key == old else key, value) for key, value in mapping.items()]
    mapping.clear()
    mapping.update(items)
