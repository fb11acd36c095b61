"""Reads `spec/examples.toml`; each mistake in it is one sentence."""

from pathlib import Path

from sdkwright.config.reading import read_tables
from sdkwright.errors import GeneratorError
from sdkwright.examples.tables import Catalogue, Examples


def read(path: Path, *, name: str) -> Examples:
    """Read what stubs and documentation show; a project without the file has values that fit any API.

    Args:
        path: The file.
        name: What errors call it, as in `spec/examples.toml`.

    Raises:
        GeneratorError: The file cannot be read or has a mistake; the message says which and the way out.
    """
    if not path.exists():
        return Examples()
    found = read_tables(path, Examples, name=name)
    for number, catalogue in enumerate(found.catalogue, 1):
        _check_ids(found, catalogue, f"{name}: [[catalogue]] number {number}")
    return found


def _check_ids(examples: Examples, catalogue: Catalogue, where: str) -> None:
    """Refuse a catalogue that fields refer to by an id which its records do not have."""
    if not catalogue.references:
        return
    if examples.identity is None:
        raise GeneratorError(f"{where} has references; say in [identity] field which field holds the id of a record.")
    field = examples.identity.field
    if any(type(record.get(field)) is not int for record in catalogue.records):
        raise GeneratorError(f"{where} records: one has no whole number as {field}, to which references lead; add it.")
