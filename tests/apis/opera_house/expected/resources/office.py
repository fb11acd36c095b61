# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/opera_house; CONTRIBUTING.md says how to change what is generated.
"""Operations on office, reached as `client.office`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._base import AsyncResource, SyncResource
from ._raw import RawResource

if TYPE_CHECKING:
    from ..resources import office_prints as _office_prints
else:
    from .._lazy import lazy_module

    _office_prints = lazy_module(".resources.office_prints")

__all__ = ["AsyncOffice", "AsyncOfficeRaw", "Office", "OfficeRaw"]


class Office(SyncResource):
    """Operations on office, reached as `client.office`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> OfficeRaw:
        """The same operations, giving each answer as it came."""
        return OfficeRaw(self)

    @property
    def prints(self) -> _office_prints.OfficePrints:
        """Operations on office prints, reached as `client.office.prints`."""
        from ..resources.office_prints import OfficePrints

        return OfficePrints(self._client)


class AsyncOffice(AsyncResource):
    """Operations on office, reached as `client.office`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncOfficeRaw:
        """The same operations, giving each answer as it came."""
        return AsyncOfficeRaw(self)

    @property
    def prints(self) -> _office_prints.AsyncOfficePrints:
        """Operations on office prints, reached as `client.office.prints`."""
        from ..resources.office_prints import AsyncOfficePrints

        return AsyncOfficePrints(self._client)


class OfficeRaw(RawResource):
    """Operations on office, reached as `client.office`. Each gives its answer as it came."""

    __slots__ = ()

    @property
    def prints(self) -> _office_prints.OfficePrintsRaw:
        """Operations on office prints, reached as `client.office.prints`."""
        from .office_prints import OfficePrintsRaw

        return OfficePrintsRaw(self._twin.prints)


class AsyncOfficeRaw(RawResource):
    """Operations on office, reached as `client.office`. Each gives its answer as it came."""

    __slots__ = ()

    @property
    def prints(self) -> _office_prints.AsyncOfficePrintsRaw:
        """Operations on office prints, reached as `client.office.prints`."""
        from .office_prints import AsyncOfficePrintsRaw

        return AsyncOfficePrintsRaw(self._twin.prints)
