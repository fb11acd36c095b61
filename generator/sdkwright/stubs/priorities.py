"""The order in which WireMock asks our stubs; an operation's own answer names none and so has WireMock's default, 5.

Stubs that may answer the same request never have the same priority unless they lie in one file: between files,
WireMock's order is the file system's.
"""

from typing import Final

INTERRUPTION: Final = 1
"""What comes before the pages that it interrupts."""
EDGE: Final = 2
"""An edge of one operation."""
FIRST_PAGE: Final = 3
"""What a request without a page number, or with the first, gets when no edge wants its page."""
SHARED_EDGE: Final = 4
"""An edge of every operation."""
