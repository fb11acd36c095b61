"""What an error of openapi-core says, and which errors are none of a request or an answer."""

import json
import re
from collections.abc import Callable
from typing import Any, Final

LONGEST: Final = 400


def told(error: BaseException, forgive: Callable[[Any], bool]) -> str:
    """What is wrong, by the error's causes, which alone say it; empty where all of it is forgiven."""
    texts: list[str] = []
    cause: BaseException | None = error
    while cause is not None:
        if errors := [*getattr(cause, "schema_errors", ())]:
            found = [one for one in errors if not forgive(one)]
            return "; ".join(f"{'.'.join(map(str, one.path))}: {one.message[:LONGEST]}".lstrip(": ") for one in found)
        texts.append(_text_of(cause))
        cause = cause.__cause__
    return "; ".join(dict.fromkeys(texts))


def _text_of(error: BaseException) -> str:
    """The first line of an error; one of openapi-core's takes any body for UTF-8."""
    try:
        return str(error).split("\n", 1)[0]
    except UnicodeError:
        return type(error).__name__


def nothing(_error: Any) -> bool:
    """Forgive no error."""
    return False


def is_null(error: Any) -> bool:
    """Whether an error is about a null alone."""
    return error.instance is None and error.validator in {"type", "nullable", "enum"}


def is_written(error: Any) -> bool:
    """Whether a parameter, or a part of a form, is a text that openapi-core does not read as what it stands for."""
    text = error.instance.decode("utf-8", "replace") if isinstance(error.instance, bytes) else error.instance
    if error.validator == "enum":
        values = {str(value).lower() for value in error.validator_value if not isinstance(value, str)}
        return isinstance(text, str) and text in values
    if error.validator in {"anyOf", "oneOf"}:
        # Of one of several types, one that would be read is enough; an object and a list are JSON there.
        return isinstance(text, str) and any(map(_is_member, error.context))
    if error.validator == "readOnly":
        # openapi-core reads a list without a part as an empty one, which no form can send.
        return bool(error.instance == [])
    if error.validator != "type" or not isinstance(text, str):
        return False
    wanted = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?([eE][+-]?\d+)?", "boolean": "true|false"}
    return re.fullmatch(wanted.get(error.validator_value, "(?!)"), text, re.ASCII) is not None


def _is_member(error: Any) -> bool:
    """Whether a text is what a member of a union is, as it is written in a form."""
    match error.validator, error.validator_value:
        case "type", "string":
            return isinstance(error.instance, bytes)
        case "type", "array":
            # One part of the same name is one item.
            return True
        case "type", "object":
            try:
                return isinstance(json.loads(error.instance), dict)
            except ValueError:
                return False
        case _:
            return is_written(error)
