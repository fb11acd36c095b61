"""Fetching: brings the vendor's document into `spec/`, byte for byte, and pins it in the lock."""

from sdkwright.sources.fetching import Candidate, FetchResult, fetch, receive
from sdkwright.sources.lock import Lock, document_url, read_lock
from sdkwright.sources.parts import strays

__all__ = ["Candidate", "FetchResult", "Lock", "document_url", "fetch", "read_lock", "receive", "strays"]
