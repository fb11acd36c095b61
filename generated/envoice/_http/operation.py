"""One operation of the service as data: its public name, where it is sent, what it needs and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, Generic, Literal, TypeAlias, TypeVar, overload

T_co = TypeVar("T_co", covariant=True)

_NOTHING: Final[Mapping[str, str]] = {}
_NO_KINDS: Final[Mapping[str, tuple[str, Any]]] = {}
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "SEARCH", "PROPFIND", "REPORT"})

FaultOutcome: TypeAlias = Literal["refused", "unknown"]
"""What a fault in a 2xx answer means: the service did not carry the operation out, or it may have."""


Answers: TypeAlias = tuple[tuple[str, str, Any], ...]
"""Status, media type and what is read: a type that JSON decodes to, `str`, `bytes` or None."""

Parts: TypeAlias = tuple[Any, ...]
"""Parameters or fields of a body, whose modules only some packages carry: see `parameters.py` and `body_field.py`."""


Servers: TypeAlias = tuple[tuple[str, str, tuple[tuple[str, str, tuple[str, ...]], ...]], ...]
"""Servers that an operation has of its own: name, URL and variables of each, as `_api.SERVERS` has those of all."""


def by_status(errors: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what it is given, which mypy reads without making one type of several models.

    Of two classes whose arguments differ by their names alone, mypy 2.4 makes a type that it refuses for either.

    Args:
        errors: What the bodies of errors decode to, by status.
    """
    return errors


