"""Fetching: brings the vendor's document into `spec/`, byte for byte, and pins it in the lock."""

from generator.sources.fetching import FetchResult, fetch
from generator.sources.lock import Lock, read_lock

__all__ = ["FetchResult", "Lock", "fetch", "read_lock"]
