"""Traces each request of a client with OpenTelemetry's instrumentation of httpx, inside a span for the work it is for.

Needs `pip install envoice opentelemetry-sdk opentelemetry-instrumentation-httpx`. Run it with ENVOICE_API_KEY and
ENVOICE_API_SECRET set; spans are printed as they end. The instrumentation would record URLs with their queries, which
hold ids and search texts, so a hook puts the URL without its query in their place.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import httpx
from envoice import Envoice, EnvoiceError
from opentelemetry import trace
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import ConsoleSpanExporter, SimpleSpanProcessor

if TYPE_CHECKING:
    from opentelemetry.instrumentation.httpx import RequestInfo
    from opentelemetry.trace import Span


def without_query(span: Span, request: RequestInfo) -> None:
    """Record where a request goes, and nothing of what it asks for."""
    if isinstance(request.url, httpx.URL):
        url = str(request.url.copy_with(query=None))
        for attribute in ("http.url", "url.full"):
            span.set_attribute(attribute, url)


def count_invoices(client: Envoice) -> int:
    """Count the invoices, in one span around those of the pages."""
    with trace.get_tracer("billing").start_as_current_span("count invoices") as span:
        count = sum(1 for _ in client.invoices.list(page_size=100))
        span.set_attribute("invoices.count", count)
        return count


def main() -> int:
    """Print the number of invoices; the exit status is 1 if the service could not be asked."""
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(ConsoleSpanExporter(out=sys.stderr)))
    trace.set_tracer_provider(provider)
    http_client = httpx.Client()
    HTTPXClientInstrumentor.instrument_client(http_client, request_hook=without_query)
    try:
        with http_client, Envoice(http_client=http_client) as client:
            print(count_invoices(client))
    except EnvoiceError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
