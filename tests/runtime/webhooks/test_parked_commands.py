"""The commands for parked events: listed, retried by the caller's own handler, dropped."""

import json
import sys
from types import SimpleNamespace

import pytest
from sdk._api import NAME
from sdk.errors import ConfigurationError
from sdk.webhooks import AsyncWebhookHandler
from sdk.webhooks.__main__ import DATABASE
from sdk.webhooks.retrying import retry
from sdk.webhooks.stores import AsyncSQLStore
from sqlalchemy.ext.asyncio import create_async_engine

from tests.runtime.webhooks.effects import prepared, write
from tests.runtime.webhooks.receiver import delivery, webhooks

click_testing = pytest.importorskip("click.testing")
KEY = "event:71"


@pytest.fixture
def parked(request, tmp_path, monkeypatch):
    """A database with a parked event, and its handler as a module."""
    effects = prepared("aiosqlite", request, tmp_path)
    handler, faults = effects.handler(attempts=1), [ValueError("why\x1b[31m")]

    @handler.on(name="write")
    def fails_once(event, connection):
        if faults:
            raise faults.pop()
        write(event, connection)

    handler.handle(delivery(), {}, transaction=True)
    monkeypatch.setenv(DATABASE, str(effects.engine.url))
    monkeypatch.setitem(sys.modules, "its_app", SimpleNamespace(handler=handler, engine=effects.engine, other=5))
    yield effects
    effects.engine.dispose()


def command(*arguments):
    from sdk.cli._webhooks import WEBHOOKS  # noqa: PLC0415 - only where there is click

    return click_testing.CliRunner().invoke(WEBHOOKS, arguments)


def test_they_are_listed_without_what_moves_a_terminal(parked):
    listed = command("parked")
    assert listed.output.startswith(f"{KEY} failed once, parked 20")
    assert "\x1b" not in listed.output
    (line,) = command("parked", "--jsonl").output.splitlines()
    assert json.loads(line)["key"] == KEY
    assert json.loads(command("parked", "--json").output) == [json.loads(line)]


def test_one_is_retried_by_the_callers_handler(parked):
    again = command("retry", KEY, "--handler", "its_app:handler")
    assert (again.exit_code, again.output) == (0, "handled\n")
    assert parked.count == [(71, "done")]
    assert command("parked").output == ""
    assert isinstance(command("retry", KEY, "--handler", "its_app:handler").exception, ConfigurationError)


def test_one_that_fails_again_is_told_by_the_exit_status(parked):
    handler = parked.handler(attempts=1)
    handler.on(name="write")(lambda event, connection: 1 / 0)
    sys.modules["its_app"].handler = handler
    again = command("retry", KEY, "--handler", "its_app:handler", "--transaction", "its_app:engine")
    assert (again.exit_code, again.output) == (1, "parked\n")


def test_one_is_dropped(parked):
    assert command("drop", KEY).exit_code == 0
    assert command("parked").output == ""
    assert f"No event '{KEY}' is parked" in str(command("drop", KEY).exception)
    assert parked.count == []


def test_an_asynchronous_handler_retries_too(parked):
    engine = create_async_engine(parked.url)
    handler = AsyncWebhookHandler(webhooks(), store=AsyncSQLStore(engine, attempts=1))
    handler.on(name="write")(write)
    sys.modules["its_app"].handler = handler
    assert retry(KEY, "its_app:handler", None).text == "handled"
    assert parked.count == [(71, "done")]


def test_what_is_no_handler_is_refused(parked):
    with pytest.raises(ConfigurationError, match="its_app:other is no WebhookHandler"):
        retry(KEY, "its_app:other", None)


def test_a_database_that_is_not_set_is_told(parked, monkeypatch):
    monkeypatch.delenv(DATABASE)
    assert f"Set {DATABASE} to the URL" in str(command("parked").exception)
    assert DATABASE.startswith(NAME[:3].upper())
