"""The project's document and tables, for comparisons; says at the end how many mutations of it were tried."""

import attrs
import pytest

from sdkwright import documents, pipeline
from sdkwright.diff import compare
from sdkwright.diff.documents import Comparable, comparable
from sdkwright.diff.packages import make
from sdkwright.project import Project
from tests.measuring import unmeasured
from tests.tallies import tally

KIND = "mutations "


@attrs.frozen
class Known:
    """What comparisons start from: shared, so not to be changed."""

    project: Project
    upstream: dict
    overlay: pipeline.Overlay
    names: pipeline.Names
    before: Comparable

    @property
    def tables(self):
        return self.overlay, self.names

    def comparable(self, document, name="new"):
        """A later document than the project's own, normalised."""
        return comparable(
            document,
            self.overlay,
            self.names,
            name=name,
            configuration=self.project.configuration,
            previous=self.upstream,
        )


@pytest.fixture(scope="session")
def known():
    project = Project.find(__file__)
    upstream = documents.load(project.upstream.read_bytes(), name="upstream.json")
    overlay, names = pipeline.read_tables(project)
    return Known(
        project,
        upstream,
        overlay,
        names,
        comparable(upstream, overlay, names, name="old", configuration=project.configuration),
    )


@pytest.fixture(scope="session")
def package(known, tmp_path_factory):
    """The package of the project's own document: shared, so not to be changed."""
    with unmeasured():
        return make(known.upstream, known.tables, tmp_path_factory.mktemp("old"), project=known.project, name="old")


@pytest.fixture
def made_once(known, package, monkeypatch):
    """Comparisons take that package where they compare with the project's own document."""

    def makes(upstream, tables, folder, **more):
        assert tables == known.tables
        if upstream is known.upstream and more["previous"] is None:
            return package
        return make(upstream, tables, folder, **more)

    monkeypatch.setattr(compare, "make", makes)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    total, said = tally(terminalreporter, KIND)
    if total:
        terminalreporter.write_line(f"{KIND.strip()} of the document: {said}")
