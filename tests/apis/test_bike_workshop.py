"""An API whose pages are called otherwise, hold 25 by default and count what can be trusted."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.apis.calling import KINDS, answered, call

NAME = "bike_workshop"


@pytest.fixture
def made(make):
    return make(NAME)


def query(request):
    return {name: values[0] for name, values in parse_qs(urlsplit(request.url).query).items()}


def shelf(total, size=25):
    """Answers pages of a shelf with so many parts."""

    def answer(request):
        asked = query(request)
        number, limit = int(asked.get("p", "1")), int(asked.get("per_page", size))
        codes = range((number - 1) * limit, min(number * limit, total))
        entries = [{"code": f"P{code}"} for code in codes]
        return 200, {"entries": entries, "matches": total, "shown": len(entries)}

    return answer


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("total", "pages"), [(60, 3), (50, 2), (25, 1), (0, 1)])
def test_a_list_turns_its_pages_and_ends_at_its_total(made, kind, total, pages):
    value, sent = answered(made, lambda client: client.parts.list(), shelf(total), kind=kind)
    assert [part.code for part in value] == [f"P{code}" for code in range(total)]
    assert [query(request).get("p", "1") for request in sent] == [str(number + 1) for number in range(pages)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_size_of_the_callers_own(made, kind):
    value, sent = answered(made, lambda client: client.parts.list(page_size=40), shelf(60), kind=kind)
    assert len(value) == 60
    assert [query(request).get("per_page") for request in sent] == ["40", "40"]


def test_a_page_says_what_the_service_counts(made):
    value, sent = answered(made, lambda client: next(iter(client.parts.list(page=2).pages())), shelf(60), kind="sync")
    assert (value.number, value.total, len(value)) == (2, 60, 25)
    assert value.envelope.entries == value.items
    assert query(sent[0]) == {"p": "2"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("operation", ["repairs", "parts"])
def test_the_pages_of_the_projects_own_stubs(made, stubs, kind, operation):
    options = made.package.RequestOptions(headers={"x-stub": "pages"})
    server = stubs(NAME)
    value = call(
        made, lambda client: getattr(client, operation).list(options=options), kind=kind, base_url=server.base_url
    )
    assert len(value) == 5
    assert [dict(entry.query).get("p", "1") for entry in server.journal] == ["1", "2", "3"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"title": "Not booked", "problem": "The stand is taken."}, "The stand is taken."),
        ({"title": "Not booked", "message": "not this"}, "Not booked"),
        ({"title": "Not booked", "invalid": {"bike": ["unknown make"]}}, "Not booked; bike: unknown make"),
        ({"message": "not this"}, None),
    ],
)
def test_an_error_says_the_declared_message_and_fields(made, kind, body, said):
    with pytest.raises(made.package.UnprocessableEntityError) as caught:
        answered(
            made,
            lambda client: client.repairs.book(bike="a red one"),
            lambda _request: (422, body, {"x-request-id": "not-this", "x-workshop-trace": "w-7"}),
            kind=kind,
        )
    assert caught.value.detail == said
    assert caught.value.request_id == "w-7"
