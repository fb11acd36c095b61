"""Reads an operationId: what it says of the resource and of what is done."""

import re
from typing import Final

import attrs

from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.naming.addresses import LONGEST, Address, squashed
from sdkwright.normalise.naming.lexicon import GENERIC, NOUNS_TOO, SUFFIXES, VERBS
from sdkwright.normalise.sites import OperationSite

_JOINTS: Final = re.compile(r"[/.:#]+|\s+-\s+")
_VERSION: Final = re.compile(r"v?[0-9]+(?:[._][0-9]+)*", re.IGNORECASE)
_NOISE: Final = re.compile(
    r"_using_(?:get|post|put|patch|delete|head|options)(?:_?[0-9]+)?\Z|_(?:resource|endpoint|handler|controller)\Z"
)
_PAIR: Final = 2
_METHODS: Final = frozenset({"get", "post", "put", "patch", "delete", "head", "options"})


@attrs.frozen
class Said:
    """What an operationId says.

    Attributes:
        group: The resource, in snake_case; empty if it names none.
        action: What is done, in snake_case; empty if it says nothing that the address does not.
        is_pair: Whether somebody wrote both halves of a name, as in `issues/list-for-repo`.
    """

    group: str = ""
    action: str = ""
    is_pair: bool = False


def said_by(site: OperationSite, address: Address, suffix: str | None = None) -> Said:
    """What an operation's id says.

    Args:
        site: The operation.
        address: Its path, read.
        suffix: What the first halves of ids end in.
    """
    text = site.operation.get("operationId")
    if not isinstance(text, str):
        return Said()
    text = _without_address(text[:300], site)
    parts = [part for part in _JOINTS.split(text) if part and not _VERSION.fullmatch(part)]
    if len(parts) >= _PAIR and all(part[:1].islower() for part in parts[-2:]):
        group, action = _group(parts[-2], suffix), _words(parts[-1])
        if group and action:
            return Said(group, action, is_pair=True)
    if _is_made_of(text, site, address):
        return Said()
    if len(parts) >= _PAIR:
        return Said(_group(parts[-2], suffix), _words(parts[-1]))
    halves = [half for half in (parts[0] if parts else "").split("_") if half]
    if len(halves) >= _PAIR and all(half[:1].isupper() for half in halves[:-1]) and not _begins(halves[0]):
        return Said(_group(halves[-2], suffix), _words(halves[-1]))
    return Said("", _words(parts[0]) if parts else "")


def _begins(word: str) -> bool:
    """Whether a word says what is done, as in `Add_voice`, or is one of several in capitals."""
    return word.isupper() or word.lower() in VERBS - NOUNS_TOO


def _without_address(text: str, site: OperationSite) -> str:
    """`read_item` of `read_item_items__item_id__get`, as FastAPI writes it, and the like."""
    path = re.sub(r"\W", "_", site.path)
    if text.startswith("resource_") and text.upper().endswith(f"_{site.method}"):
        # `resource__1.0_users_getUser_GET`, as Enunciate writes it.
        _, _, own = re.sub(r"\W", "_", text[: -len(site.method) - 1]).rpartition(f"{path}_")
        return own or text
    return text.removesuffix(f"{path}_{site.method.lower()}") or text


def _is_made_of(text: str, site: OperationSite, address: Address) -> bool:
    """Whether a tool made the id of the method and the path."""
    said, method = squashed(text), site.method.lower()
    return said in {"", method} or any(said in {method + words, words + method, words} for words in address.words)


def _words(text: str) -> str:
    words = _NOISE.sub("", snake(text).strip("_"))
    return re.sub(r"_v?[0-9]+\Z", "", words) if re.search(r"[a-z]_v[0-9]+\Z", words) else words


def _group(text: str, suffix: str | None) -> str:
    name = snake(text.removesuffix(suffix or "") or text).strip("_")
    for word in SUFFIXES:
        name = name.removesuffix(f"_{word}")
    # A longer one tells a path, which the address tells better.
    is_none = name in GENERIC or name in _METHODS or _VERSION.fullmatch(name) or len(name) > LONGEST
    return "" if is_none else name
