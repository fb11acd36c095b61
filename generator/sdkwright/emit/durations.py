"""Tells whether an API has durations, which may have years and months."""

from typing import Final

from sdkwright.emit.every_type import types_of
from sdkwright.ir import Api, Scalar, inside

DURATION: Final = Scalar("string", "duration")
"""The type of a duration."""


def has_durations(api: Api) -> bool:
    """Whether any value of the API is a duration.

    Args:
        api: The API.
    """
    headers = (header for operation in api.operations for one in operation.responses for header in one.headers)
    return DURATION in types_of(api) or any(DURATION in inside(header.type) for header in headers)
