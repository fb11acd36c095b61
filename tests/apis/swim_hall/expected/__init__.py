# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/swim_hall; CONTRIBUTING.md says how to change what is generated.
"""Typed Python SDK for the SwimHall API.

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
        streaming as streaming,
        transports as transports,
    )
    from .client import (
        AsyncSwimHall as AsyncSwimHall,
        SwimHall as SwimHall,
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
        StreamError as StreamError,
        SwimHallError as SwimHallError,
        UnprocessableEntityError as UnprocessableEntityError,
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
        BookCourseRequest as BookCourseRequest,
        Course as Course,
        CourseLevel as CourseLevel,
        Level as Level,
        ProblemModel as ProblemModel,
        UpdateCoursePosterRequest as UpdateCoursePosterRequest,
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
    "files": ".",
    "interchange": ".",
    "models": ".",
    "options": ".",
    "otel": ".",
    "pagination": ".",
    "problems": ".",
    "responses": ".",
    "streaming": ".",
    "transports": ".",
    "AsyncSwimHall": ".client",
    "SwimHall": ".client",
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
    "StreamError": ".errors",
    "SwimHallError": ".errors",
    "UnprocessableEntityError": ".errors",
    "RequestEvent": ".events",
    "ResponseEvent": ".events",
    "FileTypes": ".files",
    "Upload": ".files",
    "json_default": ".interchange",
    "to_arrow": ".interchange",
    "to_rows": ".interchange",
    "BookCourseRequest": ".models",
    "Course": ".models",
    "CourseLevel": ".models",
    "Level": ".models",
    "ProblemModel": ".models",
    "UpdateCoursePosterRequest": ".models",
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
    "AsyncSwimHall",
    "AuthenticationError",
    "BadRequestError",
    "BookCourseRequest",
    "ConfigurationError",
    "ConflictError",
    "Course",
    "CourseLevel",
    "Credentials",
    "DecodeError",
    "Deviation",
    "DeviationReport",
    "DownloadError",
    "EncodeError",
    "FaultError",
    "FileTypes",
    "InternalServerError",
    "Level",
    "ModelError",
    "NotFoundError",
    "OpenEnum",
    "Outcome",
    "Page",
    "Pager",
    "PaginationError",
    "PermissionDeniedError",
    "ProblemModel",
    "RateLimitError",
    "RawResponse",
    "RequestEvent",
    "RequestOptions",
    "ResponseEvent",
    "RetryPolicy",
    "StreamError",
    "SwimHall",
    "SwimHallError",
    "UNSET",
    "UnprocessableEntityError",
    "UnsetType",
    "UpdateCoursePosterRequest",
    "Upload",
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
