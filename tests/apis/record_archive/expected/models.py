# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/record_archive; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from msgspec import UNSET, UnsetType, field

from ._json.model import Model

__all__ = [
    "Artist",
    "CreateSearchRequest",
    "CreateSearchResponse",
    "CreateSearchResponseData",
    "CreateSearchResponseMeta",
    "Genre",
    "Label",
    "ListArtistsResponse",
    "ListGenresResponse",
    "ListLabelsResponse",
    "ListRecordsResponse",
    "ListRecordsResponseData",
    "ListRecordsResponseMeta",
    "ListShelvesResponse",
    "Loan",
    "Record",
    "Review",
    "ReviewsRecordListResponse",
    "Shelf",
]


class Artist(Model, kw_only=True):
    """
    `Artist` in the vendor's document.
    """

    id: str = field(name="id")
    name: str | None = field(name="name", default=None)


class CreateSearchRequest(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    text: str = field(name="text")
    cursor: str | None | UnsetType = field(name="cursor", default=UNSET)
    limit: int | UnsetType = field(name="limit", default=UNSET)


class CreateSearchResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    data: CreateSearchResponseData = field(name="data")
    meta: CreateSearchResponseMeta | None = field(name="meta", default=None)


class CreateSearchResponseData(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    records: list[Record] = field(name="records")


class CreateSearchResponseMeta(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    next_cursor: str | None = field(name="next_cursor", default=None)
    total: int | None = field(name="total", default=None)


class Genre(Model, kw_only=True):
    """
    `Genre` in the vendor's document.
    """

    id: str = field(name="id")
    name: str | None = field(name="name", default=None)


class Label(Model, kw_only=True):
    """
    `Label` in the vendor's document.
    """

    id: int = field(name="id")
    name: str | None = field(name="name", default=None)


class ListArtistsResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    data: list[Artist] = field(name="data")
    has_more: bool = field(name="has_more")


class ListGenresResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    content: list[Genre] = field(name="content")
    total_pages: int | None = field(name="total_pages", default=None)


class ListLabelsResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    entries: list[Label] = field(name="entries")
    matches: int | None = field(name="matches", default=None)


class ListRecordsResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    data: ListRecordsResponseData = field(name="data")
    meta: ListRecordsResponseMeta | None = field(name="meta", default=None)


class ListRecordsResponseData(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    records: list[Record] = field(name="records")


class ListRecordsResponseMeta(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    next_cursor: str | None = field(name="next_cursor", default=None)
    total: int | None = field(name="total", default=None)


class ListShelvesResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    results: list[Shelf] = field(name="results")
    total: int = field(name="total")


class Loan(Model, kw_only=True):
    """
    `Loan` in the vendor's document.
    """

    id: int = field(name="id")
    due: str | None = field(name="due", default=None)


class Record(Model, kw_only=True):
    """
    `Record` in the vendor's document.
    """

    id: int = field(name="id")
    title: str = field(name="title")
    year: int | None = field(name="year", default=None)


class Review(Model, kw_only=True):
    """
    `Review` in the vendor's document.
    """

    stars: int = field(name="stars")
    text: str | None = field(name="text", default=None)


class ReviewsRecordListResponse(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    reviews: list[Review] = field(name="reviews")
    archive_next_link: str | None = field(name="@archive.nextLink", default=None)


class Shelf(Model, kw_only=True):
    """
    `Shelf` in the vendor's document.
    """

    code: str = field(name="code")
    room: str | None = field(name="room", default=None)
