"""Whether what a method returned is what the server answered."""

import base64
import importlib
import json
from datetime import datetime


def difference(module, answered, returned):
    """What of an answer is not what was returned; empty where nothing is.

    Args:
        module: The package.
        answered: The body of the answer, as `expectations.mjs` prints it; None for none.
        returned: What the method gave; of a stream, the items.
    """
    if answered is None:
        return "" if returned in (None, b"", "", []) else f"nothing was answered, and {returned!r:.100} returned"
    raw = base64.b64decode(answered["base64"])
    essence = answered["contentType"].partition(";")[0].strip().lower()
    if not raw and returned in (None, b"", ""):
        return ""
    if isinstance(returned, bytes) and (returned == raw or not essence.endswith("json")):
        return "" if returned == raw else "other bytes were returned"
    if isinstance(returned, str) and not essence.endswith("json"):
        return "" if returned == raw.decode() else f"{returned!r:.100} was returned in place of {raw.decode()!r:.100}"
    encode = importlib.import_module(f"{module.__name__}._json.codec").encode
    found = json.loads(encode(returned))
    if isinstance(returned, list) and not essence.endswith("/json"):
        wanted = [json.loads(line) for line in raw.decode().splitlines() if line.strip()]
    else:
        wanted = json.loads(raw)
    return _difference(wanted, found, "")


def _difference(wanted, found, place):
    if isinstance(wanted, dict) and isinstance(found, dict):
        names = [*wanted, *(found.keys() - wanted.keys())]
        return next(filter(None, (_member(wanted, found, name, f"{place}.{name}".lstrip(".")) for name in names)), "")
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        pairs = enumerate(zip(wanted, found, strict=True))
        return next(filter(None, (_difference(*pair, f"{place}[{index}]") for index, pair in pairs)), "")
    if wanted == found and isinstance(wanted, bool) == isinstance(found, bool):
        return ""
    if isinstance(wanted, str) and isinstance(found, str) and _moment(wanted) == _moment(found) is not None:
        return ""
    return f"{place or 'the body'}: {found!r:.100} in place of {wanted!r:.100}"


def _member(wanted, found, name, place):
    if name not in found:
        return f"{place} is lost"
    return _difference(wanted[name], found[name], place) if name in wanted else f"{place} was not answered"


def _moment(text):
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None
