# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""Typed Python SDK for the Toll Bridge API.

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
        auth as auth,
        clock as clock,
        credentials as credentials,
        deviations as deviations,
        enums as enums,
        errors as errors,
        events as events,
        files as files,
        interchange as interchange,
        models as models,
        options as options,
        otel as otel,
        pagination as pagination,
        problems as problems,
        responses as responses,
        testing as testing,
        transports as transports,
        webhook_events as webhook_events,
        webhooks as webhooks,
    )
    from .client import (
        AsyncTollBridge as AsyncTollBridge,
        TollBridge as TollBridge,
    )
    from .credentials import (
        Credentials as Credentials,
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
        RateLimitError as RateLimitError,
        TollBridgeError as TollBridgeError,
        UnprocessableEntityError as UnprocessableEntityError,
        WebhookError as WebhookError,
        WebhookPayloadError as WebhookPayloadError,
        WebhookSignatureError as WebhookSignatureError,
    )
    from .events import (
        RequestEvent as RequestEvent,
        ResponseEvent as ResponseEvent,
    )
    from .files import (
        FileTypes as FileTypes,
        Upload as Upload,
    )
    from .interchange import (
        json_default as json_default,
        to_arrow as to_arrow,
        to_rows as to_rows,
    )
    from .models import (
        Crossing as Crossing,
        CrossingPaid as CrossingPaid,
        CrossingPaidKind as CrossingPaidKind,
        Failure as Failure,
        FailureError as FailureError,
        FailureProblem as FailureProblem,
        LaneClosed as LaneClosed,
        LaneClosedKind as LaneClosedKind,
        NewCrossing as NewCrossing,
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
    from .webhooks import (
        WebhookEvent as WebhookEvent,
        Webhooks as Webhooks,
    )

_HOME = {
    "auth": ".",
    "clock": ".",
    "credentials": ".",
    "deviations": ".",
    "enums": ".",
    "errors": ".",
    "events": ".",
    "files": ".",
    "interchange": ".",
    "models": ".",
    "options": ".",
    "otel": ".",
    "pagination": ".",
    "problems": ".",
    "responses": ".",
    "testing": ".",
    "transports": ".",
    "webhook_events": ".",
    "webhooks": ".",
    "AsyncTollBridge": ".client",
    "TollBridge": ".client",
    "Credentials": ".credentials",
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
    "RateLimitError": ".errors",
    "TollBridgeError": ".errors",
    "UnprocessableEntityError": ".errors",
    "WebhookError": ".errors",
    "WebhookPayloadError": ".errors",
    "WebhookSignatureError": ".errors",
    "RequestEvent": ".events",
    "ResponseEvent": ".events",
    "FileTypes": ".files",
    "Upload": ".files",
    "json_default": ".interchange",
    "to_arrow": ".interchange",
    "to_rows": ".interchange",
    "Crossing": ".models",
    "CrossingPaid": ".models",
    "CrossingPaidKind": ".models",
    "Failure": ".models",
    "FailureError": ".models",
    "FailureProblem": ".models",
    "LaneClosed": ".models",
    "LaneClosedKind": ".models",
    "NewCrossing": ".models",
    "RequestOptions": ".options",
    "RetryPolicy": ".options",
    "AsyncPager": ".pagination",
    "Page": ".pagination",
    "Pager": ".pagination",
    "RawResponse": ".responses",
    "WebhookEvent": ".webhooks",
    "Webhooks": ".webhooks",
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
    "AsyncTollBridge",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "Credentials",
    "Crossing",
    "CrossingPaid",
    "CrossingPaidKind",
    "DecodeError",
    "Deviation",
    "DeviationReport",
    "DownloadError",
    "EncodeError",
    "Failure",
    "FailureError",
    "FailureProblem",
    "FaultError",
    "FileTypes",
    "InternalServerError",
    "LaneClosed",
    "LaneClosedKind",
    "ModelError",
    "NewCrossing",
    "NotFoundError",
    "OpenEnum",
    "Outcome",
    "Page",
    "Pager",
    "PaginationError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "RequestEvent",
    "RequestOptions",
    "ResponseEvent",
    "RetryPolicy",
    "TollBridge",
    "TollBridgeError",
    "UNSET",
    "UnprocessableEntityError",
    "UnsetType",
    "Upload",
    "WebhookError",
    "WebhookEvent",
    "WebhookPayloadError",
    "WebhookSignatureError",
    "Webhooks",
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
