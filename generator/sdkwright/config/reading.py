"""Reads `spec/sdk.toml`; each mistake in it is one sentence."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

import attrs

from sdkwright.config.keys import Shape, shape, value_kind
from sdkwright.config.tables import Configuration
from sdkwright.config.values import TABLE_NAME, RefusedError, listed, nearest
from sdkwright.documents import load_toml
from sdkwright.errors import GeneratorError
from sdkwright.text import clean

_T = TypeVar("_T")
_WRITTEN: Final[dict[Shape, str]] = {
    "table": "a table; write [{0}]",
    "list": "a list of tables; write [[{0}]] above each",
    "named": "a table of named tables; write [{0}.NAME]",
}


def read(path: Path, *, name: str) -> Configuration:
    """Read what an SDK's file declares.

    Args:
        path: The file.
        name: What errors call it, as in `spec/sdk.toml`.

    Raises:
        GeneratorError: The file is missing, cannot be read or has a mistake; the message says which and the way out.
    """
    missing = "write it, with a table [package] that has a name and a client"
    found = read_tables(path, Configuration, name=name, missing=missing)
    if found.mcp.enabled and not found.command_line.enabled:
        raise GeneratorError(
            f"{name}: [mcp] enabled: the command line starts the server; set enabled under [command_line] too."
        )
    security = found.security
    _refuse_twice(name, "argument", [one for table in security for one in (table.argument, *table.arguments.values())])
    _refuse_twice(name, "variable", [one for table in security for one in (table.variable, *table.variables.values())])
    _refuse_twice(name, "scheme", [table.scheme for table in security])
    for table in security:
        if table.parts and table.style != "hook":
            raise GeneratorError(
                f'{name}: [[security]] scheme "{clean(table.scheme)}" has parts, which a hook signs with; set style = '
                '"hook", or take the parts out.'
            )
    return found


def read_tables(path: Path, kind: type[_T], *, name: str, missing: str = "write it") -> _T:
    """Read a file of tables.

    Args:
        path: The file.
        kind: The class of the whole file, whose fields are made by `config.keys.key`.
        name: What errors call the file.
        missing: The way out where the file is missing.

    Raises:
        GeneratorError: The file is missing, cannot be read or has a mistake.
    """
    try:
        document = load_toml(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise GeneratorError(f"{name}: missing; {missing}.") from None
    except OSError as error:
        raise GeneratorError(f"{name}: cannot be read ({error.strerror}); make it a readable file.") from None
    except UnicodeDecodeError as error:
        raise GeneratorError(f"{name}: not UTF-8 text (byte {error.start}); save it as UTF-8.") from None
    except tomllib.TOMLDecodeError as error:
        raise GeneratorError(f"{name}: not TOML: {error}; correct it there.") from None
    found: _T = _Table(name, "", document).fill(kind)
    return found


def read_table(content: dict[str, Any], kind: type[_T], *, name: str, title: str) -> _T:
    """Read one table that stands elsewhere than in a file of tables.

    Args:
        content: Its keys and values.
        kind: Its class.
        name: Where it stands, as errors begin.
        title: What errors call it.

    Raises:
        GeneratorError: It has a mistake.
    """
    found: _T = _Table(name, title, content, title).fill(kind)
    return found


@attrs.frozen
class _Table:
    """A table of the file.

    Attributes:
        file: What errors call the file.
        path: The names that lead to the table; empty for the whole file.
        content: Its keys and values.
        title: What errors call the table, where that is not its path in brackets.
    """

    file: str
    path: str
    content: dict[str, Any]
    title: str = ""

    @property
    def where(self) -> str:
        """The file and the table, as an error begins."""
        return f"{self.file}: {self.title or f'[{self.path}]'}" if self.path else self.file

    def fill(self, kind: type[Any]) -> Any:
        """An instance of the table's class.

        Raises:
            GeneratorError: A key is unknown, missing or has a value that is not allowed.
        """
        fields = {field.name: field for field in attrs.fields(kind)}
        if unknown := [name for name in self.content if name not in fields]:
            what = "key" if self.path else "table"
            raise GeneratorError(
                f'{self.where} has no {what} "{clean(unknown[0])}"{nearest(unknown[0], fields)}; '
                f"it takes {listed(fields)}."
            )
        for name, field in fields.items():
            if name not in self.content and field.default is attrs.NOTHING:
                raise GeneratorError(f"{self.where} lacks {name}{self._required(field)}.")
        values = {name: self._value(fields[name], value) for name, value in self.content.items()}
        try:
            return kind(**values)
        except RefusedError as refused:
            raise GeneratorError(f"{self.where} {refused}.") from None

    def _required(self, field: "attrs.Attribute[Any]") -> str:
        if shape(field) == "value":
            return f"; allowed is {value_kind(field).allowed}"
        return f", {_WRITTEN[shape(field)].format(field.name)}"

    def _value(self, field: "attrs.Attribute[Any]", value: Any) -> Any:
        path = f"{self.path}.{field.name}".lstrip(".")
        match shape(field), value:
            case "value", _:
                return self._plain(field, value)
            case "table", dict():
                return _Table(self.file, path, value).fill(value_kind(field))
            case "list", list() if all(isinstance(item, dict) for item in value):
                return tuple(
                    _Table(self.file, path, item, f"[[{path}]] number {number}").fill(value_kind(field))
                    for number, item in enumerate(value, 1)
                )
            case "named", dict() if all(isinstance(item, dict) for item in value.values()):
                return MappingProxyType(
                    {name: self._named(path, name, value[name], value_kind(field)) for name in value}
                )
            case found, _:
                raise GeneratorError(f"{self.file}: {path} is not {_WRITTEN[found].format(path)}.")

    def _plain(self, field: "attrs.Attribute[Any]", value: Any) -> Any:
        try:
            return value_kind(field).read(value)
        except RefusedError as refused:
            raise GeneratorError(f"{self.where} {field.name}: {refused}.") from None

    def _named(self, path: str, name: str, content: dict[str, Any], kind: type[Any]) -> Any:
        if not TABLE_NAME.accepts(name):
            raise GeneratorError(
                f'{self.file}: [{path}] has a table "{clean(name)}"; its name must be {TABLE_NAME.allowed}.'
            )
        return _Table(self.file, f"{path}.{name}", content).fill(kind)


def _refuse_twice(file: str, key: str, found: Iterable[str | None]) -> None:
    seen: set[str] = set()
    for value in filter(None, found):
        if value in seen:
            raise GeneratorError(f'{file}: [[security]] {key}: "{clean(value)}" stands twice; each has one of its own.')
        seen.add(value)
