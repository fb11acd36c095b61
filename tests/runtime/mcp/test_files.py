"""Exports and files: in one folder, by names that lead nowhere else, with progress, and whole or not at all."""

import csv
import json

import click
import pytest
from sdk.mcp._files import Folder
from sdk.mcp._operations import operations
from sdk.testing import Reply

from tests.runtime.mcp.conftest import text
from tests.runtime.small_api import Owner, Thing


def export(ask, folder, operation, file):
    told = []

    async def tell(progress, total, message):
        told.append((progress, total, message))

    async def talk(client):
        return await client.call_tool("export", {"operation": operation, "file": file}, progress_callback=tell)

    return ask(talk, folder=Folder(folder)), told


def test_an_export_tells_how_far_it_is_and_writes_every_row(ask, fake, tmp_path):
    fake.answer("things.list", [Thing(id=number, notes="=1+1") for number in range(250)])
    result, told = export(ask, tmp_path, "things.list", "all.csv")
    assert result.structured_content["untrusted_data"]["rows"] == 250
    assert [progress for progress, _, _ in told][:3] == [100, 200, 250]
    assert {total for _, total, _ in told} <= {250, None}
    with (tmp_path / "all.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [str(number) for number in range(250)]
    # What a spreadsheet would run as a formula.
    assert rows[0]["notes"] == "'=1+1"
    assert [path.name for path in tmp_path.iterdir()] == ["all.csv"]


def test_a_list_without_pages_is_exported_too(ask, fake, tmp_path):
    fake.answer("owners.list", [Owner(id=1, name="Ada")])
    result, told = export(ask, tmp_path, "owners.list", "owners.jsonl")
    assert not result.is_error, text(result)
    assert told == [(1, 1, "1 rows")]
    assert json.loads((tmp_path / "owners.jsonl").read_text())["name"] == "Ada"


def test_an_export_that_fails_leaves_nothing(ask, fake, tmp_path):
    fake.answer("things.list", Reply(status=500, json={}))
    result, _ = export(ask, tmp_path, "things.list", "all.csv")
    assert result.is_error
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("operation", "file", "said"),
    [
        ("things.list", "../all.csv", "'../all.csv' is no name of a file"),
        ("things.list", "/tmp/all.csv", "'/tmp/all.csv' is no name of a file"),
        ("things.list", ".hidden.csv", "'.hidden.csv' is no name of a file"),
        ("things.list", None, "'None' is no name of a file"),
        ("things.list", "there.csv", "there.csv is there already; choose another name."),
        ("things.list", "link.csv", "link.csv is there already; choose another name."),
        ("things.list", "all.txt", "End the name of the file with .csv, .jsonl, .parquet"),
        ("things.get", "all.csv", "things.get is no list that needs no arguments"),
        ("things.create", "all.csv", "things.create is no list that needs no arguments"),
        ("things.lists", "all.csv", "There is no operation 'things.lists'; did you mean things.list?"),
    ],
)
def test_what_cannot_be_exported_is_told(ask, fake, tmp_path, operation, file, said):
    (tmp_path / "there.csv").write_text("kept")
    (tmp_path / "link.csv").symlink_to(tmp_path / "nowhere")
    result, _ = export(ask, tmp_path, operation, file)
    assert result.is_error
    assert text(result).startswith(said)
    assert (tmp_path / "there.csv").read_text() == "kept"
    fake.assert_not_called()


def test_a_file_to_send_is_one_of_the_folder_and_no_link_out_of_it(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "scan.tif").write_bytes(b"II")
    (tmp_path / "secret").write_bytes(b"no")
    (folder / "link").symlink_to(tmp_path / "secret")
    assert Folder(folder).source("scan.tif") == folder.resolve() / "scan.tif"
    for name in ("link", "nothing", "../secret", "folder"):
        with pytest.raises(click.UsageError):
            Folder(folder).source(name)


@pytest.fixture
def filed(monkeypatch):
    """Let `things.get` take files of each kind."""
    known = operations()

    def change(kind):
        command = known["things.get"].command
        more = command.arguments[0]._replace(name="file", kind=kind, required=False, positional=False)
        changed = known["things.get"]._replace(command=command._replace(arguments=(*command.arguments, more)))
        monkeypatch.setitem(known, "things.get", changed)

    return change


@pytest.mark.parametrize(
    ("kind", "given"), [("upload", "a"), ("uploads", ["a"]), ("named_uploads", {"x": "a"}), ("file", "new")]
)
def test_files_need_the_folder_and_are_found_in_it(call, filed, tmp_path, kind, given):
    filed(kind)
    arguments = {"operation": "things.get", "arguments": {"id": 7, "file": given}}
    refused = call("call_read", arguments)
    assert text(refused).endswith("whoever starts this server names a folder for that with --files FOLDER.")
    (tmp_path / "a").write_text("a")
    sent = text(call("call_read", arguments, folder=Folder(tmp_path)))
    # The method of the small API has no such argument, and was called with it.
    assert sent == "This should not happen: TypeError."


@pytest.mark.parametrize(("kind", "given"), [("uploads", "a"), ("named_uploads", ["a"]), ("upload", 7)])
def test_what_is_no_name_of_a_file_is_refused(call, filed, tmp_path, kind, given):
    filed(kind)
    arguments = {"operation": "things.get", "arguments": {"id": 7, "file": given}}
    said = text(call("call_read", arguments, folder=Folder(tmp_path)))
    assert "name" in said
    assert "file" in said
