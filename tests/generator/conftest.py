"""The project's own document, normalised and generated once for all tests."""

import attrs
import pytest

from sdkwright import documents, pipeline
from sdkwright.emit.needs import for_document
from sdkwright.emit.package import copy_overrides, tidy, write_package
from sdkwright.ir import build
from sdkwright.normalise import Names, Overlay
from sdkwright.project import Project
from tests.computed import computed
from tests.generator import checkout


@attrs.frozen
class Inputs:
    """What the project's normalisation starts from."""

    upstream: dict
    overlay: Overlay
    overlay_document: dict
    names: Names


@pytest.fixture(scope="session")
def project():
    return Project.find(__file__)


@pytest.fixture(scope="session")
def made():
    """A checkout in which was generated: not to be changed, so tests copy it."""
    return computed("checkout", checkout.make)


@pytest.fixture(scope="session")
def small_made(tmp_path_factory):
    """A small project in which was generated, for what is the same whatever the document: tests copy it."""
    return checkout.make_small(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def inputs(project):
    """The project's inputs: shared, so not to be changed."""
    overlay = documents.load(project.overlay.read_bytes(), name="overlay.yaml")
    return Inputs(
        upstream=documents.load(project.upstream.read_bytes(), name="upstream.json"),
        overlay=Overlay.parse(overlay, name="overlay.yaml"),
        overlay_document=overlay,
        names=Names.parse(project.names.read_text(encoding="utf-8"), name="names.toml"),
    )


@pytest.fixture(scope="session")
def normalised(project):
    """The project's own document, normalised: shared, so not to be changed."""
    return pipeline.normalised(project)[1]


@pytest.fixture(scope="session")
def package(project, normalised, tmp_path_factory):
    """The package made from the project's own document, with the overrides and tidied."""
    folder = tmp_path_factory.mktemp("staged") / "envoice"
    folder.mkdir()
    api = build(normalised.document)
    project = for_document(project, api)
    write_package(api, folder, project=project, spec_sha256="0" * 64)
    copy_overrides(folder, project=project)
    tidy(folder)
    return folder
