"""Packages made once for all tests: with names that are deprecated, and without any."""

import pytest

from tests.generator.deprecation import trial


@pytest.fixture(scope="session")
def deprecated_document():
    """The project's own document with all that `trial` deprecates: shared, so not to be changed."""
    return trial.normalised(trial.actions()).document


@pytest.fixture(scope="session")
def package(deprecated_document, tmp_path_factory):
    """The package of it."""
    return trial.written(deprecated_document, tmp_path_factory.mktemp("deprecated"))


@pytest.fixture(scope="session")
def plain(tmp_path_factory):
    """The package without any deprecation."""
    return trial.written(trial.normalised([]).document, tmp_path_factory.mktemp("plain"))
