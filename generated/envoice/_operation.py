"""One operation of the service as data: its public name, where it is sent and what it answers."""

from typing import Generic, TypeVar, overload

from attrs import frozen

T_co = TypeVar("T_co", covariant=True)


@frozen(init=False)
class Operation(Generic[T_co]):
    """What the request core needs to know of one operation.

    Args:
        name: Public name, resource and verb: `invoices.get`.
        method: HTTP method in capitals.
        path: Path below the base URL, starting with `/`.
        result: Type of the decoded answer, or None when the operation answers nothing.
    """

    name: str
    method: str
    path: str
    result: type[T_co] | None

    # Written by hand, because only an overloaded constructor makes an Operation[None] of `result=None`.
    @overload
    def __init__(self: "Operation[None]", *, name: str, method: str, path: str, result: None) -> None: ...
    @overload
    def __init__(self, *, name: str, method: str, path: str, result: type[T_co]) -> None: ...
    def __init__(self, *, name: str, method: str, path: str, result: type[T_co] | None) -> None:
        for field, value in (("name", name), ("method", method), ("path", path), ("result", result)):
            object.__setattr__(self, field, value)
