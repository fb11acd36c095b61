"""What a deviation is."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Kind(StrEnum):
    """In what way a place of an answer differs from the vendor's document."""

    NULL = "null"
    NULL_ITEM = "null item"
    LEFT_OUT = "left out"
    UNKNOWN_FIELD = "unknown field"
    ORDINAL = "ordinal"
    UNKNOWN_ORDINAL = "unknown ordinal"
    UNKNOWN_VALUE = "unknown value"
    UNKNOWN_VARIANT = "unknown variant"
    BARE_WORD = "bare word"
    NUMBER_AS_TEXT = "number as text"
    DATE_MAX = "date max"
    DATE_MIN = "date min"
    DATE_ONLY = "date only"
    DATE_EMPTY = "date empty"
    DATE_NO_OFFSET = "date no offset"
    DATE_FRACTION = "date fraction"
    DATE_SPELLING = "date spelling"
    BYTE_ORDER_MARK = "byte order mark"
    DECODE_FAILURE = "decode failure"


class Deviation(msgspec.Struct, frozen=True, order=True):
    """One way in which answers differ from the vendor's document.

    Args:
        operation: Public name of the operation, such as `orders.get`.
        path: Where in the answer, in the wire's names, such as `Result[*].Status`; empty for the answer as a whole.
        kind: In what way.
        expected: What the document says stands there.
        seen: What was there: a kind of value, the text of an enum or the name of a field.
        count: How many times.
        schema: The vendor's name of the schema that the place belongs to; empty where there is none.
        name: The property of that schema; empty where there is none.
    """

    operation: str
    path: str
    kind: Kind
    expected: str
    seen: str
    count: int = 1
    schema: str = ""
    name: str = ""
