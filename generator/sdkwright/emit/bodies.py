"""Works out how a method takes the body of its request, and what the runtime must know of it."""

from collections.abc import Iterator

import attrs

from sdkwright import media
from sdkwright.emit.annotations import Annotation
from sdkwright.emit.docstrings import meaning, plain, readable, sentence
from sdkwright.emit.fields import EXTRAS, fields_of
from sdkwright.ir import (
    Anything,
    Api,
    Array,
    Body,
    Content,
    Encoding,
    Map,
    Model,
    Reference,
    Scalar,
    Type,
    Union,
)

FILES = "FileTypes"
"""What stands for the type of a file."""

_BESIDE = f"-{EXTRAS}"
"""Where what is beside the fields stands among them."""
_MEMBERS = Annotation(Map(Anything())).checked

_CHOICE = "The media type that the body is sent in."


@attrs.frozen
class Given:
    """One argument that goes to the body.

    Attributes:
        name: In Python.
        wire: On the wire.
        annotation: Its type.
        default: Source of its default, or None if it is required.
        text: What it means.
        obliged: Whether it had to be given before it was deprecated.
    """

    name: str
    wire: str
    annotation: Annotation
    default: str | None
    text: str
    obliged: bool = False


@attrs.frozen
class FieldCode:
    """One field of a body as an argument of `BodyField`.

    Attributes:
        name: In Python.
        wire: On the wire.
        kind: Source of the type that its value is checked against; empty for any.
        options: The other arguments, as source.
    """

    name: str
    wire: str
    kind: str
    options: str


@attrs.frozen
class BodyCode:
    """How a method takes the body of its request.

    Attributes:
        given: The arguments that go to it.
        model: The class that the arguments fill; empty where they are sent as they are, or are one value.
        is_mapping: Whether the arguments are its fields, and are sent as a mapping.
        media_type: The media type that is sent; empty for `application/json`.
        others: The other media types that a caller may choose.
        choice: The argument that chooses the media type; None where there is nothing to choose.
        fields: What is known of its fields, where they are written one by one.
        optional_model: The class of a JSON body that may be left out as a whole although it requires fields.
        is_optional: Whether nothing is sent when no argument is given.
        is_nullable: Whether the one value may be None.
    """

    given: list[Given] = attrs.field(factory=list)
    model: str = ""
    is_mapping: bool = False
    media_type: str = ""
    others: tuple[str, ...] = ()
    choice: Given | None = None
    fields: list[FieldCode] = attrs.field(factory=list)
    optional_model: str = ""
    is_optional: bool = False
    is_nullable: bool = False


def body_code(body: Body | None, api: Api) -> BodyCode:
    """How a method takes the body of its request.

    Args:
        body: The body, or None.
        api: The API, for its models.
    """
    if body is None:
        return BodyCode()
    content = body.content
    model = _model(content, api)
    code = _value_code(body, api) if model is None else _fields_code(body, model, api)
    taken = {given.name for given in code.given}
    return attrs.evolve(
        code,
        media_type="" if content.media_type == media.JSON else content.media_type,
        others=tuple(other.media_type for other in body.contents[1:]),
        choice=_choice(body, taken),
    )


def _model(content: Content, api: Api) -> Model | None:
    """The model whose fields are arguments, or None where the body is one value."""
    if media.family(content.media_type) in {"text", "bytes"} or not isinstance(content.type, Reference):
        return None
    return api.models.get(content.type.name)


def _value_code(body: Body, api: Api) -> BodyCode:
    content, families = body.content, {media.family(content.media_type) for content in body.contents}
    # What may be text and may be bytes takes both.
    words = {frozenset({"text"}): "str", frozenset({"bytes"}): FILES, frozenset({"text", "bytes"}): f"str | {FILES}"}
    instead = words.get(frozenset(families), "")
    annotation = Annotation(
        content.type, integers=True, nullable=content.nullable, omissible=not body.required, instead=instead
    )
    name, default = body.name or "value", None if body.required else "UNSET"
    named = api.schemas.get(content.type.name) if isinstance(content.type, Reference) else None
    text = readable(body.description) or (readable(named.description) if named is not None else "")
    given = Given(name, name, annotation, default, meaning(text))
    return BodyCode([given], is_nullable=content.nullable)


def _fields_code(body: Body, model: Model, api: Api) -> BodyCode:
    content, families = body.content, {media.family(content.media_type) for content in body.contents}
    given = [*_given(model, api, is_file=media.family(content.media_type) != "json")]
    if "multipart" in families:
        given = [_with_headers(one, _encodings(body).get(one.wire)) for one in given]
    fields: list[FieldCode] = []
    if families & {"form", "multipart"}:
        fields = [*_fields(model, given, _encodings(body), with_kinds=media.family(content.media_type) != "json")]
    if media.family(content.media_type) != "json":
        return BodyCode(
            _omissible(given) if not body.required else given,
            is_mapping=True,
            fields=fields,
            is_optional=not body.required,
        )
    if body.required or all(one.default is not None for one in given):
        return BodyCode(given, model=model.name, fields=fields, is_optional=not body.required)
    fields = fields or [*_fields(model, given, {}, with_kinds=False)]
    return BodyCode(_omissible(given), is_mapping=True, fields=fields, optional_model=model.name, is_optional=True)


