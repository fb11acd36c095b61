# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""Operations on shows, reached as `client.shows`."""

from __future__ import annotations

from builtins import list as List
from datetime import date, datetime
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from ..models import (
    CreateShowTranscriptRequest,
    CreateShowTranscriptRequestFormat,
    CreateShowTranscriptRequestModel,
    Episode,
    GetShowResponse,
    Host,
    KeepShowNoteRequest,
    Line,
    NewShow,
    Show,
    ShowPage,
    Transcript,
    TranscriptChunk,
)
from ..options import RequestOptions
from ..streaming import AsyncStream, Stream
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource
from ._raw_stream import AsyncRawStream, RawStream

__all__ = ["AsyncShows", "AsyncShowsRaw", "Shows", "ShowsRaw"]

_LIST: Final = Operation(
    name="shows.list",
    method="GET",
    path="/shows",
    result=ShowPage,
    errors={},
    kinds={
        "after": ("after", str),
        "airedSince": ("aired_since", datetime),
        "limit": ("limit", int),
        "tags": ("tags", List[str]),
    },
)
_GET: Final = Operation(
    name="shows.get",
    method="GET",
    path="/shows/{show_id}",
    result=GetShowResponse,
    parameters=(
        _Parameter("show_id", "show_id", "path", str, required=True),
        _Parameter("x_language", "X-Language", "header", str),
    ),
)
_CREATE: Final = Operation(
    name="shows.create",
    method="POST",
    path="/shows",
    result=Show,
    errors={},
)
_CREATE_TRANSCRIPT: Final = Operation(
    name="shows.create_transcript",
    method="POST",
    path="/shows/{show_id}/transcripts",
    result=Transcript,
    errors={},
    parameters=(_Parameter("show_id", "show_id", "path", str, required=True),),
)
_CREATE_TRANSCRIPT_STREAM: Final[Operation[List[TranscriptChunk]]] = Operation(
    name="shows.create_transcript_stream",
    method="POST",
    path="/shows/{show_id}/transcripts",
    answers=(("200", "text/event-stream", TranscriptChunk),),
    accept="text/event-stream",
    errors={},
    parameters=(_Parameter("show_id", "show_id", "path", str, required=True),),
)
_GET_EPISODE: Final = Operation(
    name="shows.get_episode",
    method="GET",
    path="/shows/{show_id}/episodes/{episode_id}",
    result=Episode,
    errors={},
    parameters=(
        _Parameter("show_id", "show_id", "path", str, required=True),
        _Parameter("episode_id", "episode_id", "path", str, required=True),
    ),
)
_KEEP_NOTE: Final = Operation(
    name="shows.keep_note",
    method="PUT",
    path="/shows/{show_id}/notes/{key}",
    result=None,
    errors={},
    parameters=(
        _Parameter("show_id", "show_id", "path", str, required=True),
        _Parameter("key", "key", "path", str, required=True),
    ),
)


