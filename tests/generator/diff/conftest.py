"""The project's document and tables, for comparisons; says at the end how many mutations of it were tried."""

import attrs
import pytest

from sdkwright import documents, pipeline
from sdkwright.diff.documents import Comparable, comparable
from sdkwright.project import Project
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    total, said = tally(terminalreporter, KIND)
    if total:
        terminalreporter.write_line(f"{KIND.strip()} of the document: {said}")
