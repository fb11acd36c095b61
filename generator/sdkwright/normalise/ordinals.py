"""The numbers that stand for an enum's values where the order of the values is not it: `x-enum-ordinals`."""

from typing import Any

ORDINALS = "x-enum-ordinals"
_MAX_BITS = 63


def are_ordinals(schema: dict[str, Any]) -> bool:
    """Whether the ordinals of `schema` are one whole number for each value of an enum, all different."""
    numbers, values = schema[ORDINALS], schema.get("enum")
    if not isinstance(numbers, list) or not isinstance(values, list) or len(numbers) != len(values):
        return False
    # True is an int, and equal to 1.
    return len(set(map(repr, numbers))) == len(numbers) and all(
        type(number) is int and number.bit_length() <= _MAX_BITS for number in numbers
    )
