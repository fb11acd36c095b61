"""Reads `spec/examples.toml`; each mistake in it is one sentence."""

from pathlib import Path

from sdkwright.config.reading import read_tables
from sdkwright.examples.tables import Examples


def read(path: Path, *, name: str) -> Examples:
    """Read what stubs and documentation show; a project without the file has values that fit any API.

    Args:
        path: The file.
        name: What errors call it, as in `spec/examples.toml`.

    Raises:
        GeneratorError: The file cannot be read or has a mistake; the message says which and the way out.
    """
    return read_tables(path, Examples, name=name) if path.exists() else Examples()
