"""Two public configurations are read whole, and every call of their callers has a method."""

import json
import tempfile
from pathlib import Path

import pytest

from sdkwright import documents
from sdkwright.stainless import read
from tests.computed import ROOT
from tests.former.__main__ import judge

CASES = ROOT.parent / "shared" / "stainless"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="needs the two public cases in ../shared/stainless")
DOCUMENTS = {"apollo": "openapi.json", "ogx": "openapi.yml"}


def reading(case):
    folder = CASES / case
    document = documents.load((folder / DOCUMENTS[case]).read_bytes(), name=DOCUMENTS[case])
    return read((folder / "stainless.yml").read_bytes(), document, name="stainless.yml")


@pytest.mark.parametrize(("case", "count"), [("apollo", 53), ("ogx", 73)])
def test_every_method_of_a_public_case_is_read(case, count):
    found = reading(case)
    assert (len(found.methods), found.refused) == (count, [])
    calls = json.loads((CASES / case / "calls.json").read_text(encoding="utf-8"))
    called = {".".join([*call["resource"], call["method"]]) for call in calls}
    assert called <= {method.path for method in found.methods}


def test_lists_that_are_all_there_is_are_unwrapped_and_pages_are_not():
    found = {method.path: method for method in reading("ogx").methods}
    assert [path for path, one in found.items() if one.unwrapped] == [
        "responses.input_items.list",
        "alpha.inference.rerank",
    ]
    assert {found[path].scheme for path in ("files.list", "batches.list", "vector_stores.list")} == {
        "openai_cursor_page"
    }
    assert (found["models.list"].scheme, found["models.list"].unwrapped) == ("", "")
    assert found["chat.completions.create"].stream_argument == "stream"


@pytest.mark.full(reason="test_every_method_of_a_public_case_is_read and the radio station try it on small documents")
@pytest.mark.parametrize("case", DOCUMENTS)
def test_what_callers_of_the_former_sdk_write_runs(case):
    with tempfile.TemporaryDirectory() as folder:
        ran, count, wrong = judge(CASES / case, Path(folder) / "project", types=False)
    assert ran >= 0.98 * count, wrong
