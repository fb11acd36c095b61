"""An API that turns pages in every way: the lists of its package are read to their ends, on its own stubs too."""

import asyncio
import json
import subprocess
import sys

import msgspec
import pytest

from tests.apis.answers import encoded
from tests.apis.calling import KINDS, answered

NAME = "record_archive"
LISTS = {
    "records.list": lambda client: client.records.list(limit=2),
    "artists.list": lambda client: client.artists.list(),
    "shelves.list": lambda client: client.shelves.list(),
    "genres.list": lambda client: client.genres.list(),
    "records.reviews_list": lambda client: client.records.reviews_list("7", stars=5),
    "loans.list": lambda client: client.loans.list(per_page=2),
    "searches.create": lambda client: client.searches.create(text="folk"),
}
every = pytest.mark.parametrize("run", LISTS.values(), ids=LISTS)
both = pytest.mark.parametrize("kind", KINDS)


@pytest.fixture
def made(make):
    return make(NAME)


def read(made, run, answer, kind):
    """The items of all pages, and the requests."""

    async def awaited(pager):
        return [item async for item in pager]

    def items(client):
        pager = run(client)
        return [*pager] if kind == "sync" else awaited(pager)

    return answered(made, items, answer, kind=kind)


@both
@pytest.mark.parametrize("name", LISTS)
def test_the_stubs_have_two_pages_which_are_read(made, stubs, name, kind):
    server, base_url = stubs(NAME), made.module("_build").BASE_URL

    def answer(request):
        found = server.respond(
            request.method, request.url.removeprefix(base_url), request.headers.items(), request.content or b""
        )
        return int(found.status), found.body, {name.lower(): text for name, text in found.headers}

    items, requests = read(made, LISTS[name], answer, kind)
    assert len(items) == 3
    assert [entry.stub for entry in server.journal] == [name, f"{name} page-2"]
    # Each request is signed once, those whose address the service gave too.
    assert all(request.url.count("key=the-api_key") == 1 for request in requests)


@both
def test_an_address_that_quotes_the_key_is_signed_once_and_its_path_and_headers_stay(made, kind):
    def answer(request):
        if "page=2" in request.url:
            return 200, {"reviews": [{"stars": 2}]}
        there = "https://archive.example/v2/records/7/reviews?page=2&key=the-api_key"
        return 200, {"reviews": [{"stars": 1}], "@archive.nextLink": there}

    run = lambda client: client.records.reviews_list("7", x_reader="Ana")  # noqa: E731
    items, requests = read(made, run, answer, kind)
    assert [item.stars for item in items] == [1, 2]
    assert requests[1].url == "https://archive.example/v2/records/7/reviews?page=2&key=the-api_key"
    assert [request.headers["x-reader"] for request in requests] == ["Ana", "Ana"]


@both
def test_another_origin_is_never_asked(made, kind):
    def answer(request):
        return 200, [{"id": 1}], {"link": '<https://other.example/v1/loans?page=2>; rel="next"'}

    with pytest.raises(
        made.package.errors.PaginationError, match=r"the next page is said to be at https://other\.exam"
    ):
        read(made, lambda client: client.loans.list(), answer, kind)


def test_a_raw_answer_is_that_of_the_first_page_and_its_method_says_its_type(made):
    value, [request] = answered(
        made,
        lambda client: client.artists.with_raw_response.list(limit=1),
        lambda request: (200, {"data": [{"id": "a"}], "has_more": True}),
        kind="sync",
    )
    assert (value.parse().data[0].id, request.url.partition("?")[2]) == ("a", "limit=1&key=the-api_key")
    raw = made.module("resources.artists")
    for twin in (raw.ArtistsRaw, raw.AsyncArtistsRaw):
        assert "RawResponse[sdk" not in str(twin.list.signature())
        assert "Artist" in str(twin.list.signature().return_annotation)


def test_a_body_is_sent_again_with_its_cursor(made):
    sent = []

    def answer(request):
        sent.append(json.loads(request.content))
        data = {"records": [{"id": len(sent), "title": "A"}]}
        return 200, encoded({"data": data, "meta": {"next_cursor": "b" if len(sent) == 1 else None}})

    items, _ = read(made, lambda client: client.searches.create(text="folk", limit=1), answer, "sync")
    assert [item.id for item in items] == [1, 2]
    assert sent == [{"limit": 1, "text": "folk"}, {"cursor": "b", "limit": 1, "text": "folk"}]


