"""How a call of the former surface becomes one of the request core."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from msgspec import UNSET

from .._http.operation import Operation
from .._json.model import Model
from ..errors import ConfigurationError
from ._options import Body, Headers, Query, options
from ._pages import Asked
from ._values import Specification, given, is_mapping, listed, upload, wired

_NOTHING: Final[Mapping[str, Any]] = {}
_DOTS: Final = frozenset({".", ".."})
_EVENTS: Final = "text/event-stream"


def modelled(value: Any, kind: Any) -> Any:
    """Return a mapping as the model that a field of a form declares; anything else as it is.

    Args:
        value: What was given.
        kind: What is declared.
    """
    return kind.from_dict(value) if is_mapping(value) and isinstance(kind, type(Model)) else value


def _dotted(name: str, value: Any) -> dict[str, Any]:
    """Each plain value inside an object, with the names that lead to it and dots between."""
    value = value.to_dict() if isinstance(value, Model) else value
    if is_mapping(value):
        return {inner: one for key in value for inner, one in _dotted(f"{name}.{key}", value[key]).items()}
    return {} if value is UNSET else {name: value}


def loosened(operation: Operation[Any]) -> Operation[Any]:
    """Return an operation that takes plain values: what a caller of the former SDK gives is not held against types.

    Args:
        operation: The operation.
    """
    twin: Operation[Any] = copy.copy(operation)
    twin.kinds = {}
    twin.required = {}
    twin.body_model = None
    return twin


def in_parts(operation: Operation[Any]) -> Operation[Any]:
    """Return an operation whose answer can be read in parts.

    Args:
        operation: The operation.
    """
    if operation.answers:
        return operation
    twin: Operation[Any] = copy.copy(operation)
    twin.answers = (("default", "application/json", operation.result),)
    return twin


def streamed(operation: Operation[Any], item: Any) -> Operation[Any]:
    """Return an operation that answers a stream of events, of which the document says nothing.

    Args:
        operation: The operation.
        item: What an event decodes to.
    """
    twin: Operation[Any] = copy.copy(operation)
    twin.answers = (("default", _EVENTS, item),)
    twin.accept = _EVENTS
    return twin


def item_of(operation: Operation[Any]) -> Any:
    """Return what a stream consists of.

    Args:
        operation: The operation.
    """
    return operation.answers[0][2] if operation.answers else operation.result


class Call:
    """One call: the operation, and what a caller gave.

    Args:
        operation: What is called.
        path: Parameters of the path, the headers and the like, by their names in Python.
        query: Plain parameters of the query, by their names on the wire.
        body: Fields of the body by their names on the wire, or the whole of it.
        models: The models of the fields whose names in Python are others on the wire; of a whole body, by the empty
            name.
        specifications: The fields of these models.
        renamed: The models of the parameters of the path and the like, as those of the fields.
        dotted: Of these the objects of the query whose members stand behind a dot, with their names on the wire.
        files: The fields that are files.
        turned_in_body: Whether the body holds what turns pages.
        headers: Headers that an argument has, which is None where it is left out.
        extra_headers: Further headers.
        extra_query: Further parameters of the query.
        extra_body: Further fields of the body.
        timeout: Seconds for an attempt, or a `httpx.Timeout`.
    """

    def __init__(  # noqa: PLR0913 - the generated methods alone make one
        self,
        operation: Operation[Any],
        *,
        path: Mapping[str, object] = _NOTHING,
        query: Mapping[str, object] = _NOTHING,
        body: Any = UNSET,
        models: Mapping[str, str] = _NOTHING,
        specifications: Mapping[str, Specification] = _NOTHING,
        renamed: Mapping[str, str] = _NOTHING,
        dotted: Mapping[str, str] = _NOTHING,
        files: tuple[str, ...] = (),
        turned_in_body: bool = False,
        headers: Mapping[str, str | None] = _NOTHING,
        extra_headers: Headers | None,
        extra_query: Query | None,
        extra_body: Body | None,
        timeout: Any,
    ) -> None:
        self.operation: Operation[Any] = operation
        self._query: dict[str, Any] = {name: listed(value) for name, value in given(query).items()}
        self._query |= listed(extra_query or {})
        self._parameters: dict[str, Any] = {
            name: wired(value, renamed.get(name, ""), specifications) for name, value in given(path).items()
        }
        for name, wire in dotted.items():
            self._query |= _dotted(wire, self._parameters.pop(name, UNSET))
        sent = {name: text for name, text in headers.items() if text is not None}
        self._options = options({**sent, **(extra_headers or {})}, timeout)
        self._turned_in_body = turned_in_body
        fields: Any = body
        if not is_mapping(body):
            fields = wired(next(iter(given({"": body}).values()), UNSET), models.get("", ""), specifications)
        elif "" in models:
            fields = wired(body, models[""], specifications)
        else:
            # In a form, a field that is an object is held against its model.
            kinds = {field.wire: field.kind for field in operation.body_fields}
            fields = {
                name: modelled(
                    upload(value) if name in files else wired(value, models.get(name, ""), specifications),
                    kinds.get(name),
                )
                for name, value in given(body).items()
            }
        if is_mapping(extra_body) and (fields is UNSET or is_mapping(fields)):
            fields = {**({} if fields is UNSET else fields), **listed(extra_body)}
        elif extra_body is not None:
            fields = listed(extra_body)
        self._body: Any = fields

    @property
    def asked(self) -> Mapping[str, Any]:
        """What turns pages, among all that stands beside it."""
        return self._body if self._turned_in_body and is_mapping(self._body) else self._query

    def arguments(self, asked: Asked | None = None, base_url: str = "") -> dict[str, Any]:
        """Return what the request core takes.

        Args:
            asked: What is asked for in place of what the caller gave; None for that.
            base_url: Where requests go, which the address of a page must be below.

        Raises:
            ConfigurationError: The address of the next page is another service's.
        """
        found: dict[str, Any] = {"operation": self.operation, "query": self._query, "options": self._options}
        body = self._body
        if isinstance(asked, str):
            addressed = _addressed(self.operation, asked, base_url)
            # What a caller gave holds for every page, as far as the address says nothing else.
            return found | addressed | {"query": self._query | addressed["query"]}
        if asked is not None and self._turned_in_body:
            body = asked
        elif asked is not None:
            found["query"] = asked
        if self.operation.parameters:
            found["parameters"] = self._parameters
        if body is not UNSET:
            found["body"] = body
        return found


def _addressed(operation: Operation[Any], address: str, base_url: str) -> dict[str, Any]:
    """What the core takes for the address of a page."""
    path, query = below(
        address, f"{base_url.rstrip('/')}{operation.path}", base_url, f"{operation.name}: the next page"
    )
    twin: Operation[Any] = copy.copy(operation)
    twin.path, twin.parameters = path, ()
    return {"operation": twin, "query": query}


def below(address: str, start: str, base_url: str, what: str) -> tuple[str, dict[str, Any]]:
    """Return the path of an address below the base URL, and its query.

    Args:
        address: Absolute, or relative.
        start: The URL that it is relative to.
        base_url: Where requests go.
        what: What has the address, for an error.

    Raises:
        ConfigurationError: It is another service's.
    """
    base, target = urlsplit(base_url), urlsplit(urljoin(start, address))
    above = base.path.rstrip("/")
    # What a dot leads to, servers do not agree on.
    is_below = f"{target.path}/".startswith(f"{above}/") and _DOTS.isdisjoint(unquote(target.path).split("/"))
    if target[:2] != base[:2] or not is_below:
        raise ConfigurationError(
            f"{what} is on {target.scheme}://{target.hostname}, not below the base URL; nothing is sent there."
        )
    query: dict[str, Any] = {}
    for name, value in parse_qsl(target.query, keep_blank_values=True):
        query[name] = [*query[name], value] if name in query else [value]
    return target.path.removeprefix(above), {name: found if found[1:] else found[0] for name, found in query.items()}
