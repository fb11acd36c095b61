"""Lists that fetch their pages as they are read, and end when pages run out or repeat, whatever the service counts.

An item that a later page repeats, because items were added while the list was read, is given once by whoever iterates
over items; pages are given as the service sent them. When the service counts more than a list gave to its end,
the logger `events.LOGGER` has a warning.

Nothing runs and nothing is held between two steps of an iteration, so one may be left at any point without closing it.
An iterator outlives an error: the next step asks for the same page again, or goes on after the page that had a fault.
"""

from typing import Final

from .._api import DEFAULT_PAGE_SIZE
from ..hooks.pagination import Envelope
from ._pagers import AsyncPager, Pager
from ._request import Page

BUILDS_ON: Final = ("_api.DEFAULT_PAGE_SIZE",)

__all__ = ["DEFAULT_PAGE_SIZE", "AsyncPager", "Envelope", "Page", "Pager"]
