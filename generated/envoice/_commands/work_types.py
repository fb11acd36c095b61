# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The commands of `envoice work-types`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {
    "SortOrder": (
        "none",
        "asc",
        "desc",
    ),
}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "Return all work types for the account.",
        "GET /api/worktype/all",
        (),
        item="WorkType",
    ),
    Command(
        "search",
        "Return all work types for the account that match the query param.",
        "GET /api/worktype/search",
        (
            Argument("order", "SortOrder", "Direction of the sorting."),
            Argument("order_by", "str", "Name of the property to sort by."),
            Argument("page", "int", "The page to start at, counted from 1."),
            Argument("page_size", "int", "Items on a page; the service's own default is 10."),
            Argument("query", "str", "Text to search for."),
        ),
        item="WorkType",
    ),
    Command(
        "get",
        "Return work type details.",
        "GET /api/worktype/details",
        (Argument("id", "int", "Id of the work type.", required=True, positional=True),),
        answer="WorkType",
    ),
    Command(
        "create",
        "Create a work type.",
        "POST /api/worktype/new",
        (
            Argument(
                "title",
                "str",
                "Indicates the title of of the work type (Logo design, development...).",
                required=True,
                body=True,
            ),
        ),
        body="WorkTypeCreate",
    ),
    Command(
        "update",
        "Update an existing work type.",
        "POST /api/worktype/update",
        (
            Argument("id", "int", "Entity id.", required=True, positional=True, body=True),
            Argument(
                "title", "str", "Indicates the title of of the work type (Logo design, development...).", body=True
            ),
        ),
        body="WorkTypeUpdate",
    ),
    Command(
        "delete",
        "Delete an existing work type.",
        "POST /api/worktype/delete",
        (Argument("id", "int", "Id of work type to be deleted.", required=True, positional=True, body=True),),
        body="WorkTypeDelete",
    ),
)
