"""Compares two documents by what is sent and answered, in the words of the public names.

Both are normalised in the same way first, so a rename that `names.toml` makes good is no removal. Nullability is
compared as the vendor states it, before every property is let be null.
"""

from sdkwright.diff.wire.compare import compare

__all__ = ["compare"]
