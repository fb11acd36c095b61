"""Names the class of an object or an enum by the place where it is written out.

A name stands on its own place alone, so that nothing else of the document can move it:

* a property: its owner and the property, `OrderShipping`; an item of an array in the singular, `OrderLine`;
* a body: the operation's verb and resource, `CreateOrderRequest`; an answer `CreateOrderResponse`;
* a parameter: itself beside the resource, `OrderSort`.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from sdkwright.normalise.identifiers import MAX_NAME, flat, snake
from sdkwright.normalise.naming.plurals import is_many, many, one
from sdkwright.normalise.naming.proposal import unique
from sdkwright.normalise.naming.words import camel

_NAMELESS: Final = "Value"
_MEDIA: Final = re.compile(
    r"\A(?P<place>body|response(?: [1-5][0-9X]{2}| default)?) [^ /.]+/(?:[^ .]+(?:\.[^ .]+)*\+(?:json|xml)\b|[^ .]+)"
)
"""The media type in what a key says behind its operation."""
_ANY: Final = "any"
_LABEL: Final = re.compile(r"(?P<place>.*) <(?P<label>[^<>]*)>(?P<inside>\.[^<>]*)?", re.DOTALL)
_PARAMETER: Final = re.compile(r"\?(.+)|\{([^{}]+)\}\Z|\{[^{}]+\}\.(.+)|(?:header|cookie) (.+)")
_SAYS_NOTHING: Final = frozenset({"items", "objects", "results", "values"})
_LISTING: Final = frozenset({"list", "search", "find", "query"})
_SUCCESS: Final = frozenset({"200", "201", "202", "203", "204", "2XX", "DEFAULT", ""})


def of_property(owner: str, wire: str, *, item: bool = False) -> str:
    """The class of what stands in a property.

    Args:
        owner: The class that has the property.
        wire: The property's name on the wire.
        item: Whether it is an item of the array, or a value of the map, that the property is.
    """
    word = snake(wire).rstrip("_")
    word = camel(one(word) if item else word)
    if not word:
        return camel(f"{owner} {_NAMELESS}")
    # `OrderStatus` of `Order` says its owner already.
    return word if word.startswith(owner) and word != owner else _joined(owner, word)


def of_item(owner: str) -> str:
    """The class of an item of an array, or of a value of a map, that has a class's name itself.

    Args:
        owner: What the array is called.
    """
    single = camel(one(snake(owner)))
    return single if single != camel(snake(owner)) else _joined(owner, "Item")


def of_body(operation: str) -> str:
    """The class of what an operation sends.

    Args:
        operation: Its public name, as in `customers.create_source`.
    """
    return f"{_spoken(operation)[: MAX_NAME - 7]}Request"


def of_answer(operation: str, status: str = "") -> str:
    """The class of what an operation answers.

    Args:
        operation: Its public name.
        status: Of the answer, where it does not mean success.
    """
    kind = "Response" if status.upper() in _SUCCESS else f"Error{camel(f'x{status}')[1:].upper()}"
    return f"{_spoken(operation)[: MAX_NAME - len(kind)]}{kind}"


def of_parameter(operation: str, wire: str, *, item: bool = False) -> str:
    """The class of the value of a parameter.

    Args:
        operation: The public name of the operation that takes it.
        wire: Its name on the wire.
        item: Whether it is an item of the array that the parameter is.
    """
    word = snake(wire.rpartition(".")[2].removesuffix("[]")).rstrip("_")
    resource = one(flat(operation.rpartition(".")[0]))
    return of_property(camel(resource), one(word) if item else word)


def of_variant(owner: str, label: str) -> str:
    """The class of one of several that stand side by side: `OrderPaymentCard`, or `AnyPet` for `any`.

    Args:
        owner: The class of all together.
        label: What it is called among them.
    """
    if label == _ANY:
        return f"Any{owner[: MAX_NAME - 3]}"
    word = camel(label) or f"Option{label}"
    return word if word != owner and (word.startswith(owner) or word.endswith(owner)) else _joined(owner, word)


class Classes:
    """Classes by name, each once.

    Args:
        taken: Names that are taken already, and the reserved ones.
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {*taken}
        self.clashes: dict[str, str] = {}
        """What was called otherwise, by its name, with the name that was taken."""

    def reserve(self, names: Iterable[str]) -> None:
        """Let nothing have these names from now on."""
        self._taken |= {*names}

    def take(self, *wanted: str) -> str:
        """The first of `wanted` that is free, else the last one with a number; it is taken from then on."""
        valid = [camel(name) or _NAMELESS for name in wanted]
        found = next((name for name in valid if name not in self._taken), "") or unique(valid[-1], self._taken)
        if found != valid[0]:
            self.clashes[found] = valid[0]
        self._taken.add(found)
        return found


