"""The libraries that only some callers of a package have: what needs them is judged where they are installed."""

import ast
import importlib.util
from collections.abc import Mapping
from typing import Final

from sdkwright.verify.staged import Module

_OPTIONAL: Final = (
    "aiohttp", "asgiref", "click", "django", "fastapi", "flask", "httpx2", "jmespath", "mcp", "opentelemetry",
    "psycopg", "pyarrow", "pydantic_core", "pytest", "redis", "rich", "sqlalchemy", "starlette", "uvicorn", "werkzeug",
    "yarl",
)  # fmt: skip
"""What the runtime imports where its callers have it."""


def absent() -> list[str]:
    """Those that are not installed here, sorted."""
    return [name for name in _OPTIONAL if importlib.util.find_spec(name) is None]


def in_need(modules: Mapping[str, Module]) -> dict[str, set[str]]:
    """The modules that import something that is not installed here, and what.

    Args:
        modules: The modules, by their files.
    """
    missing = {*absent()}
    found = {name: missing & _imported(module.tree) for name, module in modules.items()}
    return {name: libraries for name, libraries in found.items() if libraries}


def _imported(tree: ast.Module) -> set[str]:
    """The top-level modules that a module imports, in functions and by their names too."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case ast.Import():
                found |= {one.name for one in node.names}
            case ast.ImportFrom(module=str(name), level=0):
                found.add(name)
            case ast.Call(func=ast.Name("import_module") | ast.Attribute(attr="import_module")):
                found |= {str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant)}
    return {name.partition(".")[0] for name in found} - {""}
