# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on work types, reached as `client.work_types`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    SortOrder,
    WorkType,
    WorkTypeCreate,
    WorkTypeDelete,
    WorkTypeUpdate,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncWorkTypes", "AsyncWorkTypesRaw", "WorkTypes", "WorkTypesRaw"]

_LIST: Final = Operation(
    name="work_types.list",
    method="GET",
    path="/api/worktype/all",
    result=List[WorkType],
)
_SEARCH: Final = Operation(
    name="work_types.search",
    method="GET",
    path="/api/worktype/search",
    result=List[WorkType],
    kinds={
        "queryOptions.order": ("order", SortOrder),
        "queryOptions.orderBy": ("order_by", str),
        "queryOptions.page": ("page", int),
        "queryOptions.pageSize": ("page_size", int),
        "queryOptions.query": ("query", str),
    },
)
_GET: Final = Operation(
    name="work_types.get",
    method="GET",
    path="/api/worktype/details",
    result=WorkType,
    required={"workTypeId": "id"},
    kinds={"workTypeId": ("id", int)},
)
_CREATE: Final = Operation(
    name="work_types.create",
    method="POST",
    path="/api/worktype/new",
    result=int,
)
_UPDATE: Final = Operation(
    name="work_types.update",
    method="POST",
    path="/api/worktype/update",
    result=None,
    min_fields=2,
)
_DELETE: Final = Operation(
    name="work_types.delete",
    method="POST",
    path="/api/worktype/delete",
    result=int,
)


class WorkTypes(SyncResource):
    """Operations on work types, reached as `client.work_types`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> WorkTypesRaw:
        """The same operations, giving each answer as it came."""
        return WorkTypesRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[WorkType]:
        """Return all work types for the account.

        Calls `GET /api/worktype/all` (`WorkTypeApi_All` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[WorkType]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def search(
        self,
        *,
        order: SortOrder | None = None,
        order_by: str | None = None,
        page: int | None = None,
        page_size: int | None = None,
        query: str | None = None,
        options: RequestOptions | None = None,
    ) -> List[WorkType]:
        """Return all work types for the account that match the query param.

        Calls `GET /api/worktype/search` (`WorkTypeApi_Search` in the vendor's document).

        Args:
            order (SortOrder): Direction of the sorting.
            order_by (str): Name of the property to sort by.
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            query (str): Text to search for.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[WorkType]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _SEARCH,
            query={
                "queryOptions.order": order,
                "queryOptions.orderBy": order_by,
                "queryOptions.page": page,
                "queryOptions.pageSize": page_size,
                "queryOptions.query": query,
            },
            options=options,
        )

    def get(self, id: int, *, options: RequestOptions | None = None) -> WorkType:
        """Return work type details.

        Calls `GET /api/worktype/details` (`WorkTypeApi_Details` in the vendor's document).

        Args:
            id (int): Id of the work type.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            WorkType: The work type, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"workTypeId": id}, options=options)

    def create(self, *, title: str, options: RequestOptions | None = None) -> int:
        """Create a work type.

        Calls `POST /api/worktype/new` (`WorkTypeApi_New` in the vendor's document).

        Args:
            title (str): Indicates the title of of the work type (Logo design, development...).
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new work type.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=WorkTypeCreate(
                title=title,
            ),
            options=options,
        )

    def update(self, id: int, *, title: str | None | UnsetType = UNSET, options: RequestOptions | None = None) -> None:
        """Update an existing work type.

        Calls `POST /api/worktype/update` (`WorkTypeApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            title (str): Indicates the title of of the work type (Logo design, development...).
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _UPDATE,
            body=WorkTypeUpdate(
                id=id,
                title=title,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing work type.

        Calls `POST /api/worktype/delete` (`WorkTypeApi_Delete` in the vendor's document).

        Args:
            id (int): Id of work type to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted work type.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=WorkTypeDelete(
                id=id,
            ),
            options=options,
        )


class AsyncWorkTypes(AsyncResource):
    """Operations on work types, reached as `client.work_types`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncWorkTypesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncWorkTypesRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[WorkType]:
        """Return all work types for the account.

        Calls `GET /api/worktype/all` (`WorkTypeApi_All` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[WorkType]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def search(
        self,
        *,
        order: SortOrder | None = None,
        order_by: str | None = None,
        page: int | None = None,
        page_size: int | None = None,
        query: str | None = None,
        options: RequestOptions | None = None,
    ) -> List[WorkType]:
        """Return all work types for the account that match the query param.

        Calls `GET /api/worktype/search` (`WorkTypeApi_Search` in the vendor's document).

        Args:
            order (SortOrder): Direction of the sorting.
            order_by (str): Name of the property to sort by.
            page (int): The page to start at, counted from 1.
            page_size (int): Items on a page; the service's own default is 10.
            query (str): Text to search for.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[WorkType]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _SEARCH,
            query={
                "queryOptions.order": order,
                "queryOptions.orderBy": order_by,
                "queryOptions.page": page,
                "queryOptions.pageSize": page_size,
                "queryOptions.query": query,
            },
            options=options,
        )

    async def get(self, id: int, *, options: RequestOptions | None = None) -> WorkType:
        """Return work type details.

        Calls `GET /api/worktype/details` (`WorkTypeApi_Details` in the vendor's document).

        Args:
            id (int): Id of the work type.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            WorkType: The work type, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"workTypeId": id}, options=options)

    async def create(self, *, title: str, options: RequestOptions | None = None) -> int:
        """Create a work type.

        Calls `POST /api/worktype/new` (`WorkTypeApi_New` in the vendor's document).

        Args:
            title (str): Indicates the title of of the work type (Logo design, development...).
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new work type.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=WorkTypeCreate(
                title=title,
            ),
            options=options,
        )

    async def update(
        self, id: int, *, title: str | None | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Update an existing work type.

        Calls `POST /api/worktype/update` (`WorkTypeApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            title (str): Indicates the title of of the work type (Logo design, development...).
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _UPDATE,
            body=WorkTypeUpdate(
                id=id,
                title=title,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing work type.

        Calls `POST /api/worktype/delete` (`WorkTypeApi_Delete` in the vendor's document).

        Args:
            id (int): Id of work type to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted work type.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=WorkTypeDelete(
                id=id,
            ),
            options=options,
        )


class WorkTypesRaw(RawResource):
    """Operations on work types, reached as `client.work_types`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(WorkTypes.list)
    search: Final = Raw(WorkTypes.search)
    get: Final = Raw(WorkTypes.get)
    create: Final = Raw(WorkTypes.create)
    update: Final = Raw(WorkTypes.update)
    delete: Final = Raw(WorkTypes.delete)


class AsyncWorkTypesRaw(RawResource):
    """Operations on work types, reached as `client.work_types`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncWorkTypes.list)
    search: Final = AsyncRaw(AsyncWorkTypes.search)
    get: Final = AsyncRaw(AsyncWorkTypes.get)
    create: Final = AsyncRaw(AsyncWorkTypes.create)
    update: Final = AsyncRaw(AsyncWorkTypes.update)
    delete: Final = AsyncRaw(AsyncWorkTypes.delete)
