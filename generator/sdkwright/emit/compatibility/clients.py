"""Writes the module of the clients."""

from collections.abc import Sequence
from typing import Final

from sdkwright.emit.security import Key
from sdkwright.normalise.identifiers import class_of
from sdkwright.project import Project
from sdkwright.stainless import Migration

_INIT: Final = """\
    def __init__(self, *, {arguments}environment: {environment} = not_given,
        base_url: str | httpx.URL | None = None, timeout: Timeout = not_given, max_retries: int = DEFAULT_MAX_RETRIES,
        default_headers: Mapping[str, str] | None = None, default_query: Mapping[str, object] | None = None,
        http_client: {library} | None = None, _strict_response_validation: bool = False) -> None:
        super().__init__(_{prefix}Core, ENVIRONMENTS, environment=environment, base_url=base_url, timeout=timeout,
            max_retries=max_retries, default_headers=default_headers, default_query=default_query,
            http_client=http_client, keys={{{given}}})"""


def client_module(project: Project, migration: Migration, keys: Sequence[Key], top: Sequence[str]) -> str:
    """The module of the clients.

    Args:
        project: The checkout.
        migration: What the configuration says.
        keys: What callers give for the security schemes.
        top: The resources of the client.
    """
    environments = migration.tables["compatibility"].get("environments", {})
    names = ", ".join(f"{name!a}" for name in environments)
    environment = f"Literal[{names}] | NotGiven | None" if names else "NotGiven | None"
    lines = [
        '"""The clients as callers of the former SDK know them."""',
        "",
        "from __future__ import annotations",
        "",
        "from collections.abc import Mapping",
        "from functools import cached_property",
        "from typing import TYPE_CHECKING, Any, Final, Literal",
        "",
        f"from ..client import Async{project.client} as _AsyncCore, {project.client} as _Core",
        "from ._client import DEFAULT_MAX_RETRIES, AsyncFacade, SyncFacade",
        "from ._options import Timeout",
        "from ._values import NotGiven, not_given",
        "",
        "if TYPE_CHECKING:",
        "    import httpx",
        *(f"    from .resources import {path} as _{path}" for path in top),
        "",
        f"ENVIRONMENTS: Final[Mapping[str, str]] = {dict(environments)!a}",
    ]
    for prefix, library in (("", "httpx.Client"), ("Async", "httpx.AsyncClient")):
        arguments = "".join(f"{key.argument}: str | None = None, " for key in keys)
        given = ", ".join(f"{key.argument!a}: {key.argument}" for key in keys)
        lines += [
            "",
            "",
            f"class {prefix}{project.client}({prefix or 'Sync'}Facade):",
            '    """A client with the arguments that callers of the former SDK know."""',
            "",
            _INIT.format(arguments=arguments, environment=environment, library=library, prefix=prefix, given=given),
        ]
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
    return "\n".join(lines) + "\n"
