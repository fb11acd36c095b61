"""Stubs made from the normalised document: WireMock 3 mappings, and a small server that answers from them."""

from sdkwright.stubs.mappings import Mapping, build_mappings, render

__all__ = ["Mapping", "build_mappings", "render"]
