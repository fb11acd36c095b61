# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/rail_museum; CONTRIBUTING.md says how to change what is generated.
"""Typed Python SDK for the RailMuseum API.

Importing this package loads neither httpx nor the models: each name is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._build import SPEC_SHA256 as __spec_sha256__, VERSION as __version__

if TYPE_CHECKING:
    from msgspec import (
        UNSET as UNSET,
        UnsetType as UnsetType,
    )

    from . import (
        clock as clock,
        deviations as deviations,
        enums as enums,
        errors as errors,
        events as events,
        interchange as interchange,
        models as models,
        options as options,
        pagination as pagination,
        problems as problems,
        responses as responses,
        streaming as streaming,
        transports as transports,
        webhook_events as webhook_events,
    )
    from .client import (
        AsyncRailMuseum as AsyncRailMuseum,
        RailMuseum as RailMuseum,
    )
    from .deviations import (
        Deviation as Deviation,
        DeviationReport as DeviationReport,
    )
    from .enums import (
        OpenEnum as OpenEnum,
    )
    from .errors import (
        APIConnectionError as APIConnectionError,
        APIDeadlineError as APIDeadlineError,
        APIError as APIError,
        APIResponseError as APIResponseError,
        APIStatusError as APIStatusError,
        APITimeoutError as APITimeoutError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ConfigurationError as ConfigurationError,
        ConflictError as ConflictError,
        DecodeError as DecodeError,
        DownloadError as DownloadError,
        EncodeError as EncodeError,
        FaultError as FaultError,
        InternalServerError as InternalServerError,
        ModelError as ModelError,
        NotFoundError as NotFoundError,
        Outcome as Outcome,
        PaginationError as PaginationError,
        PermissionDeniedError as PermissionDeniedError,
        RailMuseumError as RailMuseumError,
        RateLimitError as RateLimitError,
        StreamError as StreamError,
        UnprocessableEntityError as UnprocessableEntityError,
        WebhookError as WebhookError,
        WebhookPayloadError as WebhookPayloadError,
    )
    from .events import (
        RequestEvent as RequestEvent,
        ResponseEvent as ResponseEvent,
    )
    from .interchange import (
        json_default as json_default,
        to_arrow as to_arrow,
        to_rows as to_rows,
    )
    from .models import (
        Booking as Booking,
        BookingEvent as BookingEvent,
        CopyTourResponse as CopyTourResponse,
        Engine as Engine,
        EngineArrivedEvent as EngineArrivedEvent,
        EngineArrivedEventEvent as EngineArrivedEventEvent,
        EngineMuseum as EngineMuseum,
        GetTourPlanResponse as GetTourPlanResponse,
        Guide as Guide,
        Kind as Kind,
        QueryToursRequest as QueryToursRequest,
        Tour as Tour,
        TourCriteria as TourCriteria,
        TourFilter as TourFilter,
        TourLanguage as TourLanguage,
    )
    from .options import (
        RequestOptions as RequestOptions,
        RetryPolicy as RetryPolicy,
    )
    from .pagination import (
        AsyncPager as AsyncPager,
        Page as Page,
        Pager as Pager,
    )
    from .responses import (
        RawResponse as RawResponse,
    )

_HOME = {
    "clock": ".",
    "deviations": ".",
    "enums": ".",
    "errors": ".",
    "events": ".",
    "interchange": ".",
    "models": ".",
    "options": ".",
    "pagination": ".",
    "problems": ".",
    "responses": ".",
    "streaming": ".",
    "transports": ".",
    "webhook_events": ".",
    "AsyncRailMuseum": ".client",
    "RailMuseum": ".client",
    "Deviation": ".deviations",
    "DeviationReport": ".deviations",
    "OpenEnum": ".enums",
    "APIConnectionError": ".errors",
    "APIDeadlineError": ".errors",
    "APIError": ".errors",
    "APIResponseError": ".errors",
    "APIStatusError": ".errors",
    "APITimeoutError": ".errors",
    "AuthenticationError": ".errors",
    "BadRequestError": ".errors",
    "ConfigurationError": ".errors",
    "ConflictError": ".errors",
    "DecodeError": ".errors",
    "DownloadError": ".errors",
    "EncodeError": ".errors",
    "FaultError": ".errors",
    "InternalServerError": ".errors",
    "ModelError": ".errors",
    "NotFoundError": ".errors",
    "Outcome": ".errors",
    "PaginationError": ".errors",
    "PermissionDeniedError": ".errors",
    "RailMuseumError": ".errors",
    "RateLimitError": ".errors",
    "StreamError": ".errors",
    "UnprocessableEntityError": ".errors",
    "WebhookError": ".errors",
    "WebhookPayloadError": ".errors",
    "RequestEvent": ".events",
    "ResponseEvent": ".events",
    "json_default": ".interchange",
    "to_arrow": ".interchange",
    "to_rows": ".interchange",
    "Booking": ".models",
    "BookingEvent": ".models",
    "CopyTourResponse": ".models",
    "Engine": ".models",
    "EngineArrivedEvent": ".models",
    "EngineArrivedEventEvent": ".models",
    "EngineMuseum": ".models",
    "GetTourPlanResponse": ".models",
    "Guide": ".models",
    "Kind": ".models",
    "QueryToursRequest": ".models",
    "Tour": ".models",
    "TourCriteria": ".models",
    "TourFilter": ".models",
    "TourLanguage": ".models",
    "RequestOptions": ".options",
    "RetryPolicy": ".options",
    "AsyncPager": ".pagination",
    "Page": ".pagination",
    "Pager": ".pagination",
    "RawResponse": ".responses",
    "UNSET": "msgspec",
    "UnsetType": "msgspec",
}

__all__ = [
    "APIConnectionError",
    "APIDeadlineError",
    "APIError",
    "APIResponseError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncPager",
    "AsyncRailMuseum",
    "AuthenticationError",
    "BadRequestError",
    "Booking",
    "BookingEvent",
    "ConfigurationError",
    "ConflictError",
    "CopyTourResponse",
    "DecodeError",
    "Deviation",
    "DeviationReport",
    "DownloadError",
    "EncodeError",
    "Engine",
    "EngineArrivedEvent",
    "EngineArrivedEventEvent",
    "EngineMuseum",
    "FaultError",
    "GetTourPlanResponse",
    "Guide",
    "InternalServerError",
    "Kind",
    "ModelError",
    "NotFoundError",
    "OpenEnum",
    "Outcome",
    "Page",
    "Pager",
    "PaginationError",
    "PermissionDeniedError",
    "QueryToursRequest",
    "RailMuseum",
    "RailMuseumError",
    "RateLimitError",
    "RawResponse",
    "RequestEvent",
    "RequestOptions",
    "ResponseEvent",
    "RetryPolicy",
    "StreamError",
    "Tour",
    "TourCriteria",
    "TourFilter",
    "TourLanguage",
    "UNSET",
    "UnprocessableEntityError",
    "UnsetType",
    "WebhookError",
    "WebhookPayloadError",
    "json_default",
    "to_arrow",
    "to_rows",
]


def __getattr__(name: str) -> object:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = import_module(f".{name}", __name__) if home == "." else getattr(import_module(home, __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
