"""A stateful fake: what was created is got, listed, changed and deleted, by rules that know no resource's name."""

import re
import threading
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from sdk.errors import ConfigurationError, DecodeError, NotFoundError
from sdk.testing import FakeService, Reply, UnexpectedCallError, build

from tests.runtime.small_api import Owner, Part, Status, Thing, method_of


def create(client, resource, **given):
    return method_of(client, f"{resource}.create")(**given)


def id_of(value):
    return value if isinstance(value, int) else value.id


@pytest.fixture
def client():
    with FakeService(stateful=True, strict=True).client() as client:
        yield client


def test_resources_of_lists_that_nobody_creates_answer_as_ever(client):
    fake = FakeService(stateful=True)
    with fake.client() as other:
        assert other.rates.list()
    with pytest.raises(UnexpectedCallError):
        client.rates.list()


def test_members_are_kept_with_their_exact_values_and_others_are_none(client):
    when = datetime(2026, 1, 31, 11, 43, tzinfo=UTC)
    part = Part(description="Work", cost=Decimal("100.10"), quantity=2)
    made = create(client, "things", number="INV-1", made_on=when, status=Status.DRAFT, parts=[part])
    kept = client.things.get(made.id)
    assert made == kept
    assert (kept.number, kept.made_on, kept.status) == ("INV-1", when, Status.DRAFT)
    assert (kept.parts[0].description, kept.parts[0].cost) == ("Work", Decimal("100.10"))
    assert (kept.notes, kept.total_amount) == (None, None)


def test_a_record_shows_the_one_that_its_id_names(client):
    acme = client.owners.create(name="Acme")
    made = create(client, "things", number="INV-1", owner_id=acme)
    assert (made.owner.id, made.owner.name) == (acme, "Acme")
    client.owners.update(acme, name="Acme Ltd")
    assert client.things.get(made.id).owner.name == "Acme Ltd"
    assert create(client, "things", owner_id=9).owner == Owner(id=9)


def test_changes_keep_what_they_do_not_name_and_null_clears(client):
    made = create(client, "things", number="INV-1", notes="Thanks", status=Status.DRAFT)
    client.things.update(made.id, notes=None)
    assert (client.things.get(made.id).number, client.things.get(made.id).notes) == ("INV-1", None)
    assert client.things.change_status(made.id, status=Status.PAID) is True
    assert client.things.get(made.id).status is Status.PAID
    assert client.things.get_status(made.id) is Status.PAID


def test_what_is_done_to_a_record_that_is_not_there_is_answered_404(client):
    for call in (
        lambda: client.things.change_status(9, status=Status.PAID),
        lambda: client.things.get_status(9),
        lambda: client.things.get_link(9),
        lambda: client.owners.update(9, name="x"),
        lambda: client.things.can_delete(9),
        lambda: client.things.copy(9),
    ):
        with pytest.raises(NotFoundError, match="no record has the id 9"):
            call()


def test_other_operations_on_a_record_answer_built_models(client):
    made = create(client, "things", number="INV-1")
    assert client.things.get_link(made.id).link.endswith(".invalid/link")
    assert client.things.can_delete(made.id) is False
    assert client.things.copy(made.id) == made


def test_lists_turn_pages_and_searches_choose(client):
    for number in range(25):
        create(client, "things", number=f"INV-{number}")
        create(client, "owners", name=f"Work {number % 5}")
    page = client.things.list(page=2, page_size=10).page()
    assert ([item.id for item in page], page.total) == (list(range(11, 21)), 25)
    assert len(list(client.things.list(page_size=4))) == 25
    assert [one.id for one in client.owners.search(query="WORK 3")] == [4, 9, 14, 19, 24]
    assert [one.id for one in client.owners.search(query="work 3", page=2, pageSize=2)] == [14, 19]
    names = [one.name for one in client.owners.search(orderBy="Name", order="Desc")]
    assert names == sorted(names, reverse=True)


def test_records_are_kept_as_if_they_had_been_created(client):
    fake = FakeService(stateful=True)
    fake.keep("things", build(Thing, id=7, number="INV-7"), {"Number": "INV-1", "TotalAmount": 1.5})
    with fake.client() as other:
        assert (other.things.get(7).number, other.things.get(1).total_amount) == ("INV-7", Decimal("1.5"))
        assert create(other, "things", number="x").id == 2
        fake.keep("things", {"Id": 3})
        assert create(other, "things", number="x").id == 4
        fake.reset()
        assert list(other.things.list()) == []
        assert create(other, "things", number="x").id == 1


@pytest.mark.parametrize(
    ("settings", "resource", "record", "said"),
    [
        ({}, "things", {}, r"keep('things'): make the fake with FakeService(stateful=True)."),
        ({"stateful": True}, "rates", {}, r"keep('rates'): give one of things, owners, taxes."),
        (
            {"stateful": True},
            "things",
            build(Owner),
            r"must be of the model Thing, or an object of its names: ",
        ),
        ({"stateful": True}, "things", 5, r"its names: got 5."),
        ({"stateful": True}, "things", {"Id": "x"}, r"at Id."),
    ],
)
def test_a_record_that_cannot_be_kept_is_refused(settings, resource, record, said):
    with pytest.raises(ConfigurationError, match=re.escape(said)):
        FakeService(**settings).keep(resource, record)


def test_what_is_said_prevails_and_calls_are_noted(client):
    fake = FakeService({"things.get": Reply(body=b"<html>")}, stateful=True)
    with fake.client() as other:
        made = create(other, "things", number="INV-1")
        with pytest.raises(DecodeError):
            other.things.get(made.id)
    fake.assert_called("things.create", body={"Number": "INV-1"})
    assert repr(fake) == "<FakeService, 2 calls, stateful>"


def test_many_threads_create_at_once(client):
    made = []
    threads = [
        threading.Thread(target=lambda: made.extend(client.owners.create(name="x") for _ in range(20)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == list(range(1, 161))
    assert len(client.owners.list()) == 160
