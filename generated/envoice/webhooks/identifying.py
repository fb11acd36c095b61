"""`python -m envoice.webhooks identify --body captured.json`: finds how an account's deliveries are signed.

Exit status: 0 when one construction fits, 1 when none does, 2 when it could not be tried, 3 when several fit.
"""

import argparse
import pkgutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from envoice.errors import ConfigurationError

from ._captures import read_capture
from .identification import Identifier
from .material import KEY_VARIABLES, SECRET_VARIABLES, from_variables, values_of
from .reading import check_within, read
from .schemes import Scheme
from .verification import SCHEME_VARIABLE

__all__ = ["add_command", "captured", "identify"]

FOUND, NONE_FITS, SEVERAL_FIT = 0, 1, 3

_MAX_LISTED: Final = 20

_EPILOG: Final = f"""\
The secret is read from {" or else ".join(SECRET_VARIABLES)},
and the key from {" or else ".join(KEY_VARIABLES)}: set one or both. Neither is printed.
What one of them replaces is read from {SECRET_VARIABLES[0]}_OLD and {KEY_VARIABLES[0]}_OLD.
A capture is the exact body of a delivery, or the whole HTTP request with its headers: take it
before anything decodes it, and do not save it from an editor that formats JSON."""

_HOW_TO_ADD: Final = """\
To try a construction of your own, write it in a module of the working folder and name it with --also mine:SCHEME:

    from envoice.webhooks import Scheme

    class Mine(Scheme):
        def signer(self, *material):
            return lambda received: ...  # bytes, made of received.body, .timestamp and .activity

    SCHEME = Mine(digest="hmac-sha256", material="secret", signed=("activity",), encoding="hex")

Once found, it is used as Webhooks(secret=..., scheme=SCHEME)."""


def add_command(commands: Any, environ: Mapping[str, str]) -> None:
    """Add the command to those of `python -m envoice.webhooks`.

    Args:
        commands: What `argparse` adds parsers to.
        environ: The variables that hold secret and key.
    """
    command = commands.add_parser(
        "identify",
        help="find the construction that gives the signatures of captured deliveries",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "--body", action="append", required=True, type=Path, metavar="FILE", help="a captured delivery; may be repeated"
    )
    command.add_argument(
        "--also", action="append", default=[], metavar="MODULE:NAME", help="a scheme of your own to try as well"
    )

    def run(options: argparse.Namespace) -> int:
        return identify(options.body, options.also, environ)

    command.set_defaults(run=run)


def identify(files: Sequence[Path], also: Sequence[str], environ: Mapping[str, str]) -> int:
    """Try every construction on captured deliveries and print what fits.

    Args:
        files: The captures.
        also: Schemes of the caller's own, as `module:name`.
        environ: The variables that hold secret and key.

    Returns:
        The exit status.

    Raises:
        ConfigurationError: It could not be tried.
    """
    secret = values_of(from_variables(environ, SECRET_VARIABLES))
    key = values_of(from_variables(environ, KEY_VARIABLES))
    if not secret and not key:
        raise ConfigurationError(f"No secret is set: set {SECRET_VARIABLES[0]}, {KEY_VARIABLES[0]}, or both.")
    bodies = [captured(file) for file in files]
    names = {_own(name): name for name in also}
    identifier = Identifier(secret=secret, key=key, schemes=names)
    fits = identifier.fitting(bodies)
    captures = "the captured delivery" if len(files) == 1 else f"all {len(files)} captured deliveries"
    if not fits:
        lacking = [name for name, values in (("secret", secret), ("key", key)) if not values]
        return _report_none(identifier, captures, lacking)
    return _report_single(fits[0], captures, names) if len(fits) == 1 else _report_several(fits, captures, names)


def captured(file: Path) -> bytes:
    """Return the body of a captured delivery.

    Args:
        file: The capture: the exact body, or the whole HTTP request.

    Raises:
        ConfigurationError: It cannot be read, or is no delivery.
    """
    return read_capture(file, lambda body: check_within(read(body)))


def _own(name: str) -> Scheme:
    try:
        scheme = pkgutil.resolve_name(name)
    except Exception as error:  # noqa: BLE001 - the module may raise whatever it likes
        problem = f"--also {name} cannot be loaded: {type(error).__name__}: {error}."
    else:
        if isinstance(scheme, Scheme):
            return scheme
        problem = f"--also {name} is a {type(scheme).__name__}, and must be an instance of envoice.webhooks.Scheme."
    raise ConfigurationError(problem)


def _report_single(scheme: Scheme, captures: str, names: Mapping[Scheme, str]) -> int:
    print(f"This construction fits {captures}, and no other that was tried does:\n\n    {names.get(scheme, scheme)}\n")
    if scheme in names:
        print(f"Use it as Webhooks(..., scheme={names[scheme].rpartition(':')[2]}).")
    else:
        print(f"The line of configuration:\n\n    {SCHEME_VARIABLE}={scheme}\n")
        print("It is read by Webhooks.from_environment(); or pass the text as Webhooks(..., scheme=...).")
    if weakness := scheme.weakness():
        print(f"\n{weakness}")
    return FOUND


def _report_several(fits: tuple[Scheme, ...], captures: str, names: Mapping[Scheme, str]) -> int:
    print(f"{len(fits)} constructions fit {captures}, so it cannot be told which is meant:\n")
    for scheme in fits[:_MAX_LISTED]:
        print(f"    {names.get(scheme, scheme)}")
    if len(fits) > _MAX_LISTED:
        print(f"    ... and {len(fits) - _MAX_LISTED} more")
    print(
        "\nThey differ on other deliveries. Capture more of them, of an invoice and of an order (one without the other"
        "\nhas no id of it), and give each with a --body of its own; also make sure that secret and key differ."
    )
    return SEVERAL_FIT


def _report_none(identifier: Identifier, captures: str, lacking: list[str]) -> int:
    print(f"None of the {identifier.tried} constructions that were tried fits {captures}.\n")
    print("Make sure that each file holds the exact bytes received, and that secret and key are of the same account.")
    for name in lacking:
        variable = (SECRET_VARIABLES if name == "secret" else KEY_VARIABLES)[0]
        print(f"Those that need the {name} were not tried: set {variable}.")
    print(_HOW_TO_ADD)
    return NONE_FITS
