"""Mends texts wherever they stand: without what nobody sees, cut where they are long, and without null for a value."""

import re
from typing import Any, Final

from sdkwright.documents import escape
from sdkwright.normalise.ledger import Ledger

MAX_TEXT: Final = 20_000
"""Characters of one text that are read."""

# Half a character, controls other than white space, and the marks that show text in another order than it is read.
DECEPTIVE: Final = re.compile(r"[\ud800-\udfff\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that no reader sees."""

FREE: Final = frozenset({"default", "example", "examples", "value", "enum"})
"""Below these anything may stand, null as well."""

_PROSE: Final = frozenset({"description", "summary", "title", "termsOfService", "example", "examples", "default"})
_NAMED: Final = frozenset({"properties", "schemas", "parameters", "responses", "requestBodies", "paths", "headers"})
_NULL: Final = "null in the place of a value"
_HIDDEN: Final = "a text with invisible characters"


def mend_texts(document: dict[str, Any], ledger: Ledger) -> None:
    """Mend the texts of a document in place.

    Args:
        document: Its structure may be wrong anywhere.
        ledger: Takes what was mended.
    """
    pending: list[tuple[Any, str, bool]] = [(document, "", False)]
    while pending:
        node, pointer, is_free = pending.pop()
        # Behind a list of names stands a name, which is no keyword.
        is_named = pointer.rpartition("/")[2] in _NAMED
        for key, child in _children(node):
            here = f"{pointer}/{escape(str(key))}"
            free = is_free or (not is_named and isinstance(key, str) and (key in FREE or key.startswith("x-")))
            # A property that is null is one of any value.
            if child is None and not free and not pointer.endswith("/properties"):
                del node[key]
                ledger.spellings[_NULL] += 1
            elif isinstance(child, str):
                node[key] = _text(child, str(key), here, ledger, is_free=free)
            elif isinstance(child, dict | list):
                pending.append((child, here, free))


def _children(node: Any) -> list[tuple[Any, Any]]:
    """The values of an object or an array with their keys, the last ones of an array first: some are taken out."""
    return list(node.items()) if isinstance(node, dict) else list(enumerate(node))[::-1]


def _text(text: str, key: str, where: str, ledger: Ledger, *, is_free: bool) -> str:
    # What is sent, as the value of an enum, stays as it is; whoever reads it judges it.
    if not (key in _PROSE or (is_free and "/enum/" not in where)):
        return text
    if DECEPTIVE.search(text):
        text = DECEPTIVE.sub("", text)
        ledger.spellings[_HIDDEN] += 1
    if len(text) > MAX_TEXT:
        ledger.tell(where[-200:], f"a text of {len(text):,} characters, cut after {MAX_TEXT:,}")
        text = f"{text[: MAX_TEXT - 1]}…"
    return text
