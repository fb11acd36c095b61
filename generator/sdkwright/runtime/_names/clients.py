"""The clients, under names that are the same in every package."""

from ..client import AsyncThings as AsyncSDKClient, Things as SDKClient

__all__ = ["AsyncSDKClient", "SDKClient"]
