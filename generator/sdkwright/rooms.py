"""The rooms of the runtime that a package carries only when `spec/sdk.toml` or the document asks for them.

No module outside such a room imports one of it, for annotations neither: what the document may need is reached by its
name, with `lazy_module`, once something that needs it was declared.
"""

from collections.abc import Callable
from typing import Final

import attrs

from sdkwright.config import Configuration


@attrs.frozen
class Room:
    """A part of the runtime with a switch. A file that two rooms name is carried only when both are wanted.

    Attributes:
        name: What the documentation calls it: its folder, or what of a document needs it.
        switch: The key of `spec/sdk.toml` that decides, as messages write it; `DOCUMENT` where the document does.
        wanted: Whether a configuration asks for it.
        files: Its modules, relative to the package; a folder ends in a slash.
        errors: The exceptions that only it raises.
    """

    name: str
    switch: str
    wanted: Callable[[Configuration], bool]
    files: tuple[str, ...]
    errors: tuple[str, ...] = ()
    # It is asked of every module for every room, at each generation.
    _folders: tuple[str, ...] = attrs.field(init=False, repr=False, eq=False)

    @_folders.default
    def _its_folders(self) -> tuple[str, ...]:
        return tuple(part for part in self.files if part.endswith("/"))

    def has(self, name: str) -> bool:
        """Whether a module belongs to the room.

        Args:
            name: The module's file, relative to the package: `webhooks/flow.py`.
        """
        return name in self.files or name.startswith(self._folders)


DOCUMENT: Final = "the document"
"""The switch of the rooms that a package carries where an operation needs them."""


def _document(name: str, *files: str, errors: tuple[str, ...] = ()) -> Room:
    return Room(name, DOCUMENT, lambda _: True, files, errors)


ROOMS: Final = (
    Room(
        "webhooks",
        "[webhooks] style",
        lambda configuration: configuration.webhooks.style != "none",
        (
            "webhooks/",
            "hooks/webhooks.py",
            "hooks/_webhooks.py",
            *(f"cli/_{name}.py" for name in ("delivering", "listening", "trigger", "webhooks")),
            "otel/_deliveries.py",
        ),
        ("WebhookError", "WebhookPayloadError", "WebhookSignatureError"),
    ),
    Room(
        "cli",
        "[command_line] enabled",
        lambda configuration: configuration.command_line.enabled,
        ("cli/", "_commands/", "__main__.py", "hooks/command_line.py", "hooks/_command_line.py"),
    ),
    Room("mcp", "[mcp] enabled", lambda configuration: configuration.mcp.enabled, ("mcp/",)),
    Room(
        "compatibility",
        "[compatibility] stainless",
        lambda configuration: configuration.compatibility.stainless,
        ("compatibility/", "types/"),
    ),
    Room("testing", "[testing] enabled", lambda configuration: configuration.testing.enabled, ("testing/",)),
    Room("otel", "[telemetry] enabled", lambda configuration: configuration.telemetry.enabled, ("otel/",)),
    _document("parameters", "_http/parameters.py", "_http/target.py"),
    _document(
        "bodies",
        *(
            f"_http/{name}.py"
            for name in ("bodies", "body_field", "forms", "media_types", "multipart", "sources", "streams", "uploads")
        ),
    ),
    _document("parameters or bodies", "_http/deep_object.py"),
    _document(
        "answers",
        "_http/accepting.py",
        "_http/answers.py",
        "_streaming/",
        "resources/_raw_stream.py",
        "resources/_streaming.py",
        "streaming.py",
        "testing/_answers.py",
        "transports/_httpx_opened.py",
        "transports/_opened.py",
        errors=("StreamError",),
    ),
    _document("tokens", *(f"_core/{name}.py" for name in ("fetched", "fetching", "oauth2", "tokens", "waiting"))),
    _document("security hook", "_core/hooked.py", "_security/signing.py", "hooks/_security.py", "hooks/security.py"),
    _document("servers", "_http/server_choice.py"),
    _document("headers", "resources/_headers.py"),
    _document("error paths", "_json/error_paths.py"),
    _document(
        "forward pages",
        *(f"pagination/{name}.py" for name in ("forward", "_forward_page", "_forward_request", "_forward_walk")),
        "resources/_raw_forward.py",
        "testing/_forward.py",
    ),
    _document("addresses of pages", "pagination/_addresses.py"),
    _document(
        "webhook events", "_json/received_events.py", "cli/_events.py", errors=("WebhookError", "WebhookPayloadError")
    ),
    _document("limits", "_validation/"),
    _document("durations", "_json/calendar_durations.py"),
    _document("extras", "_json/extras.py"),
    _document(
        "unions", *(f"_json/{name}.py" for name in ("choosing", "union_depth", "union_plan", "union_sending", "unions"))
    ),
    _document("divided models", "_http/later.py", "_json/divided.py"),
)


def unwanted(configuration: Configuration, needs: frozenset[str] | None = None) -> tuple[Room, ...]:
    """The rooms that a package does without.

    Args:
        configuration: What the project declares.
        needs: The names of the rooms that the document needs; None where it is not known, for all of them.
    """
    return tuple(
        room
        for room in ROOMS
        if not room.wanted(configuration) or (room.switch == DOCUMENT and needs is not None and room.name not in needs)
    )


def room_of(name: str, rooms: tuple[Room, ...]) -> Room | None:
    """The first of some rooms that a module belongs to; None when it belongs to none of them.

    Args:
        name: The module's file, relative to the package.
        rooms: The rooms to look at.
    """
    return next((room for room in rooms if room.has(name)), None)
