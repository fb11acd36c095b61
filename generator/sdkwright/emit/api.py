"""Writes `_api.py`: what the project declares of its API, as literals that every module of the package may read."""

from collections.abc import Iterable
from typing import Any, Final

import attrs

from sdkwright.config import Configuration
from sdkwright.emit.limited import has_limits
from sdkwright.emit.security import alternatives, flows, keys_of
from sdkwright.emit.servers import Servers
from sdkwright.ir import Api

_ABOUT: Final = "What the API is, as the project declares it: literals alone, so that every module may read them."


@attrs.frozen
class Fact:
    """One constant of `_api.py`.

    Attributes:
        name: Its name.
        type: Its type, as an annotation says it; empty to have it inferred.
        value: Its value, made of literals.
        meaning: One sentence for whoever reads the module.
    """

    name: str
    type: str
    value: Any
    meaning: str

    def __str__(self) -> str:
        # `ascii` quotes whatever a document says so that it stays one literal.
        annotation = f"Final[{self.type}]" if self.type else "Final"
        return f'{self.name}: {annotation} = {self.value!a}\n"""{self.meaning}"""'


def api_module(configuration: Configuration, api: Api, servers: Servers, *, place: str, chooses_servers: bool) -> str:
    """The text of `_api.py`, without its header.

    Args:
        configuration: What the project declares.
        api: The API, for its security schemes.
        servers: Where its calls go.
        place: The file of the configuration, as messages name it.
        chooses_servers: Whether the package carries what chooses a server.

    Raises:
        GeneratorError: As for `keys_of`.
    """
    chosen = facts(configuration, api, servers, place=place)
    if chooses_servers:
        chosen.append(_own_variables(servers))
    return literals_module(_ABOUT, chosen)


def literals_module(about: str, constants: Iterable[Fact]) -> str:
    """The text of a module that holds literals, without its header.

    Args:
        about: What the module is, in one line.
        constants: What stands in it.
    """
    constants = [*constants]
    listed = "\n\n".join(map(str, constants))
    names = "Any, Final" if any("Any" in constant.type for constant in constants) else "Final"
    return f'"""{about}"""\n\nfrom typing import {names}\n\n{listed}\n'


def facts(configuration: Configuration, api: Api, servers: Servers, *, place: str) -> list[Fact]:
    """What `_api.py` says.

    Args:
        configuration: What the project declares.
        api: The API, for its security schemes.
        servers: Where its calls go.
        place: The file of the configuration, as messages name it.

    Raises:
        GeneratorError: As for `keys_of`.
    """
    package, dialect = configuration.package, configuration.dialect
    keys = keys_of(configuration, api, place=place)
    return [
        Fact("NAME", "str", package.name, "The distribution and the import package."),
        Fact("TITLE", "str", package.title, "The API's name in prose."),
        Fact("CLIENT", "str", package.client, "The class of the synchronous client."),
        Fact("ENVIRONMENT", "str", package.environment, "Begins the names of the variables that the package reads."),
        Fact(
            "SECURITY",
            "tuple[tuple[str, str, str, str, str], ...]",
            tuple((key.scheme, key.argument, key.variable, key.place, key.header) for key in keys),
            "Each security scheme: its name, argument, variable, where its value goes, and the name that it has there.",
        ),
        Fact(
            "ALTERNATIVES",
            "tuple[tuple[str, ...], ...]",
            alternatives(api),
            "The security schemes that an operation may need together, each way once; empty for operations that need "
            "none.",
        ),
        Fact(
            "OAUTH2",
            "dict[str, tuple[str, str, str, str]]",
            flows(configuration, api, keys),
            "Each scheme that fetches tokens: where it does for client credentials and to refresh, for which scopes, "
            "and how.",
        ),
        Fact(
            "SERVERS",
            "tuple[tuple[str, str, tuple[tuple[str, str, tuple[str, ...]], ...]], ...]",
            servers.facts,
            "Each server to choose from: its name, URL and variables, each with its default and the values that it may "
            "have.",
        ),
        Fact(
            "HTTP_ORIGINS",
            "tuple[str, ...]",
            servers.http_origins(api),
            "Hosts and ports that the document names with plain http, besides this machine.",
        ),
        Fact("LIMITS", "bool", has_limits(api), "Whether the document demands anything of values beyond their types."),
        *_errors(configuration),
        Fact(
            "PAGINATION",
            "dict[str, tuple[str, str, str | None, str | None, int, bool]]",
            {
                name: (page.style, page.items, page.total, page.count, page.default_size, page.trust_total)
                for name, page in configuration.numbered.items()
            },
            "Each page envelope: its style, items, total, count, default size, and whether its total is trusted.",
        ),
        # Without a type, a checker knows the number itself.
        Fact("DEFAULT_PAGE_SIZE", "", _default_size(configuration), "Items on a page when none are asked for."),
        Fact("NULLABLE", "str", dialect.nullable, "Which properties may be null."),
        Fact("ENUMS", "str", dialect.enums, "What the value of an enum may be."),
        Fact("DATES", "str", dialect.dates, "How the service writes dates."),
        Fact("BARE_WORDS", "bool", dialect.bare_words, "Whether the value of an enum may come without quotes."),
        Fact(
            "COLUMNS",
            "tuple[str, ...]",
            configuration.command_line.columns,
            "The fields that a person looks for first, in this order.",
        ),
        Fact(
            "DOCTOR_LISTS",
            "tuple[str, ...]",
            configuration.command_line.doctor,
            "The resources whose lists the command `doctor` reads.",
        ),
        Fact("WEBHOOKS", "str", configuration.webhooks.style, "How deliveries are verified and read."),
    ]


def _own_variables(servers: Servers) -> Fact:
    """What only the module needs that chooses a server."""
    return Fact(
        "OWN_VARIABLES",
        "tuple[str, ...]",
        servers.variables,
        "The variables of servers that operations have of their own.",
    )


def _default_size(configuration: Configuration) -> int:
    """The default size of the first page envelope; 0 for an API without any."""
    return next((page.default_size or 0 for page in configuration.pagination.values()), 0)


def _errors(configuration: Configuration) -> list[Fact]:
    errors, fault = configuration.errors, configuration.errors.fault
    return [
        Fact("MESSAGE_FIELDS", "tuple[str, ...]", errors.message, "The properties that may hold an error's message."),
        Fact("FIELD_ERRORS", "str | None", errors.fields, "The property that maps fields to what is wrong with them."),
        Fact("REQUEST_ID_HEADERS", "tuple[str, ...]", errors.request_id, "The headers that may hold a request's id."),
        Fact("FAULT_FLAG", "str | None", fault and fault.flag, "True in a successful answer that says it failed."),
        Fact("FAULT_MESSAGES", "str | None", fault and fault.messages, "Holds what went wrong in such an answer."),
    ]
