"""A clean virtual environment: what a stranger has who installs the package."""

import os
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Self

import attrs

from sdkwright.release.process import run


@attrs.frozen
class Environment:
    """A virtual environment with nothing in it but what is installed here; pip stays outside.

    Attributes:
        folder: Where it lies.
    """

    folder: Path

    @classmethod
    def make(cls, folder: Path) -> Self:
        """Make one, of the Python that runs this.

        Raises:
            GeneratorError: It cannot be made.
        """
        run([sys.executable, "-m", "venv", "--without-pip", folder], "make a virtual environment")
        return cls(folder)

    @property
    def python(self) -> Path:
        """Its Python."""
        return self.folder.joinpath(*(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))

    def install(
        self,
        arguments: Sequence[object],
        doing: str,
        *,
        env: Mapping[str, str] | None = None,
        secrets: Collection[str] = (),
    ) -> None:
        """Install by pip.

        Args:
            arguments: Requirements and options.
            doing: What for.
            env: What to add to the environment of pip; the place for credentials.
            secrets: What output must not contain.

        Raises:
            GeneratorError: pip refused.
        """
        command = [sys.executable, "-m", "pip", "--python", self.python, "--quiet", "install", "--no-input"]
        run(
            [*command, *arguments], doing, env={"PIP_DISABLE_PIP_VERSION_CHECK": "1"} | dict(env or {}), secrets=secrets
        )
