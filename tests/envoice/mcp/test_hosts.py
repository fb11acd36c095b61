"""The lines of the guide for the common hosts start what the package installs, with the variables that it reads."""

import json
import re
import tomllib

import pytest

from tests.envoice.mcp.serving import ROOT
from tests.envoice.mcp.session import PAGE

READERS = {"json": json.loads, "toml": tomllib.loads}


def servers():
    """What each host starts, by what the guide calls it."""
    text = PAGE.read_text(encoding="utf-8").partition("## What an agent sees")[0]
    for said, kind, block in re.findall(r"^(\S[^\n]*:)\n\n```(json|toml)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        (table,) = READERS[kind](block).values()
        yield said, table


def test_each_host_that_is_named_has_its_line():
    named = " ".join(said for said, _ in servers())
    assert re.findall("Claude Code|Cursor|Claude Desktop|VS Code|Codex", named) == [
        "Claude Code", "Cursor", "Claude Desktop", "VS Code", "Codex"
    ]  # fmt: skip


@pytest.mark.parametrize(("said", "table"), [*servers()])
def test_a_host_starts_what_the_package_installs(said, table):
    (name,) = table
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert table[name]["command"] in scripts, said
    assert table[name]["args"] == ["mcp"]
    given = table[name].get("env") or table[name]["env_vars"]
    assert set(given) == {"ENVOICE_API_KEY", "ENVOICE_API_SECRET"}
    if isinstance(given, dict):
        # A host puts in a variable of the same name, or the value stands there.
        assert all(value == "..." or re.fullmatch(rf"\$\{{(?:env:)?{key}\}}", value) for key, value in given.items())
