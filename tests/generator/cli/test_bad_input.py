"""What a maintainer meets when something is wrong: exit status 1, one clear sentence, and nothing touched."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sdkwright import cli, pipeline
from sdkwright.project import Project
from sdkwright.sources.lock import digest
from sdkwright.tree import disk
from tests.generator.checkout import OVERRIDE, contents, python
from tests.generator.vendor_sample import proposed

ADDITION = "additions/invoices.py"


@pytest.fixture
def checkout(made, tmp_path, monkeypatch):
    """A copy of that checkout, which the commands take for theirs."""
    return taken(made, tmp_path / "checkout", monkeypatch)


@pytest.fixture
def small(small_made, tmp_path, monkeypatch):
    """A copy of the small project, which the commands take for theirs."""
    return taken(small_made, tmp_path / "small", monkeypatch)


def taken(made, root, monkeypatch):
    shutil.copytree(made, root)
    monkeypatch.setattr(Project, "find", classmethod(lambda cls: cls(root)))
    return root


@pytest.fixture
def refused(checkout, capsys):
    """Runs a command that must fail, and gives its sentence."""
    return refusing(checkout, capsys)


@pytest.fixture
def refused_small(small, capsys):
    """Runs a command of the small project that must fail, and gives its sentence."""
    return refusing(small, capsys)


def refusing(root, capsys):
    def run(*arguments):
        before = contents(root)
        status = cli.main(list(arguments) or ["generate", "--skip-types"])
        err = capsys.readouterr().err
        assert status == 1
        assert err.startswith("error: ")
        assert "Traceback" not in err
        assert len(err) < 1_000
        assert err.rstrip("\n").replace("\n  ", "").replace("\n", "").isprintable()
        assert contents(root) == before
        return err.removeprefix("error: ").rstrip("\n")

    return run


def upstream(checkout):
    return json.loads((checkout / "spec/upstream.json").read_bytes())


def pin(checkout, data):
    """Put a document in place and into the lock."""
    (checkout / "spec/upstream.json").write_bytes(data)
    lock = json.loads((checkout / "spec/envoice.lock").read_bytes())
    (checkout / "spec/envoice.lock").write_text(json.dumps(lock | {"sha256": digest(data), "bytes": len(data)}))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("spec/upstream.json", "spec/upstream.json is not there; run `nox -s fetch`."),
        ("spec/envoice.lock", "spec/envoice.lock: missing; fetch a document with `nox -s fetch`."),
    ],
)
def test_a_missing_file(checkout, refused, name, sentence):
    (checkout / name).unlink()
    assert refused() == sentence


def test_a_missing_trial_document(refused, tmp_path):
    missing = str(tmp_path / "missing.json")
    said = refused("generate", "--spec", missing, "--into", str(tmp_path / "out"))
    assert said == f"{missing} is not there; check the path."
    assert not list((tmp_path / "out").rglob("*.py"))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "spec/upstream.json: the file is empty; fetch it again"),
        (b"{nothing", "spec/upstream.json: not JSON that we accept: Expecting property name"),
        (b"a: [", "spec/upstream.json: not JSON or YAML that we accept: "),
        (b"\xff\xfe", "spec/upstream.json: not UTF-8 text (byte 0); save it as UTF-8."),
        (b"<html>", "spec/upstream.json: the top level is not an object"),
        (b'{"title": "x"}', "spec/upstream.json: not an OpenAPI document: it has no `openapi` version."),
        (
            b'{"swagger": "1.2"}',
            "spec/upstream.json: Swagger 1.2; Swagger 2.0 and OpenAPI 3.0 to 3.2 are read; convert it.",
        ),
        (
            b'{"openapi": "4.0.0"}',
            "spec/upstream.json: OpenAPI 4.0.0; Swagger 2.0 and OpenAPI 3.0 to 3.2 are read; convert it.",
        ),
        (b'{"openapi": "3.0.1"}', "spec/upstream.json: the document has no `paths`"),
        (b'{"openapi": "3.0.1", "paths": {"/a": {}}}', "overlay action 3 ($.paths[*][*].responses) matches nothing; "),
    ],
)
def test_a_document_that_is_none(checkout, refused, data, sentence):
    pin(checkout, data)
    assert refused().startswith(sentence)


def test_a_truncated_download(checkout, refused):
    data = (checkout / "spec/upstream.json").read_bytes()
    (checkout / "spec/upstream.json").write_bytes(data[:-1000])
    assert "its sha256 is" in refused()
    pin(checkout, data[:-1000])
    assert refused().startswith("spec/upstream.json: not JSON that we accept: ")


def test_another_digest(checkout, refused):
    with (checkout / "spec/upstream.json").open("ab") as file:
        file.write(b"\n")
    said = refused()
    assert said.startswith("spec/upstream.json: its sha256 is ")
    assert said.endswith("or fetch them again with `nox -s fetch -- --update`.")


TARGETS = [
    "#/components/schemas/Nowhere",
    "#/components/schemas/TaxDetailsApiModl",
    "other.json#/a",
    "file:///etc/passwd",
    "https://example.com/a.json",
]


def test_what_leads_nowhere_or_out_and_an_operation_id_twice_are_told(checkout, capsys):
    document = upstream(checkout)
    schema = document["components"]["schemas"]["ClientCreateApiModel"]
    schema["properties"] |= {f"Broken{number}": {"$ref": target} for number, target in enumerate(TARGETS)}
    document["paths"]["/api/tax/all"]["get"]["operationId"] = "ClientApi_All"
    pin(checkout, json.dumps(document).encode())
    assert cli.main(["generate", "--skip-types"]) == 0, capsys.readouterr().err
    told = (checkout / "spec/ledger.md").read_text(encoding="utf-8")
    for number, target in enumerate(TARGETS):
        said = f"refers to {target}, which is no schema of the document; any value"
        assert f"| `ClientCreateApiModel.Broken{number}` | {said}" in told
    assert "the operationId 'ClientApi_All' is that of " in told
    models = (checkout / "generated/envoice/models.py").read_text(encoding="utf-8")
    assert "broken0: Any" in models


def edited(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            '"GET /api/client/all" = "clients.list"',
            "",
            proposed(
                "operations without a name",
                "operations",
                '"GET /api/client/all" = "clients.list"  # operationId ClientApi_All',
            ),
        ),
        (
            '"GET /api/client/all" = "clients.list"',
            '"GET /api/client/all" = "taxes.list"',
            proposed(
                "operations of the same name (GET /api/client/all has taxes.list too)",
                "operations",
                '"GET /api/tax/all" = "taxes.list_2"  # operationId TaxApi_All',
            ),
        ),
        (
            '"GET /api/client/all" = "clients.list"',
            '"GET /api/client/all" = "clients.class"',
            "'class' cannot be a Python name here; name it in snake_case in spec/names.toml.",
        ),
        ("[operations]", "[operatons]", "spec/names.toml: unknown tables operatons; known are "),
        ("[operations]", "[operations", "spec/names.toml: not TOML: "),
    ],
    ids=["no name", "twice", "keyword", "unknown table", "no toml"],
)
def test_names_of_operations(checkout, refused, old, new, sentence):
    edited(checkout / "spec/names.toml", old, new)
    assert sentence in refused()


def test_a_table_of_names_that_is_no_text(checkout, refused):
    path = checkout / "spec/names.toml"
    path.write_bytes(b"# caf\xe9\n" + path.read_bytes())
    assert refused() == "spec/names.toml: not UTF-8 text (byte 5); save it as UTF-8."


def table(checkout, name):
    """The lines of a table of names.toml."""
    text = (checkout / "spec/names.toml").read_text(encoding="utf-8")
    return [line for line in text.partition(f"\n[{name}]\n")[2].partition("\n[")[0].splitlines() if " = " in line]


def test_two_schemas_that_collide(checkout, refused):
    first, second = table(checkout, "schemas")[:2]
    key, public = first.split(" = ")
    other = second.partition(" = ")[0]
    edited(checkout / "spec/names.toml", f"\n{second}\n", f"\n{other} = {public}\n")
    name = json.loads(public)
    line = f'{other} = "{name}2"  # {name} is taken'
    assert refused() == proposed(f"schemas that would be {name} like {key}", "schemas", line)


@pytest.mark.parametrize(
    "values", [["b2b", "b2_b", "1st", "3d", "Net30d"], ["A", "a", "a b", "a-b"]], ids=["digits", "alike"]
)
def test_values_of_any_kind_are_members_once_their_names_are_accepted(small, values):
    document = upstream(small)
    document["components"]["schemas"]["TicketOrder"]["properties"]["Terms"] = {"type": "string", "enum": values}
    (small / "spec/upstream.json").write_text(json.dumps(document), encoding="utf-8")
    assert cli.main(["name", "--accept"]) == 0
    assert cli.main(["generate", "--skip-types"]) == 0
    made = (small / "generated/car_parks/models.py").read_text(encoding="utf-8")
    assert [made.count(f" = {json.dumps(value)}\n") for value in values] == [1] * len(values)


def test_a_schema_without_a_name(checkout, refused):
    line = table(checkout, "schemas")[0]
    edited(checkout / "spec/names.toml", f"\n{line}\n", "\n")
    said = f"{line}  # the schema {line.partition(' = ')[0]}"
    assert refused() == proposed("schemas without a name", "schemas", said)


def test_an_inline_enum_without_a_name(checkout, refused):
    line = table(checkout, "enums")[0]
    edited(checkout / "spec/names.toml", f"\n{line}\n", "\n")
    said = f"{line}  # the values of {json.loads(line.partition(' = ')[2])}"
    assert refused() == proposed("inline enums without a name", "enums", said)


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (
            {"target": "$.paths.nowhere", "description": "x", "remove": True},
            " ($.paths.nowhere) matches nothing; correct its target, delete it, or say with `x-absent-in`",
        ),
        ({"target": "$.paths[", "description": "x", "remove": True}, "; see RFC 9535 for the syntax."),
        ({"target": "$.paths", "update": {}}, " needs a `target` (a JSONPath) and a `description` (the reason)."),
        ({"target": "$.paths", "description": "x"}, " needs either an `update` or `remove: true`."),
    ],
    ids=["matches nothing", "no JSONPath", "no reason", "no effect"],
)
def test_an_overlay_action_that_does_nothing(checkout, refused, action, sentence):
    with (checkout / "spec/overlay.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n- {json.dumps(action)}\n")
    assert sentence in refused()


def full(*_arguments, **_options):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "generated/envoice/models.py")


@pytest.mark.parametrize("write", ["write_text", "mkdir"])
def test_a_disk_that_is_full_while_writing_aside(refused_small, monkeypatch, write):
    real = getattr(Path, write)
    staged = lambda path, *rest, **options: (full if ".staging" in path.parts else real)(path, *rest, **options)  # noqa: E731
    monkeypatch.setattr(Path, write, staged)
    said = refused_small()
    assert said.startswith("disk full: cannot ")
    assert said.endswith("nothing was changed. Free some space and run the command again.")


def changed(small):
    """Change an input so that the next generation has something to put in place."""
    with (small / OVERRIDE).open("a", encoding="utf-8") as file:
        file.write("# changed\n")


@pytest.mark.parametrize("write", [1, 2])
def test_a_disk_that_is_full_while_putting_in_place(small, refused_small, monkeypatch, write):
    changed(small)
    edited(small / "spec/names.toml", "[operations]\n", "[operations]\n# METHOD path\n")
    (small / "spec/ledger.md").write_text("old", encoding="utf-8")
    real, calls = disk.write, []

    def counted(path, data):
        calls.append(path)
        if ".previous" in path.parts and sum(".previous" in call.parts for call in calls) == write:
            full()
        real(path, data)

    monkeypatch.setattr(disk, "write", counted)
    assert refused_small().startswith("disk full: cannot put the new tree in place")


@pytest.mark.parametrize("stage", ["copy_overrides", "tidy", "verifying", "write_package"])
def test_a_crash_between_the_stages_leaves_the_old_tree(small, monkeypatch, stage):
    changed(small)
    before = contents(small)

    def crash(*_arguments, **_options):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(pipeline, stage, crash)
        assert cli.main(["generate", "--skip-types"]) == 130
    assert contents(small) == before


def test_a_kill_while_putting_in_place_is_undone_by_the_next_command(small, refused_small, tmp_path):
    changed(small)
    before = contents(small)
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, pathlib, sys\n"
        "from sdkwright import cli\n"
        "rename = pathlib.Path.rename\n"
        "def killed(path, target):\n"
        "    rename(path, target)\n"
        "    os._exit(9)\n"
        "pathlib.Path.rename = killed\n"
        f"sys.exit(cli.main(['--project', {str(small)!r}, 'generate', '--skip-types']))\n",
        encoding="utf-8",
    )
    assert python(str(script)).returncode == 9
    assert not (small / "generated/car_parks").exists()
    (small / "spec/overlay.yaml").write_text("no overlay: 1", encoding="utf-8")
    assert cli.main(["generate", "--skip-types"]) == 1
    after = contents(small)
    assert {name for name in before if before[name] != after.get(name)} == {"spec/overlay.yaml"}
    assert after.keys() == before.keys()


def test_two_generations_at_once(small, refused_small):
    holder = (
        "import sys; from filelock import FileLock\n"
        "lock = FileLock(sys.argv[1]); lock.acquire(); print('held', flush=True); sys.stdin.read()"
    )
    path = str(small / "generated" / ".lock")
    with subprocess.Popen(
        [sys.executable, "-c", holder, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        assert refused_small() == "another command of the generator is writing to this checkout; wait for it to end."
        process.stdin.close()
    assert cli.main(["generate", "--skip-types"]) == 0


def test_an_override_whose_symbol_is_gone(small, refused_small):
    edited(small / "spec/names.toml", '"tickets.cancel"', '"tickets.give_back"')
    said = refused_small()
    assert said.startswith("the overrides cannot be applied:")
    assert f"{OVERRIDE}:" in said
    assert "stands on resources.tickets.Tickets.cancel, which this spec no longer gives" in said
    assert "Fix that override to stand on what the spec gives now" in said
    assert cli.main(["generate", "--skip-types", "--without", "notes.py"]) == 0
    assert not (small / "generated/car_parks/notes.py").exists()


@pytest.mark.parametrize("name", [ADDITION, "webhooks/schemes.py"])
@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"def broken(:\n", "invalid syntax: def broken(:"),
        (b"NAME = 'caf\xe9'\n", "is not UTF-8 (byte {offset}); save it as UTF-8"),
    ],
    ids=["syntax", "encoding"],
)
def test_an_override_that_is_no_python(checkout, refused, name, line, problem):
    path = checkout / "overrides/envoice" / name
    data = path.read_bytes()
    path.write_bytes(data + line)
    number, offset = data.count(b"\n") + 1, len(data) + line.find(b"\xe9")
    assert refused() == (
        "the overrides cannot be read as Python:\n"
        f"  overrides/envoice/{name}:{number}: {problem.format(offset=offset)}\n"
        "Fix that override, or generate without it: --without NAME, as in --without additions/invoices.py."
    )


def test_an_override_that_is_not_there_cannot_be_left_out(refused):
    assert refused("generate", "--without", "additions/x.py") == (
        "--without additions/x.py: there is no such override; name it as in additions/invoices.py."
    )


def test_a_generated_file_that_was_edited(small, refused_small):
    models = small / "generated/car_parks/models.py"
    made = models.read_bytes()
    models.write_bytes(made + b"# by hand\n")
    said = refused_small()
    assert "the generated tree was edited by hand" in said
    assert "generated/car_parks/models.py (changed)" in said
    assert "--force" in said
    assert cli.main(["generate", "--skip-types", "--force"]) == 0
    assert models.read_bytes() == made


def test_a_check_names_what_differs(small, refused_small):
    package = small / "generated/car_parks"
    (package / "models.py").write_bytes(b"# by hand\n")
    (package / "stray.py").write_bytes(b"# by hand\n")
    (package / "resources/tickets.py").unlink()
    assert refused_small("generate", "--check") == (
        "what is committed is not what the generator makes; run `nox -s generate`:\n"
        "  generated/car_parks/models.py (differs)\n"
        "  generated/car_parks/resources/tickets.py (missing)\n"
        "  generated/car_parks/stray.py (stray)"
    )


def test_a_trial_needs_a_place(refused, tmp_path):
    assert refused("generate", "--spec", "x.json").startswith("--spec tries another document and needs --into")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").touch()
    assert "holds other things than a generated tree" in refused("generate", "--into", str(tmp_path / "mine"))