def _given(model: Model, api: Api, *, is_file: bool) -> Iterator[Given]:
    obliged = {field.alias_of or field.wire for field in model.fields if field.was_required}
    for code in fields_of(model, api.schemas):
        field, annotation = code.field, code.given
        if field.read_only:
            # What the service sets is not sent.
            continue
        if is_file and _file_kind(field.wire, field.type):
            annotation = attrs.evolve(annotation, instead=_files(field.wire, annotation))
        yield Given(
            field.name,
            field.wire,
            annotation,
            code.given_default,
            _beside(is_json=not is_file) if field.wire == _BESIDE else sentence(field, api.schemas),
            obliged=field.wire in obliged,
        )


def _with_headers(given: Given, encoding: Encoding | None) -> Given:
    """An argument whose part of a multipart body may have headers of its own: an `Upload` carries them."""
    if encoding is None or not encoding.headers:
        return given
    named = ", ".join(f"`{plain(header.name)}` ({Annotation(header.type).spoken})" for header in encoding.headers)
    annotation = given.annotation
    if FILES not in annotation.instead:
        # Each item of a list is a part.
        part = annotation.type.items if isinstance(annotation.type, Array) else annotation.type
        annotation = attrs.evolve(annotation, instead=f"{attrs.evolve(annotation, type=part).value} | Upload")
    text = f"{given.text} An `Upload` may give its part the headers {named}."
    return attrs.evolve(given, annotation=annotation, text=text)


def _omissible(given: list[Given]) -> list[Given]:
    """The arguments of a body that may be left out as a whole."""
    return [
        one
        if one.default is not None
        else attrs.evolve(one, default="UNSET", annotation=attrs.evolve(one.annotation, omissible=True))
        for one in given
    ]


def file_kind(type_: Type) -> str:
    """`one` for a file, `many` for a list of files, empty for anything else."""
    match type_:
        case Scalar("string", "binary"):
            return "one"
        case Array(Scalar("string", "binary")):
            return "many"
        case Union(members) if all(map(file_kind, members)):
            # A list is a part for each of its files, and one file is one part.
            return max(map(file_kind, members), key=lambda kind: kind == "many")
        case _:
            return ""


def _beside(*, is_json: bool) -> str:
    """What the argument means that takes what is beside the fields."""
    return "Further members, by their names in JSON." if is_json else "Further fields, by their names in the form."


def _file_kind(wire: str, type_: Type) -> str:
    """The same of a field; what is beside the fields is files where each of its members is."""
    return file_kind(type_.values if wire == _BESIDE and isinstance(type_, Map) else type_)


def _files(wire: str, annotation: Annotation) -> str:
    """What stands for the innermost value of a field of files; for what is beside the fields, the whole mapping."""
    beside = annotation.type
    if wire != _BESIDE or not isinstance(beside, Map):
        return FILES
    return f"dict[str, {Annotation(beside.values, nullable=beside.nullable_values, instead=FILES).qualified}]"


def _encodings(body: Body) -> dict[str, Encoding]:
    """How the fields are written, by their names on the wire: as the best media type says that says something."""
    found: dict[str, Encoding] = {}
    for content in reversed(body.contents):
        found |= content.encodings
    return found


def _fields(
    model: Model, given: list[Given], encodings: dict[str, Encoding], *, with_kinds: bool
) -> Iterator[FieldCode]:
    required = {field.wire for field in model.fields if field.required}
    for one in given:
        kind = _file_kind(one.wire, one.annotation.type)
        options = [("required", "True")] if one.wire in required else []
        options += [("nullable", "True")] if one.wire in required and one.annotation.nullable else []
        options += [("file", "True")] if kind else []
        options += [("many", "True")] if kind == "many" else []
        options += _encoded(encodings.get(one.wire, Encoding()))
        checked = "" if not with_kinds or kind else one.annotation.checked
        if with_kinds and kind and one.wire == _BESIDE:
            checked = _MEMBERS
        yield FieldCode(one.name, one.wire, checked, "".join(f", {name}={value}" for name, value in options))


def _encoded(encoding: Encoding) -> list[tuple[str, str]]:
    options = [("style", ascii(encoding.style))] if encoding.style else []
    options += [("explode", "False")] if not encoding.explode and encoding.style else []
    options += [("reserved", "True")] if encoding.reserved else []
    return options + ([("media_type", ascii(encoding.media_type))] if encoding.media_type else [])


def _choice(body: Body, taken: set[str]) -> Given | None:
    types = [content.media_type for content in body.contents]
    if len(types) == 1 and not media.is_range(types[0]):
        return None
    name = next(name for name in ("content_type", "body_content_type", "content_type_of_body") if name not in taken)
    string = Scalar("string")
    if any(map(media.is_range, types)):
        return Given(name, "", Annotation(string, nullable=True), "None", _CHOICE)
    words = f"Literal[{', '.join(map(ascii, types))}]"
    return Given(name, "", Annotation(string, instead=words), ascii(types[0]), _CHOICE)
