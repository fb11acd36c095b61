"""Works out what callers give for the security schemes of an API: arguments, variables, and where each goes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill
from typing import Final

import attrs

from sdkwright.config import Configuration, Security
from sdkwright.config.values import ARGUMENT, FIELD_NAME
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, Operation, SecurityScheme
from sdkwright.normalise.identifiers import snake

_HEADER: Final = re.compile(rf"[A-Za-z{FIELD_NAME}]{{1,100}}")
"""What HTTP takes for the name of a field, the grave accent apart."""
_LONGEST: Final = 40
_WIDTH: Final = 112
_FETCHED: Final = ("client_id", "client_secret", "refresh_token", "token_url", "scopes")
_DEFAULTS: Final = {"header": "api_key", "query": "api_key", "cookie": "api_key", "bearer": "access_token"}

_ABOUT: Final = {
    "username": "The name for HTTP's basic authentication",
    "password": "The password for HTTP's basic authentication",
    "access_token": "The token that requests carry, or a callable that gives it",
    "client_id": "The client's id, with which it fetches tokens",
    "client_secret": "The client's secret, with which it fetches tokens",
    "refresh_token": "What tokens are fetched with in the name of a user",
    "token_url": "Where tokens are fetched, if not where the API's document says",
    "scopes": "What tokens are asked for, if not what the operations require; with spaces between",
}

Alternatives = tuple[tuple[str, ...], ...]


@attrs.frozen
class Key:
    """One thing that a caller gives for a security scheme.

    Attributes:
        scheme: The security scheme's name in the document.
        argument: The client's argument.
        variable: The environment variable that is read where the argument is left out.
        header: The name that it has in the request, as the document spells it; of what has none, the part that it is.
        place: Where it goes: `header`, `query`, `cookie`, `basic`, `bearer`, `oauth2`, or `hook` for the project's own;
            `signed` for what the project has its hook sign with. The header is then the part and what it signs, with a
            space between.
        description: The document's text about the scheme.
    """

    scheme: str
    argument: str
    variable: str
    header: str
    place: str = "header"
    description: str = attrs.field(default="", eq=False)

    @property
    def words(self) -> str:
        """What prose calls it: `secret` for `api_secret`."""
        return self.argument.removeprefix("api_").replace("_", " ")

    @property
    def constant(self) -> str:
        """Begins the names of the constants about it: `SECRET` for `api_secret`."""
        return self.argument.removeprefix("api_").upper()

    @property
    def named(self) -> str:
        """Ends the name of the constant that holds the name it has in a request; empty for what has none."""
        return {"header": "HEADER", "query": "PARAMETER", "cookie": "COOKIE"}.get(self.place, "")

    @property
    def takes_provider(self) -> bool:
        """Whether a callable may give it."""
        return self.place == "bearer"

    @property
    def takes_signer(self) -> bool:
        """Whether a callable may sign in its place."""
        return self.place == "hook"

    @property
    def takes_callable(self) -> bool:
        """Whether it may be a callable."""
        return self.takes_provider or self.takes_signer

    @property
    def is_setting(self) -> bool:
        """Whether it is no secret."""
        return self.place == "oauth2" and self.header in {"token_url", "scopes"}

    @property
    def annotation(self) -> str:
        """Its type."""
        more = " | TokenProvider" if self.takes_provider else " | RequestSigner" if self.takes_signer else ""
        return f"str{more}"

    @property
    def documented(self) -> str:
        """The client's argument, for a docstring: lines of at most 120 characters when they are indented by 8."""
        kind = "str or a callable" if self.takes_callable else "str"
        text = f"{self.argument} ({kind}): {self.about}; by default {self.variable} of the environment."
        return fill(text, _WIDTH, subsequent_indent="    ", break_long_words=False, break_on_hyphens=False)

    @property
    def meaning(self) -> str:
        """What it is and where it goes, for a docstring."""
        match self.place:
            case "header":
                return f"The account's {self.words}, sent as `{self.header}`."
            case "query":
                return f"The account's {self.words}, sent in the query as `{self.header}`."
            case "cookie":
                return f"The account's {self.words}, sent as the cookie `{self.header}`."
            case _:
                return f"{self.about}."

    @property
    def about(self) -> str:
        """What it is, in a few words."""
        if self.place == "hook":
            return f"What requests are signed with by the scheme {self.header}, or a callable that gives their headers"
        if self.place == "signed":
            return f"The account's {self.words}, which requests are signed with"
        part = "" if self.place in {"header", "query", "cookie"} else self.header
        return _ABOUT.get(part, f"The account's {self.words}")


def alternatives_of(operation: Operation) -> Alternatives:
    """The schemes that sign an operation: each alternative by its names; empty where nothing is sent."""
    return tuple(tuple(alternative) for alternative in operation.security or ())


