"""Arguments for the calls of a package: a value for each, of the type that its method takes."""

import uuid
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from types import MappingProxyType, ModuleType
from typing import Any, Final, Literal, TypeAlias, assert_never

import attrs
from msgspec import structs

from sdkwright import media
from sdkwright.emit.annotations import source
from sdkwright.emit.arguments import Argument
from sdkwright.emit.bodies import FILES
from sdkwright.emit.fields import EXTRAS, FieldCode, fields_of
from sdkwright.emit.methods import Method
from sdkwright.errors import GeneratorError
from sdkwright.examples.formats import of_format
from sdkwright.examples.values import Values
from sdkwright.ir import Alias, Anything, Api, Array, Enum, Field, Map, Model, Object, Reference, Scalar, Type, Union
from sdkwright.ir.choices import members_from, tag_of
from sdkwright.ir.constraints import Limits
from sdkwright.project import Project

Given: TypeAlias = Literal["required", "all"]
"""Which arguments a call has: those that it needs, or each one."""

_DEPTH: Final = 3
"""Models inside models: what may be left out of a deeper one is left out."""
_DEEPEST: Final = 20
_TEXT: Final = "text"
_MADE: Final[Mapping[str, Callable[[str], object]]] = MappingProxyType(
    {
        "str": str,
        "int": int,
        "bool": lambda text: text == "True",
        "Decimal": Decimal,
        "datetime": datetime.fromisoformat,
        "date": lambda text: datetime.fromisoformat(text).date(),
        "time": lambda text: datetime.fromisoformat(text).timetz(),
        "Duration": lambda _: timedelta(hours=1),
        "UUID": uuid.UUID,
        "bytes": str.encode,
    }
)
"""From an annotation to what makes its value out of a text."""


@attrs.frozen
class Arguments:
    """Makes the arguments of an API's methods.

    Attributes:
        api: The API.
        project: Its project, for what it declares of values.
        models: The package's module of models.
        choice: The number of the member that is given for each union.
    """

    api: Api
    project: Project
    models: ModuleType
    choice: int = 0

    def of(self, method: Method, given: Given) -> dict[str, Any]:
        """Values of a method's arguments by their names in Python; the parameters that turn pages are left out.

        Args:
            method: The method.
            given: Which of them.

        Raises:
            GeneratorError: An argument is of a type of which no value can be made.
        """
        paging = _turning(method)
        chosen = [
            argument
            for argument in method.arguments
            # Without it comes what is asked for by default, for which there is a stub.
            if argument.name not in paging
            and argument.place != "accept"
            and (given == "all" or argument.default is None)
        ]
        if missing := method.min_fields - len([argument for argument in chosen if argument in method.body_fields]):
            chosen += [argument for argument in method.body_fields if argument not in chosen][: max(0, missing)]
        return {argument.name: self._argument(argument, method, given) for argument in chosen}

    def _argument(self, argument: Argument, method: Method, given: Given) -> object:
        annotation, body = argument.annotation, method.operation.body
        if argument.place == "content_type" and body is not None:
            # The last: what is left out sends the first.
            chosen = body.contents[-1].media_type
            return None if media.is_range(chosen) else chosen
        if FILES in annotation.instead:
            return _files(annotation.type)
        limits = _limits_of(argument, method, self.api)
        if "stated" in limits and (found := self._stated(annotation.type, limits["stated"][0])) is not None:
            return found
        return self._value(annotation.type, f"{method.operation.name}/{argument.name}", argument.wire, given, ())

    def _value(self, type_: Type, place: str, field: str, given: Given, inside: tuple[str, ...]) -> object:  # noqa: PLR0911 - one for each kind of type
        match type_:
            case Array(items):
                return [self._value(items, place, field, given, inside)]
            case Reference(name):
                return self._named(name, place, given, inside)
            case Scalar():
                return self._scalar(type_, place, field)
            case Map(values):
                return {_member_of(field): self._value(values, place, field, given, inside)}
            case Union():
                return self._member(type_, place, field, given, inside)
            case Object():
                return {_member_of(field): _TEXT}
            case Anything():
                return _TEXT
            case _:
                assert_never(type_)

    def _member(self, union: Union, place: str, field: str, given: Given, inside: tuple[str, ...]) -> object:
        """The chosen member of a union, or else the next that is none of those around it."""
        members = [*members_from(union, self.choice)]
        member = next((member for member in members if not self._is_around(member, inside)), members[0])
        value: Any = self._value(member, place, field, given, inside)
        tag = tag_of(union, member, self.api.schemas)
        model = self.api.models.get(member.name) if isinstance(member, Reference) else None
        fields = [field for field in model.fields if field.wire in tag] if model is not None else []
        tags = {field.name: self._tag(field.type, tag[field.wire]) for field in fields}
        return structs.replace(value, **tags) if tags else value

    def _tag(self, type_: Type, value: object) -> object:
        if isinstance(type_, Reference) and type_.name in self.api.enums:
            return getattr(self.models, type_.name)(value)
        return value

    def _stated(self, type_: Type, value: object) -> object:
        return self._tag(type_, value) if isinstance(type_, Reference) else _stated(type_, value)

    @staticmethod
    def _is_around(member: Type, inside: tuple[str, ...]) -> bool:
        while isinstance(member, Array | Map):
            member = member.items if isinstance(member, Array) else member.values
        return isinstance(member, Reference) and member.name in inside

    def _named(self, name: str, place: str, given: Given, inside: tuple[str, ...]) -> object:
        schema, kind = self.api.schemas[name], getattr(self.models, name)
        if isinstance(schema, Alias):
            return self._value(schema.type, place, name, given, (*inside, name))
        if isinstance(schema, Enum):
            # An empty text has no place in a path.
            return kind(next((value for value in schema.values if value != ""), schema.values[0]))
        if len(inside) > _DEEPEST:
            raise GeneratorError(f"{place}: {name} requires itself, so no value of it ends; mend it with the overlay.")
        return kind(
            **{
                code.field.name: {}
                if _is_empty(code.field)
                else self._field(code.field, f"{place}/{code.field.name}", given, (*inside, name))
                for code in self._given(schema, given, inside)
            }
        )

    def _field(self, field: Field, place: str, given: Given, inside: tuple[str, ...]) -> object:
        stated = field.limits.get("stated")
        found = self._stated(field.type, stated[0]) if stated else None
        return self._value(field.type, place, field.wire, given, inside) if found is None else found

    def _given(self, model: Model, given: Given, inside: tuple[str, ...]) -> list[FieldCode]:
        """The fields of a model that are given; in the depth, or in another of its kind, those that must be."""
        everything = given == "all" and len(inside) < _DEPTH and model.name not in inside
        codes = [
            code
            for code in fields_of(model, self.api.schemas)
            if code.field.alias_of is None and not code.field.read_only
        ]
        required = [code for code in codes if code.given_default is None]
        if everything:
            return codes
        others = [code for code in codes if code not in required]
        return required + others[: max(0, model.min_properties - len(required))]

    def _scalar(self, type_: Scalar, place: str, field: str) -> object:
        annotation = source(type_)
        if annotation not in _MADE:
            raise GeneratorError(
                f"{place}: no example is known of a {annotation}; state another type with the overlay."
            )
        return _MADE[annotation](self._text(type_, annotation, place, field))

    def _text(self, type_: Scalar, annotation: str, place: str, field: str) -> str:
        values = Values(self.project.examples)
        match annotation:
            case "int":
                return str(values.integer(place, field))
            case "Decimal":
                return str(values.decimal(place, field))
            case "bool":
                return "True"
            case "datetime" | "date" | "time":
                return values.moment(place, field)
            case "UUID":
                return of_format("uuid", values, place, field) or ""
            case _:
                # Where the package has no type for a format, its text still has the form.
                return of_format(type_.format, values, place, field) or values.text(place, "", field)


