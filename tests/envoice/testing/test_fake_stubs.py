"""WireMock stubs as answers of the fake: those of this project answer every operation."""

from pathlib import Path

import pytest
from envoice.testing import FakeService
from envoice.testing._catalogue import operations

from tests.envoice.testing.surface import method_of, required

STUBS = Path(__file__).parents[2] / "contract" / "stubs"
MADE = [path for path in sorted(STUBS.glob("*.json")) if not path.name.startswith("edge-")]


@pytest.fixture(scope="module")
def generated():
    fake = FakeService(strict=True)
    for path in MADE:
        fake.load_stubs(path)
    return fake


@pytest.mark.parametrize("name", sorted(operations()))
def test_the_stubs_of_this_project_answer_every_operation(generated, name):
    method = method_of(generated.client(), name)
    answer = method(**required(method))
    assert (answer is None) == (operations()[name].result is None)
    if operations()[name].result is not None and not isinstance(answer, int):
        list(answer) if hasattr(answer, "pages") else answer
