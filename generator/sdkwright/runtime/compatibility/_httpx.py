"""What callers take of httpx under names of the former SDK."""

from httpx import AsyncClient as DefaultAsyncHttpxClient
from httpx import Client as DefaultHttpxClient
from httpx import Timeout

__all__ = ["DefaultAsyncHttpxClient", "DefaultHttpxClient", "Timeout"]
