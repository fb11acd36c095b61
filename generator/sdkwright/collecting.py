"""Has Python look for circles of garbage less often while much is held that is none.

A large document is hundreds of thousands of objects, which every collection walks for nothing: two fifths of the time
that its normalisation takes.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_THRESHOLDS: Final = (50_000, 50, 100)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Collect seldom in the block, and as before behind it."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
