# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/toll_bridge; CONTRIBUTING.md says how to change what is generated.
"""What the API is, as the project declares it: literals alone, so that every module may read them."""

from typing import Final

NAME: Final[str] = "toll_bridge"
"""The distribution and the import package."""

TITLE: Final[str] = "Toll Bridge"
"""The API's name in prose."""

CLIENT: Final[str] = "TollBridge"
"""The class of the synchronous client."""

ENVIRONMENT: Final[str] = "BRIDGE"
"""Begins the names of the variables that the package reads."""

SECURITY: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    ("signature", "key_id", "BRIDGE_KEY_ID", "signed", "key_id X-Bridge-Signature"),
    ("signature", "secret_key", "BRIDGE_SECRET_KEY", "signed", "secret_key X-Bridge-Signature"),
)
"""Each security scheme: its name, argument, variable, where its value goes, and the name that it has there."""

ALTERNATIVES: Final[tuple[tuple[str, ...], ...]] = (("signature",),)
"""The security schemes that an operation may need together, each way once; empty for operations that need none."""

OAUTH2: Final[dict[str, tuple[str, str, str, str]]] = {}
"""Each scheme that fetches tokens: where it does for client credentials and to refresh, for which scopes, and how."""

SERVERS: Final[tuple[tuple[str, str, tuple[tuple[str, str, tuple[str, ...]], ...]], ...]] = ()
"""Each server to choose from: its name, URL and variables, each with its default and the values that it may have."""

HTTP_ORIGINS: Final[tuple[str, ...]] = ()
"""Hosts and ports that the document names with plain http, besides this machine."""

LIMITS: Final[bool] = False
"""Whether the document demands anything of values beyond their types."""

MESSAGE_FIELDS: Final[tuple[str, ...]] = ("error.message", "problems[0].detail")
"""The properties that may hold an error's message."""

FIELD_ERRORS: Final[str | None] = "error.fields"
"""The property that maps fields to what is wrong with them."""

REQUEST_ID_HEADERS: Final[tuple[str, ...]] = ("x-request-id",)
"""The headers that may hold a request's id."""

FAULT_FLAG: Final[str | None] = None
"""True in a successful answer that says it failed."""

FAULT_MESSAGES: Final[str | None] = None
"""Holds what went wrong in such an answer."""

PAGINATION: Final[dict[str, tuple[str, str, str | None, str | None, int, bool]]] = {}
"""Each page envelope: its style, items, total, count, default size, and whether its total is trusted."""

DEFAULT_PAGE_SIZE: Final = 0
"""Items on a page when none are asked for."""

NULLABLE: Final[str] = "as-declared"
"""Which properties may be null."""

ENUMS: Final[str] = "open"
"""What the value of an enum may be."""

DATES: Final[str] = "rfc3339"
"""How the service writes dates."""

BARE_WORDS: Final[bool] = False
"""Whether the value of an enum may come without quotes."""

COLUMNS: Final[tuple[str, ...]] = (
    "id",
    "number",
    "name",
    "title",
    "email",
    "status",
    "amount",
    "value",
    "code",
    "type",
    "description",
    "message",
    "link",
    "url",
)
"""The fields that a person looks for first, in this order."""

DOCTOR_LISTS: Final[tuple[str, ...]] = ()
"""The resources whose lists the command `doctor` reads."""

WEBHOOKS: Final[str] = "hook"
"""How deliveries are verified and read."""
