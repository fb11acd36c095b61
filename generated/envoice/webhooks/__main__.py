"""`python -m PACKAGE.webhooks relay` hands on the jobs that functions have left; `schema` prints the tables as SQL.

What else there is under this name, the project's hook adds. Exit status: 0 when it ended, 2 when it could not be done.
"""

import argparse
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, Final

from .._api import ENVIRONMENT, NAME
from .._base_error import BaseError
from ..errors import ConfigurationError
from ..hooks.webhooks import Deliveries
from .sql.statements import DEFAULT_PREFIX

__all__ = ["DATABASE", "NOT_DONE", "main", "store_at"]

BUILDS_ON: Final = ("_api.ENVIRONMENT", "_api.NAME")

DATABASE: Final = f"{ENVIRONMENT}_WEBHOOK_DATABASE"
"""The variable with the database's URL: it may hold a password, which must not stand among the arguments."""

NOT_DONE: Final = 2


def main(arguments: Sequence[str] | None = None, environ: Mapping[str, str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The arguments; the process's own when None.
        environ: The environment variables; the process's own when None.

    Returns:
        The exit status.
    """
    variables = os.environ if environ is None else environ
    options = _parser(variables).parse_args(arguments)
    try:
        status: int = options.run(options)
    except (BaseError, ImportError) as error:
        print(f"error: {error}", file=sys.stderr)
        return NOT_DONE
    return status


def _parser(environ: Mapping[str, str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m {NAME}.webhooks", description="Tools for webhook deliveries.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    add: Any = getattr(Deliveries(), "add_commands", None)
    if add is not None:
        add(commands, environ)
    relay = commands.add_parser(
        "relay",
        help="hand on the jobs that functions have left by event.enqueue",
        epilog=f"The database's URL is read from {DATABASE}. A job may be handed on twice, by the same id.",
    )
    to = relay.add_mutually_exclusive_group(required=True)
    to.add_argument("--celery", metavar="MODULE:NAME", help="the application of Celery")
    to.add_argument("--dramatiq", metavar="MODULE:NAME", help="the broker of Dramatiq")
    to.add_argument("--rq", metavar="MODULE:NAME", help="the queue of RQ")
    to.add_argument("--procrastinate", metavar="MODULE:NAME", help="the application of Procrastinate, opened")
    to.add_argument("--call", metavar="MODULE:NAME", help="a function that takes a job: .id .name .payload")
    relay.add_argument("--once", action="store_true", help="end when no job is due")
    relay.add_argument("--prefix", default=DEFAULT_PREFIX, help="what the tables' names begin with (%(default)s)")
    relay.set_defaults(run=partial(_relay, environ))
    schema = commands.add_parser("schema", help="print the tables of SQLStore as SQL")
    schema.add_argument("database", choices=("postgresql", "mariadb", "sqlite"))
    schema.add_argument("--prefix", default=DEFAULT_PREFIX, help="what the tables' names begin with (%(default)s)")
    schema.set_defaults(run=_schema)
    return parser


def _relay(environ: Mapping[str, str], options: argparse.Namespace) -> int:
    from .relay import Relay
    from .senders import sender_of

    chosen = vars(options)
    queue = next(name for name in ("celery", "dramatiq", "rq", "procrastinate", "call") if chosen[name])
    # Applications lie where the command is called.
    sys.path.insert(0, "")
    send = sender_of(queue, chosen[queue])
    with store_at(environ, options.prefix) as store:
        relay = Relay(store, send)
        if options.once:
            while relay.run_once():
                pass
            return 0

        def stop(number: int, frame: object) -> None:
            del number, frame
            relay.stop()

        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, stop)
        relay.run()
    return 0


def _schema(options: argparse.Namespace) -> int:
    from .sql.schema import schema_sql

    print(schema_sql(options.database, prefix=options.prefix), end="")
    return 0


def store_at(environ: Mapping[str, str], prefix: str) -> Any:
    """Return the store that a command works on.

    Args:
        environ: The environment variables.
        prefix: What the tables' names begin with.

    Raises:
        ConfigurationError: The variable with the database's URL is not set.
    """
    from .stores.sql import SQLStore

    url = environ.get(DATABASE)
    if not url:
        raise ConfigurationError(f"Set {DATABASE} to the URL of the database, such as postgresql+psycopg://host/name.")
    return SQLStore(url, prefix=prefix)


if __name__ == "__main__":
    sys.exit(main())
