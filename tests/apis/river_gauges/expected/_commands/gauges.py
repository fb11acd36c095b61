# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/river_gauges; CONTRIBUTING.md says how to change what is generated.
"""The commands of `river_gauges gauges`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "The gauges that fit.",
        "GET /gauges",
        (
            Argument("box", "json", "West, south, east and north."),
            Argument("fields", "texts", "Not described by the vendor."),
            Argument("limit", "int", "How many. By default 20."),
            Argument("near", "json", "Not described by the vendor.", of="Place"),
            Argument("since", "json", "Not described by the vendor.", of="Place"),
            Argument("source", "str", "Not described by the vendor."),
            Argument("tag", "json", "Not described by the vendor."),
            Argument("where", "json", "Not described by the vendor.", of="GaugeFilter"),
            Argument("words", "texts", "Not described by the vendor."),
        ),
        item="Gauge",
    ),
    Command(
        "get",
        "One gauge.",
        "GET /rivers/{river}/gauges/{gaugeId}/",
        (
            Argument("river", "str", "The name of the river.", required=True, positional=True),
            Argument("gauge_id", "int", "The number of the gauge.", required=True, positional=True),
            Argument("x_reader", "str", "Who reads.", required=True),
            Argument("days", "json", "Not described by the vendor."),
            Argument("session", "str", "A session of the reading room."),
            Argument("x_trace_id", "str", "Comes back in the answer."),
            Argument("x_units", "texts", "What levels are in."),
        ),
        answer="Gauge",
    ),
    Command(
        "calibrate",
        "Calibrate a gauge.",
        "POST /gauges/{gaugeId}:calibrate",
        (
            Argument("path_gauge_id", "int", "The id of the gauge.", required=True, positional=True),
            Argument("gauge_id", "int", "Not described by the vendor.", required=True, body=True),
            Argument("offset", "decimal", "Not described by the vendor.", body=True),
        ),
        body="Calibration",
    ),
    Command(
        "remove",
        "Take a gauge away.",
        "DELETE /rivers/{river}/gauges/{gaugeId}/",
        (
            Argument("river", "str", "The name of the river.", required=True, positional=True),
            Argument("gauge_id", "str", "Shared by all, and meant otherwise below.", required=True, positional=True),
            Argument("x_trace_id", "str", "Comes back in the answer."),
        ),
    ),
    Command(
        "twin",
        "Compare two gauges.",
        "GET /gauges/{gaugeId}/twin",
        (
            Argument("path_gauge_id", "int", "The id of the gauge.", required=True, positional=True),
            Argument("query_gauge_id", "int", "Not described by the vendor.", required=True),
        ),
    ),
)
