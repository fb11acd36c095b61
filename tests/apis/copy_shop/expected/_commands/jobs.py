# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/copy_shop; CONTRIBUTING.md says how to change what is generated.
"""The commands of `copy_shop jobs`."""

from typing import Final

from ..cli._command import Argument, Command

ENUMS: Final[dict[str, tuple[str, ...]]] = {}
COMMANDS: Final[tuple[Command, ...]] = (
    Command(
        "list",
        "All jobs.",
        "GET /jobs",
        (),
        item="Job",
    ),
    Command(
        "get",
        "One job.",
        "GET /jobs/job",
        (Argument("number", "int", "The number of the job.", required=True),),
        answer="Job",
    ),
    Command(
        "advise",
        "Advice on a job, at once or as it comes to mind.",
        "POST /jobs/advice",
        (
            Argument("number", "int", "The number of the job.", required=True),
            Argument("question", "str", "Not described by the vendor.", required=True, body=True),
        ),
        body="AdviseJobRequest",
        answer="Advice",
    ),
    Command(
        "advise_stream",
        "Advice on a job, at once or as it comes to mind.",
        "POST /jobs/advice",
        (
            Argument("number", "int", "The number of the job.", required=True),
            Argument("question", "str", "Not described by the vendor.", required=True, body=True),
        ),
        body="AdviseJobRequest",
        answer="Word",
        gives="lines",
    ),
    Command(
        "cancel",
        "Cancel a job.",
        "DELETE /jobs/job",
        (Argument("number", "int", "The number of the job.", required=True),),
    ),
    Command(
        "export",
        "All jobs as a table.",
        "GET /jobs/export",
        (
            Argument(
                "accept",
                "accept",
                "The media type of the answer.",
                choices=(
                    ("text/csv", "text"),
                    ("application/pdf", "bytes"),
                ),
            ),
        ),
    ),
    Command(
        "forget",
        "Forget a job.",
        "POST /jobs/forget",
        (Argument("number", "int", "The number of the job.", required=True),),
    ),
    Command(
        "get_attachment",
        "What was sent with a job, whatever it is.",
        "GET /jobs/attachment",
        (Argument("number", "int", "The number of the job.", required=True),),
    ),
    Command(
        "get_page",
        "A page of a job as a picture.",
        "GET /jobs/page",
        (
            Argument("number", "int", "The number of the job.", required=True),
            Argument(
                "accept",
                "accept",
                "The media type of the answer.",
                choices=(
                    ("image/png", "bytes"),
                    ("image/jpeg", "bytes"),
                ),
            ),
        ),
        gives="file",
    ),
    Command(
        "get_proof",
        "The proof of a job.",
        "GET /jobs/proof",
        (Argument("number", "int", "The number of the job.", required=True),),
        gives="file",
    ),
    Command(
        "get_ticket",
        "The ticket of a job in JDF.",
        "GET /jobs/ticket",
        (Argument("number", "int", "The number of the job.", required=True),),
    ),
    Command(
        "hear",
        "What the operator says.",
        "GET /jobs/notes",
        (),
        gives="lines",
    ),
    Command(
        "read_log",
        "The log of a job.",
        "GET /jobs/log",
        (Argument("number", "int", "The number of the job.", required=True),),
        answer="LogLine",
        gives="lines",
    ),
    Command(
        "submit",
        "Submit a job.",
        "POST /jobs",
        (
            Argument("number", "int", "Not described by the vendor.", required=True, body=True),
            Argument("copies", "int", "Not described by the vendor.", body=True),
            Argument("title", "str", "Not described by the vendor.", body=True),
        ),
        body="Job",
        answer="Job",
    ),
    Command(
        "watch",
        "What becomes of a job, as it happens.",
        "GET /jobs/watch",
        (Argument("number", "int", "The number of the job.", required=True),),
        answer="Progress",
        gives="lines",
    ),
)