def alternatives(api: Api) -> Alternatives:
    """Every way in which an operation of the API is signed, each once; an empty one for operations that need none."""
    every = tuple(scheme.name for scheme in api.security_schemes)
    found = [
        way
        for operation in api.operations
        for way in ((every,) if operation.security is None else alternatives_of(operation) or ((),))
    ]
    return tuple(dict.fromkeys(found)) or ((),)


def declared_security(operation: Operation, keys: Iterable[Key]) -> Alternatives | None:
    """What the operation's constant says of its security; None where it is signed with every scheme together."""
    if operation.security is None:
        return None
    found = alternatives_of(operation)
    every = {key.scheme for key in keys}
    return None if len(found) == 1 and {*found[0]} == every and every else found


def flows(configuration: Configuration, api: Api, keys: Iterable[Key]) -> dict[str, tuple[str, str, str, str]]:
    """Each scheme that fetches tokens: where for itself, where to refresh one, for which scopes, and how."""
    fetching = {key.scheme for key in keys if key.place == "oauth2"}
    tables = {table.scheme: table for table in configuration.security}
    found: dict[str, tuple[str, str, str, str]] = {}
    for scheme in api.security_schemes:
        if scheme.name in fetching:
            table = tables.get(scheme.name)
            own = next((flow.token_url for flow in scheme.flows if flow.kind == "clientCredentials"), "")
            scopes = table.scopes if table is not None and table.scopes else _required_scopes(api, scheme.name)
            style = "header" if table is None else table.client_authentication
            found[scheme.name] = (own, _refresh_url(scheme), " ".join(scopes), style)
    return found


def keys_of(configuration: Configuration, api: Api, *, place: str) -> list[Key]:
    """What callers give: for the schemes of the configuration in its order, then for the others that operations need.

    Args:
        configuration: What the project declares.
        api: The API, for its security schemes.
        place: The file of the configuration, as messages name it.

    Raises:
        GeneratorError: A declared security scheme is none of the document's, a part of it is none that it has, or two
            arguments differ too little.
    """
    schemes = {scheme.name: scheme for scheme in api.security_schemes}
    for table in configuration.security:
        if table.scheme not in schemes:
            known = ", ".join(sorted(schemes)) or "none"
            raise GeneratorError(
                f"{place}: [[security]] scheme {table.scheme!r} is none of the document's security schemes; it has "
                f"{known}."
            )
    tables = {table.scheme: table for table in configuration.security}
    needed = {name for alternative in alternatives(api) for name in alternative}
    order = [*tables, *(name for name in schemes if name in needed and name not in tables)]
    wanted = [part for name in order for part in _parts(schemes[name], tables.get(name), place)]
    keys = _named(wanted, tables, configuration.package.environment)
    _refuse_alike(keys, place)
    return keys


@attrs.frozen
class Manner:
    """How a package's credentials are given.

    Attributes:
        single: Whether all arguments are needed together, so that they may be given by place.
        required: Whether no operation does without them.
        example: The arguments of the first way.
    """

    single: bool
    required: bool
    example: tuple[Key, ...]


def manner(keys: Sequence[Key], ways: Alternatives) -> Manner:
    """How credentials are given.

    Args:
        keys: What callers give.
        ways: Every way in which an operation is signed.
    """
    needed = [way for way in ways if way]
    every = {key.scheme for key in keys}
    fetching = {key.scheme for key in keys if key.place == "oauth2"}
    single = len(needed) == 1 and {*needed[0]} == every and not fetching
    if single or not needed:
        return Manner(single=True, required=() not in ways, example=tuple(keys))
    example: list[Key] = []
    for scheme in needed[0]:
        own = [key for key in keys if key.scheme == scheme]
        pair = [key for key in own if key.header in {"client_id", "client_secret"} and key.place == "oauth2"]
        renewed = any(key.header == "refresh_token" and key.place == "oauth2" for key in own)
        example += pair if pair and not renewed else [key for key in own if key.place != "oauth2"]
    return Manner(single=False, required=False, example=tuple(example))


def carriers(keys: Iterable[Key]) -> list[str]:
    """Where requests carry the credentials, as prose names it."""
    texts = {"header": "`{}`", "query": "`{}` in the query", "cookie": "the cookie `{}`"}
    found = [
        f"`{key.header.partition(' ')[2]}`"
        if key.place == "signed"
        else texts.get(key.place, "`Authorization`").format(key.header)
        for key in keys
    ]
    return [*dict.fromkeys(found)]


@attrs.frozen
class _Part:
    """One thing that a scheme needs, before it has a name."""

    scheme: SecurityScheme
    place: str
    header: str
    name: str


