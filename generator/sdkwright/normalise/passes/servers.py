"""Makes the servers of the document, and of its operations, plain: what calls may go to, each with a name."""

import re
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import urlsplit

from sdkwright.normalise.context import Context
from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.paths import names_within
from sdkwright.normalise.sites import operations

_PORTS: Final = {"http": 80, "https": 443}
_HOST: Final = re.compile(r"(?:[a-z0-9._:-]|\[[0-9a-f:.]+\])+")
_WRITTEN: Final = re.compile(r"[!-~]+")
_SAYS_NOTHING: Final = re.compile(
    r"\b(?:the|api|server|servers|environment|url|endpoint|rest|service|base)\b", re.IGNORECASE
)
_MOST_WORDS: Final = 3
_MAX_NAME: Final = 40


def plain_servers(document: dict[str, Any], context: Context) -> int:
    """Keep the servers that calls can go to, https before http of the same place, and name each."""
    document["servers"] = _plain(document.get("servers") or [], "servers", context)
    count = len(document["servers"])
    for site in operations(document):
        if "servers" in site.operation:
            site.operation["servers"] = _plain(site.operation["servers"], site.key, context)
            count += len(site.operation["servers"])
            if not site.operation["servers"]:
                del site.operation["servers"]
    return count


def _plain(servers: list[dict[str, Any]], where: str, context: Context) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for number, server in enumerate(servers, 1):
        variables = _variables(server, where, context)
        url = _url(str(server.get("url") or "/"), variables)
        if url is None:
            context.ledger.tell(where, f"server {number} is no address of http or https, and is left out")
        elif url in found:
            context.ledger.tell(where, f"server {number} is there twice, and counts once")
        else:
            found[url] = {"url": url} | {key: server[key] for key in ("description",) if server.get(key)}
            found[url] |= {"variables": variables} if variables else {}
    for url in list(found):
        if url.startswith("http://") and f"https://{url.removeprefix('http://')}" in found:
            context.ledger.tell(where, f"{url} is there with https too, and is left out")
            del found[url]
    for name, server in zip(_names(found.values()), found.values(), strict=True):
        server["x-name"] = name
    return list(found.values())


def _variables(server: dict[str, Any], where: str, context: Context) -> dict[str, Any]:
    declared, found = server.get("variables") or {}, {}
    for name in sorted(names_within(str(server.get("url") or ""))):
        about = declared.get(name) or {}
        values = [str(value) for value in about.get("enum") or []]
        default = str(about.get("default") or next(iter(values), ""))
        if not default:
            context.ledger.tell(where, f"the variable {{{name}}} of a server has no default; callers give it")
        elif values and default not in values:
            context.ledger.tell(where, f"the default of the variable {{{name}}} is none of its values; added to them")
            values.insert(0, default)
        found[name] = {"default": default} | ({"enum": values} if values else {})
        if about.get("description"):
            found[name]["description"] = about["description"]
    return found


def _url(url: str, variables: dict[str, Any]) -> str | None:
    """The URL in its plainest spelling; None where no call can go there."""
    url = url.strip()
    if not _WRITTEN.fullmatch(url) or "\\" in url:
        return None
    url = url.partition("?")[0].partition("#")[0]
    text = url
    for name, about in variables.items():
        text = text.replace("{" + name + "}", about["default"] or "x")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    if not parts.scheme and not parts.netloc:
        # Relative to where the document lies. A host without a scheme is a path by the rules, and meant as a host.
        return url.rstrip("/") or "/"
    host = (parts.hostname or "").lower()
    if parts.scheme.lower() not in {*_PORTS, ""} or not _HOST.fullmatch(host) or parts.username is not None:
        return None
    if variables:
        return url.rstrip("/")
    host = f"[{host}]" if ":" in host else host
    # A host has no case, and 443 is the port of https.
    origin = host if port in {None, _PORTS.get(parts.scheme.lower())} else f"{host}:{port}"
    scheme = f"{parts.scheme.lower()}:" if parts.scheme else ""
    return f"{scheme}//{origin}{parts.path.rstrip('/')}"


def _names(servers: Iterable[dict[str, Any]]) -> list[str]:
    """A name for each server: its description if that is short, else its host."""
    names: list[str] = []
    for server in servers:
        words = _SAYS_NOTHING.sub(" ", str(server.get("description") or "")).split()
        said = snake(" ".join(words)) if 0 < len(words) <= _MOST_WORDS else ""
        name = said if 0 < len(said) <= _MAX_NAME else ""
        name = name or snake(_host(server["url"])) or "server"
        number = 1
        while (unique := name if number == 1 else f"{name}_{number}") in names:
            number += 1
        names.append(unique)
    return names


def _host(url: str) -> str:
    return urlsplit(url.replace("{", "").replace("}", "")).netloc.partition(":")[0]
