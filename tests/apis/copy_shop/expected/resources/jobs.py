# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""Operations on jobs, reached as `client.jobs`."""

from __future__ import annotations

from builtins import list as List
from datetime import datetime
from typing import Any, Final, Literal, overload

from msgspec import UNSET, UnsetType

from .._http.accepting import asking as _asking
from .._http.operation import Operation, by_status as _by_status
from ..models import (
    Advice,
    AdviseJobRequest,
    Job,
    LogLine,
    Missing,
    Progress,
    Queued,
    Refusal,
    Trouble,
    Word,
)
from ..options import RequestOptions
from ..streaming import AsyncStream, Stream
from ._base import AsyncResource, SyncResource
from ._headers import DeclaredHeaders, headed
from ._raw import AsyncRaw, Raw, RawResource
from ._raw_stream import AsyncRawStream, RawStream
from ._streaming import AsyncStreaming, Streaming, StreamingResource

__all__ = [
    "AsyncJobs",
    "AsyncJobsRaw",
    "AsyncJobsStreaming",
    "Jobs",
    "JobsRaw",
    "JobsStreaming",
    "JobsListHeaders",
    "JobsGetProofHeaders",
]

_LIST: Final = Operation(
    name="jobs.list",
    method="GET",
    path="/jobs",
    result=List[Job],
    errors={"default": Trouble},
)
_GET: Final = Operation(
    name="jobs.get",
    method="GET",
    path="/jobs/job",
    result=Job,
    errors=_by_status({"404": Missing, "4XX": Refusal, "default": Trouble}),
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_ADVISE: Final[Operation[Advice | None]] = Operation(
    name="jobs.advise",
    method="POST",
    path="/jobs/advice",
    answers=(
        ("200", "application/json", Advice),
        ("204", "*/*", None),
    ),
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_ADVISE_STREAM: Final[Operation[List[Word]]] = Operation(
    name="jobs.advise_stream",
    method="POST",
    path="/jobs/advice",
    answers=(("200", "text/event-stream", Word),),
    accept="text/event-stream",
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_CANCEL: Final[Operation[None]] = Operation(
    name="jobs.cancel",
    method="DELETE",
    path="/jobs/job",
    answers=(("2XX", "*/*", None),),
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_EXPORT: Final[Operation[str | bytes]] = Operation(
    name="jobs.export",
    method="GET",
    path="/jobs/export",
    answers=(("200", "text/csv", str),),
    accept="text/csv",
    errors={"default": Trouble},
)
_EXPORT_AS: Final = (
    ("text/csv", ()),
    ("application/pdf", (("200", "application/pdf", bytes),)),
)
_FORGET: Final = Operation(
    name="jobs.forget",
    method="POST",
    path="/jobs/forget",
    result=None,
    errors={},
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_GET_ATTACHMENT: Final[Operation[Any]] = Operation(
    name="jobs.get_attachment",
    method="GET",
    path="/jobs/attachment",
    answers=(
        ("200", "application/json", Any),
        ("200", "text/*", str),
        ("200", "*/*", bytes),
    ),
    accept="application/json, text/*, */*",
    errors={},
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_GET_PAGE: Final[Operation[bytes | None]] = Operation(
    name="jobs.get_page",
    method="GET",
    path="/jobs/page",
    answers=(
        ("200", "image/png", bytes),
        ("204", "*/*", None),
    ),
    accept="image/png",
    errors={},
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_GET_PAGE_AS: Final = (
    ("image/png", ()),
    (
        "image/jpeg",
        (
            ("200", "image/jpeg", bytes),
            ("204", "*/*", None),
        ),
    ),
)
_GET_PROOF: Final[Operation[bytes]] = Operation(
    name="jobs.get_proof",
    method="GET",
    path="/jobs/proof",
    answers=(("200", "application/pdf", bytes),),
    accept="application/pdf",
    errors={"default": Trouble},
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_GET_TICKET: Final[Operation[str]] = Operation(
    name="jobs.get_ticket",
    method="GET",
    path="/jobs/ticket",
    answers=(("200", "application/xml", str),),
    accept="application/xml",
    errors={},
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_HEAR: Final[Operation[List[str]]] = Operation(
    name="jobs.hear",
    method="GET",
    path="/jobs/notes",
    answers=(("200", "text/event-stream", str),),
    accept="text/event-stream",
    errors={},
)
_READ_LOG: Final[Operation[List[LogLine]]] = Operation(
    name="jobs.read_log",
    method="GET",
    path="/jobs/log",
    answers=(("200", "application/x-ndjson", LogLine),),
    accept="application/x-ndjson",
    errors={},
    required={"number": "number"},
    kinds={"number": ("number", int)},
)
_SUBMIT: Final[Operation[Job | Queued | None]] = Operation(
    name="jobs.submit",
    method="POST",
    path="/jobs",
    answers=(
        ("200", "application/json", Job),
        ("202", "application/json", Queued),
        ("204", "*/*", None),
    ),
    errors=_by_status({"422": Refusal, "default": Trouble}),
)
_WATCH: Final[Operation[List[Progress]]] = Operation(
    name="jobs.watch",
    method="GET",
    path="/jobs/watch",
    answers=(("200", "text/event-stream", Progress),),
    accept="text/event-stream",
    required={"number": "number"},
    kinds={"number": ("number", int)},
)


class JobsListHeaders(DeclaredHeaders):
    """The headers that `jobs.list` declares of its answer."""

    __slots__ = ()

    @property
    def x_as_of(self) -> datetime | None:
        """The header X-As-Of; None where it was not sent."""
        return self._value("X-As-Of", datetime)

    @property
    def x_total(self) -> int | None:
        """How many there are; None where it was not sent."""
        return self._value("X-Total", int)


class JobsGetProofHeaders(DeclaredHeaders):
    """The headers that `jobs.get_proof` declares of its answer."""

    __slots__ = ()

    @property
    def x_pages(self) -> int | None:
        """The header X-Pages; None where it was not sent."""
        return self._value("X-Pages", int)


class Jobs(SyncResource):
    """Operations on jobs, reached as `client.jobs`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> JobsRaw:
        """The same operations, giving each answer as it came."""
        return JobsRaw(self)

    @property
    def with_streaming_response(self) -> JobsStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return JobsStreaming(self)

    def list(self, *, options: RequestOptions | None = None) -> List[Job]:
        """All jobs.

        Calls `GET /jobs` (`listJobs` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Job]: All of them, in the service's order.

        Headers of the answer, attributes of `headers` of what `with_raw_response` gives: `x_as_of` (datetime),
        `x_total` (int).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_LIST, options=options)

    def get(self, *, number: int, options: RequestOptions | None = None) -> Job:
        """One job.

        Calls `GET /jobs/job` (`getJob` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Job: The job, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, query={"number": number}, options=options)

    def advise(self, *, number: int, question: str, options: RequestOptions | None = None) -> Advice | None:
        """Advice on a job, at once or as it comes to mind.

        Calls `POST /jobs/advice` (`adviseOn` in the vendor's document).

        Args:
            number (int): The number of the job.
            question (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Advice or None: For 200: the advice, as the service answers it. For 204: None, without a body.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _ADVISE,
            query={"number": number},
            body=AdviseJobRequest(
                question=question,
            ),
            options=options,
        )

    def advise_stream(self, *, number: int, question: str, options: RequestOptions | None = None) -> Stream[Word]:
        """Advice on a job, at once or as it comes to mind.

        Calls `POST /jobs/advice` (`adviseOn` in the vendor's document).

        Args:
            number (int): The number of the job.
            question (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Stream[Word]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(
            Stream[Word],
            _ADVISE_STREAM,
            query={"number": number},
            body=AdviseJobRequest(
                question=question,
            ),
            options=options,
        )

    def cancel(self, *, number: int, options: RequestOptions | None = None) -> None:
        """Cancel a job.

        Calls `DELETE /jobs/job` (`cancelJob` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_CANCEL, query={"number": number}, options=options)

    def _export_as(
        self, *, accept: Literal["text/csv", "application/pdf"] = "text/csv", options: RequestOptions | None = None
    ) -> str | bytes:
        """All jobs as a table.

        Calls `GET /jobs/export` (`exportJobs` in the vendor's document).

        Args:
            accept (Literal['text/csv', 'application/pdf']): The media type of the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str or bytes: The text that is answered (text/csv). The bytes that are answered (application/pdf);
                for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_asking(_EXPORT, accept, _EXPORT_AS), options=options)

    @overload
    def export(self, *, accept: Literal["text/csv"] = "text/csv", options: RequestOptions | None = None) -> str: ...
    @overload
    def export(self, *, accept: Literal["application/pdf"], options: RequestOptions | None = None) -> bytes: ...
    def export(
        self, *, accept: Literal["text/csv", "application/pdf"] = "text/csv", options: RequestOptions | None = None
    ) -> str | bytes:
        """All jobs as a table.

        Calls `GET /jobs/export` (`exportJobs` in the vendor's document).

        Args:
            accept (Literal['text/csv', 'application/pdf']): The media type of the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str or bytes: The text that is answered (text/csv). The bytes that are answered (application/pdf);
                for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_asking(_EXPORT, accept, _EXPORT_AS), options=options)

    def forget(self, *, number: int, options: RequestOptions | None = None) -> None:
        """Forget a job.

        Calls `POST /jobs/forget` (`forgetJob` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_FORGET, query={"number": number}, options=options)

    def get_attachment(self, *, number: int, options: RequestOptions | None = None) -> Any:
        """What was sent with a job, whatever it is.

        Calls `GET /jobs/attachment` (`getAttachment` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Any: What the service answers. The text that is answered (text/*). The bytes that are answered
                (*/*); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_ATTACHMENT, query={"number": number}, options=options)

    def _get_page_as(
        self,
        *,
        number: int,
        accept: Literal["image/png", "image/jpeg"] = "image/png",
        options: RequestOptions | None = None,
    ) -> bytes | None:
        """A page of a job as a picture.

        Calls `GET /jobs/page` (`getPage` in the vendor's document).

        Args:
            number (int): The number of the job.
            accept (Literal['image/png', 'image/jpeg']): The media type of the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes or None: For 200: the bytes that are answered (image/png); for large ones see
                `with_streaming_response`. For 204: None, without a body. For 200: the bytes that are answered
                (image/jpeg); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_asking(_GET_PAGE, accept, _GET_PAGE_AS), query={"number": number}, options=options)

    @overload
    def get_page(
        self, *, number: int, accept: Literal["image/png"] = "image/png", options: RequestOptions | None = None
    ) -> bytes | None: ...
    @overload
    def get_page(
        self, *, number: int, accept: Literal["image/jpeg"], options: RequestOptions | None = None
    ) -> bytes | None: ...
    def get_page(
        self,
        *,
        number: int,
        accept: Literal["image/png", "image/jpeg"] = "image/png",
        options: RequestOptions | None = None,
    ) -> bytes | None:
        """A page of a job as a picture.

        Calls `GET /jobs/page` (`getPage` in the vendor's document).

        Args:
            number (int): The number of the job.
            accept (Literal['image/png', 'image/jpeg']): The media type of the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes or None: For 200: the bytes that are answered (image/png); for large ones see
                `with_streaming_response`. For 204: None, without a body. For 200: the bytes that are answered
                (image/jpeg); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_asking(_GET_PAGE, accept, _GET_PAGE_AS), query={"number": number}, options=options)

    def get_proof(self, *, number: int, options: RequestOptions | None = None) -> bytes:
        """The proof of a job.

        Calls `GET /jobs/proof` (`getProof` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes: The bytes that are answered (application/pdf); for large ones see `with_streaming_response`.

        Headers of the answer, attributes of `headers` of what `with_raw_response` gives: `x_pages` (int).
        `JobsGetProofHeaders` reads them of an answer that is read in parts.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_PROOF, query={"number": number}, options=options)

    def get_ticket(self, *, number: int, options: RequestOptions | None = None) -> str:
        """The ticket of a job in JDF.

        Calls `GET /jobs/ticket` (`getTicket` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: The text that is answered (application/xml).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_TICKET, query={"number": number}, options=options)

    def hear(self, *, options: RequestOptions | None = None) -> Stream[str]:
        """What the operator says.

        Calls `GET /jobs/notes` (`hear` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Stream[str]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(Stream[str], _HEAR, options=options)

    def read_log(self, *, number: int, options: RequestOptions | None = None) -> Stream[LogLine]:
        """The log of a job.

        Calls `GET /jobs/log` (`readLog` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Stream[LogLine]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(Stream[LogLine], _READ_LOG, query={"number": number}, options=options)

    def submit(
        self,
        *,
        number: int,
        copies: int | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Job | Queued | None:
        """Submit a job.

        Calls `POST /jobs` (`submitJob` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            number (int): Not described by the vendor.
            copies (int): Not described by the vendor.
            title (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Job or Queued or None: For 200: the job, as the service answers it. For 202: the queued, as the
                service answers it. For 204: None, without a body.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _SUBMIT,
            body=Job(
                number=number,
                copies=copies,
                title=title,
            ),
            options=options,
        )

    def watch(self, *, number: int, options: RequestOptions | None = None) -> Stream[Progress]:
        """What becomes of a job, as it happens.

        Calls `GET /jobs/watch` (`watchJob` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Stream[Progress]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(Stream[Progress], _WATCH, query={"number": number}, options=options)


class AsyncJobs(AsyncResource):
    """Operations on jobs, reached as `client.jobs`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncJobsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncJobsRaw(self)

    @property
    def with_streaming_response(self) -> AsyncJobsStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return AsyncJobsStreaming(self)

    async def list(self, *, options: RequestOptions | None = None) -> List[Job]:
        """All jobs.

        Calls `GET /jobs` (`listJobs` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Job]: All of them, in the service's order.

        Headers of the answer, attributes of `headers` of what `with_raw_response` gives: `x_as_of` (datetime),
        `x_total` (int).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_LIST, options=options)

    async def get(self, *, number: int, options: RequestOptions | None = None) -> Job:
        """One job.

        Calls `GET /jobs/job` (`getJob` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Job: The job, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, query={"number": number}, options=options)

    async def advise(self, *, number: int, question: str, options: RequestOptions | None = None) -> Advice | None:
        """Advice on a job, at once or as it comes to mind.

        Calls `POST /jobs/advice` (`adviseOn` in the vendor's document).

        Args:
            number (int): The number of the job.
            question (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Advice or None: For 200: the advice, as the service answers it. For 204: None, without a body.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _ADVISE,
            query={"number": number},
            body=AdviseJobRequest(
                question=question,
            ),
            options=options,
        )

    def advise_stream(self, *, number: int, question: str, options: RequestOptions | None = None) -> AsyncStream[Word]:
        """Advice on a job, at once or as it comes to mind.

        Calls `POST /jobs/advice` (`adviseOn` in the vendor's document).

        Args:
            number (int): The number of the job.
            question (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncStream[Word]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(
            AsyncStream[Word],
            _ADVISE_STREAM,
            query={"number": number},
            body=AdviseJobRequest(
                question=question,
            ),
            options=options,
        )

    async def cancel(self, *, number: int, options: RequestOptions | None = None) -> None:
        """Cancel a job.

        Calls `DELETE /jobs/job` (`cancelJob` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_CANCEL, query={"number": number}, options=options)

    async def _export_as(
        self, *, accept: Literal["text/csv", "application/pdf"] = "text/csv", options: RequestOptions | None = None
    ) -> str | bytes:
        """All jobs as a table.

        Calls `GET /jobs/export` (`exportJobs` in the vendor's document).

        Args:
            accept (Literal['text/csv', 'application/pdf']): The media type of the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str or bytes: The text that is answered (text/csv). The bytes that are answered (application/pdf);
                for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_asking(_EXPORT, accept, _EXPORT_AS), options=options)

    @overload
    async def export(
        self, *, accept: Literal["text/csv"] = "text/csv", options: RequestOptions | None = None
    ) -> str: ...
    @overload
    async def export(self, *, accept: Literal["application/pdf"], options: RequestOptions | None = None) -> bytes: ...
    async def export(
        self, *, accept: Literal["text/csv", "application/pdf"] = "text/csv", options: RequestOptions | None = None
    ) -> str | bytes:
        """All jobs as a table.

        Calls `GET /jobs/export` (`exportJobs` in the vendor's document).

        Args:
            accept (Literal['text/csv', 'application/pdf']): The media type of the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str or bytes: The text that is answered (text/csv). The bytes that are answered (application/pdf);
                for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_asking(_EXPORT, accept, _EXPORT_AS), options=options)

    async def forget(self, *, number: int, options: RequestOptions | None = None) -> None:
        """Forget a job.

        Calls `POST /jobs/forget` (`forgetJob` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_FORGET, query={"number": number}, options=options)

    async def get_attachment(self, *, number: int, options: RequestOptions | None = None) -> Any:
        """What was sent with a job, whatever it is.

        Calls `GET /jobs/attachment` (`getAttachment` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Any: What the service answers. The text that is answered (text/*). The bytes that are answered
                (*/*); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_ATTACHMENT, query={"number": number}, options=options)

    async def _get_page_as(
        self,
        *,
        number: int,
        accept: Literal["image/png", "image/jpeg"] = "image/png",
        options: RequestOptions | None = None,
    ) -> bytes | None:
        """A page of a job as a picture.

        Calls `GET /jobs/page` (`getPage` in the vendor's document).

        Args:
            number (int): The number of the job.
            accept (Literal['image/png', 'image/jpeg']): The media type of the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes or None: For 200: the bytes that are answered (image/png); for large ones see
                `with_streaming_response`. For 204: None, without a body. For 200: the bytes that are answered
                (image/jpeg); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _asking(_GET_PAGE, accept, _GET_PAGE_AS), query={"number": number}, options=options
        )

    @overload
    async def get_page(
        self, *, number: int, accept: Literal["image/png"] = "image/png", options: RequestOptions | None = None
    ) -> bytes | None: ...
    @overload
    async def get_page(
        self, *, number: int, accept: Literal["image/jpeg"], options: RequestOptions | None = None
    ) -> bytes | None: ...
    async def get_page(
        self,
        *,
        number: int,
        accept: Literal["image/png", "image/jpeg"] = "image/png",
        options: RequestOptions | None = None,
    ) -> bytes | None:
        """A page of a job as a picture.

        Calls `GET /jobs/page` (`getPage` in the vendor's document).

        Args:
            number (int): The number of the job.
            accept (Literal['image/png', 'image/jpeg']): The media type of the answer.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes or None: For 200: the bytes that are answered (image/png); for large ones see
                `with_streaming_response`. For 204: None, without a body. For 200: the bytes that are answered
                (image/jpeg); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _asking(_GET_PAGE, accept, _GET_PAGE_AS), query={"number": number}, options=options
        )

    async def get_proof(self, *, number: int, options: RequestOptions | None = None) -> bytes:
        """The proof of a job.

        Calls `GET /jobs/proof` (`getProof` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes: The bytes that are answered (application/pdf); for large ones see `with_streaming_response`.

        Headers of the answer, attributes of `headers` of what `with_raw_response` gives: `x_pages` (int).
        `JobsGetProofHeaders` reads them of an answer that is read in parts.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_PROOF, query={"number": number}, options=options)

    async def get_ticket(self, *, number: int, options: RequestOptions | None = None) -> str:
        """The ticket of a job in JDF.

        Calls `GET /jobs/ticket` (`getTicket` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            str: The text that is answered (application/xml).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_TICKET, query={"number": number}, options=options)

    def hear(self, *, options: RequestOptions | None = None) -> AsyncStream[str]:
        """What the operator says.

        Calls `GET /jobs/notes` (`hear` in the vendor's document).

        Args:
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncStream[str]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(AsyncStream[str], _HEAR, options=options)

    def read_log(self, *, number: int, options: RequestOptions | None = None) -> AsyncStream[LogLine]:
        """The log of a job.

        Calls `GET /jobs/log` (`readLog` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncStream[LogLine]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(AsyncStream[LogLine], _READ_LOG, query={"number": number}, options=options)

    async def submit(
        self,
        *,
        number: int,
        copies: int | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Job | Queued | None:
        """Submit a job.

        Calls `POST /jobs` (`submitJob` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            number (int): Not described by the vendor.
            copies (int): Not described by the vendor.
            title (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Job or Queued or None: For 200: the job, as the service answers it. For 202: the queued, as the
                service answers it. For 204: None, without a body.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _SUBMIT,
            body=Job(
                number=number,
                copies=copies,
                title=title,
            ),
            options=options,
        )

    def watch(self, *, number: int, options: RequestOptions | None = None) -> AsyncStream[Progress]:
        """What becomes of a job, as it happens.

        Calls `GET /jobs/watch` (`watchJob` in the vendor's document).

        Args:
            number (int): The number of the job.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncStream[Progress]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(AsyncStream[Progress], _WATCH, query={"number": number}, options=options)


class JobsRaw(RawResource):
    """Operations on jobs, reached as `client.jobs`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = headed(Raw(Jobs.list), JobsListHeaders)
    get: Final = Raw(Jobs.get)
    advise: Final = Raw(Jobs.advise)
    advise_stream: Final = RawStream(Jobs.advise_stream)
    cancel: Final = Raw(Jobs.cancel)
    export: Final = Raw(Jobs._export_as)  # pyright: ignore[reportPrivateUsage]
    forget: Final = Raw(Jobs.forget)
    get_attachment: Final = Raw(Jobs.get_attachment)
    get_page: Final = Raw(Jobs._get_page_as)  # pyright: ignore[reportPrivateUsage]
    get_proof: Final = headed(Raw(Jobs.get_proof), JobsGetProofHeaders)
    get_ticket: Final = Raw(Jobs.get_ticket)
    hear: Final = RawStream(Jobs.hear)
    read_log: Final = RawStream(Jobs.read_log)
    submit: Final = Raw(Jobs.submit)
    watch: Final = RawStream(Jobs.watch)


class AsyncJobsRaw(RawResource):
    """Operations on jobs, reached as `client.jobs`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = headed(AsyncRaw(AsyncJobs.list), JobsListHeaders)
    get: Final = AsyncRaw(AsyncJobs.get)
    advise: Final = AsyncRaw(AsyncJobs.advise)
    advise_stream: Final = AsyncRawStream(AsyncJobs.advise_stream)
    cancel: Final = AsyncRaw(AsyncJobs.cancel)
    export: Final = AsyncRaw(AsyncJobs._export_as)  # pyright: ignore[reportPrivateUsage]
    forget: Final = AsyncRaw(AsyncJobs.forget)
    get_attachment: Final = AsyncRaw(AsyncJobs.get_attachment)
    get_page: Final = AsyncRaw(AsyncJobs._get_page_as)  # pyright: ignore[reportPrivateUsage]
    get_proof: Final = headed(AsyncRaw(AsyncJobs.get_proof), JobsGetProofHeaders)
    get_ticket: Final = AsyncRaw(AsyncJobs.get_ticket)
    hear: Final = AsyncRawStream(AsyncJobs.hear)
    read_log: Final = AsyncRawStream(AsyncJobs.read_log)
    submit: Final = AsyncRaw(AsyncJobs.submit)
    watch: Final = AsyncRawStream(AsyncJobs.watch)


class JobsStreaming(StreamingResource):
    """Operations on jobs, reached as `client.jobs`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    export: Final = Streaming(Jobs._export_as)  # pyright: ignore[reportPrivateUsage]
    get_attachment: Final = Streaming(Jobs.get_attachment)
    get_page: Final = Streaming(Jobs._get_page_as)  # pyright: ignore[reportPrivateUsage]
    get_proof: Final = Streaming(Jobs.get_proof)
    get_ticket: Final = Streaming(Jobs.get_ticket)


class AsyncJobsStreaming(StreamingResource):
    """Operations on jobs, reached as `client.jobs`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    export: Final = AsyncStreaming(AsyncJobs._export_as)  # pyright: ignore[reportPrivateUsage]
    get_attachment: Final = AsyncStreaming(AsyncJobs.get_attachment)
    get_page: Final = AsyncStreaming(AsyncJobs._get_page_as)  # pyright: ignore[reportPrivateUsage]
    get_proof: Final = AsyncStreaming(AsyncJobs.get_proof)
    get_ticket: Final = AsyncStreaming(AsyncJobs.get_ticket)
