"""What several tests of the package share."""

import pytest

from tests.runtime.pki import make


@pytest.fixture(scope="session")
def pki(tmp_path_factory):
    """A folder of certificates; see `tests.runtime.pki`."""
    folder = tmp_path_factory.mktemp("pki")
    make(folder)
    return folder
