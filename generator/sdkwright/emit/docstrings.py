"""Writes the docstring of a method: what it calls, its arguments with types and units, its result and its errors."""

import re
import textwrap
from collections.abc import Sequence
from typing import Any, Protocol

from sdkwright.emit.schemas import referenced
from sdkwright.normalise.naming.words import singular
from sdkwright.normalise.sites import OperationSite
from sdkwright.normalise.units import UNITS

_WIDTH = 104
_STATES = "An argument that is left out is not sent; None is sent as null."
_OPTIONS = "What is different for this call: timeout, retries, deadline, headers and so on."
_RAISES = (
    ("APIStatusError", "The service answered with an error, by class: `NotFoundError` for 404 and so on."),
    ("APIConnectionError", "The service could not be reached, or (`APITimeoutError`) not in time."),
    ("DecodeError", "The answer is not what the operation promises."),
)
_FAULT = ("FaultError", "The service marked a page as faulted; the error carries the page.")


class Documented(Protocol):
    """What a docstring says of an argument."""

    @property
    def name(self) -> str:
        """In Python."""

    @property
    def annotation(self) -> str:
        """Source of its type."""

    @property
    def text(self) -> str:
        """What it means."""


def docstring(site: OperationSite, arguments: Sequence[Documented], result: str | None, *, pager: str) -> str:
    """The docstring of the method that calls `site`, not yet escaped.

    Args:
        site: The operation in the normalised document.
        arguments: The method's arguments.
        result: Source of the type that the answer decodes to, or None.
        pager: What a paged list returns: `Pager` or `AsyncPager`.
    """
    upstream = site.operation.get("x-upstream-id")
    calls = f"Calls `{site.key}`" + (f" (`{plain(upstream)}` in the vendor's document)." if upstream else ".")
    lines = [*_wrapped(summary(site)), "", *_wrapped(calls)]
    if any("UnsetType" in argument.annotation for argument in arguments):
        lines += ["", *_wrapped(_STATES)]
    lines += ["", "Args:"]
    for argument in arguments:
        lines += _item(f"{argument.name} ({spoken(argument.annotation)})", argument.text)
    lines += _item("options (RequestOptions)", _OPTIONS)
    if result is not None:
        lines += ["", "Returns:", *_item(*returned(site, result, pager))]
    lines += ["", "Raises:"]
    for name, text in raised(paginated="x-paginated" in site.operation):
        lines += _item(name, text)
    return "\n".join(lines)


def raised(*, paginated: bool) -> tuple[tuple[str, str], ...]:
    """The errors that every operation may end in, and when."""
    return (*_RAISES, *((_FAULT,) if paginated else ()))


def summary(site: OperationSite) -> str:
    """What the operation does, as one sentence."""
    return _ended(plain(site.operation.get("summary")) or f"Call {site.operation['operationId']}")


def sentence(schema: dict[str, Any], schemas: dict[str, Any]) -> str:
    """What a parameter, property or body means, with its unit, as one sentence.

    Args:
        schema: The parameter, property or body; a reference without a text of its own takes that of its target.
        schemas: The schemas of the normalised document.
    """
    target = next(referenced(schema), "")
    text = plain(schema.get("description")) or plain(schemas.get(target, {}).get("description"))
    if schema.get("deprecated"):
        text = f"Deprecated. {text}".rstrip()
    unit = UNITS.get(schema.get("x-unit", ""))
    if text and unit:
        return f"{text.rstrip('.')}; {unit}."
    return _ended(text or (unit or "").capitalize() or "Not described by the vendor")


def spoken(annotation: str) -> str:
    """A type as a docstring names it: without the ways to leave the argument out."""
    choices = [choice for choice in annotation.split(" | ") if choice not in {"None", "UnsetType"}]
    return " or ".join(choices).replace("List[", "list[")


def plain(text: object) -> str:
    """`text` on one line: no character of it can start a new one."""
    return " ".join(str(text or "").split())


def returned(site: OperationSite, result: str, pager: str) -> tuple[str, str]:
    """The type that the method returns, and what the value is."""
    resource, _, verb = str(site.operation["operationId"]).partition(".")
    if paginated := site.operation.get("x-paginated"):
        return f"{pager}[{paginated['items']}]", "The items, fetched page by page as they are read."
    return spoken(result), _meaning(result, verb, singular(resource))


def _meaning(result: str, verb: str, one: str) -> str:
    if result.startswith("List["):
        return "All of them, in the service's order."
    if result[:1].isupper():
        return f"The {re.sub(r'(?<=[a-z])(?=[A-Z])', ' ', result).lower()}, as the service answers it."
    if result == "bool":
        return "The service's yes or no."
    told = {"create": f"The id of the new {one}.", "delete": f"The id of the deleted {one}."}
    sent = f"The id of the {one} that was sent." if verb.startswith("send_to_") else "What the service answers."
    return told.get(verb, sent) if result == "int" else "What the service answers."


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _item(name: str, text: str) -> list[str]:
    return _wrapped(f"{name}: {text}", first="    ", rest="        ")


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
