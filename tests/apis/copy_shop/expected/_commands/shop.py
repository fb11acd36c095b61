# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""The commands of `copy_shop shop`."""

from typing import Final

from ..cli._command import Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "check",
        "How the shop is.",
        "GET /health",
        (),
        answer="Health",
    ),
    Command(
        "get_uptime",
        "Since when the shop is open.",
        "GET /health/uptime",
        (),
    ),
    Command(
        "report",
        "What the machines say of themselves.",
        "GET /health/report",
        (),
    ),
    Command(
        "restart",
        "Restart the presses.",
        "POST /health/restart",
        (),
        answer="Health",
    ),
)
