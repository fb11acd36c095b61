"""What callers of a former SDK rely on, on a package that keeps its surface: calls, answers, pages, streams, errors."""

import asyncio
import datetime as dt
import importlib
import inspect
import io
import json
import pickle
from email.message import EmailMessage
from email.parser import BytesParser

import httpx
import msgspec
import pytest

from sdkwright.stainless.resources import INSIDE

KINDS = ("sync", "async")


@pytest.fixture(scope="module")
def radio(make):
    return make("radio_station").package


class Service:
    """Answers what a test says, and remembers what was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.sent = []
        self.keys = []

    def __call__(self, request):
        request.read()
        self.sent.append(request)
        # A request forgets what signed it once it was answered.
        self.keys.append(request.headers["x-radio-key"])
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        return answer if isinstance(answer, httpx.Response) else httpx.Response(200, json=answer)

    @property
    def queries(self):
        return [str(request.url.query, "ascii") for request in self.sent]

    @property
    def body(self):
        return json.loads(self.sent[-1].content)


@pytest.fixture
def client(radio):
    """Makes a client that asks a service in the process."""

    def made(service, **arguments):
        http_client = httpx.Client(transport=httpx.MockTransport(service))
        return radio.Radio(**{"api_key": "the-key", "max_retries": 0, "http_client": http_client} | arguments)

    return made


@pytest.fixture
def run(radio, client):
    """Calls with a client of either kind; pages and streams are read to their end."""

    async def awaited(service, use, arguments):
        async def answer(request):
            await request.aread()
            return service(request)

        http_client = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        given = {"api_key": "the-key", "max_retries": 0, "http_client": http_client} | arguments
        async with radio.AsyncRadio(**given) as made:
            found = use(made)
            found = await found if inspect.isawaitable(found) and not hasattr(found, "__aiter__") else found
            return [item async for item in found] if hasattr(found, "__aiter__") else found

    def call(kind, service, use, **arguments):
        if kind == "async":
            return asyncio.run(awaited(service, use, arguments))
        found = use(client(service, **arguments))
        return list(found) if hasattr(found, "iter_pages") or hasattr(found, "__next__") else found

    return call


def events(*items):
    """A stream of events, each as its data or as a name with its data."""
    text = "".join(
        f"event: {one[0]}\ndata: {one[1]}\n\n" if isinstance(one, tuple) else f"data: {one}\n\n" for one in items
    )
    return httpx.Response(200, text=text, headers={"content-type": "text/event-stream"})


SHOW = {"id": "s1", "title": "Dawn", "airsAt": "2026-03-20T12:00:00Z"}


@pytest.mark.parametrize("kind", KINDS)
def test_nested_arguments_are_mappings_with_our_names_and_go_out_with_those_of_the_wire(run, radio, kind):
    service = Service(SHOW)
    host = {"name": "Ana", "born_on": dt.date(1990, 1, 2), "contact": {"e_mail": "ana@radio.example"}}
    show = run(
        kind,
        service,
        lambda client: client.shows.create(
            title="Dawn",
            from_="2026-03-20",
            airs_at="2026-03-20T12:00:00Z",
            hosts=(host, radio.Host(name="Bo")),
            tags=("early", "news"),
            notes={"from": "x"},
        ),
    )
    assert isinstance(show, radio.types.Show)
    assert service.body == {
        "title": "Dawn",
        "from": "2026-03-20",
        "airsAt": "2026-03-20T12:00:00Z",
        "hosts": [
            {"name": "Ana", "bornOn": "1990-01-02", "contact": {"eMail": "ana@radio.example"}},
            {"name": "Bo"},
        ],
        "tags": ["early", "news"],
        "notes": {"from": "x"},
    }


def test_the_last_parameter_of_the_path_may_be_given_by_place_and_no_other(client):
    service = Service({"id": "e2"})
    radio = client(service)
    assert radio.shows.episodes.retrieve("e2", show_id="s 1").id == "e2"
    assert service.sent[0].url.raw_path == b"/v1/shows/s%201/episodes/e2"
    with pytest.raises(TypeError, match="positional"):
        radio.shows.episodes.retrieve("s1", "e2")


@pytest.mark.parametrize("kind", KINDS)
def test_a_body_that_is_one_of_several_objects_is_given_by_its_fields(run, kind):
    service = Service({"on_air": True})
    run(kind, service, lambda client: client.wishes.create(kind="song", from_="Ana", song_title="Dawn"))
    assert service.body == {"kind": "song", "from": "Ana", "songTitle": "Dawn"}
    host = {"name": "Ana", "born_on": dt.date(1990, 1, 2)}
    run(kind, service, lambda client: client.wishes.create(kind="show", host=host))
    assert service.body == {"kind": "show", "host": {"name": "Ana", "bornOn": "1990-01-02"}}


@pytest.mark.parametrize("kind", KINDS)
def test_an_object_in_the_query_has_the_names_of_the_wire_and_its_members_behind_a_dot(run, radio, kind):
    service = Service({"result": {"stations": []}, "total": 0})
    near = {"max_km": 5, "centre": {"post_code": "X1"}}
    for one in (near, radio.Area(max_km=5, centre=radio.Place(post_code="X1"))):
        run(kind, service, lambda client, near=one: client.stations.list(near=near, limit=2))
    run(kind, service, lambda client: client.stations.list())
    given = ["limit=2", "near.centre.postCode=X1", "near.maxKm=5"]
    assert [sorted(query.split("&")) for query in service.queries] == [given, given, [""]]


def test_plain_bytes_go_by_place_behind_what_the_path_holds(client):
    service = Service(httpx.Response(204))
    made = client(service)
    made.jingles.keep("j1", b"ding")
    made.jingles.keep(jingle_id="j1", contents=b"ding")
    assert [(request.url.path, request.content) for request in service.sent] == [("/v1/jingles/j1", b"ding")] * 2


def test_arguments_go_by_place_in_the_order_of_the_configuration_under_the_names_of_the_document(client):
    service = Service(httpx.Response(204))
    made = client(service)
    made.shows.keep_note("k1", "s1", text="x")
    made.shows.keep_note(note_key="k1", show_id="s1", text="x")
    assert [str(request.url.path) for request in service.sent] == ["/v1/shows/s1/notes/k1"] * 2


def test_a_call_takes_headers_parameters_fields_and_a_timeout_of_its_own(client):
    service = Service(SHOW)
    client(service).shows.create(
        title="Dawn",
        extra_headers={"X-Trace": "t1"},
        extra_query={"dry_run": True},
        extra_body={"colour": "red"},
        timeout=httpx.Timeout(5, read=7),
        idempotency_key="k1",
    )
    request = service.sent[0]
    assert (request.headers["x-trace"], request.headers["idempotency-key"]) == ("t1", "k1")
    assert (request.url.params["dry_run"], service.body) == ("true", {"title": "Dawn", "colour": "red"})
    assert request.extensions["timeout"]["read"] == pytest.approx(7, abs=0.1)


def test_what_is_left_out_is_not_sent_and_none_is_null(client, radio):
    service = Service(SHOW)
    client(service).shows.create(title="Dawn", from_=radio.NOT_GIVEN, tags=radio.omit, notes=None)
    assert service.body == {"title": "Dawn", "notes": None}


@pytest.mark.parametrize("kind", KINDS)
def test_one_field_beside_a_tag_is_unwrapped(run, kind):
    show = run(kind, Service({"data": SHOW}), lambda client: client.shows.retrieve("s1", x_language="de"))
    assert (show.id, show.airs_at) == ("s1", dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC))


@pytest.mark.parametrize("kind", KINDS)
def test_the_client_itself_may_have_methods_and_arguments_have_the_names_of_the_wire(run, kind):
    service = Service({"on_air": True})
    assert run(kind, service, lambda client: client.status(options="all")).on_air is True
    assert service.queries == ["options=all"]


def test_they_are_given_raw_beside_those_of_the_resources(client):
    made = client(Service({"on_air": True, "data": []}))
    assert made.with_raw_response.status().json()["on_air"] is True
    assert made.with_options(max_retries=1).with_raw_response.shows.list().parse().data == []
    with made.with_streaming_response.status() as response:
        assert response.parse().on_air is True


class TestClient:
    def test_arguments_and_variables(self, radio, monkeypatch):
        monkeypatch.setenv("RADIO_API_KEY", "from-outside")
        monkeypatch.setenv("RADIO_STUDIO", "north")
        made = radio.Radio(environment="rehearsal", timeout=3, max_retries=5)
        assert (made.base_url, made.timeout, made.max_retries) == ("https://rehearsal.radio.example/v1", 3, 5)
        assert (made.api_key, made.studio) == ("from-outside", "north")
        # The configuration says both.
        assert (radio.Radio().timeout, radio.Radio().max_retries) == (90, 4)
        monkeypatch.setenv("RADIO_STATION_BASE_URL", "https://other.example")
        assert radio.Radio().base_url == "https://other.example"
        assert radio.Client is radio.Radio
        with pytest.raises(
            ValueError, match="Unknown environment: attic; it is one of production, rehearsal, regional"
        ):
            radio.Radio(environment="attic")

    def test_default_headers_and_query_go_with_every_request(self, client):
        service = Service({"data": []})
        made = client(service, default_headers={"X-A": "1"}, default_query={"v": "2"}, studio="south")
        list(made.shows.list(limit=3))
        assert (service.sent[0].headers["x-a"], service.sent[0].headers["x-studio"]) == ("1", "south")
        assert (service.sent[0].headers["x-edition"], service.sent[0].headers["x-channel"]) == ("2", "one")
        assert sorted(service.sent[0].url.params.items()) == [("limit", "3"), ("v", "2")]

    def test_an_argument_fills_the_address_of_an_environment(self, client, monkeypatch):
        assert client(Service({}), environment="regional").base_url == "https://west.radio.example/v1"
        monkeypatch.setenv("RADIO_REGION", "north")
        assert client(Service({}), environment="regional").base_url == "https://north.radio.example/v1"
        made = client(Service({}), environment="regional", region="south")
        assert made.with_options(channel="two").base_url == "https://south.radio.example/v1"
        for region in ("evil.example/", "a@b", ".x", "a b"):
            with pytest.raises(ValueError, match="region must be a part of the address"):
                client(Service({}), environment="regional", region=region)

    def test_a_view_shares_connections_and_a_copy_with_another_key_does_not(self, client):
        service = Service({"id": "e2"})
        made = client(service, default_headers={"X-A": "1", "X-B": "1"})
        view = made.with_options(timeout=5, max_retries=4, default_headers={"X-B": "2"})
        assert (view.timeout, view.max_retries, made.timeout) == (5, 4, 90)
        view.shows.episodes.retrieve("e2", show_id="s1")
        assert (service.sent[0].headers["x-a"], service.sent[0].headers["x-b"]) == ("1", "2")
        assert view._core._state is made._core._state
        made.copy(set_default_headers={"X-B": "3"}).shows.episodes.retrieve("e2", show_id="s1")
        assert ("x-a" in service.sent[1].headers, service.sent[1].headers["x-b"]) == (False, "3")
        other = made.copy(api_key="another", environment="rehearsal")
        other.shows.episodes.retrieve("e2", show_id="s1")
        assert service.keys == ["the-key", "the-key", "another"]
        assert (str(service.sent[2].url.host), other.api_key) == ("rehearsal.radio.example", "another")

    def test_it_is_a_context_manager_and_shows_no_key(self, client):
        with client(Service({})) as made:
            assert not made.is_closed()
        assert made.is_closed()
        assert "the-key" not in repr(made) + repr(made._given)
        with pytest.raises(TypeError, match="cannot be copied or pickled"):
            pickle.dumps(made)


class TestPages:
    PAGES = ({"data": [{"id": "a", "title": "A"}], "has_more": True, "next_cursor": "c1"}, {"data": [SHOW]})

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_cursor_is_followed(self, run, kind):
        service = Service(*self.PAGES)
        assert [show.id for show in run(kind, service, lambda client: client.shows.list(tags=["x"]))] == ["a", "s1"]
        assert service.queries == ["tags=x", "tags=x&after=c1"]

    def test_a_page_has_its_fields_and_the_next_one(self, client, radio):
        service = Service(*self.PAGES)
        page = client(service).shows.list()
        assert (len(page.data), page.next_cursor, page.has_next_page()) == (1, "c1", True)
        assert isinstance(page, importlib.import_module("radio_station.compatibility._schemes").SyncCursorPage)
        assert page.next_page_info().params == {"after": "c1"}
        assert repr(page.next_page_info()) == "PageInfo(params={'after': 'c1'})"
        last = page.get_next_page()
        assert last.next_page_info() is None
        assert (last.data[0].id, last.has_next_page(), last.to_dict()) == ("s1", False, {"data": [SHOW]})
        with pytest.raises(RuntimeError, match="No next page expected"):
            last.get_next_page()
        with pytest.raises(AttributeError):
            _ = page.unheard_of
        assert radio.types.Show is radio.Show

    def test_a_model_of_several_resources_has_a_module_of_its_own(self, radio):
        assert radio.types.shared.Host is radio.types.Host is radio.Host
        assert radio.types.shared_params.Host is radio.types.HostParam
        assert radio.types.shows.__name__ == "radio_station.types.shows"
        for name in ("unheard_of", "_shared", "shared.Host"):
            with pytest.raises(AttributeError):
                getattr(radio.types, name)

    def test_a_method_may_begin_with_an_underscore(self, client):
        service = Service({"data": SHOW})
        for owner in (client(service), client(service).shows, client(service).shows.with_raw_response):
            inside = {name for name in (*dir(type(owner)), *vars(owner)) if name.startswith("_")}
            assert {name for name in inside if not (name.startswith("__") or name.isupper())} <= INSIDE | {"_peek"}
        assert client(service).shows._peek("s1") == client(service).shows.with_raw_response._peek("s1").parse()

    def test_an_awaited_list_is_its_first_page(self, run):
        async def read(client):
            page = await client.shows.list()
            return page.has_next_page(), [one.id for one in (await page.get_next_page()).data]

        assert run("async", Service(*self.PAGES), read) == (True, ["s1"])

    def test_a_service_that_repeats_a_cursor_has_an_end(self, client):
        service = Service({"data": [SHOW], "has_more": True, "next_cursor": "c1"})
        assert len(list(client(service).shows.list())) == 2

    def test_numbers_are_counted(self, client):
        answers = [{"episodes": [{"id": str(page)}], "page": page, "pages": 3} for page in (2, 3)]
        service = Service(*answers)
        assert [one.id for one in client(service).episodes.list(page=2, per_page=1)] == ["2", "3"]
        assert service.queries == ["page=2&per_page=1", "page=3&per_page=1"]

    def test_offsets_are_counted_by_the_items_that_came(self, client):
        answers = [{"result": {"stations": [{"name": name} for name in names]}, "total": 3} for names in ("ab", "c")]
        service = Service(*answers)
        assert [one.name for one in client(service).stations.list(limit=2)] == ["a", "b", "c"]
        assert service.queries == ["limit=2", "limit=2&offset=2"]

    def test_an_empty_page_is_not_the_last_where_that_is_declared(self, client):
        here = "https://api.radio.example/v1/charts?from=2"
        empty = {"charts": [], "next_url": here}
        following = client(Service(empty)).charts.list().next_page_info()
        assert (following.url, following.params, repr(following)) == (here, None, "PageInfo(url=...)")
        service = Service(empty, {"charts": [{"week": 2}], "next_url": None})
        assert [chart.week for chart in client(service).charts.list()] == [2]

    def test_addresses_are_followed_on_the_same_service_alone(self, client, radio):
        here, there = "https://api.radio.example/v1/charts?year=1984&from=2", "https://api.radio.example.org/v1/charts"
        service = Service({"charts": [{"week": 1}], "next_url": here}, {"charts": [{"week": 2}], "next_url": there})
        pages = client(service).charts.list(year=1984, extra_query={"from": "1", "more": "x"}).iter_pages()
        assert [next(pages).charts[0].week, next(pages).charts[0].week] == [1, 2]
        # What was given holds for each page, as far as the address says nothing else.
        assert service.queries == ["year=1984&from=1&more=x", "year=1984&from=2&more=x"]
        with pytest.raises(radio.errors.ConfigurationError, match=r"on https://api\.radio\.example\.org, not below"):
            next(pages)
        assert len(service.sent) == 2


class TestRaw:
    def test_an_answer_has_its_head_and_is_decoded_later(self, client, radio):
        raw = client(Service(httpx.Response(200, json={"data": SHOW}, headers={"X-Request-Id": "r1"})))
        raw = raw.shows.with_raw_response.retrieve("s1")
        assert isinstance(raw, radio.APIResponse)
        assert (raw.status_code, raw.headers["x-request-id"], raw.is_closed) == (200, "r1", True)
        assert (raw.method, raw.url) == ("GET", "https://api.radio.example/v1/shows/{show_id}")
        assert (raw.json(), raw.http_response.json()) == ({"data": SHOW}, {"data": SHOW})
        assert (raw.http_response.request.method, raw.retries_taken) == ("GET", 0)
        assert raw.parse().id == "s1"
        assert next(raw.iter_bytes(4)) == raw.content[:4]

    def test_the_same_awaited_and_of_pages(self, run):
        async def read(client):
            raw = await client.shows.with_raw_response.list()
            return raw.status_code, (await raw.parse()).data[0].id, await raw.text()

        status, first, text = run("async", Service(*TestPages.PAGES), read)
        assert (status, first, json.loads(text)["next_cursor"]) == (200, "a", "c1")

    def test_bytes_are_an_answer_of_their_own(self, client, tmp_path):
        answer = httpx.Response(200, content=b"RIFF", headers={"content-type": "application/octet-stream"})
        sound = client(Service(answer)).recordings.content("r7")
        assert (sound.read(), sound.content, [*sound.iter_bytes(3)]) == (b"RIFF", b"RIFF", [b"RIF", b"F"])
        sound.write_to_file(tmp_path / "a.wav")
        assert (tmp_path / "a.wav").read_bytes() == b"RIFF"

    def test_nothing_is_none(self, client):
        made = client(Service(httpx.Response(204)))
        assert made.recordings.delete("r7") is None
        assert made.recordings.with_raw_response.delete("r7").parse() is None


class Slowly(httpx.SyncByteStream):
    """A body that says how much of it was asked for."""

    def __init__(self, chunks):
        self.chunks = chunks
        self.given = 0
        self.closed = False

    def __iter__(self):
        for chunk in self.chunks:
            self.given += 1
            yield chunk

    def close(self):
        self.closed = True


class TestStreamed:
    def sound(self, chunks):
        body = Slowly(chunks)
        return body, httpx.Response(200, stream=body, headers={"content-type": "application/octet-stream"})

    def test_a_body_comes_in_parts_and_is_closed(self, client):
        body, answer = self.sound([b"ab", b"cd", b"ef"])
        with client(lambda _: answer).recordings.with_streaming_response.content("r7") as response:
            assert (response.status_code, response.is_closed, body.given) == (200, False, 0)
            with pytest.raises(RuntimeError, match="was not read yet"):
                _ = response.content
            parts = response.iter_bytes()
            assert (next(parts), body.given) == (b"ab", 1)
        assert body.closed

    def test_it_is_written_to_a_file_and_cut_as_wanted(self, client, tmp_path):
        for size, parts in ((None, [b"ab", b"cde"]), (2, [b"ab", b"cd", b"e"]), (4, [b"abcd", b"e"])):
            _, answer = self.sound([b"ab", b"cde"])
            with client(lambda _: answer).recordings.with_streaming_response.content("r7") as response:  # noqa: B023
                assert [*response.iter_bytes(size)] == parts
        _, answer = self.sound([b"ab", b"cde"])
        with client(lambda _: answer).recordings.with_streaming_response.content("r7") as response:
            response.stream_to_file(tmp_path / "a.wav")
        assert (tmp_path / "a.wav").read_bytes() == b"abcde"

    def test_lines_come_whole_wherever_the_chunks_end(self, client):
        chunks = [b"a\r", b"\nb", "\u00fc".encode()[:1], "\u00fc".encode()[1:] + b"\n\nc\r", b"d"]
        _, answer = self.sound(chunks)
        with client(lambda _: answer).recordings.with_streaming_response.content("r7") as response:
            assert [*response.iter_lines()] == ["a", "b\u00fc", "", "c", "d"]
        _, answer = self.sound(chunks)
        with client(lambda _: answer).recordings.with_streaming_response.content("r7") as response:
            assert [*response.iter_text(3)] == ["a\r\n", "b\u00fc\n", "\nc\r", "d"]

    def test_json_is_parsed_of_what_came(self, client):
        made = client(Service({"data": SHOW}))
        with made.shows.with_streaming_response.retrieve("s1") as response:
            assert (response.parse().id, response.json()) == ("s1", {"data": SHOW})
        with made.with_options(max_retries=1).shows.with_streaming_response.list() as response:
            assert response.status_code == 200

    def test_the_same_awaited(self, run, tmp_path):
        async def read(client):
            async with client.shows.with_streaming_response.retrieve("s1") as response:
                lines = [line async for line in response.iter_lines()]
            async with client.shows.with_streaming_response.retrieve("s1") as response:
                await response.stream_to_file(tmp_path / "show.json")
            async with client.shows.with_streaming_response.retrieve("s1") as response:
                return lines, (await response.parse()).id

        answers = [httpx.Response(200, json={"data": SHOW}) for _ in range(3)]
        lines, found = run("async", Service(*answers), read)
        assert (json.loads("".join(lines)), found) == ({"data": SHOW}, "s1")
        assert json.loads((tmp_path / "show.json").read_text()) == {"data": SHOW}

    def test_an_error_is_raised_when_it_is_entered(self, client, radio):
        made = client(Service(httpx.Response(404, json={"message": "gone"})))
        with pytest.raises(radio.NotFoundError), made.shows.with_streaming_response.retrieve("s1"):
            pass


class TestStreams:
    LINES = ({"speaker": "Ana", "text": "Hello", "said_at": "2026-03-20T12:00:00Z"},)

    @pytest.mark.parametrize("kind", KINDS)
    def test_an_argument_asks_for_a_stream(self, run, kind):
        service = Service(events('{"delta": "He"}', '{"delta": "llo"}', "[END] of it", '{"delta": "never"}'))
        create = lambda client: client.shows.transcripts.create("s1", lines=self.LINES, stream=True)  # noqa: E731
        assert [one.delta for one in run(kind, service, create)] == ["He", "llo"]
        assert service.body["stream"] is True
        assert service.body["lines"][0]["saidAt"] == "2026-03-20T12:00:00Z"
        assert service.sent[0].headers["accept"] == "text/event-stream"

    @pytest.mark.parametrize("kind", KINDS)
    def test_without_it_the_whole_is_answered(self, run, kind):
        service = Service({"text": "Hello"})
        create = lambda client: client.shows.transcripts.create(  # noqa: E731
            "s1", lines=self.LINES, format={"line_height": 2.5}, model="fast"
        )
        assert run(kind, service, create).text == "Hello"
        assert service.body["format"] == {"lineHeight": 2.5}

    def test_a_stream_is_an_iterator_and_a_context_manager(self, client):
        made = client(Service(events('{"title": "A"}', ("ping", "no JSON"), '{"title": "B"}')))
        with made.live.listen() as stream:
            assert (stream.response.status_code, next(stream).title) == (200, "A")
            assert [one.title for one in stream] == ["B"]
        stream = made.live.listen()
        stream.close()
        assert list(stream) == []

    def test_it_is_sent_at_once_so_that_errors_come_where_it_is_called(self, client, run, radio):
        with pytest.raises(radio.RateLimitError):
            client(Service(httpx.Response(429, json={"message": "later"}))).live.listen()
        with pytest.raises(radio.RateLimitError):
            run("async", Service(httpx.Response(429, json={})), lambda client: client.live.listen())

    @pytest.mark.parametrize("event", [("failure", '{"message": "off air"}'), '{"error": {"message": "off air"}}'])
    @pytest.mark.parametrize("kind", KINDS)
    def test_an_event_may_say_that_something_failed(self, run, radio, kind, event):
        with pytest.raises(radio.APIError, match="off air") as caught:
            run(kind, Service(events('{"title": "A"}', event)), lambda client: client.live.listen())
        assert "off air" in json.dumps(caught.value.body)

    def test_raw_and_streamed_answers_are_streams_too(self, client):
        made = client(Service(events('{"title": "A"}')))
        assert [one.title for one in made.live.with_raw_response.listen().parse()] == ["A"]
        with made.live.with_streaming_response.listen() as response:
            assert [*response.iter_lines()] == ['data: {"title": "A"}', ""]


STATUSES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    418: "APIStatusError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    503: "InternalServerError",
}


class TestErrors:
    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("status", STATUSES)
    def test_a_status_has_its_error_at_the_top(self, run, radio, kind, status):
        answer = httpx.Response(status, json={"message": "no", "code": 7}, headers={"X-Trace": "t", "Set-Cookie": "s"})
        with pytest.raises(radio.APIStatusError) as caught:
            run(kind, Service(answer), lambda client: client.shows.retrieve("s1"))
        error = caught.value
        assert type(error).__name__ == STATUSES[status]
        assert isinstance(error, radio.APIError)
        assert (error.status_code, error.body, error.response.json()) == (
            status,
            {"message": "no", "code": 7},
            error.body,
        )
        assert (error.response.status_code, error.response.headers["x-trace"]) == (status, "t")
        assert "set-cookie" not in error.response.headers
        assert (error.request.method, str(status) in error.message) == ("GET", True)
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.body, again.response.headers["x-trace"]) == (type(error), error.body, "t")

    def test_a_declared_body_is_read_as_ever(self, client, radio):
        with pytest.raises(radio.NotFoundError) as caught:
            client(Service(httpx.Response(404, json={"message": "no"}))).shows.retrieve("s1")
        assert caught.value.data == radio.Failure(message="no")

    @pytest.mark.parametrize(("content", "body"), [(b"", None), (b"<p>", "<p>")])
    def test_a_body_that_is_no_json_is_text(self, client, radio, content, body):
        with pytest.raises(radio.InternalServerError) as caught:
            client(Service(httpx.Response(500, content=content))).shows.retrieve("s1")
        assert caught.value.body == body

    def test_what_cannot_be_read_is_a_validation_error(self, client, radio):
        with pytest.raises(radio.APIResponseValidationError) as caught:
            client(Service({"data": {"id": 7}})).shows.retrieve("s1")
        assert (caught.value.status_code, caught.value.response.status_code) == (200, 200)

    def test_no_connection_and_no_time(self, client, radio):
        def refuse(request):
            raise httpx.ConnectError("refused", request=request)

        def wait(request):
            raise httpx.ReadTimeout("late", request=request)

        with pytest.raises(radio.APIConnectionError):
            client(refuse).shows.retrieve("s1")
        with pytest.raises(radio.APITimeoutError):
            client(wait).shows.retrieve("s1")


class TestUploads:
    @pytest.mark.parametrize(
        ("file", "name", "media_type", "content"),
        [
            (b"RIFF", "file", "application/octet-stream", b"RIFF"),
            (("rain.wav", b"RIFF"), "rain.wav", None, b"RIFF"),
            (("rain", io.BytesIO(b"RIFF"), "audio/wav"), "rain", "audio/wav", b"RIFF"),
            (("rain", b"RIFF", "audio/wav", {"X-Take": "2"}), "rain", "audio/wav", b"RIFF"),
        ],
    )
    def test_a_file_is_content_or_a_tuple(self, client, file, name, media_type, content):
        service = Service({"id": "r7"})
        client(service).recordings.upload(file=file, covers=[("a.png", b"1"), b"2"], title="Rain")
        parts = parsed(service.sent[0])
        assert [part.get_param("name", header="content-disposition") for part in parts] == [
            "file",
            "covers",
            "covers",
            "title",
        ]
        assert (parts[0].get_filename(), parts[0].get_payload(decode=True)) == (name, content)
        assert media_type is None or parts[0].get_content_type() == media_type
        assert (parts[0]["x-take"], parts[1].get_filename()) == (
            "2" if file[3:] == ({"X-Take": "2"},) else None,
            "a.png",
        )

    def test_a_path_and_what_names_one(self, client, radio, tmp_path):
        path = tmp_path / "rain.wav"
        path.write_bytes(b"RIFF")
        for file in (path, radio.file_from_path(path), (None, path)):
            service = Service({"id": "r7"})
            client(service).recordings.upload(file=file)
            assert parsed(service.sent[0])[0].get_payload(decode=True) == b"RIFF"


def parsed(request):
    """The parts of a multipart body."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    found = BytesParser(EmailMessage).parsebytes(head + request.content)
    return found.get_payload()