def _parts(scheme: SecurityScheme, table: Security | None, place: str) -> list[_Part]:
    signed = () if table is None else table.signed_with
    kind = scheme.scheme or scheme.parameter or scheme.kind
    needed = [("signed", f"{name} {kind}", name) for name in signed] or _needed(scheme)
    found = [_Part(scheme, *part) for part in needed]
    for part in found:
        if part.place in {"header", "cookie"} and not _HEADER.fullmatch(part.header):
            raise GeneratorError(
                f"{place}: [[security]] scheme {scheme.name!r} has a name in the document that is no name of a "
                f"{part.place}; correct it in the overlay."
            )
    if table is not None:
        parts = [part.name for part in found]
        for name in (*table.arguments, *table.variables):
            if name not in parts:
                raise GeneratorError(
                    f"{place}: [[security]] scheme {scheme.name!r} has no part {name!r}; it has "
                    f"{', '.join(parts) or 'none'}."
                )
    return found


def _needed(scheme: SecurityScheme) -> Iterator[tuple[str, str, str]]:
    """Place, name in the request and own name of each thing that a caller gives for a scheme."""
    match scheme.kind, scheme.scheme.lower():
        case "apiKey", _:
            yield scheme.location, scheme.parameter, "api_key"
        case "http", "basic":
            yield "basic", "username", "username"
            yield "basic", "password", "password"
        case "http", "bearer":
            yield "bearer", "access_token", "access_token"
        case "http", _:
            yield "hook", scheme.scheme, "credential"
        case "openIdConnect", _:
            yield "bearer", "access_token", "access_token"
        case "oauth2", _:
            yield "bearer", "access_token", "access_token"
            own = any(flow.kind == "clientCredentials" and flow.token_url for flow in scheme.flows)
            if own or _refresh_url(scheme):
                for name in _FETCHED:
                    if name != "refresh_token" or _refresh_url(scheme):
                        yield "oauth2", name, name
        case _:
            return


def _refresh_url(scheme: SecurityScheme) -> str:
    """Where the tokens of users are renewed; empty if nowhere."""
    flows = [flow for flow in scheme.flows if flow.kind != "clientCredentials"]
    return next((flow.refresh_url or flow.token_url for flow in flows if flow.refresh_url or flow.token_url), "")


def _required_scopes(api: Api, scheme: str) -> tuple[str, ...]:
    found = [
        scope
        for operation in api.operations
        for alternative in operation.security or ()
        for scope in alternative.get(scheme, ())
    ]
    return tuple(sorted({*found}))


def _named(parts: list[_Part], tables: dict[str, Security], environment: str) -> list[Key]:
    chosen = {(part.scheme.name, part.name): _chosen(part, tables.get(part.scheme.name)) for part in parts}
    taken = {argument for argument, _ in chosen.values() if argument}
    counts: dict[str, int] = {}
    for part in parts:
        if not chosen[part.scheme.name, part.name][0]:
            counts[part.name] = counts.get(part.name, 0) + 1
    keys: list[Key] = []
    for part in parts:
        argument, variable = chosen[part.scheme.name, part.name]
        if not argument:
            argument = _by_rule(part, alone=counts[part.name] == 1, taken=taken)
            taken.add(argument)
        keys.append(
            Key(
                part.scheme.name,
                argument,
                variable or f"{environment}_{argument}".upper(),
                part.header,
                part.place,
                part.scheme.description,
            )
        )
    return keys


def _chosen(part: _Part, table: Security | None) -> tuple[str | None, str | None]:
    """What the configuration says of a part."""
    if table is None:
        return None, None
    single = part.name in {"api_key", "access_token", "credential"} or (part.name,) == table.signed_with
    argument = table.arguments.get(part.name) or (table.argument if single else None)
    return argument, table.variables.get(part.name) or (table.variable if single else None)


def _by_rule(part: _Part, *, alone: bool, taken: set[str]) -> str:
    """The plain name of a part that only one scheme has; of others the scheme's name too."""
    scheme = snake(part.scheme.name)[:_LONGEST].strip("_") or "scheme"
    scheme = scheme if scheme[:1].isalpha() else f"key_{scheme}"
    several = part.place in {"basic", "oauth2", "signed"}
    names = [part.name] if alone else []
    names += [f"{scheme}_{part.name}"] if several else [scheme, f"{scheme}_{part.name}"]
    names += [f"{scheme}_{part.name}_{number}" for number in range(2, 100)]
    constants = {name.removeprefix("api_") for name in taken}
    return next(name for name in names if ARGUMENT.accepts(name) and name.removeprefix("api_") not in constants)


def _refuse_alike(keys: list[Key], place: str) -> None:
    seen: dict[str, Key] = {}
    for key in keys:
        if key.constant in seen:
            raise GeneratorError(
                f"{place}: [[security]] argument {key.argument!r} differs from another by 'api_' alone; rename one of "
                "them."
            )
        seen[key.constant] = key
