# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/radio_station; CONTRIBUTING.md says how to change what is generated.
"""The pages, a class for each scheme; and what is done with the events of streams."""

from typing import Final, TypeVar

from ._pages import BaseAsyncPage, BaseSyncPage, Scheme as _Scheme
from ._streams import Rules

T = TypeVar("T")

EVENTS: Final[Rules] = (
    ("data_starts_with", "[END]", "done", ""),
    ("event_type", "failure", "error", ""),
    ("event_type", "ping", "ignore", ""),
    ("fallthrough", "", "yield", "error"),
)

CURSOR_PAGE_SCHEME: Final = _Scheme(
    "cursor",
    "data",
    {"next_cursor_param": "after"},
    {"next_cursor_field": "next_cursor", "has_next_page_field": "has_more"},
)


class SyncCursorPage(BaseSyncPage[T]):
    """A page; iterating goes on behind it."""

    @property
    def data(self) -> list[T]:
        """The items of this page."""
        return self._items()


class AsyncCursorPage(BaseAsyncPage[T]):
    """A page; iterating goes on behind it."""

    @property
    def data(self) -> list[T]:
        """The items of this page."""
        return self._items()


NUMBERED_PAGE_SCHEME: Final = _Scheme(
    "page_number",
    "episodes",
    {"page_number_param": "page"},
    {"current_page_number_field": "page", "total_page_count_field": "pages"},
)


class SyncNumberedPage(BaseSyncPage[T]):
    """A page; iterating goes on behind it."""

    @property
    def episodes(self) -> list[T]:
        """The items of this page."""
        return self._items()


class AsyncNumberedPage(BaseAsyncPage[T]):
    """A page; iterating goes on behind it."""

    @property
    def episodes(self) -> list[T]:
        """The items of this page."""
        return self._items()


OFFSET_PAGE_SCHEME: Final = _Scheme(
    "offset",
    "result.stations",
    {"offset_count_param": "offset"},
    {"items": "result.stations", "offset_total_count_field": "total"},
)


class SyncOffsetPage(BaseSyncPage[T]):
    """A page; iterating goes on behind it."""


class AsyncOffsetPage(BaseAsyncPage[T]):
    """A page; iterating goes on behind it."""


LINKED_PAGE_SCHEME: Final = _Scheme("cursor_url", "charts", {}, {"cursor_url_field": "next_url"}, ends_empty=False)


class SyncLinkedPage(BaseSyncPage[T]):
    """A page; iterating goes on behind it."""

    @property
    def charts(self) -> list[T]:
        """The items of this page."""
        return self._items()


class AsyncLinkedPage(BaseAsyncPage[T]):
    """A page; iterating goes on behind it."""

    @property
    def charts(self) -> list[T]:
        """The items of this page."""
        return self._items()
