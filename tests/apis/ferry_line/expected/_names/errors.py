# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/ferry_line; CONTRIBUTING.md says how to change what is generated.
"""The base of every error, by its public name and by the one that is the same in every package."""

from typing import TypeAlias

from .._base_error import BaseError

__all__ = ["FerryLineError"]


class FerryLineError(BaseError):
    """Base of every error of this package.

    Args:
        message: One line that says what happened.
    """


SDKError: TypeAlias = FerryLineError
