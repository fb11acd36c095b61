"""Writes the public modules that only some documents need: of files, and of durations."""

from collections.abc import Iterable
from typing import Final

from sdkwright.emit.bodies import FILES
from sdkwright.emit.durations import has_durations
from sdkwright.emit.methods import Method
from sdkwright.ir import Api

FRONTS: Final = {
    "files": '''"""Files to send: what may be given for one, and how it is named."""

from ._http.uploads import FileContent as FileContent
from ._http.uploads import FileTypes as FileTypes
from ._http.uploads import Upload as Upload

__all__ = ["FileContent", "FileTypes", "Upload"]
''',
    "durations": '''"""Durations: those of a fixed length, and those of years and months."""

from ._json.calendar_durations import CalendarDuration as CalendarDuration
from ._json.calendar_durations import Duration as Duration

__all__ = ["CalendarDuration", "Duration"]
''',
}
"""The text of each module, by its name."""


def fronts_of(api: Api, methods: Iterable[Method]) -> dict[str, tuple[str, ...]]:
    """The modules that a document needs, each with the names that the package offers of it.

    Args:
        api: The API.
        methods: Every method.
    """
    uploads = any(FILES in argument.annotation.instead for method in methods for argument in method.arguments)
    return {
        **({"files": ("FileTypes", "Upload")} if uploads else {}),
        **({"durations": ("CalendarDuration", "Duration")} if has_durations(api) else {}),
    }
