"""Checks where the client will send credentials to."""

from typing import Any, Final
from urllib.parse import urlsplit

from sdkwright.errors import GeneratorError
from sdkwright.normalise.context import Context

_HTTPS: Final = 443


def one_https_server(document: dict[str, Any], _context: Context) -> int:
    """Refuse a document that does not name exactly one plain https origin."""
    servers = document.get("servers", [])
    if len(servers) != 1:
        raise GeneratorError(f"the document names {len(servers)} servers; an overlay action must leave exactly one.")
    url = str(servers[0].get("url"))
    try:
        parts = urlsplit(url)
        origin = f"https://{parts.hostname}" + (f":{parts.port}" if parts.port not in {None, _HTTPS} else "")
    except ValueError:
        origin = ""
    host_is_plain = all(
        char.isascii() and (char.isalnum() or char in "-.:") for char in origin.removeprefix("https://")
    )
    # A host has no case, and 443 is the port of https.
    if url.rstrip("/").lower().removesuffix(f":{_HTTPS}") != origin or not host_is_plain:
        raise GeneratorError(f"the server {url[:100]!r} is not a plain https origin like https://api.example.com.")
    servers[0]["url"] = origin
    return 1
