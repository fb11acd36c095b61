"""The same requests to two servers: what to send, and what of an answer must be equal."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import attrs
import httpx

# How the bytes travel, and what a server says about itself.
_HOP: Final = {"connection", "content-length", "date", "keep-alive", "matched-stub-id", "server", "transfer-encoding"}
_TEXTS: Final = ["", "abc", "ABC", "a", "b", "aXc", "123", "é", "a b", "INV-1", "null", "x" * 300]
BODIES: Final = [
    b"",
    b"abc",
    b"ABC",
    b"b",
    b"7",
    b"null",
    b"[]",
    b"{}",
    b'"INV-1"',
    b"[1, 2, [3]]",
    b"[[3], 2, 1]",
    b"[2, 1, 1, 5]",
    b"[1, 2]",
    b'{"a": null}',
    b'{"a": 1, "b": 2}',
    b'{"Id": 7}',
    b'{"Id": 7.0}',
    b'{"Id": "7"}',
    b'{"Id": null, "Number": null}',
    b'{"Paid": true, "Number": ""}',
    b'{"Items": []}',
    b'{"Items": [{"Cost": 2}]}',
    b'{"Items": [{"Cost": 1.5, "Note": "x"}, {"Cost": 2}]}',
    b'{"Items": [{"Note": null}, {"Note": "y"}]}',
    b'{"Number": "INV-1", "Id": 7, "Items": [{"Cost": 1.5, "Note": null}, {"Cost": 2}], "Paid": false}',
    b'{"Number": "INV-1", "Id": 7, "Items": [{"Cost": 2}, {"Cost": 1.50, "Note": null}], "Paid": false}',
    b'{"Number": "INV-2", "More": {"Cost": 3, "Deep": {"Cost": 1}}}',
    b'[{"Cost": 1}, {"Cost": null}]',
    b'{"Id": 7',
    b"<a>7</a>",
    b'{\n "Id": 7,\n "Number": "INV-1"\n}',
]


@attrs.frozen
class Ask:
    """One request."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@attrs.frozen
class Outcome:
    """What of an answer must be the same on any server; or how it broke off."""

    status: int
    stub: str | None
    headers: tuple[tuple[str, str], ...]
    body: bytes
    broke: str = ""


def send(client: httpx.Client, ask: Ask) -> Outcome:
    """The answer to `ask`, with the body's bytes as they came."""
    headers = [(name, value.encode()) for name, value in ask.headers]
    request = client.build_request(ask.method, ask.url, headers=headers, content=ask.body or None)
    try:
        response = client.send(request, stream=True)
    except httpx.TransportError as error:
        return Outcome(0, None, (), b"", broke=type(error).__name__)
    body, broke = b"", ""
    try:
        for chunk in response.iter_raw():
            body += chunk
    except httpx.TransportError as error:
        broke = type(error).__name__
    finally:
        response.close()
    stub = response.headers.get("matched-stub-name")
    if stub is None:
        # Each server says in its own way that it has no stub, WireMock on occasion with 500.
        return Outcome(0 if response.is_error else response.status_code, None, (), b"", broke)
    sent = tuple(sorted((name.lower(), value) for name, value in response.headers.multi_items()))
    kept = tuple((name, value) for name, value in sent if name not in _HOP)
    return Outcome(response.status_code, stub, kept, body, broke)


def own(mapping: dict[str, Any]) -> Ask:
    """A request that `mapping` answers, as far as its matchers tell."""
    request = mapping["request"]
    [(kind, address)] = [(key, value) for key, value in request.items() if key.startswith("url")]
    query = "&".join(
        f"{name}={value}"
        for name, matcher in request.get("queryParameters", {}).items()
        if (value := _value(matcher)) is not None
    )
    headers = [
        (name, value) for name, matcher in request.get("headers", {}).items() if (value := _value(matcher)) is not None
    ]
    method = request.get("method", "ANY")
    path = _address(address) if kind.endswith("Pattern") else address
    url = f"{path}?{query}" if query else path
    return Ask("GET" if method == "ANY" else method, url.replace(" ", "%20"), tuple(headers))


