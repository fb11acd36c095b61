"""Says of an operation which credentials it needs."""

from collections.abc import Iterable, Sequence

from sdkwright.emit.security import Key, declared_security
from sdkwright.ir import Operation
from sdkwright.reference.quoting import inline


def needs(operation: Operation, keys: Sequence[Key]) -> str:
    """What a call of the operation needs, as a paragraph; empty where it is every scheme together.

    Args:
        operation: The operation.
        keys: What callers give.
    """
    found = declared_security(operation, keys)
    if found is None:
        return ""
    if not any(found):
        return "**Needs** no credentials, and sends none."
    ways = [" together with ".join(_scheme(name, keys) for name in way) for way in found if way]
    optional = "" if all(found) else "; sends nothing where none is given" if len(ways) > 1 else ", if it is given"
    return f"**Needs** {'; or '.join(ways)}{optional}."


def _scheme(name: str, keys: Iterable[Key]) -> str:
    own = [key for key in keys if key.scheme == name]
    ways = [[key] for key in own if key.place not in {"basic", "oauth2"}]
    ways.append([key for key in own if key.place == "basic"])
    fetching = {key.header: key for key in own if key.place == "oauth2"}
    ways.append([fetching[part] for part in ("client_id", "client_secret") if part in fetching])
    ways.append([fetching[part] for part in ("refresh_token",) if part in fetching])
    texts = [" and ".join(inline(f"{key.argument}=") for key in way) for way in ways if way]
    return " or ".join(texts) or "a certificate, which an HTTP client or a transport of your own holds"