class TestModels:
    def test_a_model_is_plain_values_in_several_ways(self, radio):
        show = radio.Show.from_json(json.dumps(SHOW | {"hosts": [{"name": "Ana", "bornOn": "1990-01-02"}]}))
        plain = SHOW | {"hosts": [{"name": "Ana", "bornOn": "1990-01-02"}]}
        assert show.to_dict() == show.model_dump(mode="json", by_alias=True) == plain
        dumped = show.model_dump()
        assert dumped["airs_at"] == dt.datetime(2026, 3, 20, 12, tzinfo=dt.UTC)
        assert dumped["hosts"] == [{"name": "Ana", "born_on": dt.date(1990, 1, 2)}]
        assert show.to_dict(use_api_names=False)["airs_at"] == "2026-03-20T12:00:00Z"
        assert show.to_dict(mode="python")["airsAt"] == dumped["airs_at"]
        assert json.loads(show.to_json()) == json.loads(show.model_dump_json(by_alias=True)) == plain
        assert show.model_dump(include={"id"}) == {"id": "s1"}
        assert show.model_dump(exclude={"hosts", "airs_at", "title"}) == {"id": "s1"}
        assert json.loads(show.model_dump_json(exclude={"hosts", "airs_at"})) == {"id": "s1", "title": "Dawn"}
        assert radio.Show.model_validate(plain) == show
        assert show.model_copy(update={"title": "Dusk"}).title == "Dusk"
        assert isinstance(show, radio.BaseModel)
        assert issubclass(radio.BaseModel, msgspec.Struct)

    def test_null_may_be_left_out(self, radio):
        page = radio.ChartPage.from_dict({"charts": [], "next_url": None})
        assert (page.to_dict(exclude_none=True), page.model_dump(exclude_none=True)) == ({"charts": []},) * 2

    def test_types_lie_by_resource_under_the_names_of_the_configuration(self, radio):
        shows = importlib.import_module("radio_station.types.shows")
        assert (shows.TranscriptChunk, shows.Episode) == (radio.TranscriptChunk, radio.Episode)
        assert radio.types.ShowCreateResponse is radio.Show
        assert {*shows.TranscriptCreateParams.__annotations__} == {"lines", "format", "model", "stream"}
        assert "born_on" in radio.types.HostParam.__annotations__
        with pytest.raises(AttributeError, match="has no attribute 'Unheard'"):
            _ = shows.Unheard


