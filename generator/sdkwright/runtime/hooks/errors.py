"""The hook for errors in use. A project's own `hooks/errors.py` takes this module's place."""

from ._errors import DefaultErrors as Errors

__all__ = ["Errors"]
