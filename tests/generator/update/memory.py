"""What an update computes, kept by what it is computed from: most tests take one and the same document."""

import hashlib
import importlib
import io
import pickle
import tomllib
from types import MappingProxyType

import attrs

from sdkwright import pipeline
from sdkwright.report import Report
from sdkwright.sources import read_lock
from sdkwright.tree import disk
from tests.measuring import unmeasured

# The package offers a function of this name.
updating = importlib.import_module("sdkwright.update.update")


class Memory:
    """Takes the place of what computes much: it is done once for the same arguments and the same files."""

    def __init__(self):
        self._known = {}
        self._build, self._read_surface = pipeline._build, updating.read_surface

    def put_in(self, monkeypatch):
        """Let updates take from here what was computed before."""
        monkeypatch.setattr(pipeline, "_build", self.build)
        monkeypatch.setattr(updating, "read_surface", self.read_surface)
        for name in ("compare_documents", "complete"):
            monkeypatch.setattr(updating, name, self._of_arguments(getattr(updating, name)))

    def build(self, project, stage, report, *, check_types):
        """The package in `stage`, and the other outputs, with all that is said of them."""
        declared = tomllib.loads(project.pyproject.read_text(encoding="utf-8"))["project"]
        spec = _digests(project.root / "spec")
        # It says as well when and from where the document came, which is of no account here.
        spec[project.lock.name] = read_lock(project).sha256
        flags = attrs.evolve(project, root=None, target=None), check_types
        key = _key("build", declared, flags, spec, _digests(project.root / "overrides"))
        if key in self._known:
            return self._known[key].again(project, stage, report)
        told = _Told(report)
        with unmeasured():
            outputs = self._build(project, stage, told, check_types=check_types)
        self._known[key] = _Built.of(project, stage, told, outputs)
        return outputs

    def read_surface(self, folder, *, only_sent=()):
        """The public surface of a package."""
        key = _key("surface", _digests(folder), sorted(only_sent))
        if key not in self._known:
            with unmeasured():
                self._known[key] = self._read_surface(folder, only_sent=only_sent)
        return self._known[key]

    def _of_arguments(self, function):
        def call(*positional, **named):
            key = _key(function.__name__, positional, named)
            if key not in self._known:
                with unmeasured():
                    self._known[key] = function(*positional, **named)
            return self._known[key]

        return call


@attrs.frozen
class _Built:
    """What a generation has said and made.

    Attributes:
        events: What it has said; a stage as its name and its result.
        package: The package's files, by their names in it.
        outputs: The other files, by their names below the checkout.
    """

    events: list
    package: dict
    outputs: dict

    @classmethod
    def of(cls, project, stage, told, outputs):
        package = {name: path.read_bytes() for name, path in disk.files(stage / project.name).items()}
        return cls(told.all, package, {path.relative_to(project.target): data for path, data in outputs.items()})

    def again(self, project, stage, report):
        """Say and make it once more."""
        for event in self.events:
            if isinstance(event, str):
                report.say(event)
                continue
            name, result = event
            with report.stage(name) as step:
                if name == "generate":
                    for path, data in self.package.items():
                        target = stage / project.name / path
                        target.parent.mkdir(parents=True, exist_ok=True)
                        target.write_bytes(data)
                step.result = result
        return {project.target / path: data for path, data in self.outputs.items()}


class _Told(Report):
    """Keeps what it is told, and hands it on."""

    def __init__(self, report):
        super().__init__(out=io.StringIO())
        self._report, self._events = report, []

    @property
    def all(self):
        return [event if isinstance(event, str) else (event.name, event.step.result) for event in self._events]

    def stage(self, name):
        self._events.append(_Stage(name, self._report.stage(name)))
        return self._events[-1]

    def say(self, text):
        self._events.append(text)
        self._report.say(text)


class _Stage:
    """A stage, of which the result is known only when it has ended."""

    def __init__(self, name, inner):
        self.name, self._inner, self.step = name, inner, None

    def __enter__(self):
        self.step = self._inner.__enter__()
        return self.step

    def __exit__(self, *error):
        return self._inner.__exit__(*error)


class _Pickler(pickle.Pickler):
    def reducer_override(self, value):
        return (dict, (dict(value),)) if isinstance(value, MappingProxyType) else NotImplemented


def _key(name, *inputs):
    data = io.BytesIO()
    _Pickler(data).dump((name, inputs))
    return hashlib.sha256(data.getbuffer()).digest()


def _digests(folder):
    return {name: hashlib.sha256(path.read_bytes()).digest() for name, path in disk.files(folder).items()}
