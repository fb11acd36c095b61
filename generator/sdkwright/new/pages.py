"""Recognises how lists are paged, from the parameters of operations and from what they answer."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, Literal, TypeAlias

import attrs

from sdkwright.ir import Alias, Api, Array, Model, Operation, Reference, Scalar, Schema, Type, Union
from sdkwright.media import JSON
from sdkwright.new.proposal import Confidence

Style: TypeAlias = Literal["page-number", "offset", "cursor", "next-url", "link-header"]

_NOT_LETTER: Final = re.compile(r"[^a-z0-9]")
_PAGE: Final = ("page", "pagenumber", "pageno", "pagenum", "pageindex", "currentpage", "p")
_OFFSET: Final = ("offset", "skip", "start", "startindex", "startat", "startposition")
_CURSOR: Final = (
    "cursor", "pagetoken", "nextpagetoken", "nexttoken", "continuationtoken", "paginationtoken", "pagecursor",
    "startcursor", "startingafter", "after", "afterid", "sinceid", "nextcursor", "marker", "continuation", "scrollid",
    "bookmark",
)  # fmt: skip
_AFTER: Final = ("startingafter", "after", "afterid", "sinceid")
"""Cursors that the last item of a page may be."""
_SIZE: Final = (
    "pagesize", "perpage", "limit", "size", "count", "maxresults", "maxitems", "top", "resultsperpage", "itemsperpage",
    "pagelimit", "num", "rows", "first",
)  # fmt: skip
_ITEMS: Final = (
    "data", "items", "results", "result", "entries", "values", "records", "content", "list", "objects",
    "rows", "elements", "collection",
)  # fmt: skip
_TOTAL: Final = ("total", *(f"total{what}" for what in ("count", "results", "items", "records", "size", "elements")))
_PAGES: Final = ("totalpages", "pagecount", "pagestotal", "numpages", "numberofpages", "pages", "lastpage")
_BACK: Final = ("previous", "prev", "previousurl", "prevurl", "previouspageurl", "prevpageurl", "previouslink")
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
_HOLDERS: Final = frozenset(
    {"meta", "metadata", "responsemetadata", "page", "paging", "pagination", "pageinfo", "pages", "links", "link"}
    | {"nextpage", "cursors", "cursor", "data", "result", "results", "response", "search", "searchmetadata"}
)
"""What objects are called that say something of a page."""
_IS_ADDRESS: Final = re.compile(r"\b(?:url|uri|link|href|address)\b", re.IGNORECASE)
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
        last_item: The field of the last item that leads there; empty if none does.
        has_more: The path of what says whether more pages follow; empty if nothing does.
        pages: The path of the number of pages; empty if there is none.
        total: The path of the number of all items; empty if there is none.
        default_size: How many items a page has where nobody asks; None if the document does not say.
        first: The number of the first page or item, where the document says it by the parameter's default.
        confidence: How sure this is.
        reason: What it was recognised by.
    """

    style: Style
    items: str
    turn: str = ""
    size: str = ""
    next: str = ""
    last_item: str = ""
    has_more: str = ""
    pages: str = ""
    total: str = ""
    default_size: int | None = None
    first: int | None = None
    confidence: Confidence = "likely"
    reason: str = ""


@attrs.frozen
class _Turning:
    """A parameter, or a field of a body, that may turn pages."""

    wire: str
    type: Type
    default: str