ASKED = {
    "model": (lambda radio: radio.types.Show, lambda radio, found: found.title == "Dawn"),
    "answer": (
        lambda radio: httpx.Response,
        lambda radio, found: (found.status_code, found.json()["id"]) == (200, "s1"),
    ),
    "text": (lambda radio: str, lambda radio, found: json.loads(found) == SHOW),
    "bytes": (lambda radio: bytes, lambda radio, found: json.loads(found) == SHOW),
    "plain": (lambda radio: object, lambda radio, found: found == SHOW),
    "nothing": (lambda radio: type(None), lambda radio, found: found is None),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ASKED)
def test_an_endpoint_that_the_document_lacks_is_asked_by_its_path_and_answers_what_is_wanted(run, radio, name, kind):
    cast_to, is_right = ASKED[name]
    service = Service(SHOW)
    assert is_right(radio, run(kind, service, lambda client: client.get("/lost/{1}?a=b", cast_to=cast_to(radio))))
    request = service.sent[0]
    assert (request.method, str(request.url)) == ("GET", "https://api.radio.example/v1/lost/%7B1%7D?a=b")
    assert service.keys == ["the-key"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("verb", ["post", "put", "patch", "delete"])
def test_such_an_endpoint_is_sent_a_body_and_options(run, kind, verb):
    service = Service({"found": 1})
    options = {
        "headers": {"X-Trace": "t1"},
        "params": {"page": 2},
        "extra_json": {"colour": "red"},
        "idempotency_key": "k1",
        "timeout": 3,
    }

    def ask(client):
        return getattr(client, verb)("lost", cast_to=object, body={"a": [1]}, options=options)

    assert run(kind, service, ask) == {"found": 1}
    request = service.sent[0]
    assert (request.method, request.url.path, request.url.params["page"]) == (verb.upper(), "/v1/lost", "2")
    assert (request.headers["x-trace"], request.headers["idempotency-key"]) == ("t1", "k1")
    assert service.body == {"a": [1], "colour": "red"}
    assert request.extensions["timeout"]["read"] == pytest.approx(3, abs=0.1)


@pytest.mark.parametrize(
    "path", ["https://other.example/v1/lost", "../lost", "//other.example/lost/../../..", "/../v2"]
)
def test_nothing_is_sent_to_a_path_that_is_not_below_the_base_url(client, radio, path):
    service = Service(SHOW)
    with pytest.raises(radio.errors.ConfigurationError, match="not below the base URL; nothing is sent there"):
        client(service).post(path, cast_to=object)
    assert service.sent == []


def test_an_option_that_there_is_not_is_refused_and_an_error_has_the_name_that_callers_know(client, radio):
    with pytest.raises(radio.errors.ConfigurationError, match="options: 'follow' is none of"):
        client(Service(SHOW)).get("/lost", cast_to=object, options={"follow": True})
    with pytest.raises(radio.NotFoundError):
        client(Service(httpx.Response(404))).get("/lost", cast_to=object)
    with pytest.raises(radio.APIResponseValidationError):
        client(Service({"id": [1]})).get("/lost", cast_to=radio.types.Show)


def test_the_classes_of_pages_are_where_callers_import_them_from(client, radio):
    pagination = importlib.import_module("radio_station.pagination")
    page = client(Service({"charts": [], "next_url": None})).charts.list()
    assert type(page) is pagination.SyncLinkedPage
    assert {"AsyncCursorPage", "SyncCursorPage", "SyncOffsetPage", "Pager"} <= {*pagination.__all__}
