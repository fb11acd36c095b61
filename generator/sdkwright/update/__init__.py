"""Takes a new document from the vendor in one step: all of what follows from it, tested and versioned, or nothing."""

from sdkwright.update.update import Wishes, update

__all__ = ["Wishes", "update"]
