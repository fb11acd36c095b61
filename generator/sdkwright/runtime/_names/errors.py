"""The base of every error, by its public name and by the one that is the same in every package."""

from typing import TypeAlias

from .._base_error import BaseError

__all__ = ["ThingsError"]


class ThingsError(BaseError):
    """Base of every error of this package.

    Args:
        message: One line that says what happened.
    """


SDKError: TypeAlias = ThingsError
