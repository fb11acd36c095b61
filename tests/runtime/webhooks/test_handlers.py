"""Which handlers an event goes to, in which order, and what is refused as a handler."""

import functools
import os
import subprocess
import sys

import pytest
import sdk
from sdk.enums import OpenEnum
from sdk.errors import ConfigurationError
from sdk.webhooks.dispatch import AsyncWebhookHandler, WebhookHandler
from sdk.webhooks.stores import MemoryStore

from tests.receiving import recorder
from tests.runtime.webhooks.receiver import PAID, UNKNOWN, UNPAID, EventType, Receiver, delivery, webhooks


def test_an_event_goes_to_the_handlers_of_its_type_and_of_every_type_in_order(receiver):
    ran = []
    receiver.add(recorder(ran, "every"))
    receiver.add(recorder(ran, "paid"), EventType.PAID)
    receiver.add(recorder(ran, "both"), EventType.UNPAID, EventType.PAID)
    receiver.add(recorder(ran, "unpaid"), EventType.UNPAID)
    assert receiver.post(delivery(1, PAID)) == (200, "handled")
    assert receiver.post(delivery(2, UNPAID)) == (200, "handled")
    assert ran == [("every", 1), ("paid", 1), ("both", 1), ("every", 2), ("both", 2), ("unpaid", 2)]


@pytest.mark.parametrize("type", [UNKNOWN, None])
def test_an_unknown_type_and_none_go_to_the_handlers_of_every_event(receiver, type):
    ran = []
    receiver.add(recorder(ran, "paid"), EventType.PAID)
    receiver.add(recorder(ran, "every"))
    assert receiver.post(delivery(5, type)) == (200, "handled")
    assert ran == [("every", 5)]


def test_a_type_that_this_version_does_not_know_can_be_asked_for(receiver):
    ran = []
    receiver.add(recorder(ran, "unknown"), EventType(webhooks().unwrap(delivery(5, UNKNOWN)).type))
    assert receiver.post(delivery(5, UNKNOWN)) == (200, "handled")
    assert ran == [("unknown", 5)]


def test_an_event_that_nobody_is_for_is_answered_and_not_remembered(receiver):
    ran = []
    receiver.add(recorder(ran, "paid"), EventType.PAID)
    assert receiver.post(delivery(6, UNPAID)) == (200, "nothing to do")
    receiver.add(recorder(ran, "unpaid"), EventType.UNPAID)
    assert receiver.post(delivery(6, UNPAID)) == (200, "handled")
    assert ran == [("unpaid", 6)]


def test_what_no_handler_is_for_can_be_seen_to(receiver):
    ran = []
    receiver.add(recorder(ran, "paid"), EventType.PAID)
    receiver.handler.unmatched(receiver.fitting(recorder(ran, "unmatched")))
    for id, type in ((1, PAID), (2, UNPAID), (3, None), (3, None)):
        receiver.post(delivery(id, type))
    assert ran == [("paid", 1), ("unmatched", 2), ("unmatched", 3)]


def test_a_function_registered_twice_runs_once(receiver):
    ran = []
    function = receiver.add(recorder(ran, "twice"), EventType.PAID)
    receiver.handler.on()(function)
    receiver.post(delivery())
    assert ran == [("twice", 71)]


def test_a_method_registered_twice_runs_once(receiver):
    ran = []

    class Books:
        def enter(self, event):
            ran.append(event.id)

        async def enter_async(self, event):
            ran.append(event.id)

    books = Books()
    for types in ((), (EventType.PAID,)):
        receiver.handler.on(*types)(books.enter_async if receiver.kind == "async" else books.enter)
    assert receiver.post(delivery()) == (200, "handled")
    assert ran == [71]


def test_a_function_runs_where_it_was_registered_first(receiver):
    ran = []
    first = receiver.add(recorder(ran, "first"))
    receiver.add(recorder(ran, "second"))
    receiver.handler.on(EventType.PAID)(first)
    receiver.post(delivery())
    assert ran == [("first", 71), ("second", 71)]


@pytest.mark.parametrize("made", [WebhookHandler, AsyncWebhookHandler])
def test_two_functions_of_one_name_are_refused_with_the_way_out(made):
    def closure(number):
        return lambda event: number

    handler = made(webhooks(), store=MemoryStore())
    handler.on()(closure(1))
    told = r"Two webhook handlers are called '.*closure.*<lambda>', .* as in @handler\.on\(.*, name='book'\)\.$"
    for register in (handler.on(), handler.on(EventType.PAID), handler.unmatched):
        with pytest.raises(ConfigurationError, match=told):
            register(closure(2))
    handler.on(name="two")(closure(2))
    handler.unmatched(closure(3), name="three")
    with pytest.raises(ConfigurationError, match="Two webhook handlers are called 'two'"):
        handler.on(name="two")(closure(4))


