# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""Operations on clients, reached as `client.clients`."""

from __future__ import annotations

from builtins import list as List
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from ..models import (
    AdditionalClientEmail,
    Client,
    ClientCreate,
    ClientDelete,
    ClientUpdate,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncClients", "AsyncClientsRaw", "Clients", "ClientsRaw"]

_LIST: Final = Operation(
    name="clients.list",
    method="GET",
    path="/api/client/all",
    result=List[Client],
)
_GET: Final = Operation(
    name="clients.get",
    method="GET",
    path="/api/client/details",
    result=Client,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)
_CREATE: Final = Operation(
    name="clients.create",
    method="POST",
    path="/api/client/new",
    result=int,
)
_UPDATE: Final = Operation(
    name="clients.update",
    method="POST",
    path="/api/client/update",
    result=None,
    min_fields=2,
)
_DELETE: Final = Operation(
    name="clients.delete",
    method="POST",
    path="/api/client/delete",
    result=int,
)
_CAN_DELETE: Final = Operation(
    name="clients.can_delete",
    method="GET",
    path="/api/client/candelete",
    result=bool,
    required={"id": "id"},
    kinds={"id": ("id", int)},
)


class Clients(SyncResource):
    """Operations on clients, reached as `client.clients`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ClientsRaw:
        """The same operations, giving each answer as it came."""
        return ClientsRaw(self)

    def list(self, *, options: RequestOptions | None = None) -> List[Client]:
        """Return all clients for the account.

        Calls `GET /api/client/all` (`ClientApi_All` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Client]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def get(self, id: int, *, options: RequestOptions | None = None) -> Client:
        """Return client details. Activities and invoices included.

        Calls `GET /api/client/details` (`ClientApi_Details` in the vendor's document).

        Args:
            id (int): Id of the client.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Client: The client, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"id": id}, options=options)

    def create(
        self,
        *,
        client_country_id: int,
        client_currency_id: int,
        email: str,
        name: str,
        ui_language_id: int,
        additional_emails: List[AdditionalClientEmail] | None | UnsetType = UNSET,
        address: str | None | UnsetType = UNSET,
        company_registration_number: str | None | UnsetType = UNSET,
        default_due_date_in_days: int | None | UnsetType = UNSET,
        phone_number: str | None | UnsetType = UNSET,
        vat: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Create a client.

        Calls `POST /api/client/new` (`ClientApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            client_country_id (int): Indicates the country where the clients is from.
            client_currency_id (int): Indicates the default system currency used by the user for the client.
            email (str): Client email.
            name (str): Name of the client.
            ui_language_id (int): Hold a value of the language in which the invoice will be sent.
            additional_emails (list[AdditionalClientEmail]): Client additional emails contact for CC.
            address (str): Client business address.
            company_registration_number (str): Client's Company Registration Number.
            default_due_date_in_days (int): Client custom payment terms; days.
            phone_number (str): Client phone numer.
            vat (str): Client's VAT number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new client.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=ClientCreate(
                client_country_id=client_country_id,
                client_currency_id=client_currency_id,
                email=email,
                name=name,
                ui_language_id=ui_language_id,
                additional_emails=additional_emails,
                address=address,
                company_registration_number=company_registration_number,
                default_due_date_in_days=default_due_date_in_days,
                phone_number=phone_number,
                vat=vat,
            ),
            options=options,
        )

    def update(
        self,
        id: int,
        *,
        additional_emails: List[AdditionalClientEmail] | None | UnsetType = UNSET,
        address: str | None | UnsetType = UNSET,
        client_country_id: int | None | UnsetType = UNSET,
        client_currency_id: int | None | UnsetType = UNSET,
        company_registration_number: str | None | UnsetType = UNSET,
        default_due_date_in_days: int | None | UnsetType = UNSET,
        email: str | None | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        phone_number: str | None | UnsetType = UNSET,
        ui_language_id: int | None | UnsetType = UNSET,
        vat: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an existing client.

        Calls `POST /api/client/update` (`ClientApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            additional_emails (list[AdditionalClientEmail]): Client additional emails contact for CC.
            address (str): Client business address.
            client_country_id (int): Indicates the country where the clients is from.
            client_currency_id (int): Indicates the default system currency used by the user for the client.
            company_registration_number (str): Client's Company Registration Number.
            default_due_date_in_days (int): Client custom payment terms; days.
            email (str): Client email.
            name (str): Name of the client.
            phone_number (str): Client phone numer.
            ui_language_id (int): Hold a value of the language in which the invoice will be sent.
            vat (str): Client's VAT number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _UPDATE,
            body=ClientUpdate(
                id=id,
                additional_emails=additional_emails,
                address=address,
                client_country_id=client_country_id,
                client_currency_id=client_currency_id,
                company_registration_number=company_registration_number,
                default_due_date_in_days=default_due_date_in_days,
                email=email,
                name=name,
                phone_number=phone_number,
                ui_language_id=ui_language_id,
                vat=vat,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing client.

        Calls `POST /api/client/delete` (`ClientApi_Delete` in the vendor's document).

        Args:
            id (int): Id of client to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted client.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _DELETE,
            body=ClientDelete(
                id=id,
            ),
            options=options,
        )

    def can_delete(self, id: int, *, options: RequestOptions | None = None) -> bool:
        """Check if the provided client can be deleted.

        Calls `GET /api/client/candelete` (`ClientApi_CanDelete` in the vendor's document).

        Args:
            id (int): Id of the client.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bool: The service's yes or no.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CAN_DELETE, query={"id": id}, options=options)


class AsyncClients(AsyncResource):
    """Operations on clients, reached as `client.clients`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncClientsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncClientsRaw(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[Client]:
        """Return all clients for the account.

        Calls `GET /api/client/all` (`ClientApi_All` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Client]: All of them, in the service's order.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def get(self, id: int, *, options: RequestOptions | None = None) -> Client:
        """Return client details. Activities and invoices included.

        Calls `GET /api/client/details` (`ClientApi_Details` in the vendor's document).

        Args:
            id (int): Id of the client.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Client: The client, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"id": id}, options=options)

    async def create(
        self,
        *,
        client_country_id: int,
        client_currency_id: int,
        email: str,
        name: str,
        ui_language_id: int,
        additional_emails: List[AdditionalClientEmail] | None | UnsetType = UNSET,
        address: str | None | UnsetType = UNSET,
        company_registration_number: str | None | UnsetType = UNSET,
        default_due_date_in_days: int | None | UnsetType = UNSET,
        phone_number: str | None | UnsetType = UNSET,
        vat: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Create a client.

        Calls `POST /api/client/new` (`ClientApi_New` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            client_country_id (int): Indicates the country where the clients is from.
            client_currency_id (int): Indicates the default system currency used by the user for the client.
            email (str): Client email.
            name (str): Name of the client.
            ui_language_id (int): Hold a value of the language in which the invoice will be sent.
            additional_emails (list[AdditionalClientEmail]): Client additional emails contact for CC.
            address (str): Client business address.
            company_registration_number (str): Client's Company Registration Number.
            default_due_date_in_days (int): Client custom payment terms; days.
            phone_number (str): Client phone numer.
            vat (str): Client's VAT number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the new client.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=ClientCreate(
                client_country_id=client_country_id,
                client_currency_id=client_currency_id,
                email=email,
                name=name,
                ui_language_id=ui_language_id,
                additional_emails=additional_emails,
                address=address,
                company_registration_number=company_registration_number,
                default_due_date_in_days=default_due_date_in_days,
                phone_number=phone_number,
                vat=vat,
            ),
            options=options,
        )

    async def update(
        self,
        id: int,
        *,
        additional_emails: List[AdditionalClientEmail] | None | UnsetType = UNSET,
        address: str | None | UnsetType = UNSET,
        client_country_id: int | None | UnsetType = UNSET,
        client_currency_id: int | None | UnsetType = UNSET,
        company_registration_number: str | None | UnsetType = UNSET,
        default_due_date_in_days: int | None | UnsetType = UNSET,
        email: str | None | UnsetType = UNSET,
        name: str | None | UnsetType = UNSET,
        phone_number: str | None | UnsetType = UNSET,
        ui_language_id: int | None | UnsetType = UNSET,
        vat: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Update an existing client.

        Calls `POST /api/client/update` (`ClientApi_Update` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            id (int): Entity id.
            additional_emails (list[AdditionalClientEmail]): Client additional emails contact for CC.
            address (str): Client business address.
            client_country_id (int): Indicates the country where the clients is from.
            client_currency_id (int): Indicates the default system currency used by the user for the client.
            company_registration_number (str): Client's Company Registration Number.
            default_due_date_in_days (int): Client custom payment terms; days.
            email (str): Client email.
            name (str): Name of the client.
            phone_number (str): Client phone numer.
            ui_language_id (int): Hold a value of the language in which the invoice will be sent.
            vat (str): Client's VAT number.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _UPDATE,
            body=ClientUpdate(
                id=id,
                additional_emails=additional_emails,
                address=address,
                client_country_id=client_country_id,
                client_currency_id=client_currency_id,
                company_registration_number=company_registration_number,
                default_due_date_in_days=default_due_date_in_days,
                email=email,
                name=name,
                phone_number=phone_number,
                ui_language_id=ui_language_id,
                vat=vat,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> int:
        """Delete an existing client.

        Calls `POST /api/client/delete` (`ClientApi_Delete` in the vendor's document).

        Args:
            id (int): Id of client to be deleted.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: The id of the deleted client.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _DELETE,
            body=ClientDelete(
                id=id,
            ),
            options=options,
        )

    async def can_delete(self, id: int, *, options: RequestOptions | None = None) -> bool:
        """Check if the provided client can be deleted.

        Calls `GET /api/client/candelete` (`ClientApi_CanDelete` in the vendor's document).

        Args:
            id (int): Id of the client.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bool: The service's yes or no.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CAN_DELETE, query={"id": id}, options=options)


class ClientsRaw(RawResource):
    """Operations on clients, reached as `client.clients`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Clients.list)
    get: Final = Raw(Clients.get)
    create: Final = Raw(Clients.create)
    update: Final = Raw(Clients.update)
    delete: Final = Raw(Clients.delete)
    can_delete: Final = Raw(Clients.can_delete)


class AsyncClientsRaw(RawResource):
    """Operations on clients, reached as `client.clients`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncClients.list)
    get: Final = AsyncRaw(AsyncClients.get)
    create: Final = AsyncRaw(AsyncClients.create)
    update: Final = AsyncRaw(AsyncClients.update)
    delete: Final = AsyncRaw(AsyncClients.delete)
    can_delete: Final = AsyncRaw(AsyncClients.can_delete)
