# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""Operations on photos, reached as `client.photos`."""

from __future__ import annotations

from builtins import list as List
from datetime import datetime
from typing import Any, Final, Literal

from msgspec import UNSET, UnsetType

from .._http.body_field import BodyField as _BodyField
from .._http.operation import Operation
from .._http.uploads import FileTypes, Upload
from ..models import (
    PhotoChange,
    PrintSettings,
    PrintSettingsPatch,
)
from ..options import RequestOptions
from ._base import AsyncResource, SyncResource
from ._raw import AsyncRaw, Raw, RawResource

__all__ = ["AsyncPhotos", "AsyncPhotosRaw", "Photos", "PhotosRaw"]

_ADD: Final = Operation(
    name="photos.add",
    method="POST",
    path="/photos",
    result=int,
    body_type="multipart/form-data",
    body_fields=(
        _BodyField("photo", "photo", required=True, file=True, media_type="image/png, image/jpeg"),
        _BodyField("title", "title", str, required=True),
        _BodyField("caption", "caption", object, media_type="text/plain; charset=utf-8"),
        _BodyField("details", "details", file=True, many=True),
        _BodyField("scan", "scan", file=True, media_type="image/tiff"),
        _BodyField("settings", "settings", PrintSettings),
        _BodyField("tags", "tags", List[str]),
        _BodyField("taken", "taken", datetime),
        _BodyField("additional_properties", "-additional_properties", dict[str, Any], file=True),
    ),
)
_ADD_ANY: Final = Operation(
    name="photos.add_any",
    method="POST",
    path="/photos/any",
    result=int,
    required={"": "content"},
    kinds={"": ("content", object)},
    body_type="*/*",
)
_CHANGE: Final = Operation(
    name="photos.change",
    method="PATCH",
    path="/photos/one",
    result=None,
    required={"number": "number"},
    kinds={"number": ("number", int)},
    body_type="application/merge-patch+json",
)
_IMPORT_LIST: Final = Operation(
    name="photos.import_list",
    method="POST",
    path="/photos/list",
    result=None,
    kinds={"": ("lines", List[str])},
)
_NOTE: Final = Operation(
    name="photos.note",
    method="POST",
    path="/photos/notes",
    result=None,
    required={"": "text"},
    kinds={"": ("text", object)},
    body_type="text/plain",
    body_types=("text/csv",),
)
_REMOVE: Final = Operation(
    name="photos.remove",
    method="DELETE",
    path="/photos/many",
    result=None,
    required={"": "ids"},
    kinds={"": ("ids", List[int])},
)
_REPLACE: Final = Operation(
    name="photos.replace",
    method="PUT",
    path="/photos/original",
    result=None,
    required={"number": "number", "": "content"},
    kinds={"number": ("number", int), "": ("content", object)},
    body_type="image/jpeg",
    body_types=(
        "image/png",
        "application/octet-stream",
    ),
)


