"""Writes `_api.py`: what the project declares of its API, as literals that every module of the package may read."""

import re
from collections.abc import Iterable
from typing import Any, Final

import attrs

from sdkwright.config import Configuration
from sdkwright.config.values import FIELD_NAME
from sdkwright.emit.servers import Servers
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api

_HEADER: Final = re.compile(rf"[A-Za-z{FIELD_NAME}]{{1,100}}")
"""What HTTP takes for the name of a field, the grave accent apart."""
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


@attrs.frozen
class Key:
    """An API key that requests carry in a header.

    Attributes:
        scheme: The security scheme's name in the document.
        argument: The client's argument.
        variable: The environment variable that is read where the argument is left out.
        header: The header, as the document spells it.
    """

    scheme: str
    argument: str
    variable: str
    header: str

    @property
    def words(self) -> str:
        """What prose calls it: `secret` for `api_secret`."""
        return self.argument.removeprefix("api_").replace("_", " ")

    @property
    def constant(self) -> str:
        """Begins the names of the constants about it: `SECRET` for `api_secret`."""
        return self.argument.removeprefix("api_").upper()


def api_module(configuration: Configuration, api: Api, servers: Servers, *, place: str) -> str:
    """The text of `_api.py`, without its header.

    Args:
        configuration: What the project declares.
        api: The API, for its security schemes.
        servers: Where its calls go.
        place: The file of the configuration, as messages name it.

    Raises:
        GeneratorError: As for `keys_of`.
    """
    return literals_module(_ABOUT, facts(configuration, api, servers, place=place))


def literals_module(about: str, constants: Iterable[Fact]) -> str:
    """The text of a module that holds literals, without its header.

    Args:
        about: What the module is, in one line.
        constants: What stands in it.
    """
    listed = "\n\n".join(map(str, constants))
    return f'"""{about}"""\n\nfrom typing import Final\n\n{listed}\n'


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
    return [
        Fact("NAME", "str", package.name, "The distribution and the import package."),
        Fact("TITLE", "str", package.title, "The API's name in prose."),
        Fact("CLIENT", "str", package.client, "The class of the synchronous client."),
        Fact("ENVIRONMENT", "str", package.environment, "Begins the names of the variables that the package reads."),
        Fact(
            "SECURITY",
            "tuple[tuple[str, str, str, str, str], ...]",
            tuple(
                (key.scheme, key.argument, key.variable, "header", key.header)
                for key in keys_of(configuration, api, place=place)
            ),
            "Each security scheme: its name, argument, variable, where its value goes, and the name that it has there.",
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
        *_errors(configuration),
        Fact(
            "PAGINATION",
            "dict[str, tuple[str, str, str | None, str | None, int, bool]]",
            {
                name: (page.style, page.items, page.total, page.count, page.default_size, page.trust_total)
                for name, page in configuration.pagination.items()
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


def _default_size(configuration: Configuration) -> int:
    """The default size of the first page envelope; 0 for an API without any."""
    return next((page.default_size for page in configuration.pagination.values()), 0)


def _errors(configuration: Configuration) -> list[Fact]:
    errors, fault = configuration.errors, configuration.errors.fault
    return [
        Fact("MESSAGE_FIELDS", "tuple[str, ...]", errors.message, "The properties that may hold an error's message."),
        Fact("FIELD_ERRORS", "str | None", errors.fields, "The property that maps fields to what is wrong with them."),
        Fact("REQUEST_ID_HEADERS", "tuple[str, ...]", errors.request_id, "The headers that may hold a request's id."),
        Fact("FAULT_FLAG", "str | None", fault and fault.flag, "True in a successful answer that says it failed."),
        Fact("FAULT_MESSAGES", "str | None", fault and fault.messages, "Holds what went wrong in such an answer."),
    ]


def keys_of(configuration: Configuration, api: Api, *, place: str) -> list[Key]:
    """The API keys that requests carry, in the order of the configuration.

    Args:
        configuration: What the project declares.
        api: The API, for its security schemes.
        place: The file of the configuration, as messages name it.

    Raises:
        GeneratorError: A declared security scheme is none of the document's or no API key in a header, or two
            arguments differ too little.
    """
    schemes = {scheme.name: scheme for scheme in api.security_schemes}
    keys: list[Key] = []
    for declared in configuration.security:
        scheme = schemes.get(declared.scheme)
        if scheme is None:
            known = ", ".join(sorted(schemes)) or "none"
            raise GeneratorError(
                f"{place}: [[security]] scheme {declared.scheme!r} is none of the document's security schemes; it has "
                f"{known}."
            )
        if (scheme.kind, scheme.location) != ("apiKey", "header"):
            raise GeneratorError(
                f"{place}: [[security]] scheme {declared.scheme!r} is no API key in a header, the only kind that "
                "clients can send; declare one that is, or none."
            )
        key = Key(declared.scheme, declared.argument, declared.variable, scheme.parameter)
        if not _HEADER.fullmatch(key.header):
            raise GeneratorError(
                f"{place}: [[security]] scheme {declared.scheme!r} has a name in the document that is no name of a "
                "header; correct it in the overlay."
            )
        if any(key.constant == other.constant for other in keys):
            raise GeneratorError(
                f"{place}: [[security]] argument {key.argument!r} differs from another by 'api_' alone; rename one of "
                "them."
            )
        keys.append(key)
    return keys
