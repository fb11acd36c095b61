# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""Operations on loans, reached as `client.loans`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    Loan,
)
from ..options import RequestOptions
from ..pagination.forward import AsyncForwardPager, ForwardPager, Scheme as _Scheme
from ._base import AsyncResource, SyncResource
from ._headers import DeclaredHeaders, headed
from ._raw import RawResource
from ._raw_forward import AsyncRawForwardPage, RawForwardPage

__all__ = ["AsyncLoans", "AsyncLoansRaw", "Loans", "LoansRaw", "LoansListHeaders"]

_LIST: Final = Operation(
    name="loans.list",
    method="GET",
    path="/loans",
    result=List[Loan],
    kinds={"per_page": ("per_page", int)},
)
_LIST__PAGES: Final = _Scheme(
    style="link-header",
    sized_by="per_page",
)


class LoansListHeaders(DeclaredHeaders):
    """The headers that `loans.list` declares of its answer."""

    __slots__ = ()

    @property
    def link(self) -> str | None:
        """Where the next page is; None where it was not sent."""
        return self._value("Link", str)


class Loans(SyncResource):
    """Operations on loans, reached as `client.loans`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> LoansRaw:
        """The same operations, giving each answer as it came."""
        return LoansRaw(self)

    def list(self, *, per_page: int | None = None, options: RequestOptions | None = None) -> ForwardPager[Loan]:
        """List the loans.

        Calls `GET /loans` (`loans_list` in the vendor's document).

        Args:
            per_page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ForwardPager[Loan]: The items, fetched page by page as they are read.

        Headers of the answer, attributes of `headers` of what `with_raw_response` gives: `link` (str).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return ForwardPager(self._client, _LIST, _LIST__PAGES, query={"per_page": per_page}, options=options)


class AsyncLoans(AsyncResource):
    """Operations on loans, reached as `client.loans`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncLoansRaw:
        """The same operations, giving each answer as it came."""
        return AsyncLoansRaw(self)

    def list(self, *, per_page: int | None = None, options: RequestOptions | None = None) -> AsyncForwardPager[Loan]:
        """List the loans.

        Calls `GET /loans` (`loans_list` in the vendor's document).

        Args:
            per_page (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncForwardPager[Loan]: The items, fetched page by page as they are read.

        Headers of the answer, attributes of `headers` of what `with_raw_response` gives: `link` (str).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return AsyncForwardPager(self._client, _LIST, _LIST__PAGES, query={"per_page": per_page}, options=options)


class LoansRaw(RawResource):
    """Operations on loans, reached as `client.loans`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = headed(RawForwardPage(Loans.list), LoansListHeaders)


class AsyncLoansRaw(RawResource):
    """Operations on loans, reached as `client.loans`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = headed(AsyncRawForwardPage(AsyncLoans.list), LoansListHeaders)
