"""The command `mcp`, which starts the server."""

from __future__ import annotations

import os
import signal
import socket
from importlib.util import find_spec
from typing import Any, Final

import click

from .._api import TITLE
from .._lazy import pathlib
from ..cli._exits import INTERRUPTED
from ..cli._session import Session, needs, note
from ..cli._values import Whole
from ..errors import ConfigurationError

BUILDS_ON: Final = ("_api.TITLE",)

_PORT: Final = 8100
_HIGHEST: Final = 65_535


@click.command("mcp")
@click.option(
    "--allow",
    multiple=True,
    metavar="WHAT",
    help="What may be changed: write, delete, or operations such as orders.create, with commas; may be repeated.",
)
@click.option(
    "--yes-without-asking", is_flag=True, help="Let a client change what is allowed that cannot ask a person first."
)
@click.option(
    "--files",
    type=click.Path(exists=True, file_okay=False, path_type=pathlib.Path),
    metavar="FOLDER",
    help="The folder for exports, downloads and files to send; without it there are none.",
)
@click.option("--show-links", is_flag=True, help="Answer links with the query that opens them without a password.")
@click.option("--http", is_flag=True, help="Serve streamable HTTP at /mcp in place of standard input and output.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to bind with --http.")
@click.option("--port", type=Whole(0), default=_PORT, show_default=True, help="The port with --http.")
@click.option(
    "--hostname", multiple=True, metavar="NAME", help="A name by which clients know this host; may be repeated."
)
@click.option(
    "--token",
    metavar="VARIABLE",
    help="The environment variable with the token that clients must send; needed beyond this machine.",
)
@click.pass_obj
def MCP(session: Session, /, **options: Any) -> None:  # noqa: N802 - a constant: the command
    """Serve agents, by the Model Context Protocol."""
    if find_spec("mcp") is None:
        needs("mcp", "mcp")
    token = _token(options["token"])
    _check(options, token)
    import anyio  # what it imports takes a second, which the help does without

    if not options["http"]:
        # A thread waits for standard input, and nothing else would end it.
        signal.signal(signal.SIGINT, _interrupted)
    anyio.run(_serve, session, options, token)


def _interrupted(*_: object) -> None:
    note("error: interrupted.")
    os._exit(INTERRUPTED)


def _token(variable: str | None) -> str | None:
    if variable is None:
        return None
    found = os.environ.get(variable, "")
    if not found.isascii() or not found.isprintable() or not found.strip():
        raise ConfigurationError(
            "--token takes the name of an environment variable that holds the token, for what stands on a command "
            "line is seen by every user of the machine; there is none of this name with a token in ASCII."
        )
    return found


def _check(options: dict[str, Any], token: str | None) -> None:
    from ._http import ANYWHERE, LOOPBACK

    host = options["host"]
    if not options["http"]:
        return
    if options["port"] > _HIGHEST:
        raise click.UsageError(f"--port: {options['port']} is no port; the highest is {_HIGHEST}.")
    if host not in LOOPBACK and token is None:
        raise click.UsageError(f"--host {host}: others can connect there, so name a token with --token VARIABLE.")
    if host in ANYWHERE and not options["hostname"]:
        raise click.UsageError(f"--host {host}: say by --hostname by which name clients know this host.")


async def _serve(session: Session, options: dict[str, Any], token: str | None) -> None:
    from ._asking import Asking
    from ._files import Folder
    from ._http import PATH, application
    from ._operations import Permissions
    from ._server import Tools

    folder = None if options["files"] is None else Folder(options["files"])
    asking, permissions = Asking(without=options["yes_without_asking"]), Permissions(options["allow"])
    async with session.async_client(user_agent="mcp") as client:
        tools = Tools(client, permissions, asking, folder=folder, shows_links=options["show_links"])
        server = tools.server()
        if not options["http"]:
            from mcp.server.stdio import stdio_server

            async with stdio_server() as (read, write):
                await server.run(read, write, server.create_initialization_options())
            return
        import uvicorn

        host = options["host"]
        app = application(server, host, options["hostname"], token)
        with socket.create_server((host, options["port"]), family=_family(host)) as listening:
            place = f"[{host}]" if ":" in host else host
            note(f"{TITLE} for agents at http://{place}:{listening.getsockname()[1]}{PATH}; Ctrl-C ends it.")
            await uvicorn.Server(uvicorn.Config(app, log_level="warning")).serve(sockets=[listening])


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
