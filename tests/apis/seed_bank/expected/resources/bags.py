# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/seed_bank; CONTRIBUTING.md says how to change what is generated.
"""Operations on bags, reached as `client.bags`."""

from __future__ import annotations

from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    Bag,
    Note,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncBags", "AsyncBagsRaw", "Bags", "BagsRaw"]

_CREATE: Final = Operation(
    name="bags.create",
    method="POST",
    path="/bags",
    result=int,
)


class Bags(SyncResource):
    """Operations on bags, reached as `client.bags`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> BagsRaw:
        """The same operations, giving each answer as it came."""
        return BagsRaw(self)

    def create(
        self,
        *,
        samples: dict[str, Note],
        label: str | None | UnsetType = UNSET,
        additional_properties: dict[str, int] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Make a bag.

        Calls `POST /bags` (`createBag` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            samples (dict[str, Note]): A note.
            label (str): Not described by the vendor.
            additional_properties (dict[str, int]): Further members, by their names in JSON.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new bag.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=Bag(
                samples=samples,
                label=label,
                additional_properties=additional_properties,
            ),
            options=options,
        )


class AsyncBags(AsyncResource):
    """Operations on bags, reached as `client.bags`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncBagsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncBagsRaw(self)

    async def create(
        self,
        *,
        samples: dict[str, Note],
        label: str | None | UnsetType = UNSET,
        additional_properties: dict[str, int] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Make a bag.

        Calls `POST /bags` (`createBag` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            samples (dict[str, Note]): A note.
            label (str): Not described by the vendor.
            additional_properties (dict[str, int]): Further members, by their names in JSON.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new bag.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=Bag(
                samples=samples,
                label=label,
                additional_properties=additional_properties,
            ),
            options=options,
        )


class BagsRaw(RawResource):
    """Operations on bags, reached as `client.bags`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = Raw(Bags.create)


class AsyncBagsRaw(RawResource):
    """Operations on bags, reached as `client.bags`. Each gives its answer as it came."""

    __slots__ = ()

    create: Final = AsyncRaw(AsyncBags.create)
