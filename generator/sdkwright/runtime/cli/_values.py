"""The types of options: checked before anything is sent, exact, and completed by the shell."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import click
from click.shell_completion import CompletionItem

from .._lazy import lazy_module
from ._session import needs
from ._text import RAW

if TYPE_CHECKING:
    from typing import TypeAlias

    Type: TypeAlias = click.ParamType[Any]
else:
    # Click made it generic in a later version than the first that will do.
    Type = click.ParamType

_DIGITS: Final = 18
"""Digits of a whole number that fits in 64 bits."""

_WHOLE: Final = re.compile(rf"[+-]?[0-9]{{1,{_DIGITS}}}", re.ASCII)

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?", re.ASCII)


class EnumText(Type):
    """The name of a member, in lower case, or `raw:` and any text; becomes the member's name, or the text as it came.

    Args:
        name: Name of the enum.
        members: The names of its members, in lower case.
    """

    def __init__(self, name: str, members: Sequence[str]) -> None:
        self.name = name
        self.members = tuple(members)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name of the member, or what stands after `raw:` with the mark."""
        text = str(value)
        if text.startswith(RAW) and text != RAW:
            return text
        name = text.lower().replace("-", "_")
        if name in self.members:
            return name
        return self.fail(
            f"{text!r} is none of {', '.join(map(_spelled, self.members))}. A value that this version does not know "
            f"is written {RAW}VALUE.",
            param,
            ctx,
        )

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """Return the choices, as far as they fit."""
        return f"[{'|'.join(map(_spelled, self.members))}]"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the members that begin like what was typed."""
        return [
            CompletionItem(_spelled(member))
            for member in self.members
            if _spelled(member).startswith(incomplete.lower())
        ]


def _spelled(member: str) -> str:
    return member.replace("_", "-")


class Exact(Type):
    """A decimal number, kept exactly as it was written."""

    name = "decimal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """Return the number."""
        if not _NUMBER.fullmatch(str(value)):
            self.fail(f"{value!r} is no decimal number; write it like 100.10.", param, ctx)
        return Decimal(str(value))


class Moment(Type):
    """A date, or a date and a time; without an offset it is in UTC."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the time, with its zone."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(str(value))
        except ValueError:
            self.fail(
                f"{value!r} is no date; write it like 2026-01-31 or 2026-01-31T11:30:00+01:00.",
                param,
                ctx,
            )
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


class Written(Type):
    """A value of a type that has one way to be written.

    Args:
        name: What it is called.
        kind: The type.
        example: How it is written.
    """

    def __init__(self, name: str, kind: type[Any], example: str) -> None:
        self.name = name
        self._kind = kind
        self._example = example

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the value."""
        import msgspec  # `--help` does without it

        if isinstance(value, self._kind):
            return value
        try:
            return msgspec.convert(str(value), self._kind)
        except msgspec.ValidationError:
            return self.fail(f"{str(value)[:100]!r} is no {self.name}; write it like {self._example}.", param, ctx)


class Duration(Written):
    """A duration, of a fixed length or with years and months."""

    def __init__(self) -> None:
        super().__init__("duration", timedelta, "PT90M or P1M")

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the value."""
        if isinstance(value, str):
            # Only a package carries it whose document has durations.
            durations: Any = lazy_module("._json.calendar_durations")
            if durations.is_calendar(value):
                return durations.CalendarDuration.parse(value)
        return super().convert(value, param, ctx)


class Bytes(Type):
    """A text that stands for its bytes, or `@FILE` for a file that holds them."""

    name = "text|@file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> bytes:
        """Return the bytes."""
        if isinstance(value, bytes):
            return value
        text = str(value)
        if not text.startswith("@"):
            return text.encode()
        try:
            return Path(text[1:]).read_bytes()
        except OSError as error:
            return self.fail(f"{text[1:]} cannot be read: {error.strerror}.", param, ctx)


