"""Writes the docstring of a method: what it calls, its arguments with types and units, its result and its errors."""

import html
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from sdkwright import media
from sdkwright.emit.annotations import Annotation
from sdkwright.emit.answers import Answer, answers_of, choices_of, has_one_answer, streamed, united
from sdkwright.emit.notes import notes
from sdkwright.ir import Array, Field, Operation, Parameter, Reference, Scalar, Schema, Type, references
from sdkwright.normalise.identifiers import flat, snake
from sdkwright.normalise.naming.words import singular
from sdkwright.normalise.units import UNITS
from sdkwright.text import without_controls

_WIDTH = 104
_IDS = {"code", "id", "key", "name", "number", "slug", "uuid"}
_PARTS = {"after", "before", "count", "cursor", "first", "limit", "max", "maxresults", "offset", "page", "pagesize"}
_PARTS |= {"pagenumber", "pagetoken", "perpage", "skip", "startingafter", "take", "top"}
_TAGS = re.compile(
    r"</?(?:a|b|br|code|div|em|h[1-6]|i|li|ol|p|pre|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|u|ul)"
    r"(?:\s[^<>]{0,500})?/?>",
    re.IGNORECASE,
)
_LEFT_OUT = "An argument that is left out is not sent"
_NULL = "None is sent as null"
_EMPTY = "None is sent as an empty value"
ABOUT_FILES = (
    "A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an asynchronous client "
    "an async one too), or an `Upload` of one of these with a name and a media type. It is read while it is sent."
)
"""What is said of arguments that are files."""
_OPTIONS = "What is different for this call: timeout, retries, deadline, headers and so on."
_RAISES = (
    ("APIStatusError", "The service answered with an error, by class: `NotFoundError` for 404 and so on."),
    ("APIConnectionError", "The service could not be reached, or (`APITimeoutError`) not in time."),
    ("DecodeError", "The answer is not what the operation promises."),
)
_ANSWERED = "What the service answers."
_FAULT = ("FaultError", "The service marked a page as faulted; the error carries the page.")


class Documented(Protocol):
    """What a docstring says of an argument."""

    @property
    def name(self) -> str:
        """In Python."""

    @property
    def annotation(self) -> Annotation:
        """Its type."""

    @property
    def text(self) -> str:
        """What it means."""


def docstring(
    operation: Operation,
    arguments: Sequence[Documented],
    *,
    pager: str,
    title: str,
    deprecated: str | None = None,
    faults: bool = True,
    headers: str = "",
) -> str:
    """The docstring of a method that calls an operation, not yet escaped.

    Args:
        operation: The operation.
        arguments: The method's arguments.
        pager: What a paged list returns: `Pager` or `AsyncPager`.
        title: What the method does, in one sentence.
        deprecated: The warning about a method that goes, or None.
        faults: Whether a page may say that the call failed.
        headers: What is said of the headers of its answer, or nothing.
    """
    upstream = plain(operation.upstream_id)
    calls = f"Calls `{operation.key}`" + (f" (`{upstream}` in the vendor's document)." if upstream else ".")
    lines = [*_wrapped(title), ""]
    # Not wrapped: it is the text of the warning, word for word.
    lines += [f"Deprecated: {deprecated}", ""] if deprecated is not None else []
    lines += _wrapped(calls)
    null = _NULL if operation.body is None or media.family(operation.body.content.media_type) == "json" else _EMPTY
    if states := left_out([argument.annotation for argument in arguments], null=null):
        lines += ["", *_wrapped(states)]
    if takes_files([argument.annotation for argument in arguments]):
        lines += ["", *_wrapped(ABOUT_FILES)]
    lines += ["", "Args:"]
    for argument in arguments:
        lines += _item(f"{argument.name} ({argument.annotation.spoken})", argument.text)
    lines += _item("options (RequestOptions)", _OPTIONS)
    if (result := returned(operation, pager)) is not None:
        lines += ["", "Returns:", *_item(*result)]
    if headers:
        lines += ["", *_wrapped(headers)]
    lines += ["", "Raises:"]
    for name, text in raised(faults=faults and operation.pagination is not None):
        lines += _item(name, text)
    return "\n".join(lines)


def takes_files(annotations: Sequence[Annotation]) -> bool:
    """Whether a method takes a file, or a body of bytes.

    Args:
        annotations: Those of its arguments.
    """
    return any("FileTypes" in annotation.instead for annotation in annotations)


def left_out(annotations: Sequence[Annotation], *, subject: str = _LEFT_OUT, null: str = _NULL) -> str:
    """What becomes of arguments that are left out, as one sentence; empty where none can be.

    Args:
        annotations: Those of a method's arguments.
        subject: Says that such an argument is not sent.
        null: Says what becomes of None, where an argument may be it.
    """
    omissible = [annotation for annotation in annotations if annotation.omissible]
    if not omissible:
        return ""
    return f"{subject}; {null}." if any(annotation.nullable for annotation in omissible) else f"{subject}."


def raised(*, faults: bool) -> tuple[tuple[str, str], ...]:
    """The errors that an operation may end in, and when.

    Args:
        faults: Whether its answer may say that the call failed.
    """
    return (*_RAISES, *((_FAULT,) if faults else ()))


def summary(operation: Operation) -> str:
    """What the operation does, as one sentence."""
    return _ended(readable(operation.summary) or f"Call {operation.name}")


