"""Two pages of a list of which each leads to the next: what an operation answers by itself, and what follows."""

from collections.abc import Iterator
from typing import Any, Final

import attrs

from sdkwright.documents import copied
from sdkwright.emit.forward import field_at
from sdkwright.ir import Field, Forward, Operation, Scalar, Turning
from sdkwright.ir.pagination import Path
from sdkwright.stubs import priorities
from sdkwright.stubs.bodies import Bodies
from sdkwright.stubs.shapes import Mapping as Keys

NEXT: Final = "page-2"
"""What stands behind the name of an operation in that of the stub for its second page."""
_ADDRESS: Final = "page"
"""The query parameter of the address of a second page, where an address leads there."""
_LINK: Final = "Link"


@attrs.frozen
class Pages:
    """The pages of an operation.

    Attributes:
        first: The response that it gives by itself.
        second: The response with the last page.
        request: What asks for it, as keys of a mapping's request.
    """

    first: Keys
    second: Keys
    request: Keys


def pages_of(operation: Operation, response: Keys, bodies: Bodies) -> Pages | None:
    """The pages of an operation; None where its lists are not read forward, or the first page leads nowhere.

    Args:
        operation: The operation.
        response: What it answers by itself.
        bodies: Makes the second page.
    """
    pagination, content = operation.pagination, operation.success.content
    if pagination is None or pagination.forward is None or content is None or "jsonBody" not in response:
        return None
    forward = pagination.forward
    first = copied(response)
    second = first | {"jsonBody": bodies.answer(content.type, operation=f"{operation.name}#2", limits=content.limits)}
    bodies_of = first["jsonBody"], second["jsonBody"]
    items = [_at(body, forward.items) for body in bodies_of]
    if not all(isinstance(found, list) and found for found in items):
        return None
    del items[1][1:]
    if isinstance(_at(first["jsonBody"], forward.next), str) and _is_counted(operation, forward.turned_by):
        _put(first["jsonBody"], forward.next, "2")
    position = _position(forward, first["jsonBody"], items[0])
    if position is None or not _ends(operation, forward, second["jsonBody"], bodies):
        return None
    for body, more in zip(bodies_of, (True, False), strict=True):
        counted = {forward.has_more: more, forward.total: len(items[0]) + 1, forward.pages: 2}
        for path, value in counted.items():
            _put(body, path, value)
    if forward.has_addresses:
        first, second = _with_link(forward, first, second)
        return Pages(first, second, {"queryParameters": {_ADDRESS: {"equalTo": "2"}}})
    return Pages(first, second, _asked(operation, forward.turned_by, position))


def second_page(pages: Pages, request: Keys, *, edge: str) -> Keys:
    """The mapping of a second page, without its name.

    Args:
        pages: The pages.
        request: What every request of the operation has.
        edge: The header that chooses another answer, which comes first.
    """
    headers = request.get("headers", {}) | {edge: {"absent": True}}
    query = request.get("queryParameters", {}) | pages.request.get("queryParameters", {})
    asked = request | pages.request | {"headers": headers} | ({"queryParameters": query} if query else {})
    return {"priority": priorities.FIRST_PAGE, "request": asked, "response": pages.second}


def _at(value: Any, path: Path) -> Any:
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _put(body: Any, path: Path, value: object) -> None:
    """Set what a path leads to, where what holds it is there."""
    if path and isinstance(holder := _at(body, path[:-1]), dict):
        holder[path[-1]] = value


def _is_counted(operation: Operation, turning: Turning | None) -> bool:
    """Whether a number asks for a page, which the answer may write as a text."""
    if turning is None or turning.in_body:
        return False
    types = [one.type for one in operation.parameters if one.name == turning.name and one.location == "query"]
    return any(isinstance(type_, Scalar) and type_.kind in {"integer", "number"} for type_ in types)


def _position(forward: Forward, body: Any, items: list[Any]) -> object:
    """Where the second page begins; None where the first does not say it."""
    match forward.style:
        case "offset":
            return forward.first + len(items)
        case "page-number":
            return forward.first + 1
        case "cursor":
            found = _at(items[-1], forward.last_item) if forward.last_item else _at(body, forward.next)
            return None if isinstance(found, dict | list | bool) else found
        case "next-url":
            holder = _at(body, forward.next[:-1])
            if isinstance(holder, dict):
                holder[forward.next[-1]] = f"?{_ADDRESS}=2"
            return forward.next if isinstance(holder, dict) else None
        case "link-header":
            return _LINK


def _ends(operation: Operation, forward: Forward, body: Any, bodies: Bodies) -> bool:
    """Take out of the last page what leads on; whether that could be done."""
    content = operation.success.content
    if not forward.next or content is None:
        return True
    field, name = field_at(content.type, forward.next, bodies.schemas), forward.next[-1]
    holder = _at(body, forward.next[:-1])
    if not isinstance(holder, dict) or field is None:
        return False
    if field.nullable:
        holder[name] = None
    elif not field.required:
        holder.pop(name, None)
    elif _is_text(field):
        holder[name] = ""
    else:
        return False
    return True


def _is_text(field: Field) -> bool:
    return isinstance(field.type, Scalar) and field.type.kind == "string" and not field.type.format


def _with_link(forward: Forward, first: Keys, second: Keys) -> Iterator[Keys]:
    """The pages with the header that leads from the first to the second."""
    for page, link in ((first, f'<?{_ADDRESS}=2>; rel="next"'), (second, f'<?{_ADDRESS}=1>; rel="prev"')):
        headers = {name: text for name, text in page.get("headers", {}).items() if name.lower() != _LINK.lower()}
        said = {_LINK: link} if forward.style == "link-header" else {}
        yield page | {"headers": headers | said}


def _asked(operation: Operation, turning: Turning | None, position: object) -> Keys:
    if turning is None:
        return {}
    if turning.in_body:
        name = turning.name.replace("'", "\\'")
        expression = f"$['{name}']"
        return {"bodyPatterns": [{"matchesJsonPath": {"expression": expression, "equalTo": str(position)}}]}
    wire = next(one.wire for one in operation.parameters if one.name == turning.name and one.location == "query")
    return {"queryParameters": {wire: {"equalTo": str(position)}}}
