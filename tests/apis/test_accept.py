"""An answer in any media type that its document has: the default without a word, the others for `accept`."""

import pytest

from tests.apis.calling import KINDS, answered, call, text

NAME = "rail_museum"
PLAN = {"stops": ["Nürnberg"]}
ANSWERED = {
    "application/json": text(PLAN),
    "text/csv": "stop\nNürnberg\n".encode(),
    "image/png": b"\x89PNG",
    "image/jpeg": b"\xff\xd8",
}


@pytest.fixture(scope="module")
def made(make):
    return make(NAME)


def by_accept(request):
    asked = {name.lower(): value for name, value in request.headers.items()}["accept"]
    return 200, ANSWERED[asked], {"content-type": asked}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("accept", "value"), [("text/csv", "stop\nNürnberg\n"), ("image/png", b"\x89PNG"), ("image/jpeg", b"\xff\xd8")]
)
def test_what_is_asked_for_comes_as_its_type(made, accept, value, kind):
    found, [request] = answered(
        made, lambda client: client.tours.get_plan(number=7, accept=accept), by_accept, kind=kind
    )
    assert found == value
    assert {name.lower(): text for name, text in request.headers.items()}["accept"] == accept


@pytest.mark.parametrize("kind", KINDS)
def test_the_default_may_be_named(made, kind):
    for arguments in ({}, {"accept": "application/json"}):
        found, _ = answered(
            made, lambda client, given=arguments: client.tours.get_plan(number=7, **given), by_accept, kind=kind
        )
        assert found.stops == PLAN["stops"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_instead_is_refused(made, kind):
    page = (200, b"<html>", {"content-type": "text/html"})
    with pytest.raises(made.package.DecodeError, match="text/html is not image/png, which was asked for"):
        answered(made, lambda client: client.tours.get_plan(number=7, accept="image/png"), lambda _: page, kind=kind)


def test_a_media_type_that_there_is_not_is_refused_before_anything_is_sent(made):
    said = "tours.get_plan: accept is 'text/html'; it must be one of application/json, text/csv, image/png, image/jpeg"
    with pytest.raises(made.package.EncodeError, match=said):
        answered(made, lambda client: client.tours.get_plan(number=7, accept="text/html"), by_accept, kind="sync")


def test_a_raw_answer_and_one_in_parts_may_be_chosen_too(made):
    raw, _ = answered(
        made,
        lambda client: client.tours.with_raw_response.get_plan(number=7, accept="text/csv"),
        by_accept,
        kind="sync",
    )
    assert (raw.parse(), raw.headers["content-type"]) == ("stop\nNürnberg\n", "text/csv")
    assert made.module("resources.tours").ToursRaw.get_plan.__name__ == "get_plan"
    assert made.module("resources.tours").ToursStreaming.get_plan.__name__ == "get_plan"


@pytest.mark.parametrize("kind", KINDS)
def test_the_stubs_answer_what_is_asked_for(made, stubs, kind):
    server = stubs(NAME)
    csv = call(
        made, lambda client: client.tours.get_plan(number=7, accept="text/csv"), kind=kind, base_url=server.base_url
    )
    assert csv.startswith("id,name")
    assert [entry.stub for entry in server.journal] == ["tours.get_plan text/csv"]
