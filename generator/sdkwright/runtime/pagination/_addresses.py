"""Addresses of pages: where the next one is, and how it is asked for. Nothing is ever asked of another origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import SplitResult, quote, unquote_plus, urljoin, urlsplit, urlunsplit

from .._api import SECURITY
from .._core.async_client import AsyncClient
from .._core.sync_client import SyncClient
from .._http.hosts import is_host
from .._http.url import DEFAULT_PORTS, joined, origin, query_of
from ..errors import PaginationError
from ..responses import RawResponse
from ._forward_page import ForwardPage
from ._forward_request import ForwardPlan, value_at

if TYPE_CHECKING:
    from .._core.call import CallState

BUILDS_ON: Final = ("_api.SECURITY",)

T = TypeVar("T")

_LONGEST: Final = 65_536
_KEYS: Final = frozenset(name for _, _, _, place, name in SECURITY if place == "query")
_AS_THEY_ARE: Final = "!#$%&'()*+,/:;=?@[]~"
_LINK: Final = re.compile(r"[\s,]*<([^<>]*)>")
_PARAMETER: Final = re.compile(r"\s*;\s*([!#$&+.^`|~\w-]+)\s*(?:=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^\s;,\"]*)))?")
_REST: Final = re.compile(r"[^,]*")


def following(plan: ForwardPlan[Any], page: ForwardPage[Any], address: str, headers: Mapping[str, str]) -> str | None:
    """Return the address of the page after one, or None if the answer has none.

    Args:
        plan: How pages are asked for.
        page: The page.
        address: The URL that it came from.
        headers: Those of its answer.

    Raises:
        PaginationError: It is no address, or one of another origin.
    """
    if plan.scheme.style == "link-header":
        found: object = next_link(headers.get("link") or "")
    else:
        found = value_at(page.envelope, plan.scheme.next)
    if found is None or found == "":
        return None
    return checked(found, address, plan.operation.name)


def checked(found: object, address: str, name: str) -> str:
    """Return an address as an absolute URL of the same origin, without the credentials that the query holds.

    Args:
        found: What the service or the caller says, absolute or relative.
        address: The URL that it is relative to.
        name: Public name of the operation, for an error.

    Raises:
        PaginationError: It is no address, or one of another origin.
    """
    parts = _parts(found, address)
    if parts is None:
        raise PaginationError(f"{name}: what should lead to the next page is no address of http or https.")
    own = urlsplit(address)
    if (parts.scheme, own.scheme) == ("http", "https") and parts.hostname == own.hostname and parts.port is None:
        # What a proxy before the service took off is put on again.
        parts = parts._replace(scheme="https")
    if parts.username is not None or parts.password is not None or origin(parts.geturl()) != origin(address):
        raise PaginationError(
            f"{name}: the next page is said to be at {parts.scheme}://{parts.hostname}, and this client asks "
            f"{own.scheme}://{own.netloc.rpartition('@')[2]}; the credentials go nowhere else, so it is not followed."
        )
    return urlunsplit(parts._replace(netloc=own.netloc, query=_without(parts.query, _KEYS), fragment=""))


def request(client: SyncClient | AsyncClient, plan: ForwardPlan[T], position: object) -> CallState[Any]:
    """Return the call that asks for a page.

    Args:
        client: Sends it.
        plan: How pages are asked for.
        position: The page's address; None for the first page.

    Raises:
        ConfigurationError: The client is closed.
        EncodeError: An argument cannot be written.
        PaginationError: The address is none, or of another origin.
    """
    # The first page's call has what the others need too: headers, and what may be shown of a path.
    state: CallState[Any] = client._call_state(  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - of this package
        plan.operation, plan.parameters, plan.query, plan.body, plan.options
    )
    if position is None:
        return state
    url = checked(position, url_of(state), plan.operation.name)
    if client._wired.redact(url.encode()) != url.encode():  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
        raise PaginationError(
            f"{plan.operation.name}: the address of the next page quotes the credentials, so it is not followed."
        )
    further: Mapping[str, object] = state._settings.query  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    names = {*_names(urlsplit(url).query)}
    lacking = {name: value for name, value in further.items() if name not in names}
    url = joined(url, query_of(plan.operation, (lacking,)), plan.operation)
    state._url = state._start = url  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    return state


def url_of(state: CallState[Any]) -> str:
    """Return the URL that a call goes to, or that an answer came from, if a redirect led within the same origin.

    Args:
        state: The call.
    """
    url, start = state._url, state._start  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    return url if origin(url) == origin(start) else start


def send(client: SyncClient, state: CallState[T]) -> RawResponse[T]:
    """Send a call and return its answer, if its status is 2xx.

    Args:
        client: Sends it.
        state: The call.

    Raises:
        APIError: The request failed.
    """
    raw = client._answer(state)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    raw.check()
    return raw


async def asend(client: AsyncClient, state: CallState[T]) -> RawResponse[T]:
    """Send a call and return its answer, if its status is 2xx.

    Args:
        client: Sends it.
        state: The call.

    Raises:
        APIError: The request failed.
    """
    raw = await client._answer(state)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
    raw.check()
    return raw


def next_link(header: str) -> str | None:
    """Return where a header `Link` says the next page is (RFC 8288), or None if it says nothing of it.

    Args:
        header: Its value; several such headers, with commas between.
    """
    place, found = 0, None
    header = header[:_LONGEST]
    while found is None and (link := _LINK.match(header, place)) is not None:
        place = link.end()
        relation, is_about_this = None, True
        while (parameter := _PARAMETER.match(header, place)) is not None:
            place = parameter.end()
            name, quoted, plain = parameter.groups()
            if name.lower() == "rel" and relation is None:
                relation = quoted if quoted is not None else plain
            # A link of something else leads from there.
            is_about_this = is_about_this and name.lower() != "anchor"
        if is_about_this and "next" in (relation or "").lower().split():
            found = link[1]
        rest = _REST.match(header, place)
        place = place if rest is None else rest.end()
    return found or None


def _parts(found: object, address: str) -> SplitResult | None:
    """The parts of an address made absolute, or None for what is none."""
    if not isinstance(found, str) or not 0 < len(found) <= _LONGEST or not found.isprintable():
        return None
    try:
        parts = urlsplit(urljoin(address, quote(found.strip(), safe=_AS_THEY_ARE)))
        port = parts.port
    except ValueError:
        return None
    return parts if parts.scheme in DEFAULT_PORTS and port != 0 and is_host(parts.hostname or "") else None


def _names(query: str) -> Iterator[str]:
    return (unquote_plus(pair.partition("=")[0]) for pair in query.split("&") if pair)


def _without(query: str, names: frozenset[str]) -> str:
    """A query without some parameters, the others written as they were."""
    pairs = [pair for pair in query.split("&") if unquote_plus(pair.partition("=")[0]) not in names]
    return "&".join(pairs) if names else query
