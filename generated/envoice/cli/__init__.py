"""The command `envoice`. It needs `pip install 'envoice[cli]'`; what needs it not says so in a sentence."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from typing import Final

from ._version import version

__all__ = ["main", "version"]

_NEEDED: Final = ("click", "rich")
_NOT_INSTALLED: Final = 3


def main() -> int:
    """Run the command with the process's arguments.

    Returns:
        The exit status; `envoice help exit-codes` lists them.
    """
    if sys.argv[1:] == ["--version"]:
        print(version())
        return 0
    if lacking := [name for name in _NEEDED if find_spec(name) is None]:
        print(f"error: The command envoice needs {' and '.join(lacking)}: pip install 'envoice[cli]'.", file=sys.stderr)
        return _NOT_INSTALLED
    from ._run import run  # what it imports may not be there

    return run(sys.argv[1:])
