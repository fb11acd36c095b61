"""Commands are built from what a generator writes of them: each explains itself and shows what it would send."""

import importlib

import pytest
import sdk
from sdk._api import SECURITY

from tests.runtime.cli.commands import COMMANDS

EACH = [(resource, command) for resource, commands in COMMANDS.items() for command in commands]
IDS = [f"{resource}.{command.verb}" for resource, command in EACH]
WORDS = {"int": "7", "str": "text", "decimal": "1.50", "datetime": "2026-01-31", "json": "[]", "Status": "paid"}


def words_of(resource, command):
    """The words of a command with all its options but switches."""
    words = [resource, command.verb.replace("_", "-")]
    for argument in command.arguments:
        option = [] if argument.positional else [f"--{argument.name.replace('_', '-')}"]
        if argument.kind in WORDS and argument.name != "access_token":
            words += [*option, WORDS[argument.kind]]
    return words


@pytest.mark.parametrize(("resource", "command"), EACH, ids=IDS)
def test_each_command_explains_itself(resource, command, cli, fake):
    ran = cli(resource, command.verb.replace("_", "-"), "--help", columns=80)
    assert ran.status == 0
    assert f"client.{resource}.{command.verb} in Python" in " ".join(ran.out.split())
    assert max(map(len, ran.out.splitlines())) <= 100
    for argument in command.arguments:
        wanted = argument.name.upper() if argument.positional else f"--{argument.name.replace('_', '-')}"
        assert (wanted in ran.out) == (argument.name != "access_token")
    assert fake.calls == []


@pytest.mark.parametrize(("resource", "command"), EACH, ids=IDS)
def test_a_dry_run_shows_the_request_and_sends_nothing(resource, command, cli, fake):
    ran = cli(*words_of(resource, command), "--dry-run")
    assert (ran.status, fake.calls) == (0, [])
    method, path = command.calls.split()
    assert ran.out.startswith(f"{method} https://")
    assert path in ran.out.splitlines()[0]
    assert all(f"{name}: <hidden>\n" in ran.out for *_, name in SECURITY)


@pytest.mark.parametrize(("resource", "command"), EACH, ids=IDS)
def test_each_command_calls_its_method(resource, command, cli, fake):
    assert cli(*words_of(resource, command), "--format", "json").status == 0
    assert {call.operation for call in fake.calls} == {f"{resource}.{command.verb}"}


def test_what_the_document_says_cannot_drive_a_terminal(cli, monkeypatch):
    """Texts of the document are other people's: a help prints none of their control characters."""
    hostile = "\x1b]0;owned\x07\x9b2J\u202e[bold]\r\nUsage: evil"
    module = importlib.import_module(f"{sdk.__package_under_test__}._commands.taxes")
    changed = [
        one._replace(
            summary=hostile,
            calls=hostile,
            deprecated=hostile,
            arguments=tuple(argument._replace(text=hostile) for argument in one.arguments),
        )
        for one in module.COMMANDS
    ]
    monkeypatch.setattr(module, "COMMANDS", changed)
    for words in (["taxes", "--help"], ["taxes", "create", "--help"], ["help", "taxes", "create"]):
        ran = cli(*words)
        assert ran.status == 0
        assert "owned" in ran.out
        assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r"} & set(ran.out)
        assert "\nUsage: evil" not in ran.out
