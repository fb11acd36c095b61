"""Gets a newer `sdkwright` from where pip takes packages, into an environment of its own, and has it do the upgrade."""

import os
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import msgspec
from packaging.version import InvalidVersion, Version

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release.environment import Environment
from sdkwright.upgrade.keys import keys

_NAME = "sdkwright"


def newest(folder: Path, exactly: str | None) -> Version:
    """The version that pip would install.

    Args:
        folder: A folder to work in.
        exactly: The version that is asked for; None for the newest.

    Raises:
        GeneratorError: What is asked for is no version, pip is not there, or finds none.
    """
    if exactly is not None:
        try:
            Version(exactly)
        except InvalidVersion:
            raise GeneratorError(f"--to {exactly[:40]!r} is no version; name one as in --to 1.2.3.") from None
    if find_spec("pip") is None:
        raise GeneratorError("pip is not installed here, which gets the newer sdkwright; install sdkwright[project].")
    report = folder / "found.json"
    options = ["--dry-run", "--ignore-installed", "--no-deps", "--report", report]
    wanted = _NAME if exactly is None else f"{_NAME}=={exactly}"
    doing = f"find {wanted} where pip takes packages from"
    try:
        Environment.make(folder / "asking").install([*options, wanted], doing)
    except GeneratorError as error:
        said = str(error).splitlines()[-1].strip().removeprefix("ERROR: ").rstrip(".")
        raise GeneratorError(f"cannot {doing}: {said}; name its index, as with PIP_INDEX_URL.") from None
    return Version(msgspec.json.decode(report.read_bytes())["install"][0]["metadata"]["version"])


def install(version: Version, folder: Path) -> Path:
    """Install a version with all that the sessions of a project need; its Python.

    Args:
        version: The version.
        folder: A folder to work in.

    Raises:
        GeneratorError: It cannot be installed.
    """
    newer = Environment.make(folder / "newer")
    newer.install([f"{_NAME}[project]=={version}"], f"install sdkwright {version}")
    return newer.python


def hand_over(project: Project, python: Path, folder: Path, arguments: Sequence[str]) -> int:
    """Have another version upgrade the project: only it knows what it writes.

    Args:
        project: The project.
        python: The Python of that version.
        folder: A folder to work in.
        arguments: What the maintainer has chosen, as options of `upgrade`.

    Returns:
        The exit status of the newer one, which has said all that there is to say.
    """
    known = folder / "keys.json"
    known.write_bytes(msgspec.json.encode(keys()))
    # What shadows modules of this environment would shadow those of the other one.
    env = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}}
    command = [python, "-m", _NAME, "upgrade", "--project", project.root, "--keys", known, *arguments]
    return subprocess.run(list(map(str, command)), env=env, check=False).returncode
