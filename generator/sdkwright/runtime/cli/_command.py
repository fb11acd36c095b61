"""One command of the command line as data: which method it calls, and with what."""

from __future__ import annotations

from typing import Final, NamedTuple

from .._redaction.names import is_secret_name

_TAKES_AWAY: Final = frozenset({"delete", "destroy", "purge", "remove"})


class Argument(NamedTuple):
    """One argument of a method, as an option or an argument of its command.

    Args:
        name: Of the method's argument.
        kind: `int`, `str`, `bool`, `decimal`, `datetime`, `date`, `time`, `duration`, `uuid`, `bytes`, `json`, `texts`
            for a list of them, `any` for one of several types, `file` to write, `upload`, `uploads` and `named_uploads`
            to read, `accept` for the media type of the answer, or the name of an enum.
        text: What it means, in the vendor's words.
        required: Whether the method needs it.
        positional: Whether it is given by place.
        body: Whether it is a field of the body's model.
        of: The model that a JSON value is, or a list of it with `[]` at the end; empty for any value.
        choices: Of `accept`, the media types that may be asked for, the default first, each with how it is read.
    """

    name: str
    kind: str
    text: str
    required: bool = False
    positional: bool = False
    body: bool = False
    of: str = ""
    choices: tuple[tuple[str, str], ...] = ()


class Command(NamedTuple):
    """One method of a resource as a command.

    Args:
        verb: Name of the method.
        summary: What it does, in the vendor's words.
        calls: What it sends, `GET /orders`; empty for a method written by hand.
        arguments: Its arguments, those that are given by place first.
        body: Name of the body's model, or None.
        item: Name of the type that the answered list consists of, or None.
        answer: Name of the model that is answered, or None where it is a list or no model.
        paged: Whether that list comes in pages.
        gives: `file` where the answer is bytes, `lines` where it is a stream of items; empty for any other.
        filters: The fields of the items by which they can be picked, with the enum of each.
        deprecated: The warning of a deprecated method, or None.
    """

    verb: str
    summary: str
    calls: str
    arguments: tuple[Argument, ...]
    body: str | None = None
    item: str | None = None
    answer: str | None = None
    paged: bool = False
    filters: tuple[tuple[str, str], ...] = ()
    deprecated: str | None = None
    gives: str = ""

    @property
    def choices(self) -> dict[str, str]:
        """The media types that the answer may have, the default first, each with how it is read."""
        return dict(next((argument.choices for argument in self.arguments if argument.kind == "accept"), ()))

    @property
    def deletes(self) -> bool:
        """Whether it takes something away: by the method that is sent, or by its name where that is a POST."""
        return self.calls.startswith("DELETE ") or self.verb.partition("_")[0] in _TAKES_AWAY

    @property
    def document(self) -> bool:
        """Whether there is a body worth a file: one with fields that may be left out, or that no option may give."""
        return any(
            argument.body and (not argument.required or is_secret_name(argument.name)) for argument in self.arguments
        )
