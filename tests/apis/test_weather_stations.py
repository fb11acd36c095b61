"""An API that declares what may be null, writes dates as RFC 3339 and may add values to its enums."""

import datetime as dt
import json
from decimal import Decimal

import pytest

from tests.apis.answers import NOON, encoded
from tests.apis.calling import KINDS, answered

NAME = "weather_stations"
STATION = {
    "code": "KEW",
    "opened": "1981-01-01T00:00:00+01:00",
    "closed": None,
    "place": {"latitude": 51.48, "longitude": -0.29, "altitude": None},
}
OBSERVATION = {"station": "KEW", "at": "2026-03-20T12:00:00Z"}


@pytest.fixture
def made(make):
    return make(NAME)


def latest(made, kind, **body):
    value, _ = answered(
        made,
        lambda client: client.observations.latest(code="KEW"),
        lambda _request: (200, OBSERVATION | body),
        kind=kind,
    )
    return value


@pytest.mark.parametrize("kind", KINDS)
def test_dates_keep_their_offset_and_null_is_none_where_it_is_declared(made, kind):
    value, _ = answered(
        made, lambda client: client.stations.get(code="KEW"), lambda _request: (200, STATION), kind=kind
    )
    assert value.opened == dt.datetime(1981, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert value.opened.utcoffset() == dt.timedelta(hours=1)
    assert value.closed is None
    assert value.place.altitude is None
    assert value.place.latitude == Decimal("51.48")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("station", "path"),
    [
        (STATION | {"code": None}, "code"),
        (STATION | {"opened": None}, "opened"),
        (STATION | {"place": None}, "place"),
        (STATION | {"opened": "1981-01-01T00:00:00"}, "opened"),
        (STATION | {"opened": "1981-01-01"}, "opened"),
        (STATION | {"closed": ""}, "closed"),
        ({name: value for name, value in STATION.items() if name != "opened"}, ""),
    ],
)
def test_what_is_not_declared_is_refused_with_its_place(made, kind, station, path):
    with pytest.raises(made.package.DecodeError) as caught:
        answered(made, lambda client: client.stations.get(code="KEW"), lambda _request: (200, station), kind=kind)
    assert caught.value.path == path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("station", [STATION, STATION | {"note": None}])
def test_what_may_be_absent_is_none_when_it_is_and_when_it_is_null(made, kind, station):
    value, _ = answered(
        made, lambda client: client.stations.get(code="KEW"), lambda _request: (200, station), kind=kind
    )
    assert value.note is None
    assert "note" not in value.to_dict()


@pytest.mark.parametrize("kind", KINDS)
def test_nulls_inside_a_list_stay_where_they_are(made, kind):
    gusts = latest(made, kind, gusts=[3.5, None, 4]).gusts
    assert gusts == [Decimal("3.5"), None, Decimal(4)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_enum_may_grow_but_has_no_ordinals(made, kind):
    sky = made.package.Sky
    assert latest(made, kind, sky="rain").sky is sky.RAIN
    assert latest(made, kind, sky="hail").sky == "hail"
    assert isinstance(latest(made, kind, sky="hail").sky, sky)
    with pytest.raises(made.package.DecodeError):
        latest(made, kind, sky=2)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", [encoded("snow"), b"snow"])
def test_an_enum_alone_is_json(made, kind, body):
    def call():
        return answered(
            made, lambda client: client.observations.sky(code="KEW"), lambda _request: (200, body), kind=kind
        )[0]

    if body == b"snow":
        with pytest.raises(made.package.DecodeError):
            call()
    else:
        assert call() is made.package.Sky.SNOW


@pytest.mark.parametrize("kind", KINDS)
def test_null_and_absence_are_told_apart_in_what_is_sent(made, kind):
    def add(client, **values):
        return client.observations.add(station="KEW", at=NOON, **values)

    for values, sent in (
        ({}, {}),
        ({"celsius": None}, {"celsius": None}),
        ({"celsius": Decimal("7.10")}, {"celsius": 7.1}),
    ):
        _, [request] = answered(
            made, lambda client, values=values: add(client, **values), lambda _request: (201, OBSERVATION), kind=kind
        )
        assert json.loads(request.content) == OBSERVATION | sent


def test_a_date_without_an_offset_is_not_sent(made):
    with pytest.raises(made.package.EncodeError, match="without an offset"):
        answered(
            made,
            lambda client: client.observations.add(station="KEW", at=dt.datetime(2026, 3, 20)),  # noqa: DTZ001
            lambda _request: (201, OBSERVATION),
            kind="sync",
        )
