"""A package in which names are deprecated, made aside, and programs that use it in a process of their own."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import yaml

from sdkwright import documents, pipeline
from sdkwright.emit.needs import for_document
from sdkwright.emit.package import copy_overrides, tidy, write_package
from sdkwright.ir import build
from sdkwright.normalise import Overlay, normalise
from sdkwright.project import Project
from tests.generator.checkout import ROOT

HERE = Path(__file__).parent
UNTIL = "0.3.0"

# What the tests take as deprecated, by what it stands on in the vendor's document.
DEPRECATED_OPERATIONS = {
    # One that gives one thing, and one that gives a list, which nothing replaces.
    "/api/invoice/pdf": {"x-deprecation": {"until": UNTIL, "use": "invoices.get_link"}},
    "/api/product/all": {"x-deprecation": {"until": UNTIL}},
    # One of which the vendor alone says so.
    "/api/worktype/details": {"deprecated": True},
    # Old names of one that gives one thing, of a list, and of one that sends a body.
    "/api/invoice/uri": {"x-aliases": {"get_share_link": {"until": UNTIL}}},
    "/api/invoice/all": {"x-aliases": {"all": {"until": UNTIL}, "every": {"until": "1.0.0"}}},
    "/api/tax/new": {"x-aliases": {"add": {"until": UNTIL}}},
    # An old name of one that goes as well.
    "/api/tax/all": {"x-deprecation": {"until": UNTIL}, "x-aliases": {"all": {"until": UNTIL}}},
}
DEPRECATED_PROPERTIES = {
    # Sent only: an old name of one that is required, one of one that is not, and one that goes without a replacement.
    ("SendInvoiceToClientApiModel", "InvoiceId"): {"x-aliases": {"invoice": {"until": UNTIL}}},
    ("SendInvoiceToClientApiModel", "Message"): {"x-aliases": {"text": {"until": UNTIL}, "note": {"until": UNTIL}}},
    ("SendInvoiceToClientApiModel", "Id"): {"x-deprecation": {"until": UNTIL, "use": "invoice_id"}},
    # One that goes although it was required.
    ("SendInvoiceToAccountantApiModel", "Id"): {"x-deprecation": {"until": UNTIL}},
    # Received: text, number, another model, and an enum.
    ("InvoiceUriApiModel", "Link"): {"x-aliases": {"address": {"until": UNTIL}}},
    ("InvoiceFullDetailsApiModel", "InvoiceCategoryId"): {"x-deprecation": {"until": UNTIL}},
    ("InvoiceFullDetailsApiModel", "Client"): {"x-aliases": {"buyer": {"until": UNTIL}}},
    ("InvoiceFullDetailsApiModel", "Status"): {"x-aliases": {"state": {"until": UNTIL}}},
    ("InvoiceFullDetailsApiModel", "TotalAmount"): {"x-aliases": {"sum": {"until": UNTIL}}},
    ("OrderFullDetailsApiModel", "Currency"): {"x-deprecation": {"until": UNTIL}},
    ("OrderFullDetailsApiModel", "Status"): {"x-deprecation": {"until": UNTIL}},
    # Sent and received: an old name, and one that goes without a replacement.
    ("InvoiceRecurringApiModel", "Title"): {"x-aliases": {"label": {"until": UNTIL}}},
    ("InvoiceRecurringApiModel", "Month"): {"x-deprecation": {"until": UNTIL}},
    # In the deliveries of webhooks.
    ("WebhookActivity", "Link"): {"x-deprecation": {"until": UNTIL}},
}


def operation(path, method="get"):
    """The target of an operation."""
    return f"$.paths[{json.dumps(path)}].{method}"


def property_(schema, name):
    """The target of a property."""
    return f"$.components.schemas[{json.dumps(schema)}].properties[{json.dumps(name)}]"


def action(target, update):
    """An action of an overlay."""
    return {"target": target, "description": "For a test.", "update": update}


def actions():
    """The actions that deprecate all of the above."""
    posted = {"/api/tax/new"}
    found = [
        action(operation(path, "post" if path in posted else "get"), update)
        for path, update in DEPRECATED_OPERATIONS.items()
    ]
    return found + [action(property_(*where), update) for where, update in DEPRECATED_PROPERTIES.items()]


def normalised(more, upstream=None):
    """The project's own document, or another one, normalised with more actions at the end of its overlay."""
    project = Project.find(__file__)
    overlay = documents.load(project.overlay.read_bytes(), name="overlay.yaml")
    overlay["actions"] += more
    names = pipeline.read_tables(project)[1]
    document = pipeline.read_upstream(project).document if upstream is None else upstream
    return normalise(
        document,
        Overlay.parse(overlay, name="overlay.yaml"),
        names,
        name="upstream.json",
        configuration=project.configuration,
    )


