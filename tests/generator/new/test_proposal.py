"""A proposal is written as the files of a project that read back to what was proposed, whatever texts are in it."""

import tomllib

import pytest
import yaml

from sdkwright import config
from sdkwright.new import Action, Proposal, Setting, Table
from sdkwright.new.writing import names_toml, overlay_yaml, sdk_toml, toml
from sdkwright.normalise import Names, Overlay

HOSTILE = 'a "quote" \\ and\nanother line\x00\x7f\u2028# [package]\U0001f600'


def proposed():
    proposal = Proposal()
    proposal.decide("package", "name", "acme", "the name that was given")
    proposal.decide("package", "client", "Acme", HOSTILE, "likely")
    proposal.tables.append(
        Table("security", {"scheme": Setting("key"), "argument": Setting("token", HOSTILE)}, repeated=True)
    )
    proposal.tables.append(Table("pagination.pages", {"style": Setting("cursor", HOSTILE)}, reason=HOSTILE, live=False))
    return proposal


def test_the_configuration_reads_what_was_proposed(tmp_path):
    (tmp_path / "sdk.toml").write_text(sdk_toml(proposed()), encoding="utf-8")
    read = config.read(tmp_path / "sdk.toml", name="sdk.toml")
    assert (read.package.name, read.package.client) == ("acme", "Acme")
    assert [(one.scheme, one.argument) for one in read.security] == [("key", "token")]
    assert not read.pagination


@pytest.mark.parametrize("value", [HOSTILE, 3, True, ["a", HOSTILE], {"a b": HOSTILE, "c": "d"}, {}])
def test_a_value_reads_back_as_it_was(value):
    line = toml(value)
    assert "\n" not in line
    assert tomllib.loads(f"key = {line}") == {"key": value}


def test_what_is_said_later_replaces_what_was_said_before():
    proposal = proposed()
    proposal.decide("package", "client", "AcmeClient", "another file says so")
    proposal.discard("pagination")
    assert proposal.value("package", "client") == "AcmeClient"
    assert [table.path for table in proposal.tables] == ["package", "security"]


def test_each_decision_is_told_with_its_reason():
    told = [*proposed().decisions()]
    assert told[0] == "package.name = acme: the name that was given (certain)"
    assert told[-1].startswith("pagination.pages: left as a comment")


def test_names_and_corrections_read_back():
    proposal = proposed()
    assert names_toml(proposal) == overlay_yaml(proposal) == ""
    proposal.name("operations", "GET /a b", "boats.list", HOSTILE)
    proposal.name("parameters", "GET /a b ?pageNumber", "page")
    proposal.overlay.append(Action("$.info", "It has no text.", {"description": HOSTILE}))
    proposal.overlay.append(Action("$.paths['/x']", "It is gone."))
    names = Names.parse(names_toml(proposal), name="names.toml")
    assert names.operations == {"GET /a b": "boats.list"}
    assert names.parameters == {"GET /a b ?pageNumber": "page"}
    overlay = yaml.safe_load(overlay_yaml(proposal))
    assert overlay["actions"][1] == {"target": "$.paths['/x']", "description": "It is gone.", "remove": True}
    Overlay.parse(overlay, name="overlay.yaml")
