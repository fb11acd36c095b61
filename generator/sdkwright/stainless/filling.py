"""Fills the proposal of a new project with what a configuration says, and compares what came of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from sdkwright.config import values
from sdkwright.errors import GeneratorError
from sdkwright.files import NotReadError
from sdkwright.files.folder import read_plain
from sdkwright.ir import Api
from sdkwright.new.proposal import ASKED, Action, Proposal, Setting, Table
from sdkwright.normalise import correctable
from sdkwright.normalise.names import Names
from sdkwright.normalise.naming.reserved import reserved_classes
from sdkwright.normalise.overlay import Overlay
from sdkwright.partial import writable
from sdkwright.project import Project
from sdkwright.received import read_upstream
from sdkwright.stainless.compared import compared
from sdkwright.stainless.migration import Migration
from sdkwright.stainless.models import keep_apart
from sdkwright.stainless.pagination import page_tables
from sdkwright.stainless.reading import load, read
from sdkwright.stainless.report import REPORT, Compared, compatibility_report, summary
from sdkwright.stainless.transforms import acting
from sdkwright.text import clean

FILE: Final = "spec/stainless.yml"
"""Where a project keeps its configuration, by which the surface of the former SDK is written."""
_LARGEST: Final = 5_000_000
_SAID: Final = "the configuration says so"


@attrs.define
class Former:
    """A configuration whose callers a new project keeps.

    Attributes:
        content: The configuration as received.
        name: What errors call it.
        partial: Whether what is wrong with it is left out and told; otherwise it is refused.
        migration: What was read of it.
        compared: Each method beside what it was.
    """

    content: bytes
    name: str
    partial: bool = False
    migration: Migration = attrs.field(factory=Migration)
    compared: list[Compared] = attrs.field(factory=list)

    @classmethod
    def read(cls, path: Path, *, partial: bool = False) -> "Former":
        """The configuration that a file holds.

        Args:
            path: The file.
            partial: Whether what is wrong with it is left out and told.

        Raises:
            GeneratorError: It is not there, or is no such configuration.
        """
        name = clean(str(path))
        if not path.is_file():
            why = "is no plain file" if path.exists() else "is not there"
            raise GeneratorError(f"--stainless {name} {why}; name a file, such as stainless.yml.")
        try:
            content = read_plain(path.resolve(), _LARGEST)
        except NotReadError as error:
            raise GeneratorError(f"--stainless {name} {error}; name another file.") from None
        except OSError as error:
            raise GeneratorError(f"--stainless {name} cannot be read: {error.strerror}.") from None
        load(content, name=name)
        return cls(content, name, partial)

    def fill(self, proposal: Proposal, project: Project, api: Api) -> None:
        """Change a proposal by what the configuration says.

        Args:
            proposal: Is changed.
            project: The project with the document.
            api: What is made of it.

        Raises:
            GeneratorError: The configuration does not go with the document.
        """
        document = read_upstream(project).document
        self.migration = migration = read(self.content, document, name=self.name)
        if migration.refused and not self.partial:
            more = len(migration.refused) - 1
            others = f", as are {more} more places" if more else ""
            raise GeneratorError(
                f"{self.name}: {migration.refused[0]}{others}; correct it, or leave such out with --allow-partial."
            )
        named = migration.names["operations"]
        by_rule = (one.resource for one in api.operations if one.key not in named)
        self._package(proposal)
        package = attrs.evolve(project.configuration.package, client=str(proposal.value("package", "client")))
        resources = [*(path.rpartition(".")[0] for path in named.values()), *by_rule]
        keep_apart(migration, resources, reserved_classes(package))
        proposal.discard("pagination")
        proposal.settle("Pages by ")
        for table in page_tables(migration, api):
            proposal.tables.append(table)
        self._security(proposal)
        proposal.decide("compatibility", "stainless", value=True, reason=f"{FILE} declares whose callers are kept")
        # Names by rule for what turns pages would change what callers write.
        proposal.names.clear()
        for title, named in migration.names.items():
            for key, value in named.items():
                proposal.name(title, key, value)
        configuration = project.configuration
        # What corrects an operation that is left out has nothing to correct.
        whole = writable(document, Overlay(()), Names(), name=self.name, configuration=configuration)
        found = correctable(whole.document, name=self.name, configuration=configuration)
        proposal.overlay += [
            Action(one["target"], one["description"], one.get("update")) for one in acting(migration, found)
        ]
        place = project.root / FILE
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(self.content)

    def finish(self, project: Project, api: Api) -> dict[str, str]:
        """The further files of the project: the compatibility report.

        Args:
            project: The project, generated.
            api: What it was made of.
        """
        self.compared = compared(project, api, self.migration)
        return {REPORT: compatibility_report(self.migration, self.compared)}

    def summary(self) -> Iterator[str]:
        """What the report says, for a terminal."""
        return summary(self.migration, self.compared)

    def _package(self, proposal: Proposal) -> None:
        package, given = self.migration.tables["package"], proposal.value("package", "name")
        if (former := package.get("name", given)) != given:
            proposal.decide("package", "name", given, f"the name that was given, in place of package_name {former}")
            self.migration.tell(
                "targets.python.package_name", f"{former}: the package is called {given}, the name that was given"
            )
        for key in ("client", "environment"):
            before = proposal.table("package").settings.get(key)
            if key in package and (before is None or before.reason != ASKED):
                proposal.decide("package", key, package[key], _SAID)
        if self.migration.tables["compatibility"].get("environments"):
            proposal.settle("Where the service is, ")

    def _security(self, proposal: Proposal) -> None:
        tables = self.migration.tables["security"]
        proposal.discard("security")
        for table in tables:
            if not values.LINE.accepts(table["scheme"]):
                self.migration.tell("client_settings.opts", "a scheme's name is no line of text; it is named by rule")
                continue
            settings = {key: Setting(value) for key, value in table.items()}
            proposal.tables.append(Table("security", settings, repeated=True, reason=_signed(table["scheme"])))
        if tables:
            proposal.settle("How requests are signed")


def _signed(scheme: str) -> str:
    return f"client_settings.opts of the configuration, for the scheme {scheme}"
