"""The operations: what they take, what they answer, and what the overlay says of them."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal, TypeAlias

import attrs

from sdkwright.ir.constraints import Limits
from sdkwright.ir.pagination import Pagination
from sdkwright.ir.schemas import Deprecation
from sdkwright.ir.servers import Server
from sdkwright.ir.types import Type, references
from sdkwright.normalise.paths import route, template_names

FaultOutcome: TypeAlias = Literal["unknown", "refused"]
DEFAULT: Final = "default"
"""In place of a status: whatever no other answer of the operation stands for."""
STYLES: Final = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
"""The places of parameters, with the style that each has by default."""


@attrs.frozen
class Parameter:
    """A parameter outside the body.

    Attributes:
        name: Its name in Python.
        wire: Its name in the request.
        type: The type of its value.
        location: Where it is sent, as OpenAPI names it: `path`, `query`, `header` or `cookie`.
        required: Whether it must be sent.
        nullable: Whether its value may be null.
        description: The document's text.
        unit: The key of its unit in `UNITS`; empty if it has none.
        style: How a list or an object is written, in OpenAPI's words.
        explode: Whether each item or member is written by itself.
        reserved: Whether the characters that URLs reserve are sent as they are.
        media_type: What a value is written as before it is sent; empty for plain text.
        default: What the service takes where it is left out, as JSON; empty if the document does not say.
        constraints: What the document says of the value beyond its type, a text each.
        limits: The same by keyword, as far as it can be checked; see `ir.constraints`.
        deprecated: Whether the document calls it deprecated.
        others: The document's other keywords with their values as text; `diff` alone reads them.
    """

    name: str
    wire: str
    type: Type
    location: str = "query"
    required: bool = False
    nullable: bool = False
    description: str = ""
    unit: str = ""
    style: str = "form"
    explode: bool = True
    reserved: bool = False
    media_type: str = ""
    default: str = ""
    constraints: tuple[str, ...] = ()
    limits: Limits = attrs.field(factory=dict, repr=False)
    deprecated: bool = False
    others: Mapping[str, str] = attrs.field(factory=dict, repr=False)


@attrs.frozen
class Encoding:
    """How one field of a form or of a multipart body is written.

    Attributes:
        media_type: The media type of its part; empty for the rule.
        style: OpenAPI's word for how a list or an object is written in a form; empty for the rule.
        explode: Whether a list or an object written in a style repeats the name.
        reserved: Whether the reserved characters of URLs stay as they are in a form.
        headers: The headers that the document declares for its part.
    """

    media_type: str = ""
    style: str = ""
    explode: bool = True
    reserved: bool = False
    headers: "tuple[Header, ...]" = ()


@attrs.frozen
class Content:
    """A body in one media type.

    Attributes:
        media_type: As in `application/json`.
        type: The type of its value.
        nullable: Whether its value may be null.
        encodings: How fields of a form or of a multipart body are written, by their names in it.
        limits: What the document demands of the value beyond its type, as far as it can be checked.
    """

    media_type: str
    type: Type
    nullable: bool = False
    encodings: Mapping[str, Encoding] = attrs.field(factory=dict)
    limits: Limits = attrs.field(factory=dict, repr=False)


@attrs.frozen
class Body:
    """What a request carries.

    Attributes:
        contents: The body in each media type that it can be sent in, the best first.
        required: Whether it must be sent.
        description: The document's text.
        name: The argument that holds it, where it is one value; empty for a model, whose fields are arguments.
    """

    contents: tuple[Content, ...]
    required: bool = False
    description: str = ""
    name: str = ""

    @property
    def content(self) -> Content:
        """The body in the media type that the client sends."""
        return self.contents[0]


@attrs.frozen
class Header:
    """A header of an answer.

    Attributes:
        name: As in the document; HTTP has no case in it.
        type: The type of its value.
        required: Whether it is always there.
        description: The document's text.
    """

    name: str
    type: Type
    required: bool = False
    description: str = ""


@attrs.frozen
class Response:
    """An answer.

    Attributes:
        status: As in the document: `200`, `4XX` or `default`; empty for a shared response.
        description: The document's text.
        contents: The body in each media type that the service answers; none for an answer without a body.
        shared: The name of the shared response that it is; empty if it is written out.
        headers: The headers that the document declares.
    """

    status: str
    description: str = ""
    contents: tuple[Content, ...] = ()
    shared: str = ""
    headers: tuple[Header, ...] = ()

    @property
    def is_success(self) -> bool:
        """Whether its status alone means that the operation succeeded."""
        return self.status.startswith("2")

    @property
    def content(self) -> Content | None:
        """The body in the media type that the client asks for; None for an answer without a body."""
        return self.contents[0] if self.contents else None


@attrs.frozen
class OldName:
    """An old name of an operation.

    Attributes:
        name: The method, without its resource.
        deprecation: How long it is kept.
    """

    name: str
    deprecation: Deprecation


@attrs.frozen
class Operation:
    """One operation.

    Attributes:
        name: Its public name, as in `invoices.get`.
        method: The HTTP method, in capitals.
        path: Where it is, as in the document.
        responses: Its answers by status.
        parameters: What it takes outside the body, the parameters that turn pages last.
        body: What its request carries.
        security: The alternatives of schemes that sign it, each by scheme with its scopes; None if it states none.
        servers: The addresses of its own; none for those of the API.
        pagination: How it turns pages; None if it answers no page.
        summary: The document's text, in short.
        description: The document's text, at length.
        upstream_id: The vendor's operationId; empty if it has none.
        idempotent: Whether it may be repeated although its method says otherwise.
        retry_on_429: Whether it may be repeated after status 429.
        retries: Whether it is repeated at all.
        fault_outcome: What a fault inside a success says of its effect.
        deprecated: Whether the document, or the overlay, calls it deprecated.
        deprecation: How long it is kept, where the overlay says so.
        aliases: Its old names.
        twin_of: The operation of the document whose stream it gives; empty for one that the document itself has.
        others: The document's other keywords with their values as text; `diff` alone reads them.
    """

    name: str
    method: str
    path: str
    responses: tuple[Response, ...]
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    security: tuple[Mapping[str, tuple[str, ...]], ...] | None = None
    servers: tuple[Server, ...] = ()
    pagination: Pagination | None = None
    summary: str = ""
    description: str = ""
    upstream_id: str = ""
    idempotent: bool = False
    retry_on_429: bool = False
    retries: bool = True
    fault_outcome: FaultOutcome = "unknown"
    deprecated: bool = False
    deprecation: Deprecation | None = None
    aliases: tuple[OldName, ...] = ()
    twin_of: str = ""
    others: Mapping[str, str] = attrs.field(factory=dict, repr=False)

    @property
    def resource(self) -> str:
        """The resource that it belongs to, as in `invoices`, or `chat.completions` for one below another."""
        return self.name.rpartition(".")[0]

    @property
    def verb(self) -> str:
        """What it does with the resource, as in `get`."""
        return self.name.rpartition(".")[2]

    @property
    def key(self) -> str:
        """What `names.toml` and the ledger call it, as in `GET /api/invoice/details`."""
        return f"{self.method} {self.path}"

    @property
    def successes(self) -> tuple[Response, ...]:
        """The answers that mean success: those of 2xx, else what the document says of any status, else none."""
        found = tuple(response for response in self.responses if response.is_success)
        return found or tuple(response for response in self.responses if response.status == DEFAULT)

    @property
    def in_path(self) -> tuple[Parameter, ...]:
        """The parameters of the path, in its order."""
        places = {name: place for place, name in enumerate(template_names(self.path))}
        found = [parameter for parameter in self.parameters if parameter.location == "path"]
        return tuple(sorted(found, key=lambda parameter: places.get(parameter.wire, len(places))))

    @property
    def route(self) -> str:
        """What is sent of the path, with its parameters in braces."""
        return route(self.path, [parameter.wire for parameter in self.in_path])

    @property
    def success(self) -> Response:
        """The answer that means success: the first with a body, else the first, else one without a body."""
        found = self.successes
        return next((response for response in found if response.contents), found[0] if found else Response("2XX"))

    @property
    def errors(self) -> tuple[Response, ...]:
        """The answers that mean anything else. What stands for any status may be both."""
        return tuple(response for response in self.responses if not response.is_success)

    @property
    def sent(self) -> Iterator[str]:
        """The names of the schemas that its body names, directly."""
        contents = self.body.contents if self.body is not None else ()
        return (name for content in contents for name in references(content.type))

    @property
    def received(self) -> Iterator[str]:
        """The names of the schemas that its answers name, directly; shared ones apart, which are errors."""
        contents = (content for response in self.responses for content in response.contents)
        return (name for content in contents for name in references(content.type))


@attrs.frozen
class Webhook:
    """What the service sends to its callers by itself, as it is named in the document.

    Attributes:
        name: What the document calls it.
        type: The type of its body.
        nullable: Whether its body may be null.
        summary: The document's text, in short.
        description: The document's text, at length.
    """

    name: str
    type: Type
    nullable: bool = False
    summary: str = ""
    description: str = ""


@attrs.frozen
class Resource:
    """The operations of one resource.

    Attributes:
        name: As in `invoices`.
        operations: Its operations by name.
    """

    name: str
    operations: tuple[Operation, ...]
