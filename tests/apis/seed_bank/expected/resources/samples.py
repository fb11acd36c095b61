# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/seed_bank; CONTRIBUTING.md says how to change what is generated.
"""Operations on samples, reached as `client.samples`."""

from __future__ import annotations

from builtins import list as List
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from .._json.calendar_durations import Duration
from ..models import (
    Grade,
    Kind,
    Note,
    Place,
    Sample,
    Shelf,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncSamples", "AsyncSamplesRaw", "Samples", "SamplesRaw"]

_LIST: Final = Operation(
    name="samples.list",
    method="GET",
    path="/samples",
    result=List[Sample],
    kinds={
        "at": ("at", time),
        "grade": ("grade", Grade),
        "hash": ("hash", bytes),
        "lasting": ("lasting", Duration),
        "limit": ("limit", int),
        "since": ("since", date),
        "uuid": ("uuid", UUID),
    },
)
_CREATE: Final = Operation(
    name="samples.create",
    method="POST",
    path="/samples",
    result=Sample,
)


class Samples(SyncResource):
    """Operations on samples, reached as `client.samples`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> SamplesRaw:
        """The same operations, giving each answer as it came."""
        return SamplesRaw(self)

    def list(
        self,
        *,
        at: time | None = None,
        grade: Grade | None = None,
        hash: bytes | None = None,
        lasting: Duration | None = None,
        limit: int | None = None,
        since: date | None = None,
        uuid: UUID | None = None,
        options: RequestOptions | None = None,
    ) -> List[Sample]:
        """List the samples.

        Calls `GET /samples` (`listSamples` in the vendor's document).

        Args:
            at (time): Not described by the vendor.
            grade (Grade): How good it is.
            hash (bytes): Not described by the vendor.
            lasting (Duration): Not described by the vendor.
            limit (int): At least 1; at most 50.
            since (date): Not described by the vendor.
            uuid (UUID): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Sample]: Those that were asked for, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _LIST,
            query={
                "at": at,
                "grade": grade,
                "hash": hash,
                "lasting": lasting,
                "limit": limit,
                "since": since,
                "uuid": uuid,
            },
            options=options,
        )

    def create(
        self,
        *,
        date: date,
        grade: Grade,
        name: str,
        uuid: UUID,
        weight: Decimal | int,
        pin: str,
        plus_1: int | UnsetType = UNSET,
        minus_1: int | UnsetType = UNSET,
        additional_properties_: str | UnsetType = UNSET,
        anything: Any | UnsetType = UNSET,
        bytes: bytes | None | UnsetType = UNSET,
        class_: str | UnsetType = UNSET,
        count: int | UnsetType = UNSET,
        counts: dict[str, int] | UnsetType = UNSET,
        date_time: datetime | None | UnsetType = UNSET,
        dates: List[date] | UnsetType = UNSET,
        found: str | UnsetType = UNSET,
        free: dict[str, Any] | UnsetType = UNSET,
        from_json_: bool | UnsetType = UNSET,
        grades: List[Grade] | None | UnsetType = UNSET,
        grid: List[List[int]] | UnsetType = UNSET,
        list_: List[str] | UnsetType = UNSET,
        matrix: List[List[Decimal]] | None | UnsetType = UNSET,
        notes_by_day: dict[str, List[Note]] | UnsetType = UNSET,
        origin: Place | UnsetType = UNSET,
        parents: List[Sample] | UnsetType = UNSET,
        price: Decimal | None | UnsetType = UNSET,
        prices: List[Decimal] | UnsetType = UNSET,
        purity: Decimal | int | UnsetType = UNSET,
        shelves: dict[str, Shelf] | None | UnsetType = UNSET,
        tags: List[str] | UnsetType = UNSET,
        time: time | None | UnsetType = UNSET,
        timedelta: Duration | None | UnsetType = UNSET,
        to_dict_: str | UnsetType = UNSET,
        type: Kind | UnsetType = UNSET,
        additional_properties: dict[str, Any] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Sample:
        """Add a sample.

        Calls `POST /samples` (`createSample` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            date (date): When it was collected.
            grade (Grade): How good it is.
            name (str): What it is called; at most 40 characters.
            uuid (UUID): Not described by the vendor.
            weight (Decimal or int): In grams; at least 0.
            pin (str): Opens the drawer; as in the pattern ^[0-9]{4}$.
            plus_1 (int): Votes for it; by default 0.
            minus_1 (int): Votes against it.
            additional_properties_ (str): Not described by the vendor.
            anything (Any): Whatever it is.
            bytes (bytes): A picture.
            class_ (str): Not described by the vendor.
            count (int): At most 9; by default 3.
            counts (dict[str, int]): Not described by the vendor.
            date_time (datetime): Not described by the vendor.
            dates (list[date]): Not described by the vendor.
            found (str): Where it was found & kept; as in the pattern ^(\\p{L}+)+$.
            free (dict[str, Any]): Not described by the vendor.
            from_json_ (bool): By default false.
            grades (list[Grade]): How good it is.
            grid (list[list[int]]): Not described by the vendor.
            list_ (list[str]): Not described by the vendor.
            matrix (list[list[Decimal]]): Not described by the vendor.
            notes_by_day (dict[str, list[Note]]): A note.
            origin (Place): Not described by the vendor.
            parents (list[Sample]): A bag of seeds.
            price (Decimal): What it costs.
            prices (list[Decimal]): Not described by the vendor.
            purity (Decimal or int): More than 0; at most 1; a multiple of 0.01.
            shelves (dict[str, Shelf]): Not described by the vendor.
            tags (list[str]): At least 1 item; at most 3 items; no item twice; each at most 4 characters; each
                as in the pattern ^[a-z]+$.
            time (time): Not described by the vendor.
            timedelta (Duration): How long it keeps.
            to_dict_ (str): Has the name of a method.
            type (Kind): Where it is from.
            additional_properties (dict[str, Any]): Further members, by their names in JSON.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Sample: The sample, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=Sample(
                date=date,
                grade=grade,
                name=name,
                uuid=uuid,
                weight=weight,
                plus_1=plus_1,
                minus_1=minus_1,
                additional_properties_=additional_properties_,
                anything=anything,
                bytes=bytes,
                class_=class_,
                count=count,
                counts=counts,
                date_time=date_time,
                dates=dates,
                found=found,
                free=free,
                from_json_=from_json_,
                grades=grades,
                grid=grid,
                list_=list_,
                matrix=matrix,
                notes_by_day=notes_by_day,
                origin=origin,
                parents=parents,
                pin=pin,
                price=price,
                prices=prices,
                purity=purity,
                shelves=shelves,
                tags=tags,
                time=time,
                timedelta=timedelta,
                to_dict_=to_dict_,
                type=type,
                additional_properties=additional_properties,
            ),
            options=options,
        )


class AsyncSamples(AsyncResource):
    """Operations on samples, reached as `client.samples`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncSamplesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncSamplesRaw(self)

    async def list(
        self,
        *,
        at: time | None = None,
        grade: Grade | None = None,
        hash: bytes | None = None,
        lasting: Duration | None = None,
        limit: int | None = None,
        since: date | None = None,
        uuid: UUID | None = None,
        options: RequestOptions | None = None,
    ) -> List[Sample]:
        """List the samples.

        Calls `GET /samples` (`listSamples` in the vendor's document).

        Args:
            at (time): Not described by the vendor.
            grade (Grade): How good it is.
            hash (bytes): Not described by the vendor.
            lasting (Duration): Not described by the vendor.
            limit (int): At least 1; at most 50.
            since (date): Not described by the vendor.
            uuid (UUID): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Sample]: Those that were asked for, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _LIST,
            query={
                "at": at,
                "grade": grade,
                "hash": hash,
                "lasting": lasting,
                "limit": limit,
                "since": since,
                "uuid": uuid,
            },
            options=options,
        )

    async def create(
        self,
        *,
        date: date,
        grade: Grade,
        name: str,
        uuid: UUID,
        weight: Decimal | int,
        pin: str,
        plus_1: int | UnsetType = UNSET,
        minus_1: int | UnsetType = UNSET,
        additional_properties_: str | UnsetType = UNSET,
        anything: Any | UnsetType = UNSET,
        bytes: bytes | None | UnsetType = UNSET,
        class_: str | UnsetType = UNSET,
        count: int | UnsetType = UNSET,
        counts: dict[str, int] | UnsetType = UNSET,
        date_time: datetime | None | UnsetType = UNSET,
        dates: List[date] | UnsetType = UNSET,
        found: str | UnsetType = UNSET,
        free: dict[str, Any] | UnsetType = UNSET,
        from_json_: bool | UnsetType = UNSET,
        grades: List[Grade] | None | UnsetType = UNSET,
        grid: List[List[int]] | UnsetType = UNSET,
        list_: List[str] | UnsetType = UNSET,
        matrix: List[List[Decimal]] | None | UnsetType = UNSET,
        notes_by_day: dict[str, List[Note]] | UnsetType = UNSET,
        origin: Place | UnsetType = UNSET,
        parents: List[Sample] | UnsetType = UNSET,
        price: Decimal | None | UnsetType = UNSET,
        prices: List[Decimal] | UnsetType = UNSET,
        purity: Decimal | int | UnsetType = UNSET,
        shelves: dict[str, Shelf] | None | UnsetType = UNSET,
        tags: List[str] | UnsetType = UNSET,
        time: time | None | UnsetType = UNSET,
        timedelta: Duration | None | UnsetType = UNSET,
        to_dict_: str | UnsetType = UNSET,
        type: Kind | UnsetType = UNSET,
        additional_properties: dict[str, Any] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Sample:
        """Add a sample.

        Calls `POST /samples` (`createSample` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            date (date): When it was collected.
            grade (Grade): How good it is.
            name (str): What it is called; at most 40 characters.
            uuid (UUID): Not described by the vendor.
            weight (Decimal or int): In grams; at least 0.
            pin (str): Opens the drawer; as in the pattern ^[0-9]{4}$.
            plus_1 (int): Votes for it; by default 0.
            minus_1 (int): Votes against it.
            additional_properties_ (str): Not described by the vendor.
            anything (Any): Whatever it is.
            bytes (bytes): A picture.
            class_ (str): Not described by the vendor.
            count (int): At most 9; by default 3.
            counts (dict[str, int]): Not described by the vendor.
            date_time (datetime): Not described by the vendor.
            dates (list[date]): Not described by the vendor.
            found (str): Where it was found & kept; as in the pattern ^(\\p{L}+)+$.
            free (dict[str, Any]): Not described by the vendor.
            from_json_ (bool): By default false.
            grades (list[Grade]): How good it is.
            grid (list[list[int]]): Not described by the vendor.
            list_ (list[str]): Not described by the vendor.
            matrix (list[list[Decimal]]): Not described by the vendor.
            notes_by_day (dict[str, list[Note]]): A note.
            origin (Place): Not described by the vendor.
            parents (list[Sample]): A bag of seeds.
            price (Decimal): What it costs.
            prices (list[Decimal]): Not described by the vendor.
            purity (Decimal or int): More than 0; at most 1; a multiple of 0.01.
            shelves (dict[str, Shelf]): Not described by the vendor.
            tags (list[str]): At least 1 item; at most 3 items; no item twice; each at most 4 characters; each
                as in the pattern ^[a-z]+$.
            time (time): Not described by the vendor.
            timedelta (Duration): How long it keeps.
            to_dict_ (str): Has the name of a method.
            type (Kind): Where it is from.
            additional_properties (dict[str, Any]): Further members, by their names in JSON.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Sample: The sample, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=Sample(
                date=date,
                grade=grade,
                name=name,
                uuid=uuid,
                weight=weight,
                plus_1=plus_1,
                minus_1=minus_1,
                additional_properties_=additional_properties_,
                anything=anything,
                bytes=bytes,
                class_=class_,
                count=count,
                counts=counts,
                date_time=date_time,
                dates=dates,
                found=found,
                free=free,
                from_json_=from_json_,
                grades=grades,
                grid=grid,
                list_=list_,
                matrix=matrix,
                notes_by_day=notes_by_day,
                origin=origin,
                parents=parents,
                pin=pin,
                price=price,
                prices=prices,
                purity=purity,
                shelves=shelves,
                tags=tags,
                time=time,
                timedelta=timedelta,
                to_dict_=to_dict_,
                type=type,
                additional_properties=additional_properties,
            ),
            options=options,
        )


class SamplesRaw(RawResource):
    """Operations on samples, reached as `client.samples`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Samples.list)
    create: Final = Raw(Samples.create)


class AsyncSamplesRaw(RawResource):
    """Operations on samples, reached as `client.samples`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncSamples.list)
    create: Final = AsyncRaw(AsyncSamples.create)