def test_partial_functions_go_by_what_they_call_and_need_names_too():
    def pay(account, event): ...

    handler = WebhookHandler(webhooks(), store=MemoryStore())
    handler.on()(functools.partial(functools.partial(pay), 1))
    with pytest.raises(ConfigurationError, match=rf"called '{__name__}.*pay'"):
        handler.on()(functools.partial(pay, 2))


def test_one_function_keeps_one_name():
    def paid(event): ...

    handler = WebhookHandler(webhooks(), store=MemoryStore())
    handler.on(EventType.PAID, name="book")(paid)
    handler.on(EventType.UNPAID, name="book")(paid)
    with pytest.raises(ConfigurationError, match=r"registered as 'book' and as '.*paid': give it the same name= both"):
        handler.on()(paid)


@pytest.mark.parametrize("name", ["", " ", 5])
def test_what_is_no_name_is_refused(name):
    handler = WebhookHandler(webhooks(), store=MemoryStore())
    with pytest.raises(ConfigurationError, match="name= of a webhook handler must be a text that stays the same"):
        handler.on(name=name)(lambda event: None)


PACKAGE = sdk.__package_under_test__
APP = f"""
import sys
from {PACKAGE}.webhooks.handlers import Handlers

def paid(event): ...

handlers = Handlers()
handlers.add(paid, (), None)
print(handlers._registered[0].name)
"""


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (["app.py"], "app.paid"),
        (["-m", "app"], "app.paid"),
        (["-c", "import app"], "app.paid"),
        (["-m", "package.app"], "package.app.paid"),
        (["-c", "import package.app"], "package.app.paid"),
        (["-c", APP], "__main__.paid"),
    ],
)
def test_a_handler_is_called_the_same_however_the_program_is_started(command, name, tmp_path):
    (tmp_path / "package").mkdir()
    for file in ("app.py", "package/app.py"):
        (tmp_path / file).write_text(APP)
    places = list(sys.modules[PACKAGE].__path__)
    (tmp_path / "sitecustomize.py").write_text(f"import {PACKAGE} as package\npackage.__path__[:] = {places!r}\n")
    environ = {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}
    ran = subprocess.run(
        [sys.executable, *command], cwd=tmp_path, env=environ, capture_output=True, text=True, check=True
    )
    assert ran.stdout == f"{name}\n"


@pytest.mark.parametrize("made", [WebhookHandler, AsyncWebhookHandler])
def test_a_decorator_without_parentheses_is_refused(made):
    with pytest.raises(ConfigurationError, match=r"as in @handler\.on\(EventType\.CREATED\)"):
        made(webhooks(), store=MemoryStore()).on(lambda event: None)


class Other(OpenEnum):
    PAID = "Paid"


@pytest.mark.parametrize("made", [WebhookHandler, AsyncWebhookHandler])
@pytest.mark.parametrize("types", [("Paid",), (PAID,), (EventType.PAID, "Paid"), (None,), (Other.PAID,), (EventType,)])
def test_what_is_no_type_is_refused(made, types):
    with pytest.raises(ConfigurationError, match="takes members of EventType"):
        made(webhooks(), store=MemoryStore()).on(*types)


@pytest.mark.parametrize("made", [WebhookHandler, AsyncWebhookHandler])
def test_what_is_no_function_is_refused(made):
    with pytest.raises(ConfigurationError, match="must be a function that takes an event; got 'paid'"):
        made(webhooks(), store=MemoryStore()).on()("paid")


def test_coroutines_where_nothing_awaits_them_are_refused():
    async def paid(event): ...

    handler = WebhookHandler(webhooks(), store=MemoryStore())
    for register in (handler.on(), handler.unmatched):
        with pytest.raises(ConfigurationError, match=r"paid is asynchronous: register it with AsyncWebhookHandler"):
            register(paid)
    for name in ("enqueue", "on_error"):
        with pytest.raises(ConfigurationError, match="paid is asynchronous"):
            WebhookHandler(webhooks(), store=MemoryStore(), **{name: paid})


def test_an_asynchronous_store_where_nothing_awaits_it_is_refused():
    class Store:
        async def claim(self, key): ...

    with pytest.raises(ConfigurationError, match="Store is asynchronous: use it with AsyncWebhookHandler"):
        WebhookHandler(webhooks(), store=Store())


def test_a_function_that_gives_a_coroutine_fails_instead_of_doing_nothing(caplog):
    async def paid(event):
        pytest.fail("it was not to run")

    receiver = Receiver("sync")
    receiver.add(lambda event: paid(event))  # noqa: PLW0108 - what hides that it is asynchronous
    assert receiver.post(delivery())[0] == 500
    assert "ConfigurationError" in caplog.text
