"""Where a reference of one file leads: to another one below the document's folder, or to an address."""

import posixpath
import re
from typing import Final
from urllib.parse import unquote, urljoin, urlsplit

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_LONGEST: Final = 300


class NotReadError(Exception):
    """Why a file is not read, as the end of a sentence that starts with its name."""


def is_address(file: str) -> bool:
    """Whether a file is named by an address and not by its path."""
    return _SCHEME.match(file) is not None


def origin(address: str) -> str:
    """Scheme, host and port of an address, in lower case."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".lower()


def target(file: str, reference: str) -> tuple[str, str]:
    """The file that a reference names, and the pointer into it.

    Args:
        file: The one that has the reference: a path below the document's folder with `/` between its parts, or an
            address.
        reference: The reference.

    Returns:
        The other file, in the same way, and what stands behind `#`, with no escapes of URLs in either.

    Raises:
        NotReadError: It leads out of the folder, or names no file that is read.
    """
    place, _, fragment = reference.partition("#")
    if not place:
        return file, unquote(fragment)
    if is_address(place) or place.startswith("//") or is_address(file):
        return _address(file, place), unquote(fragment)
    return _path(file, place), unquote(fragment)


def _address(file: str, place: str) -> str:
    try:
        found = urljoin(file, place) if is_address(file) else place
        parts = urlsplit(found)
        is_plain = parts.scheme == "https" and parts.hostname and not parts.username and not parts.password
    except ValueError:
        is_plain = False
    if not is_plain or len(found) > _LONGEST or not found.isprintable():
        raise NotReadError("is no file below the document's folder")
    return found


def _path(file: str, place: str) -> str:
    # Once: what is still written with `%` afterwards is the name of a file.
    plain = unquote(place)
    if "\\" in plain or not plain.isprintable() or len(plain) > _LONGEST:
        raise NotReadError("has no name that is read")
    if plain.startswith("/"):
        raise NotReadError("is named from the root of a file system")
    found = posixpath.normpath(posixpath.join(posixpath.dirname(file), plain))
    parts = found.split("/")
    if parts[0] == ".." or any(part.startswith(".") for part in parts):
        raise NotReadError("leads out of the document's folder" if parts[0] == ".." else "is a hidden file")
    return found
