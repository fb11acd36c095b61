"""Downloads one document whole, or fails with a sentence: one deadline, one size limit, redirects only where allowed.

Of a redirect's address only the host is printed, and of the status only the number, for the rest is the server's.
"""

import asyncio
from http import HTTPStatus
from typing import Final

import attrs
import httpx
from msgspec import UnsetType

from sdkwright.errors import GeneratorError
from sdkwright.sources.config import UrlSource, check_url, is_loopback
from sdkwright.sources.lock import UrlOrigin, validator
from sdkwright.text import clean

_MAX_REDIRECTS: Final = 5
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class _Refused(Exception):  # noqa: N818 - never leaves this module
    """Why an answer is not taken, as the end of a sentence that starts with the host."""


@attrs.frozen
class Download:
    """What a server answered.

    Attributes:
        data: The document as it came, or None when the server says that the one we hold is current.
        origin: What to remember for asking again.
    """

    data: bytes | None = attrs.field(repr=False)
    origin: UrlOrigin


def download(
    source: UrlSource,
    *,
    held: UrlOrigin | None,
    way_out: str,
    transport: httpx.AsyncBaseTransport | None = None,
) -> Download:
    """Fetch what lies at the source's address.

    Args:
        source: The address and its limits.
        held: How the document that we hold came, if it came from the same address: the server may then answer that
            it is current.
        way_out: The end of every error's sentence: what else to do.
        transport: What to send the requests with instead of the network.

    Raises:
        GeneratorError: The server was not reached, did not answer in time, or answered something else than one whole
            document within the limits.
    """
    host = check_url(source.url).host
    try:
        return asyncio.run(_download(source, held, transport))
    except TimeoutError:
        reason = f"{host} did not send the whole document within {source.timeout_seconds:g} seconds"
    except _Refused as error:
        reason = f"{host} {error}"
    except (httpx.RemoteProtocolError, httpx.ReadError) as error:
        reason = f"the download from {host} broke off: {_detail(error)}"
    except (httpx.HTTPError, OSError) as error:
        reason = f"could not reach {host}: {_detail(error)}"
    except (httpx.InvalidURL, ValueError):
        # httpx reads a Location header before we do; its text could quote what is in there.
        reason = f"{host} redirects to an invalid address"
    raise GeneratorError(f"{source.label}: {reason}; {way_out}.")


async def _download(source: UrlSource, held: UrlOrigin | None, transport: httpx.AsyncBaseTransport | None) -> Download:
    url = check_url(source.url)
    headers = _headers(held)
    client = _client(transport, trust_env=not is_loopback(url))
    async with asyncio.timeout(source.timeout_seconds), client:
        for _ in range(_MAX_REDIRECTS + 1):
            async with client.stream("GET", url, headers=headers) as response:
                if response.status_code not in _REDIRECTS:
                    return await _read(response, source, held)
                url = next_url(url, response.headers.get("location", ""), allowed=source.allow_redirect_hosts)
    raise _Refused(f"redirects more than {_MAX_REDIRECTS} times")


def _client(transport: httpx.AsyncBaseTransport | None, *, trust_env: bool) -> httpx.AsyncClient:
    try:
        # asyncio.timeout bounds the whole, which no timeout of httpx does.
        return httpx.AsyncClient(transport=transport, timeout=httpx.Timeout(None), trust_env=trust_env)
    except (httpx.InvalidURL, ValueError, ImportError):
        # The text could quote a proxy's address with its password.
        raise _Refused("was not asked, because a proxy setting in the environment is none that httpx takes") from None


def _headers(held: UrlOrigin | None) -> dict[str, str]:
    # Unpacked, so that Content-Length is the length of what we store.
    headers = {"Accept": "application/json, application/yaml;q=0.9, */*;q=0.1", "Accept-Encoding": "identity"}
    if held is not None and not isinstance(held.etag, UnsetType):
        headers["If-None-Match"] = held.etag
    if held is not None and not isinstance(held.last_modified, UnsetType):
        headers["If-Modified-Since"] = held.last_modified
    return headers


def next_url(here: httpx.URL, location: str, *, allowed: tuple[str, ...]) -> httpx.URL:
    """Where a redirect leads, if we go there.

    Args:
        here: The address that answered with the redirect.
        location: Its Location header.
        allowed: The hosts, besides the one of `here`, that may be asked.

    Raises:
        _Refused: It leads to another scheme, to a host that is not allowed, or nowhere.
    """
    try:
        url = check_url(str(here.join(location)))
    except (httpx.InvalidURL, ValueError):
        raise _Refused(
            "redirects to an address that we do not fetch from: not https, invalid or with credentials"
        ) from None
    if not location or url.scheme != here.scheme:
        raise _Refused("redirects to another scheme or to nowhere")
    if url.host != here.host and url.host not in {host.lower() for host in allowed}:
        raise _Refused(
            f"redirects to the host {url.host[:253]}, which `allow_redirect_hosts` in spec/sources.toml does not list"
        )
    return url


async def _read(response: httpx.Response, source: UrlSource, held: UrlOrigin | None) -> Download:
    if response.status_code == HTTPStatus.NOT_MODIFIED and held is not None:
        return Download(None, held)
    if response.status_code != HTTPStatus.OK:
        raise _Refused(f"answered {_status(response.status_code)}")
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        raise _Refused("answered with a packed document, although an unpacked one was asked for")
    length = response.headers.get("content-length")
    if length is None and "chunked" not in response.headers.get("transfer-encoding", "").lower():
        raise _Refused("does not say how long the document is, so that half of it could pass for the whole")
    data = await _body(response, limit=source.max_bytes, announced=length)
    if length is not None and str(len(data)) != length.strip():
        raise _Refused(f"announced {length[:20]} bytes and sent {len(data):,}")
    etag, modified = response.headers.get("etag"), response.headers.get("last-modified")
    origin = UrlOrigin(url=source.url, etag=validator(etag), last_modified=validator(modified))
    return Download(data, origin)


async def _body(response: httpx.Response, *, limit: int, announced: str | None) -> bytes:
    too_long = _Refused(f"has more than the {limit:,} bytes that `max_bytes` in spec/sources.toml allows")
    if announced is not None and announced.isdecimal() and int(announced[:20]) > limit:
        raise too_long
    data = bytearray()
    async for chunk in response.aiter_raw():
        data += chunk
        if len(data) > limit:
            raise too_long
    return bytes(data)


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return str(code)


def _detail(error: Exception) -> str:
    text = str(error)
    if text.startswith("Invalid URL in location header"):
        return "it redirects to an invalid address"
    return clean(text) or type(error).__name__