def by_key(key: str, schemas: Mapping[str, str], operations: Mapping[str, str], *, item: bool = False) -> str:
    """The class at a site, as `sites` writes its key: `Schema.Property`, `GET /a ?order`, `GET /a response 404`.

    Args:
        key: The site.
        schemas: The classes of the schemas by their names in the document.
        operations: The public names of the operations by `METHOD path`.
        item: Whether it is an item of the array at that site.
    """
    if (label := _LABEL.fullmatch(key)) is not None:
        return _of_labelled(label, schemas, operations, item=item)
    address = next((known for known in _addresses(key) if known in operations), None)
    if address is None:
        owner, dot, wire = _owner(key, schemas)
        if dot:
            return of_property(schemas.get(owner) or camel(owner) or _NAMELESS, wire, item=item)
        return of_item(schemas.get(key) or camel(key)) if item else camel(key)
    place = _MEDIA.sub(r"\g<place>", key.removeprefix(address).strip())
    kind, _, inside = place.partition(".") if not place.startswith("?") else (place, "", "")
    operation = operations[address]
    if wire := _parameter(place):
        return of_parameter(operation, wire, item=item)
    word, _, status = kind.partition(" ")
    found = of_body(operation) if word == "body" else of_answer(operation, status.partition(" ")[0])
    steps = inside.split(".") if inside else []
    for number, step in enumerate(steps, 1):
        found = of_property(found, step, item=item and number == len(steps))
    return of_item(found) if item and not inside else found


def _of_labelled(found: re.Match[str], schemas: Mapping[str, str], operations: Mapping[str, str], *, item: bool) -> str:
    """The class of one of several at a place, or of what stands inside it."""
    if not found["inside"]:
        owner = schemas.get(found["place"]) or by_key(found["place"], schemas, operations)
        return of_variant(owner, found["label"])
    whole = f"{found['place']} <{found['label']}>"
    made = schemas.get(whole) or by_key(whole, schemas, operations)
    steps = found["inside"].removeprefix(".").split(".")
    for number, step in enumerate(steps, 1):
        made = of_property(made, step, item=item and number == len(steps))
    return made


def _parameter(place: str) -> str:
    """The wire name in what a key says behind its operation: `?since`, `{id}`, `cookie session`; else empty."""
    found = _PARAMETER.fullmatch(place)
    return next(filter(None, found.groups()), "") if found else ""


def of_listed(key: str, operations: Mapping[str, str]) -> str:
    """The class of an item that a list answers: `Follower` for `followers.list`; empty if no name says it.

    Args:
        key: The site of the array.
        operations: The public names of the operations by `METHOD path`.
    """
    address, space, place = key.rpartition(" ")
    resource, _, verb = operations.get(address, "").rpartition(".")
    word, _, rest = verb.partition("_")
    if not space or place != "response" or word != "list" or rest.startswith(("for_", "by_")):
        return ""
    noun = rest or flat(resource)
    return camel(one(noun)) if is_many(noun) and noun not in _SAYS_NOTHING else ""


def _addresses(key: str) -> Iterable[str]:
    """What may be `METHOD path` in a key; a path may hold blanks."""
    parts = key.split(" ")
    return (" ".join(parts[:count]) for count in range(len(parts), 1, -1))


def _owner(key: str, schemas: Mapping[str, str]) -> tuple[str, str, str]:
    """The schema and the property of a key; either may hold dots."""
    steps = key.split(".")
    for count in range(len(steps) - 1, 0, -1):
        if ".".join(steps[:count]) in schemas:
            return ".".join(steps[:count]), ".", ".".join(steps[count:])
    return key.rpartition(".")


def _spoken(operation: str) -> str:
    """`CreateCustomerSource` for `customers.create_source`, `ListIssuesForRepo` for `issues.list_for_repo`."""
    owner, _, verb = operation.rpartition(".")
    resource = flat(owner)
    word, _, rest = verb.rstrip("_").partition("_")
    noun = many(resource) if word in _LISTING and (not rest or rest.startswith(("for_", "by_"))) else one(resource)
    return camel("_".join(filter(None, (word, noun, rest)))) or _NAMELESS


def _joined(owner: str, word: str) -> str:
    """Both as one class; of an owner that is too long, the beginning."""
    word = word[: MAX_NAME // 2]
    return camel(f"{owner[: MAX_NAME - len(word)]} {word}")
