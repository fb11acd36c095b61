"""The kinds of values that the keys of `spec/sdk.toml` take."""

import difflib
import keyword
import re
import sys
from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import urlsplit

import attrs

from sdkwright.error_paths import PATH, is_path
from sdkwright.text import clean

_LONGEST_LINE: Final = 100
_LONGEST_URL: Final = 300
_LONGEST_PROMPT: Final = 4_000
_HIGHEST: Final = 1_000_000
# A package of one of these names would hide what it imports.
_IMPORTED: Final = sys.stdlib_module_names | {"anyio", "attr", "attrs", "httpcore", "httpx", "mcp", "msgspec"}
_KEYWORDS: Final = frozenset({*keyword.kwlist, *keyword.softkwlist})
# Each client has these arguments whatever the API is.
_CLIENT_ARGUMENTS: Final = frozenset({
    "self", "credentials", "base_url", "server", "server_variables", "timeout", "max_retries", "deadline",
    "pool_timeout", "headers", "query", "raise_faults", "follow_redirects", "user_agent", "http", "http_client",
    "transport", "retry", "clock", "options",
    "on_request", "on_response", "on_deviation",
})  # fmt: skip


FIELD_NAME: Final = "0-9!#$%&'*+.^_|~-"
"""What the name of a field of HTTP may have besides letters and the grave accent, for a regular expression's class."""


class RefusedError(Exception):
    """A value that a key does not take; the text is the second half of a sentence."""


@attrs.frozen
class Kind:
    """A kind of value.

    Attributes:
        allowed: What the values are, as an error says it: "true or false".
        accepts: Whether a value of the TOML file is of this kind.
        choices: The values, where there are only a few.
        convert: Makes the value that the configuration holds.
    """

    allowed: str
    accepts: Callable[[Any], bool]
    choices: tuple[str, ...] = ()
    convert: Callable[[Any], Any] = lambda value: value

    def read(self, value: object) -> Any:
        """The value as the configuration holds it.

        Raises:
            RefusedError: The value is not of this kind.
        """
        if not self.accepts(value):
            meant = nearest(value, self.choices)
            raise RefusedError(f"{_display(value)} is not allowed{meant}; allowed is {self.allowed}")
        return self.convert(value)


def nearest(value: object, names: Iterable[str]) -> str:
    """A question for the name that a wrong one is closest to; empty where none is close."""
    found = difflib.get_close_matches(value, list(names), n=1) if isinstance(value, str) else []
    return f' (did you mean "{found[0]}"?)' if found else ""


def listed(names: Iterable[str], word: str = "and") -> str:
    """Names in a sentence: `a, b and c`."""
    *head, last = names
    return f"{', '.join(head)} {word} {last}" if head else last


def _text(pattern: str, allowed: str, *, forbidden: frozenset[str] = frozenset()) -> Kind:
    """Text that matches a regular expression from end to end and is not forbidden."""
    compiled = re.compile(pattern)

    def accepts(value: object) -> bool:
        return isinstance(value, str) and compiled.fullmatch(value) is not None and value not in forbidden

    return Kind(allowed, accepts)


def _choice(*choices: str) -> Kind:
    quoted = listed([f'"{choice}"' for choice in choices], "or")
    return Kind(quoted, lambda value: isinstance(value, str) and value in choices, choices)


