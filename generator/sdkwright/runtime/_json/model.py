"""Base of every generated model: immutable msgspec Structs that never print a secret.

Use `msgspec.structs.replace(model, name=value)` for a changed copy. Pickles and copies keep every value, secrets
included: they are the caller's data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, Self, dataclass_transform

import msgspec

from .._deprecated import FIELDS
from .._lazy import lazy_module
from .fields import EXTRAS, is_on_wire
from .nullable import install

if TYPE_CHECKING:
    from . import hiding
else:
    hiding = lazy_module("._json.hiding")

BUILDS_ON: Final = ("_deprecated.FIELDS",)

_PACKAGE: Final = __name__.rpartition("._json")[0]
_MODELS: Final = f"{_PACKAGE}.models"
# Where a large API has them.
_PARTS: Final = f"{_PACKAGE}._models."


# Type checkers read `frozen` on each class alone; as a default of the transform it reaches the subclasses.
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Model(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, repr_omit_defaults=True, gc=False):
    """A value sent to or received from the service.

    Fields that hold their default are left out of the JSON and of the repr. The garbage collector does not look into
    models, so that a large page costs less to decode and to hold; a model put into one of its own lists is never freed.
    """

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        install(cls, vars(cls).get("__annotations__", {}))
        # A subclass of a caller's inherits what its base does, and may have the name of any model.
        is_ours = cls.__module__ == _MODELS or cls.__module__.startswith(_PARTS)
        if is_ours and (fields := FIELDS.get(cls.__name__)) is not None:
            from .deprecation import watch

            watch(cls, fields)

    def to_dict(self, *, names: Literal["wire", "python"] = "wire", secrets: bool = False) -> dict[str, Any]:
        """Return the model as plain values: those of its JSON, with numbers with a fraction as exact Decimals.

        What JSON leaves out is left out here too. Dates, ids and bytes are texts, as in JSON.

        Args:
            names: `wire` for the service's names of the fields, `python` for those of the class.
            secrets: Whether secrets are among the values. Otherwise each is `<hidden>`, and so is the query of a link.

        Raises:
            ConfigurationError: `names` is neither.
            EncodeError: A value has no JSON form; the message names the field.
        """
        from .plain import to_plain

        return to_plain(self, names=names, secrets=secrets)

    def to_json(
        self, *, names: Literal["wire", "python"] = "wire", secrets: bool = False, indent: int | None = None
    ) -> str:
        """Return the model as JSON; numbers keep all their digits.

        Args:
            names: As for `to_dict`.
            secrets: As for `to_dict`.
            indent: Spaces for each level; None for JSON on one line.

        Raises:
            ConfigurationError: `names` is neither `wire` nor `python`.
            EncodeError: A value has no JSON form; the message names the field.
        """
        from .plain import to_text

        return to_text(self, names=names, secrets=secrets, indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, object], *, names: Literal["wire", "python"] = "wire") -> Self:
        """Return the model of plain values, as `to_dict` writes them.

        Members that the class has no field for are kept in `additional_properties` where it has that, and are ignored
        otherwise.

        Args:
            data: Values by name. A date, an id, bytes or a member of an enum may be itself or its text in JSON.
            names: `wire` for the service's names of the fields, `python` for those of the class.

        Raises:
            ConfigurationError: `names` is neither.
            ModelError: The values are not those of such a model; the message names the first such field.
        """
        from .plain import from_plain

        return from_plain(cls, data, names=names)

    @classmethod
    def from_json(cls, text: str | bytes, *, names: Literal["wire", "python"] = "wire") -> Self:
        """Return the model of a JSON text, as `to_json` writes it; numbers keep all their digits.

        Args:
            text: JSON, in UTF-8 if it is bytes.
            names: As for `from_dict`.

        Raises:
            ConfigurationError: `names` is neither `wire` nor `python`.
            ModelError: It is not JSON, or not that of such a model; the message names the first such field.
        """
        from .plain import from_text

        return from_text(cls, text, names=names)

    def __repr__(self) -> str:
        pairs = ", ".join(f"{name}={value!r}" for name, value in self._repr_pairs())
        return f"{type(self).__name__}({pairs})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """Return what `rich` prints: the same pairs as the repr."""
        return list(self._repr_pairs())

    def _repr_pairs(self) -> Iterator[tuple[str, object]]:
        # The stored values: UNSET where a field is absent, even if it reads as None.
        held = msgspec.structs.asdict(self)
        for field in msgspec.structs.fields(self):
            if field.name == EXTRAS:
                extras: object = held[EXTRAS]
                yield from [(EXTRAS, hiding.hide_secrets(extras))] if extras else []
            if not is_on_wire(field.encode_name):
                # An old name of another field.
                continue
            if field.default is not msgspec.NODEFAULT and held[field.name] == field.default:
                continue
            value: object = getattr(self, field.name)
            is_hidden = hiding.is_secret(type(self).__name__, field.name)
            yield field.name, hiding.HIDDEN if is_hidden else hiding.hide_secrets(value)