def _limits_of(argument: Argument, method: Method, api: Api) -> Limits:
    """What the document demands of an argument."""
    if argument.parameter is not None:
        return argument.parameter.limits
    body = method.operation.body
    model = api.models.get(getattr(body.content.type, "name", "")) if body is not None else None
    return next((field.limits for field in model.fields if field.wire == argument.wire), {}) if model else {}


def _stated(type_: Type, value: object) -> object:
    """A value that the document lists, as its type has it; None where it is of another type."""
    match type_, value:
        case Scalar(), bool() | int() | float() | str():
            made = _MADE.get(source(type_))
            return made(str(value)) if made is not None else None
        case Array(items), list():
            found = [_stated(items, item) for item in value]
            return None if None in found else found
        case Object() | Anything() | Map(), dict():
            return value
        case _:
            return None


def _member_of(field: str) -> str:
    """The name of the one member of a map; beside declared fields it is none of these."""
    return "undeclared" if field == f"-{EXTRAS}" else "key"


def _turning(method: Method) -> tuple[str, ...]:
    """The arguments that turn pages, by their names in Python, but for one that must be given."""
    if method.paginated is None:
        return ()
    forward = method.paginated.forward
    if forward is None or forward.turned_by is None:
        return method.paginated.parameters
    turned = forward.turned_by
    return tuple(
        argument.name
        for argument in method.arguments
        if argument.default is not None
        and turned.name == (argument.wire if turned.in_body else argument.name)
        and argument.place == ("body" if turned.in_body else "query")
    )


def _files(type_: Type) -> object:
    """A file, or some of them as the type has them."""
    content = _TEXT.encode()
    match type_:
        case Array():
            return [content]
        case Map():
            return {"undeclared": content}
        case _:
            return content


def _is_empty(field: Field) -> bool:
    """Whether the document allows an object no members."""
    return isinstance(field.type, Object | Anything) and field.limits.get("maxProperties") == 0
