"""Remembers what the type checkers have accepted, so that they are asked again only when types can see a change."""

import contextlib
import hashlib
import io
import os
import re
import sys
import tokenize
from collections.abc import Iterable, Iterator
from importlib.metadata import distributions
from pathlib import Path
from typing import Final

from sdkwright.tree import disk

_MARK: Final = "accepted"
# A comment that a type checker may obey. Where it stands counts.
_OBEYED: Final = re.compile(r"type:|mypy|pyright")
_UNSEEN: Final = frozenset({tokenize.COMMENT, tokenize.NL, tokenize.ENCODING})
_ENDS: Final = frozenset({tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT})
_PLAIN: Final = re.compile(r"[rR]?['\"]")


def digest(root: Path, files: Iterable[Path], *, settings: str) -> str:
    """The digest of all that decides what the type checkers say.

    That is every token of the code, but for comments that they do not read and the text of docstrings; Python, and what
    is installed, the type checkers among it; and the settings.

    Args:
        root: The folder that the type checkers run in.
        files: The files that they look at.
        settings: How they are called.
    """
    state = hashlib.sha256(f"{sys.version}\0{sys.platform}\0{settings}\0".encode())
    told = (f"{name}={value}" for name, value in os.environ.items() if name.startswith(("MYPY", "PYRIGHT")))
    installed = (f"{found.name} {found.version}" for found in distributions())
    for line in (*sorted(told), *sorted(installed)):
        state.update(f"{line}\0".encode())
    for path in sorted(files):
        state.update(f"{path.relative_to(root).as_posix()}\0".encode())
        state.update(_seen(path.read_bytes()))
    return state.hexdigest()


def is_accepted(cache: Path, digest: str) -> bool:
    """Whether the type checkers have accepted what has this digest, the last time that they accepted anything.

    Args:
        cache: The folder that a project keeps for them.
        digest: As `digest` gives it.
    """
    try:
        return (cache / _MARK).read_text(encoding="utf-8") == digest
    except (OSError, UnicodeDecodeError):
        return False


def remember(cache: Path, digest: str) -> None:
    """Remember that the type checkers have accepted what has this digest."""
    # Who cannot write it has them judge again.
    with contextlib.suppress(OSError):
        disk.replace(cache / _MARK, digest.encode())


def _seen(source: bytes) -> bytes:
    """The digest of what a type checker sees of a module."""
    tokens = list(tokenize.tokenize(io.BytesIO(source).readline))
    if any(token.type == tokenize.COMMENT and _OBEYED.search(token.string) for token in tokens):
        return hashlib.sha256(source).digest()
    return hashlib.sha256("\0".join(_words(tokens)).encode()).digest()


def _words(tokens: list[tokenize.TokenInfo]) -> Iterator[str]:
    """Each token but comments, without the text of the strings that are statements."""
    seen = [token for token in tokens if token.type not in _UNSEEN]
    for before, token, after in zip([None, *seen], seen, [*seen[1:], None], strict=False):
        alone = (before is None or before.type in _ENDS) and (after is None or after.type == tokenize.NEWLINE)
        if alone and token.type == tokenize.STRING and _PLAIN.match(token.string):
            yield "docstring"
        else:
            yield f"{token.type} {token.string if token.type not in _ENDS else ''}"
