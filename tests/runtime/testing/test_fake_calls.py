"""The fake service: what it notes and asserts, when it refuses, and whom it serves."""

import asyncio
import threading
from datetime import UTC, datetime
from decimal import Decimal
from unittest.mock import ANY

import pytest
from msgspec import UNSET
from sdk._api import SECURITY
from sdk._names.clients import AsyncSDKClient, SDKClient
from sdk._names.errors import SDKError
from sdk.errors import ConfigurationError
from sdk.testing import (
    AsyncFakeTransport,
    FakeClock,
    FakeService,
    FakeTransport,
    UnexpectedCallError,
    build,
    build_many,
)

from tests.runtime.small_api import Part, Status, Thing, ThingCreate


def get(kind, fake, **settings):
    return kind.run(kind.client(fake, **settings).things.get(3971))


def test_calls_are_noted_without_the_credentials(kind):
    fake = FakeService()
    values = {argument: f"the-{argument}" for _, argument, *_ in SECURITY}
    client = kind.client(fake, **values)
    items = [Part(cost=Decimal("100.10"), quantity=2)]
    kind.run(client.things.create(number="INV-1", owner_id=2185, notes=None, parts=items))
    (call,) = fake.calls_to("things.create")
    assert (call.method, call.path, call.query) == ("POST", "/things/new", {})
    assert call.body["Parts"][0]["Cost"] == Decimal("100.10")
    body = call.body_as(ThingCreate)
    assert (body.owner_id, body.notes, body.status) == (2185, None, UNSET)
    assert not any(value in repr(call) + str(call.headers) for value in values.values())
    assert {name for *_, name in SECURITY}.isdisjoint(call.headers)
    assert call.headers["accept"] == "application/json"


def test_assertions_on_calls(kind):
    fake = FakeService()
    client = kind.client(fake)
    fake.assert_not_called()
    kind.run(client.things.get(3971))
    kind.run(client.things.get(3972))
    kind.run(client.things.change_status(3971, status=Status.PAID))
    assert fake.assert_called("things.get", times=1, query={"id": 3972}).query == {"id": "3972"}
    fake.assert_called("things.get", times=2)
    fake.assert_called("things.change_status", body={"Status": "Paid"})
    fake.assert_not_called("things.delete")
    for wrong in (
        lambda: fake.assert_called("things.get", times=1),
        lambda: fake.assert_called("things.get", query={"id": 1}),
        lambda: fake.assert_called("things.change_status", body={"Status": "Draft"}),
        lambda: fake.assert_called("things.delete"),
        lambda: fake.assert_not_called("things.get"),
        fake.assert_not_called,
    ):
        with pytest.raises(AssertionError, match=r"the calls were:\n  1\. Call\(operation='things\.get'"):
            wrong()
    with pytest.raises(ConfigurationError, match="times must be an integer from 1"):
        fake.assert_called("things.get", times=0)
    fake.reset()
    fake.assert_not_called()


def test_a_body_is_compared_with_what_people_write():
    fake = FakeService()
    item = Part(description="Work", cost=Decimal("100.10"), quantity=2)
    when = datetime(2026, 1, 31, tzinfo=UTC)
    fake.client().things.create(number="INV-1", made_on=when, status=Status.DRAFT, parts=[item])
    for body in (
        {"MadeOn": when, "Status": Status.DRAFT, "Number": ANY},
        {"Parts": [{"Description": "Work", "Cost": 100.1, "Quantity": 2}]},
        {"Parts": [item]},
        ThingCreate(number="INV-1", parts=[item]),
    ):
        fake.assert_called("things.create", times=1, body=body)
    shown = r'1\. Call\(.*\) with \{.*"Number":"INV-1",.*"MadeOn":"2026-01-31T00:00:00Z"'
    with pytest.raises(AssertionError, match=shown):
        fake.assert_called("things.create", body={"Number": "INV-2"})


def test_names_as_python_has_them_are_answered_with_those_of_the_wire():
    fake = FakeService()
    client = fake.client()
    item = Part(description="Work", cost=Decimal("100.10"), quantity=2)
    when = datetime(2026, 1, 31, tzinfo=UTC)
    client.things.create(number="INV-1", made_on=when, parts=[item])
    client.things.list(page_size=5).page()
    for body, hint in (
        ({"made_on": when}, r"'MadeOn' for 'made_on'; the calls were"),
        ({"number": "INV-1", "Parts": [{"quantity": 1}]}, "'Number' for 'number', 'Quantity"),
        ({"number": "INV-1", "Notes": None}, r"'Number' for 'number'; the"),
    ):
        with pytest.raises(AssertionError, match=rf"query= and body= take the wire's names: {hint}"):
            fake.assert_called("things.create", body=body)
    with pytest.raises(AssertionError, match=r"names: 'queryOptions\.pageSize' for 'page_size'; the calls"):
        fake.assert_called("things.list", query={"page_size": 5})
    for right in ({"Number": "INV-2"}, {"Unheard": 1}):
        with pytest.raises(AssertionError) as failed:
            fake.assert_called("things.create", body=right)
        assert "wire's names" not in str(failed.value)
    fake.assert_called("things.create", body={"MadeOn": when})


def test_calls_with_a_body_that_is_no_object_and_a_query_of_more_than_text(kind):
    fake = FakeService()
    client = kind.client(fake).with_options(query={"all": True, "tag": ["a", "b"]})
    kind.run(client.things.copy(7))
    assert fake.assert_called("things.copy", body=7).body == 7
    fake.assert_called("things.copy", query={"all": True, "tag": ("a", "b")})
    with pytest.raises(AssertionError, match="with body=8 was to be called at least once"):
        fake.assert_called("things.copy", body=8)
    assert repr(fake) == "<FakeService, 1 calls>"


def test_a_strict_fake_refuses_what_nothing_was_said_of(kind):
    fake = FakeService({"things.get": build(Thing)}, strict=True)
    get(kind, fake)
    with pytest.raises(
        UnexpectedCallError, match=r"rates\.list was called.*add answer\('rates\.list', \.\.\.\)"
    ) as refused:
        kind.run(kind.client(fake).rates.list())
    assert not isinstance(refused.value, SDKError)


def test_transports_for_clients_made_elsewhere():
    keys = {argument: "k" for _, argument, *_ in SECURITY}
    transport = FakeTransport({"things.get": build(Thing, number="A")})
    with SDKClient(**keys, transport=transport) as client:
        assert client.things.get(1).number == "A"
    transport.service.assert_called("things.get")

    async def read():
        shared = AsyncFakeTransport(transport.service)
        async with AsyncSDKClient(**keys, transport=shared) as client:
            return await client.things.get(1)

    assert asyncio.run(read()).number == "A"
    assert len(transport.service.calls) == 2


def test_one_fake_serves_many_threads():
    fake = FakeService({"things.list": build_many(Thing, 60)})
    client = fake.client()
    found = []
    threads = [
        threading.Thread(target=lambda: found.append([i.id for i in client.things.list().prefetch(3)]))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [list(range(1, 61))] * 8


def test_a_clock_that_never_waits():
    clock = FakeClock(time=1000.0)
    clock.sleep(2.5)
    asyncio.run(clock.asleep(1))
    clock.advance(0.5)
    assert (clock.monotonic(), clock.time(), clock.sleeps) == (4.0, 1004.0, [2.5, 1])
    for wrong in (-1, float("nan")):
        with pytest.raises(ValueError, match="zero seconds or more"):
            clock.advance(wrong)