@attrs.define
class _Fields:
    """What an answer has, by paths: `meta.next_cursor`; and what the document says of it."""

    plain: dict[str, Type]
    texts: dict[str, str]
    holders: dict[str, str]

    def near(self, items: str) -> "_Fields":
        """What stands beside the items, at the top, or in what is called as if it said something of pages."""
        near = {"", self.holders[items]}
        kept = {
            path: type_
            for path, type_ in self.plain.items()
            if path == items or self.holders[path] in near or _plain(self.holders[path]) in _HOLDERS
        }
        return _Fields(kept, self.texts, self.holders)

    def first(self, names: Iterable[str], kinds: set[str]) -> str:
        """The path of the first name that is there, of a scalar of one of the kinds."""
        for name in names:
            for path, type_ in self.plain.items():
                if _plain(path.rpartition(".")[2]) == name and isinstance(type_, Scalar) and type_.kind in kinds:
                    return path
        return ""

    def is_address(self, path: str) -> bool:
        """Whether the document says that an address stands at a path."""
        type_ = self.plain[path]
        is_uri = isinstance(type_, Scalar) and type_.format in {"uri", "url", "uri-reference"}
        return is_uri or _IS_ADDRESS.search(self.texts.get(path, "")) is not None

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
    answer, asked = _whole(content.type, api.schemas), _asked(operation, api)
    if isinstance(answer, Array):
        is_named = isinstance(_whole(answer.items, api.schemas), Reference)
        return _of_a_list(operation, asked) if is_named and operation.method == "GET" else None
    if not isinstance(answer, Reference) or not isinstance(model := api.schemas[answer.name], Model):
        return None
    found = [*_paths(model, api.schemas)]
    plain, texts = {path: type_ for path, type_, _, _ in found}, {path: text for path, _, text, _ in found}
    fields = _Fields(plain, texts, {path: holder for path, _, _, holder in found})
    items = _items(fields, api.schemas)
    if not items:
        return None
    fields = fields.near(items)
    base = Pages("cursor", items, total=fields.first(_TOTAL, {"integer", "number"}))
    base = attrs.evolve(base, has_more=fields.first(_MORE, {"boolean"}))
    if (size := _first(asked, _SIZE, {"integer", "number"})) is not None:
        base = attrs.evolve(base, size=size.wire, default_size=_number(size.default) or None)
    last_item = _identity(fields.plain[items], api.schemas)
    return _by_cursor(asked, fields, base, last_item) or _counted(operation, asked, fields, base)


def _by_cursor(asked: list[_Turning], fields: _Fields, base: Pages, last_item: str) -> Pages | None:
    """How pages of an object that holds items are turned by a cursor."""
    cursor = _first(asked, _CURSOR, {"string", "integer"})
    if cursor is None and fields.first(("nextpage",), {"string"}):
        # A text that is called a page is none that counts.
        cursor = _first(asked, ("page",), {"string"})
    if cursor is None:
        return None
    base = attrs.evolve(base, turn=cursor.wire)
    token = fields.first(_NEXT_TOKEN, {"string", "integer"})
    if token and not (_plain(token.rpartition(".")[2]) in _NEXT_URL and _is_address(token, fields)):
        said = f"the answer's {token} goes into {cursor.wire}"
        return attrs.evolve(base, next=token, confidence="certain", reason=said)
    if base.has_more and last_item and _plain(cursor.wire) in _AFTER:
        said = f"the last item's {last_item} goes into {cursor.wire}, and {base.has_more} says if more follow"
        return attrs.evolve(base, last_item=last_item, confidence="likely", reason=said)
    said = f"{cursor.wire} asks for what follows, and the answer does not say with what"
    guess = attrs.evolve(base, confidence="a guess", reason=said)
    # What counts, and what leads on, is better than what nobody says.
    counts = _first(asked, _PAGE + _OFFSET, {"integer", "number"}) is not None
    return None if counts or fields.first(_NEXT_URL, {"string"}) else guess


def _counted(operation: Operation, asked: list[_Turning], fields: _Fields, base: Pages) -> Pages | None:
    """How pages of an object that holds items are turned by their numbers, by offsets or by addresses."""
    pages = fields.first(_PAGES, {"integer", "number"})
    sure: Confidence = "certain" if base.total or pages or base.has_more else "likely"
    if (number := _first(asked, _PAGE, {"integer", "number"})) is not None:
        numbered = attrs.evolve(base, style="page-number", turn=number.wire, first=_number(number.default), pages=pages)
        return attrs.evolve(numbered, confidence=sure, reason=f"{number.wire} counts pages")
    offset = _first(asked, _OFFSET, {"integer", "number"})
    if offset is not None and base.size:
        counted = attrs.evolve(base, style="offset", turn=offset.wire, first=_number(offset.default))
        return attrs.evolve(counted, confidence=sure, reason=f"{offset.wire} counts items, {base.size} how many")
    if operation.method != "GET" or "." in base.items or "id" in fields.plain:
        # What holds a list is more than a page of it.
        return None
    if address := fields.first(_NEXT_URL, {"string"}):
        is_sure = _is_address(address, fields) or bool(fields.first(_BACK, {"string"}))
        said = f"the answer's {address} is the next page's address"
        confidence: Confidence = "likely" if is_sure else "a guess"
        return attrs.evolve(base, style="next-url", next=address, confidence=confidence, reason=said)
    if _has_link(operation):
        said = "the answer's header Link leads to the next page"
        return attrs.evolve(base, style="link-header", has_more="", confidence="likely", reason=said)
    return None


