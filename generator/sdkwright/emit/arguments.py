"""What the arguments of a method are, in which order they stand, and how each is found in an operation."""

from collections.abc import Collection, Iterable, Sequence
from typing import Literal, TypeAlias, cast

import attrs

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.answers import Choice
from sdkwright.emit.bodies import BodyCode
from sdkwright.emit.docstrings import sentence
from sdkwright.ir import Api, Operation, Parameter, Scalar, is_plain

Place: TypeAlias = Literal["path", "query", "header", "cookie", "body", "content_type", "accept"]
_ACCEPT = "The media type of the answer."
_ACCEPTS = ("accept", "answer_type", "type_of_answer", "media_type_of_answer")


@attrs.frozen
class Argument:
    """One argument of a method.

    Attributes:
        name: In Python.
        wire: On the wire.
        annotation: Its type.
        default: Source of its default, or None if it is required.
        text: What it means, from the document.
        place: Where it goes: `path`, `query`, `header`, `cookie`, `body` for a field of the body or the body itself, or
            `content_type` where it chooses the media type of the body, or `accept` where that of the answer.
        parameter: What the document says of it; None for what goes to the body.
        plain: Whether it stands in the query as a plain value.
        positional: Whether it may be given without its name: what the path holds, or the id of what the operation acts
            on.
        obliged: Whether it had to be given before it, or a name of it, was deprecated.
    """

    name: str
    wire: str
    annotation: Annotation
    default: str | None
    text: str
    place: Place = "query"
    parameter: Parameter | None = None
    plain: bool = True
    positional: bool = False
    obliged: bool = False


def by_place(arguments: Iterable[Argument]) -> list[Argument]:
    """Those of the arguments that may be given by place: what the path holds first."""
    found = [argument for argument in arguments if argument.positional]
    return sorted(found, key=lambda argument: (argument.place != "path", argument.default is not None))


def by_name(arguments: Iterable[Argument]) -> list[Argument]:
    """Those of the arguments that must be named: the required ones first."""
    named = [argument for argument in arguments if not argument.positional]
    return sorted(named, key=lambda argument: argument.default is not None)


def in_order(arguments: Sequence[Argument]) -> list[Argument]:
    """Arguments as they stand in the signature."""
    return [*by_place(arguments), *by_name(arguments)]


def parameter_arguments(operation: Operation, api: Api) -> list[Argument]:
    """The arguments outside the body, those of the path first and in its order."""
    others = [parameter for parameter in operation.parameters if parameter.location != "path"]
    return [
        Argument(
            name=parameter.name,
            wire=parameter.wire,
            annotation=Annotation(parameter.type, integers=True, nullable=parameter.nullable or not parameter.required),
            default=None if parameter.required else "None",
            text=sentence(parameter, api.schemas),
            place=cast("Place", parameter.location),
            parameter=parameter,
            plain=is_plain(parameter, api.schemas),
        )
        for parameter in [*operation.in_path, *others]
    ]


def accept_argument(choices: Sequence[Choice], taken: Collection[str]) -> list[Argument]:
    """The argument that chooses the media type of the answer, where there is a choice."""
    if not choices:
        return []
    name = next(name for name in _ACCEPTS if name not in taken)
    types = [choice.media_type for choice in choices]
    words = f"Literal[{', '.join(map(ascii, types))}]"
    annotation = Annotation(Scalar("string"), instead=words)
    return [Argument(name, "", annotation, ascii(types[0]), _ACCEPT, place="accept")]


def body_arguments(body: BodyCode) -> list[Argument]:
    """The arguments that go to the body, and the one that chooses its media type."""
    given = [(one, "body") for one in body.given] + ([(body.choice, "content_type")] if body.choice else [])
    return [
        Argument(
            one.name, one.wire, one.annotation, one.default, one.text, place=cast("Place", place), obliged=one.obliged
        )
        for one, place in given
    ]
