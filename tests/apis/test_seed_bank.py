"""An API with every kind of schema that is no union: each is sent as JSON has it, and read as its type."""

import pickle
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest

from tests.apis.calling import KINDS, answered, plain, text
from tests.apis.calls import CALLS, KEY

NAME = "seed_bank"
ANSWER = {
    "id": 7,
    "name": "Rye",
    "date": "2026-01-31",
    "uuid": str(KEY),
    "grade": 99,
    "weight": Decimal("1.50"),
    "time": "12:30:00",
    "timedelta": "P1D",
    "bytes": "Ynl0ZXM",
    "type": "found",
    "price": "100.10",
    "matrix": [[Decimal("0.10")]],
    "notes_by_day": {"monday": [{"text": "Dry", "rain": "0.10"}]},
    "shelves": {"a": {"number": 1, "neighbour": {"number": 2}}},
    "origin": {"name": "Here", "inside": {"name": "There", "left": {"number": 3}}},
    "-1": 4,
    "additionalProperties": "a property of this name",
    "colour": {"hue": Decimal("0.30")},
}


@pytest.fixture(scope="module")
def made(make):
    return make(NAME)


def required(made):
    """What a sample must have."""
    plain = {"name": "Rye", "date": date(2026, 1, 31), "uuid": KEY, "weight": Decimal("1.50"), "pin": "1234"}
    return plain | {"grade": next(iter(made.package.Grade))}


