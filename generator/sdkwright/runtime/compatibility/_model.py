"""The base of the models, with the methods that callers of the former SDK know."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any, Literal, Self

import msgspec

from .._json.model import Model as _Model
from ._values import is_listing, is_mapping

__all__ = ["BaseModel", "Model"]


class Model(_Model, frozen=True, kw_only=True, omit_defaults=True, repr_omit_defaults=True, gc=False):
    """A value sent to or received from the service."""

    def to_dict(
        self,
        *,
        names: Literal["wire", "python"] = "wire",
        secrets: bool = True,
        use_api_names: bool | None = None,
        mode: Literal["json", "python"] = "json",
        exclude_none: bool = False,
        **options: Any,
    ) -> dict[str, Any]:
        """Return the model as plain values.

        Args:
            names: `wire` for the service's names of the fields, `python` for those of the class.
            secrets: Whether secrets are among the values. Otherwise each is `<hidden>`.
            use_api_names: The same as `names`: True for the service's.
            mode: `json` for the values as JSON has them, `python` for dates and the like as they are.
            exclude_none: Whether what is None is left out.
            options: What else callers give; what did not come is left out in any case.
        """
        by_alias = names == "wire" if use_api_names is None else use_api_names
        if mode == "python":
            return self.model_dump(by_alias=by_alias, exclude_none=exclude_none, **options)
        found = super().to_dict(names="wire" if by_alias else "python", secrets=secrets)
        return without_none(found) if exclude_none else found

    def to_json(
        self,
        *,
        names: Literal["wire", "python"] = "wire",
        secrets: bool = True,
        indent: int | None = 2,
        use_api_names: bool | None = None,
        **options: Any,
    ) -> str:
        """Return the model as JSON.

        Args:
            names: As for `to_dict`.
            secrets: As for `to_dict`.
            indent: Spaces for each level; None for JSON on one line.
            use_api_names: As for `to_dict`.
            options: What else callers give.
        """
        del options
        by_alias = names == "wire" if use_api_names is None else use_api_names
        return super().to_json(names="wire" if by_alias else "python", secrets=secrets, indent=indent)

    def model_dump(
        self,
        *,
        mode: Literal["json", "python"] = "python",
        by_alias: bool | None = False,
        include: Collection[str] | None = None,
        exclude: Collection[str] | None = None,
        exclude_none: bool = False,
        **options: Any,
    ) -> dict[str, Any]:
        """Return the model as plain values, secrets among them.

        Args:
            mode: `python` for dates and the like as they are, `json` for the values as JSON has them.
            by_alias: Whether the names are those on the wire.
            include: The fields, by the names in Python; None for all.
            exclude: The fields that are left out.
            exclude_none: Whether what is None is left out.
            options: What else callers give; what did not come is left out in any case.
        """
        del options
        found = super().to_dict(names="wire" if by_alias else "python", secrets=True)
        if mode == "python":
            found = as_python(self, found, by_alias=bool(by_alias))
        left_out = {
            one.encode_name if by_alias else one.name
            for one in msgspec.structs.fields(self)
            if (include is not None and one.name not in include) or one.name in (exclude or ())
        }
        found = {name: value for name, value in found.items() if name not in left_out}
        return without_none(found) if exclude_none else found

    def model_dump_json(self, *, indent: int | None = None, by_alias: bool | None = False, **options: Any) -> str:
        """Return the model as JSON, secrets among its values.

        Args:
            indent: Spaces for each level; None for JSON on one line.
            by_alias: Whether the names are those on the wire.
            options: As for `model_dump`.
        """
        if options:
            dumped = self.model_dump(mode="json", by_alias=by_alias, **options)
            return json.dumps(dumped, indent=indent, ensure_ascii=False)
        return super().to_json(names="wire" if by_alias else "python", secrets=True, indent=indent)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy, with other values in some fields.

        Args:
            update: The values by the names of the fields.
            deep: Models never change, so that a shallow copy is as good as a deep one.
        """
        del deep
        return msgspec.structs.replace(self, **(update or {}))

    @classmethod
    def model_validate(cls, obj: Mapping[str, object]) -> Self:
        """Return the model of plain values.

        Args:
            obj: The values by their names on the wire.

        Raises:
            ModelError: The values are not those of such a model.
        """
        return cls.from_dict(obj)


BaseModel = Model


def as_python(value: Any, plain: Any, *, by_alias: bool) -> Any:
    """Return a value with mappings in place of models, at any depth, and all else as it is.

    Args:
        value: A model, or what one holds.
        plain: The same as JSON has it, which says what is there.
        by_alias: Whether the names are those on the wire.
    """
    if isinstance(value, msgspec.Struct) and is_mapping(plain):
        names = {one.encode_name if by_alias else one.name: one.name for one in msgspec.structs.fields(value)}
        return {
            name: as_python(getattr(value, names[name]), one, by_alias=by_alias) if name in names else one
            for name, one in plain.items()
        }
    if is_mapping(value) and is_mapping(plain):
        pairs = zip(value.items(), plain.values(), strict=True)
        return {name: as_python(one, beside, by_alias=by_alias) for (name, one), beside in pairs}
    if is_listing(value) and is_listing(plain):
        return [as_python(one, beside, by_alias=by_alias) for one, beside in zip(value, plain, strict=True)]
    return value


def without_none(value: Any) -> Any:
    """Return plain values without what is None in their mappings.

    Args:
        value: The values.
    """
    if is_mapping(value):
        return {name: without_none(one) for name, one in value.items() if one is not None}
    return [without_none(one) for one in value] if is_listing(value) else value
