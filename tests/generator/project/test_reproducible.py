"""The same inputs give the same bytes anywhere, and another revision of the vendor's document needs no other code."""

import shutil

import pytest

from sdkwright import cli
from sdkwright.project import Project
from tests.generator.checkout import ROOT, contents, python

REVISION = ROOT.parent / "shared" / "spec-revisions" / "envoice-42-paths.json"


@pytest.fixture
def copied(made, tmp_path):
    return shutil.copytree(made, tmp_path / "checkout")


@pytest.mark.skipif(not REVISION.exists(), reason="the vendor's other revision does not lie beside this checkout")
def test_another_revision_goes_through(copied, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(Project, "find", classmethod(lambda cls: cls(copied)))
    before = contents(copied)
    arguments = ["generate", "--skip-types", "--into", str(tmp_path / "out"), "--spec", str(REVISION)]
    assert cli.main([*arguments, "--without", "additions/invoices.py"]) == 0, capsys.readouterr().err
    assert "42 operations in, 42 out, sync and async" in capsys.readouterr().out
    assert contents(copied) == before
    assert (tmp_path / "out/generated/envoice/resources/invoices.py").exists()


FULL = pytest.mark.full(reason="the small project is made with other seeds, and this one with another, without it")


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
@pytest.mark.parametrize(
    ("which", "seed", "folder"),
    [
        ("small_made", "0", "checkout"),
        ("small_made", "1", "."),
        ("made", "2", "/"),
        pytest.param("made", "0", "checkout", marks=FULL),
        pytest.param("made", "1", ".", marks=FULL),
    ],
)
def test_every_generation_gives_the_same_bytes(request, tmp_path, which, seed, folder):
    made, into = request.getfixturevalue(which), tmp_path / "into"
    done = python(
        "-c",
        "import sys; from sdkwright import cli; sys.exit(cli.main())",
        *("--project", str(shutil.copytree(made, tmp_path / "checkout"))),
        *("generate", "--skip-types", "--into", str(into)),
        env={"PYTHONHASHSEED": seed},
        cwd=tmp_path / folder,
    )
    assert done.returncode == 0, done.stderr
    got, expected = contents(into), contents(made)
    others = ("spec/openapi.yaml", "spec/ledger.md", "tests/contract/stubs/", "docs/pages/")
    for names in ("generated/", others):
        assert {name: value for name, value in got.items() if name.startswith(names)} == {
            name: value for name, value in expected.items() if name.startswith(names)
        }
    assert {name for name in got if not name.startswith(("generated/", *others))} == set()
