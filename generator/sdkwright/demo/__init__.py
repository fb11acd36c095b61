"""The project's quickstart against stubs on loopback, with the synchronous and with the asynchronous client."""

import subprocess
import sys
from pathlib import Path
from typing import Final, TextIO

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.stubs.server import StubServer
from sdkwright.stubs.variables import environment

__all__ = ["run"]

_SECONDS: Final = 120.0


def run(project: Project, stubs_folder: Path, *, out: TextIO) -> None:
    """Run `examples/quickstart.py` twice, without arguments and with `--async`, and say what it did.

    Each line that the program prints is a step.

    Args:
        project: The checkout, with the generated package.
        stubs_folder: The folder of the generated WireMock mappings.
        out: Where to print.

    Raises:
        GeneratorError: The package or the program is not there, the program failed, or no stub answered a request.
    """
    if not (project.package / "__init__.py").is_file():
        raise GeneratorError(f"{project.show(project.package)} is not there; run `python -m sdkwright generate` first.")
    if not project.quickstart.is_file():
        raise GeneratorError(f"{project.show(project.quickstart)} is missing; the demo runs that program.")
    with StubServer.from_folder(stubs_folder) as server:
        print("The vendor's quickstart, against generated stubs on loopback, whose answers are fixed.", file=out)
        _run(server, project, f"Sync ({project.client})", [], out)
        _run(server, project, f"Async (Async{project.client})", ["--async"], out)


def _run(server: StubServer, project: Project, title: str, arguments: list[str], out: TextIO) -> None:
    server.reset()
    print(f"\n{title}", file=out)
    command = [sys.executable, str(project.quickstart), *arguments]
    env = environment(project, server.base_url)
    try:
        ran = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=_SECONDS, check=False, env=env, cwd=project.root
        )
    except subprocess.TimeoutExpired:
        raise GeneratorError(
            f"{title}: {project.show(project.quickstart)} ran more than {_SECONDS:g} seconds."
        ) from None
    steps = ran.stdout.splitlines()
    for step in steps:
        print(f"  {step}", file=out)
    where = f"{title}, step {len(steps) + 1}"
    if unmatched := [call.miss for call in server.journal if call.stub is None]:
        raise GeneratorError(f"{where}: {unmatched[0]}")
    if ran.returncode:
        raise GeneratorError(f"{where}: {' '.join(ran.stderr.split()[-100:]) or f'status {ran.returncode}'}")
    matched = {call.stub for call in server.journal}
    print(f"  {len(server.journal)} calls, {len(matched)} stubs matched, {len(unmatched)} unmatched", file=out)
