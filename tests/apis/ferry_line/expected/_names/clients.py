# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""The clients, under names that are the same in every package."""

from ..client import AsyncFerryLine as AsyncSDKClient, FerryLine as SDKClient

__all__ = ["AsyncSDKClient", "SDKClient"]
