"""The constructions of the registry, made once: they are some hundred thousand."""

import pytest
from envoice.webhooks import constructions


@pytest.fixture(scope="session")
def registry():
    """Every construction, in order: shared, so not to be changed."""
    return tuple(constructions())
