"""The package's command. Without the extra `cli` it says in a sentence what is missing."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Final

from .._api import NAME
from ._version import version

__all__ = ["main", "version"]

BUILDS_ON: Final = ("_api.NAME",)

_NEEDED: Final = ("click", "rich")
_NOT_INSTALLED: Final = 3


def main() -> int:
    """Run the command with the process's arguments.

    Returns:
        The exit status; the command `help exit-codes` lists them.
    """
    if sys.argv[1:] == ["--version"]:
        print(version())
        return 0
    if lacking := [name for name in _NEEDED if find_spec(name) is None]:
        extra = "mcp" if "mcp" in sys.argv[1:] else "cli"
        print(
            f"error: The command {NAME} needs {' and '.join(lacking)}: pip install '{NAME}[{extra}]'.", file=sys.stderr
        )
        return _NOT_INSTALLED
    from ._run import run  # what it imports may not be there

    return run(sys.argv[1:])
