"""Where things lie in a checkout."""

import os
from functools import cached_property
from pathlib import Path
from typing import Final

import attrs

from sdkwright import carried, config, examples
from sdkwright.errors import GeneratorError
from sdkwright.examples.values import Values
from sdkwright.rooms import Room, room_of, unwanted

MARK: Final = "spec/sdk.toml"
"""The file that makes a folder a project."""

FRONTS: Final = ("testing", "webhooks")
"""Packages of the runtime that offer names, to which a project may add."""

STAND_INS: Final = frozenset(
    {
        "_api.py",
        "_build.py",
        "_commands/__init__.py",
        "_deprecated.py",
        "_names/clients.py",
        "_names/errors.py",
        "_schemas.py",
        "_validation/limits.py",
        "auth.py",
        "client.py",
        "credentials.py",
        "mcp/_declared.py",
        "models.py",
        "testing/fixtures.py",
        *(f"{front}/__init__.py" for front in FRONTS),
    }
)
"""Modules by which the runtime works by itself. The generation writes a package's own."""

HOOKS: Final = "hooks/"
"""The folder of the hooks. A project's own `hooks/NAME.py` takes the place of the runtime's, which names a default."""


@attrs.frozen
class Project:
    """The paths of one checkout, and of where its outputs go.

    Attributes:
        root: The folder that holds `spec/sdk.toml`; what people write lies below it.
        target: The folder below which outputs are written, the same as `root` but for a trial.
        trial_spec: A document to read instead of `spec/upstream.json`, for a trial.
        without: Overrides to leave out, relative to their folder, as in `additions/invoices.py`.
        runtime: The folder of the modules that every package carries.
        judge_samples: Whether the usage samples are judged with a new package; not where their failing is a finding.
        partial: Whether operations that cannot be written are left out, whatever the project declares.
        needs: The names of the rooms of the runtime that the document needs; None where it was not read.
    """

    root: Path
    target: Path = attrs.field(default=attrs.Factory(lambda self: self.root, takes_self=True))
    trial_spec: Path | None = None
    without: frozenset[str] = frozenset()
    runtime: Path = attrs.field(factory=carried.runtime)
    judge_samples: bool = True
    partial: bool = False
    needs: frozenset[str] | None = None

    @classmethod
    def find(cls, start: Path | str = ".") -> "Project":
        """The project that a folder or file lies in: the nearest folder upward that has `spec/sdk.toml`.

        Args:
            start: Where the search begins; by default the working folder.

        Raises:
            GeneratorError: There is none.
        """
        place = Path(start).resolve()
        for folder in (place, *place.parents):
            if (folder / MARK).is_file():
                return cls(folder)
        raise GeneratorError(f"{place}: no {MARK} here or in a folder above; go into a project, or name it: --project.")

    @cached_property
    def configuration(self) -> config.Configuration:
        """What `spec/sdk.toml` declares, read once.

        Raises:
            GeneratorError: The file is missing or has a mistake.
        """
        found = config.read(self.root / MARK, name=MARK)
        if not self.partial:
            return found
        return attrs.evolve(found, normalisation=attrs.evolve(found.normalisation, partial=True))

    @cached_property
    def examples(self) -> examples.Examples:
        """What `spec/examples.toml` declares of the values that stubs and documentation show, read once.

        Raises:
            GeneratorError: The file has a mistake.
        """
        return examples.read(self.spec / "examples.toml", name="spec/examples.toml")

    @cached_property
    def stub_values(self) -> Values:
        """What makes the single values of stubs; what it has made it gives again.

        Raises:
            GeneratorError: `spec/examples.toml` or `spec/sdk.toml` has a mistake.
        """
        fault = self.configuration.errors.fault
        return Values(self.examples, off=(fault.flag,) if fault else ())

    @cached_property
    def absent_rooms(self) -> tuple[Room, ...]:
        """The rooms of the runtime that the package does without."""
        return unwanted(self.configuration, self.needs)

    def carries(self, name: str) -> bool:
        """Whether the package has the room that a module belongs to.

        Args:
            name: The module's file, relative to the package.
        """
        return room_of(name, self.absent_rooms) is None

    @property
    def name(self) -> str:
        """The name of the package, as distributed and as imported."""
        return self.configuration.package.name

    @property
    def client(self) -> str:
        """The class of the synchronous client."""
        return self.configuration.package.client

    @property
    def environment(self) -> str:
        """Begins the names of the environment variables that the package reads."""
        return self.configuration.package.environment

    @property
    def title(self) -> str:
        """The API's name in prose."""
        return self.configuration.package.title

    @property
    def pyproject(self) -> Path:
        """The settings of all tools, and the package's version."""
        return self.root / "pyproject.toml"

    @property
    def picture(self) -> Path:
        """The picture of a session that README shows."""
        return self.root / "docs" / "session.svg"

    @property
    def session(self) -> Path:
        """The commands of the session that README shows."""
        return self.root / "docs" / "session.toml"

    @property
    def quickstart(self) -> Path:
        """The program that the demo runs."""
        return self.root / "examples" / "quickstart.py"

    @property
    def changelog(self) -> Path:
        """What each release changed."""
        return self.root / "CHANGELOG.md"

    @property
    def changes(self) -> Path:
        """The entries of the next release's changelog, a file each."""
        return self.root / "docs" / "changes"

    @property
    def spec(self) -> Path:
        """The folder of everything about the specification."""
        return self.root / "spec"

    @property
    def sources(self) -> Path:
        """Where a spec can be fetched from, named."""
        return self.spec / "sources.toml"

    @property
    def upstream(self) -> Path:
        """The vendor's document, byte for byte as received."""
        return self.trial_spec or self.spec / "upstream.json"

    @property
    def parts(self) -> Path:
        """The folder of the document's other files, where it is in several."""
        return self.spec / "upstream"

    @property
    def lock(self) -> Path:
        """What `upstream` is: source, version, time, digest, tools."""
        return self.spec / f"{self.name}.lock"

    @property
    def overlay(self) -> Path:
        """Our corrections to the vendor's document, as an OpenAPI Overlay."""
        return self.spec / "overlay.yaml"

    @property
    def names(self) -> Path:
        """The public name of every operation, schema and enum."""
        return self.spec / "names.toml"

    @property
    def normalised(self) -> Path:
        """The document that code is generated from."""
        return self.target / "spec" / "openapi.yaml"

    @property
    def ledger(self) -> Path:
        """What became of everything in the vendor's document."""
        return self.target / "spec" / "ledger.md"

    @property
    def overrides(self) -> Path:
        """Our hand-written modules of the package."""
        return self.root / "overrides" / self.name

    @cached_property
    def _runtime_files(self) -> dict[str, Path]:
        """The modules that every package carries, by name as below; no command changes them."""
        return _modules(self.runtime)

    def override_files(self) -> dict[str, Path]:
        """The hand-written modules in use, by their name relative to the package, sorted."""
        found = _modules(self.overrides)
        return {name: found[name] for name in sorted(found) if name not in self.without}

    def left_out_files(self) -> dict[str, Path]:
        """The hand-written modules that are not in use this time, by name as above, sorted."""
        found = _modules(self.overrides)
        return {name: found[name] for name in sorted(found) if name in self.without}

    def hand_written_files(self) -> dict[str, Path]:
        """The modules that no generation writes: the runtime and the overrides in use, by name as above, sorted.

        What lies in a room that the package does without is left out. A hook of the project replaces the runtime's
        module of that name.

        Raises:
            GeneratorError: An override that is no hook has the name of a module of the runtime.
        """
        found = {name: path for name, path in self._runtime_files.items() if name not in STAND_INS}
        overrides = self.override_files()
        if both := (found.keys() & overrides.keys()) - self.hook_files().keys():
            override = self.show(overrides[min(both)])
            raise GeneratorError(f"{override} has the name of a module of the runtime; rename the override.")
        found |= overrides
        return {name: found[name] for name in sorted(found) if self.carries(name)}

    def hook_files(self) -> dict[str, Path]:
        """The project's own hooks in use, by name as above: the public modules of `hooks/`."""
        return {
            name: path
            for name, path in self.override_files().items()
            if name.startswith(HOOKS) and not name.removeprefix(HOOKS).startswith("_")
        }

    def additions(self) -> list[Path]:
        """The hand-written modules in use that add to a resource, each called as it."""
        return [path for name, path in self.override_files().items() if name.startswith("additions/")]

    @property
    def generated(self) -> Path:
        """The folder that holds the generated package, its lock and its staging area."""
        return self.target / "generated"

    @property
    def package(self) -> Path:
        """The generated package."""
        return self.generated / self.name

    @property
    def stubs(self) -> Path:
        """The WireMock mappings made from the normalised document."""
        return self.target / "tests" / "contract" / "stubs"

    @property
    def reference(self) -> Path:
        """The documentation's pages of the resources, made from the normalised document."""
        return self.target / "docs" / "pages" / "resources"

    @property
    def usage_sample(self) -> Path:
        """A typed program on the public surface, which both type checkers must accept where the project has one."""
        return self.root / "tests" / "typing" / "usage.py"

    def usage_samples(self) -> list[Path]:
        """The samples that exist: `usage_sample`, and one for each addition in use, as in `additions_orders.py`."""
        names = [name.replace("/", "_") for name in self.override_files() if name.startswith("additions/")]
        samples = [self.usage_sample.with_name(name) for name in names]
        return [sample for sample in (self.usage_sample, *samples) if sample.is_file()]

    def typing_tests(self) -> dict[str, Path]:
        """The programs that both type checkers accept, by their names below `tests/typing`."""
        folder = self.usage_sample.parent
        files = [*folder.glob("usage.py"), *folder.glob("additions_*.py"), *folder.glob("pass/*.py")]
        return {path.relative_to(folder).as_posix(): path for path in sorted(files)}

    def show(self, path: Path) -> str:
        """`path` as a maintainer would type it: relative to the checkout, or from the generator's package on."""
        for folder in (self.root, carried.runtime().parents[1]):
            if path.is_relative_to(folder):
                return path.relative_to(folder).as_posix()
        return str(path)


def _modules(folder: Path) -> dict[str, Path]:
    """The Python files below a folder by their names relative to it."""
    # `rglob` and `relative_to` take several times as long, and it is asked often in one generation.
    start = len(str(folder)) + 1
    return {
        Path(place, name).as_posix()[start:]: Path(place, name)
        for place, _, names in os.walk(folder)
        for name in names
        if name.endswith(".py")
    }
