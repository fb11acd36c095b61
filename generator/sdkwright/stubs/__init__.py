"""Stubs made from the representation of an API: WireMock 3 mappings, and a small server that answers from them."""

from sdkwright.stubs.mappings import build_mappings, render
from sdkwright.stubs.shapes import Mapping

__all__ = ["Mapping", "build_mappings", "render"]
