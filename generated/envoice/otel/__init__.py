"""Spans and metrics of OpenTelemetry, for calls and for webhook deliveries. `instrument` needs the extra `otel`.

Names and attributes are those of OpenTelemetry's semantic conventions for HTTP clients and for messaging. No span and
no metric holds a value of a query, a header, a body, a credential, or the text of an error.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from .._api import NAME
from .._core.client import BaseClient
from .._core.state import ClientState
from .._lazy import metrics, trace
from ..errors import ConfigurationError

__all__ = ["instrument", "uninstrument"]

BUILDS_ON: Final = ("_api.NAME",)


def instrument(
    *targets: object,
    tracer_provider: trace.TracerProvider | None = None,
    meter_provider: metrics.MeterProvider | None = None,
    propagate: bool = True,
) -> None:
    """Record spans and metrics from now on.

    A call has a span, named after its operation, and below it one of the kind CLIENT for each request that it sends:
    repetitions, redirects and tokens. A webhook delivery has a span of the kind CONSUMER, with a link to the span that
    a `traceparent` among its headers names. Doing it twice does no more than once.

    Args:
        targets: Clients, and handlers of webhooks; none of them for all there are and will be in this process.
        tracer_provider: Gives the tracer; the global one when None.
        meter_provider: Gives the meter; the global one when None.
        propagate: Whether requests carry the context of their span, such as a `traceparent`, to the origin that was
            called.

    Raises:
        ConfigurationError: OpenTelemetry is not installed, or a target is neither a client nor a handler.
    """
    if find_spec("opentelemetry") is None or find_spec("opentelemetry.trace") is None:
        raise ConfigurationError(f"{__name__} needs OpenTelemetry: pip install '{NAME}[otel]'.")
    given = tracer_provider, meter_provider
    observers: dict[str, Any] = {}
    for place, part in _places(targets):
        if part not in observers:
            made = import_module(f".{part}", __package__)
            observers[part] = made.Observer(*given, propagate=propagate)
        place.observer = observers[part]


def uninstrument(*targets: object) -> None:
    """Record nothing from now on. What was turned on for all goes on for nobody, and for a target for itself alone.

    Args:
        targets: Clients and handlers that were given to `instrument`; none of them for what was turned on for all.

    Raises:
        ConfigurationError: A target is neither a client nor a handler.
    """
    for place, _ in _places(targets):
        if targets:
            place.__dict__.pop("observer", None)
        else:
            place.observer = None


def _places(targets: tuple[object, ...]) -> list[tuple[Any, str]]:
    """What holds the observer of each target, and the module that has it."""
    receiver: Any = import_module("..webhooks.flow", __package__).Receiver if _HAS_WEBHOOKS else None
    if not targets:
        return [(ClientState, "_calls"), *([(receiver, "_deliveries")] if receiver else [])]
    places: list[tuple[Any, str]] = []
    for target in targets:
        if isinstance(target, BaseClient):
            places.append((target._wired, "_calls"))  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
        elif receiver is not None and isinstance(target, receiver):
            places.append((target, "_deliveries"))
        else:
            raise ConfigurationError(
                f"{__name__}: give it clients and handlers of webhooks, or nothing; got {type(target).__name__}."
            )
    return places


_HAS_WEBHOOKS: Final = find_spec("._deliveries", __package__) is not None
