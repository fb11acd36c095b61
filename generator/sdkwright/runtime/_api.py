"""What a neutral API declares, so that this code runs by itself. A package has a module of its own in its place."""

from typing import Final

NAME: Final[str] = "things"
"""The distribution and the import package."""

TITLE: Final[str] = "Things"
"""The API's name in prose."""

CLIENT: Final[str] = "Things"
"""The class of the synchronous client."""

ENVIRONMENT: Final[str] = "THINGS"
"""Begins the names of the variables that the package reads."""

SECURITY: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    ("key", "api_key", "THINGS_API_KEY", "header", "x-things-key"),
    ("secret", "api_secret", "THINGS_API_SECRET", "header", "x-things-secret"),
)
"""Each security scheme: its name, argument, variable, where its value goes, and the name that it has there."""

ALTERNATIVES: Final[tuple[tuple[str, ...], ...]] = (("key", "secret"),)
"""The security schemes that an operation may need together, each way once; empty for operations that need none."""

OAUTH2: Final[dict[str, tuple[str, str, str, str]]] = {}
"""Each scheme that fetches tokens: where it does for client credentials and to refresh, for which scopes, and how."""
SERVERS: Final[tuple[tuple[str, str, tuple[tuple[str, str, tuple[str, ...]], ...]], ...]] = ()
"""Each server to choose from: its name, URL and variables, each with its default and the values that it may have."""

OWN_VARIABLES: Final[tuple[str, ...]] = ()
"""The variables of servers that operations have of their own."""

HTTP_ORIGINS: Final[tuple[str, ...]] = ()
"""Hosts and ports that the document names with plain http, besides this machine."""

LIMITS: Final[bool] = False
"""Whether the document demands anything of values beyond their types."""

MESSAGE_FIELDS: Final[tuple[str, ...]] = ("message",)
"""The properties that may hold an error's message."""

FIELD_ERRORS: Final[str | None] = "errors"
"""The property that maps fields to what is wrong with them."""

REQUEST_ID_HEADERS: Final[tuple[str, ...]] = ("x-request-id", "request-id")
"""The headers that may hold a request's id."""

FAULT_FLAG: Final[str | None] = "failed"
"""True in a successful answer that says it failed."""

FAULT_MESSAGES: Final[str | None] = "reasons"
"""Holds what went wrong in such an answer."""

PAGINATION: Final[dict[str, tuple[str, str, str | None, str | None, int, bool]]] = {
    "page": ("page-number", "items", "total", None, 10, False)
}
"""Each page envelope: its style, items, total, count, default size, and whether its total is trusted."""

DEFAULT_PAGE_SIZE: Final = 10
"""Items on a page when none are asked for."""

NULLABLE: Final[str] = "as-declared"
"""Which properties may be null."""

ENUMS: Final[str] = "open"
"""What the value of an enum may be."""

DATES: Final[str] = "rfc3339"
"""How the service writes dates."""

BARE_WORDS: Final[bool] = False
"""Whether the value of an enum may come without quotes."""

COLUMNS: Final[tuple[str, ...]] = ("id", "name", "status")
"""The fields that a person looks for first, in this order."""

DOCTOR_LISTS: Final[tuple[str, ...]] = ()
"""The resources whose lists the command `doctor` reads."""

WEBHOOKS: Final[str] = "none"
"""How deliveries are verified and read."""
