"""What a service sends by itself is read as the models of its document: by a webhook's name, or by what it says."""

import typing

import pytest

NAME = "rail_museum"
ARRIVED = b'{"event":"engine.arrived","engine":{"kind":"steam","museum":"rail","name":"Bavaria","weight":7.50}}'
BOOKED = b'{"event":"tour.booked","places":3,"at":"2026-01-31T09:00:00Z"}'


@pytest.fixture(scope="module")
def made(make):
    return make(NAME)


@pytest.fixture(scope="module")
def events(made):
    return made.module("webhook_events")


def test_an_event_is_told_by_what_it_says(made, events):
    assert events.EVENT_NAMES == ("engineArrived", "tourBooked")
    arrived, booked = events.parse_event(ARRIVED), events.parse_event(BOOKED)
    assert (type(arrived), type(booked)) == (made.package.EngineArrivedEvent, made.package.Booking)
    assert isinstance(arrived.engine, made.package.Engine)
    assert (booked.places, booked.at.year) == (3, 2026)


def test_an_event_is_read_by_the_name_of_its_webhook(made, events):
    booked = events.parse_event(b'{"event":"tour.booked.again","places":1}', "tourBooked")
    assert (type(booked), booked.event.is_known) == (made.package.Booking, False)
    assert typing.get_overloads(events.parse_event)[1].__annotations__ == {
        "body": bytes,
        "name": typing.Literal["tourBooked"],
        "return": made.package.Booking,
    }


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "cannot be read as the event: the body is empty"),
        (b"<x/>", "is HTML or XML"),
        (b"[1]", "'event' is missing"),
        (b'{"event":["tour.booked"]}', "'event' is missing"),
        (b'{"event":"tour.cancelled"}', "none of those in the document"),
        (b'{"event":"tour.booked","places":"three"}', "Expected `int`, got `str` at places"),
        ("{}", "must be the bytes received, not str"),
    ],
)
def test_what_is_no_event_is_refused_without_its_values(made, events, body, said):
    with pytest.raises(made.package.WebhookPayloadError, match=said) as caught:
        events.parse_event(body)
    assert not {"tour.cancelled", "three"} & {*str(caught.value).split()}
    assert caught.value.__cause__ is caught.value.__context__ is None


def test_a_webhook_that_there_is_not_is_refused(made, events):
    with pytest.raises(
        made.package.errors.ConfigurationError, match="no webhook 'tourbooked'; there are 'engineArrived', 'tourB"
    ):
        events.parse_event(BOOKED, "tourbooked")


def test_the_pages_name_the_events(made):
    page = (made.project.reference / "webhook-events.md").read_text(encoding="utf-8")
    kind = "[<code>EngineArrivedEvent</code>](models.md#EngineArrivedEvent)"
    assert f"| <code>engineArrived</code> | {kind} | An engine came back |" in page
    assert "(webhook-events.md)" in (made.project.reference / "index.md").read_text(encoding="utf-8")
