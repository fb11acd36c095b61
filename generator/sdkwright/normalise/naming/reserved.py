"""The public names of every package, which no class of a document can have by rule."""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final

from sdkwright import carried
from sdkwright.config import Package
from sdkwright.normalise.identifiers import RESERVED_CLASSES

_PACKAGES: Final = ("pagination",)
# They stand in for modules that name what is the package's own.
_OWN: Final = {"auth.py", "client.py", "models.py"}
# What the modules of resources import stands beside the models there.
_RESOURCE: Final = "resource.py.jinja"
# Modules that are written for some packages have these, and `Outcome` is no class.
_WRITTEN: Final = frozenset({
    "Deviation", "DeviationReport", "FileContent", "FileTypes", "Outcome", "Upload", "WebhookEvent", "Webhooks",
})  # fmt: skip
_IMPORT: Final = re.compile(r"^from \S+ import (?P<names>[\w, ]+)$", re.MULTILINE)


def reserved_classes(package: Package) -> frozenset[str]:
    """Names that are taken in every package, and by the clients and the base error of this one.

    Args:
        package: The names of the SDK.
    """
    client = package.client
    return _of_runtime() | {client, f"Async{client}", f"{client}Error", f"{client}Auth", "SDKError", "SDKClient"}


@lru_cache(maxsize=1)
def reserved_resources() -> frozenset[str]:
    """What every client has besides its resources, and what other pages of the reference are called."""
    found = {name for path in (carried.runtime() / "_core").glob("*client.py") for name in _methods(path)}
    return frozenset(found | {"aclose", "index", "models"})


def _methods(path: Path) -> Iterator[str]:
    """The public methods and properties of the classes of a module."""
    classes = (node for node in ast.parse(path.read_bytes()).body if isinstance(node, ast.ClassDef))
    found = (node for class_ in classes for node in class_.body)
    yield from (node.name for node in found if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@lru_cache(maxsize=1)
def _of_runtime() -> frozenset[str]:
    runtime = carried.runtime()
    public = [path for path in runtime.glob("*.py") if path.name not in _OWN]
    public += [runtime / name / "__init__.py" for name in _PACKAGES]
    offered = {name for path in public for name in _offered(path)}
    imports = _IMPORT.finditer((carried.folder("emit/templates") / _RESOURCE).read_text(encoding="utf-8"))
    used = {name.split()[-1] for found in imports for name in found["names"].split(",")}
    return frozenset(offered | used | RESERVED_CLASSES | _WRITTEN)


def _offered(path: Path) -> Iterator[str]:
    """What a public module offers that looks like a class."""
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "__all__":
            texts = (text.value for text in ast.walk(node.value) if isinstance(text, ast.Constant))
            yield from (text for text in texts if isinstance(text, str) and text[:1].isupper())
