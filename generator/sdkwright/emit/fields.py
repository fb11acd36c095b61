"""Works out how the fields of a model stand in `models.py`, and what a caller gives for them."""

from collections.abc import Mapping
from typing import Final

import attrs

from sdkwright.emit.annotations import Annotation, source
from sdkwright.ir import Anything, Direction, Enum, Field, Map, Model, Scalar, Schema, Type

EXTRAS: Final = "additional_properties"
"""The field that holds the members of an object for which its model has no fields."""

_ABSENT: Final = "ABSENT"
_MEANING: Final = "What the service has beside the fields, by its names in JSON."


@attrs.frozen
class FieldCode:
    """One field as code.

    Attributes:
        field: The field. That of extras is on no wire.
        annotation: Its annotation in `models.py`.
        default: Source of its default there; None if it must be given.
        given: What a caller gives for it.
        given_default: Source of the default of an argument that fills the field; None if it must be given.
    """

    field: Field
    annotation: str
    default: str | None
    given: Annotation
    given_default: str | None = attrs.field()

    @given_default.default
    def _as_in_the_class(self) -> str | None:
        return "UNSET" if self.default == _ABSENT else self.default


def fields_of(model: Model, schemas: Mapping[str, Schema]) -> list[FieldCode]:
    """The fields of a model as code, those first that must be given, that of extras last.

    A received model has None where a property is null or absent. In a model that is sent, null and absent differ: None
    is sent as null, and `UNSET` is not sent. What is both sent and received holds that difference, and reads as None.

    Args:
        model: The model.
        schemas: The models and enums of the API, by name.
    """
    made = [_code(field, model.direction, schemas) for field in model.fields]
    extras = (
        [] if model.extras is None else [_extras(Map(model.extras, nullable_values=model.nullable_extras), schemas)]
    )
    return [*sorted(made, key=lambda code: code.default is not None), *extras]


def _extras(kept: Map, schemas: Mapping[str, Schema]) -> FieldCode:
    field = Field(EXTRAS, f"-{EXTRAS}", kept, description=_MEANING)
    values = _read(kept, schemas).removeprefix("dict[str, ").removesuffix("]")
    return FieldCode(field, f"Extras[{values}]", _ABSENT, Annotation(kept, omissible=True))


def _code(field: Field, direction: Direction, schemas: Mapping[str, Schema]) -> FieldCode:
    if direction is Direction.SENT:
        return _sent(field)
    if direction is Direction.BOTH:
        return _sent_and_received(field, schemas)
    return _received(field, schemas)


def _sent(field: Field) -> FieldCode:
    required = field.required and not field.read_only
    # Anything may be null without a word.
    nullable = field.nullable and not (required and isinstance(field.type, Anything))
    given = Annotation(field.type, _is_number(field), nullable, not required)
    return FieldCode(field, given.as_field, None if required else "UNSET", given)


def _received(field: Field, schemas: Mapping[str, Schema]) -> FieldCode:
    required = field.required and not field.write_only
    given = Annotation(field.type, nullable=field.nullable or not required)
    states = given.source.removeprefix(given.value)
    return FieldCode(field, _read(field.type, schemas) + states, None if required else "None", given)


def _sent_and_received(field: Field, schemas: Mapping[str, Schema]) -> FieldCode:
    if field.required and (field.read_only or field.write_only):
        return _one_way(field, schemas)
    if not field.required:
        kind = "Nullable" if field.nullable else "Omissible"
        kind = f"{kind}Amount" if _is_number(field) else f"{kind}[{_read(field.type, schemas)}]"
        given = Annotation(field.type, _is_number(field), nullable=field.nullable, omissible=True)
        return FieldCode(field, kind, _ABSENT, given)
    if field.required and not field.nullable and _is_number(field):
        return FieldCode(field, "RequiredAmount", None, Annotation(field.type, integers=True))
    return _received(field, schemas)


def _one_way(field: Field, schemas: Mapping[str, Schema]) -> FieldCode:
    """A field that is required, and yet absent in one direction: in what is sent, or in what is answered."""
    inner = _read(field.type, schemas)
    is_always_read = field.read_only and not field.nullable
    kind = f"ReadOnly[{inner}]" if is_always_read else f"Nullable[{inner}]"
    given = Annotation(field.type, nullable=field.nullable, omissible=field.read_only)
    return FieldCode(field, kind, _ABSENT, given, "UNSET" if field.read_only else None)


def _read(type_: Type, schemas: Mapping[str, Schema]) -> str:
    """The annotation of a received value: an enum of texts may come as its number."""

    def named(name: str) -> str:
        schema = schemas.get(name)
        return f"OrOrdinal[{name}]" if isinstance(schema, Enum) and schema.kind == "string" else name

    return source(type_, in_text="DecimalText", named=named)


def _is_number(field: Field) -> bool:
    return isinstance(field.type, Scalar) and field.type.kind == "number"
