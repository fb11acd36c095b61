"""`generator name`: what it proposes, what `--accept` writes, and that a failure leaves the table as it was."""

import json
import shutil
import tomllib

import pytest

from sdkwright import cli, pipeline
from sdkwright.project import Project
from sdkwright.sources.lock import digest
from sdkwright.tree import disk
from tests.generator.checkout import ROOT, contents, python

MADE = ['[operations] "GET /api/tax/usage" = "taxes.usage"  # operationId TaxApi_Usage',
        '[enums] "TaxDetailsApiModel.Kind" = "TaxKind"  # the enum at TaxDetailsApiModel.Kind',
        '[enums] "TaxUpdateApiModel.Kind" = "TaxKind"  # the values of TaxKind',
        '[schemas] TaxUsageApiModel = "TaxUsage"  # the schema TaxUsageApiModel',
        '[properties] "日本" = "value"  # TaxUsageApiModel.日本']  # fmt: skip


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """The least of a checkout that names are taken from, which the commands take for theirs."""
    root = tmp_path / "checkout"
    shutil.copytree(ROOT / "spec", root / "spec")
    shutil.copy(ROOT / "pyproject.toml", root)
    monkeypatch.setattr(Project, "find", classmethod(lambda cls: cls(root)))
    return root


@pytest.fixture
def table(checkout):
    return checkout / "spec" / "names.toml"


@pytest.fixture
def later(checkout, tmp_path):
    """A later document that brings something of each kind which has no name."""
    document = json.loads((checkout / "spec/upstream.json").read_bytes())
    schemas, paths = document["components"]["schemas"], document["paths"]
    paths["/api/tax/usage"] = {"get": paths["/api/tax/all"]["get"] | {"operationId": "TaxApi_Usage"}}
    schemas["TaxUsageApiModel"] = {"type": "object", "properties": {"日本": {"type": "string"}}}
    for name in ("TaxDetailsApiModel", "TaxUpdateApiModel"):
        schemas[name]["properties"]["Kind"] = {"type": "string", "enum": ["Flat", "Rated"]}
    path = tmp_path / "later.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.fixture
def run(capsys):
    """Runs the command and gives its exit status, the lines that it printed, and its complaint."""

    def name(*arguments):
        status = cli.main(["name", *map(str, arguments)])
        said = capsys.readouterr()
        return status, said.out.splitlines(), said.err

    return name


def without(path, *lines):
    """Take lines out of a table; each must be there once."""
    text = path.read_text(encoding="utf-8")
    for line in lines:
        assert text.count(f"\n{line}\n") == 1
        text = text.replace(f"\n{line}\n", "\n")
    path.write_text(text, encoding="utf-8")


def test_of_the_pinned_document_everything_has_a_name(checkout, run):
    before = contents(checkout)
    assert run() == (0, ["spec/upstream.json: everything has a name."], "")
    assert run("--accept") == (0, ["spec/upstream.json: everything has a name."], "")
    assert contents(checkout) == before


def test_it_is_a_command_of_the_generator():
    ran = python("-m", "sdkwright", "name", cwd=ROOT)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "spec/upstream.json: everything has a name.\n", "")


def test_of_the_pinned_document_what_has_lost_its_name_is_proposed(run, table):
    without(table, '"GET /api/client/all" = "clients.list"', 'Tax = "TaxRecord"', '"User.Type" = "UserType"')
    assert run() == (
        0,
        [
            '[operations] "GET /api/client/all" = "clients.list"  # operationId ClientApi_All',
            '[enums] "User.Type" = "UserType"  # the enum at User.Type',
            '[schemas] Tax = "TaxRecord"  # the schema Tax',
            "3 proposals; `--accept` writes them into spec/names.toml.",
        ],
        "",
    )


def test_of_another_document_names_are_proposed_and_nothing_is_written(checkout, run, later):
    before = contents(checkout)
    status, lines, err = run("--file", later)
    assert (status, err) == (0, "")
    assert lines == [*MADE, "5 proposals; `--accept` writes them into spec/names.toml."]
    assert contents(checkout) == before


