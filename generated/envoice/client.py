# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The clients: `Envoice`, and `AsyncEnvoice` with the same surface to await."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._core.async_client import AsyncClient
from ._core.sync_client import SyncClient

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
            for invoice in client.invoices.list():
                print(invoice.number, invoice.total_amount)

    Args:
        api_key (str): The account's key; by default ENVOICE_API_KEY of the environment.
        api_secret (str): The account's secret; by default ENVOICE_API_SECRET of the environment.
        credentials (Credentials or a callable): Both in one value, or a provider of them, in place of the two above.
        base_url (str): Where requests go: https, or http to a loopback host; by default ENVOICE_BASE_URL of the
            environment, or the service.
        timeout (float): Seconds allowed for an attempt, 30 by default; None for no limit.
        max_retries (int): How often a failed attempt is repeated, if that cannot do anything twice; 2 by default.
        deadline (float): Seconds allowed for a whole call, waiting included; None, the default, for no limit.
        pool_timeout (float): Seconds that an attempt may wait for a free connection, 60 by default; None for no limit.
        headers (Mapping): Headers that every request carries.
        query (Mapping): Query parameters that every request carries, by their wire names.
        raise_faults (bool): Whether an answer that says `IsFaulted` is raised as a `FaultError`; True by default.
        follow_redirects (bool): Whether the redirects of a GET are followed; False by default.
        user_agent (str): What is appended to the `User-Agent`, such as `billing/2.1`.
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
    """A client of the Envoice API for asyncio and trio, with the surface of `Envoice`; it belongs to one event loop.

        async with AsyncEnvoice(api_key="...", api_secret="...") as client:
            async for invoice in client.invoices.list():
                print(invoice.number, invoice.total_amount)

    Args:
        api_key (str): The account's key; by default ENVOICE_API_KEY of the environment.
        api_secret (str): The account's secret; by default ENVOICE_API_SECRET of the environment.
        credentials (Credentials or a callable): Both in one value, or a provider of them, in place of the two above.
        base_url (str): Where requests go: https, or http to a loopback host; by default ENVOICE_BASE_URL of the
            environment, or the service.
        timeout (float): Seconds allowed for an attempt, 30 by default; None for no limit.
        max_retries (int): How often a failed attempt is repeated, if that cannot do anything twice; 2 by default.
        deadline (float): Seconds allowed for a whole call, waiting included; None, the default, for no limit.
        pool_timeout (float): Seconds that an attempt may wait for a free connection, 60 by default; None for no limit.
        headers (Mapping): Headers that every request carries.
        query (Mapping): Query parameters that every request carries, by their wire names.
        raise_faults (bool): Whether an answer that says `IsFaulted` is raised as a `FaultError`; True by default.
        follow_redirects (bool): Whether the redirects of a GET are followed; False by default.
        user_agent (str): What is appended to the `User-Agent`, such as `billing/2.1`.
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