class Shows(SyncResource):
    """Operations on shows, reached as `client.shows`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> ShowsRaw:
        """The same operations, giving each answer as it came."""
        return ShowsRaw(self)

    def list(
        self,
        *,
        after: str | None = None,
        aired_since: datetime | None = None,
        limit: int | None = None,
        tags: List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowPage:
        """List the shows.

        Calls `GET /shows` (`listShows` in the vendor's document).

        Args:
            after (str): Not described by the vendor.
            aired_since (datetime): Not described by the vendor.
            limit (int): Not described by the vendor.
            tags (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ShowPage: The show page, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _LIST, query={"after": after, "airedSince": aired_since, "limit": limit, "tags": tags}, options=options
        )

    def get(
        self, show_id: str, *, x_language: str | None = None, options: RequestOptions | None = None
    ) -> GetShowResponse:
        """Return a show.

        Calls `GET /shows/{show_id}` (`getShow` in the vendor's document).

        Args:
            show_id (str): The id of the show.
            x_language (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            GetShowResponse: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, parameters={"show_id": show_id, "x_language": x_language}, options=options)

    def create(
        self,
        *,
        title: str,
        airs_at: datetime | UnsetType = UNSET,
        from_: date | UnsetType = UNSET,
        hosts: List[Host] | UnsetType = UNSET,
        notes: dict[str, str] | UnsetType = UNSET,
        tags: List[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Show:
        """Add a show.

        Calls `POST /shows` (`createShow` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            title (str): Not described by the vendor.
            airs_at (datetime): Not described by the vendor.
            from_ (date): Not described by the vendor.
            hosts (list[Host]): Not described by the vendor.
            notes (dict[str, str]): Not described by the vendor.
            tags (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Show: The show, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=NewShow(
                title=title,
                airs_at=airs_at,
                from_=from_,
                hosts=hosts,
                notes=notes,
                tags=tags,
            ),
            options=options,
        )

    def create_transcript(
        self,
        show_id: str,
        *,
        lines: List[Line],
        format: CreateShowTranscriptRequestFormat | UnsetType = UNSET,
        model: CreateShowTranscriptRequestModel | UnsetType = UNSET,
        stream: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Transcript:
        """Write down what is said.

        Calls `POST /shows/{show_id}/transcripts` (`createTranscript` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            show_id (str): The id of the show.
            lines (list[Line]): Not described by the vendor.
            format (CreateShowTranscriptRequestFormat): Not described by the vendor.
            model (CreateShowTranscriptRequestModel): Not described by the vendor.
            stream (bool): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Transcript: The transcript, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE_TRANSCRIPT,
            parameters={"show_id": show_id},
            body=CreateShowTranscriptRequest(
                lines=lines,
                format=format,
                model=model,
                stream=stream,
            ),
            options=options,
        )

    def create_transcript_stream(
        self,
        show_id: str,
        *,
        lines: List[Line],
        format: CreateShowTranscriptRequestFormat | UnsetType = UNSET,
        model: CreateShowTranscriptRequestModel | UnsetType = UNSET,
        stream: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Stream[TranscriptChunk]:
        """Write down what is said.

        Calls `POST /shows/{show_id}/transcripts` (`createTranscript` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            show_id (str): The id of the show.
            lines (list[Line]): Not described by the vendor.
            format (CreateShowTranscriptRequestFormat): Not described by the vendor.
            model (CreateShowTranscriptRequestModel): Not described by the vendor.
            stream (bool): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Stream[TranscriptChunk]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(
            Stream[TranscriptChunk],
            _CREATE_TRANSCRIPT_STREAM,
            parameters={"show_id": show_id},
            body=CreateShowTranscriptRequest(
                lines=lines,
                format=format,
                model=model,
                stream=stream,
            ),
            options=options,
        )

    def get_episode(self, show_id: str, episode_id: str, *, options: RequestOptions | None = None) -> Episode:
        """Return an episode.

        Calls `GET /shows/{show_id}/episodes/{episode_id}` (`getEpisode` in the vendor's document).

        Args:
            show_id (str): The id of the show.
            episode_id (str): The id of the episode.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Episode: The episode, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _GET_EPISODE, parameters={"show_id": show_id, "episode_id": episode_id}, options=options
        )

    def keep_note(
        self, show_id: str, key: str, *, text: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Call shows.keep_note.

        Calls `PUT /shows/{show_id}/notes/{key}` (`keepNote` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            show_id (str): The id of the show.
            key (str): The key, as part of the path.
            text (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _KEEP_NOTE,
            parameters={"show_id": show_id, "key": key},
            body=KeepShowNoteRequest(
                text=text,
            ),
            options=options,
        )


class AsyncShows(AsyncResource):
    """Operations on shows, reached as `client.shows`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncShowsRaw:
        """The same operations, giving each answer as it came."""
        return AsyncShowsRaw(self)

    async def list(
        self,
        *,
        after: str | None = None,
        aired_since: datetime | None = None,
        limit: int | None = None,
        tags: List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> ShowPage:
        """List the shows.

        Calls `GET /shows` (`listShows` in the vendor's document).

        Args:
            after (str): Not described by the vendor.
            aired_since (datetime): Not described by the vendor.
            limit (int): Not described by the vendor.
            tags (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            ShowPage: The show page, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _LIST, query={"after": after, "airedSince": aired_since, "limit": limit, "tags": tags}, options=options
        )

    async def get(
        self, show_id: str, *, x_language: str | None = None, options: RequestOptions | None = None
    ) -> GetShowResponse:
        """Return a show.

        Calls `GET /shows/{show_id}` (`getShow` in the vendor's document).

        Args:
            show_id (str): The id of the show.
            x_language (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            GetShowResponse: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, parameters={"show_id": show_id, "x_language": x_language}, options=options)

    async def create(
        self,
        *,
        title: str,
        airs_at: datetime | UnsetType = UNSET,
        from_: date | UnsetType = UNSET,
        hosts: List[Host] | UnsetType = UNSET,
        notes: dict[str, str] | UnsetType = UNSET,
        tags: List[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Show:
        """Add a show.

        Calls `POST /shows` (`createShow` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            title (str): Not described by the vendor.
            airs_at (datetime): Not described by the vendor.
            from_ (date): Not described by the vendor.
            hosts (list[Host]): Not described by the vendor.
            notes (dict[str, str]): Not described by the vendor.
            tags (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Show: The show, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=NewShow(
                title=title,
                airs_at=airs_at,
                from_=from_,
                hosts=hosts,
                notes=notes,
                tags=tags,
            ),
            options=options,
        )

    async def create_transcript(
        self,
        show_id: str,
        *,
        lines: List[Line],
        format: CreateShowTranscriptRequestFormat | UnsetType = UNSET,
        model: CreateShowTranscriptRequestModel | UnsetType = UNSET,
        stream: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Transcript:
        """Write down what is said.

        Calls `POST /shows/{show_id}/transcripts` (`createTranscript` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            show_id (str): The id of the show.
            lines (list[Line]): Not described by the vendor.
            format (CreateShowTranscriptRequestFormat): Not described by the vendor.
            model (CreateShowTranscriptRequestModel): Not described by the vendor.
            stream (bool): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Transcript: The transcript, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE_TRANSCRIPT,
            parameters={"show_id": show_id},
            body=CreateShowTranscriptRequest(
                lines=lines,
                format=format,
                model=model,
                stream=stream,
            ),
            options=options,
        )

    def create_transcript_stream(
        self,
        show_id: str,
        *,
        lines: List[Line],
        format: CreateShowTranscriptRequestFormat | UnsetType = UNSET,
        model: CreateShowTranscriptRequestModel | UnsetType = UNSET,
        stream: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> AsyncStream[TranscriptChunk]:
        """Write down what is said.

        Calls `POST /shows/{show_id}/transcripts` (`createTranscript` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            show_id (str): The id of the show.
            lines (list[Line]): Not described by the vendor.
            format (CreateShowTranscriptRequestFormat): Not described by the vendor.
            model (CreateShowTranscriptRequestModel): Not described by the vendor.
            stream (bool): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            AsyncStream[TranscriptChunk]: What the service sends, item by item.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.in_parts(
            AsyncStream[TranscriptChunk],
            _CREATE_TRANSCRIPT_STREAM,
            parameters={"show_id": show_id},
            body=CreateShowTranscriptRequest(
                lines=lines,
                format=format,
                model=model,
                stream=stream,
            ),
            options=options,
        )

    async def get_episode(self, show_id: str, episode_id: str, *, options: RequestOptions | None = None) -> Episode:
        """Return an episode.

        Calls `GET /shows/{show_id}/episodes/{episode_id}` (`getEpisode` in the vendor's document).

        Args:
            show_id (str): The id of the show.
            episode_id (str): The id of the episode.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Episode: The episode, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _GET_EPISODE, parameters={"show_id": show_id, "episode_id": episode_id}, options=options
        )

    async def keep_note(
        self, show_id: str, key: str, *, text: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Call shows.keep_note.

        Calls `PUT /shows/{show_id}/notes/{key}` (`keepNote` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            show_id (str): The id of the show.
            key (str): The key, as part of the path.
            text (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _KEEP_NOTE,
            parameters={"show_id": show_id, "key": key},
            body=KeepShowNoteRequest(
                text=text,
            ),
            options=options,
        )


class ShowsRaw(RawResource):
    """Operations on shows, reached as `client.shows`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = Raw(Shows.list)
    get: Final = Raw(Shows.get)
    create: Final = Raw(Shows.create)
    create_transcript: Final = Raw(Shows.create_transcript)
    create_transcript_stream: Final = RawStream(Shows.create_transcript_stream)
    get_episode: Final = Raw(Shows.get_episode)
    keep_note: Final = Raw(Shows.keep_note)


class AsyncShowsRaw(RawResource):
    """Operations on shows, reached as `client.shows`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = AsyncRaw(AsyncShows.list)
    get: Final = AsyncRaw(AsyncShows.get)
    create: Final = AsyncRaw(AsyncShows.create)
    create_transcript: Final = AsyncRaw(AsyncShows.create_transcript)
    create_transcript_stream: Final = AsyncRawStream(AsyncShows.create_transcript_stream)
    get_episode: Final = AsyncRaw(AsyncShows.get_episode)
    keep_note: Final = AsyncRaw(AsyncShows.keep_note)