def sentence(described: Field | Parameter, schemas: Mapping[str, Schema]) -> str:
    """What a field or a parameter means, with its unit, as one sentence.

    Args:
        described: The field or parameter; without a text of its own it has that of the schema that it refers to.
        schemas: The models and enums of the API, by name.
    """
    target = schemas.get(next(references(described.type), ""))
    text = readable(described.description) or (readable(target.description) if target is not None else "")
    if described.deprecated:
        text = f"Deprecated. {text}".rstrip()
    if isinstance(described, Parameter) and described.default:
        # The text of a document, on one line and in a docstring that escapes it.
        text = f"{meaning(text)} By default {plain(described.default)}." if text else _only_default(described)
    beyond = notes(described) if isinstance(described, Field) else _beyond(described)
    said = "; ".join(beyond)
    if text and said:
        return f"{text.rstrip('.')}; {said}."
    if not text and isinstance(described, Parameter) and described.location == "path":
        return _chooses(described)
    return meaning(text or said[:1].upper() + said[1:])


def _beyond(parameter: Parameter) -> list[str]:
    return [*([UNITS[parameter.unit]] if parameter.unit in UNITS else []), *parameter.constraints]


def _only_default(parameter: Parameter) -> str:
    return f"By default {plain(parameter.default)}."


def _chooses(parameter: Parameter) -> str:
    """What a parameter of the path is that the document does not describe: its name says of what it is."""
    words = snake(parameter.wire).strip("_").split("_")
    if len(words) > 1 and words[-1] in _IDS:
        return f"The {words[-1]} of the {' '.join(words[:-1])}."
    return f"The {' '.join(words)}, as part of the path."


def meaning(text: str) -> str:
    """A text of the document as one sentence, or one that says that there is none."""
    return _ended(plain(text) or "Not described by the vendor")


def plain(text: object) -> str:
    """`text` on one line: no character of it can start a new one."""
    return " ".join(str(text or "").split())


def readable(text: object) -> str:
    """A text of the document on one line, without the tags of HTML that shape it, and without its entities."""
    shown = _TAGS.sub(" ", str(text or ""))
    # What an entity stands for may be a character that no document of ours may hold.
    return without_controls(plain(html.unescape(shown))) if "&" in shown else plain(shown)


def returned(operation: Operation, pager: str) -> tuple[str, str] | None:
    """The type that the method returns and what the value is; None where nothing is answered."""
    if operation.pagination is not None:
        pager = pager if operation.pagination.forward is None else pager.replace("Pager", "ForwardPager")
        return f"{pager}[{operation.pagination.items}]", "The items, fetched page by page as they are read."
    answers = answers_of(operation)
    if (stream := streamed(operation)) is not None:
        return f"{pager.replace('Pager', 'Stream')}[{_spoken([stream])}]", "What the service sends, item by item."
    if all(answer.annotation is None for answer in answers):
        return None
    choices = choices_of(operation)
    answers = tuple(dict.fromkeys([*answers, *(answer for choice in choices for answer in choice.answers)]))
    if not choices and has_one_answer(operation) and (annotation := answers[0].annotation) is not None:
        return Annotation(annotation.type).spoken, _answered(annotation.type, operation)
    return _spoken(answers).replace(" | ", " or "), " ".join(dict.fromkeys(_said(answers, operation)))


def _spoken(answers: Sequence[Answer]) -> str:
    return united(answer.spoken for answer in answers)


def _said(answers: Sequence[Answer], operation: Operation) -> Iterator[str]:
    """What each answer is, by its status where there are several."""
    several = len({answer.status for answer in answers}) > 1
    for answer in answers:
        match answer.reading:
            case None:
                text = "None, without a body."
            case "text":
                text = f"The text that is answered ({answer.media_type})."
            case "bytes":
                text = (
                    f"The bytes that are answered ({answer.media_type}); for large ones see `with_streaming_response`."
                )
            case _:
                text = _answered(answer.annotation.type, operation) if answer.annotation is not None else ""
        begin = text if answer.reading is None else f"{text[0].lower()}{text[1:]}"
        yield f"For {answer.status}: {begin}" if several else text


def _answered(type_: Type, operation: Operation) -> str:
    resource = singular(flat(operation.resource))
    match type_:
        case Array() if _is_part(operation):
            return "Those that were asked for, in the service's order."
        case Array():
            return "All of them, in the service's order."
        case Reference(name) if not name.endswith(("Response", "ResponseModel")):
            return f"The {re.sub(r'(?<=[a-z])(?=[A-Z])', ' ', name).lower()}, as the service answers it."
        case Scalar("boolean"):
            return "The service's yes or no."
        case Scalar("integer"):
            of_new = {"create": f"The id of the new {resource}.", "delete": f"The id of the deleted {resource}."}
            sent = f"The id of the {resource} that was sent." if operation.verb.startswith("send_to_") else _ANSWERED
            return of_new.get(operation.verb, sent)
        case _:
            return _ANSWERED


def _is_part(operation: Operation) -> bool:
    """Whether a parameter says how many are answered, or from where on: then a list need not be whole."""
    return any(re.sub(r"[^a-z]", "", parameter.wire.lower()) in _PARTS for parameter in operation.parameters)


def _ended(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _item(name: str, text: str) -> list[str]:
    return _wrapped(f"{name}: {text}", first="    ", rest="        ")


def _wrapped(text: str, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
