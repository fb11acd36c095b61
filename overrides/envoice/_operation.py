"""One operation of the service as data: its public name, where it is sent and what it answers."""

from typing import Final, Generic, TypeVar, overload

T_co = TypeVar("T_co", covariant=True)

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class Operation(Generic[T_co]):
    """What the request core needs to know of one operation. It is never changed.

    Args:
        name: Public name, resource and verb: `invoices.get`.
        method: HTTP method in capitals.
        path: Path below the base URL, starting with `/`.
        result: Type of the decoded answer, or None when the operation answers nothing.
        idempotent: Whether sending it twice does what sending it once does: every GET, and what the overlay marks.
    """

    # A plain class: at the first import of a resource, attrs would take longer to make it than all operations together.
    __slots__ = ("idempotent", "method", "name", "path", "result")

    name: str
    method: str
    path: str
    result: type[T_co] | None
    idempotent: bool

    # Only an overloaded constructor makes an Operation[None] of `result=None`.
    @overload
    def __init__(
        self: "Operation[None]", *, name: str, method: str, path: str, result: None, idempotent: bool = False
    ) -> None: ...
    @overload
    def __init__(self, *, name: str, method: str, path: str, result: type[T_co], idempotent: bool = False) -> None: ...
    def __init__(
        self, *, name: str, method: str, path: str, result: type[T_co] | None, idempotent: bool = False
    ) -> None:
        self.name = name
        self.method = method
        self.path = path
        self.result = result
        self.idempotent = idempotent or method in _SAFE

    def __repr__(self) -> str:
        return f"<Operation {self.name}: {self.method} {self.path}>"
