"""Reads how Fern's and Speakeasy's extensions say that an operation turns pages, in the keys of `[pagination.NAME]`."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from sdkwright.normalise.sites import OperationSite

Tell = Callable[[str, str], None]
Keys = dict[str, Any]

FERN: Final = "x-fern-pagination"
SPEAKEASY: Final = "x-speakeasy-pagination"
PAGES: Final = "x-pagination"
"""The word of ours, whose value has the keys of `[pagination.NAME]`."""

_PATH: Final = re.compile(r"[^.\[\]$\"\\`\s]{1,100}(?:\.[^.\[\]$\"\\`\s]{1,100}){0,7}")
_LAST: Final = re.compile(r"(?P<items>.*)\[(?:-1|\(@\.length-1\))\]\.(?P<field>.*)")
_REQUEST: Final = "$request."
_RESPONSE: Final = "$response"
_NUMBERED: Final = re.compile(r"page(?:_?(?:no|num|number|index))?", re.IGNORECASE)


class _UnreadError(Exception):
    """What is said of pages cannot be read; the text is why."""


def given_pages(site: OperationSite, upstream: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """A word of ours for what a document says of the pages of an operation.

    Args:
        site: The operation.
        upstream: The document, whose top may have what `true` stands for.
        tell: Is told what cannot be read.
    """
    for word, read in ((FERN, _of_fern), (SPEAKEASY, _of_speakeasy)):
        value = site.operation.get(word)
        if value is True and word == FERN:
            value = upstream.get(FERN)
        if value is None or value is False:
            continue
        if not isinstance(value, dict):
            tell(f"{site.key} {word}", "not read, for it is no object")
            continue
        try:
            keys = {name: one for name, one in read(value, site).items() if one is not None}
        except _UnreadError as why:
            tell(f"{site.key} {word}", f"not read, for {why}")
        else:
            return {PAGES: keys}
    return {}


def _of_fern(value: Mapping[str, Any], site: OperationSite) -> Keys:
    items = _in_answer(value, "results")
    if "next_cursor" in value:
        return {
            "style": "cursor",
            "turned_by": _in_request(value, "cursor"),
            "next": _in_answer(value, "next_cursor"),
            "items": items,
        }
    for word in ("next_uri", "next_path"):
        if word in value:
            return {"style": "next-url", "next": _in_answer(value, word), "items": items}
    if "offset" not in value:
        raise _UnreadError("it has no offset, cursor, next_uri or next_path")
    turned_by = _in_request(value, "offset")
    more = _in_answer(value, "has-next-page") if "has-next-page" in value else None
    sized_by = _in_request(value, "step") if "step" in value else None
    return _by_number(turned_by, site, sized_by=sized_by, has_more=more, items=items)


def _of_speakeasy(value: Mapping[str, Any], site: OperationSite) -> Keys:
    outputs = value.get("outputs", {})
    if not isinstance(outputs, dict):
        raise _UnreadError("its outputs are no object")
    inputs = _inputs(value.get("inputs", []))
    items = _output(outputs, "results")
    match value.get("type"):
        case "offsetLimit":
            if page := inputs.get("page"):
                pages = _output(outputs, "numPages")
                return {
                    "style": "page-number",
                    "turned_by": page,
                    "sized_by": inputs.get("limit"),
                    "pages": pages,
                    "items": items,
                    "first": _first_page(page, site),
                }
            if offset := inputs.get("offset"):
                return {"style": "offset", "turned_by": offset, "sized_by": inputs.get("limit"), "items": items}
            raise _UnreadError("none of its inputs is a page or an offset")
        case "cursor":
            cursor, said = inputs.get("cursor"), outputs.get("nextCursor")
            if not cursor or not isinstance(said, str):
                raise _UnreadError("it has no input that is a cursor, or no nextCursor")
            keys: Keys = {"style": "cursor", "turned_by": cursor, "sized_by": inputs.get("limit"), "items": items}
            if last := _LAST.fullmatch(said[:1000]):
                return keys | {"items": items or _path(last["items"]), "last_item": _path(last["field"])}
            return keys | {"next": _path(said)}
        case "url":
            return {"style": "next-url", "next": _output(outputs, "nextUrl", required=True), "items": items}
        case _:
            raise _UnreadError("its type is not offsetLimit, cursor or url")


def _inputs(listed: object) -> dict[str, str]:
    """The names of the parameters, or of fields of the body, by what they are: page, offset, limit, cursor."""
    if not isinstance(listed, list):
        raise _UnreadError("its inputs are no list")
    found: dict[str, str] = {}
    for one in listed[:10]:
        name, kind = (one.get("name"), one.get("type")) if isinstance(one, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(kind, str):
            raise _UnreadError("an input has no name and type that are texts")
        found[kind] = _path(name)
    return found


def _by_number(turned_by: str, site: OperationSite, **more: Any) -> Keys:
    """Pages that a number turns: it counts them where it is called so, and items else."""
    if _NUMBERED.fullmatch(turned_by):
        more["first"] = _first_page(turned_by, site)
        return {"style": "page-number", "turned_by": turned_by, **more}
    return {"style": "offset", "turned_by": turned_by, **more}


def _first_page(name: str, site: OperationSite) -> int | None:
    """0 where the parameter is 0 by default, or may be at least; else the rule holds."""
    for parameter in site.parameters:
        if parameter.get("name") == name and isinstance(schema := parameter.get("schema"), dict):
            for word in ("default", "minimum"):
                if (said := schema.get(word)) in (0, 1) and not isinstance(said, bool):
                    return 0 if said == 0 else None
    return None


def _in_request(value: Mapping[str, Any], word: str) -> str:
    said = value.get(word)
    if not isinstance(said, str) or not said.startswith(_REQUEST):
        raise _UnreadError(f"its {word} does not begin with {_REQUEST}")
    return _path(said.removeprefix(_REQUEST))


def _in_answer(value: Mapping[str, Any], word: str) -> str | None:
    said = value.get(word)
    if not isinstance(said, str) or not said.startswith(_RESPONSE):
        raise _UnreadError(f"its {word} does not begin with {_RESPONSE}")
    rest = said.removeprefix(_RESPONSE).removeprefix(".")
    # The answer itself is the list.
    return _path(rest) if rest else None


def _output(outputs: Mapping[str, Any], word: str, *, required: bool = False) -> str | None:
    said = outputs.get(word)
    if said is None and not required:
        return None
    if not isinstance(said, str):
        raise _UnreadError(f"its {word} is no text")
    return None if said == "$" and not required else _path(said)


def _path(said: str) -> str:
    """A path as `[pagination.NAME]` writes it."""
    path = said.removeprefix("$.").removeprefix("$")
    if _PATH.fullmatch(path) is None:
        raise _UnreadError("a path of it leads through more than names with dots between")
    return path
