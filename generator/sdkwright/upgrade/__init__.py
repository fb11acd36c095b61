"""Takes a newer `sdkwright` in a project with all that follows: pins, package, stubs, pages, version; or nothing."""

from sdkwright.upgrade.upgrade import Wishes, upgrade

__all__ = ["Wishes", "upgrade"]
