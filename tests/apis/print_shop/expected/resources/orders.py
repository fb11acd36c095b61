# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""Operations on orders, reached as `client.orders`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final, Literal

from msgspec import UNSET, UnsetType

from .._http.body_field import BodyField as _BodyField
from .._http.operation import Operation
from ..models import (
    PrintOrder,
    QuoteRequest,
    Remark,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncOrders", "AsyncOrdersRaw", "Orders", "OrdersRaw"]

_PLACE: Final = Operation(
    name="orders.place",
    method="POST",
    path="/orders",
    result=int,
    body_types=("multipart/form-data",),
    body_fields=(
        _BodyField("photo", "photo", required=True),
        _BodyField("copies", "copies"),
        _BodyField("price", "price"),
    ),
)
_QUOTE: Final = Operation(
    name="orders.quote",
    method="POST",
    path="/orders/quote",
    result=None,
    body_optional=True,
)
_REMARK: Final = Operation(
    name="orders.remark",
    method="POST",
    path="/orders/remark",
    result=None,
    body_fields=(
        _BodyField("words", "words", required=True),
        _BodyField("stars", "stars"),
    ),
    body_model=Remark,
    body_optional=True,
)
_SET_UP: Final = Operation(
    name="orders.set_up",
    method="POST",
    path="/orders/settings",
    result=None,
    required={"": "settings"},
    kinds={"": ("settings", dict[str, Any])},
)


class Orders(SyncResource):
    """Operations on orders, reached as `client.orders`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> OrdersRaw:
        """The same operations, giving each answer as it came."""
        return OrdersRaw(self)

    def place(
        self,
        *,
        photo: int,
        copies: int | UnsetType = UNSET,
        price: Decimal | int | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] = "application/json",
        options: RequestOptions | None = None,
    ) -> int:
        """Order prints.

        Calls `POST /orders` (`placeOrder` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            photo (int): Not described by the vendor.
            copies (int): Not described by the vendor.
            price (Decimal or int): At most.
            content_type (Literal['application/json', 'multipart/form-data']): The media type that the body is
                sent in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _PLACE,
            body=PrintOrder(
                photo=photo,
                copies=copies,
                price=price,
            ),
            content_type=content_type,
            options=options,
        )

    def quote(
        self, *, copies: int | UnsetType = UNSET, photo: int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Ask for a price.

        Calls `POST /orders/quote` (`quote` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            copies (int): Not described by the vendor.
            photo (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _QUOTE,
            body=QuoteRequest(
                copies=copies,
                photo=photo,
            ),
            options=options,
        )

    def remark(
        self, *, words: str | UnsetType = UNSET, stars: int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Say something about the last order.

        Calls `POST /orders/remark` (`remark` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            words (str): Not described by the vendor.
            stars (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_REMARK, body={"words": words, "stars": stars}, options=options)

    def set_up(self, *, settings: dict[str, Any], options: RequestOptions | None = None) -> None:
        """Set up the machine.

        Calls `POST /orders/settings` (`setUp` in the vendor's document).

        Args:
            settings (dict[str, Any]): Anything that the machine knows.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_SET_UP, body=settings, options=options)


class AsyncOrders(AsyncResource):
    """Operations on orders, reached as `client.orders`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncOrdersRaw:
        """The same operations, giving each answer as it came."""
        return AsyncOrdersRaw(self)

    async def place(
        self,
        *,
        photo: int,
        copies: int | UnsetType = UNSET,
        price: Decimal | int | UnsetType = UNSET,
        content_type: Literal["application/json", "multipart/form-data"] = "application/json",
        options: RequestOptions | None = None,
    ) -> int:
        """Order prints.

        Calls `POST /orders` (`placeOrder` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            photo (int): Not described by the vendor.
            copies (int): Not described by the vendor.
            price (Decimal or int): At most.
            content_type (Literal['application/json', 'multipart/form-data']): The media type that the body is
                sent in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _PLACE,
            body=PrintOrder(
                photo=photo,
                copies=copies,
                price=price,
            ),
            content_type=content_type,
            options=options,
        )

    async def quote(
        self, *, copies: int | UnsetType = UNSET, photo: int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Ask for a price.

        Calls `POST /orders/quote` (`quote` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            copies (int): Not described by the vendor.
            photo (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _QUOTE,
            body=QuoteRequest(
                copies=copies,
                photo=photo,
            ),
            options=options,
        )

    async def remark(
        self, *, words: str | UnsetType = UNSET, stars: int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Say something about the last order.

        Calls `POST /orders/remark` (`remark` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            words (str): Not described by the vendor.
            stars (int): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_REMARK, body={"words": words, "stars": stars}, options=options)

    async def set_up(self, *, settings: dict[str, Any], options: RequestOptions | None = None) -> None:
        """Set up the machine.

        Calls `POST /orders/settings` (`setUp` in the vendor's document).

        Args:
            settings (dict[str, Any]): Anything that the machine knows.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_SET_UP, body=settings, options=options)


class OrdersRaw(RawResource):
    """Operations on orders, reached as `client.orders`. Each gives its answer as it came."""

    __slots__ = ()

    place: Final = Raw(Orders.place)
    quote: Final = Raw(Orders.quote)
    remark: Final = Raw(Orders.remark)
    set_up: Final = Raw(Orders.set_up)


class AsyncOrdersRaw(RawResource):
    """Operations on orders, reached as `client.orders`. Each gives its answer as it came."""

    __slots__ = ()

    place: Final = AsyncRaw(AsyncOrders.place)
    quote: Final = AsyncRaw(AsyncOrders.quote)
    remark: Final = AsyncRaw(AsyncOrders.remark)
    set_up: Final = AsyncRaw(AsyncOrders.set_up)
