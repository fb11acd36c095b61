"""The base of the models, with the methods that callers of the former SDK know."""

from __future__ import annotations

from typing import Any, Literal

from .._json.model import Model as _Model

__all__ = ["Model"]


class Model(_Model, frozen=True, kw_only=True, omit_defaults=True, repr_omit_defaults=True, gc=False):
    """A value sent to or received from the service."""

    def model_dump(
        self, *, mode: Literal["json", "python"] = "python", by_alias: bool = False, **options: Any
    ) -> dict[str, Any]:
        """Return the model as plain values, secrets among them.

        Args:
            mode: Either gives the same: dates and the like are texts, as in JSON.
            by_alias: Whether the names are those on the wire.
            options: What else callers give; what JSON leaves out is left out in any case.
        """
        del mode, options
        return self.to_dict(names="wire" if by_alias else "python", secrets=True)

    def model_dump_json(self, *, indent: int | None = None, by_alias: bool = False, **options: Any) -> str:
        """Return the model as JSON, secrets among its values.

        Args:
            indent: Spaces for each level; None for JSON on one line.
            by_alias: Whether the names are those on the wire.
            options: What else callers give; what JSON leaves out is left out in any case.
        """
        del options
        return self.to_json(names="wire" if by_alias else "python", secrets=True, indent=indent)