def _display(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case dict():
            return "a table"
        case list():
            return f"[{', '.join(map(_display, value[:3]))}{', …' if value[3:] else ''}]"
        case str():
            return f'"{clean(value)}"'
        case _:
            return clean(value)


def _is_line(value: object) -> bool:
    if not isinstance(value, str) or not value.isprintable() or {'"', "\\", "`"} & set(value):
        return False
    return 0 < len(value.strip()) == len(value) <= _LONGEST_LINE


def _is_base_url(value: object) -> bool:
    if not isinstance(value, str) or len(value) > _LONGEST_URL or re.fullmatch(r"[!-~]+", value) is None:
        return False
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    plain = parts.username is None and not parts.query and not parts.fragment and not {*value} & {*"{}\\\"'`"}
    return parts.scheme in {"https", "http"} and bool(parts.hostname) and port != 0 and plain


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= _HIGHEST


def _list_of(kind: Kind, allowed: str) -> Kind:
    def accepts(value: object) -> bool:
        return (
            isinstance(value, list)
            and bool(value)
            and all(kind.accepts(item) for item in value)
            and len(set(value)) == len(value)
        )

    return Kind(allowed, accepts, convert=tuple)


PACKAGE_NAME: Final = _text(
    r"[a-z][a-z0-9_]{0,62}",
    "the name of a Python package in lower case, such as acme_billing, that hides no package which it imports",
    forbidden=frozenset({*_IMPORTED, *_KEYWORDS}),
)
CLASS_NAME: Final = _text(
    r"[A-Z][A-Za-z0-9]{0,62}", "the name of a class, such as AcmeBilling", forbidden=frozenset(keyword.kwlist)
)
ARGUMENT: Final = _text(
    r"[a-z][a-z0-9_]{0,62}",
    "the name of an argument in snake_case, such as api_key, that no client has otherwise",
    forbidden=_CLIENT_ARGUMENTS | _KEYWORDS,
)
TABLE_NAME: Final = _text(r"[a-z][a-z0-9_]{0,62}", "a name in snake_case, such as envelope")
WORD: Final = _text(r"[A-Za-z][A-Za-z0-9_]{0,62}", "letters, digits and underscores after a letter, such as Model")
PATH_PREFIX: Final = _text(r"/(?:[A-Za-z0-9._~-]{1,60}/){0,8}", "the beginning of a path, such as /api/")
VARIABLE: Final = _text(r"[A-Z][A-Z0-9_]{0,62}", "the name of an environment variable, such as ACME_BILLING")
PARTS: Final = (
    "username",
    "password",
    "access_token",
    "client_id",
    "client_secret",
    "refresh_token",
    "token_url",
    "scopes",
)
"""What a security scheme may need of a caller, where it is more than one key."""


def _parts(kind: Kind, example: str) -> Kind:
    """A table that names parts of a scheme, or those that `parts` gives it."""

    def accepts(value: object) -> bool:
        return isinstance(value, dict) and all(
            (part in PARTS or ARGUMENT.accepts(part)) and kind.accepts(name) for part, name in value.items()
        )

    return Kind(f"a table of {listed(PARTS)}, such as {example}", accepts, convert=MappingProxyType)


ARGUMENTS: Final = _parts(ARGUMENT, '{ username = "login" }')
VARIABLES: Final = _parts(VARIABLE, '{ username = "ACME_LOGIN" }')
SCOPES: Final = _list_of(_text(r"[!#-\[\]-~]{1,200}", ""), 'a list of scopes, each once, such as ["read"]')
CLIENT_AUTHENTICATION: Final = _choice("header", "body")
SIGNING: Final = _choice("declared", "hook")
SIGNING_PARTS: Final = _list_of(
    ARGUMENT, 'a list of names of arguments in snake_case, each once, such as ["key_id", "secret_key"]'
)
LINE: Final = Kind(f'text of one line, at most {_LONGEST_LINE} characters, without ", \\ and `', _is_line)
HEADERS: Final = _list_of(
    _text(rf"[a-z`{FIELD_NAME}]{{1,100}}", ""), 'a list of headers in lower case, each once, such as ["x-request-id"]'
)


FIELDS: Final = _list_of(LINE, 'a list of names on the wire, each once, such as ["message"]')


def _is_error_path(value: object) -> bool:
    return _is_line(value) and (not is_path(str(value)) or PATH.fullmatch(str(value)) is not None)


ERROR_PATH: Final = Kind(
    'a name on the wire, or the path to it, such as "message", "error.message" or "errors[0].detail"', _is_error_path
)
ERROR_PATHS: Final = _list_of(
    ERROR_PATH,
    'a list of names on the wire or of paths to them, each once, such as ["message", "error.message", '
    '"errors[0].detail"]',
)
PASSES: Final = _list_of(
    _text(r"[a-z][a-z0-9_]{0,62}", ""), 'a list of passes by name, each once, such as ["name_schemas"]'
)
RESOURCES: Final = _list_of(
    _text(r"[a-z][a-z0-9_]{0,62}(\.[a-z][a-z0-9_]{0,62})*", ""),
    'a list of resources by their attributes, each once, such as ["orders"]',
)
OPERATION_NAMES: Final = _list_of(
    _text(r"[a-z][a-z0-9_]{0,62}(\.[a-z][a-z0-9_]{0,62}){1,8}", ""),
    'a list of operations by their names in Python, each once, such as ["orders.list"]',
)
PROMPT: Final = Kind(
    f"text of at most {_LONGEST_PROMPT:,} characters",
    lambda value: (
        isinstance(value, str)
        and 0 < len(value.strip()) <= len(value) <= _LONGEST_PROMPT
        and value.replace("\n", " ").isprintable()
    ),
)
COLUMNS: Final = _list_of(
    _text(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*", ""),
    'a list of fields by their names in Python, each once, such as ["id", "client.name"]',
)
BASE_URL: Final = Kind(
    "an absolute https or http URL without a query, such as https://api.example.com/v2",
    _is_base_url,
    convert=lambda value: value.rstrip("/"),
)
COUNT: Final = Kind(f"a whole number from 1 to {_HIGHEST:,}", _is_count)
SWITCH: Final = Kind("true or false", lambda value: isinstance(value, bool))
FIRST: Final = Kind("0 or 1", lambda value: isinstance(value, int) and not isinstance(value, bool) and value in {0, 1})
PAGINATION_STYLE: Final = _choice("page-number", "offset", "cursor", "next-url", "link-header")
OPERATIONS: Final = _list_of(LINE, 'a list of operations, each once, such as ["GET /orders"] or ["orders.list"]')
NAMING: Final = _choice("by-rule", "curated")
NULLABILITY: Final = _choice("every-property", "as-declared")
ENUMS: Final = _choice("text-or-ordinal", "open", "closed")
DATES: Final = _choice("dotnet", "rfc3339")
WEBHOOKS: Final = _choice("none", "hook", "standard-webhooks")
