"""The rooms of the runtime that a package carries only when `spec/sdk.toml` asks for them."""

from collections.abc import Callable
from typing import Final

import attrs

from sdkwright.config import Configuration


@attrs.frozen
class Room:
    """A part of the runtime with a switch. A file that two rooms name is carried only when both are wanted.

    Attributes:
        name: What the documentation calls it: its folder.
        switch: The key of `spec/sdk.toml` that decides, as messages write it.
        wanted: Whether a configuration asks for it.
        files: Its modules, relative to the package; a folder ends in a slash.
        errors: The exceptions that only it raises.
    """

    name: str
    switch: str
    wanted: Callable[[Configuration], bool]
    files: tuple[str, ...]
    errors: tuple[str, ...] = ()

    def has(self, name: str) -> bool:
        """Whether a module belongs to the room.

        Args:
            name: The module's file, relative to the package: `webhooks/flow.py`.
        """
        return any(name.startswith(part) if part.endswith("/") else name == part for part in self.files)


ROOMS: Final = (
    Room(
        "webhooks",
        "[webhooks] style",
        lambda configuration: configuration.webhooks.style != "none",
        ("webhooks/", "hooks/webhooks.py", "hooks/_webhooks.py", "cli/_webhooks.py", "cli/_listening.py"),
        ("WebhookError", "WebhookPayloadError", "WebhookSignatureError"),
    ),
    Room(
        "cli",
        "[command_line] enabled",
        lambda configuration: configuration.command_line.enabled,
        ("cli/", "_commands/", "__main__.py", "hooks/command_line.py", "hooks/_command_line.py"),
    ),
    Room("testing", "[testing] enabled", lambda configuration: configuration.testing.enabled, ("testing/",)),
)


def unwanted(configuration: Configuration) -> tuple[Room, ...]:
    """The rooms that a package does without.

    Args:
        configuration: What the project declares.
    """
    return tuple(room for room in ROOMS if not room.wanted(configuration))


def room_of(name: str, rooms: tuple[Room, ...]) -> Room | None:
    """The first of some rooms that a module belongs to; None when it belongs to none of them.

    Args:
        name: The module's file, relative to the package.
        rooms: The rooms to look at.
    """
    return next((room for room in rooms if room.has(name)), None)
