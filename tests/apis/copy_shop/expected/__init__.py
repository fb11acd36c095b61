# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""Typed Python SDK for the CopyShop API.

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
        interchange as interchange,
        models as models,
        options as options,
        pagination as pagination,
        problems as problems,
        responses as responses,
        streaming as streaming,
        testing as testing,
        transports as transports,
    )
    from .client import (
        AsyncCopyShop as AsyncCopyShop,
        CopyShop as CopyShop,
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
        CopyShopError as CopyShopError,
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
        StreamError as StreamError,
        UnprocessableEntityError as UnprocessableEntityError,
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
        Advice as Advice,
        AdviseJobRequest as AdviseJobRequest,
        Health as Health,
        Job as Job,
        LogLine as LogLine,
        Missing as Missing,
        Progress as Progress,
        Queued as Queued,
        Refusal as Refusal,
        Trouble as Trouble,
        Word as Word,
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
    "auth": ".",
    "clock": ".",
    "credentials": ".",
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
    "testing": ".",
    "transports": ".",
    "AsyncCopyShop": ".client",
    "CopyShop": ".client",
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
    "CopyShopError": ".errors",
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
    "StreamError": ".errors",
    "UnprocessableEntityError": ".errors",
    "RequestEvent": ".events",
    "ResponseEvent": ".events",
    "json_default": ".interchange",
    "to_arrow": ".interchange",
    "to_rows": ".interchange",
    "Advice": ".models",
    "AdviseJobRequest": ".models",
    "Health": ".models",
    "Job": ".models",
    "LogLine": ".models",
    "Missing": ".models",
    "Progress": ".models",
    "Queued": ".models",
    "Refusal": ".models",
    "Trouble": ".models",
    "Word": ".models",
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
    "Advice",
    "AdviseJobRequest",
    "AsyncCopyShop",
    "AsyncPager",
    "AuthenticationError",
    "BadRequestError",
    "ConfigurationError",
    "ConflictError",
    "CopyShop",
    "CopyShopError",
    "Credentials",
    "DecodeError",
    "Deviation",
    "DeviationReport",
    "DownloadError",
    "EncodeError",
    "FaultError",
    "Health",
    "InternalServerError",
    "Job",
    "LogLine",
    "Missing",
    "ModelError",
    "NotFoundError",
    "OpenEnum",
    "Outcome",
    "Page",
    "Pager",
    "PaginationError",
    "PermissionDeniedError",
    "Progress",
    "Queued",
    "RateLimitError",
    "RawResponse",
    "Refusal",
    "RequestEvent",
    "RequestOptions",
    "ResponseEvent",
    "RetryPolicy",
    "StreamError",
    "Trouble",
    "UNSET",
    "UnprocessableEntityError",
    "UnsetType",
    "Word",
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
