"""The hook for errors: what the body of an error says, and how a successful answer says that the call failed."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Final, Protocol

import msgspec

from .._api import FAULT_FLAG, FAULT_MESSAGES, FIELD_ERRORS, MESSAGE_FIELDS
from .._json.codec import Undecodable, decode
from .._json.fields import python_name
from .._json.shapes import is_list, is_object
from .._lazy import lazy_module

# Only a package carries it whose errors have their texts below the top.
_paths: Any = lazy_module("._json.error_paths")

BUILDS_ON: Final = ("_api.FAULT_FLAG", "_api.FAULT_MESSAGES", "_api.FIELD_ERRORS", "_api.MESSAGE_FIELDS")


class ErrorHook(Protocol):
    """What the package needs to know of the errors of an API."""

    def describe_error(self, body: bytes) -> str | None:
        """Return what an error body says went wrong, or None when it says nothing.

        Args:
            body: Anything at all.
        """
        ...

    def find_fault(self, result: object, body: bytes) -> object | None:
        """Return the envelope of a successful answer that says the call failed, or None.

        Args:
            result: What was decoded from the answer; None when it could not be decoded.
            body: The answer's body.
        """
        ...

    def describe_fault(self, fault: object) -> list[str]:
        """Return what a fault says, one text for each of its messages.

        Args:
            fault: What `find_fault` returned.
        """
        ...


class Fault(msgspec.Struct):
    """The part of an answer that says that a call failed, for an operation whose result has no place for it."""

    is_faulted: bool | None = msgspec.field(name=FAULT_FLAG or "is_faulted", default=None)
    error_messages: object = msgspec.field(name=FAULT_MESSAGES or "error_messages", default=None)


class DefaultErrors:
    """Reads errors as `[errors]` of `spec/sdk.toml` declares them."""

    message_fields: ClassVar[tuple[str, ...]] = MESSAGE_FIELDS
    """The properties that may hold an error's message, the first that has a text being used; or paths to them."""

    field_errors: ClassVar[str | None] = FIELD_ERRORS
    """The property that maps fields to what is wrong with them, or the path to it."""

    fault_flag: ClassVar[str | None] = FAULT_FLAG
    """The property that is true in a successful answer to a call that failed."""

    fault_messages: ClassVar[str | None] = FAULT_MESSAGES
    """The property that says why the call failed: a message, or a list of them."""

    fault_message_fields: ClassVar[tuple[str, ...]] = MESSAGE_FIELDS
    """The properties of one of these messages that may hold its text, the one meant for people first."""

    fault_type: ClassVar[type[Fault]] = Fault
    """What an answer is decoded as to find a fault for which the operation's result has no place."""

    def describe_error(self, body: bytes) -> str | None:
        """Return what an error body says went wrong, or None when it says nothing.

        Args:
            body: Anything at all.
        """
        try:
            document = decode(body, dict[str, object])
        except Undecodable:
            return None
        texts = (_at(document, name) for name in self.message_fields)
        messages = [text.strip() for text in texts if isinstance(text, str) and text.strip()][:1]
        fields = None if self.field_errors is None else _at(document, self.field_errors)
        if is_object(fields):
            messages += [
                f"{name}: {text}" for name, found in fields.items() for text in (found if is_list(found) else [found])
            ]
        elif not messages and self.fault_messages is not None:
            messages = self._texts(document.get(self.fault_messages))
        return "; ".join(messages) or None

    def find_fault(self, result: object, body: bytes) -> object | None:
        """Return the envelope of a successful answer that says the call failed, or None.

        Args:
            result: What was decoded from the answer; None when it could not be decoded.
            body: The answer's body, which is searched only if the result has no place for the flag.
        """
        if self.fault_flag is None:
            return None
        name = python_name(type(result), self.fault_flag)
        if name is not None:
            return result if getattr(result, name) is True else None
        if _quoted(self.fault_flag) not in body:
            return None
        with contextlib.suppress(Undecodable):
            fault = decode(body, self.fault_type)
            return fault if fault.is_faulted else None
        return None

    def describe_fault(self, fault: object) -> list[str]:
        """Return what a fault says, one text for each of its messages.

        Args:
            fault: What `find_fault` returned.
        """
        name = None if self.fault_messages is None else python_name(type(fault), self.fault_messages)
        return [] if name is None else self._texts(getattr(fault, name))

    def _texts(self, messages: object) -> list[str]:
        found: list[str] = []
        for message in messages if is_list(messages) else [messages]:
            if is_object(message):
                texts = [_at(message, name) for name in self.fault_message_fields]
            elif isinstance(message, msgspec.Struct):
                names = [python_name(type(message), name) for name in self.fault_message_fields]
                texts = [getattr(message, name) for name in names if name is not None]
            else:
                texts = [message]
            found.extend([str(text) for text in texts if text is not None and text != ""][:1])
        return found


def _at(document: Mapping[str, object], path: str) -> object:
    """What a property holds, or what a path leads to; a property whose name looks like a path counts first."""
    found = document.get(path)
    if found is None and ("." in path or "[" in path):
        found = _paths.found_at(document, path)
    return found


@cache
def _quoted(name: str) -> bytes:
    return f'"{name}"'.encode()
