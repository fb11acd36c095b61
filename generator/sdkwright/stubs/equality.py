"""Whether two JSON values are equal, in the ways that `equalToJson` knows."""

from decimal import Decimal
from typing import Any

import attrs


@attrs.frozen
class JsonOptions:
    """What `equalToJson` overlooks.

    Attributes:
        array_order: In what order the items of an array stand.
        extra_elements: Fields, and items of arrays, that are not expected.
    """

    array_order: bool = False
    extra_elements: bool = False


def same_json(expected: Any, actual: Any, options: JsonOptions) -> bool:
    """Whether `actual` is what is `expected`; fractions are `Decimal`, and 1.0 is 1."""
    match expected, actual:
        case dict(), dict():
            if not options.extra_elements and expected.keys() != actual.keys():
                return False
            return all(key in actual and same_json(value, actual[key], options) for key, value in expected.items())
        case list(), list():
            return _same_items(expected, actual, options)
        case bool(), _:
            return expected is actual
        case ((int() | Decimal()), (int() | Decimal())):
            return not isinstance(actual, bool) and expected == actual
        case _:
            return type(expected) is type(actual) and bool(expected == actual)


def _same_items(expected: list[Any], actual: list[Any], options: JsonOptions) -> bool:
    if len(expected) > len(actual) or (len(expected) < len(actual) and not options.extra_elements):
        return False
    if not options.array_order:
        return all(same_json(left, right, options) for left, right in zip(expected, actual, strict=False))
    return _assigned(
        [[index for index, item in enumerate(actual) if same_json(wanted, item, options)] for wanted in expected]
    )


def _assigned(choices: list[list[int]]) -> bool:
    """Whether each can have one of its choices to itself (augmenting paths)."""
    holders: dict[int, int] = {}

    def place(who: int, refused: set[int]) -> bool:
        for index in choices[who]:
            if index not in refused:
                refused.add(index)
                if index not in holders or place(holders[index], refused):
                    holders[index] = who
                    return True
        return False

    return all(place(who, set()) for who in range(len(choices)))