class Operation(Generic[T_co]):
    """What the request core needs to know of one operation. It is never changed.

    Args:
        name: Public name, resource and verb: `orders.get`.
        method: HTTP method in capitals.
        path: Path below the base URL, starting with `/`, with the wire names of its parameters in braces.
        result: Type of the decoded answer, or None when the operation answers nothing.
        idempotent: Whether sending it twice does what sending it once does: every GET, and what the overlay marks.
        required: Names of the arguments that must be in the query, by their names there, and by the empty text that of
            the argument that is the whole body, if one is. What a body of fields requires, its model knows.
        kinds: Name and type of each argument of the query, by its name there, and of the argument that is the whole
            body by the empty text. The types of the fields of a body, its model knows.
        min_fields: How many fields a body of fields has at least, those that it requires included.
        retry_on_429: Whether it may be repeated after a 429 although it is not idempotent, as the overlay says.
        retries: Whether it is repeated at all after a failure; once more with newer credentials, and where a redirect
            leads, it goes in any case.
        fault_outcome: What a fault in a 2xx answer means, as the overlay says.
        answers: Every way in which it may succeed, where a `result` in JSON for any 2xx does not say it: the status,
            the media type and what is read under these. See `answers.py`.
        accept: The header Accept, where it is not the client's own.
        errors: What the bodies of errors decode to, by status; None where that is what most operations declare.
        security: The security schemes that sign it: of several alternatives, the first whose credentials the caller
            gave. None for every declared scheme together; empty where nothing is sent.
        body_type: Media type of the body; empty for `application/json`.
        body_types: The others that a caller may choose.
        body_fields: What is known of the fields of a form or of a multipart body.
        body_optional: Whether a body of fields is sent only when one of them is given.
        body_nullable: Whether the argument that is the whole body may be None.
        body_model: What the fields of an optional JSON body make, where its model requires some of them.
        parameters: What it takes outside the body, plain values of the query apart.
        server: The base URL of its own that the document names for it; empty for the client's.
        servers: All of its own, by their names, where there are several.
        own_servers: The same with their variables, where one has any.
    """

    # A plain class: at the first import of a resource, attrs would take longer to make it than all operations together.
    __slots__ = (
        "accept",
        "answers",
        "body_fields",
        "body_model",
        "body_nullable",
        "body_optional",
        "body_type",
        "body_types",
        "errors",
        "fault_outcome",
        "idempotent",
        "kinds",
        "make",
        "method",
        "min_fields",
        "name",
        "own_servers",
        "parameters",
        "path",
        "required",
        "result",
        "retries",
        "retry_on_429",
        "security",
        "server",
        "servers",
    )

    name: str
    method: str
    path: str
    result: type[T_co] | None
    idempotent: bool
    required: Mapping[str, str]
    kinds: Mapping[str, tuple[str, Any]]
    min_fields: int
    retry_on_429: bool
    retries: bool
    fault_outcome: FaultOutcome
    answers: Answers
    accept: str
    errors: Mapping[str, Any] | None
    security: tuple[tuple[str, ...], ...] | None
    body_type: str
    body_types: tuple[str, ...]
    body_fields: Parts
    body_optional: bool
    body_nullable: bool
    body_model: type[Any] | None
    parameters: Parts
    server: str
    servers: Mapping[str, str]
    own_servers: Servers
    # Of one that is made later: see `later.py`.
    make: Callable[[], Operation[T_co]]

    # Only an overloaded constructor makes an Operation[None] of `result=None`.
    @overload
    def __init__(
        self: Operation[None],
        *,
        name: str,
        method: str,
        path: str,
        result: None,
        idempotent: bool = False,
        required: Mapping[str, str] = _NOTHING,
        kinds: Mapping[str, tuple[str, Any]] = _NO_KINDS,
        min_fields: int = 0,
        retry_on_429: bool = False,
        retries: bool = True,
        fault_outcome: FaultOutcome = "unknown",
        accept: str = "",
        errors: Mapping[str, Any] | None = None,
        security: tuple[tuple[str, ...], ...] | None = None,
        body_type: str = "",
        body_types: tuple[str, ...] = (),
        body_fields: Parts = (),
        body_optional: bool = False,
        body_nullable: bool = False,
        body_model: type[Any] | None = None,
        parameters: Parts = (),
        server: str = "",
        servers: Mapping[str, str] = _NOTHING,
        own_servers: Servers = (),
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        name: str,
        method: str,
        path: str,
        result: type[T_co],
        idempotent: bool = False,
        required: Mapping[str, str] = _NOTHING,
        kinds: Mapping[str, tuple[str, Any]] = _NO_KINDS,
        min_fields: int = 0,
        retry_on_429: bool = False,
        retries: bool = True,
        fault_outcome: FaultOutcome = "unknown",
        security: tuple[tuple[str, ...], ...] | None = None,
        body_type: str = "",
        body_types: tuple[str, ...] = (),
        body_fields: Parts = (),
        body_optional: bool = False,
        body_nullable: bool = False,
        body_model: type[Any] | None = None,
        parameters: Parts = (),
        server: str = "",
        servers: Mapping[str, str] = _NOTHING,
        own_servers: Servers = (),
        accept: str = "",
        errors: Mapping[str, Any] | None = None,
    ) -> None: ...
    @overload
    def __init__(
        self,
        *,
        name: str,
        method: str,
        path: str,
        answers: Answers,
        idempotent: bool = False,
        required: Mapping[str, str] = _NOTHING,
        kinds: Mapping[str, tuple[str, Any]] = _NO_KINDS,
        min_fields: int = 0,
        retry_on_429: bool = False,
        retries: bool = True,
        fault_outcome: FaultOutcome = "unknown",
        security: tuple[tuple[str, ...], ...] | None = None,
        body_type: str = "",
        body_types: tuple[str, ...] = (),
        body_fields: Parts = (),
        body_optional: bool = False,
        body_nullable: bool = False,
        body_model: type[Any] | None = None,
        parameters: Parts = (),
        server: str = "",
        servers: Mapping[str, str] = _NOTHING,
        own_servers: Servers = (),
        accept: str = "",
        errors: Mapping[str, Any] | None = None,
    ) -> None: ...
    # A union is a result too, and no type; whoever has one says which.
    @overload
    def __init__(
        self,
        *,
        name: str,
        method: str,
        path: str,
        result: object,
        idempotent: bool = False,
        required: Mapping[str, str] = _NOTHING,
        kinds: Mapping[str, tuple[str, Any]] = _NO_KINDS,
        min_fields: int = 0,
        retry_on_429: bool = False,
        retries: bool = True,
        fault_outcome: FaultOutcome = "unknown",
        security: tuple[tuple[str, ...], ...] | None = None,
        body_type: str = "",
        body_types: tuple[str, ...] = (),
        body_fields: Parts = (),
        body_optional: bool = False,
        body_nullable: bool = False,
        body_model: type[Any] | None = None,
        parameters: Parts = (),
        server: str = "",
        servers: Mapping[str, str] = _NOTHING,
        own_servers: Servers = (),
        accept: str = "",
        errors: Mapping[str, Any] | None = None,
    ) -> None: ...
    def __init__(  # noqa: PLR0913 - it is data, each part by name
        self,
        *,
        name: str,
        method: str,
        path: str,
        result: Any = None,
        idempotent: bool = False,
        required: Mapping[str, str] = _NOTHING,
        kinds: Mapping[str, tuple[str, Any]] = _NO_KINDS,
        min_fields: int = 0,
        retry_on_429: bool = False,
        retries: bool = True,
        fault_outcome: FaultOutcome = "unknown",
        answers: Answers = (),
        accept: str = "",
        errors: Mapping[str, Any] | None = None,
        security: tuple[tuple[str, ...], ...] | None = None,
        body_type: str = "",
        body_types: tuple[str, ...] = (),
        body_fields: Parts = (),
        body_optional: bool = False,
        body_nullable: bool = False,
        body_model: type[Any] | None = None,
        parameters: Parts = (),
        server: str = "",
        servers: Mapping[str, str] = _NOTHING,
        own_servers: Servers = (),
    ) -> None:
        self.name = name
        self.method = method
        self.path = path
        self.result = result if not answers else answers[0][2]
        self.idempotent = idempotent or method in _SAFE
        self.required = required
        self.kinds = kinds
        self.min_fields = min_fields
        self.retry_on_429 = retry_on_429
        self.retries = retries
        self.fault_outcome: FaultOutcome = fault_outcome
        self.answers = answers
        self.accept = accept
        self.errors = errors
        self.security = security
        self.body_type = body_type
        self.body_types = body_types
        self.body_fields = body_fields
        self.body_optional = body_optional
        self.body_nullable = body_nullable
        self.body_model = body_model
        self.parameters = parameters
        self.server = server
        self.servers = servers
        self.own_servers = own_servers

    @property
    def safe(self) -> bool:
        """Whether it changes nothing."""
        return self.method in _SAFE

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"
