"""Base of every generated enum: strings that stay readable when the service invents a new value."""

from enum import StrEnum
from typing import Self


class OpenEnum(StrEnum):
    """A string enum that accepts values it does not know.

    A known value is an ordinary member. An unknown one becomes an instance of the same class that compares, hashes,
    prints and round-trips (JSON, pickle, deepcopy) as the text that came in; `is_known` tells them apart. Unknown
    values are never cached, so compare them with `==`, not `is`.
    """

    @property
    def is_known(self) -> bool:
        """Whether this version of the package has a member for the value."""
        return self._value_ in type(self)._value2member_map_

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        text = str.__str__(value)
        unknown = str.__new__(cls, text)
        unknown._name_ = text
        unknown._value_ = text
        return unknown

    def __repr__(self) -> str:
        if self.is_known:
            return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"
        return f"<{type(self).__name__}: {self._value_!r} (unknown)>"

    def __reduce_ex__(self, proto: object) -> tuple[type[Self], tuple[str]]:
        return type(self), (self._value_,)
