"""The command `completion`: prints what completes the command in a shell, or sets a shell up once and for all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final

import click
from click.shell_completion import FishComplete, add_completion_class, get_completion_class

from .._api import NAME
from .._lazy import pathlib
from ..errors import ConfigurationError
from ._groups import COMPLETION_VARIABLE, Choice
from ._session import note
from ._spool import settle

BUILDS_ON: Final = ("_api.NAME",)

SHELLS: Final = ("bash", "zsh", "fish")


@add_completion_class
class Fish(FishComplete):
    """Completion in fish. Click's own ends a description at its first comma."""

    source_template = FishComplete.source_template.replace('split "," $completion', 'split -m 1 "," $completion')


_BEGIN: Final = f"# >>> completion of {NAME} >>>"
_END: Final = f"# <<< completion of {NAME} <<<"
_BLOCKS: Final[Mapping[str, str]] = {
    "bash": f'command -v {NAME} >/dev/null && eval "$({COMPLETION_VARIABLE}=bash_source {NAME})"',
    # What click prints for zsh needs compdef.
    "zsh": f"""(( $+functions[compdef] )) || {{ autoload -Uz compinit && compinit; }}
command -v {NAME} >/dev/null && eval "$({COMPLETION_VARIABLE}=zsh_source {NAME})\"""",
    "fish": f"command -q {NAME}; and {COMPLETION_VARIABLE}=fish_source {NAME} | source",
}


@click.command("completion", short_help="Print what completes commands in a shell, or set it up.")
@click.option("--shell", type=Choice(SHELLS), help="The shell; by default that of the variable SHELL.")
@click.option("--install", is_flag=True, help="Add it to the shell's own start file, once.")
@click.pass_context
def COMPLETION(context: click.Context, shell: str | None, *, install: bool) -> None:  # noqa: N802 - a constant: the command
    """Print what completes commands, options and values in a shell.

    --install adds a marked block to ~/.bashrc or ~/.zshrc, or makes a file of fish's completions, and says so. Done
    twice it changes nothing. To undo it, delete the block or the file.
    """
    name = shell or _shell(os.environ)
    if install:
        note(_install(name, os.environ))
        return
    maker = get_completion_class(name)
    if maker is None:
        raise ConfigurationError(f"Click completes no commands in {name}.")
    click.echo(maker(context.find_root().command, {}, NAME, COMPLETION_VARIABLE).source())


def _shell(environ: Mapping[str, str]) -> str:
    name = environ.get("SHELL", "").rpartition("/")[2]
    if name not in SHELLS:
        raise click.UsageError("--shell: the variable SHELL names none of bash, zsh and fish; name one.")
    return name


def start_file(shell: str, environ: Mapping[str, str]) -> pathlib.Path:
    """Return the file that a shell reads.

    Args:
        shell: One of `SHELLS`.
        environ: The environment variables.
    """
    home = pathlib.Path(environ.get("HOME") or pathlib.Path.home())
    if shell == "fish":
        return (
            pathlib.Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "fish" / "completions" / f"{NAME}.fish"
        )
    return pathlib.Path(environ.get("ZDOTDIR") or home) / ".zshrc" if shell == "zsh" else home / ".bashrc"


def _install(shell: str, environ: Mapping[str, str]) -> str:
    """Add the block to the file of a shell, and say what was done."""
    # A link to a file kept elsewhere stays one.
    path = start_file(shell, environ).resolve()
    before = path.read_bytes() if path.exists() else b""
    block = f"{_BEGIN}\n{_BLOCKS[shell]}\n{_END}\n".encode()
    begin, end = before.count(_BEGIN.encode()), before.count(_END.encode())
    if block in before:
        return f"{path} completes {NAME} already; nothing was changed."
    if begin or end:
        return _replaced(path, before, block, shell)
    if shell == "fish" and before:
        raise ConfigurationError(f"{path} is there already and not of this command; nothing was changed.")
    gap = b"" if not before else b"\n" if before.endswith(b"\n") else b"\n\n"
    _write(path, before + gap + block)
    return (
        f"{path} has {_BLOCKS[shell].count(chr(10)) + 3} more lines that complete {NAME}. Open a new {shell} to use it."
    )


def _replaced(path: pathlib.Path, before: bytes, block: bytes, shell: str) -> str:
    """Put the block in the place of one that an earlier version wrote."""
    head, _, rest = before.partition(f"{_BEGIN}\n".encode())
    _, mark, tail = rest.partition(f"{_END}\n".encode())
    if not mark or _BEGIN.encode() in rest or _END.encode() in head + tail:
        raise ConfigurationError(f"{path}: the lines {_BEGIN} and {_END} were changed by hand; delete them first.")
    _write(path, head + block + tail)
    return f"{path}: the lines that complete {NAME} are new. Open a new {shell} to use them."


def _write(path: pathlib.Path, content: bytes) -> None:
    """Replace a file as a whole, with the permissions that it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{NAME}.new")
    try:
        with aside.open("xb") as file:
            file.write(content)
        if path.exists():
            aside.chmod(path.stat().st_mode & 0o7777)
        settle(aside, path)
    except FileExistsError:
        raise ConfigurationError(
            f"{aside} is there already, perhaps from an interrupted run; delete it first."
        ) from None
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
