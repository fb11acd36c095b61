"""Base of every generated model: immutable msgspec Structs that never print a secret.

Use `msgspec.structs.replace(model, name=value)` for a changed copy. Pickles and copies keep every value, secrets
included: they are the caller's data.
"""

from collections.abc import Iterator
from typing import Any, Final, dataclass_transform

import msgspec

from .._deprecated import FIELDS
from .._redaction.names import is_secret_name
from .._schemas import SECRETS
from .nullable import install

BUILDS_ON: Final = ("_deprecated.FIELDS", "_schemas.SECRETS")

_MODELS: Final = f"{__name__.rpartition('._json')[0]}.models"
_HIDDEN: Final = "<hidden>"


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
        if cls.__module__ == _MODELS and (fields := FIELDS.get(cls.__name__)) is not None:
            from .deprecation import watch

            watch(cls, fields)

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
            if field.encode_name.startswith("-"):
                # An old name of another field.
                continue
            if field.default is not msgspec.NODEFAULT and held[field.name] == field.default:
                continue
            value: object = getattr(self, field.name)
            yield field.name, _HIDDEN if is_secret(type(self).__name__, field.name) else _without_query(value)


def is_secret(model: str, field: str) -> bool:
    """Return whether a field holds what nobody should see over someone's shoulder: as declared, or else by its name.

    Args:
        model: Name of the model.
        field: Name of the field in Python.
    """
    declared = SECRETS.get(model, {}).get(field)
    return is_secret_name(field) if declared is None else declared


def _without_query(value: object) -> object:
    # The links that the service hands out open without a password: what stands in their query is one.
    if isinstance(value, str) and "?" in value and value.lower().startswith(("http://", "https://")):
        return f"{value.partition('?')[0]}?{_HIDDEN}"
    return value