def test_accepting_writes_each_with_its_origin_and_touches_nothing_else(checkout, run, later, table):
    before, text = contents(checkout), table.read_text(encoding="utf-8")
    status, lines, err = run("--file", later, "--accept")
    assert (status, err) == (0, "")
    assert lines == [*MADE, "5 names are in spec/names.toml; look at them before you generate."]
    after = contents(checkout)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {"spec/names.toml"}
    written = table.read_text(encoding="utf-8").split("\n")
    for line in MADE:
        title, _, entry = line.partition(" ")
        place = written.index(entry)
        assert [one for one in written[:place] if one.startswith("[")][-1] == title
        del written[place]
    assert "\n".join(written) == text


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_a_second_time_nothing_is_needed_and_the_documents_can_be_mended(checkout, run, later, table):
    run("--file", later, "--accept")
    before = contents(checkout)
    assert run("--file", later, "--accept") == (0, [f"{later}: everything has a name."], "")
    assert run() == (0, ["spec/upstream.json: everything has a name."], "")
    assert contents(checkout) == before
    project = Project(checkout)
    pipeline.normalised(project)
    data = later.read_bytes()
    project.upstream.write_bytes(data)
    lock = json.loads(project.lock.read_bytes())
    project.lock.write_text(json.dumps(lock | {"sha256": digest(data), "bytes": len(data)}), encoding="utf-8")
    document = pipeline.normalised(project)[1].document
    assert document["paths"]["/api/tax/usage"]["get"]["operationId"] == "taxes.usage"
    assert document["components"]["schemas"]["TaxUsage"]["properties"]["日本"]["x-name"] == "value"


def test_what_has_moved_since_the_pinned_document_keeps_its_name(checkout, run, later, table):
    document = json.loads(later.read_bytes())
    paths, schemas = document["paths"], document["components"]["schemas"]
    paths["/api/v2/taxes"] = paths.pop("/api/tax/all")
    schemas["Fee"], schemas["Levy"] = schemas.pop("WorkTypeUpdateApiModel"), schemas.pop("TaxUpdateApiModel")
    text = json.dumps(document)
    for now, before in (("Fee", "WorkTypeUpdateApiModel"), ("Levy", "TaxUpdateApiModel")):
        text = text.replace(f"#/components/schemas/{before}", f"#/components/schemas/{now}")
    later.write_text(text, encoding="utf-8")
    _, lines, _ = run("--file", later, "--accept")
    assert '[operations] "GET /api/v2/taxes" = "taxes.list"  # GET /api/tax/all before, which is gone' in lines
    # Another operation is like it in all but its operationId.
    assert MADE[0] in lines
    assert '[schemas] Fee = "WorkTypeUpdate"  # WorkTypeUpdateApiModel before, which is gone' in lines
    # It has a field more, so nobody can tell.
    assert '[schemas] Levy = "LevyRecord"  # the schema Levy' in lines
    # Both addresses stand in the table, each for its document.
    operations = tomllib.loads(table.read_text(encoding="utf-8"))["operations"]
    assert operations["GET /api/tax/all"] == operations["GET /api/v2/taxes"] == "taxes.list"
    assert run() == (0, ["spec/upstream.json: everything has a name."], "")
    assert run("--file", later)[1] == [f"{later}: everything has a name."]


def test_two_operations_of_one_name_are_told_apart(run, table):
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace('"clients.list"', '"taxes.list"'), encoding="utf-8")
    status, lines, _ = run("--accept")
    assert status == 0
    assert lines[0] == '[operations] "GET /api/tax/all" = "taxes.list_2"  # operationId TaxApi_All'
    expected = text.replace('"clients.list"', '"taxes.list"').replace(
        '"GET /api/tax/all" = "taxes.list"', '"GET /api/tax/all" = "taxes.list_2"  # operationId TaxApi_All'
    )
    assert table.read_text(encoding="utf-8") == expected
    assert run()[1] == ["spec/upstream.json: everything has a name."]


def test_a_correction_that_finds_nothing_does_not_stand_in_the_way(run, later):
    document = json.loads(later.read_bytes())
    del document["paths"]["/api/order/details"]
    later.write_text(json.dumps(document), encoding="utf-8")
    status, lines, err = run("--file", later)
    assert (status, err) == (0, "")
    assert lines[: len(MADE)] == MADE


