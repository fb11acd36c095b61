"""Reads `spec/sdk.toml`; each mistake in it is one sentence."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

import attrs

from sdkwright.config.tables import Configuration, Package
from sdkwright.config.values import Refused, kind_of, listed, nearest
from sdkwright.documents import load_toml
from sdkwright.errors import GeneratorError

_T = TypeVar("_T")


def read(path: Path, *, name: str) -> Configuration:
    """Read what an SDK's file declares.

    Args:
        path: The file.
        name: What errors call it, as in `spec/sdk.toml`.

    Raises:
        GeneratorError: The file is missing, cannot be read or has a mistake; the message says which and the way out.
    """
    try:
        document = load_toml(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise GeneratorError(f"{name}: missing; write one with a table [package].") from None
    except OSError as error:
        raise GeneratorError(f"{name}: cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise GeneratorError(f"{name}: not UTF-8 text (byte {error.start}); save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise GeneratorError(f"{name}: not TOML: {error}.") from None
    return Configuration(package=_table(document, "package", Package, name))


def _table(document: dict[str, Any], table: str, kind: type[_T], name: str) -> _T:
    value = document.get(table, {})
    if not isinstance(value, dict):
        raise GeneratorError(f"{name}: {table} is not a table; write it as [{table}].")
    return _fill(kind, value, f"{name}: [{table}]")


def _fill(kind: type[_T], table: dict[str, Any], where: str) -> _T:
    fields = {field.name: field for field in attrs.fields(kind)}  # type: ignore[arg-type]  # `_T` is one of attrs
    if unknown := [name for name in table if name not in fields]:
        meant = nearest(unknown[0], fields)
        raise GeneratorError(f'{where} has no key "{unknown[0]}"{meant}; it takes {listed(fields)}.')
    values = {}
    for name, field in fields.items():
        if name not in table:
            if field.default is attrs.NOTHING:
                raise GeneratorError(f"{where} lacks the key {name}; it takes {kind_of(field).allowed}.")
            continue
        try:
            values[name] = kind_of(field).read(table[name])
        except Refused as refused:
            raise GeneratorError(f"{where} {name}: {refused}.") from None
    return kind(**values)
