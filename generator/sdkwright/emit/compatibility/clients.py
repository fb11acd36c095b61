"""Writes the module of the clients."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from sdkwright.emit.security import Key
from sdkwright.normalise.identifiers import class_of
from sdkwright.project import Project
from sdkwright.stainless import Migration
from sdkwright.stainless.settings import Settings

_INIT: Final = """\
    def __init__(self, *, {arguments}environment: {environment} = not_given,
        base_url: str | httpx.URL | None = None, timeout: Timeout = not_given, max_retries: int = {retries},
        default_headers: Mapping[str, str] | None = None, default_query: Mapping[str, object] | None = None,
        http_client: {library} | None = None, _strict_response_validation: bool = False) -> None:
{hiding}        super().__init__(_{prefix}Core, ENVIRONMENTS, environment=environment, base_url=base_url,
            timeout=timeout, max_retries=max_retries, default_headers=default_headers, default_query=default_query,
            http_client=http_client, keys={{{keys}}}, settings={{{settings}}}, variables=_VARIABLES, sent=_SENT)"""
_DOC: Final = '''    """A client with the arguments that callers of the former SDK know.

    Args:
{keys}
        environment: The name of an environment, in place of `base_url`.
        base_url: Where requests go; by default {prefix}_BASE_URL of the environment, or the first environment.
        timeout: Seconds for an attempt, a `httpx.Timeout`, or None for no limit; {seconds} by default.
        max_retries: How often a failed attempt is repeated, if that cannot do anything twice.
        default_headers: Headers of every request.
        default_query: Query parameters of every request.
        http_client: A client of httpx, which stays open.

    Raises:
        ConfigurationError: An argument cannot be used, or there are no credentials.
        ValueError: There is no such environment.
    """
'''
_VERBS: Final = frozenset({"delete", "get", "patch", "post", "put"})
"""The methods for endpoints that no method is for; of a client that has one of these itself, all stand back."""
_HIDING: Final = "        # At once, so that no traceback that shows locals shows them.\n"


def client_module(
    project: Project,
    migration: Migration,
    settings: Settings,
    keys: Sequence[Key],
    top: Sequence[str],
    *,
    own: Collection[str],
) -> str:
    """The module of the clients.

    Args:
        project: The checkout.
        migration: What the configuration says.
        settings: What else it says of the client.
        keys: What callers give for the security schemes.
        top: The resources of the client.
        own: The names of the methods that it has itself.
    """
    environments = migration.tables["compatibility"].get("environments", {})
    names = ", ".join(f"{name!a}" for name in environments)
    environment = f"Literal[{names}] | NotGiven | None" if names else "NotGiven | None"
    more, asks = settings.arguments, _VERBS.isdisjoint({*own, *top})
    variables = {key.argument: key.variable for key in keys} | {one.name: one.variable for one in more if one.variable}
    lines = [
        '"""The clients as callers of the former SDK know them."""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
        "from functools import cached_property",
        "from typing import TYPE_CHECKING, Final, Literal, TypeAlias",
        "",
        f"from ..client import Async{project.client} as _AsyncCore, {project.client} as _Core",
        "from .._redaction.values import as_secret",
        "from ._client import DEFAULT_MAX_RETRIES, AsyncFacade, SyncFacade",
        "from ._options import Timeout",
        "from ._values import NotGiven, not_given",
        *(["from ._requests import AsyncRequests, SyncRequests"] if asks else []),
        *(["from .resources._client import AsyncClientResource, ClientResource"] if own else []),
        "",
        "if TYPE_CHECKING:",
        "    import httpx",
        *(f"    from .resources import {path} as _{path}" for path in top),
        "",
        f"ENVIRONMENTS: Final[Mapping[str, str]] = {dict(environments)!a}",
        f"_VARIABLES: Final[Mapping[str, str]] = {variables!a}",
        f"_SENT: Final[Mapping[str, str]] = { {one.name: one.header for one in more if one.header}!a}",
    ]
    given = [*(f"{key.argument}: str | None = None, " for key in keys)]
    given += [f"{one.name}: {one.annotation} | None = None, " for one in more]
    secrets = [key.argument for key in keys if not key.is_setting]

    def bases(prefix: str) -> str:
        further = [f"{prefix}ClientResource"] if own else []
        further += [f"{prefix or 'Sync'}Requests"] if asks else []
        return ", ".join([f"{prefix or 'Sync'}Facade", *further])

    for prefix, library in (("", "httpx.Client"), ("Async", "httpx.AsyncClient")):
        about = [f"        {key.argument}: By default {key.variable} of the environment." for key in keys]
        about += [f"        {one.name}: By default {one.variable or 'none'} of the environment." for one in more]
        lines += [
            "",
            "",
            f"class {prefix}{project.client}({bases(prefix)}):",
            _DOC.format(
                keys="\n".join(about),
                prefix=project.configuration.package.environment,
                seconds=f"{60 if settings.timeout is None else settings.timeout:g}",
            ),
            *_attributes(settings),
            _INIT.format(
                arguments="".join(given),
                environment=environment,
                library=library,
                prefix=prefix,
                hiding=_HIDING * bool(secrets) + "".join(f"        {name} = as_secret({name})\n" for name in secrets),
                retries="DEFAULT_MAX_RETRIES" if settings.retries is None else settings.retries,
                keys=", ".join(f"{key.argument!a}: {key.argument}" for key in keys),
                settings=", ".join(f"{one.name!a}: {one.name}" for one in more),
            ),
        ]
        for name, annotation in [
            *((key.argument, "str") for key in keys),
            *((one.name, one.annotation) for one in more),
        ]:
            lines += _property(name, annotation) if name not in top else ()
        for path in top:
            kind = f"{prefix}{class_of(path)}Resource"
            lines += [
                "",
                "    @cached_property",
                f"    def {path}(self) -> _{path}.{kind}:",
                f'        """Operations reached as `client.{path}`."""',
                f"        from .resources.{path} import {kind}",
                "",
                f"        return {kind}(self)",
            ]
    lines += ["", "", f"Client: TypeAlias = {project.client}", f"AsyncClient: TypeAlias = Async{project.client}"]
    return "\n".join(lines) + "\n"


def _attributes(settings: Settings) -> Iterator[str]:
    """What a configuration says of its clients, where it says anything."""
    servers = {one.server: one.name for one in settings.arguments if one.server}
    found = {"_DEFAULTS": dict(settings.defaults), "_HEADERS": dict(settings.headers), "_IN_ADDRESS": servers}
    yield from (f"    {name} = {value!a}" for name, value in found.items() if value)
    if settings.timeout is not None:
        yield f"    _LIMIT = {settings.timeout!a}"
    yield ""


def _property(name: str, annotation: str) -> Iterator[str]:
    yield from (
        "",
        "    @property",
        f"    def {name}(self) -> {annotation} | None:",
        '        """What was given, or what the environment says."""',
        f"        found: {annotation} | None = self._setting({name!a})",
        "        return found",
    )
