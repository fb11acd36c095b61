"""Finds the table of pages that an operation fits, and what in the operation the table means."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from sdkwright.config import Configuration, Pagination
from sdkwright.config.reading import read_table
from sdkwright.errors import GeneratorError
from sdkwright.media import JSON
from sdkwright.normalise.passes.answers import successes
from sdkwright.normalise.passes.keywords import PAGINATION
from sdkwright.normalise.references import component, resolved
from sdkwright.normalise.schema_words import SCHEMAS
from sdkwright.normalise.sites import COMBINED, OperationSite
from sdkwright.readings import reading

_NUMBER: Final = frozenset({"integer", "number"})
_CURSOR: Final = frozenset({"string", "integer"})
_KINDS: Final[Mapping[str, frozenset[str]]] = {
    "has_more": frozenset({"boolean"}),
    "total": _NUMBER,
    "pages": _NUMBER,
}
_METHODS: Final = frozenset({"GET", "POST"})


class _UnfitError(Exception):
    """Why an operation does not fit a table; the text is the second half of a sentence."""


@attrs.frozen
class Tables:
    """The tables of pages, and the schemas of the answers that they are held against.

    Attributes:
        schemas: The named schemas of the document.
        configuration: What the project declares.
    """

    schemas: dict[str, Any]
    configuration: Configuration

    def check_names(self, sites: Iterable[OperationSite]) -> None:
        """Refuse a table that names an operation which is not there.

        Raises:
            GeneratorError: It does; the message has the nearest.
        """
        known = {name for site in sites for name in _names(site)}
        for title, page in self.configuration.pagination.items():
            for name in page.operations:
                if name not in known:
                    near = difflib.get_close_matches(name, [*known], 1)
                    meant = f"; the nearest is {near[0]}" if near else ""
                    raise GeneratorError(
                        f'[pagination.{title}] operations: there is no "{name}"{meant}; write GET /path as the '
                        "document has it, or the public name."
                    )

    def page_of(self, site: OperationSite) -> dict[str, Any] | None:
        """What `x-paginated` is of an operation; None where it answers no page.

        Raises:
            GeneratorError: A table names it and it does not fit, or the items of its pages have no name.
        """
        said = site.operation.get(PAGINATION)
        if said is False:
            return None
        if said is not None:
            return self._demanded(site, self._said(said, site), f"{PAGINATION} of {site.key}")
        tables = self.configuration.pagination
        for title, page in tables.items():
            if {*page.operations} & {*_names(site)}:
                return self._demanded(site, page, f"[pagination.{title}]")
        for page in tables.values():
            if not page.operations:
                try:
                    return self._read(site, page, demanded=False)
                except _UnfitError:
                    continue
        return None

    def _said(self, said: object, site: OperationSite) -> Pagination:
        if isinstance(said, dict):
            return read_table(said, Pagination, name=site.key, title=PAGINATION)
        found = self.configuration.pagination.get(str(said))
        if found is None:
            known = ", ".join(self.configuration.pagination) or "none"
            raise GeneratorError(f"{site.key}: {PAGINATION} names no table {str(said)[:80]!r}; there is {known}.")
        return found

    def _demanded(self, site: OperationSite, page: Pagination, title: str) -> dict[str, Any]:
        try:
            return self._read(site, page, demanded=True)
        except _UnfitError as unfit:
            raise GeneratorError(f"{title}: {site.key} {unfit}; correct the table, or leave it out.") from None

    def _read(self, site: OperationSite, page: Pagination, *, demanded: bool) -> dict[str, Any]:
        answer = _answer(site.operation)
        properties = self._properties(answer)
        if page.items and not demanded and not self.configuration.fault_names <= {*properties}:
            raise _UnfitError("has no fault")
        if not page.is_numbered:
            return self._forward(site, page, answer, demanded=demanded)
        turned, sized = _query(site, page.turned_by, "page"), _query(site, page.sized_by, "page_size")
        if page.turned_by is not None and turned is None:
            if page.turned_by in self._body(site):
                return self._forward(site, page, answer, demanded=demanded)
            raise _UnfitError(f"has no parameter {page.turned_by}")
        if missing := [path for path in page.paths if path not in properties]:
            raise _UnfitError(f"answers nothing with {missing[0]}")
        item = self._item_of(properties[page.items])
        if not item and page.turned_by is not None:
            raise _UnfitError(f"answers no list of objects with a name at {page.items}")
        if not item:
            reference = str(answer.get("$ref", "")).rpartition("/")[2]
            raise GeneratorError(
                f"{site.key}: `{page.items}` of {reference} is no array of a named schema, so its pages have no items; "
                "say what they are with an overlay action."
            )
        return {"items": item} | {key: name for key, name in (("page", turned), ("page_size", sized)) if name}

    def _forward(
        self, site: OperationSite, page: Pagination, answer: dict[str, Any], *, demanded: bool
    ) -> dict[str, Any]:
        if site.method not in _METHODS or (page.style in {"next-url", "link-header"} and site.method != "GET"):
            raise _UnfitError(f"is a {site.method}, whose pages are not turned so")
        if page.style == "link-header" and not demanded and not _has_link(site.operation):
            raise _UnfitError("declares no header Link")
        paths: dict[str, tuple[str, ...]] = {}
        listed = answer
        if page.items:
            paths["items"], listed = self._path(answer, page.items)
        item = self._item_of(listed)
        if not item:
            raise _UnfitError(f"answers no list of objects with a name{f' at {page.items}' if page.items else ''}")
        for key in ("next", "has_more", "total", "pages", "count"):
            if path := getattr(page, key):
                paths[key], found = self._path(answer, path)
                kinds = _KINDS.get(key, _NUMBER if key == "count" else _CURSOR)
                if not self._may_be(found, kinds):
                    raise _UnfitError(f"has something else than {' or '.join(sorted(kinds))} at {path}")
        paths.pop("count", None)
        if page.last_item:
            paths["last_item"] = self._of_item(item, page.last_item)
        return {"items": item, "by": _without_nothing({
            "style": page.style,
            "turned_by": self._turning(site, page.turned_by, "page" if page.style == "page-number" else ""),
            "sized_by": self._sizing(site, page),
            "first": page.start,
            "default_size": page.default_size,
            "trust_total": page.trust_total,
        }) | {key: [*path] for key, path in paths.items()}}  # fmt: skip

    def _sizing(self, site: OperationSite, page: Pagination) -> dict[str, str] | None:
        """What asks for a number of items: what an operation lacks is nothing to turn pages by."""
        try:
            return self._turning(site, page.sized_by, "page_size" if page.style == "page-number" else "")
        except _UnfitError:
            return None

    def _turning(self, site: OperationSite, wire: str | None, usual: str) -> dict[str, str] | None:
        if (name := _query(site, wire, usual)) is not None:
            return {"name": name, "in": "query"}
        if wire is not None and wire in self._body(site):
            return {"name": wire, "in": "body"}
        if wire is not None or usual:
            raise _UnfitError(f"has no parameter {wire or usual}")
        return None

    def _body(self, site: OperationSite) -> dict[str, Any]:
        """The properties of a body that is JSON and nothing else."""
        content: dict[str, Any] = site.operation.get("requestBody", {}).get("content", {})
        return self._properties(content[JSON].get("schema", {})) if [*content] == [JSON] else {}

    def _properties(self, schema: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = resolved(schema, self.schemas).get("properties", {})
        return found

    def _path(self, schema: dict[str, Any], path: str, *, whole: str = "") -> tuple[tuple[str, ...], dict[str, Any]]:
        """The names that a path is made of, and the schema that they lead to; a name may have dots of its own."""
        properties, parts = self._properties(schema), path.split(".")
        for length in range(len(parts), 0, -1):
            name, rest = ".".join(parts[:length]), ".".join(parts[length:])
            if name in properties:
                if not rest:
                    return (name,), properties[name]
                names, found = self._path(properties[name], rest, whole=whole or path)
                return (name, *names), found
        raise _UnfitError(f"answers nothing with {whole or path}")

    def _of_item(self, item: str, path: str) -> tuple[str, ...]:
        """The names that lead to the cursor in an item, which all members of a union must have."""
        schema = resolved(self.schemas[item], self.schemas)
        members = [member for word in COMBINED[1:] for member in schema.get(word, ())] or [schema]
        found = [self._path(member, path) for member in members]
        if any(not self._may_be(one, _CURSOR) for _, one in found):
            raise _UnfitError(f"has no text or number at {path} of its items")
        return found[0][0]

    def _item_of(self, schema: dict[str, Any]) -> str:
        """The named schema that a list is of; empty if it is no list, or of something else."""
        items = resolved(schema, self.schemas).get("items")
        match items:
            case {"$ref": str(reference)} | {"allOf": [{"$ref": str(reference)}]} if reference.startswith(SCHEMAS):
                return component(reference, self.schemas) or ""
            case _:
                return ""

    def _may_be(self, schema: dict[str, Any], kinds: frozenset[str]) -> bool:
        schema = resolved(schema, self.schemas)
        members = [member for word in COMBINED for member in schema.get(word, ())]
        if members:
            return any(self._may_be(member, kinds) for member in members)
        return "type" not in schema or schema["type"] in kinds


def _names(site: OperationSite) -> Iterator[str]:
    """What a table may call an operation."""
    yield site.key
    yield str(site.operation.get("operationId", ""))


def _query(site: OperationSite, wire: str | None, usual: str) -> str | None:
    """The Python name of the query parameter of a name on the wire, or of the usual name in Python; None for none."""
    for parameter in site.parameters:
        if parameter["in"] == "query":
            is_it = (
                parameter["name"] == usual if wire is None else parameter.get("x-wire-name", parameter["name"]) == wire
            )
            if is_it:
                return str(parameter["name"])
    return None


def _answer(operation: dict[str, Any]) -> dict[str, Any]:
    found = successes(operation["responses"])[:1]
    content = operation["responses"][found[0]].get("content", {}) if found else {}
    schema: dict[str, Any] = content.get(page_media(content), {}).get("schema", {})
    return schema


def page_media(content: Mapping[str, Any]) -> str:
    """The media type in which an answer is a page: the first that is read as JSON; empty if none is.

    Args:
        content: The answer's schemas by their media types.
    """
    return next((name for name in content if reading(name) == "json"), "")


def _has_link(operation: dict[str, Any]) -> bool:
    found = successes(operation["responses"])[:1]
    headers = operation["responses"][found[0]].get("headers", {}) if found else {}
    return any(name.lower() == "link" for name in headers)


def _without_nothing(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value or value is True}
