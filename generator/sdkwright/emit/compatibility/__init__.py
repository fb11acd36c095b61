"""Writes the surface that callers of a former SDK rely on, over the package's own: `compatibility/` and `types/`."""

from sdkwright.emit.compatibility.surface import Surface, offer_pages, surface_of, with_surface, write_surface

__all__ = ["Surface", "offer_pages", "surface_of", "with_surface", "write_surface"]
