"""What other generators make of a document, in environments of their own: for `--peers`, beside ours in one run.

An operation counts that has a function or method, and a document is whole whose operations are all there and whose
modules can all be imported. Nobody calls anything: that only ours has stubs for.
"""

import json
import re
import subprocess
import venv
from collections.abc import Callable
from pathlib import Path

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.processes import end
from sdkwright.stubs.java import find_java
from sdkwright.tree.temporary import temporary

_KEPT = Path(__file__).parents[2] / ".nox" / "peers"
_INSTALL_SECONDS = 900
# Runs in the peer's Python: argv is the folder with the package; it prints what cannot be imported.
_IMPORT = """
import importlib, json, pkgutil, sys
sys.path.insert(0, sys.argv[1])
names = [name for _, name, is_package in pkgutil.iter_modules([sys.argv[1]]) if is_package]
failed, tried = [], 0
while names:
    name = names.pop()
    tried += 1
    try:
        module = importlib.import_module(name)
    except BaseException as error:
        failed.append(f"{name}: {type(error).__name__}: {error}"[:200])
        continue
    names += [f"{name}.{inner}" for _, inner, _ in pkgutil.iter_modules(getattr(module, "__path__", []))]
json.dump({"modules": tried, "failed": failed[:5], "failures": len(failed)}, sys.__stdout__)
"""


@attrs.frozen
class Peer:
    """Another generator.

    Attributes:
        name: Its own name.
        requirements: What pip installs for it and for what it generates.
        command: The arguments of its Python that generate from a document into a folder.
        written: How many operations are in a folder that it has filled.
    """

    name: str
    requirements: tuple[str, ...]
    command: Callable[[Path, Path], list[str]]
    written: Callable[[Path], int]

    @property
    def python(self):
        """Its Python."""
        return _KEPT / self.name / "bin" / "python"

    def install(self):
        """Make its environment, unless it is there.

        Raises:
            GeneratorError: pip fails.
        """
        mark = _KEPT / self.name / "installed"
        if mark.is_file() and mark.read_text(encoding="utf-8").split() == [*self.requirements]:
            return
        venv.create(_KEPT / self.name, with_pip=True, clear=True)
        command = [str(self.python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        done = subprocess.run(
            [*command, *self.requirements], capture_output=True, timeout=_INSTALL_SECONDS, check=False
        )
        if done.returncode != 0:
            # What pip says can hold an index's address with its password.
            raise GeneratorError(f"--peers: {self.name} cannot be installed; leave the option out.")
        mark.write_text("\n".join(self.requirements), encoding="utf-8")


def _count(folder, files, pattern):
    found = re.compile(pattern, re.MULTILINE)
    return sum(len(found.findall(path.read_text(encoding="utf-8"))) for path in folder.glob(files))


def _openapi_generator(document, target):
    jar = "import openapi_generator_cli as p, pathlib; print(pathlib.Path(p.__file__).parent / 'openapi-generator.jar')"
    java = find_java(_KEPT)
    run = f"import subprocess, sys; jar = subprocess.check_output([sys.executable, '-c', {jar!r}], text=True).strip(); "
    words = [java, "-Xmx2g", "-jar"]
    more = ["generate", "-g", "python", "-i", str(document), "-o", str(target), "--skip-validate-spec"]
    return ["-c", f"{run}sys.exit(subprocess.call([*{words!r}, jar, *{more!r}]))"]


PEERS = (
    Peer(
        "openapi-generator",
        (
            "openapi-generator-cli==7.26.0",
            "urllib3",
            "python-dateutil",
            "pydantic",
            "typing-extensions",
            "lazy-imports",
        ),
        _openapi_generator,
        lambda folder: _count(folder, "*/api/*_api.py", r"^    def \w+_with_http_info\("),
    ),
    Peer(
        "openapi-python-client",
        ("openapi-python-client==0.29.1", "httpx", "attrs", "python-dateutil"),
        lambda document, target: [
            *("-m", "openapi_python_client", "generate", "--path", str(document), "--meta", "none", "--overwrite"),
            *("--output-path", str(target / "client")),
        ],
        lambda folder: sum(path.name != "__init__.py" for path in folder.glob("client/api/*/*.py")),
    ),
    Peer(
        "datamodel-code-generator",
        ("datamodel-code-generator[http]==0.89.0", "httpx2", "pydantic[email]"),
        lambda document, target: [
            *("-m", "datamodel_code_generator", "--input", str(document), "--input-file-type", "openapi"),
            *("--output", str(target / "models.py"), "--output-model-type", "pydantic_v2.BaseModel"),
            *("--generate-client", "httpx2", "--client-output", str(target / "client"), "--client-package", "client"),
            *("--client-model-package", "models", "--client-default-base-url", "https://api.example.com"),
        ],
        lambda folder: _count(folder, "client/_operations.py", r"^OPERATION_\d+: "),
    ),
)


def beside(path, declared, limits):
    """What each of the others makes of a document, by its name.

    Args:
        path: The document.
        declared: How many operations it has.
        limits: What each may take.
    """
    return {peer.name: _tried(peer, path, declared, limits) for peer in PEERS}


def _tried(peer, path, declared, limits):
    with temporary("sdkwright-peer-") as folder:
        status, said = _run([str(peer.python), *peer.command(path, folder)], folder, limits.seconds)
        try:
            written = peer.written(folder) if status == 0 else 0
        except (OSError, UnicodeDecodeError):
            written = 0
        imported = {"failures": -1, "failed": [said]}
        if status == 0:
            _, told = _run([str(peer.python), "-c", _IMPORT, str(folder)], folder, limits.seconds, out=True)
            try:
                imported = json.loads(told)
            except ValueError:
                imported["failed"] = [told[-200:]]
    # Some write an operation of two tags twice.
    whole = status == 0 and written >= (declared or 1) and imported["failures"] == 0
    return {"whole": whole, "written": written, "failed": imported["failed"][:2], "failures": imported["failures"]}


def _run(command, folder, seconds, *, out=False):
    """The status of a command, and what it printed or the end of what it complained of."""
    with subprocess.Popen(
        command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        errors="replace", start_new_session=True,
    ) as process:  # fmt: skip
        try:
            printed, complained = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            return -1, f"more than {seconds:g} seconds"
        finally:
            end(process)
    if out:
        return process.returncode, printed
    lines = (complained or printed).strip().splitlines()
    said = next((line for line in lines if "Exception" in line or "Error" in line), lines[-1] if lines else "")
    return process.returncode, said[:200]


def lines(found):
    """A table of ours beside the others, of the documents that all of them tried."""
    both = [one for one in found.values() if "peers" in one]
    if not both:
        return
    declared = sum(one.get("operations") or 0 for one in both)
    yield f"beside others, on {len(both)} documents with {declared} operations: generated whole and importable"
    wanted = [one.get("operations") or 0 for one in both]
    ours = sum(one.get("written") == one.get("importable") == one.get("operations") for one in both)
    rows = [("sdkwright", ours, sum(one.get("written") or 0 for one in both))]
    for peer in PEERS:
        tried = [one["peers"][peer.name] for one in both]
        rows.append(
            (
                peer.name,
                sum(one["whole"] for one in tried),
                sum(min(one["written"], operations) for one, operations in zip(tried, wanted, strict=True)),
            )
        )
    for name, whole, written in rows:
        operations = f"{written:>6} operations {written / (declared or 1):>6.1%}"
        yield f"  {name:<26}{whole:>4} {whole / len(both):>6.1%}   {operations}"
