"""What the service quotes of the credentials is hidden in every error, however each of its characters is escaped."""

import base64
import json
import pickle
import re
from urllib.parse import quote

import httpx
import pytest
from sdk import RequestOptions
from sdk._redaction.spellings import patterns
from sdk._redaction.values import redact
from sdk.errors import APIStatusError, BadRequestError, DecodeError, FaultError

from tests.runtime.kinds import KINDS
from tests.runtime.loopback import send, serve
from tests.runtime.standin import FIELDS, FLAG, GET, ITEMS, KEY, LIST, MESSAGE, REASONS, SECRET, STATUS, TEXT, Both

HEX = [f"{ord(char):02x}" for char in SECRET]
SPELLINGS = {
    "plain": SECRET,
    "one letter for JSON": f"\\u00{HEX[0]}{SECRET[1:]}",
    "the last one for JSON": f"{SECRET[:-1]}\\u00{HEX[-1].upper()}",
    "all for JSON": "".join(f"\\u00{one}" for one in HEX),
    "JSON in JSON": "".join(f"\\\\u00{one}" for one in HEX),
    "JSON in JSON in JSON": "".join(f"\\\\\\\\u00{one}" for one in HEX),
    "percent": "".join(f"%{one}" for one in HEX),
    "percent in percent": "".join(f"%25{one.upper()}" for one in HEX),
    "percent in JSON": f"\\u0025{HEX[0]}{SECRET[1:]}",
    "HTML": "".join(f"&#{ord(char)};" for char in SECRET),
    "HTML in hexadecimal": "".join(f"&#X0{one};" for one in HEX),
    "HTML in HTML": f"&amp;#{ord(SECRET[0])};{SECRET[1:]}",
    "HTML in JSON": f"\\u0026#x{HEX[0]};{SECRET[1:]}",
    "a program's": "".join(f"\\\\x{one}" for one in HEX),
    "base64": base64.b64encode(SECRET.encode()).decode(),
    "base64 with others": base64.b64encode(f"k:{SECRET}:1".encode()).decode(),
    "base64 for URLs": base64.urlsafe_b64encode(f"k?{SECRET}".encode()).decode(),
}
every_spelling = pytest.mark.parametrize("said", SPELLINGS.values(), ids=SPELLINGS)


def shows(error):
    """All texts of an error, decoded as often as it takes to get to a secret."""
    found = [str(error), repr(error), repr(vars(error)), error.body.decode(), str(pickle.dumps(error))]
    for text in found.copy():
        decoded = text
        for _ in range(3):
            decoded = re.sub(r"\\+[ux](?:00)?([0-9a-fA-F]{2})", lambda found: chr(int(found[1], 16)), decoded)
            found.append(decoded)
    whole = "\n".join(found)
    assert SECRET not in whole
    assert "<hidden>" in whole
    assert SPELLINGS["base64"].rstrip("=")[:-1] not in whole
    return whole


@every_spelling
@pytest.mark.parametrize("kind", ["sync", "async"])
def test_in_an_error_body(kind, said):
    body = f'{{"{MESSAGE}":"bad {said} here","{FIELDS}":{{"model.{said}":["not {said}"]}}}}'.encode()
    with pytest.raises(BadRequestError) as caught:
        Both(kind).ask(lambda _: httpx.Response(400, content=body), GET)
    error = caught.value
    shows(error)
    assert error.detail.count("<hidden>") == 3
    assert "bad " in error.detail
    assert " here" in error.detail


@every_spelling
def test_in_a_fault(said):
    body = f'{{"{FLAG}":true,"{REASONS}":[{{"{TEXT}":"bad {said}"}}],"{ITEMS}":[{{"Id":7}}]}}'.encode()
    with pytest.raises(FaultError) as caught:
        Both("sync").ask(lambda _: httpx.Response(200, content=body), LIST)
    shows(caught.value)
    assert caught.value.messages[0].startswith("bad ")
    assert caught.value.envelope.result[0].id == 7


@every_spelling
def test_in_what_cannot_be_read(said):
    body = f'{{"{said}":1, "Id":"{said}"}}'.encode()
    with pytest.raises(DecodeError) as caught:
        Both("sync").ask(lambda _: httpx.Response(200, content=body), GET)
    shows(caught.value)


@every_spelling
def test_in_a_deviation(said):
    found = []
    Both("sync").ask(
        lambda _: httpx.Response(200, content=f'"{said}"'.encode()), STATUS, settings={"on_deviation": found.append}
    )
    assert len(found) == 1
    assert "<hidden>" in found[0].seen
    assert len(found[0].seen) <= len("<hidden>") + 6


@pytest.mark.parametrize("form", ["utf-16", "utf-16-be", "utf-32-le"])
def test_in_another_encoding(form):
    hidden = redact(f"bad {SECRET} and {KEY}".encode(form), (KEY, SECRET))
    assert hidden.count(b"<hidden>") == 2
    assert SECRET[:4].encode(form) not in hidden


@pytest.mark.parametrize("where", [f"/x/{SECRET}", f"/x?k={quote(KEY)}", f"https://other.example/{SECRET}"])
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_in_the_address_of_a_redirect(kind, where):
    with serve(lambda one: send(one, 302, b"{}", Location=where)) as (url, asked):
        error = kind.call(url, GET, {"options": RequestOptions(follow_redirects=True)})
    assert type(error) is APIStatusError
    assert len(asked) == 1
    assert SECRET not in str(error)
    assert KEY not in str(error)


def test_what_is_no_credential_stays():
    body = json.dumps({MESSAGE: "100% of key-4f1d2 & \\ “it”", "Link": "https://x/y?z=%20a&amp;b"}).encode()
    assert redact(body, (KEY, SECRET)) == body


def test_letters_are_looked_for_one_by_one_only_where_something_is_escaped():
    plain, escaped = patterns(SECRET, b'{"a":"b \\" c"}'), patterns(SECRET, b"a%20b")
    assert len(plain[0].pattern) < 100 < len(escaped[0].pattern)
