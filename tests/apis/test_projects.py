"""What the generator makes of each project is what was accepted, to the byte, and needs no more than a document."""

import json
import shutil

import pytest

from sdkwright import documents, pipeline
from sdkwright.cli.entry import main
from sdkwright.errors import GeneratorError
from sdkwright.normalise import Names
from sdkwright.project import MARK, Project
from tests.apis import projects


@pytest.mark.parametrize("name", projects.NAMES)
def test_the_generated_modules_are_those_that_were_accepted(make, name):
    made, accepted = projects.generated(make(name).project), projects.expected(name)
    assert [*made] == [*accepted], "accept what has changed: PYTHON tests/apis/accept.py"
    for module, content in made.items():
        assert content.decode() == accepted[module].decode(), f"{module}: accept it by PYTHON tests/apis/accept.py"


@pytest.fixture
def tides(tmp_path):
    """A copy of the least project."""
    shutil.copytree(projects.FOLDER / "tides" / "spec", tmp_path / "spec")
    return Project(tmp_path)


def test_the_least_project_has_two_files():
    files = [path for path in (projects.FOLDER / "tides").rglob("*") if path.is_file()]
    made = {"expected", "generated"}
    assert {path.name for path in files if made.isdisjoint(path.parts)} == {"sdk.toml", "upstream.json"}


def test_names_by_rule_are_those_that_are_accepted_afterwards(tides):
    _, by_rule = pipeline.normalised(tides)
    assert by_rule.absent[-1] == "6 names by rule; `sdkwright name --accept` writes them into spec/names.toml"
    assert main(["--project", str(tides.root), "name", "--accept"]) == 0
    assert tides.names.read_text(encoding="utf-8").startswith("[operations]\n")
    assert "names by rule" not in str(pipeline.normalised(tides)[1].absent)
    assert pipeline.normalised(tides)[1].document == by_rule.document


def test_a_single_name_in_the_table_is_that_and_all_else_has_one_by_rule(tides):
    tides.names.write_text('[schemas]\nTide = "Water"\n', encoding="utf-8")
    _, found = pipeline.normalised(tides)
    assert {*found.document["components"]["schemas"]} == {"Alert", "Harbour", "Water"}
    assert found.absent[-1].startswith("5 names by rule; ")


def test_where_a_person_decides_all_that_has_no_name_is_told_at_once(tides):
    file = tides.root / MARK
    file.write_text(file.read_text(encoding="utf-8") + '\n[names]\nmode = "curated"\n', encoding="utf-8")
    with pytest.raises(GeneratorError) as caught:
        pipeline.normalised(Project(tides.root))
    assert str(caught.value).startswith("operations without a name and more like it: 6; ")


def test_empty_files_are_as_good_as_none(tides):
    by_rule = pipeline.normalised(tides)[1].document
    tides.names.write_text("# none yet\n", encoding="utf-8")
    tides.overlay.write_text("\n", encoding="utf-8")
    overlay, names = pipeline.read_tables(tides)
    assert (overlay.actions, names) == ((), Names())
    assert pipeline.normalised(tides)[1].document == by_rule


def test_a_first_correction_makes_the_overlay(tides, capsys):
    later = documents.load(tides.upstream.read_bytes(), name="")
    tide = later["components"]["schemas"]["Tide"]
    tide["required"].remove("high")
    del tide["properties"]["high"]
    file = tides.root / "later.json"
    file.write_text(json.dumps(later), encoding="utf-8")
    assert main(["--project", str(tides.root), "keep", "Tide.high", "--until", "1.0.0", "--file", str(file)]) == 0
    assert "Tide.high stays until 1.0.0, deprecated." in capsys.readouterr().out
    overlay, _ = pipeline.read_tables(tides)
    assert [action.remove for action in overlay.actions] == [True, False]


def test_a_document_that_is_fetched_is_pinned(tides):
    tides.sources.write_text('default = "site"\n', encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"spec/tides\.lock: missing"):
        pipeline.read_upstream(tides)


def test_the_version_and_the_description_are_those_of_pyproject(make):
    tides, library = make("tides"), make("city_library")
    assert (tides.package.__version__, library.package.__version__) == ("0.0.0", "1.0.0")
    assert tides.package.__doc__.startswith("Typed Python SDK for the Tides API.\n")
    assert library.package.__doc__.startswith("The catalogue and the loans of a city's libraries.\n")