class Whole(Type):
    """A whole number that fits in 64 bits.

    Args:
        least: The smallest that is accepted, or None.
    """

    name = "integer"

    def __init__(self, least: int | None = None) -> None:
        self._least = least

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        text = str(value)
        if _WHOLE.fullmatch(text) and (self._least is None or int(text) >= self._least):
            return int(text)
        allowed = "" if self._least is None else f" from {self._least}"
        return self.fail(f"{text[:100]!r} is no whole number{allowed} of at most {_DIGITS} digits.", param, ctx)


class Seconds(Type):
    """A number of seconds above zero."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number."""
        from ..options import MAX_SECONDS  # `--help` does without it

        try:
            seconds = float(value)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds <= MAX_SECONDS:
            self.fail(f"{str(value)[:100]!r} is no number of seconds above zero, at most {MAX_SECONDS:,}.", param, ctx)
        return seconds


class Count(Type):
    """How many: a number from 1, or `all`, which becomes 0."""

    name = "number|all"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, 0 for all."""
        text = str(value)
        if text == "all":
            return 0
        if not _WHOLE.fullmatch(text) or int(text) < 1:
            self.fail(f"{text[:100]!r} is no number from 1 of at most {_DIGITS} digits, and not 'all'.", param, ctx)
        return int(text)


class JsonText(Type):
    """A JSON value, or `@FILE` for a file that holds one; becomes plain objects with exact decimals."""

    name = "json|@file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the value."""
        from ._documents import parsed, read

        if not isinstance(value, str):
            return value
        if value.startswith("@"):
            return read(value[1:])
        return parsed(value.encode(), "The value of " + (param.opts[0] if param is not None else "an option"))


def texts(context: click.Context, param: click.Parameter, values: tuple[str, ...]) -> Any:
    """Return the list of the texts that an option was given, or of the JSON list that it was given in their place.

    Args:
        context: The command.
        param: The option.
        values: The texts.
    """
    if len(values) == 1 and values[0].startswith(("[", "@")):
        return JsonText().convert(values[0], param, context)
    return list(values) or None


class JsonOrText(JsonText):
    """A JSON value, or `@FILE` for a file that holds one, or else a text that needs no quotes."""

    name = "json|text|@file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the value."""
        from .._json.codec import Undecodable, decode_plain

        if not isinstance(value, str) or value.startswith("@"):
            return super().convert(value, param, ctx)
        try:
            return decode_plain(value.encode())
        except (Undecodable, UnicodeEncodeError):
            return value


class Target(Type):
    """A file to write, or `-` for standard output."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path, which need not exist; its folder must."""
        path = Path(value)
        if str(value) != "-" and path.is_dir():
            self.fail(f"{value} is a folder; name a file in it.", param, ctx)
        if str(value) != "-" and not path.absolute().parent.is_dir():
            self.fail(f"the folder of {value} does not exist; make it first.", param, ctx)
        return path

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Let the shell complete files."""
        return [CompletionItem(incomplete, type="file")]


class Source(Target):
    """A file to read, or `-` for standard input."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path of a file that is there."""
        path = Path(value)
        if str(value) != "-" and not path.is_file():
            self.fail(f"there is no file {value}.", param, ctx)
        return path


class Sent(Source):
    """A file to send, or `-` for standard input."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path of a file that is there, or the stream of standard input."""
        path = super().convert(value, param, ctx)
        return sys.stdin.buffer if str(path) == "-" else path


class Named(Sent):
    """A file to send under a name: `NAME=FILE`."""

    name = "name=file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the name, and the file as `Sent` does."""
        if isinstance(value, tuple):
            return cast("tuple[str, Any]", value)
        name, separator, path = str(value).partition("=")
        if not (name and separator):
            self.fail(f"{value!r} names no file; write it like scan=scan.tif.", param, ctx)
        return name, super().convert(path, param, ctx)


class Expression(Type):
    """A JMESPath expression, judged before anything is sent."""

    name = "expression"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the expression, ready to use."""
        from ._query import Query  # what it imports is needed by nothing else

        try:
            return Query(str(value))
        except ModuleNotFoundError:
            needs("jmespath", "cli")
        except ValueError as error:
            return self.fail(f"{str(value)!r} is no JMESPath expression: {error}.", param, ctx)
