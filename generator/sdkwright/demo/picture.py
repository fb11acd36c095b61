"""A picture of a real session: commands run in a terminal against the stubs, and what they printed as SVG."""

import fcntl
import io
import os
import pty
import re
import shlex
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import attrs
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from sdkwright.config.keys import key
from sdkwright.config.reading import read_tables
from sdkwright.errors import GeneratorError
from sdkwright.examples.kinds import WORDS
from sdkwright.project import Project
from sdkwright.stubs.server import StubServer
from sdkwright.stubs.variables import environment

WIDTH: Final = 92

# rich's own format fetches a font from another origin, which no reader of a page has asked for.
_SVG: Final = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg" role="img">
    <title>A session of the command line</title>
    <style>
    .{unique_id}-matrix {{
        font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        font-size: {char_height}px;
        line-height: {line_height}px;
    }}
    {styles}
    </style>
    <defs>
    <clipPath id="{unique_id}-clip-terminal">
      <rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
    </clipPath>
    {lines}
    </defs>
    {chrome}
    <g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
    {backgrounds}
    <g class="{unique_id}-matrix">
    {matrix}
    </g>
    </g>
</svg>
"""


@attrs.frozen(kw_only=True)
class Session:
    """What `docs/session.toml` declares.

    Attributes:
        commands: The commands, without the name of the program.
    """

    commands: tuple[str, ...] = key(WORDS)


def session(project: Project, stubs_folder: Path) -> str:
    """Run the commands of `docs/session.toml` in a terminal, and return all that stands on it, colours included.

    Args:
        project: The checkout, with the generated package.
        stubs_folder: The folder of the generated WireMock mappings.

    Raises:
        GeneratorError: The file has a mistake, or a command asked for something that no stub knows.
    """
    commands = read_tables(project.session, Session, name=project.show(project.session)).commands
    with StubServer.from_folder(stubs_folder) as server:
        env = environment(project, server.base_url) | {"TERM": "xterm-256color"}
        env.pop("NO_COLOR", None)
        name = project.name
        transcript = [f"\x1b[1;32m$\x1b[0m {name} {command}\n{_run(name, command, env)}" for command in commands]
        unmatched = [call.miss for call in server.journal if call.stub is None]
    if unmatched:
        raise GeneratorError(f"the picture: {unmatched[0]}")
    return "\n".join(transcript)


def draw(text: str, *, title: str) -> str:
    """Draw what stood on a terminal.

    Args:
        text: The text, with ANSI colours.
        title: What stands above it.

    Returns:
        An SVG that fetches nothing.
    """
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    console.print(Text.from_ansi(text))
    return console.export_svg(title=title, theme=MONOKAI, code_format=_SVG, unique_id="session")


def words(svg: str) -> list[str]:
    """The lines of text of a picture, for comparison."""
    rows: dict[str, list[str]] = {}
    for y, text in re.findall(r'<text [^>]*?y="([^"]+)"[^>]*>([^<]*)</text>', svg):
        rows.setdefault(y, []).append(text)
    return ["".join(parts) for parts in rows.values()]


def _run(package: str, command: str, env: Mapping[str, str]) -> str:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, WIDTH, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", package, *shlex.split(command)], stdin=slave, stdout=slave, stderr=slave, env=env
    )
    os.close(slave)
    parts: list[bytes] = []
    try:
        while part := os.read(master, 65536):
            parts.append(part)
    except OSError:
        # That is how Linux says that nobody writes to a terminal any more.
        pass
    finally:
        os.close(master)
        process.wait()
    return b"".join(parts).decode("utf-8", "replace").replace("\r\n", "\n").rstrip("\n") + "\n"
