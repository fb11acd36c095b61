"""The hook for pagination in use. A project's own `hooks/pagination.py` takes this module's place."""

from ._pagination import AnyEnvelope as Envelope
from ._pagination import DefaultPages as Pages

__all__ = ["Envelope", "Pages"]
