# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/city_library; CONTRIBUTING.md says how to change what is generated.
"""Operations on loans, reached as `client.loans`."""

from __future__ import annotations

from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Loan,
    LoanCreate,
    LoanState,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncLoans", "AsyncLoansRaw", "Loans", "LoansRaw"]

_CREATE: Final = Operation(
    name="loans.create",
    method="POST",
    path="/v2/loans",
    result=Loan,
)
_GET_STATE: Final = Operation(
    name="loans.get_state",
    method="GET",
    path="/v2/loans/state",
    result=LoanState,
    required={"loanId": "loan_id"},
    kinds={"loanId": ("loan_id", int)},
)
_GIVE_BACK: Final = Operation(
    name="loans.give_back",
    method="POST",
    path="/v2/loans/return",
    result=None,
    required={"": "id"},
    kinds={"": ("id", int)},
)


class Loans(SyncResource):
    """Operations on loans, reached as `client.loans`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> LoansRaw:
        """The same operations, giving each answer as it came."""
        return LoansRaw(self)

    def create(
        self, *, isbn: str, reader: int, weeks: int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> Loan:
        """Lend a book.

        Calls `POST /v2/loans` (`Loans_New` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            isbn (str): The book.
            reader (int): The reader's number.
            weeks (int): How long.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Loan: The loan, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=LoanCreate(
                isbn=isbn,
                reader=reader,
                weeks=weeks,
            ),
            options=options,
        )

    def get_state(self, loan_id: int, *, options: RequestOptions | None = None) -> LoanState:
        """Where a loan stands.

        Calls `GET /v2/loans/state` (`Loans_State` in the vendor's document).

        Args:
            loan_id (int): The loan.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            LoanState: The loan state, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_STATE, query={"loanId": loan_id}, options=options)

    def give_back(self, id: int, *, options: RequestOptions | None = None) -> None:
        """Take a book back.

        Calls `POST /v2/loans/return` (`Loans_Return` in the vendor's document).

        Args:
            id (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GIVE_BACK, body=id, options=options)


class AsyncLoans(AsyncResource):
    """Operations on loans, reached as `client.loans`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncLoansRaw:
        """The same operations, giving each answer as it came."""
        return AsyncLoansRaw(self)

    async def create(
        self, *, isbn: str, reader: int, weeks: int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> Loan:
        """Lend a book.

        Calls `POST /v2/loans` (`Loans_New` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            isbn (str): The book.
            reader (int): The reader's number.
            weeks (int): How long.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Loan: The loan, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=LoanCreate(
                isbn=isbn,
                reader=reader,
                weeks=weeks,
            ),
            options=options,
        )

    async def get_state(self, loan_id: int, *, options: RequestOptions | None = None) -> LoanState:
        """Where a loan stands.

        Calls `GET /v2/loans/state` (`Loans_State` in the vendor's document).

        Args:
            loan_id (int): The loan.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            LoanState: The loan state, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_STATE, query={"loanId": loan_id}, options=options)

    async def give_back(self, id: int, *, options: RequestOptions | None = None) -> None:
        """Take a book back.

        Calls `POST /v2/loans/return` (`Loans_Return` in the vendor's document).

        Args:
            id (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GIVE_BACK, body=id, options=options)


class LoansRaw(RawResource):
    """Operations on loans, reached as `client.loans`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = Raw(Loans.create)
    get_state: Final = Raw(Loans.get_state)
    give_back: Final = Raw(Loans.give_back)


class AsyncLoansRaw(RawResource):
    """Operations on loans, reached as `client.loans`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = AsyncRaw(AsyncLoans.create)
    get_state: Final = AsyncRaw(AsyncLoans.get_state)
    give_back: Final = AsyncRaw(AsyncLoans.give_back)
