"""A project is made from start to end in this process, of a small document."""

import argparse
import io
import json
import tomllib
from types import SimpleNamespace

import pytest

from sdkwright import cli, demo, site
from sdkwright.errors import GeneratorError
from sdkwright.limits import WHEEL
from sdkwright.new import making
from sdkwright.new.first_call import FirstCall
from sdkwright.new.making import Wishes, make
from sdkwright.new.skeleton import Skeleton, urls_of, wheel_limit
from sdkwright.project import Project
from sdkwright.report import Report


def answer(schema):
    return {"200": {"description": "OK", "content": {"application/json": {"schema": schema}}}}


BOAT = {"$ref": "#/components/schemas/Boat"}
DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Harbour", "version": "1", "contact": {"url": "https://harbour.example.com/help"}},
    "servers": [{"url": "https://harbour.example.com"}],
    "security": [{"key": []}, {"oauth": []}],
    "paths": {
        "/boats": {"get": {"operationId": "list_boats", "responses": answer({"type": "array", "items": BOAT})}},
        "/boats/{id}": {
            "get": {
                "operationId": "get_boat",
                "parameters": [{"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}],
                "responses": answer(BOAT),
            }
        },
    },
    "components": {
        "schemas": {"Boat": {"type": "object", "properties": {"id": {"type": "integer"}}}},
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "oauth": {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": "https://harbour.example.com/token", "scopes": {}}},
            },
        },
    },
}


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder with the document, in which the first call of each project is taken for one that works."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(demo, "run", lambda *_, **__: None)
    (tmp_path / "api.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    return tmp_path


def test_a_project_is_written_and_told(place, monkeypatch, capsys):
    tried = []

    def run(project, stubs, *, out):
        tried.append(project.quickstart.read_text(encoding="utf-8"))
        assert (stubs.is_dir(), out.getvalue()) == (True, "")
        if len(tried) == 1:
            raise GeneratorError("the plainest call is refused.")

    monkeypatch.setattr(demo, "run", run)
    arguments = ["new", "harbour", "--document", "api.json", "--skip-types", "--author", "A. Smith", "--ci", "gitlab"]
    assert cli.main([*arguments, "--licence", "Apache-2.0", "--allow-partial"]) == 0
    said = capsys.readouterr().out
    root = place / "harbour"
    # The first call that works stays in the project, and only that.
    assert ["boats.list(" in tried[0], "boats.get(" in tried[1]] == [True, True]
    assert (root / "examples" / "quickstart.py").read_text(encoding="utf-8") == tried[1]
    assert "boats.get, sync and async, against the package's own stubs" in said
    assert "boats.get(" in (root / "README.md").read_text(encoding="utf-8")
    assert {path.name for path in place.iterdir()} == {"api.json", "harbour"}
    assert (root / ".gitlab-ci.yml").is_file()
    assert not (root / ".github").exists()
    assert (root / "LICENSE").read_text(encoding="utf-8").lstrip().startswith("Apache License")
    metadata = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert metadata["project"]["dynamic"] == ["urls"]
    # By what it has at the beginning.
    assert metadata["tool"]["sdkwright"].pop("wheel-limit") in range(400_000, 800_000, 50_000)
    assert metadata["tool"]["sdkwright"] == {"urls": {"Homepage": "https://harbour.example.com/help"}}
    # What follows from the package is there, and is current.
    assert "def get(" in (root / "docs" / "pages" / "api.md").read_text(encoding="utf-8")
    assert "## NotFoundError" in (root / "docs" / "pages" / "reference" / "errors.md").read_text(encoding="utf-8")
    assert (root / "docs" / "pages" / "cookbook" / "quickstart.md").is_file()
    assert "](../reference/errors.md#" in (root / "docs" / "pages" / "resources" / "boats.md").read_text("utf-8")
    site.check(Project(root))
    settings = tomllib.loads((root / "spec" / "sdk.toml").read_text(encoding="utf-8"))
    assert settings["package"]["client"] == "Harbour"
    assert settings["normalisation"] == {"partial": True}
    assert [one["scheme"] for one in settings["security"]] == ["key", "oauth"]
    assert (root / "generated" / "harbour" / "client.py").is_file()
    decided, _, left = said.partition("\nDecided:\n")[2].partition("\nLeft to you:\n")
    assert "  package.title = Harbour: the document's title (certain)" in decided.splitlines()
    assert "  normalisation.partial = true: asked for by --allow-partial (certain)" in decided.splitlines()
    assert "list a source in spec/sources.toml" in left
    assert "\nharbour is a project. Next:\n  cd harbour && git init" in left


@pytest.fixture
def ungenerated(monkeypatch):
    """What a generation writes is of no matter: only the folder of the package is there."""
    monkeypatch.setattr(making.site, "write", lambda _project: [])
    monkeypatch.setattr(
        making.pipeline, "generate", lambda project, *_, **__: project.package.mkdir(parents=True, exist_ok=True)
    )


def made(**wishes):
    return make(Wishes(name="harbour", document="api.json", **wishes), Report(out=io.StringIO()))


@pytest.mark.usefixtures("ungenerated")
def test_what_fills_a_proposal_has_the_last_word(place):
    def fill(proposal, project, api):
        assert (project.name, [one.name for one in api.operations]) == ("harbour", ["boats.list", "boats.get"])
        proposal.decide("package", "title", "Port", "another file says so")

    wishes = Wishes(name="harbour", document="api.json", into=place / "port", author="A. Smith")
    asked = []
    found = make(wishes, Report(out=io.StringIO()), ask=asked.append, fill=fill)
    assert asked == [found.proposal]
    assert (found.folder, found.call.operation) == (place / "port", "boats.list")
    assert tomllib.loads((place / "port" / "spec" / "sdk.toml").read_text())["package"]["title"] == "Port"
    assert "Typed Python SDK for Port" in (place / "port" / "pyproject.toml").read_text()


@pytest.mark.usefixtures("ungenerated")
def test_where_no_call_works_nothing_stays(place, monkeypatch):
    def run(project, *_, **__):
        raise GeneratorError(f"refused {'list' if '.list(' in project.quickstart.read_text() else 'get'}.")

    monkeypatch.setattr(demo, "run", run)
    with pytest.raises(GeneratorError, match=r"no call of 2 works, .*; of the first one: refused list\."):
        made()
    assert [path.name for path in place.iterdir()] == ["api.json"]


@pytest.mark.usefixtures("ungenerated")
def test_a_folder_that_came_meanwhile_is_kept(place, monkeypatch):
    monkeypatch.setattr(demo, "run", lambda *_, **__: (place / "harbour").mkdir())
    with pytest.raises(GeneratorError, match="harbour is there by now; name another folder: --into"):
        made()
    assert [*(place / "harbour").iterdir()] == []
    assert {path.name for path in place.iterdir()} == {"api.json", "harbour"}


def test_a_document_of_no_operation_is_refused(place):
    (place / "api.json").write_text(json.dumps(DOCUMENT | {"paths": {"/boats": {}}}), encoding="utf-8")
    with pytest.raises(GeneratorError, match="operation"):
        made()
    assert [path.name for path in place.iterdir()] == ["api.json"]


@pytest.mark.usefixtures("ungenerated")
@pytest.mark.parametrize(("git", "holder"), [("printf 'B. Jones\\n'", "B. Jones"), ("exit 1", "The harbour maintain")])
def test_git_says_who_holds_the_rights(place, monkeypatch, git, holder):
    (place / "bin").mkdir()
    (place / "bin" / "git").write_text(f"#!/bin/sh\n{git}\n")
    (place / "bin" / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(place / "bin"))
    made(ci="")
    assert holder in (place / "harbour" / "LICENSE").read_text()
    assert not (place / "harbour" / ".gitlab-ci.yml").exists()


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        ("MIT", "Permission is hereby granted, free of charge"),
        ("BSD-3-Clause", "Redistribution and use in source and binary forms"),
        ("Apache-2.0", "Apache License"),
        ("LicenseRef-Proprietary", "All rights reserved"),
    ],
)
def test_each_licence_stands_in_the_project(licence, words):
    skeleton = Skeleton(
        name="harbour", client="Harbour", title="Harbour", licence=licence, author="A. Smith", year=2026, ci="",
        oauth=False, urls={}, variables=["HARBOUR_KEY"],
    )  # fmt: skip
    files = skeleton.files(
        FirstCall("boats.list", "\n\nwith Harbour() as client:\n    client.boats.list()\n", "Harbour")
    )
    assert words in files["LICENSE"]
    assert tomllib.loads(skeleton.settings()["pyproject.toml"])["project"]["license"] == licence
    assert not files.keys() & {".gitlab-ci.yml", ".github/workflows/ci.yml", "docs/pages/guides/lists.md"}


