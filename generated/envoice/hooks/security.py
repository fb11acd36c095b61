"""The hook for other ways to sign requests in use. A project's own `hooks/security.py` takes this module's place."""

from ._security import DefaultSecurity as Security

__all__ = ["Security"]
