"""The same inputs give the same bytes anywhere, and another revision of the vendor's document needs no other code."""

from pathlib import Path

import pytest

from sdkwright import cli
from sdkwright.project import Project
from tests.generator.checkout import ROOT, contents, make, python

REVISION = ROOT.parent / "shared" / "spec-revisions" / "envoice-42-paths.json"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make(tmp_path_factory.mktemp("made"))


@pytest.mark.skipif(not REVISION.exists(), reason="the vendor's other revision does not lie beside this checkout")
def test_another_revision_goes_through(made, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(Project, "find", classmethod(lambda cls: cls(made)))
    before = contents(made)
    arguments = ["generate", "--skip-types", "--into", str(tmp_path / "out"), "--spec", str(REVISION)]
    assert cli.main([*arguments, "--without", "additions/invoices.py"]) == 0, capsys.readouterr().err
    assert "42 operations in, 42 out, sync and async" in capsys.readouterr().out
    assert contents(made) == before
    assert (tmp_path / "out/generated/envoice/resources/invoices.py").exists()


def test_every_generation_gives_the_same_bytes(made, tmp_path):
    expected = {name: digest_ for name, digest_ in contents(made).items() if name.startswith("generated/envoice/")}
    for seed, folder in (("0", made), ("1", tmp_path), ("2", Path("/"))):
        into = tmp_path / f"seed-{seed}"
        done = python(
            "-c",
            "import sys; from sdkwright import cli; sys.exit(cli.main())",
            *("--project", str(made), "generate", "--skip-types", "--into", str(into)),
            env={"PYTHONHASHSEED": seed},
            cwd=folder,
        )
        assert done.returncode == 0, done.stderr
        got = contents(into)
        assert {name: value for name, value in got.items() if name.startswith("generated/envoice/")} == expected
        assert {name: value for name, value in got.items() if not name.startswith("generated/")} == {
            name: value
            for name, value in contents(made).items()
            if name in {"spec/openapi.yaml", "spec/ledger.md"}
            or name.startswith(("tests/contract/stubs/", "docs/pages/"))
        }
