# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""The resources of the command line, and what can be done with each; a module for each has the commands."""

from typing import Final

RESOURCES: Final[dict[str, tuple[str, ...]]] = {
    "jobs": (
        "list",
        "get",
        "advise",
        "advise_stream",
        "cancel",
        "export",
        "forget",
        "get_attachment",
        "get_page",
        "get_proof",
        "get_ticket",
        "hear",
        "read_log",
        "submit",
        "watch",
    ),
    "shop": (
        "check",
        "get_uptime",
        "report",
        "restart",
    ),
}