def test_hostile_names_and_values_become_one_entry_each_and_reach_no_other_line(run, later, table):
    document = json.loads(later.read_bytes())
    properties = document["components"]["schemas"]["TaxUsageApiModel"]["properties"]
    values = ['"\nsneaked = "in', "]\n[members]\n", "# \u2028 \x85", "\\u0041"]
    # None of these makes a member, for each has one that is the same without what is between its letters.
    values += [f"{value}!" for value in values]
    properties["Mood"] = {"type": "string", "enum": values}
    properties["] # ="] = {"type": "string"}
    later.write_text(json.dumps(document), encoding="utf-8")
    before = tomllib.loads(table.read_text(encoding="utf-8"))
    status, lines, err = run("--file", later, "--accept")
    assert (status, err) == (0, "")
    assert all(line.isprintable() for line in lines)
    after = tomllib.loads(table.read_text(encoding="utf-8"))
    new = {name: {key: after[name][key] for key in after[name].keys() - before[name].keys()} for name in after}
    assert all(after[name] | before[name] == after[name] for name in before)
    assert set(new["members"]) == {f"TaxUsageMood.{value}" for value in [values[2], *values[4:]]}
    assert new["properties"] == {"日本": "value", "] # =": "value_2"}
    assert run("--file", later)[1] == [f"{later}: everything has a name."]


def spoil(path, change):
    """Spoil a JSON document, the changed one being written as an attacker would."""
    document = json.loads(path.read_bytes())
    change(document)
    path.write_bytes(json.dumps(document).encode("ascii"))


def surrogate(document):
    document["components"]["schemas"]["TaxUsageApiModel"]["properties"]["\ud800"] = {"type": "string"}


def long_name(document):
    document["components"]["schemas"]["x" * 600] = {"type": "object", "properties": {}}


BAD = {
    "no document": lambda checkout, later: later.write_text("{<html>"),
    "no file": lambda checkout, later: later.unlink(),
    "half a character": lambda checkout, later: spoil(later, surrogate),
    "a name without end": lambda checkout, later: spoil(later, long_name),
    "no text": lambda checkout, later: (checkout / "spec/names.toml").write_bytes(b"# \xff\n"),
    "no toml": lambda checkout, later: (checkout / "spec/names.toml").write_text("[operations"),
    "a slip": lambda checkout, later: (checkout / "spec/names.toml").write_text('[schemas]\nTax = "tax"\n'),
    "no overlay": lambda checkout, later: (checkout / "spec/overlay.yaml").write_text("overlay: 2.0.0"),
    "another digest": lambda checkout, later: (checkout / "spec/upstream.json").write_text("{}"),
    "inline": lambda checkout, later: (checkout / "spec/names.toml").write_text('schemas = {Tax = "Tax"}\n'),
}
SAID = {
    "no document": "later.json: not JSON that we accept",
    "no file": "later.json: no such file",
    "half a character": "is too long or not printable; we use no such name.",
    "a name without end": "is too long or not printable; we use no such name.",
    "no text": "spec/names.toml: not UTF-8 text (byte 2); save it as UTF-8.",
    "no toml": "spec/names.toml: not TOML: ",
    "a slip": "spec/names.toml [schemas] 'Tax': 'tax' cannot be a public class; ",
    "no overlay": "spec/overlay.yaml: `overlay` is '2.0.0', and we read OpenAPI Overlays 1.0 and 1.1;",
    "another digest": "spec/upstream.json: its sha256 is ",
    "inline": "spec/names.toml: the names cannot be put in by themselves, for it is written in an unusual way;",
}


@pytest.mark.parametrize("bad", BAD)
def test_bad_input_is_one_sentence_and_leaves_everything_as_it_was(checkout, run, later, bad):
    BAD[bad](checkout, later)
    before = contents(checkout)
    status, _, err = run("--file", later, "--accept")
    assert status == 1
    assert err.startswith("error: ")
    assert SAID[bad] in err
    assert "a defect of the generator" not in err
    assert "Traceback" not in err
    assert err.count("\n") == 1
    assert err.removesuffix("\n").isprintable()
    assert contents(checkout) == before


def test_a_disk_that_is_full_leaves_the_table_as_it_was(checkout, run, later, monkeypatch):
    def full(path, data):
        path.write_bytes(data[:100])
        raise OSError(28, "No space left on device", str(path))

    before = contents(checkout)
    monkeypatch.setattr(disk, "write", full)
    status, _, err = run("--file", later, "--accept")
    assert status == 1
    assert err.startswith("error: disk full: cannot write spec/names.toml")
    assert contents(checkout) == before


def test_a_source_and_a_file_are_one_too_many(later, capsys):
    with pytest.raises(SystemExit) as caught:
        cli.main(["name", "--file", str(later), "--source", "published"])
    assert caught.value.code == 2
    assert "not allowed with argument" in capsys.readouterr().err
