"""An API that turns pages in every way: the lists of its package are read to their ends, on its own stubs too."""

import asyncio
import json
import subprocess
import sys

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
