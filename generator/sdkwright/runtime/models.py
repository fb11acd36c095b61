"""The models of a neutral API, so that this code runs by itself. A package has a module of its own in its place."""

from ._json.model import Model

__all__ = ["Thing"]


class Thing(Model, kw_only=True):
    """A thing.

    Args:
        id: Its number.
        name: Its name.
    """

    id: int | None = None
    name: str | None = None
