"""Bounds how much a document may grow by what is written out where it is used."""

from typing import Any, Final

from sdkwright.errors import GeneratorError

_MOST: Final = 1_000_000


class Budget:
    """How many values may still be copied."""

    def __init__(self) -> None:
        self._left = _MOST

    def spend(self, value: Any) -> None:
        """Count the values of a copy.

        Raises:
            GeneratorError: All copies together have too many.
        """
        pending = [value]
        while pending:
            node = pending.pop()
            self._left -= 1
            if isinstance(node, dict):
                pending += node.values()
            elif isinstance(node, list):
                pending += node
        if self._left < 0:
            raise GeneratorError(
                f"the schemas, written out where they are used, have more than {_MOST:,} values; name some of what is "
                "inside them with the overlay."
            )