def written(document, folder):
    """The package of a normalised document, below `folder`."""
    package, api = folder / "envoice", build(document)
    project = for_document(Project.find(__file__), api)
    package.mkdir(parents=True)
    write_package(api, package, project=project, spec_sha256="0" * 64)
    copy_overrides(package, project=project)
    tidy(package)
    return Trial(folder)


@attrs.frozen
class Warned:
    """A warning: what it says, and the number of the line that it names."""

    text: str
    line: int


@attrs.frozen
class Outcome:
    """What a program has shown and what it was warned of."""

    shown: list
    warned: list

    @property
    def value(self):
        """The one value that was shown."""
        (value,) = self.shown
        return value


@attrs.frozen
class Trial:
    """A package in a folder of its own.

    Attributes:
        folder: The folder.
        programs: The process that programs are forked from, where there is one.
    """

    folder: Path
    programs: subprocess.Popen | None = None

    def python(self, *arguments):
        """Run Python with this package in front of all others."""
        return subprocess.run(
            self._command(arguments), capture_output=True, text=True, check=False, env=self._environment
        )

    @contextlib.contextmanager
    def serving(self):
        """The same package, imported once for all programs."""
        command = self._command(["-W", "always", HERE / "programs.py"])
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        with subprocess.Popen(command, **pipes, text=True, bufsize=1, env=self._environment) as programs:
            yield attrs.evolve(self, programs=programs)
            programs.stdin.close()

    def run(self, tmp_path, program):
        """Run a program of lines that may end in `# HERE`, and return what came of it.

        It finds what `prelude` has. What it is warned of must name lines of it.
        """
        file = tmp_path / "caller.py"
        file.write_text(f"from prelude import *\n{program}", encoding="utf-8")
        status, out, err = self._ran(file)
        assert status == 0, err
        told = json.loads(out)
        assert {(kind, name) for kind, _, name, _ in told["warned"]} <= {("DeprecationWarning", str(file))}, told
        return Outcome(told["shown"], [Warned(text, line) for _, text, _, line in told["warned"]])

    def _ran(self, file):
        if self.programs is None:
            ran = self.python("-W", "always", file)
            return ran.returncode, ran.stdout, ran.stderr
        outputs = [file.with_suffix(ending) for ending in (".out", ".err")]
        for path in outputs:
            path.unlink(missing_ok=True)
        print(json.dumps([str(file), *map(str, outputs)]), file=self.programs.stdin)
        status = int(self.programs.stdout.readline())
        return status, *(path.read_text(encoding="utf-8") for path in outputs)

    def _command(self, arguments):
        return [sys.executable, *map(str, arguments)]

    @property
    def _environment(self):
        path = os.pathsep.join([str(self.folder), str(HERE)])
        return os.environ | {"PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}


def lines(program):
    """The numbers of the lines that end in `# HERE`, as `Trial.run` has them."""
    return [number for number, line in enumerate(program.splitlines(), 2) if line.endswith("# HERE")]


def checkout(root, more=()):
    """A checkout that can generate, with more actions at the end of its overlay."""
    for name in ("spec", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    if more:
        with (root / "spec" / "overlay.yaml").open("a", encoding="utf-8") as file:
            file.write(yaml.safe_dump(list(more)))
    return Project(root)
