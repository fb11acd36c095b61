"""The constructions that are worth trying on a captured delivery: none of them the vendor's word, each only once.

A construction is a text (parts in an order, and what stands between them) under a keying (which digest, which key
material, and where that goes), written in an encoding.
"""

import itertools
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple, get_args

from .schemes import Digest, Encoding, Keying, Material, Part, Placement, Scheme

__all__ = ["constructions", "scheme_of"]

EXPORTED_AS: Final = ("webhooks.constructions",)

SEPARATORS: Final = ("", ".", ":", "|", "\n", "-", "_", ",", ";", "&", "/", "+", " ")
"""What usually stands between the parts of a signed text."""

ENCODINGS: Final[tuple[Encoding, ...]] = get_args(Encoding)

_WHOLE: Final[tuple[Part, ...]] = ("activity", "body", "blank_body")
_IDS: Final[tuple[Part, ...]] = ("activity_id", "invoice_id", "order_id")
_TIMESTAMP: Final[Part] = "timestamp"
_SMALL: Final[tuple[Part, ...]] = (_TIMESTAMP, *_IDS)

_SINGLE: Final[tuple[Material, ...]] = ("secret", "key")
_PAIRS: Final[tuple[Material, ...]] = ("key+secret", "secret+key")
_DIRECT: Final[tuple[tuple[Digest, Placement], ...]] = (
    ("hmac-sha256", "before"),
    ("sha256", "before"),
    ("sha256", "after"),
)
_AS_A_PART: Final[tuple[tuple[Digest, Placement], ...]] = (("sha256", "first"), ("sha256", "last"))
_WITHIN_HMAC: Final[tuple[tuple[Digest, Placement], ...]] = (("hmac-sha256", "first"), ("hmac-sha256", "last"))


class Text(NamedTuple):
    """What of a scheme says what is signed."""

    signed: tuple[Part, ...]
    separator: str


def scheme_of(text: Text, keying: Keying, encoding: Encoding) -> Scheme:
    """Return a construction as a scheme.

    Args:
        text: What is signed.
        keying: Under which key material.
        encoding: How it is written.
    """
    return Scheme(**text._asdict(), **keying._asdict(), encoding=encoding)


def constructions() -> Iterator[Scheme]:
    """Give every scheme of the registry, none of them equal in effect to another on all deliveries.

    They are some hundred thousand. None is the vendor's word; `identify` tries them all.
    """
    for text in texts():
        for keying, encoding in itertools.product(keyings(text.separator, alone=len(text.signed) == 1), ENCODINGS):
            yield scheme_of(text, keying, encoding)


def texts() -> Iterator[Text]:
    """Give what may be signed: each sequence of `parts` with each separator.

    Between the parts of a single one there is nothing; a separator may stand between it and the key material.
    """
    for signed, separator in itertools.product(parts(), SEPARATORS):
        yield Text(signed, separator)


def parts() -> Iterator[tuple[Part, ...]]:
    """Give the sequences of parts that are worth trying, each once.

    They are the timestamp and the ids in every selection and order; a whole (the activity, or the body in one of its
    forms) with up to one id and the timestamp in every order; and a whole with all ids in their order, with and without
    the timestamp.
    """
    for size in range(1, len(_SMALL) + 1):
        yield from itertools.permutations(_SMALL, size)
    for whole in _WHOLE:
        yield (whole,)
        for part in _SMALL:
            yield from itertools.permutations((part, whole))
        for part in _IDS:
            together: tuple[Part, ...] = (_TIMESTAMP, part, whole)
            yield from itertools.permutations(together)
        at: tuple[Part, ...] = (_TIMESTAMP,)
        content: tuple[Part, ...] = (whole,)
        yield from ((*_IDS, *content), (*content, *_IDS))
        for first, second, third in itertools.permutations((at, _IDS, content)):
            yield (*first, *second, *third)


@cache
def keyings(separator: str, *, alone: bool) -> tuple[Keying, ...]:
    """Return the keyings that differ from each other on texts with a separator.

    Args:
        separator: What stands between the parts.
        alone: Whether there is but one part, so that the separator shows at the key material only.
    """
    found: list[Keying] = []
    if not (alone and separator):
        found.append(Keying("sha256", "none", "before"))
        # Who joins parts with one separator joins key and secret with the same, or as HTTP does.
        joints = dict.fromkeys(("", separator, ":") if separator else SEPARATORS)
        found += _joined(_DIRECT, tuple(joints))
        found += [Keying("sha256", material, "around") for material in (*_SINGLE, *_PAIRS)]
    if separator:
        found += _joined(_AS_A_PART, ("", separator))
        found += [Keying("sha256", material, "ends") for material in (*_SINGLE, *_PAIRS)]
    found += [Keying(digest, material, placement) for digest, placement in _WITHIN_HMAC for material in _PAIRS]
    return tuple(found)


def _joined(how: tuple[tuple[Digest, Placement], ...], joints: tuple[str, ...]) -> Iterator[Keying]:
    for digest, placement in how:
        yield from (Keying(digest, material, placement) for material in _SINGLE)
        yield from (Keying(digest, pair, placement, joint) for pair, joint in itertools.product(_PAIRS, joints))