@pytest.mark.parametrize(("numbered", "forward"), [(True, False), (False, True), (True, True)])
def test_lists_are_explained_where_there_are_some(numbered, forward):
    skeleton = Skeleton(
        name="harbour", client="Harbour", title="Harbour", licence="MIT", author="A. Smith", year=2026, ci="",
        oauth=False, urls={}, variables=[], numbered=numbered, forward=forward,
    )  # fmt: skip
    files = skeleton.files(FirstCall("boats.list", "\n\nwith Harbour() as client:\n    client.boats.list()\n", ""))
    guide = files["docs/pages/guides/lists.md"]
    assert ("page.next_number" in guide, "pager.resume(position)" in guide) == (numbered, forward)
    assert "\n\n\n" not in guide
    nav = tomllib.loads(files["docs/zensical.toml"])["project"]["nav"]
    assert {"Lists": "guides/lists.md"} in nav[1]["Guides"]


def test_only_plain_addresses_are_shown_in_an_index():
    document = {"info": {"contact": {"url": "javascript:alert(1)"}, "termsOfService": 3}, "externalDocs": []}
    assert urls_of(document, "https://harbour.example.com/api.json") == {
        "OpenAPI document": "https://harbour.example.com/api.json"
    }
    assert urls_of({"externalDocs": {"url": "http://a.example:80/b"}}, "") == {"Documentation": "http://a.example:80/b"}


