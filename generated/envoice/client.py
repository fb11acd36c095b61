# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The clients: `Envoice`, and `AsyncEnvoice` with the same surface to await."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from ._core.async_client import AsyncClient
from ._core.sync_client import SyncClient
from ._lazy import httpx
from ._redaction.values import as_secret
from .clock import Clock, SystemClock
from .credentials import Credentials, CredentialsProvider, SyncCredentialsProvider
from .deviations import Deviation
from .events import RequestHook, ResponseHook
from .options import RetryPolicy
from .transports import AsyncTransport, Transport

if TYPE_CHECKING:
    from .additions import invoices as _invoices
    from .resources import (
        clients as _clients,
        countries as _countries,
        currencies as _currencies,
        date_formats as _date_formats,
        estimations as _estimations,
        invoice_categories as _invoice_categories,
        orders as _orders,
        payment_gateways as _payment_gateways,
        payment_links as _payment_links,
        products as _products,
        taxes as _taxes,
        ui_languages as _ui_languages,
        work_types as _work_types,
    )
else:
    from ._lazy import lazy_module

    _clients = lazy_module(".resources.clients")
    _countries = lazy_module(".resources.countries")
    _currencies = lazy_module(".resources.currencies")
    _date_formats = lazy_module(".resources.date_formats")
    _estimations = lazy_module(".resources.estimations")
    _invoice_categories = lazy_module(".resources.invoice_categories")
    _invoices = lazy_module(".additions.invoices")
    _orders = lazy_module(".resources.orders")
    _payment_gateways = lazy_module(".resources.payment_gateways")
    _payment_links = lazy_module(".resources.payment_links")
    _products = lazy_module(".resources.products")
    _taxes = lazy_module(".resources.taxes")
    _ui_languages = lazy_module(".resources.ui_languages")
    _work_types = lazy_module(".resources.work_types")

__all__ = ["AsyncEnvoice", "Envoice"]


