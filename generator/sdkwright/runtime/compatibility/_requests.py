"""Requests that no method is for: callers of the former SDK sent them to endpoints that its document lacked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypedDict, TypeVar, cast

import msgspec
from msgspec import UNSET

from .._api import SECURITY
from .._http.operation import Operation
from ..errors import ConfigurationError
from ..responses import parse_in_time
from ._call import Call, below
from ._errors import rebuilt, translated
from ._options import Headers, Query, Timeout
from ._resource import AsyncAPIResource, SyncAPIResource
from ._values import not_given

if TYPE_CHECKING:
    from ..responses import RawResponse

BUILDS_ON: Final = ("_api.SECURITY",)

T = TypeVar("T")

_SCHEMES: Final = tuple(dict.fromkeys(row[0] for row in SECURITY))
# Nobody says what signs such a request: all that the account has, else the first key that it has, else nothing.
_SIGNED: Final = (_SCHEMES, *((scheme,) for scheme in _SCHEMES), ()) if _SCHEMES else ()
_KEY: Final = "Idempotency-Key"
_KNOWN: Final = frozenset({"headers", "params", "timeout", "extra_json", "idempotency_key"})


class RequestOptions(TypedDict, total=False):
    """What can be said of one request.

    Args:
        headers: Further headers.
        params: The query.
        timeout: Seconds for an attempt, or a `httpx.Timeout`.
        extra_json: Further fields of the body.
        idempotency_key: Sent as the header `Idempotency-Key`.
    """

    headers: Headers
    params: Query
    timeout: Timeout
    extra_json: Mapping[str, object]
    idempotency_key: str


_NOTHING: Final[RequestOptions] = {}


def _call(method: str, path: str, base_url: str, cast_to: Any, body: object, options: RequestOptions) -> Call:
    """The call of a path below the base URL."""
    if unknown := sorted({*options} - _KNOWN):
        raise ConfigurationError(f"options: {unknown[0]!r} is none of {', '.join(sorted(_KNOWN))}.")
    where = path if "://" in path else f"{base_url.rstrip('/')}/{path.lstrip('/')}"
    found, query = below(where, base_url, base_url, f"{path!r}")
    name = f"{method.lower()} {found}"
    # Braces would be a parameter's.
    found = found.replace("{", "%7B").replace("}", "%7D")
    settings: dict[str, Any] = {"name": name, "method": method, "path": found or "/", "security": _SIGNED}
    if _is_decoded(cast_to):
        operation: Operation[Any] = Operation(**settings, result=cast_to)
    else:
        operation = Operation(**settings, answers=(("default", "*/*", bytes),), accept="*/*")
    headers = {_KEY: options["idempotency_key"]} if "idempotency_key" in options else {}
    return Call(
        operation,
        query=query,
        body=UNSET if body is None else body,
        headers=headers,
        extra_headers=options.get("headers"),
        extra_query=options.get("params"),
        extra_body=options.get("extra_json"),
        timeout=options.get("timeout", not_given),
    )


def _is_decoded(cast_to: Any) -> bool:
    """Whether an answer is read as JSON of a type: a model, a list of such; not for plain values."""
    return isinstance(cast_to, type) and issubclass(cast_to, msgspec.Struct)


def _cast(raw: RawResponse[Any], cast_to: Any) -> Any:
    """An answer as what the caller wants."""
    if _is_decoded(cast_to):
        return parse_in_time(raw)
    if cast_to is None or cast_to is type(None):
        return None
    if cast_to is bytes:
        return raw.content
    if cast_to is str:
        return raw.text
    if getattr(cast_to, "__module__", "").partition(".")[0] == "httpx":
        return rebuilt(raw.operation.method, raw.url, raw.status, raw.headers, raw.content)
    return raw.json()


class SyncRequests(SyncAPIResource):
    """Requests by method and path below the base URL."""

    def get(self, path: str, *, cast_to: type[T], options: RequestOptions = _NOTHING) -> T:
        """Send a GET.

        Args:
            path: Below the base URL; it may have a query.
            cast_to: What to return: a model, `httpx.Response`, `str`, `bytes`, `object` for plain values, or NoneType.
            options: What else can be said of it.

        Raises:
            APIError: The request failed.
            ConfigurationError: The path is none below the base URL, or there is no such option.
        """
        return self._ask("GET", path, cast_to, None, options)

    def post(self, path: str, *, cast_to: type[T], body: object = None, options: RequestOptions = _NOTHING) -> T:
        """Send a POST.

        Args:
            path: As for `get`.
            cast_to: As for `get`.
            body: What is sent as JSON; None for no body.
            options: As for `get`.

        Raises:
            APIError: As for `get`.
            ConfigurationError: As for `get`.
        """
        return self._ask("POST", path, cast_to, body, options)

    def put(self, path: str, *, cast_to: type[T], body: object = None, options: RequestOptions = _NOTHING) -> T:
        """Send a PUT, as `post` does."""
        return self._ask("PUT", path, cast_to, body, options)

    def patch(self, path: str, *, cast_to: type[T], body: object = None, options: RequestOptions = _NOTHING) -> T:
        """Send a PATCH, as `post` does."""
        return self._ask("PATCH", path, cast_to, body, options)

    def delete(self, path: str, *, cast_to: type[T], body: object = None, options: RequestOptions = _NOTHING) -> T:
        """Send a DELETE, as `post` does."""
        return self._ask("DELETE", path, cast_to, body, options)

    def _ask(self, method: str, path: str, cast_to: type[T], body: object, options: RequestOptions) -> T:
        raw = self._answer(_call(method, path, str(self._core.base_url), cast_to, body, options))
        with translated(raw):
            return cast("T", _cast(raw, cast_to))


class AsyncRequests(AsyncAPIResource):
    """The same, awaited."""

    async def get(self, path: str, *, cast_to: type[T], options: RequestOptions = _NOTHING) -> T:
        """Send a GET, as that of the other client."""
        return await self._ask("GET", path, cast_to, None, options)

    async def post(self, path: str, *, cast_to: type[T], body: object = None, options: RequestOptions = _NOTHING) -> T:
        """Send a POST, as that of the other client."""
        return await self._ask("POST", path, cast_to, body, options)

    async def put(self, path: str, *, cast_to: type[T], body: object = None, options: RequestOptions = _NOTHING) -> T:
        """Send a PUT, as that of the other client."""
        return await self._ask("PUT", path, cast_to, body, options)

    async def patch(self, path: str, *, cast_to: type[T], body: object = None, options: RequestOptions = _NOTHING) -> T:
        """Send a PATCH, as that of the other client."""
        return await self._ask("PATCH", path, cast_to, body, options)

    async def delete(
        self, path: str, *, cast_to: type[T], body: object = None, options: RequestOptions = _NOTHING
    ) -> T:
        """Send a DELETE, as that of the other client."""
        return await self._ask("DELETE", path, cast_to, body, options)

    async def _ask(self, method: str, path: str, cast_to: type[T], body: object, options: RequestOptions) -> T:
        raw = await self._answer(_call(method, path, str(self._core.base_url), cast_to, body, options))
        with translated(raw):
            return cast("T", _cast(raw, cast_to))
