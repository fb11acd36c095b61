"""Reads a document from this machine."""

from pathlib import Path

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.sources.config import FileSource
from sdkwright.sources.lock import FileOrigin


def read_file(project: Project, source: FileSource) -> tuple[bytes, FileOrigin]:
    """The bytes of the source's file, and what to remember of where it lay.

    Raises:
        GeneratorError: It is missing, not a file, unreadable or too large.
    """
    path = project.root / source.file
    try:
        if path.exists() and not path.is_file():
            raise GeneratorError(f"{source.label}: not a file; name the JSON or YAML document itself.")
        with path.open("rb") as file:
            data = file.read(source.max_bytes + 1)
    except FileNotFoundError:
        raise GeneratorError(
            f"{source.label}: no such file; a relative path starts at the root of the checkout."
        ) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "its name is not a path"
        raise GeneratorError(f"{source.label}: cannot be read: {reason}; name another file.") from None
    if len(data) > source.max_bytes:
        raise GeneratorError(
            f"{source.label}: more than {source.max_bytes:,} bytes; raise `max_bytes` or name another."
        )
    return data, FileOrigin(path=_remembered(project, path))


def _remembered(project: Project, path: Path) -> str:
    """A committed file must not tell how somebody's machine is laid out."""
    root, real = project.root.resolve(), path.resolve()
    kept = real.relative_to(root).as_posix() if real.is_relative_to(root) else path.name
    return kept.encode("utf-8", "replace").decode("utf-8")
