"""The values that stubs and documentation show, as `spec/examples.toml` declares them."""

from sdkwright.examples.reading import read
from sdkwright.examples.tables import Examples

__all__ = ["Examples", "read"]
