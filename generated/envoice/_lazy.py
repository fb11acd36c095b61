"""Names that are imported when they are first used: modules that annotations name, and names that a package offers.

An annotation may name a module that is slow to import, or that an extra brings. `from ._lazy import httpx` gives a
stand-in that imports httpx when one of its attributes is read. `typing.get_type_hints` and
`inspect.signature(..., eval_str=True)` then find every name. `lazy_module` gives one for a module of this package.
"""

import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import asyncio
    import pathlib

    import anyio
    import click
    import fastapi
    import httpx
    import redis
    import redis.asyncio as redis_asyncio
    import sqlalchemy
    import sqlalchemy.ext.asyncio as sqlalchemy_asyncio
    from opentelemetry import metrics, trace

__all__ = [
    "anyio",
    "asyncio",
    "click",
    "fastapi",
    "httpx",
    "metrics",
    "pathlib",
    "redis",
    "redis_asyncio",
    "sqlalchemy",
    "sqlalchemy_asyncio",
    "trace",
]

_PACKAGE: Final = __name__.rpartition(".")[0]
_HOMES: Final = {
    "metrics": "opentelemetry.metrics",
    "trace": "opentelemetry.trace",
    "redis_asyncio": "redis.asyncio",
    "sqlalchemy_asyncio": "sqlalchemy.ext.asyncio",
}


class _LazyModule(ModuleType):
    """A stand-in for a module, which is imported when an attribute is asked for."""

    def __getattr__(self, name: str) -> Any:
        # `inspect`, `doctest` and `copy` ask every object for such names; none of them needs the module.
        if name.startswith("__"):
            raise AttributeError(f"module {self.__name__!r} is not imported yet and has no attribute {name!r}")
        try:
            module = import_module(self.__name__)
        except ModuleNotFoundError as error:
            if self.__name__.startswith(f"{_PACKAGE}.") or error.name != self.__name__.partition(".")[0]:
                raise
            # The type checkers take what a missing extra defines for Any too.
            return Any
        value = getattr(module, name)
        if self.__name__.startswith(f"{_PACKAGE}."):
            # Found at once from now on: a call must not pay for what only its first one needs.
            setattr(self, name, value)
        return value


def lazy_module(name: str) -> ModuleType:
    """Return a stand-in for a module, which is imported when one of its attributes is asked for.

    Args:
        name: The module's full name, or with a leading dot its name below this package.
    """
    return _LazyModule(f"{_PACKAGE}{name}" if name.startswith(".") else name)


def lazy_attribute(package: str, homes: Mapping[str, str], name: str) -> Any:
    """Return what a package offers under a name, for its `__getattr__`.

    Args:
        package: The package's full name.
        homes: By name, the module below the package that defines it, with a leading dot.
        name: The name that is asked for.

    Raises:
        AttributeError: The package offers no such name, or its module needs an extra that is not installed.
        ImportError: As the latter, for `from package import name`, which would not show the sentence.
    """
    home = homes.get(name)
    if home is None:
        raise AttributeError(f"module {package!r} has no attribute {name!r}")
    try:
        value = getattr(import_module(home, package), name)
    except ImportError as error:
        # The statement asks by `hasattr` first, and would say no more than "cannot import name".
        asks = sys._getframe(2)  # noqa: SLF001 # pyright: ignore[reportPrivateUsage] - nothing else tells the two apart
        if asks.f_code.co_name == "_handle_fromlist":
            raise
        raise AttributeError(f"{package}.{name} is not available: {error}") from None
    setattr(sys.modules[package], name, value)
    return value


def available(package: str, names: Iterable[str]) -> list[str]:
    """Return the names whose modules can be imported, for a package's `__all__`: `import *` asks for each of them.

    Args:
        package: The package's full name.
        names: What it offers.
    """
    module = sys.modules[package]
    return [name for name in names if hasattr(module, name)]


def __getattr__(name: str) -> ModuleType:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = lazy_module(_HOMES.get(name, name))
    globals()[name] = module
    return module