class Envoice(SyncClient):
    """A client of the Envoice API that waits for each answer.

    It may be shared by threads and is best made once:

        with Envoice(api_key="...", api_secret="...") as client:
            ...

    Args:
        api_key (str): The account's key; by default ENVOICE_API_KEY of the environment.
        api_secret (str): The account's secret; by default ENVOICE_API_SECRET of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default ENVOICE_BASE_URL of the
            environment, or the service.
        timeout (float): Seconds allowed for an attempt, 30 by default; None for no limit.
        max_retries (int): How often a failed attempt is repeated, if that cannot do anything twice; 2 by default.
        deadline (float): Seconds allowed for a whole call, waiting included; None, the default, for no limit.
        pool_timeout (float): Seconds that an attempt may wait for a free connection, 60 by default; None for no limit.
        headers (Mapping): Headers that every request carries.
        query (Mapping): Query parameters that every request carries, by their wire names.
        raise_faults (bool): Whether a 200 that says that the call failed is raised as a `FaultError`; True by default.
        follow_redirects (bool): Whether the redirects of a GET are followed; False by default.
        user_agent (str): What is appended to the `User-Agent`, such as `billing/2.1`.
        http (str): What sends: `httpx`, or `httpx2` where it is installed, which is faster.
        http_client (httpx.Client): One of your own, for proxies, certificates, HTTP/2 or limits; it stays open.
        transport (Transport): What sends, in place of httpx; it is closed with this client.
        retry (RetryPolicy): How long to wait before an attempt is repeated.
        clock (Clock): What retries and deadlines go by.
        on_request (callable): Called with a `RequestEvent` before each attempt; may add headers.
        on_response (callable): Called with a `ResponseEvent` after each attempt.
        on_deviation (callable): Called with each `Deviation` of an answer from the vendor's document.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        credentials: Credentials | SyncCredentialsProvider | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        deadline: float | None = None,
        pool_timeout: float | None = 60.0,
        headers: Mapping[str, str | None] = {},
        query: Mapping[str, object] = {},
        raise_faults: bool = True,
        follow_redirects: bool = False,
        user_agent: str | None = None,
        http: Literal["httpx", "httpx2"] = "httpx",
        http_client: httpx.Client | None = None,
        transport: Transport | None = None,
        retry: RetryPolicy = RetryPolicy(),
        clock: Clock = SystemClock(),
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
        on_deviation: Callable[[Deviation], None] | None = None,
    ) -> None:
        # At once, so that no traceback that shows locals shows them.
        api_key = as_secret(api_key)
        api_secret = as_secret(api_secret)
        super().__init__(
            api_key=api_key,
            api_secret=api_secret,
            credentials=credentials,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            pool_timeout=pool_timeout,
            headers=headers,
            query=query,
            raise_faults=raise_faults,
            follow_redirects=follow_redirects,
            user_agent=user_agent,
            http=http,
            http_client=http_client,
            transport=transport,
            retry=retry,
            clock=clock,
            on_request=on_request,
            on_response=on_response,
            on_deviation=on_deviation,
        )

    @cached_property
    def clients(self) -> _clients.Clients:
        """Operations on clients, reached as `client.clients`."""
        from .resources.clients import Clients

        return Clients(self)

    @cached_property
    def countries(self) -> _countries.Countries:
        """Operations on countries, reached as `client.countries`."""
        from .resources.countries import Countries

        return Countries(self)

    @cached_property
    def currencies(self) -> _currencies.Currencies:
        """Operations on currencies, reached as `client.currencies`."""
        from .resources.currencies import Currencies

        return Currencies(self)

    @cached_property
    def date_formats(self) -> _date_formats.DateFormats:
        """Operations on date formats, reached as `client.date_formats`."""
        from .resources.date_formats import DateFormats

        return DateFormats(self)

    @cached_property
    def estimations(self) -> _estimations.Estimations:
        """Operations on estimations, reached as `client.estimations`."""
        from .resources.estimations import Estimations

        return Estimations(self)

    @cached_property
    def invoice_categories(self) -> _invoice_categories.InvoiceCategories:
        """Operations on invoice categories, reached as `client.invoice_categories`."""
        from .resources.invoice_categories import InvoiceCategories

        return InvoiceCategories(self)

    @cached_property
    def invoices(self) -> _invoices.Invoices:
        """Operations on invoices, reached as `client.invoices`."""
        from .additions.invoices import Invoices

        return Invoices(self)

    @cached_property
    def orders(self) -> _orders.Orders:
        """Operations on orders, reached as `client.orders`."""
        from .resources.orders import Orders

        return Orders(self)

    @cached_property
    def payment_gateways(self) -> _payment_gateways.PaymentGateways:
        """Operations on payment gateways, reached as `client.payment_gateways`."""
        from .resources.payment_gateways import PaymentGateways

        return PaymentGateways(self)

    @cached_property
    def payment_links(self) -> _payment_links.PaymentLinks:
        """Operations on payment links, reached as `client.payment_links`."""
        from .resources.payment_links import PaymentLinks

        return PaymentLinks(self)

    @cached_property
    def products(self) -> _products.Products:
        """Operations on products, reached as `client.products`."""
        from .resources.products import Products

        return Products(self)

    @cached_property
    def taxes(self) -> _taxes.Taxes:
        """Operations on taxes, reached as `client.taxes`."""
        from .resources.taxes import Taxes

        return Taxes(self)

    @cached_property
    def ui_languages(self) -> _ui_languages.UiLanguages:
        """Operations on ui languages, reached as `client.ui_languages`."""
        from .resources.ui_languages import UiLanguages

        return UiLanguages(self)

    @cached_property
    def work_types(self) -> _work_types.WorkTypes:
        """Operations on work types, reached as `client.work_types`."""
        from .resources.work_types import WorkTypes

        return WorkTypes(self)


class AsyncEnvoice(AsyncClient):
    """A client of the Envoice API for asyncio and trio, with the surface of `Envoice`.

    It belongs to one event loop:

        async with AsyncEnvoice(api_key="...", api_secret="...") as client:
            ...

    Args:
        api_key (str): The account's key; by default ENVOICE_API_KEY of the environment.
        api_secret (str): The account's secret; by default ENVOICE_API_SECRET of the environment.
        credentials (Credentials or a callable): The same in one value, or a provider of it, in place of the above.
        base_url (str): Where requests go: https, or http to a loopback host; by default ENVOICE_BASE_URL of the
            environment, or the service.
        timeout (float): Seconds allowed for an attempt, 30 by default; None for no limit.
        max_retries (int): How often a failed attempt is repeated, if that cannot do anything twice; 2 by default.
        deadline (float): Seconds allowed for a whole call, waiting included; None, the default, for no limit.
        pool_timeout (float): Seconds that an attempt may wait for a free connection, 60 by default; None for no limit.
        headers (Mapping): Headers that every request carries.
        query (Mapping): Query parameters that every request carries, by their wire names.
        raise_faults (bool): Whether a 200 that says that the call failed is raised as a `FaultError`; True by default.
        follow_redirects (bool): Whether the redirects of a GET are followed; False by default.
        user_agent (str): What is appended to the `User-Agent`, such as `billing/2.1`.
        http (str): What sends: `httpx`, or `aiohttp` or `httpx2` where it is installed, which is faster.
        http_client (httpx.AsyncClient): One of your own, for proxies, certificates, HTTP/2 or limits; it stays open.
        transport (AsyncTransport): What sends, in place of httpx; it is closed with this client.
        retry (RetryPolicy): How long to wait before an attempt is repeated.
        clock (Clock): What retries and deadlines go by.
        on_request (callable): Called with a `RequestEvent` before each attempt; may add headers.
        on_response (callable): Called with a `ResponseEvent` after each attempt.
        on_deviation (callable): Called with each `Deviation` of an answer from the vendor's document.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
    """

    def __init__(
        self,
        *,
        api_key: str | None = None,
        api_secret: str | None = None,
        credentials: Credentials | CredentialsProvider | None = None,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        deadline: float | None = None,
        pool_timeout: float | None = 60.0,
        headers: Mapping[str, str | None] = {},
        query: Mapping[str, object] = {},
        raise_faults: bool = True,
        follow_redirects: bool = False,
        user_agent: str | None = None,
        http: Literal["httpx", "httpx2", "aiohttp"] = "httpx",
        http_client: httpx.AsyncClient | None = None,
        transport: AsyncTransport | None = None,
        retry: RetryPolicy = RetryPolicy(),
        clock: Clock = SystemClock(),
        on_request: RequestHook | None = None,
        on_response: ResponseHook | None = None,
        on_deviation: Callable[[Deviation], None] | None = None,
    ) -> None:
        # At once, so that no traceback that shows locals shows them.
        api_key = as_secret(api_key)
        api_secret = as_secret(api_secret)
        super().__init__(
            api_key=api_key,
            api_secret=api_secret,
            credentials=credentials,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            pool_timeout=pool_timeout,
            headers=headers,
            query=query,
            raise_faults=raise_faults,
            follow_redirects=follow_redirects,
            user_agent=user_agent,
            http=http,
            http_client=http_client,
            transport=transport,
            retry=retry,
            clock=clock,
            on_request=on_request,
            on_response=on_response,
            on_deviation=on_deviation,
        )

    @cached_property
    def clients(self) -> _clients.AsyncClients:
        """Operations on clients, reached as `client.clients`."""
        from .resources.clients import AsyncClients

        return AsyncClients(self)

    @cached_property
    def countries(self) -> _countries.AsyncCountries:
        """Operations on countries, reached as `client.countries`."""
        from .resources.countries import AsyncCountries

        return AsyncCountries(self)

    @cached_property
    def currencies(self) -> _currencies.AsyncCurrencies:
        """Operations on currencies, reached as `client.currencies`."""
        from .resources.currencies import AsyncCurrencies

        return AsyncCurrencies(self)

    @cached_property
    def date_formats(self) -> _date_formats.AsyncDateFormats:
        """Operations on date formats, reached as `client.date_formats`."""
        from .resources.date_formats import AsyncDateFormats

        return AsyncDateFormats(self)

    @cached_property
    def estimations(self) -> _estimations.AsyncEstimations:
        """Operations on estimations, reached as `client.estimations`."""
        from .resources.estimations import AsyncEstimations

        return AsyncEstimations(self)

    @cached_property
    def invoice_categories(self) -> _invoice_categories.AsyncInvoiceCategories:
        """Operations on invoice categories, reached as `client.invoice_categories`."""
        from .resources.invoice_categories import AsyncInvoiceCategories

        return AsyncInvoiceCategories(self)

    @cached_property
    def invoices(self) -> _invoices.AsyncInvoices:
        """Operations on invoices, reached as `client.invoices`."""
        from .additions.invoices import AsyncInvoices

        return AsyncInvoices(self)

    @cached_property
    def orders(self) -> _orders.AsyncOrders:
        """Operations on orders, reached as `client.orders`."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)

    @cached_property
    def payment_gateways(self) -> _payment_gateways.AsyncPaymentGateways:
        """Operations on payment gateways, reached as `client.payment_gateways`."""
        from .resources.payment_gateways import AsyncPaymentGateways

        return AsyncPaymentGateways(self)

    @cached_property
    def payment_links(self) -> _payment_links.AsyncPaymentLinks:
        """Operations on payment links, reached as `client.payment_links`."""
        from .resources.payment_links import AsyncPaymentLinks

        return AsyncPaymentLinks(self)

    @cached_property
    def products(self) -> _products.AsyncProducts:
        """Operations on products, reached as `client.products`."""
        from .resources.products import AsyncProducts

        return AsyncProducts(self)

    @cached_property
    def taxes(self) -> _taxes.AsyncTaxes:
        """Operations on taxes, reached as `client.taxes`."""
        from .resources.taxes import AsyncTaxes

        return AsyncTaxes(self)

    @cached_property
    def ui_languages(self) -> _ui_languages.AsyncUiLanguages:
        """Operations on ui languages, reached as `client.ui_languages`."""
        from .resources.ui_languages import AsyncUiLanguages

        return AsyncUiLanguages(self)

    @cached_property
    def work_types(self) -> _work_types.AsyncWorkTypes:
        """Operations on work types, reached as `client.work_types`."""
        from .resources.work_types import AsyncWorkTypes

        return AsyncWorkTypes(self)
