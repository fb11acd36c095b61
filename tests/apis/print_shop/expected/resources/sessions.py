# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""Operations on sessions, reached as `client.sessions`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.body_field import BodyField as _BodyField
from .._http.operation import Operation
from ..models import (
    PrintSettings,
    SessionFilter,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncSessions", "AsyncSessionsRaw", "Sessions", "SessionsRaw"]

_OPEN: Final = Operation(
    name="sessions.open",
    method="POST",
    path="/sessions",
    result=None,
    body_type="application/x-www-form-urlencoded",
    body_fields=(
        _BodyField("password", "password", str, required=True),
        _BodyField("user", "user", str, required=True),
        _BodyField("filter", "filter", SessionFilter, style="deepObject"),
        _BodyField("next", "next", str, reserved=True),
        _BodyField("paper", "paper", PrintSettings),
        _BodyField("roles", "roles", List[str]),
        _BodyField("scopes", "scopes", List[str], style="form", explode=False),
        _BodyField("stay", "stay", bool),
        _BodyField("additional_properties", "-additional_properties", dict[str, str]),
    ),
)


class Sessions(SyncResource):
    """Operations on sessions, reached as `client.sessions`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> SessionsRaw:
        """The same operations, giving each answer as it came."""
        return SessionsRaw(self)

    def open(
        self,
        *,
        password: str,
        user: str,
        filter: SessionFilter | UnsetType = UNSET,
        next: str | UnsetType = UNSET,
        paper: PrintSettings | UnsetType = UNSET,
        roles: List[str] | UnsetType = UNSET,
        scopes: List[str] | UnsetType = UNSET,
        stay: bool | UnsetType = UNSET,
        additional_properties: dict[str, str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Open a session.

        Calls `POST /sessions` (`openSession` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            password (str): Not described by the vendor.
            user (str): Not described by the vendor.
            filter (SessionFilter): What is shown.
            next (str): Where to go then.
            paper (PrintSettings): How it is printed.
            roles (list[str]): As whom.
            scopes (list[str]): What for.
            stay (bool): Whether for long.
            additional_properties (dict[str, str]): Further fields, by their names in the form.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _OPEN,
            body={
                "password": password,
                "user": user,
                "filter": filter,
                "next": next,
                "paper": paper,
                "roles": roles,
                "scopes": scopes,
                "stay": stay,
                "-additional_properties": additional_properties,
            },
            options=options,
        )


class AsyncSessions(AsyncResource):
    """Operations on sessions, reached as `client.sessions`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncSessionsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncSessionsRaw(self)

    async def open(
        self,
        *,
        password: str,
        user: str,
        filter: SessionFilter | UnsetType = UNSET,
        next: str | UnsetType = UNSET,
        paper: PrintSettings | UnsetType = UNSET,
        roles: List[str] | UnsetType = UNSET,
        scopes: List[str] | UnsetType = UNSET,
        stay: bool | UnsetType = UNSET,
        additional_properties: dict[str, str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Open a session.

        Calls `POST /sessions` (`openSession` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            password (str): Not described by the vendor.
            user (str): Not described by the vendor.
            filter (SessionFilter): What is shown.
            next (str): Where to go then.
            paper (PrintSettings): How it is printed.
            roles (list[str]): As whom.
            scopes (list[str]): What for.
            stay (bool): Whether for long.
            additional_properties (dict[str, str]): Further fields, by their names in the form.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _OPEN,
            body={
                "password": password,
                "user": user,
                "filter": filter,
                "next": next,
                "paper": paper,
                "roles": roles,
                "scopes": scopes,
                "stay": stay,
                "-additional_properties": additional_properties,
            },
            options=options,
        )


class SessionsRaw(RawResource):
    """Operations on sessions, reached as `client.sessions`. Each gives its answer as it came."""

    __slots__ = ()

    open: Final = Raw(Sessions.open)


class AsyncSessionsRaw(RawResource):
    """Operations on sessions, reached as `client.sessions`. Each gives its answer as it came."""

    __slots__ = ()

    open: Final = AsyncRaw(AsyncSessions.open)
