# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/swim_hall; CONTRIBUTING.md says how to change what is generated.
"""Operations on courses, reached as `client.courses`."""

from __future__ import annotations

from builtins import list as List
from datetime import date, datetime
from typing import Final

from msgspec import UNSET, UnsetType

from .._http.body_field import BodyField as _BodyField
from .._http.operation import Operation
from .._http.parameters import Parameter as _Parameter
from .._http.uploads import FileTypes
from ..models import (
    Course,
    CourseLevel,
    Level,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._headers import DeclaredHeaders, headed
from ._raw import AsyncRaw, Raw, RawResource
from ._streaming import AsyncStreaming, Streaming, StreamingResource

__all__ = [
    "AsyncCourses",
    "AsyncCoursesRaw",
    "AsyncCoursesStreaming",
    "Courses",
    "CoursesRaw",
    "CoursesStreaming",
    "CoursesListHeaders",
]

_LIST: Final = Operation(
    name="courses.list",
    method="GET",
    path="/courses",
    result=List[Course],
    errors={},
    kinds={"lanes": ("lanes", List[int]), "since": ("since", date)},
    parameters=(
        _Parameter("levels", "levels", "query", List[CourseLevel], explode=False),
        _Parameter("words", "words", "query", List[str], style="pipeDelimited"),
        _Parameter("x_days", "X-Days", "header", List[str]),
    ),
    security=(("key",),),
)
_GET: Final = Operation(
    name="courses.get",
    method="GET",
    path="/courses/{id}",
    result=Course,
    errors={},
    parameters=(_Parameter("id", "id", "path", int, required=True),),
    security=(("key",),),
)
_CREATE: Final = Operation(
    name="courses.create",
    method="POST",
    path="/courses",
    result=Course,
    security=(("key",),),
)
_DELETE: Final = Operation(
    name="courses.delete",
    method="DELETE",
    path="/courses/{id}",
    result=None,
    errors={},
    parameters=(_Parameter("id", "id", "path", int, required=True),),
    security=(("desk",),),
)
_BOOK: Final = Operation(
    name="courses.book",
    method="POST",
    path="/courses/{id}/bookings",
    result=int,
    errors={},
    parameters=(_Parameter("id", "id", "path", int, required=True),),
    security=(("members",),),
    body_type="application/x-www-form-urlencoded",
    body_fields=(
        _BodyField("names", "names", List[str], required=True, style="form", explode=False),
        _BodyField("adults", "adults", bool),
        _BodyField("note", "note", str),
    ),
)
_GET_POSTER: Final[Operation[bytes]] = Operation(
    name="courses.get_poster",
    method="GET",
    path="/courses/{id}/poster",
    answers=(("200", "application/pdf", bytes),),
    accept="application/pdf",
    errors={},
    parameters=(_Parameter("id", "id", "path", int, required=True),),
    security=(("key",),),
)
_UPDATE_POSTER: Final = Operation(
    name="courses.update_poster",
    method="PUT",
    path="/courses/{id}/poster",
    result=None,
    errors={},
    parameters=(_Parameter("id", "id", "path", int, required=True),),
    security=(("key",),),
    body_type="multipart/form-data",
    body_fields=(
        _BodyField("poster", "poster", required=True, file=True),
        _BodyField("title", "title", str),
    ),
)


class CoursesListHeaders(DeclaredHeaders):
    """The headers that `courses.list` declares of its answer."""

    __slots__ = ()

    @property
    def x_total(self) -> int | None:
        """How many there are; None where it was not sent."""
        return self._value("X-Total", int)


class Courses(SyncResource):
    """Operations on courses, reached as `client.courses`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> CoursesRaw:
        """The same operations, giving each answer as it came."""
        return CoursesRaw(self)

    @property
    def with_streaming_response(self) -> CoursesStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return CoursesStreaming(self)

    def list(
        self,
        *,
        lanes: List[int] | None = None,
        levels: List[CourseLevel] | None = None,
        since: date | None = None,
        words: List[str] | None = None,
        x_days: List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> List[Course]:
        """Call courses.list.

        Calls `GET /courses` (`listCourses` in the vendor's document).

        Args:
            lanes (list[int]): Not described by the vendor.
            levels (list[CourseLevel]): Not described by the vendor.
            since (date): From this day on.
            words (list[str]): Not described by the vendor.
            x_days (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Course]: All of them, in the service's order.

        Headers of the answer, attributes of `headers` of what `with_raw_response` gives: `x_total` (int).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _LIST,
            parameters={"levels": levels, "words": words, "x_days": x_days},
            query={"lanes": lanes, "since": since},
            options=options,
        )

    def get(self, id: int, *, options: RequestOptions | None = None) -> Course:
        """Call courses.get.

        Calls `GET /courses/{id}` (`getCourse` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Course: The course, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET, parameters={"id": id}, options=options)

    def create(
        self,
        *,
        name: str,
        level: Level | UnsetType = UNSET,
        starts: datetime | UnsetType = UNSET,
        teacher: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Course:
        """Call courses.create.

        Calls `POST /courses` (`createCourse` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            name (str): Not described by the vendor.
            level (Level): Not described by the vendor.
            starts (datetime): Not described by the vendor.
            teacher (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Course: The course, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CREATE,
            body=Course(
                name=name,
                level=level,
                starts=starts,
                teacher=teacher,
            ),
            options=options,
        )

    def delete(self, id: int, *, options: RequestOptions | None = None) -> None:
        """Call courses.delete.

        Calls `DELETE /courses/{id}` (`deleteCourse` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_DELETE, parameters={"id": id}, options=options)

    def book(
        self,
        id: int,
        *,
        names: List[str],
        adults: bool | None | UnsetType = UNSET,
        note: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Call courses.book.

        Calls `POST /courses/{id}/bookings` (`bookCourse` in the vendor's document).

        An argument that is left out is not sent; None is sent as an empty value.

        Args:
            id (int): The id, as part of the path.
            names (list[str]): Not described by the vendor.
            adults (bool): Not described by the vendor.
            note (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _BOOK, parameters={"id": id}, body={"names": names, "adults": adults, "note": note}, options=options
        )

    def get_poster(self, id: int, *, options: RequestOptions | None = None) -> bytes:
        """Call courses.get_poster.

        Calls `GET /courses/{id}/poster` (`getPoster` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes: The bytes that are answered (application/pdf); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_GET_POSTER, parameters={"id": id}, options=options)

    def update_poster(
        self, id: int, *, poster: FileTypes, title: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Call courses.update_poster.

        Calls `PUT /courses/{id}/poster` (`putPoster` in the vendor's document).

        An argument that is left out is not sent.

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            id (int): The id, as part of the path.
            poster (FileTypes): Not described by the vendor.
            title (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _UPDATE_POSTER, parameters={"id": id}, body={"poster": poster, "title": title}, options=options
        )


class AsyncCourses(AsyncResource):
    """Operations on courses, reached as `client.courses`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncCoursesRaw:
        """The same operations, giving each answer as it came."""
        return AsyncCoursesRaw(self)

    @property
    def with_streaming_response(self) -> AsyncCoursesStreaming:
        """The operations that answer text or bytes, giving each answer to be read in parts or stored in a file."""
        return AsyncCoursesStreaming(self)

    async def list(
        self,
        *,
        lanes: List[int] | None = None,
        levels: List[CourseLevel] | None = None,
        since: date | None = None,
        words: List[str] | None = None,
        x_days: List[str] | None = None,
        options: RequestOptions | None = None,
    ) -> List[Course]:
        """Call courses.list.

        Calls `GET /courses` (`listCourses` in the vendor's document).

        Args:
            lanes (list[int]): Not described by the vendor.
            levels (list[CourseLevel]): Not described by the vendor.
            since (date): From this day on.
            words (list[str]): Not described by the vendor.
            x_days (list[str]): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            list[Course]: All of them, in the service's order.

        Headers of the answer, attributes of `headers` of what `with_raw_response` gives: `x_total` (int).

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _LIST,
            parameters={"levels": levels, "words": words, "x_days": x_days},
            query={"lanes": lanes, "since": since},
            options=options,
        )

    async def get(self, id: int, *, options: RequestOptions | None = None) -> Course:
        """Call courses.get.

        Calls `GET /courses/{id}` (`getCourse` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Course: The course, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET, parameters={"id": id}, options=options)

    async def create(
        self,
        *,
        name: str,
        level: Level | UnsetType = UNSET,
        starts: datetime | UnsetType = UNSET,
        teacher: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Course:
        """Call courses.create.

        Calls `POST /courses` (`createCourse` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            name (str): Not described by the vendor.
            level (Level): Not described by the vendor.
            starts (datetime): Not described by the vendor.
            teacher (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            Course: The course, as the service answers it.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CREATE,
            body=Course(
                name=name,
                level=level,
                starts=starts,
                teacher=teacher,
            ),
            options=options,
        )

    async def delete(self, id: int, *, options: RequestOptions | None = None) -> None:
        """Call courses.delete.

        Calls `DELETE /courses/{id}` (`deleteCourse` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_DELETE, parameters={"id": id}, options=options)

    async def book(
        self,
        id: int,
        *,
        names: List[str],
        adults: bool | None | UnsetType = UNSET,
        note: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Call courses.book.

        Calls `POST /courses/{id}/bookings` (`bookCourse` in the vendor's document).

        An argument that is left out is not sent; None is sent as an empty value.

        Args:
            id (int): The id, as part of the path.
            names (list[str]): Not described by the vendor.
            adults (bool): Not described by the vendor.
            note (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _BOOK, parameters={"id": id}, body={"names": names, "adults": adults, "note": note}, options=options
        )

    async def get_poster(self, id: int, *, options: RequestOptions | None = None) -> bytes:
        """Call courses.get_poster.

        Calls `GET /courses/{id}/poster` (`getPoster` in the vendor's document).

        Args:
            id (int): The id, as part of the path.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            bytes: The bytes that are answered (application/pdf); for large ones see `with_streaming_response`.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_GET_POSTER, parameters={"id": id}, options=options)

    async def update_poster(
        self, id: int, *, poster: FileTypes, title: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Call courses.update_poster.

        Calls `PUT /courses/{id}/poster` (`putPoster` in the vendor's document).

        An argument that is left out is not sent.

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            id (int): The id, as part of the path.
            poster (FileTypes): Not described by the vendor.
            title (str): Not described by the vendor.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _UPDATE_POSTER, parameters={"id": id}, body={"poster": poster, "title": title}, options=options
        )


class CoursesRaw(RawResource):
    """Operations on courses, reached as `client.courses`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = headed(Raw(Courses.list), CoursesListHeaders)
    get: Final = Raw(Courses.get)
    create: Final = Raw(Courses.create)
    delete: Final = Raw(Courses.delete)
    book: Final = Raw(Courses.book)
    get_poster: Final = Raw(Courses.get_poster)
    update_poster: Final = Raw(Courses.update_poster)


class AsyncCoursesRaw(RawResource):
    """Operations on courses, reached as `client.courses`. Each gives its answer as it came."""

    __slots__ = ()

    list: Final = headed(AsyncRaw(AsyncCourses.list), CoursesListHeaders)
    get: Final = AsyncRaw(AsyncCourses.get)
    create: Final = AsyncRaw(AsyncCourses.create)
    delete: Final = AsyncRaw(AsyncCourses.delete)
    book: Final = AsyncRaw(AsyncCourses.book)
    get_poster: Final = AsyncRaw(AsyncCourses.get_poster)
    update_poster: Final = AsyncRaw(AsyncCourses.update_poster)


class CoursesStreaming(StreamingResource):
    """Operations on courses, reached as `client.courses`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    get_poster: Final = Streaming(Courses.get_poster)


class AsyncCoursesStreaming(StreamingResource):
    """Operations on courses, reached as `client.courses`. Each gives its answer to be read in parts or stored in a file."""

    __slots__ = ()

    get_poster: Final = AsyncStreaming(AsyncCourses.get_poster)
