"""Works out what an operation's answers become: what a method returns, and what the request core reads."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.durations import DURATION
from sdkwright.ir import DEFAULT, Anything, Api, Content, Operation, Reference, Response, Scalar
from sdkwright.media import JSON
from sdkwright.readings import ANY, STREAMS, Reading, essence, reading

_NONE: Final = "None"
_ANYTHING: Final = "Any"
_BYTES: Final = "bytes"


@attrs.frozen
class Answer:
    """One way in which an operation may succeed.

    Attributes:
        status: As in the document: `200`, `2XX` or `default`.
        media_type: What the answer's media type must be, as in `application/json` or `text/*`.
        annotation: What it decodes to; None where there is no body.
    """

    status: str
    media_type: str = ANY
    annotation: Annotation | None = None

    @property
    def source(self) -> str:
        """Source of the type that it decodes to."""
        if self.annotation is None:
            return _NONE
        return _BYTES if self.annotation.type == BYTES else self.annotation.answered

    @property
    def plain(self) -> str:
        """The same as a caller's annotation: a union is its members."""
        if self.annotation is None:
            return _NONE
        return _BYTES if self.annotation.type == BYTES else self.annotation.qualified

    @property
    def spoken(self) -> str:
        """The type as texts name it, null aside."""
        if self.annotation is None:
            return _NONE
        return _BYTES if self.annotation.type == BYTES else Annotation(self.annotation.type).value

    @property
    def reading(self) -> Reading | None:
        """How its body is read; None where there is none."""
        if self.annotation is None:
            return None
        kind = reading(self.media_type)
        return "bytes" if self.annotation.type == BYTES else kind


BYTES: Final = Scalar("string", "binary")
_TEXT: Final = Scalar("string")


def answers_of(operation: Operation) -> tuple[Answer, ...]:
    """Every way in which an operation may succeed, the preferred one first.

    Args:
        operation: The operation. One that declares no success answers nothing.
    """
    main = operation.success
    ordered = [main, *(response for response in operation.successes if response is not main)]
    return tuple(answer for response in ordered for answer in _of(response))


@attrs.frozen
class Choice:
    """An answer that a caller may ask for by its media type.

    Attributes:
        media_type: What is asked for.
        answers: Every way in which the operation may succeed then; empty for the one that comes by default.
        returns: Source of what is returned then.
    """

    media_type: str
    answers: tuple[Answer, ...]
    returns: str


def choices_of(operation: Operation) -> tuple[Choice, ...]:
    """What a caller may ask an operation for, the default first; empty where there is nothing to choose.

    Args:
        operation: The operation. One that turns pages is asked for what makes them.
    """
    main, default = operation.success, answers_of(operation)
    others = main.contents[1:]
    if not others or operation.pagination is not None or main.content is None:
        return ()
    found = [Choice(essence(main.content.media_type), (), _returned(default))]
    for content in others:
        answers = (*_of(attrs.evolve(main, contents=(content,))), *default[1:])
        found.append(Choice(essence(content.media_type), answers, _returned(answers)))
    return tuple(found)


def _returned(answers: Iterable[Answer]) -> str:
    return united(answer.plain for answer in answers)


def has_one_answer(operation: Operation) -> bool:
    """Whether there is one answer, in JSON or without a body: then any status of success means it.

    Args:
        operation: The operation. One that declares no success answers nothing, whatever comes.
    """
    if len(operation.successes) != 1:
        return False
    content = operation.success.content
    # What is a union to type checkers is no type of an answer by itself.
    return content is None or (reading(content.media_type) == "json" and content.type not in {BYTES, DURATION})


def streamed(operation: Operation) -> Answer | None:
    """The answer that comes item by item, if that is how the operation succeeds."""
    main = answers_of(operation)[0]
    return main if main.reading in STREAMS else None


def accepted(answers: Iterable[Answer]) -> str:
    """The header Accept of an operation; empty where it is the client's own, `application/json`."""
    names = list(dict.fromkeys(answer.media_type for answer in answers if answer.annotation is not None))
    if ANY in names and len(names) == 1:
        names = [JSON, f"{ANY};q=0.5"] if any(answer.reading == "any" for answer in answers) else [ANY]
    wanted = ", ".join(names)
    return "" if wanted in {"", JSON} else wanted


def united(sources: Iterable[str]) -> str:
    """A union of types in source, each once and None last; of anything where one of them may be anything."""
    parts = dict.fromkeys(part for source in sources for part in _parts(source))
    if _ANYTHING in parts:
        return _ANYTHING
    named = [part for part in parts if part != _NONE]
    return " | ".join([*named, *([_NONE] if _NONE in parts else [])]) or _NONE


def _parts(source: str) -> list[str]:
    """The members of a union that stands in no brackets."""
    found, depth, begin = [], 0, 0
    for place, char in enumerate(source):
        depth += (char in "[(") - (char in ")]")
        if char == "|" and not depth:
            found.append(source[begin:place].strip())
            begin = place + 1
    return [*found, source[begin:].strip()]


def errors_of(operation: Operation, api: Api) -> dict[str, Annotation]:
    """What the bodies of an operation's errors decode to, by status, where the document says.

    Args:
        operation: The operation.
        api: The API, for its shared answers.
    """
    found: dict[str, Annotation] = {}
    for response in operation.responses:
        if response.is_success:
            continue
        content = (api.responses.get(response.shared) or response).content
        if content is not None and reading(content.media_type) in {"json", "any", "text"} and content.type != BYTES:
            found[response.status] = Annotation(content.type)
    # The most particular status decides, whatever the order; a page reads best in this one.
    return {status: found[status] for status in sorted(found, key=lambda status: (status == DEFAULT, status))}


def usual_errors(api: Api) -> dict[str, str]:
    """The errors that most operations declare, by status, where each is a model.

    The package says them once; an operation with others says its own.

    Args:
        api: The API.
    """
    counted = Counter(
        tuple((status, error.type.name) for status, error in errors.items() if isinstance(error.type, Reference))
        for operation in api.operations
        if (errors := errors_of(operation, api)) and all(isinstance(error.type, Reference) for error in errors.values())
    )
    [(found, _)] = counted.most_common(1) or [((), 0)]
    return dict(found)


def own_errors(operation: Operation, api: Api, usual: dict[str, str]) -> dict[str, Annotation] | None:
    """The errors that an operation has to state itself; None where they are the usual ones.

    Args:
        operation: The operation.
        api: The API.
        usual: What most operations declare.
    """
    errors = errors_of(operation, api)
    named = {status: error.type.name for status, error in errors.items() if isinstance(error.type, Reference)}
    return None if len(named) == len(errors) and named == usual else errors


def _of(response: Response) -> Iterator[Answer]:
    content = response.content
    if content is None:
        yield Answer(response.status)
        return
    if content.type == Anything() and reading(content.media_type) == "any":
        yield Answer(response.status, JSON, Annotation(Anything()))
        yield Answer(response.status, "text/*", Annotation(_TEXT))
        yield Answer(response.status, ANY, Annotation(BYTES))
        return
    yield Answer(response.status, _pattern(content), _annotation(content))


def _pattern(content: Content) -> str:
    """The media types under which a body is read as the document says."""
    if content.type == BYTES and reading(content.media_type) == "json":
        # A file under the name of JSON comes under any name.
        return ANY
    return ANY if reading(content.media_type) == "any" else essence(content.media_type)


def _annotation(content: Content) -> Annotation:
    return Annotation(content.type, nullable=content.nullable)
