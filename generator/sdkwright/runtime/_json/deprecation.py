"""Names that are kept for a while after the service has dropped or replaced them: they work, and warn who uses them."""

from __future__ import annotations

import functools
import inspect
import sys
import warnings
from collections.abc import Callable, Mapping
from types import FrameType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from msgspec import NODEFAULT
from msgspec.structs import force_setattr

from .nullable import held_name

if TYPE_CHECKING:
    from typing_extensions import deprecated

__all__ = ["deprecated", "watch"]

_PACKAGE: Final = __name__.removesuffix("._json.deprecation")
# What makes models of what was received, or of another one's values when it is copied or unpickled.
_READING: Final = (f"{_PACKAGE}._json.codec", f"{_PACKAGE}.webhooks.", "msgspec._utils")
_F = TypeVar("_F", bound="Callable[..., Any]")

if not TYPE_CHECKING:

    def deprecated(message: str) -> Callable[[_F], _F]:
        """Mark a method as deprecated, for type checkers and at run time.

        Args:
            message: What to say: its name, until when it stays, and what to use.
        """

        def mark(method: _F) -> _F:
            # Not a coroutine function: in a task of its own, no frame would lead back to the caller's line.
            @functools.wraps(method)
            def marked(*args: Any, **kwargs: Any) -> Any:
                _warn(message)
                return method(*args, **kwargs)

            if inspect.iscoroutinefunction(method):
                _say_awaitable(marked)
            marked.__deprecated__ = message
            return marked

        return mark

    def _say_awaitable(function: Callable[..., Any]) -> None:
        """Let it pass for a coroutine function, as `warnings.deprecated` of Python 3.13 does."""
        if sys.version_info >= (3, 12):
            inspect.markcoroutinefunction(function)
        else:
            import asyncio.coroutines

            function._is_coroutine = asyncio.coroutines._is_coroutine  # noqa: SLF001 - there is no other way


def watch(model: type, fields: Mapping[str, tuple[str, str, bool]]) -> None:
    """Make a model warn when a deprecated field is used. Call it while the class is made.

    A value passed by an old name goes to the new field. If both are passed, the old name prevails: otherwise
    `msgspec.structs.replace` with an old name would have no effect.

    Args:
        model: The class.
        fields: By name: the message, the new field (empty for none), and whether the new field is required.
    """
    watched = [
        _Watched(name, vars(model)[name], vars(model)[held_name(model, name)], *about) for name, about in fields.items()
    ]
    for field in watched:
        setattr(model, field.name, field)

    # A function of this module: a frame of another module would count as the caller.
    def made(self: Any) -> None:
        for field in watched:
            field.settle(self)
        for field in watched:
            field.check(self)

    model.__post_init__ = made  # type: ignore[attr-defined]


class _Watched:
    """A field that warns when code outside this package reads it, or makes a model with it."""

    def __init__(
        self,
        name: str,
        read: Any,
        field: Any,
        message: str,
        replacement: str,
        required: bool,  # noqa: FBT001 - as in the table
    ) -> None:
        self.name = name
        self._read = read
        self._field = field
        self._message = message
        self._replacement = replacement
        self._required = required

    def __get__(self, model: object, owner: type | None = None) -> Any:
        if model is None:
            return self
        here = inspect.currentframe()
        if here is None or not _is_ours(here.f_back):
            _warn(self._message)
        return getattr(model, self._replacement) if self._replacement else self._read.__get__(model, owner)

    def __set__(self, model: object, value: object) -> None:
        # Models are frozen, so only `force_setattr` comes here.
        self._field.__set__(model, value)

    def settle(self, model: Any) -> None:
        """Warn if a model was made with the field, and move its value to the new field."""
        default, value = _default(model, self.name), self._field.__get__(model)
        if value is default:
            return
        _warn(self._message)
        if self._replacement:
            force_setattr(model, self._replacement, value)
            force_setattr(model, self.name, default)

    def check(self, model: Any) -> None:
        """Refuse a model that was made without what must be given, by either name."""
        other = self._replacement
        # What is read may lack it, as it may lack everything.
        if self._required and _held(model, other) is _default(model, other) and _caller():
            raise TypeError(f"Missing required argument {other!r}")


def _held(model: Any, name: str) -> object:
    return getattr(model, held_name(model.__class__, name))


def _default(model: Any, name: str) -> object:
    """The default of a field; `NODEFAULT` where there is none."""
    return _defaults(model.__class__).get(name, NODEFAULT)


@functools.cache
def _defaults(kind: Any) -> dict[str, object]:
    """The defaults of the fields that have one, which are the last."""
    names, defaults = kind.__struct_fields__, kind.__struct_defaults__
    return dict(zip(names[len(names) - len(defaults) :], defaults, strict=True))


def _is_ours(frame: FrameType | None) -> bool:
    return frame is not None and f"{_module(frame)}.".startswith(f"{_PACKAGE}.")


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))


def _warn(message: str) -> None:
    """Warn at the line outside this package that led here, if there is such a line."""
    if depth := _caller():
        warnings.warn(message, DeprecationWarning, stacklevel=depth)


def _caller() -> int:
    """How far above who asks the line outside this package is that has led here; 0 if the package reads or copies."""
    frame, depth = inspect.currentframe(), 0
    while frame is not None and not _module(frame).startswith(_READING):
        if not _is_ours(frame):
            return depth
        frame, depth = frame.f_back, depth + 1
    return 0