def _address(pattern: str) -> str:
    """An address that fits a pattern of ours."""
    return next(
        found for found in ("/u/2?q=abc", "/u/3/7", "/u/7", "/o/c", "/api/invoice/all") if re.fullmatch(pattern, found)
    )


def _value(matcher: dict[str, Any]) -> str | None:
    """A value that `matcher` accepts; None for none."""
    match matcher:
        case {"equalTo": str(text)} | {"contains": str(text)}:
            return text
        case {"matches": str(pattern)}:
            return next(text for text in ("7", "true", "abc", "pages", "") if re.fullmatch(pattern, text))
        case {"absent": True}:
            return None
        case _:
            return "7"


def asks(mappings: Sequence[dict[str, Any]], *, each: int, seed: int) -> Iterator[Ask]:
    """Every mapping's own request, followed by `each` mutations of it; the same ones for the same seed."""
    rng = random.Random(seed)
    edges = sorted({name for mapping in mappings if (name := mapping.get("metadata", {}).get("edge"))})
    for mapping in mappings:
        ask = own(mapping)
        yield ask
        for _ in range(each):
            mutated = ask
            for _ in range(rng.choice([1, 1, 1, 2, 3])):
                mutated = _mutated(mutated, rng, edges)
            yield mutated


def _mutated(ask: Ask, rng: random.Random, edges: Sequence[str]) -> Ask:
    return rng.choice([_other_method, _other_header, _other_url, _other_query, _other_body, _edge(edges)])(ask, rng)


def _other_method(ask: Ask, rng: random.Random) -> Ask:
    return attrs.evolve(ask, method=rng.choice(["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"]))


def _other_header(ask: Ask, rng: random.Random) -> Ask:
    """One more, one less, or one that is not as it should be."""
    headers = list(ask.headers)
    index = rng.randrange(len(headers) + 1)
    if index == len(headers) or rng.random() < 0.3:
        headers.append((rng.choice(["x-test", "X-TEST"]), rng.choice(_TEXTS)))
    elif rng.random() < 0.5:
        headers.pop(index)
    else:
        name, value = headers[index]
        headers[index] = name.upper(), rng.choice([*_TEXTS[:6], value + "x"])
    return attrs.evolve(ask, headers=tuple(headers))


def _other_url(ask: Ask, rng: random.Random) -> Ask:
    path, mark, query = ask.url.partition("?")
    changed = rng.choice([path + "/", path.upper(), path[:-1] or "/", path + "7", path.replace("a", "%61")])
    return attrs.evolve(ask, url=changed + mark + query)


def _other_query(ask: Ask, rng: random.Random) -> Ask:
    """One more or one less."""
    path, _, query = ask.url.partition("?")
    pairs = [pair for pair in query.split("&") if pair]
    if pairs and rng.random() < 0.4:
        pairs.pop(rng.randrange(len(pairs)))
    else:
        value = rng.choice(["", "abc", "ABC", "a+b", "a%20b", "%C3%A9", "123", "b", "a%26b", "a=b", "2"])
        pairs.append(f"{rng.choice(['q', 'q', 'id', 'queryOptions.page'])}={value}")
    return attrs.evolve(ask, url=f"{path}?{'&'.join(pairs)}" if pairs else path)


def _other_body(ask: Ask, rng: random.Random) -> Ask:
    return attrs.evolve(ask, body=rng.choice(BODIES), method=rng.choice([ask.method, "POST"]))


def _edge(edges: Sequence[str]) -> Callable[[Ask, random.Random], Ask]:
    return lambda ask, rng: attrs.evolve(ask, headers=(*ask.headers, ("x-stub", rng.choice(edges or ["none"]))))