def test_the_modules_of_lists_are_loaded_with_a_resource_that_has_some_and_addresses_when_one_is_followed(made):
    program = (
        f"import sys; sys.path.insert(0, sys.argv[1]); import {NAME}.client; a = set(sys.modules); "
        f"import {NAME}.resources.records; b = set(sys.modules); "
        f"print([any(name.startswith('{NAME}.pagination.forward') for name in seen) for seen in (a, b)], "
        f"'{NAME}.pagination._addresses' in b)"
    )
    command = [sys.executable, "-I", "-c", program, str(made.project.generated)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[False, True] False\n"


@both
def test_a_fake_gives_a_list_once_and_says_that_it_ends(made, kind):
    models = made.module("models")
    given = [models.Review(stars=5), models.Review(stars=4)]
    fake = made.module("testing").FakeService({"records.reviews_list": given})

    async def awaited():
        async with fake.async_client() as client:
            return [item async for item in client.records.reviews_list("7")]

    if kind == "async":
        assert asyncio.run(awaited()) == given
    else:
        with fake.client() as client:
            assert [*client.records.reviews_list("7")] == given
    assert [call.operation for call in fake.calls] == ["records.reviews_list"]


IN_PARTS = {
    "records.list": ("Record", lambda client, size: client.records.list(limit=size)),
    "artists.list": ("Artist", lambda client, size: client.artists.list(limit=size)),
    "shelves.list": ("Shelf", lambda client, size: client.shelves.list(limit=size)),
    "genres.list": ("Genre", lambda client, size: client.genres.list(per_page=size)),
    "loans.list": ("Loan", lambda client, size: client.loans.list(per_page=size)),
    "searches.create": ("Record", lambda client, size: client.searches.create(text="folk", limit=size)),
}


def read_from(fake, run, kind):
    async def awaited():
        async with fake.async_client() as client:
            return [item async for item in run(client)]

    if kind == "async":
        return asyncio.run(awaited())
    with fake.client() as client:
        return [*run(client)]


def several(made, model, count):
    """Items of which no two are alike, as the model has them."""
    build, kind = made.module("testing").build, getattr(made.module("models"), model)
    name, own = {"Artist": ("id", str), "Genre": ("id", str), "Review": ("stars", int), "Shelf": ("code", str)}.get(
        model, ("id", int)
    )
    return [build(kind, **{name: own(number)}) for number in range(1, count + 1)]


@both
@pytest.mark.parametrize(("size", "calls"), [(2, 3), (5, 1), (None, 1)])
@pytest.mark.parametrize("name", IN_PARTS)
def test_a_fake_gives_the_page_that_is_asked_for(made, name, kind, size, calls):
    model, run = IN_PARTS[name]
    given = several(made, model, 5)
    fake = made.module("testing").FakeService({name: given})
    assert read_from(fake, lambda client: run(client, size), kind) == given
    # Where only a total says that a full page is the last, it is not trusted.
    assert len(fake.calls) == calls + (name == "shelves.list" and size != 2)


@both
def test_a_fake_says_where_the_next_page_is_within_the_origin_that_was_asked(made, kind, monkeypatch):
    replies = made.module("testing.replies")
    pages = msgspec.structs.replace(made.module("testing._catalogue").pages_of("records.reviews_list"), default_size=2)
    monkeypatch.setattr(replies, "pages_of", lambda _: pages)
    given = several(made, "Review", 5)
    fake = made.module("testing").FakeService({"records.reviews_list": given})
    assert read_from(fake, lambda client: client.records.reviews_list("7", stars=5, x_reader="Ana"), kind) == given
    assert [(call.query, call.path) for call in fake.calls] == [
        ({"stars": "5"}, "/v1/records/7/reviews"),
        ({"stars": "5", "position": "2"}, "/v1/records/7/reviews"),
        ({"stars": "5", "position": "4"}, "/v1/records/7/reviews"),
    ]


def test_a_fake_answers_a_page_beyond_the_items_and_a_position_that_it_never_gave(made):
    given = several(made, "Shelf", 3)
    fake = made.module("testing").FakeService({"shelves.list": given, "records.list": several(made, "Record", 3)})
    with fake.client() as client:
        beyond = client.shelves.list(offset=7).page()
        assert (beyond.items, beyond.total, beyond.next_position) == ([], 3, None)
        assert client.shelves.list(offset=2, limit=1).page().items == given[2:]
        assert len(client.records.list(cursor="never given").page().items) == 3


@pytest.mark.parametrize(
    ("turned_by", "asked"),
    [("x_reader", [None, "2", "4", "5"]), ("record", ["0", "2", "4", "5"])],
    ids=["header", "path"],
)
def test_a_fake_reads_a_position_wherever_it_is_sent(made, monkeypatch, turned_by, asked):
    pages = made.module("testing._catalogue").pages_of("records.reviews_list")
    changed = {"style": "offset", "turned_by": turned_by, "place": "parameters", "default_size": 2, "next": ()}
    pages = msgspec.structs.replace(pages, **changed)
    monkeypatch.setattr(made.module("resources.records"), "_REVIEWS_LIST__PAGES", pages)
    monkeypatch.setattr(made.module("testing.replies"), "pages_of", lambda _: pages)
    given = several(made, "Review", 5)
    fake = made.module("testing").FakeService({"records.reviews_list": given})
    assert read_from(fake, lambda client: client.records.reviews_list("0"), "sync") == given
    sent = [{"record": call.path_values["record"], "x_reader": call.headers.get("x-reader")} for call in fake.calls]
    assert [values[turned_by] for values in sent] == asked


def test_a_fake_gives_the_whole_list_where_nothing_could_lead_to_its_rest(made):
    twins = several(made, "Artist", 1) * 3
    fake = made.module("testing").FakeService({"artists.list": twins})
    assert read_from(fake, lambda client: client.artists.list(limit=1), "sync") == twins
    assert len(fake.calls) == 1


@pytest.mark.parametrize("name", LISTS)
def test_a_fake_ends_a_list_that_it_made_up(made, name):
    fake = made.module("testing").FakeService()
    assert read_from(fake, LISTS[name], "sync")
