"""Every public method of every resource is a command, and each does what the method does."""

import importlib
import inspect
import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from envoice import Envoice, OpenEnum, models
from envoice._commands import RESOURCES
from envoice.cli._output import json_text
from envoice.cli._rows import plain
from envoice.pagination import Pager
from envoice.testing import FakeService

COMMANDS = [
    (resource, command)
    for resource in RESOURCES
    for command in importlib.import_module(f"envoice._commands.{resource}").COMMANDS
]
IDS = [f"{resource}.{command.verb}" for resource, command in COMMANDS]


def public_methods():
    with FakeService().client() as client:
        for resource in vars(Envoice):
            owner = getattr(client, resource) if resource in RESOURCES else None
            for name, value in inspect.getmembers(type(owner)) if owner is not None else ():
                if inspect.isfunction(value) and not name.startswith("_"):
                    yield f"{resource}.{name}"


def test_each_public_method_is_a_command():
    assert sorted(IDS) == sorted(public_methods())
    assert "invoices.download_pdf" in IDS
    properties = {name for name, value in vars(Envoice).items() if hasattr(value, "func")}
    assert properties == set(RESOURCES)


def given(resource, command, argument):
    """A value for an argument, as words and as Python has it."""
    if argument.kind == "json":
        with FakeService().client() as client:
            signature = inspect.signature(getattr(getattr(client, resource), command.verb))
        value = [] if "List[" in str(signature.parameters[argument.name].annotation) else None
        return ("[]", value) if value is not None else (None, None)
    kind = getattr(models, argument.kind, None)
    if isinstance(kind, type) and issubclass(kind, OpenEnum):
        member = next(iter(kind))
        return member.name.lower().replace("_", "-"), member
    return {
        "int": ("7", 7),
        "str": ("some text", "some text"),
        "bool": ("", True),
        "datetime": ("2026-01-31", datetime(2026, 1, 31, tzinfo=UTC)),
        "decimal": ("100.10", Decimal("100.10")),
    }[argument.kind]


def is_public(argument):
    return not (argument.body and argument.name == "access_token")


def words_for(resource, command, *, everything):
    """The words of a call and the same as keywords."""
    places, options, keywords = [], [], {}
    needed = {argument.name for argument in command.arguments if argument.required}
    if command.verb in {"create", "update", "change_shipping_details"} and needed <= {"id", "order_id"}:
        # Alone they only say what is acted on.
        texts = (item for item in command.arguments if item.body and item.kind == "str" and is_public(item))
        needed.add(next(texts).name)
    for argument in command.arguments:
        if argument.kind == "file" or argument.name == "max_bytes" or not (everything or argument.name in needed):
            continue
        word, value = given(resource, command, argument)
        if word is None or not is_public(argument):
            continue
        keywords[argument.name] = value
        # `--query` is an expression for the answer, in every command.
        flag = "--field-query" if argument.name == "query" else f"--{argument.name.replace('_', '-')}"
        if argument.positional:
            places.append(word)
        elif argument.kind == "bool":
            options.append(flag)
        else:
            options += [flag, word]
    return [resource.replace("_", "-"), command.verb.replace("_", "-"), *places, *options], keywords


@pytest.mark.parametrize("everything", [False, True], ids=["required", "everything"])
@pytest.mark.parametrize(("resource", "command"), COMMANDS, ids=IDS)
def test_each_command_does_what_its_method_does(resource, command, everything, cli, fake, tmp_path):
    words, keywords = words_for(resource, command, everything=everything)
    if any(argument.kind == "file" for argument in command.arguments):
        target = tmp_path / "invoice.pdf"
        ran = cli(*words, "--out", target)
        assert (ran.status, ran.err) == (0, "")
        assert ran.out == f"{target}\n"
        assert target.read_bytes() == fake.pdf
        return
    ran = cli(*words, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    by_command = fake.calls[-1]
    with fake.client() as client:
        if command.paged and "page_size" in {one.name for one in command.arguments}:
            keywords.setdefault("page_size", 100)
        answer = getattr(getattr(client, resource), command.verb)(**keywords)
        answer = list(answer) if isinstance(answer, Pager) else answer
    by_method = fake.calls[-1]
    assert by_command.operation == by_method.operation == f"{resource}.{command.verb}"
    assert (by_command.query, by_command.body) == (by_method.query, by_method.body)
    assert json.loads(ran.out, parse_float=Decimal) == json.loads(json_text(plain(answer)), parse_float=Decimal)


@pytest.mark.parametrize(("resource", "command"), COMMANDS, ids=IDS)
def test_each_command_explains_itself(resource, command, cli, fake):
    words = [resource.replace("_", "-"), command.verb.replace("_", "-")]
    ran = cli(*words, "--help", columns=80)
    assert ran.status == 0
    assert f"client.{resource}.{command.verb} in Python" in " ".join(ran.out.split())
    assert max(map(len, ran.out.splitlines())) <= 100
    for argument in command.arguments:
        wanted = argument.name.upper() if argument.positional else f"--{argument.name.replace('_', '-')}"
        secret = argument.body and argument.name == "access_token"
        assert secret or argument.kind == "file" or wanted in ran.out
    assert fake.calls == []


@pytest.mark.parametrize(("resource", "command"), COMMANDS, ids=IDS)
def test_a_dry_run_shows_the_request_and_sends_nothing(resource, command, cli, fake, tmp_path):
    words, _ = words_for(resource, command, everything=False)
    extra = ["--out", tmp_path / "x.pdf"] if any(one.kind == "file" for one in command.arguments) else []
    ran = cli(*words, *extra, "--dry-run")
    assert ran.status == 0
    assert fake.calls == []
    assert ran.out.startswith(command.calls.split(" ")[0] or "GET")
    assert "x-auth-key: <hidden>\nx-auth-secret: <hidden>\n" in ran.out
    assert not (tmp_path / "x.pdf").exists()
