# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Typed Python SDK for the Radio API.

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
        pagination as pagination,
        problems as problems,
        responses as responses,
        streaming as streaming,
        transports as transports,
        types as types,
    )
    from .compatibility._client import (
        DEFAULT_MAX_RETRIES as DEFAULT_MAX_RETRIES,
        DEFAULT_TIMEOUT as DEFAULT_TIMEOUT,
    )
    from .compatibility._errors import (
        APIResponseValidationError as APIResponseValidationError,
        APIStatusError as APIStatusError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ConflictError as ConflictError,
        InternalServerError as InternalServerError,
        NotFoundError as NotFoundError,
        PermissionDeniedError as PermissionDeniedError,
        RateLimitError as RateLimitError,
        UnprocessableEntityError as UnprocessableEntityError,
    )
    from .compatibility._files import (
        file_from_path as file_from_path,
    )
    from .compatibility._httpx import (
        DefaultAsyncHttpxClient as DefaultAsyncHttpxClient,
        DefaultHttpxClient as DefaultHttpxClient,
        Timeout as Timeout,
    )
    from .compatibility._model import (
        BaseModel as BaseModel,
    )
    from .compatibility._responses import (
        APIResponse as APIResponse,
        AsyncAPIResponse as AsyncAPIResponse,
    )
    from .compatibility._streams import (
        AsyncStream as AsyncStream,
        Stream as Stream,
    )
    from .compatibility._values import (
        NOT_GIVEN as NOT_GIVEN,
        NotGiven as NotGiven,
        Omit as Omit,
        not_given as not_given,
        omit as omit,
    )
    from .compatibility.client import (
        ENVIRONMENTS as ENVIRONMENTS,
        AsyncClient as AsyncClient,
        AsyncRadio as AsyncRadio,
        Client as Client,
        Radio as Radio,
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
        APITimeoutError as APITimeoutError,
        ConfigurationError as ConfigurationError,
        DecodeError as DecodeError,
        DownloadError as DownloadError,
        EncodeError as EncodeError,
        FaultError as FaultError,
        ModelError as ModelError,
        Outcome as Outcome,
        PaginationError as PaginationError,
        RadioError as RadioError,
        StreamError as StreamError,
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
        AddRecordingRequest as AddRecordingRequest,
        Chart as Chart,
        ChartPage as ChartPage,
        Contact as Contact,
        CreateShowTranscriptRequest as CreateShowTranscriptRequest,
        CreateShowTranscriptRequestFormat as CreateShowTranscriptRequestFormat,
        CreateShowTranscriptRequestModel as CreateShowTranscriptRequestModel,
        Episode as Episode,
        EpisodePage as EpisodePage,
        Failure as Failure,
        GetShowResponse as GetShowResponse,
        Host as Host,
        Layout as Layout,
        Line as Line,
        NewShow as NewShow,
        NowPlaying as NowPlaying,
        Recording as Recording,
        Show as Show,
        ShowPage as ShowPage,
        Station as Station,
        StationPage as StationPage,
        StationPageResult as StationPageResult,
        StatusModel as StatusModel,
        Transcript as Transcript,
        TranscriptChunk as TranscriptChunk,
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
    "pagination": ".",
    "problems": ".",
    "responses": ".",
    "streaming": ".",
    "transports": ".",
    "types": ".",
    "DEFAULT_MAX_RETRIES": ".compatibility._client",
    "DEFAULT_TIMEOUT": ".compatibility._client",
    "APIResponseValidationError": ".compatibility._errors",
    "APIStatusError": ".compatibility._errors",
    "AuthenticationError": ".compatibility._errors",
    "BadRequestError": ".compatibility._errors",
    "ConflictError": ".compatibility._errors",
    "InternalServerError": ".compatibility._errors",
    "NotFoundError": ".compatibility._errors",
    "PermissionDeniedError": ".compatibility._errors",
    "RateLimitError": ".compatibility._errors",
    "UnprocessableEntityError": ".compatibility._errors",
    "file_from_path": ".compatibility._files",
    "DefaultAsyncHttpxClient": ".compatibility._httpx",
    "DefaultHttpxClient": ".compatibility._httpx",
    "Timeout": ".compatibility._httpx",
    "BaseModel": ".compatibility._model",
    "APIResponse": ".compatibility._responses",
    "AsyncAPIResponse": ".compatibility._responses",
    "AsyncStream": ".compatibility._streams",
    "Stream": ".compatibility._streams",
    "NOT_GIVEN": ".compatibility._values",
    "NotGiven": ".compatibility._values",
    "Omit": ".compatibility._values",
    "not_given": ".compatibility._values",
    "omit": ".compatibility._values",
    "AsyncClient": ".compatibility.client",
    "AsyncRadio": ".compatibility.client",
    "Client": ".compatibility.client",
    "ENVIRONMENTS": ".compatibility.client",
    "Radio": ".compatibility.client",
    "Credentials": ".credentials",
    "Deviation": ".deviations",
    "DeviationReport": ".deviations",
    "OpenEnum": ".enums",
    "APIConnectionError": ".errors",
    "APIDeadlineError": ".errors",
    "APIError": ".errors",
    "APIResponseError": ".errors",
    "APITimeoutError": ".errors",
    "ConfigurationError": ".errors",
    "DecodeError": ".errors",
    "DownloadError": ".errors",
    "EncodeError": ".errors",
    "FaultError": ".errors",
    "ModelError": ".errors",
    "Outcome": ".errors",
    "PaginationError": ".errors",
    "RadioError": ".errors",
    "StreamError": ".errors",
    "RequestEvent": ".events",
    "ResponseEvent": ".events",
    "FileTypes": ".files",
    "Upload": ".files",
    "json_default": ".interchange",
    "to_arrow": ".interchange",
    "to_rows": ".interchange",
    "AddRecordingRequest": ".models",
    "Chart": ".models",
    "ChartPage": ".models",
    "Contact": ".models",
    "CreateShowTranscriptRequest": ".models",
    "CreateShowTranscriptRequestFormat": ".models",
    "CreateShowTranscriptRequestModel": ".models",
    "Episode": ".models",
    "EpisodePage": ".models",
    "Failure": ".models",
    "GetShowResponse": ".models",
    "Host": ".models",
    "Layout": ".models",
    "Line": ".models",
    "NewShow": ".models",
    "NowPlaying": ".models",
    "Recording": ".models",
    "Show": ".models",
    "ShowPage": ".models",
    "Station": ".models",
    "StationPage": ".models",
    "StationPageResult": ".models",
    "StatusModel": ".models",
    "Transcript": ".models",
    "TranscriptChunk": ".models",
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
    "APIResponse",
    "APIResponseError",
    "APIResponseValidationError",
    "APIStatusError",
    "APITimeoutError",
    "AddRecordingRequest",
    "AsyncAPIResponse",
    "AsyncClient",
    "AsyncPager",
    "AsyncRadio",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BaseModel",
    "Chart",
    "ChartPage",
    "Client",
    "ConfigurationError",
    "ConflictError",
    "Contact",
    "CreateShowTranscriptRequest",
    "CreateShowTranscriptRequestFormat",
    "CreateShowTranscriptRequestModel",
    "Credentials",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "DecodeError",
    "DefaultAsyncHttpxClient",
    "DefaultHttpxClient",
    "Deviation",
    "DeviationReport",
    "DownloadError",
    "ENVIRONMENTS",
    "EncodeError",
    "Episode",
    "EpisodePage",
    "Failure",
    "FaultError",
    "FileTypes",
    "GetShowResponse",
    "Host",
    "InternalServerError",
    "Layout",
    "Line",
    "ModelError",
    "NOT_GIVEN",
    "NewShow",
    "NotFoundError",
    "NotGiven",
    "NowPlaying",
    "Omit",
    "OpenEnum",
    "Outcome",
    "Page",
    "Pager",
    "PaginationError",
    "PermissionDeniedError",
    "Radio",
    "RadioError",
    "RateLimitError",
    "RawResponse",
    "Recording",
    "RequestEvent",
    "RequestOptions",
    "ResponseEvent",
    "RetryPolicy",
    "Show",
    "ShowPage",
    "Station",
    "StationPage",
    "StationPageResult",
    "StatusModel",
    "Stream",
    "StreamError",
    "Timeout",
    "Transcript",
    "TranscriptChunk",
    "UNSET",
    "UnprocessableEntityError",
    "UnsetType",
    "Upload",
    "file_from_path",
    "json_default",
    "not_given",
    "omit",
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