def _of_a_list(operation: Operation, asked: list[_Turning]) -> Pages | None:
    """How pages are turned where the answer is the list itself."""
    size = _first(asked, _SIZE, {"integer", "number"})
    base = Pages("link-header", "")
    if size is not None:
        base = attrs.evolve(base, size=size.wire, default_size=_number(size.default) or None)
    if _has_link(operation):
        return attrs.evolve(base, reason="the answer's header Link leads to the next page")
    if (number := _first(asked, _PAGE, {"integer", "number"})) is not None:
        numbered = attrs.evolve(base, style="page-number", turn=number.wire, first=_number(number.default))
        return attrs.evolve(numbered, reason=f"{number.wire} counts pages")
    if size is not None and (offset := _first(asked, _OFFSET, {"integer", "number"})) is not None:
        counted = attrs.evolve(base, style="offset", turn=offset.wire, first=_number(offset.default))
        return attrs.evolve(counted, reason=f"{offset.wire} counts items, {size.wire} how many")
    return None


def _has_link(operation: Operation) -> bool:
    return any(header.name.lower() == "link" for header in operation.success.headers)


def _is_address(path: str, fields: _Fields) -> bool:
    """Whether a path says by its name, or by where it stands, that it leads to an address."""
    name, holder = _plain(path.rpartition(".")[2]), _plain(path.rpartition(".")[0])
    return name not in {"next", "nextpage"} or holder in {"links", "link"} or fields.is_address(path)


def _asked(operation: Operation, api: Api) -> list[_Turning]:
    """What may turn pages: the plain parameters of the query, and the fields of a JSON body."""
    found = [_Turning(one.wire, one.type, one.default) for one in operation.parameters if one.location == "query"]
    contents = operation.body.contents if operation.body is not None else ()
    if len(contents) == 1 and contents[0].media_type == JSON and isinstance(contents[0].type, Reference):
        model = api.models.get(contents[0].type.name)
        found += [_Turning(one.wire, one.type, one.default) for one in model.fields] if model is not None else []
    return found


def _identity(items: Type, schemas: Mapping[str, Schema]) -> str:
    """The field of an item that tells it from the others; empty if it has none."""
    item = _whole(items.items, schemas) if isinstance(items, Array) else items
    model = schemas.get(item.name) if isinstance(item, Reference) else None
    fields = model.fields if isinstance(model, Model) else ()
    return next((one.wire for one in fields if one.wire in {"id", "Id", "ID"} and isinstance(one.type, Scalar)), "")


def _first(asked: list[_Turning], names: Iterable[str], kinds: set[str]) -> _Turning | None:
    known = {_plain(one.wire.rpartition(".")[2]): one for one in reversed(asked) if not _is_filter(one.wire)}
    for name in names:
        one = known.get(name)
        if one is not None and isinstance(one.type, Scalar) and one.type.kind in kinds:
            return one
    return None


def _is_filter(wire: str) -> bool:
    """Whether a parameter is one of several for a field, as `due_on.after`."""
    holder, _, name = wire.rpartition(".")
    return bool(holder) and _plain(name) in _AFTER


def _items(fields: _Fields, schemas: Mapping[str, Schema]) -> str:
    """The path of the list of items: one of the usual names, or the only list."""
    lists = {path: type_ for path, type_ in fields.lists().items() if isinstance(_whole(type_, schemas), Reference)}
    for name in _ITEMS:
        for path in lists:
            if _plain(path.rpartition(".")[2]) == name:
                return path
    top = [path for path, type_ in fields.plain.items() if "." not in path and isinstance(type_, Array)]
    return top[0] if len(top) == 1 and top[0] in lists else ""


def _paths(
    model: Model, schemas: Mapping[str, Schema], before: str = "", depth: int = 1
) -> Iterator[tuple[str, Type, str, str]]:
    """The paths in a model, each with its type, what the document says of it, and the path of what holds it."""
    for field in model.fields:
        if field.alias_of is not None:
            continue
        type_ = _whole(field.type, schemas)
        yield f"{before}{field.wire}", type_, field.description, before.removesuffix(".")
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
