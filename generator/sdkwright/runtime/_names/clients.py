"""The clients, under names that are the same in every package."""

from ..client import AsyncThings as AsyncSDKClient
from ..client import Things as SDKClient

__all__ = ["AsyncSDKClient", "SDKClient"]
