"""Runs the command and turns whatever ends it into one sentence and an exit status."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Final

import click

from .._api import NAME
from .._names.errors import SDKError
from ._app import ROOT, UnreadError
from ._exits import BROKEN_PIPE, FAILED, INTERRUPTED, UNCERTAINTY, USAGE, advice_of, status_of
from ._groups import unknown_option
from ._session import Session
from ._text import escape_terminal

BUILDS_ON: Final = ("_api.NAME", "_names.errors.SDKError")


def run(arguments: Sequence[str], session: Session | None = None) -> int:
    """Run one command.

    Args:
        arguments: Its words, without the name of the program.
        session: The settings to begin with; those of the environment when None.

    Returns:
        The exit status. Nothing is raised.
    """
    session = Session() if session is None else session
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A locale may lack a character of a name; the rest of the answer is worth printing.
            stream.reconfigure(errors="replace")
    try:
        outcome = ROOT.main([*arguments], prog_name=NAME, standalone_mode=False, obj=session)
        sys.stdout.flush()
    except (BrokenPipeError, UnreadError):
        return _unread()
    except (KeyboardInterrupt, click.Abort):
        _print_error(f"interrupted.{UNCERTAINTY if session.changing else ''}")
        return INTERRUPTED
    except click.ClickException as error:
        return _usage(error)
    except Exception as error:  # noqa: BLE001 - a person gets a sentence, never a traceback
        return _failed(error, session)
    return outcome if isinstance(outcome, int) else 0


def _usage(error: click.ClickException) -> int:
    told = unknown_option(error) if isinstance(error, click.NoSuchOption) else error.format_message()
    message = escape_terminal(told)
    context = error.ctx if isinstance(error, click.UsageError) else None
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        click.echo(error.format_message(), err=True)
        return USAGE
    hint = f" See `{context.command_path} --help`." if context is not None else ""
    _print_error(f"{message if message.endswith(('.', '?')) else message + '.'}{hint}")
    return USAGE


def _failed(error: Exception, session: Session) -> int:
    if isinstance(error, SDKError):
        _print_error(f"{escape_terminal(error.message)}{advice_of(error)}")
    elif isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        _print_error(escape_terminal(f"{where}{error.strerror or type(error).__name__}."))
    else:
        # Its text may hold whatever the failing code had at hand.
        hint = "" if session.debug else " --debug shows where."
        _print_error(f"this should not happen: {type(error).__name__}.{hint}")
    if session.debug:
        traceback.print_exception(error)
    return status_of(error) or FAILED


def _unread() -> int:
    from ._output import silence

    silence()
    return BROKEN_PIPE


def _print_error(text: str) -> None:
    print(f"error: {text}", file=sys.stderr)
