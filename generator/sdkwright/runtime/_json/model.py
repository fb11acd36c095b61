"""Base of every generated model: immutable msgspec Structs that never print a secret.

`model.replace(name=value)` makes a changed copy. A model that holds a list cannot be hashed. Pickles and copies keep
every value, secrets included: they are the caller's data.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal, Self, dataclass_transform

import msgspec

from .._deprecated import FIELDS
from .fields import unhashable
from .nullable import install

BUILDS_ON: Final = ("_deprecated.FIELDS",)

_PACKAGE: Final = __name__.rpartition("._json")[0]
_MODELS: Final = f"{_PACKAGE}.models"
# Where a large API has them.
_PARTS: Final = f"{_PACKAGE}._models."


# Type checkers read `frozen` on each class alone; as a default of the transform it reaches the subclasses.
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(msgspec.field,))
class Model(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, repr_omit_defaults=True, gc=False):
    """A value sent to or received from the service.

    Fields that hold their default are left out of the JSON and of the repr, which is cut to a screen. The garbage
    collector does not look into models, so that a large page costs less to decode and to hold; a model put into one of
    its own lists is never freed.
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

    def replace(self, **changes: Any) -> Self:
        """Return a copy with other values in some fields.

        Args:
            changes: The new values by the names of the fields in Python.

        Raises:
            TypeError: The model has no such field.
        """
        return msgspec.structs.replace(self, **changes)

    # For `copy.replace` of Python 3.13.
    def __replace__(self, /, **changes: Any) -> Self:
        return msgspec.structs.replace(self, **changes)

    def __hash__(self) -> int:
        try:
            return super().__hash__()
        except TypeError:
            raise unhashable(self) from None

    def __repr__(self) -> str:
        from .display import screen_text

        return screen_text(self)

    def __rich_repr__(self) -> list[tuple[str, object]]:
        """Return what `rich` prints: name and value of each field that holds something, long values cut."""
        from .display import rich_pairs

        return rich_pairs(self)

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a table, without secrets."""
        from .display import html_table

        return html_table(self)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Return how pydantic reads and writes the model; FastAPI asks for it."""
        from .pydantic_schema import core_schema

        return core_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        """Return the JSON schema of the model, which stands in the OpenAPI document of an application."""
        from .pydantic_schema import json_schema

        return json_schema(cls, handler)
