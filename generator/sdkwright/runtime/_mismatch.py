"""What to say of a part of a client that belongs elsewhere: a client of another library, a class in place of a value.

No HTTP library is imported here: a class says itself where it is from.
"""

from __future__ import annotations

from typing import Final

from ._api import CLIENT, NAME

BUILDS_ON: Final = ("_api.CLIENT", "_api.NAME")

_LIBRARIES: Final = frozenset({"aiohttp", "httpx", "httpx2", "requests", "urllib3"})
TRANSPORTS: Final = {
    ("httpx", "Client"): "HttpxTransport",
    ("httpx", "AsyncClient"): "AsyncHttpxTransport",
    ("httpx2", "Client"): "Httpx2Transport",
    ("httpx2", "AsyncClient"): "AsyncHttpx2Transport",
    ("aiohttp", "ClientSession"): "AiohttpTransport",
}
"""Which of our transports sends through a client of a library."""
SYNCHRONOUS: Final = frozenset({"HttpxTransport", "Httpx2Transport"})


def described(value: object) -> str:
    """Return the type of a value with the library that it is from, such as `an httpx2.Client`.

    Args:
        value: Anything; it is not quoted.
    """
    if value is None:
        return "None"
    if isinstance(value, type):
        return f"the class {_full_name(value)}"
    return with_article(_full_name(type(value)))


def with_article(name: str) -> str:
    """Return the name of a class with its article.

    Args:
        name: The name, with the library that it is from or without it.
    """
    return f"{'an' if name[:1].lower() in 'aeiou' or name.startswith('http') else 'a'} {name}"


def client_refusal(argument: str, wanted: str, value: object) -> str:
    """Return what is said of a value that is not the HTTP client which an argument takes.

    Args:
        argument: Name of the argument.
        wanted: Library and class that it takes, such as `httpx.Client`.
        value: What was given.
    """
    return f"{argument} must be {with_article(wanted)}; got {described(value)}: {_way_out(argument, wanted, value)}."


def transport_refusal(value: object, *, is_async: bool, lacking: str) -> str:
    """Return what is said of a value that is no transport for a client.

    Args:
        value: What was given.
        is_async: Whether the client is asynchronous.
        lacking: What it lacks, such as `a method send`.
    """
    library, name = _origin(type(value))
    if isinstance(value, type):
        way_out = "pass an instance of it"
    elif (ours := TRANSPORTS.get((library, name))) is not None:
        way_out = _through(ours, is_async=is_async)
    elif library in {"httpx", "httpx2"}:
        way_out = f"pass it to {library}.{'AsyncClient' if is_async else 'Client'}(transport=...), and that to us"
    elif _is_transport(value, is_async=not is_async):
        way_out = (
            f"it is {'synchronous' if is_async else 'asynchronous'}, so pass it to {_client(is_async=not is_async)}"
        )
    else:
        way_out = f"{NAME}.transports has those of this package"
    return f"transport must have {lacking}; got {described(value)}: {way_out}."


def _way_out(argument: str, wanted: str, value: object) -> str:
    if isinstance(value, type):
        return f"pass an instance, such as {wanted}()"
    is_async = not wanted.endswith(".Client")
    key = _origin(type(value))
    if (ours := TRANSPORTS.get(key)) is not None:
        if key[0] == "httpx" and argument == "http_client" and wanted.startswith("httpx."):
            return f"pass it to {_client(is_async=not is_async)}, or {wanted} here"
        return _through(ours, is_async=is_async)
    if _is_transport(value, is_async=is_async):
        return "pass it as transport="
    if key[0] in {"httpx", "httpx2"}:
        return f"pass {wanted}(transport=...) with it"
    return f"this package does not send through that; pass {wanted}, or leave the argument out"


def _through(ours: str, *, is_async: bool) -> str:
    """How to send through one of our transports."""
    passed = f"transport={ours}(...), with {ours} from {NAME}.transports"
    if is_async is (ours not in SYNCHRONOUS):
        return f"pass {passed}"
    return f"use {_client(is_async=not is_async)} and pass {passed}"


def _client(*, is_async: bool) -> str:
    return f"Async{CLIENT}" if is_async else CLIENT


def _is_transport(value: object, *, is_async: bool) -> bool:
    return all(callable(getattr(value, name, None)) for name in ("send", "aclose" if is_async else "close"))


def _origin(kind: type) -> tuple[str, str]:
    """The library that a class, or what it inherits, is from, and its name there."""
    for base in kind.__mro__:
        library = base.__module__.partition(".")[0]
        if library in _LIBRARIES:
            return library, base.__qualname__
    return kind.__module__.partition(".")[0], kind.__qualname__


def _full_name(kind: type) -> str:
    library, name = _origin(kind)
    return name if library == "builtins" else f"{library}.{name}"
