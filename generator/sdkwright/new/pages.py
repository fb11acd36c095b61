"""Recognises how lists are paged, from the parameters of operations and from what they answer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

import attrs

from sdkwright.ir import Alias, Api, Array, Model, Operation, Parameter, Reference, Scalar, Schema, Type, Union
from sdkwright.new.proposal import Confidence

Style: TypeAlias = Literal["page-number", "offset", "cursor", "next-url", "link-header"]

_NOT_LETTER: Final = re.compile(r"[^a-z0-9]")
_PAGE: Final = ("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "p")
_OFFSET: Final = ("offset", "skip", "start", "startindex", "startat", "startposition", "from")
_CURSOR: Final = (
    "cursor", "pagetoken", "nextpagetoken", "nexttoken", "continuationtoken", "pagecursor", "startingafter", "after",
    "nextcursor", "marker", "continuation", "scrollid", "bookmark",
)  # fmt: skip
_SIZE: Final = (
    "pagesize", "perpage", "limit", "size", "count", "maxresults", "maxitems", "top", "resultsperpage", "itemsperpage",
    "pagelimit", "num", "rows", "first",
)  # fmt: skip
_ITEMS: Final = ("data", "items", "results", "result", "entries", "values", "records", "content", "list", "objects")
_TOTAL: Final = ("total", *(f"total{what}" for what in ("count", "results", "items", "records", "size", "elements")))
_NEXT_TOKEN: Final = (
    "nextpagetoken", "nexttoken", "nextcursor", "cursor", "nextpage", "continuationtoken", "after", "nextmarker",
    "scrollid", "bookmark", "next", "endcursor",
)  # fmt: skip
_NEXT_URL: Final = (
    "nextlink",
    "nexturl",
    "nexthref",
    "nextpageurl",
    "nextpageuri",
    "odatanextlink",
    "nextpage",
    "next",
)
_MORE: Final = ("hasmore", "more", "hasnext", "hasnextpage", "istruncated")
_DEEPEST: Final = 2


@attrs.frozen
class Pages:
    """How operations page what they list.

    Attributes:
        style: How the next page is asked for.
        items: The path of the items in the answer, with dots between; empty where the answer is the list itself.
        turn: The parameter that turns pages, by its name on the wire; empty where an address does.
        size: The parameter for how many items a page has; empty if there is none.
        next: The path of what leads to the next page in the answer; empty if nothing there does.
        total: The path of the number of all items; empty if there is none.
        default_size: How many items a page has where nobody asks; None if the document does not say.
        first: The number of the first page, where the document says it by the parameter's default.
        confidence: How sure this is.
        reason: What it was recognised by.
    """

    style: Style
    items: str
    turn: str = ""
    size: str = ""
    next: str = ""
    total: str = ""
    default_size: int | None = None
    first: int | None = None
    confidence: Confidence = "likely"
    reason: str = ""


@attrs.define
class _Fields:
    """What an answer has, by paths: `meta.next_cursor`."""

    plain: dict[str, Type]

    def first(self, names: Iterable[str], kinds: set[str]) -> str:
        """The path of the first name that is there, of a scalar of one of the kinds."""
        for name in names:
            for path, type_ in self.plain.items():
                if _plain(path.rpartition(".")[2]) == name and isinstance(type_, Scalar) and type_.kind in kinds:
                    return path
        return ""

    def lists(self) -> dict[str, Type]:
        """The paths of lists of objects, with what is in each; nearest the top first."""
        found = {path: type_.items for path, type_ in self.plain.items() if isinstance(type_, Array)}
        return dict(sorted(found.items(), key=lambda one: one[0].count(".")))


def recognised(api: Api) -> dict[Pages, list[Operation]]:
    """The ways in which the operations of an API are paged, each with its operations; the most usual first."""
    found: dict[Pages, list[Operation]] = {}
    for operation in api.operations:
        if operation.method in {"GET", "POST"} and (pages := _pages(operation, api)) is not None:
            found.setdefault(pages, []).append(operation)
    return dict(sorted(found.items(), key=lambda one: -len(one[1])))


def _pages(operation: Operation, api: Api) -> Pages | None:
    content = operation.success.content
    if content is None or "json" not in content.media_type:
        return None
    answer = _whole(content.type, api.schemas)
    if isinstance(answer, Array):
        return _of_a_list(operation)
    if not isinstance(answer, Reference) or not isinstance(model := api.schemas[answer.name], Model):
        return None
    fields = _Fields(dict(_paths(model, api.schemas)))
    items = _items(fields, api.schemas)
    if not items:
        return None
    base = Pages("cursor", items, total=fields.first(_TOTAL, {"integer", "number"}))
    if (size := _parameter(operation, _SIZE, {"integer", "number"})) is not None:
        base = attrs.evolve(base, size=size.wire, default_size=_number(size.default))
    return _turned(operation, fields, base)


def _turned(operation: Operation, fields: _Fields, base: Pages) -> Pages | None:
    """How pages of an object that holds items are turned."""
    cursor = _parameter(operation, _CURSOR, {"string", "integer"})
    token = fields.first(_NEXT_TOKEN, {"string", "integer"})
    if cursor is not None and (token or fields.first(_MORE, {"boolean"})):
        sure: Confidence = "certain" if token else "likely"
        said = f"the answer's {token} goes into {cursor.wire}" if token else f"{cursor.wire} asks for what follows"
        return attrs.evolve(base, style="cursor", turn=cursor.wire, next=token, confidence=sure, reason=said)
    number = _parameter(operation, _PAGE, {"integer", "number"})
    if number is not None:
        sure = "certain" if base.total else "likely"
        numbered = attrs.evolve(base, style="page-number", turn=number.wire, first=_number(number.default))
        return attrs.evolve(numbered, confidence=sure, reason=f"{number.wire} counts pages")
    offset = _parameter(operation, _OFFSET, {"integer", "number"})
    if offset is not None and base.size:
        sure = "certain" if base.total else "likely"
        said = f"{offset.wire} counts items, {base.size} how many"
        return attrs.evolve(base, style="offset", turn=offset.wire, confidence=sure, reason=said)
    if cursor is not None:
        said = f"{cursor.wire} asks for what follows, and the answer does not say with what"
        return attrs.evolve(base, style="cursor", turn=cursor.wire, confidence="a guess", reason=said)
    if address := fields.first(_NEXT_URL, {"string"}):
        said = f"the answer's {address} is the next page's address"
        return attrs.evolve(base, style="next-url", next=address, confidence="likely", reason=said)
    return None


def _of_a_list(operation: Operation) -> Pages | None:
    """How pages are turned where the answer is the list itself."""
    size = _parameter(operation, _SIZE, {"integer", "number"})
    base = Pages("link-header", "")
    if size is not None:
        base = attrs.evolve(base, size=size.wire, default_size=_number(size.default))
    if any(header.name.lower() == "link" for header in operation.success.headers):
        return attrs.evolve(base, reason="the answer's header Link leads to the next page")
    if (number := _parameter(operation, _PAGE, {"integer", "number"})) is not None:
        return attrs.evolve(base, style="page-number", turn=number.wire, reason=f"{number.wire} counts pages")
    if size is not None and (offset := _parameter(operation, _OFFSET, {"integer", "number"})) is not None:
        return attrs.evolve(base, style="offset", turn=offset.wire, reason=f"{offset.wire} counts items")
    return None


def _parameter(operation: Operation, names: Iterable[str], kinds: set[str]) -> Parameter | None:
    known = {_plain(one.wire.rpartition(".")[2]): one for one in operation.parameters if one.location == "query"}
    for name in names:
        one = known.get(name)
        if one is not None and isinstance(one.type, Scalar) and one.type.kind in kinds:
            return one
    return None


def _items(fields: _Fields, schemas: Mapping[str, Schema]) -> str:
    """The path of the list of items: one of the usual names, or the only list."""
    lists = {path: type_ for path, type_ in fields.lists().items() if isinstance(_whole(type_, schemas), Reference)}
    for name in _ITEMS:
        for path in lists:
            if _plain(path.rpartition(".")[2]) == name:
                return path
    top = [path for path in lists if "." not in path]
    return top[0] if len(top) == 1 else ""


def _paths(model: Model, schemas: Mapping[str, Schema], before: str = "", depth: int = 1) -> Iterator[tuple[str, Type]]:
    for field in model.fields:
        if field.alias_of is not None:
            continue
        type_ = _whole(field.type, schemas)
        yield f"{before}{field.wire}", type_
        if depth < _DEEPEST and isinstance(type_, Reference) and isinstance(inner := schemas[type_.name], Model):
            yield from _paths(inner, schemas, f"{before}{field.wire}.", depth + 1)


def _whole(type_: Type, schemas: Mapping[str, Schema]) -> Type:
    """A type, where a name stands for another one that, and of a choice with one list or object among it that."""
    if isinstance(type_, Reference) and isinstance(alias := schemas[type_.name], Alias):
        type_ = alias.type
    if isinstance(type_, Union):
        several = [member for member in type_.members if isinstance(member, Array | Reference)]
        return several[0] if len(several) == 1 else type_
    return type_


def _plain(name: str) -> str:
    return _NOT_LETTER.sub("", name.lower())


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"0|[1-9][0-9]{0,5}", text) else None
