"""The documentation of each package says what its own dialect is, and nothing of another's."""

import html

import pytest

ANY_NULL = "A field of what is received may be `None` where its type says so, whatever the document says of it."
LEFT_OUT = "What is left out is not sent"


@pytest.fixture
def page(make):
    """Gives the text of a page of a project's documentation."""
    return lambda name, page: (make(name).project.reference / f"{page}.md").read_text(encoding="utf-8")


def test_null_is_expected_only_where_every_property_may_be_null(page):
    assert ANY_NULL in page("car_parks", "models")
    assert "Any field but <code>id</code> may be null or left out" in page("car_parks", "car_parks")
    for name, resource in (("weather_stations", "stations"), ("tides", "harbours"), ("city_library", "books")):
        assert ANY_NULL not in page(name, "models")
        assert "may be null" not in page(name, resource)


def test_null_is_offered_only_where_an_argument_may_be_it(page, make):
    assert f"{LEFT_OUT}; `None` is sent as null." in page("weather_stations", "observations")
    assert f"{LEFT_OUT}." in page("tides", "harbours")
    harbours = make("tides").module("resources.harbours").Harbours
    observations = make("weather_stations").module("resources.observations").Observations
    assert "An argument that is left out is not sent.\n" in harbours.create_alert.__doc__
    assert "left out is not sent; None is sent as null.\n" in observations.add.__doc__


def test_faults_and_ordinals_are_those_of_other_apis(page, make):
    parts = page("bike_workshop", "parts")
    assert "FaultError" not in parts + make("bike_workshop").module("resources.parts").Parts.list.__doc__
    models = page("weather_stations", "models")
    assert "| Member | On the wire |\n" in models
    observations = page("weather_stations", "observations")
    assert "rdinal" not in models + observations
    assert "Sent with values that this version may not know: <code>Sky</code>." in observations


def test_what_an_operation_needs_is_said_where_they_differ(page):
    races, moorings = [*map(html.unescape, (page("boat_club", "races"), page("boat_club", "moorings")))]
    api_key, login = "<code>api_key=</code>", "<code>username=</code> and <code>password=</code>"
    association = "<code>association=</code>"
    assert f"**Needs** {api_key} together with {login}; or {association}.\n" in races
    assert f"**Needs** {association}; or {login}; sends nothing where none is given.\n" in races
    assert f"**Needs** {api_key}.\n" in moorings
    assert "**Needs** no credentials, and sends none.\n" in page("boat_club", "tides")
    fetched = "<code>client_id=</code> and <code>client_secret=</code>"
    assert f"**Needs** <code>club=</code> or {fetched}.\n" in html.unescape(page("boat_club", "boats"))
    assert "**Needs**" not in page("tides", "harbours")


def test_pages_lead_to_no_page_that_the_project_does_not_have(page):
    for name in ("index", "harbours", "models"):
        assert "](../" not in page("tides", name)
    assert "Every method also takes `options=`, a `RequestOptions`." in page("tides", "harbours")
