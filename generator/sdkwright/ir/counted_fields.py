"""Counts what becomes of each property that the vendor's document declares, and judges that none is lost in silence.

It reads the document by itself, beside normalisation: from each parameter, body and answer it walks the schemas and the
types of the representation side by side.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import unquote

import attrs

from sdkwright.documents import unescape
from sdkwright.ir import (
    Alias,
    Anything,
    Api,
    Array,
    Enum,
    Map,
    Model,
    Object,
    Operation,
    Reference,
    Response,
    Scalar,
    Type,
    Union,
    Webhook,
)
from sdkwright.normalise.sites import WEBHOOKS, of_method
from sdkwright.readings import essence, reading

_COMBINING: Final = ("allOf", "anyOf", "oneOf")
_SAYING: Final = frozenset({*_COMBINING, "properties", "items", "prefixItems", "additionalProperties"})
_BODILESS: Final = ("1", "204", "205", "304")
_CHAIN: Final = 20
_DEEPEST: Final = 60
_TYPED, _PLAIN, _LOST = "typed", "plain", "lost"


@attrs.frozen
class Fields:
    """What became of the properties of all schemas that operations reach.

    Attributes:
        typed: How many are fields of models.
        plain: How many are part of a value that is kept as it is: of any type, or a text.
        lost: Where properties are that no value of the package holds, each as in `GET /boats answer 200: owner.name`.
    """

    typed: int
    plain: int
    lost: tuple[str, ...] = ()

    @property
    def declared(self) -> int:
        """How many there are."""
        return self.typed + self.plain + len(self.lost)

    def __str__(self) -> str:
        return f"{self.declared} in, {self.typed} typed, {self.plain} in values of any type, {len(self.lost)} lost"


def count_fields(document: Mapping[str, Any], api: Api) -> Fields:
    """Count what becomes of the properties that a document declares.

    Args:
        document: The vendor's document, as the overlay corrects it.
        api: What was made of it.
    """
    walk = _Walk(document, api)
    for operation in api.operations:
        if not operation.twin_of:
            walk.operation(operation)
    for webhook in api.webhooks:
        walk.webhook(webhook)
    found = walk.found
    counts = {kind: sum(status == kind for status, _ in found.values()) for kind in (_TYPED, _PLAIN)}
    lost = tuple(sorted(where for status, where in found.values() if status == _LOST))
    return Fields(counts[_TYPED], counts[_PLAIN], lost)


@attrs.frozen
class _View:
    """What schemas say of a value, taken together.

    Attributes:
        properties: By name, each with the identity of the schema that declares it.
        items: What they say of the items of a list.
        members: What they say of members of any name.
    """

    properties: dict[str, list[tuple[int, Any]]] = attrs.field(factory=dict)
    items: list[Any] = attrs.field(factory=list)
    members: list[Any] = attrs.field(factory=list)


@attrs.define
class _Walk:
    """Reads a document beside its representation.

    Attributes:
        document: The document.
        api: Its representation.
        found: By schema and name, what became of a property, and where it was seen first.
    """

    document: Mapping[str, Any] = attrs.field(repr=False)
    api: Api = attrs.field(repr=False)
    found: dict[tuple[int, str], tuple[str, str]] = attrs.field(factory=dict)
    _seen: set[tuple[frozenset[int], frozenset[Type]]] = attrs.field(factory=set)
    _heirs: dict[int, list[Any]] = attrs.field(factory=dict)
    _siblings: bool = False

    def __attrs_post_init__(self) -> None:
        # Since OpenAPI 3.1 what stands beside a reference counts.
        self._siblings = not str(self.document.get("openapi", "")).startswith("3.0")
        for heir in _mapping(_mapping(self.document.get("components")).get("schemas")).values():
            for base in _listed(_mapping(heir).get("allOf")):
                found = self._resolved(base)
                if "discriminator" in found and found is not base:
                    self._heirs.setdefault(id(found), []).append(heir)

    def operation(self, operation: Operation) -> None:
        """Compare what an operation takes and answers."""
        item = self._resolved(_mapping(self.document.get("paths")).get(operation.path))
        node, key = self._resolved(of_method(item, operation.method)), operation.key
        declared = [self._resolved(found) for holder in (item, node) for found in _listed(holder.get("parameters"))]
        for parameter in operation.parameters:
            for found in declared:
                if (found.get("name"), found.get("in")) == (parameter.wire, parameter.location):
                    media = _mapping(found.get("content")).values()
                    schemas = [found["schema"]] if "schema" in found else [_mapping(one).get("schema") for one in media]
                    self._compare(schemas, (parameter.type,), f"{key} {parameter.location} {parameter.wire}: ")
        if operation.body is not None:
            made = {content.media_type: content.type for content in operation.body.contents}
            self._contents(self._resolved(node.get("requestBody")), made, f"{key} body: ")
        answers = _mapping(node.get("responses"))
        for response in operation.responses:
            declared_answer = self._resolved(answers.get(response.status, answers.get(_number(response.status))))
            whole = self.api.responses[response.shared] if response.shared else response
            if not response.status.startswith(_BODILESS) and operation.method != "HEAD":
                self._contents(declared_answer, _made(whole), f"{key} answer {response.status}: ")

    def webhook(self, webhook: Webhook) -> None:
        """Compare what a webhook carries."""
        event = _mapping(_mapping(self.document.get(WEBHOOKS)).get(webhook.name))
        self._compare([event.get("schema")], (webhook.type,), f"webhook {webhook.name}: ")

    def _contents(self, node: Mapping[str, Any], made: Mapping[str, Type], where: str) -> None:
        content = _mapping(node.get("content"))
        if not made:
            for media in content.values():
                self._compare([_mapping(media).get("schema")], (), where)
        for media_type, type_ in made.items():
            media = content.get(media_type) or next(
                (value for name, value in content.items() if essence(name) == essence(media_type)), None
            )
            # A text or bytes hold the whole, whatever is declared of it.
            is_whole = isinstance(type_, Scalar) and reading(media_type) != "json"
            self._compare([_mapping(media).get("schema")], (Anything() if is_whole else type_,), where)

    def _compare(self, schemas: Iterable[Any], types: Iterable[Type], where: str) -> None:
        pending = [([*schemas], (*types,), where)]
        while pending:
            nodes, kinds, place = pending.pop()
            resolved = [found for found in map(self._stated, nodes) if found]
            kinds = (*self._flat(kinds),)
            state = (frozenset(map(id, resolved)), frozenset(kinds))
            if not resolved or state in self._seen or place.count(".") > _DEEPEST:
                continue
            self._seen.add(state)
            view = self._view(resolved)
            for name, declared in view.properties.items():
                inner = (*self._of_member(name, kinds),)
                status = _LOST if not inner else _PLAIN if all(isinstance(one, Anything) for one in inner) else _TYPED
                if status == _PLAIN and (*self._fields(name, kinds),):
                    status = _TYPED
                for owner, _ in declared:
                    self._note(owner, name, status, f"{place}{name}")
                pending.append(([node for _, node in declared], inner, f"{place}{name}."))
            pending.append((view.items, (*_of_item(kinds),), place))
            pending.append((view.members, (*self._of_extra(kinds),), place))

    def _note(self, owner: int, name: str, status: str, where: str) -> None:
        before = self.found.get((owner, name))
        if before is None or status == _LOST or (before[0] == _PLAIN and status == _TYPED):
            self.found[owner, name] = (status, where)

    def _flat(self, types: Iterable[Type]) -> Iterator[Type]:
        """The types and the members of unions, each once, without enums: those have no members."""
        pending, seen = [*types][::-1], set[Type]()
        while pending:
            type_ = pending.pop()
            if type_ in seen:
                continue
            seen.add(type_)
            named = self.api.schemas[type_.name] if isinstance(type_, Reference) else None
            if isinstance(type_, Union):
                pending += type_.members[::-1]
            elif isinstance(named, Alias):
                pending.append(named.type)
            elif not isinstance(named, Enum):
                yield type_

    def _models(self, types: Iterable[Type]) -> Iterator[Model]:
        for type_ in types:
            if isinstance(type_, Reference) and isinstance(found := self.api.schemas[type_.name], Model):
                yield found

    def _fields(self, name: str, types: Iterable[Type]) -> Iterator[Type]:
        for model in self._models(types):
            yield from (field.type for field in model.fields if field.wire == name and field.alias_of is None)

    def _of_member(self, name: str, types: Iterable[Type]) -> Iterator[Type]:
        """The types that a member of a name may have."""
        own = [*self._fields(name, types)]
        yield from own or self._of_extra(types)

    def _of_extra(self, types: Iterable[Type]) -> Iterator[Type]:
        for type_ in types:
            if isinstance(type_, Anything | Object):
                yield Anything()
            elif isinstance(type_, Map):
                yield type_.values
        yield from (model.extras for model in self._models(types) if model.extras is not None)

    def _view(self, nodes: Iterable[Mapping[str, Any]]) -> _View:
        view, seen = _View(), set[tuple[int, bool]]()
        # Each with whether it is more than a part of another: what has a base is none of the base's other heirs.
        pending = [(node, True) for node in nodes]
        while pending:
            found, is_whole = pending.pop()
            node = self._stated(found)
            if (id(node), is_whole) in seen:
                continue
            seen.add((id(node), is_whole))
            # Of what a value is by its type alone, nothing else counts.
            if _may_be(node, "object"):
                for name, schema in _mapping(node.get("properties")).items():
                    view.properties.setdefault(name, []).append((id(node), schema))
                if isinstance(node.get("additionalProperties"), Mapping):
                    view.members.append(node["additionalProperties"])
            if _may_be(node, "array"):
                view.items.extend(found for found in (node.get("items"), *_listed(node.get("prefixItems"))) if found)
            if "$ref" in node:
                pending.append((self._resolved(node), is_whole))
            for keyword in _COMBINING:
                pending += [(part, is_whole and keyword != "allOf") for part in _listed(node.get(keyword))]
            pending += [(heir, True) for heir in self._heirs.get(id(node), ()) if is_whole]
        return view

    def _stated(self, node: Any) -> Mapping[str, Any]:
        """A schema as far as it counts: one beside which nothing counts is what it refers to."""
        counts = self._siblings and isinstance(node, Mapping) and not _SAYING.isdisjoint(node)
        return node if counts else self._resolved(node)

    def _resolved(self, node: Any) -> Mapping[str, Any]:
        """A node behind its references within the document; empty for one that leads nowhere."""
        for _ in range(_CHAIN):
            if not isinstance(node, Mapping) or not isinstance(node.get("$ref"), str):
                break
            found: Any = self.document
            for step in node["$ref"].removeprefix("#/").rstrip("/").split("/"):
                key = unescape(step)
                plain = unescape(unquote(step))
                found = _step(found, key, plain)
            node = found
        return node if isinstance(node, Mapping) else {}


def _step(node: Any, key: str, plain: str) -> Any:
    if isinstance(node, Mapping):
        return node.get(key, node.get(plain))
    return node[int(key)] if isinstance(node, list) and key.isdecimal() and int(key) < len(node) else None


def _of_item(types: Iterable[Type]) -> Iterator[Type]:
    for type_ in types:
        if isinstance(type_, Array):
            yield type_.items
        elif isinstance(type_, Anything):
            yield type_


def _may_be(node: Mapping[str, Any], kind: str) -> bool:
    stated = node.get("type", kind)
    return kind in stated if isinstance(stated, list) else stated == kind


def _made(response: Response) -> dict[str, Type]:
    return {content.media_type: content.type for content in response.contents}


def _number(status: str) -> object:
    return int(status) if status.isdecimal() else status


def _mapping(node: Any) -> Mapping[Any, Any]:
    return node if isinstance(node, Mapping) else {}


def _listed(node: Any) -> list[Any]:
    return node if isinstance(node, list) else []
