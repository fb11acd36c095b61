# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/city_library; CONTRIBUTING.md says how to change what is generated.
"""Operations on books, reached as `client.books`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from .._http.operation import Operation
from ..models import (
    Book,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncBooks", "AsyncBooksRaw", "Books", "BooksRaw"]

_SEARCH: Final = Operation(
    name="books.search",
    method="GET",
    path="/v2/books/search",
    result=List[Book],
    required={"words": "words"},
    kinds={"limit": ("limit", int), "onShelf": ("on_shelf", bool), "words": ("words", str)},
)
_GET: Final = Operation(
    name="books.get",
    method="GET",
    path="/v2/books/details",
    result=Book,
    required={"isbn": "isbn"},
    kinds={"isbn": ("isbn", str)},
)


class Books(SyncResource):
    """Operations on books, reached as `client.books`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> BooksRaw:
        """The same operations, giving each answer as it came."""
        return BooksRaw(self)

    def search(
        self,
        *,
        words: str,
        limit: int | None = None,
        on_shelf: bool | None = None,
        options: RequestOptions | None = None,
    ) -> List[Book]:
        """Books that match words of their title.

        Calls `GET /v2/books/search` (`Books_Search` in the vendor's document).

        Args:
            words (str): Words of the title.
            limit (int): The most that are wanted.
            on_shelf (bool): Whether to leave out what is lent.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Book]: Those that were asked for, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_SEARCH, query={"limit": limit, "onShelf": on_shelf, "words": words}, options=options)

    def get(self, *, isbn: str, options: RequestOptions | None = None) -> Book:
        """One book.

        Calls `GET /v2/books/details` (`Books_Details` in the vendor's document).

        Args:
            isbn (str): Its number, with or without hyphens.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Book: The book, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"isbn": isbn}, options=options)


class AsyncBooks(AsyncResource):
    """Operations on books, reached as `client.books`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncBooksRaw:
        """The same operations, giving each answer as it came."""
        return AsyncBooksRaw(self)

    async def search(
        self,
        *,
        words: str,
        limit: int | None = None,
        on_shelf: bool | None = None,
        options: RequestOptions | None = None,
    ) -> List[Book]:
        """Books that match words of their title.

        Calls `GET /v2/books/search` (`Books_Search` in the vendor's document).

        Args:
            words (str): Words of the title.
            limit (int): The most that are wanted.
            on_shelf (bool): Whether to leave out what is lent.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Book]: Those that were asked for, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _SEARCH, query={"limit": limit, "onShelf": on_shelf, "words": words}, options=options
        )

    async def get(self, *, isbn: str, options: RequestOptions | None = None) -> Book:
        """One book.

        Calls `GET /v2/books/details` (`Books_Details` in the vendor's document).

        Args:
            isbn (str): Its number, with or without hyphens.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Book: The book, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"isbn": isbn}, options=options)


class BooksRaw(RawResource):
    """Operations on books, reached as `client.books`. Each gives its answer as it came."""

    __slots__ = ()

    search: Final = Raw(Books.search)
    get: Final = Raw(Books.get)


class AsyncBooksRaw(RawResource):
    """Operations on books, reached as `client.books`. Each gives its answer as it came."""

    __slots__ = ()

    search: Final = AsyncRaw(AsyncBooks.search)
    get: Final = AsyncRaw(AsyncBooks.get)