class Photos(SyncResource):
    """Operations on photos, reached as `client.photos`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> PhotosRaw:
        """The same operations, giving each answer as it came."""
        return PhotosRaw(self)

    def add(
        self,
        *,
        photo: FileTypes,
        title: str,
        caption: str | Upload | UnsetType = UNSET,
        details: List[FileTypes] | UnsetType = UNSET,
        scan: FileTypes | UnsetType = UNSET,
        settings: PrintSettings | UnsetType = UNSET,
        tags: List[str] | UnsetType = UNSET,
        taken: datetime | UnsetType = UNSET,
        additional_properties: dict[str, FileTypes] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Add a photo.

        Calls `POST /photos` (`addPhoto` in the vendor's document).

        An argument that is left out is not sent.

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            photo (FileTypes): The photo. An `Upload` may give its part the headers `X-Camera` (str),
                `X-Exposure` (int).
            title (str): What it is called.
            caption (str or Upload): What stands below it. An `Upload` may give its part the headers
                `Content-Language` (str).
            details (list[FileTypes]): Parts of it.
            scan (FileTypes): The negative.
            settings (PrintSettings): How it is printed.
            tags (list[str]): What it shows.
            taken (datetime): When it was taken.
            additional_properties (dict[str, FileTypes]): Further fields, by their names in the form.
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
            _ADD,
            body={
                "photo": photo,
                "title": title,
                "caption": caption,
                "details": details,
                "scan": scan,
                "settings": settings,
                "tags": tags,
                "taken": taken,
                "-additional_properties": additional_properties,
            },
            options=options,
        )

    def add_any(
        self, *, content: FileTypes, content_type: str | None = None, options: RequestOptions | None = None
    ) -> int:
        """Add a file of any kind.

        Calls `POST /photos/any` (`addAny` in the vendor's document).

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            content (FileTypes): The file.
            content_type (str): The media type that the body is sent in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_ADD_ANY, body=content, content_type=content_type, options=options)

    def change(
        self,
        *,
        number: int,
        rating: int | None | UnsetType = UNSET,
        settings: PrintSettingsPatch | None | UnsetType = UNSET,
        title: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Change what is said of a photo.

        Calls `PATCH /photos/one` (`changePhoto` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            number (int): The number of the photo.
            rating (int): One to five.
            settings (PrintSettingsPatch): How it is printed.
            title (str): What it is called; null for nothing.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _CHANGE,
            query={"number": number},
            body=PhotoChange(
                rating=rating,
                settings=settings,
                title=title,
            ),
            options=options,
        )

    def import_list(self, *, lines: List[str] | UnsetType = UNSET, options: RequestOptions | None = None) -> None:
        """Add the photos of a list.

        Calls `POST /photos/list` (`importList` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            lines (list[str]): The addresses of the photos.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_IMPORT_LIST, body=lines, options=options)

    def note(
        self,
        *,
        text: str,
        content_type: Literal["text/plain", "text/csv"] = "text/plain",
        options: RequestOptions | None = None,
    ) -> None:
        """Write down a note.

        Calls `POST /photos/notes` (`notePhoto` in the vendor's document).

        Args:
            text (str): The note.
            content_type (Literal['text/plain', 'text/csv']): The media type that the body is sent in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_NOTE, body=text, content_type=content_type, options=options)

    def remove(self, *, ids: List[int], options: RequestOptions | None = None) -> None:
        """Remove photos.

        Calls `DELETE /photos/many` (`removePhotos` in the vendor's document).

        Args:
            ids (list[int]): Their numbers.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(_REMOVE, body=ids, options=options)

    def replace(
        self,
        *,
        number: int,
        content: FileTypes,
        content_type: Literal["image/jpeg", "image/png", "application/octet-stream"] = "image/jpeg",
        options: RequestOptions | None = None,
    ) -> None:
        """Replace the original of a photo.

        Calls `PUT /photos/original` (`replacePhoto` in the vendor's document).

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            number (int): The number of the photo.
            content (FileTypes): The bytes of the photo.
            content_type (Literal['image/jpeg', 'image/png', 'application/octet-stream']): The media type that
                the body is sent in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return self._client.call(
            _REPLACE, query={"number": number}, body=content, content_type=content_type, options=options
        )


class AsyncPhotos(AsyncResource):
    """Operations on photos, reached as `client.photos`."""

    __slots__ = ()

    @property
    def with_raw_response(self) -> AsyncPhotosRaw:
        """The same operations, giving each answer as it came."""
        return AsyncPhotosRaw(self)

    async def add(
        self,
        *,
        photo: FileTypes,
        title: str,
        caption: str | Upload | UnsetType = UNSET,
        details: List[FileTypes] | UnsetType = UNSET,
        scan: FileTypes | UnsetType = UNSET,
        settings: PrintSettings | UnsetType = UNSET,
        tags: List[str] | UnsetType = UNSET,
        taken: datetime | UnsetType = UNSET,
        additional_properties: dict[str, FileTypes] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> int:
        """Add a photo.

        Calls `POST /photos` (`addPhoto` in the vendor's document).

        An argument that is left out is not sent.

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            photo (FileTypes): The photo. An `Upload` may give its part the headers `X-Camera` (str),
                `X-Exposure` (int).
            title (str): What it is called.
            caption (str or Upload): What stands below it. An `Upload` may give its part the headers
                `Content-Language` (str).
            details (list[FileTypes]): Parts of it.
            scan (FileTypes): The negative.
            settings (PrintSettings): How it is printed.
            tags (list[str]): What it shows.
            taken (datetime): When it was taken.
            additional_properties (dict[str, FileTypes]): Further fields, by their names in the form.
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
            _ADD,
            body={
                "photo": photo,
                "title": title,
                "caption": caption,
                "details": details,
                "scan": scan,
                "settings": settings,
                "tags": tags,
                "taken": taken,
                "-additional_properties": additional_properties,
            },
            options=options,
        )

    async def add_any(
        self, *, content: FileTypes, content_type: str | None = None, options: RequestOptions | None = None
    ) -> int:
        """Add a file of any kind.

        Calls `POST /photos/any` (`addAny` in the vendor's document).

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            content (FileTypes): The file.
            content_type (str): The media type that the body is sent in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Returns:
            int: What the service answers.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_ADD_ANY, body=content, content_type=content_type, options=options)

    async def change(
        self,
        *,
        number: int,
        rating: int | None | UnsetType = UNSET,
        settings: PrintSettingsPatch | None | UnsetType = UNSET,
        title: str | None | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Change what is said of a photo.

        Calls `PATCH /photos/one` (`changePhoto` in the vendor's document).

        An argument that is left out is not sent; None is sent as null.

        Args:
            number (int): The number of the photo.
            rating (int): One to five.
            settings (PrintSettingsPatch): How it is printed.
            title (str): What it is called; null for nothing.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _CHANGE,
            query={"number": number},
            body=PhotoChange(
                rating=rating,
                settings=settings,
                title=title,
            ),
            options=options,
        )

    async def import_list(self, *, lines: List[str] | UnsetType = UNSET, options: RequestOptions | None = None) -> None:
        """Add the photos of a list.

        Calls `POST /photos/list` (`importList` in the vendor's document).

        An argument that is left out is not sent.

        Args:
            lines (list[str]): The addresses of the photos.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_IMPORT_LIST, body=lines, options=options)

    async def note(
        self,
        *,
        text: str,
        content_type: Literal["text/plain", "text/csv"] = "text/plain",
        options: RequestOptions | None = None,
    ) -> None:
        """Write down a note.

        Calls `POST /photos/notes` (`notePhoto` in the vendor's document).

        Args:
            text (str): The note.
            content_type (Literal['text/plain', 'text/csv']): The media type that the body is sent in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_NOTE, body=text, content_type=content_type, options=options)

    async def remove(self, *, ids: List[int], options: RequestOptions | None = None) -> None:
        """Remove photos.

        Calls `DELETE /photos/many` (`removePhotos` in the vendor's document).

        Args:
            ids (list[int]): Their numbers.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(_REMOVE, body=ids, options=options)

    async def replace(
        self,
        *,
        number: int,
        content: FileTypes,
        content_type: Literal["image/jpeg", "image/png", "application/octet-stream"] = "image/jpeg",
        options: RequestOptions | None = None,
    ) -> None:
        """Replace the original of a photo.

        Calls `PUT /photos/original` (`replacePhoto` in the vendor's document).

        A file is its bytes, its path, a file opened for reading bytes, an iterable of bytes (for an
        asynchronous client an async one too), or an `Upload` of one of these with a name and a media type. It
        is read while it is sent.

        Args:
            number (int): The number of the photo.
            content (FileTypes): The bytes of the photo.
            content_type (Literal['image/jpeg', 'image/png', 'application/octet-stream']): The media type that
                the body is sent in.
            options (RequestOptions): What is different for this call: timeout, retries, deadline, headers and
                so on.

        Raises:
            APIStatusError: The service answered with an error, by class: `NotFoundError` for 404 and so on.
            APIConnectionError: The service could not be reached, or (`APITimeoutError`) not in time.
            DecodeError: The answer is not what the operation promises.
        """
        return await self._client.call(
            _REPLACE, query={"number": number}, body=content, content_type=content_type, options=options
        )


class PhotosRaw(RawResource):
    """Operations on photos, reached as `client.photos`. Each gives its answer as it came."""

    __slots__ = ()

    add: Final = Raw(Photos.add)
    add_any: Final = Raw(Photos.add_any)
    change: Final = Raw(Photos.change)
    import_list: Final = Raw(Photos.import_list)
    note: Final = Raw(Photos.note)
    remove: Final = Raw(Photos.remove)
    replace: Final = Raw(Photos.replace)


class AsyncPhotosRaw(RawResource):
    """Operations on photos, reached as `client.photos`. Each gives its answer as it came."""

    __slots__ = ()

    add: Final = AsyncRaw(AsyncPhotos.add)
    add_any: Final = AsyncRaw(AsyncPhotos.add_any)
    change: Final = AsyncRaw(AsyncPhotos.change)
    import_list: Final = AsyncRaw(AsyncPhotos.import_list)
    note: Final = AsyncRaw(AsyncPhotos.note)
    remove: Final = AsyncRaw(AsyncPhotos.remove)
    replace: Final = AsyncRaw(AsyncPhotos.replace)
