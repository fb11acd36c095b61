"""What `spec/sdk.toml` declares about an SDK, read into frozen classes."""

from sdkwright.config.reading import read
from sdkwright.config.tables import Configuration, Package

__all__ = ["Configuration", "Package", "read"]
