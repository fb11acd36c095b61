"""The public names of every package, which no class of a document can have by rule."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from sdkwright.config import Package
from sdkwright.normalise.identifiers import RESERVED_CLASSES

_RUNTIME: Final = Path(__file__).resolve().parents[2] / "runtime"
_PACKAGES: Final = ("pagination", "deviations", "transports")
# They stand in for modules that name what is the package's own.
_OWN: Final = {"auth.py", "client.py", "models.py"}
# Generated modules name these beside the models.
_USED: Final = ("_http/operation.py", "_http/parameters.py", "_json/model.py", "_json/nullable.py", "resources/_raw.py")


def reserved_classes(package: Package) -> frozenset[str]:
    """Names that are taken in every package, and by the clients and the base error of this one.

    Args:
        package: The names of the SDK.
    """
    client = package.client
    return _of_runtime() | {client, f"Async{client}", f"{client}Error", f"{client}Auth", "SDKError", "SDKClient"}


@lru_cache(maxsize=1)
def _of_runtime() -> frozenset[str]:
    public = [path for path in _RUNTIME.glob("*.py") if path.name not in _OWN]
    public += [_RUNTIME / name / "__init__.py" for name in _PACKAGES]
    offered = {name for path in public for name in _offered(path)}
    return frozenset(offered | {name for path in _USED for name in _defined(_RUNTIME / path)} | RESERVED_CLASSES)


def _offered(path: Path) -> Iterator[str]:
    """What a public module offers that looks like a class."""
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            texts = (text.value for text in ast.walk(node.value) if isinstance(text, ast.Constant))
            yield from (text for text in texts if isinstance(text, str) and text[:1].isupper())


def _defined(path: Path) -> Iterator[str]:
    """The classes of a module that generated modules import beside the models."""
    nodes = ast.parse(path.read_bytes()).body if path.is_file() else []
    yield from (node.name for node in nodes if isinstance(node, ast.ClassDef) and not node.name.startswith("_"))
