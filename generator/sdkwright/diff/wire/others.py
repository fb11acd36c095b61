"""Compares the keywords that no rule of its own judges."""

from collections.abc import Iterator, Mapping

_LONGEST = 60


def otherwise(old: Mapping[str, str], new: Mapping[str, str], *, joint: str = " and ") -> Iterator[str]:
    """A text for each keyword that has another value, or is there on one side only.

    Args:
        old: The earlier values, by keyword.
        new: The later ones.
        joint: What stands between the two.
    """
    for keyword in sorted(old.keys() | new.keys()):
        before, after = old.get(keyword, "None"), new.get(keyword, "None")
        if before != after:
            yield f"`{keyword}` was {before[:_LONGEST]}{joint}is {after[:_LONGEST]}"
