"""Installs a published version as a stranger would, and runs the README's first example with it."""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

import msgspec

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.release.environment import Environment
from sdkwright.release.index import Index
from sdkwright.release.process import run
from sdkwright.stubs.server import StubServer
from sdkwright.stubs.variables import variables
from sdkwright.text import clean

_EXAMPLE: Final = re.compile(r"^```python\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
# Nothing else may answer for the index, neither what the environment says nor what pip's own files do.
_ONLY: Final = {"PIP_CONFIG_FILE": os.devnull, "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": "", "PIP_NO_INDEX": ""}


def try_installed(project: Project, index: Index, version: str, digests: Mapping[str, str], folder: Path) -> str:
    """Install from the index, compare what was installed with what was sent, and run the example.

    Args:
        project: The checkout, for the example and the stubs.
        index: The index.
        version: The version.
        digests: The SHA-256 of each of its files, by name.
        folder: A folder to work in.

    Returns:
        What was done, in words.

    Raises:
        GeneratorError: It cannot be installed, is something else, or does not work.
    """
    clean = installed(project.name, index, version, digests, folder)
    versions = f"import {project.name} as package; print(package.__version__, package.__spec_sha256__)"
    said = run([clean.python, "-I", "-c", versions], f"import {project.name}", cwd=folder).split()
    if said[:1] != [version]:
        raise GeneratorError(f"what was installed as {version} says that it is {' '.join(said[:1])}; build it again.")
    return f"{project.name}=={version} in a clean environment; {run_example(project, clean, folder)}"


def installed(name: str, index: Index, version: str, digests: Mapping[str, str], folder: Path) -> Environment:
    """A clean environment with a version from an index, which is what was sent, and with what it needs.

    Args:
        name: What to install.
        index: The index.
        version: The version.
        digests: The SHA-256 of each of its files, by name.
        folder: A folder to work in.

    Raises:
        GeneratorError: It cannot be installed, or is something else.
    """
    clean = Environment.make(folder / "clean")
    exactly = f"{name}=={version}"
    report_file = folder / "installed.json"
    clean.install(
        ["--no-deps", "--no-cache-dir", "--report", report_file, exactly],
        f"install {exactly} from {index.simple}",
        # In the environment, so that no list of processes shows the credentials.
        env=_ONLY | {"PIP_INDEX_URL": index.with_login},
        secrets=index.secrets,
    )
    _compare(report_file, index, digests)
    # What it needs comes from where this machine gets its packages: an internal index need not have it.
    clean.install([exactly], f"install what {exactly} needs")
    return clean


def run_example(project: Project, clean: Environment, folder: Path) -> str:
    """Run the README's first example in an environment, against stubs on loopback.

    Returns:
        What it did, in words.

    Raises:
        GeneratorError: It failed, or asked for something that no stub knows.
    """
    readme = project.root / "README.md"
    example = _EXAMPLE.search(readme.read_text(encoding="utf-8"))
    if example is None:
        raise GeneratorError("README.md has no block of Python to try; it needs one.")
    script = folder / "example.py"
    script.write_text(example["code"], encoding="utf-8")
    with StubServer.from_folder(project.stubs) as server:
        printed = run(
            [clean.python, "-I", script],
            "run the README's first example",
            cwd=folder,
            env=variables(project, server.base_url),
        )
        unmatched = [call.miss for call in server.journal if call.stub is None]
        if unmatched:
            raise GeneratorError(f"the README's first example: {unmatched[0]}")
        return f"README's first example: {len(server.journal)} calls, {len(printed.splitlines())} lines printed"


def _compare(report_file: Path, index: Index, digests: Mapping[str, str]) -> None:
    info = msgspec.json.decode(report_file.read_bytes())["install"][0]["download_info"]
    name = unquote(urlsplit(info["url"]).path).rpartition("/")[2]
    digest = info.get("archive_info", {}).get("hashes", {}).get("sha256")
    if digest is None or digests.get(name) != digest:
        raise GeneratorError(
            f"pip got a {clean(name)} from {index.simple} that is not what was sent; look there, and yank that version."
        )