def test_each_number_keeps_its_digits(made):
    create = CALLS[NAME]["samples.create"].run
    _, [request] = answered(made, create, lambda _request: (200, text(ANSWER)), kind="sync")
    assert b'"weight":1.50' in request.content
    assert b'"price":"100.10"' in request.content


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read_as_its_type(made, kind):
    [sample], _ = answered(
        made, lambda client: client.samples.list(), lambda _request: (200, text([ANSWER])), kind=kind
    )
    assert (sample.id, sample.date, sample.uuid, sample.pin) == (7, date(2026, 1, 31), KEY, None)
    assert (sample.grade, sample.grade.is_known) == (99, False)
    assert (sample.time, sample.timedelta, sample.bytes) == (time(12, 30), timedelta(days=1), b"bytes")
    assert str(sample.price) == "100.10"
    assert sample.matrix == [[Decimal("0.10")]]
    assert sample.notes_by_day["monday"][0].additional_properties == {"rain": Decimal("0.10")}
    assert sample.shelves["a"].neighbour.number == 2
    assert sample.origin.inside.additional_properties["left"].number == 3
    assert sample.additional_properties == {"colour": {"hue": Decimal("0.30")}}
    assert sample.additional_properties_ == "a property of this name"
    again = made.package.Sample.from_json(sample.to_json(secrets=True))
    assert again == sample
    assert plain(sample.to_json(secrets=True)) == ANSWER | {"bytes": "Ynl0ZXM="}


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_service_sets_is_no_argument_and_what_it_hides_may_be_absent(made, kind):
    given = {"samples": {"a": made.package.Note(text="Dry")}, "additional_properties": {"seal": 5}}
    value, [request] = answered(made, lambda client: client.bags.create(**given), lambda _request: (200, 3), kind=kind)
    assert value == 3
    assert plain(request.content) == {"samples": {"a": {"text": "Dry"}}, "seal": 5}
    with pytest.raises(TypeError, match="number"):
        answered(made, lambda client: client.bags.create(number=1, **given), lambda _request: (200, 3), kind=kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_map_is_answered_as_a_dict(made, kind):
    shelves, _ = answered(
        made, lambda client: client.shelves.list(), lambda _request: (200, {"a": {"number": 1}}), kind=kind
    )
    assert shelves == {"a": made.package.Shelf(number=1)}
    with pytest.raises(made.package.DecodeError) as caught:
        answered(made, lambda client: client.shelves.list(), lambda _request: (200, {"a": {"number": "x"}}), kind=kind)
    assert "Expected `int`, got `str`" in str(caught.value)


def test_an_argument_of_another_kind_is_refused_by_its_name(made):
    for given, said in (
        ({"since": datetime(2026, 1, 31, tzinfo=UTC)}, "since must be a date; got a datetime; pass its date()."),
        ({"grade": 7}, "grade is a number that is no value of Grade; pass a member, or Grade.unknown(...)"),
        ({"hash": "Ynl0ZXM="}, "hash must be a bytes; got a str; pass its bytes, not their base64."),
    ):
        with pytest.raises(made.package.EncodeError) as caught, made.client() as client:
            client.samples.list(**given)
        assert said in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_values_are_held_against_the_document_only_where_that_is_asked_for(made, kind):
    broken = {"name": "x" * 41, "tags": ["rye", "rye", "Wheat"], "purity": Decimal("0.125"), "found": "a" * 50 + "!"}
    given = required(made) | broken
    said = (
        "samples.create: name must have at most 40 characters, and has 41; purity must be a multiple of 0.01; "
        "tags must not have an item twice; tags[2] must have at most 4 characters, and has 5."
    )

    def create(options=None):
        return lambda client: client.samples.create(**given, options=options)

    _, [request] = answered(made, create(), lambda _: (200, text(ANSWER)), kind=kind)
    assert plain(request.content)["name"] == broken["name"]
    wanted = made.package.RequestOptions(validate=True)
    for arguments, options in (({}, wanted), ({"validate": True}, None)):
        with pytest.raises(made.package.EncodeError) as caught:
            answered(made, create(options), pytest.fail, kind=kind, **arguments)
        assert caught.value.message == said
    unwanted = made.package.RequestOptions(validate=False)
    assert answered(made, create(unwanted), lambda _: (200, text(ANSWER)), kind=kind, validate=True)[1]


@pytest.mark.parametrize(("limit", "said"), [(0, "limit must be at least 1"), (51, "limit must be at most 50")])
def test_values_of_a_query_are_held_against_it_too(made, limit, said):
    with pytest.raises(made.package.EncodeError, match=f"^samples.list: {said}.$"):
        answered(made, lambda client: client.samples.list(limit=limit), pytest.fail, kind="sync", validate=True)


@pytest.mark.parametrize("kind", KINDS)
def test_a_duration_of_months_is_read_and_sent_as_it_came(made, kind):
    month = made.package.CalendarDuration(months=1)
    body = text([ANSWER | {"timedelta": "-P1Y2M3DT0.5S"}, ANSWER | {"timedelta": "P2W"}])
    (first, second), [request] = answered(
        made, lambda client: client.samples.list(lasting=month), lambda _: (200, body), kind=kind
    )
    assert request.url.endswith("?lasting=P1M")
    found = first.timedelta
    assert (found.years, found.months, found.rest) == (1, 2, timedelta(days=3, milliseconds=500))
    assert (found.negative, str(found), second.timedelta) == (True, "-P1Y2M3DT0.5S", timedelta(days=14))
    sent = required(made) | {"timedelta": found}
    _, [request] = answered(
        made, lambda client: client.samples.create(**sent), lambda _: (200, text(ANSWER)), kind=kind
    )
    assert plain(request.content)["timedelta"] == "-P1Y2M3DT0.5S"
    assert made.package.Sample.from_json(first.to_json(secrets=True)) == first


@pytest.mark.parametrize("written", ["P1.5M", "PM", "P1MT", "P", "1M", "P1M2Y", "P1M ", "P99999999999M"])
def test_what_is_no_duration_is_none(made, written):
    with pytest.raises(made.package.DecodeError, match="uration"):
        answered(
            made,
            lambda client: client.samples.list(),
            lambda _: (200, text([ANSWER | {"timedelta": written}])),
            kind="sync",
        )


def test_a_calendar_duration_never_changes_and_is_one_value(made):
    kind = made.package.CalendarDuration
    assert kind(years=1) == kind.parse("P12M")
    assert hash(kind(years=1)) == hash(kind.parse("P12M"))
    assert kind(years=1) != kind(months=12, negative=True)
    assert str(kind(years=1, months=2, rest=timedelta(days=3, seconds=4, microseconds=5))) == "P1Y2M3DT4.000005S"
    assert pickle.loads(pickle.dumps(kind.parse("p1m"))).text == "p1m"
    for refused in ({}, {"years": -1, "months": 1}, {"months": 1, "rest": timedelta(-1)}):
        with pytest.raises(made.package.ModelError):
            kind(**refused)
    with pytest.raises(AttributeError):
        kind(months=1).months = 2