def test_a_large_wheel_may_weigh_half_as_much_again(tmp_path, monkeypatch):
    (tmp_path / "a.py").write_text("a = 1\n")
    assert wheel_limit(tmp_path) == 0
    monkeypatch.setattr("sdkwright.new.skeleton.WHEEL", 300)
    assert wheel_limit(tmp_path) == 50_000
    assert WHEEL > 300


def test_whoever_asks_is_answered_at_a_terminal(place, monkeypatch, capsys):
    def asked(wishes, _report, *, ask, fill, finish):
        assert (wishes.ci, fill, finish) == ("", None, None)
        ask(proposal := making.begin("harbour"))
        return making.Made(wishes.target, proposal, None)

    monkeypatch.setattr(making, "make", asked)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    answers, prompts = iter(["Port", "", "", "ftp://nowhere", "https://port.example.com"]), []
    monkeypatch.setattr("builtins.input", lambda prompt: prompts.append(prompt) or next(answers))
    parser = argparse.ArgumentParser()
    cli.new.add(parser.add_subparsers())
    options = parser.parse_args(["new", "harbour", "--document", "api.json", "--ask", "--ci", "none"])
    options.run(None, options)
    address = "base_url [as the document says]: "
    assert prompts == [
        "client [Harbour]: ",
        "environment [HARBOUR]: ",
        "title [as the document says]: ",
        address,
        address,
    ]
    refused, _, told = capsys.readouterr().out.partition("\nDecided:\n")
    assert refused.startswith("  ")
    assert refused.endswith(".\n")
    assert "package.client = Port: asked for (certain)" in told
    assert "package.environment = HARBOUR: the package's name in capitals (likely)" in told
    assert "package.base_url = https://port.example.com: asked for (certain)" in told
    assert "Left to you" not in told


@pytest.mark.parametrize("option", ["--repository", "--documentation"])
def test_an_address_that_is_none_is_refused(place, capsys, option):
    given = ["new", "harbour", "--document", "api.json", option, "http://harbour.example.com/a?b"]
    assert cli.main(given) == 1
    assert f"error: {option} http://harbour.example.com/a?b: no https address" in capsys.readouterr().err
    assert not (place / "harbour").exists()
