"""Writes the modules that every package has, under names of its own: the clients, the credentials, the base error.

The runtime has each of them too, as this module writes it for the neutral API that the runtime's `_api.py` declares.
"""

import textwrap
from collections.abc import Collection, Sequence
from typing import Any, Final

from sdkwright.config import Package
from sdkwright.config.values import listed
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.security import Alternatives, Key, carriers, manner
from sdkwright.emit.servers import Servers
from sdkwright.rooms import Room, room_of

NAMED: Final = {
    "_names/clients.py": "names_clients.py.jinja",
    "_names/errors.py": "names_errors.py.jinja",
    "auth.py": "auth.py.jinja",
    "client.py": "client.py.jinja",
    "credentials.py": "credentials.py.jinja",
    "testing/fixtures.py": "fixtures.py.jinja",
}
"""The template of each module."""


_WIDTH: Final = 104


def write_named(
    render: Renderer,
    package: Package,
    keys: Sequence[Key],
    resources: Sequence[Any],
    *,
    ways: Alternatives | None = None,
    servers: Servers | None = None,
    absent: tuple[Room, ...] = (),
    says: Collection[str] = ("faults", "limits"),
) -> None:
    """Write the modules whose public names are those of the package.

    Args:
        render: Renders into the package's folder.
        package: The names.
        keys: What callers give for the security schemes.
        resources: The resources of the clients.
        ways: Every way in which an operation is signed; by default with all schemes together.
        servers: Where calls go; None where a caller has no choice.
        absent: The rooms that the package does without.
        says: What the API has that clients have an argument for: `faults` where a successful answer may say that the
            call failed, `limits` where the document demands anything of values beyond their types.
    """
    given = manner(keys, ways or (tuple(dict.fromkeys(key.scheme for key in keys)),))
    for name, template in NAMED.items():
        if room_of(name, absent) is not None:
            continue
        render(
            name,
            template,
            # Those below others are reached from these.
            resources=[resource for resource in resources if not resource.owner],
            package=package.name,
            client=package.client,
            environment=package.environment,
            title=package.title,
            keys=keys,
            listed_headers=listed(carriers(keys)) if keys else "",
            example=", ".join(f'{key.argument}="..."' for key in given.example),
            single=given.single,
            required=given.required,
            says=says,
            is_named=servers is None or bool(servers.default_url),
            servers=servers.listed if servers is not None and servers.is_choice else (),
            server_lines=_server_lines(servers, package.environment),
        )


def _server_lines(servers: Servers | None, environment: str) -> list[str]:
    """What a docstring says of the argument `server`."""
    if servers is None or not servers.is_choice:
        return []
    names = listed([f"`{server.name}`" for server in servers.listed])
    text = (
        f"One of the document's servers by its name or its URL, in place of `base_url`: {names}; by default "
        f"{environment}_SERVER of the environment, or the first."
    )
    return textwrap.wrap(f"server (str): {text}", _WIDTH, subsequent_indent="    ", break_long_words=False)
