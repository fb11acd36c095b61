"""Works out how the fields of a model stand in `models.py`, and what a caller gives for them."""

from collections.abc import Mapping

import attrs

from sdkwright.emit.annotations import Annotation, source
from sdkwright.ir import Anything, Direction, Enum, Field, Model, Scalar, Schema

_NUMBER = "number"


@attrs.frozen
class FieldCode:
    """One field as code.

    Attributes:
        field: The field.
        annotation: Its annotation in `models.py`.
        default: Source of its default there; None if it must be given.
        given: What a caller gives for it.
    """

    field: Field
    annotation: str
    default: str | None
    given: Annotation

    @property
    def given_default(self) -> str | None:
        """Source of the default of an argument that fills the field; None if it must be given."""
        return "UNSET" if self.default == "ABSENT" else self.default


def fields_of(model: Model, schemas: Mapping[str, Schema]) -> list[FieldCode]:
    """The fields of a model as code, those first that must be given.

    A received model has None where a property is null or absent. In a model that is sent, null and absent differ: None
    is sent as null, and `UNSET` is not sent.

    Args:
        model: The model.
        schemas: The models and enums of the API, by name.
    """
    made = [_code(field, model.direction, schemas) for field in model.fields]
    return sorted(made, key=lambda code: code.default is not None)


def _code(field: Field, direction: Direction, schemas: Mapping[str, Schema]) -> FieldCode:
    if direction is Direction.SENT:
        return _sent(field)
    if direction is Direction.BOTH:
        return _sent_and_received(field, schemas)
    return _received(field, schemas)


def _sent(field: Field) -> FieldCode:
    # Anything may be null without a word; datamodel-code-generator says it all the same where the field is optional.
    nullable = field.nullable and not (field.required and isinstance(field.type, Anything))
    given = Annotation(field.type, _is_number(field), nullable, not field.required)
    return FieldCode(field, given.source, None if field.required else "UNSET", given)


def _received(field: Field, schemas: Mapping[str, Schema]) -> FieldCode:
    given = Annotation(field.type, nullable=field.nullable, omissible=not field.required and not field.nullable)
    states = given.source.removeprefix(given.value)
    default = None if field.required else "None" if field.nullable else "UNSET"
    return FieldCode(field, _with_ordinals(field, schemas) + states, default, given)


def _sent_and_received(field: Field, schemas: Mapping[str, Schema]) -> FieldCode:
    if not field.required and field.nullable:
        kind = "NullableAmount" if _is_number(field) else f"Nullable[{_with_ordinals(field, schemas)}]"
        return FieldCode(
            field, kind, "ABSENT", Annotation(field.type, _is_number(field), nullable=True, omissible=True)
        )
    if field.required and not field.nullable and _is_number(field):
        return FieldCode(field, "RequiredAmount", None, Annotation(field.type, integers=True))
    return _received(field, schemas)


def _with_ordinals(field: Field, schemas: Mapping[str, Schema]) -> str:
    """The annotation of a received value: an enum may come as its number."""
    return source(field.type, named=lambda name: f"OrOrdinal[{name}]" if isinstance(schemas.get(name), Enum) else name)


def _is_number(field: Field) -> bool:
    return isinstance(field.type, Scalar) and field.type.kind == _NUMBER
