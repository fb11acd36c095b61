# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/print_shop; CONTRIBUTING.md says how to change what is generated.
"""The commands of `print_shop photos`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "add",
        "Add a photo.",
        "POST /photos",
        (
            Argument(
                "photo",
                "upload",
                "The photo. An `Upload` may give its part the headers `X-Camera` (str), `X-Exposure` (int).",
                required=True,
            ),
            Argument("title", "str", "What it is called.", required=True),
            Argument(
                "caption",
                "str",
                "What stands below it. An `Upload` may give its part the headers `Content-Language` (str).",
            ),
            Argument("details", "uploads", "Parts of it."),
            Argument("scan", "upload", "The negative."),
            Argument("settings", "json", "How it is printed.", of="PrintSettings"),
            Argument("tags", "texts", "What it shows."),
            Argument("taken", "datetime", "When it was taken."),
            Argument("additional_properties", "named_uploads", "Further fields, by their names in the form."),
        ),
    ),
    Command(
        "add_any",
        "Add a file of any kind.",
        "POST /photos/any",
        (
            Argument("content", "upload", "The file.", required=True),
            Argument("content_type", "str", "The media type that the body is sent in."),
        ),
    ),
    Command(
        "change",
        "Change what is said of a photo.",
        "PATCH /photos/one",
        (
            Argument("number", "int", "The number of the photo.", required=True),
            Argument("rating", "int", "One to five.", body=True),
            Argument("settings", "json", "How it is printed.", body=True),
            Argument("title", "str", "What it is called; null for nothing.", body=True),
        ),
        body="PhotoChange",
    ),
    Command(
        "import_list",
        "Add the photos of a list.",
        "POST /photos/list",
        (Argument("lines", "texts", "The addresses of the photos."),),
    ),
    Command(
        "note",
        "Write down a note.",
        "POST /photos/notes",
        (
            Argument("text", "str", "The note.", required=True),
            Argument("content_type", "str", "The media type that the body is sent in."),
        ),
    ),
    Command(
        "remove",
        "Remove photos.",
        "DELETE /photos/many",
        (Argument("ids", "json", "Their numbers.", required=True),),
    ),
    Command(
        "replace",
        "Replace the original of a photo.",
        "PUT /photos/original",
        (
            Argument("number", "int", "The number of the photo.", required=True),
            Argument("content", "upload", "The bytes of the photo.", required=True),
            Argument("content_type", "str", "The media type that the body is sent in."),
        ),
    ),
)
