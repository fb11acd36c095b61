"""Four security schemes in one document: what each operation sends, and how tokens are fetched, kept and renewed."""

import asyncio
import copy
import logging
import pickle
import threading
import traceback
from base64 import b64decode, b64encode
from types import SimpleNamespace

import pytest

from tests.apis.calling import KINDS, answered, call
from tests.apis.token_server import serving

KEY, NAME, PASSWORD, TOKEN = "key-0123456789", "name-of-member", "pass:wörd-9876", "token-abcdefghij"
CLIENT, SECRET = "club-client", "secret %&+ of the club"
GIVEN = {"client_id": CLIENT, "client_secret": SECRET}


@pytest.fixture
def made(make):
    """The package."""
    return make("boat_club")


@pytest.fixture
def club(made):
    """Makes clients of the service and its token endpoint; has the service too."""
    pytest.importorskip("oauthlib")
    with serving() as (service, base_url):
        service.of = lambda kind="Client", **arguments: getattr(made.package, _CLASSES[kind])(
            **{"base_url": base_url, "token_url": f"{base_url}/token", **GIVEN, "max_retries": 0, **arguments}
        )
        service.base_url = base_url
        yield service


_CLASSES = {"Client": "BoatClub", "sync": "BoatClub", "async": "AsyncBoatClub"}


def run(client, use):
    """What a use of a client of either kind gives."""

    async def awaited():
        async with client:
            return await use(client)

    if hasattr(client, "aclose"):
        return asyncio.run(awaited())
    with client:
        return use(client)


def sent(made, use, *, kind, **given):
    """The one request of a call: its target, and its headers but for those that every request has."""
    given = dict.fromkeys(row[1] for row in made.security) | given
    [request] = answered(made, use, lambda _: (200, {"name": "Swan"}), kind=kind, **given)[1]
    headers = {name.lower(): text for name, text in request.headers.items()}
    return request.url.removeprefix("https://boats.example.org"), {
        name: text for name, text in headers.items() if name not in {"accept", "user-agent"}
    }


@pytest.mark.parametrize("kind", KINDS)
def test_what_each_kind_puts_on_a_request(made, kind):
    assert sent(made, lambda client: client.moorings.get(), kind=kind, api_key="a b&c=d/é".replace("é", "e")) == (
        "/moorings/one?harbour-key=a%20b%26c%3Dd%2Fe",
        {},
    )
    target, headers = sent(made, lambda client: client.members.get(), kind=kind, username=NAME, password=PASSWORD)
    assert target == "/members/one"
    assert headers == {"authorization": f"Basic {b64encode(f'{NAME}:{PASSWORD}'.encode()).decode()}"}
    for use in (lambda client: client.races.get(), lambda client: client.races.latest()):
        assert sent(made, use, kind=kind, association=TOKEN)[1] == {"authorization": f"Bearer {TOKEN}"}
    assert sent(made, lambda client: client.boats.get(), kind=kind, club=TOKEN)[1] == {
        "authorization": f"Bearer {TOKEN}"
    }


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_alternative_of_which_all_was_given(made, kind):
    both = {"api_key": KEY, "username": NAME, "password": "p"}
    sealed = lambda client: client.races.sealed()  # noqa: E731
    target, headers = sent(made, sealed, kind=kind, **both, association=TOKEN)
    assert target.endswith(f"?harbour-key={KEY}")
    assert headers["authorization"].startswith("Basic ")
    assert sent(made, sealed, kind=kind, api_key=KEY, association=TOKEN) == (
        "/races/sealed",
        {"authorization": f"Bearer {TOKEN}"},
    )
    # What is optional is sent where it was given, in the document's order.
    latest = lambda client: client.races.latest()  # noqa: E731
    assert sent(made, latest, kind=kind, **both)[1]["authorization"].startswith("Basic ")
    assert sent(made, latest, kind=kind, **both, association=TOKEN)[1]["authorization"] == f"Bearer {TOKEN}"
    assert sent(made, latest, kind=kind, api_key=KEY) == ("/races/latest", {})


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_sent_where_nothing_is_needed(made, kind):
    asked = []
    given = {"api_key": KEY, "username": NAME, "password": "p", "association": lambda: asked.append(1) or TOKEN}
    assert sent(made, lambda client: client.tides.get(), kind=kind, **given) == ("/tides/one", {})
    assert asked == []


def test_what_would_do_is_named(made):
    client = made.package.BoatClub(api_key=KEY)
    with pytest.raises(made.package.ConfigurationError) as caught:
        client.races.sealed()
    assert str(caught.value) == (
        "races.sealed needs credentials that were not given: pass api_key=, username= and password=, or association=."
    )
    with pytest.raises(made.package.ConfigurationError) as caught:
        client.boats.get()
    assert str(caught.value) == (
        "boats.get needs credentials that were not given: pass club=, or client_id= and client_secret=."
    )


def test_halves_are_refused_at_once(made):
    for given, said in (
        ({"username": NAME}, "username= was given without password=: give both, or neither."),
        ({"api_key": KEY, "client_id": "a"}, "client_secret="),
    ):
        with pytest.raises(made.package.ConfigurationError) as caught:
            made.package.BoatClub(**given)
        assert said in str(caught.value)
        assert NAME not in str(caught.value)


def test_the_environment_is_read(made, monkeypatch):
    monkeypatch.setenv("BOATS_USERNAME", NAME)
    monkeypatch.setenv("BOATS_PASSWORD", "p")
    assert made.module("credentials").Credentials.from_environment().username == NAME
    monkeypatch.delenv("BOATS_PASSWORD")
    with pytest.raises(made.package.ConfigurationError, match=r"^BOATS_PASSWORD is not set"):
        made.package.BoatClub()


class Call:
    """What a token asks of a call that waits for it."""

    has_deadline = False

    def __init__(self, timeout=30.0):
        self.settings = SimpleNamespace(timeout=timeout)


class TestTokens:
    @pytest.mark.parametrize("kind", KINDS)
    def test_a_token_is_fetched_once_and_sent(self, club, kind):
        async def twice(client):
            await client.boats.get()
            await client.boats.get()

        run(club.of(kind), twice if kind == "async" else lambda client: (client.boats.get(), client.boats.get()))
        assert [asked.line for asked in club.asked] == ["POST /token", "GET /boats/one", "GET /boats/one"]
        [asked] = club.tokens
        assert asked.form == {"grant_type": "client_credentials", "scope": "boats:read boats:write"}
        assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
        scheme, _, pair = asked.headers["authorization"].partition(" ")
        assert (scheme, b64decode(pair)) == ("Basic", b"club-client:secret+%25%26%2B+of+the+club")
        assert [asked.headers["authorization"] for asked in club.calls] == ["Bearer token-number-1"] * 2

    def test_it_is_renewed_before_it_ends_by_a_clock_that_nobody_sets(self, made, club):
        clock = made.module("testing").FakeClock()
        club.token = lambda number: (
            200,
            {"access_token": f"token-{number}", "token_type": "Bearer", "expires_in": 600},
        )
        with club.of(clock=clock) as client:
            for seconds in (0, 569, 2):
                clock.advance(seconds)
                client.boats.get()
        assert [asked.headers["authorization"] for asked in club.calls] == [
            "Bearer token-1",
            "Bearer token-1",
            "Bearer token-2",
        ]

    @pytest.mark.parametrize("kind", KINDS)
    def test_one_that_is_refused_early_is_renewed_once(self, made, club, kind):
        refused = {"Bearer token-number-1"}
        club.answer = lambda asked: (401, {}) if asked.headers["authorization"] in refused else (200, {"name": "Swan"})
        assert run(club.of(kind), lambda client: client.boats.new(name="Swan")).name == "Swan"
        assert len(club.tokens) == 2
        refused |= {f"Bearer token-number-{number}" for number in range(9)}
        club.asked.clear()
        with pytest.raises(made.package.AuthenticationError) as caught:
            run(club.of(kind), lambda client: client.boats.new(name="Swan"))
        assert (caught.value.status, caught.value.error) == (401, None)
        assert [asked.line for asked in club.asked] == ["POST /token", "POST /boats/new"] * 2

    def test_what_the_endpoint_says_is_named_and_shows_no_secret(self, made, club):
        echo = f"no client {CLIENT} with {SECRET}"
        club.token = lambda number: (401, {"error": "invalid_client", "error_description": echo})
        with club.of() as client, pytest.raises(made.package.AuthenticationError) as caught:
            client.boats.get()
        error = caught.value
        assert (error.error, error.status, error.outcome) == ("invalid_client", 401, "not_sent")
        assert "boats.get: 401 Unauthorized: no access token: invalid_client (no client <hidden> with <hidden>)" in str(
            error
        )
        shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
        for text in (str(error), repr(error.body), repr(pickle.dumps(error)), repr(vars(copy.copy(error)))):
            assert SECRET not in text
            assert CLIENT not in text
        ours = [line for line in shown.splitlines() if "SECRET" not in line]
        assert "secret+%25" not in "".join(ours)
        assert club.calls == []

    @pytest.mark.parametrize(
        ("answer", "said"),
        [
            ((302, {}, {"Location": "https://elsewhere.example/token"}), "redirects"),
            ((307, {}, {"Location": "/token/2"}), "redirects"),
            ((200, {"token_type": "Bearer"}), "it gave no token"),
            ((200, b"<html>"), "it gave no token"),
            ((200, {"access_token": 5, "token_type": "Bearer"}), "it gave no token"),
            ((400, {"error": "invalid_scope"}), "invalid_scope"),
            *(
                ((200, {"access_token": token, "token_type": "Bearer"}), "cannot be sent in a header")
                for token in ("", " ", "token-abc\r\nX-Evil: 1", "tokén-abc", "token-abc\x00")
            ),
        ],
    )
    def test_an_endpoint_that_gives_none(self, made, club, answer, said):
        club.token = lambda number: answer
        with club.of() as client, pytest.raises(made.package.AuthenticationError) as caught:
            client.boats.get()
        assert said in str(caught.value)
        assert [asked.line for asked in club.asked] == ["POST /token"]
        # What looks like a success may hold a token that nobody knows to hide.
        assert "token-abc" not in repr((caught.value.body, str(caught.value), pickle.dumps(caught.value)))

    @pytest.mark.parametrize("kind", KINDS)
    def test_a_secret_that_the_endpoint_repeats_is_hidden_wherever_it_stands(self, made, club, kind):
        club.token = lambda number: (
            400,
            {"error": "the-secret", "error_description": "for the-secret"},
            {"X-Request-Id": "the-secret"},
        )
        given = {"client_secret": "the-secret"}
        with pytest.raises(made.package.AuthenticationError) as caught:
            run(club.of(kind, **given), lambda client: client.boats.get())
        error = caught.value
        assert (error.error, error.request_id) == ("<hidden>", "<hidden>")
        frames = [
            frame
            for frame in traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), capture_locals=True)
            if "boat_club" in frame.filename and "tests" not in frame.filename
        ]
        assert frames
        assert "the-secret" not in repr([frame.locals for frame in frames])
        assert "the-secret" not in repr((vars(error), pickle.dumps(error)))

    def test_a_failing_endpoint_is_asked_again_as_a_call_would_be(self, made, club):
        club.token = lambda number: (503, {}) if number == 1 else (200, {"access_token": "t", "token_type": "bearer"})
        clock = made.module("testing").FakeClock()
        with club.of(clock=clock, max_retries=1) as client:
            client.boats.get()
        assert len(club.tokens) == 2
        club.token = lambda number: (503, {})
        with club.of() as client, pytest.raises(made.package.InternalServerError) as caught:
            client.boats.get()
        assert caught.value.outcome == "not_sent"

    def test_fifty_threads_wait_for_one_token(self, club):
        club.gate.clear()
        with club.of() as client:
            threads = [threading.Thread(target=client.boats.get) for _ in range(50)]
            for thread in threads:
                thread.start()
            assert club.arrived.wait(20)
            club.gate.set()
            for thread in threads:
                thread.join(20)
        assert (len(club.tokens), len(club.calls)) == (1, 50)

    def test_fifty_tasks_wait_for_one_token_also_when_the_one_that_fetches_is_cancelled(self, club):
        async def main():
            async with club.of("async") as client:
                club.gate.clear()
                first = asyncio.create_task(client.boats.get())
                await asyncio.to_thread(club.arrived.wait, 20)
                others = [asyncio.create_task(client.boats.get()) for _ in range(50)]
                await asyncio.sleep(0)
                first.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await first
                club.gate.set()
                return await asyncio.gather(*others)

        assert len(asyncio.run(main())) == 50
        # What the one began that was cancelled serves all others.
        assert (len(club.tokens), len(club.calls)) == (1, 50)

    @pytest.mark.parametrize("library", ["asyncio", "trio"])
    def test_a_refresh_token_that_is_good_for_one_use_survives_a_cancelled_call(self, made, library):
        anyio = pytest.importorskip("anyio")
        pytest.importorskip(library)
        grants, asked = made.module("_core.oauth2"), []
        grant = grants.Grant("", client_id=None, client_secret=None, refresh_token="r-0", scopes="", in_body=False)
        token = made.module("_core.fetched").FetchedToken(grant, made.module("clock").SystemClock(), None)

        async def main():
            arrived, gate = anyio.Event(), anyio.Event()

            async def fetch(grant):
                asked.append(str(grant.refresh_token))
                arrived.set()
                await gate.wait()
                return grants.Fresh(f"token-{len(asked)}", None, f"r-{len(asked)}")

            async with anyio.create_task_group() as tasks:
                tasks.start_soon(token.aget, Call(), fetch)
                await arrived.wait()
                tasks.cancel_scope.cancel()
                gate.set()
            first = await token.aget(Call(), fetch)
            token.reject(first.generation)
            return [first.credentials, (await token.aget(Call(), fetch)).credentials]

        assert anyio.run(main, backend=library) == ["token-1", "token-2"]
        assert asked == ["r-0", "r-1"]

    def test_an_endpoint_that_hangs_is_waited_for_once_by_those_that_have_no_more_time(self, made):
        late = made.package.APITimeoutError
        fetched, grants = made.module("_core.fetched"), made.module("_core.oauth2")
        grant = grants.Grant("", client_id=None, client_secret=None, refresh_token=None, scopes="", in_body=False)
        begun = []

        async def main():
            token, gate = fetched.FetchedToken(grant, made.module("clock").SystemClock(), None), asyncio.Event()

            async def fetch(_):
                begun.append(1)
                await gate.wait()
                if len(begun) == 1:
                    raise late("hung", operation="o", method="POST", url="", elapsed=0.0, attempts=1, sent=True)
                return grants.Fresh("token", None, None)

            calls = [asyncio.create_task(token.aget(Call(timeout), fetch)) for timeout in (5.0, 5.0, 1.0, 9.0, None)]
            await asyncio.sleep(0)
            gate.set()
            return await asyncio.gather(*calls, return_exceptions=True)

        found = asyncio.run(main())
        assert [type(one).__name__ for one in found] == [*["APITimeoutError"] * 3, "Issued", "Issued"]
        assert len(begun) == 2
        with pytest.raises(TypeError, match="never pickled"):
            pickle.dumps(found[-1])

    def test_a_failure_is_shared_by_those_that_waited_for_it(self, made, club):
        club.token = lambda number: (400, {"error": "invalid_client"})
        club.gate.clear()
        failures = []

        def use(client):
            try:
                client.boats.get()
            except made.package.AuthenticationError as error:
                failures.append(error)

        with club.of() as client:
            threads = [threading.Thread(target=use, args=[client]) for _ in range(8)]
            threads[0].start()
            assert club.arrived.wait(20)
            for thread in threads[1:]:
                thread.start()
            while sum(thread.is_alive() for thread in threads) < 8:
                pass
            club.gate.set()
            for thread in threads:
                thread.join(20)
        assert {error.error for error in failures} == {"invalid_client"}
        assert len(failures) == 8
        assert len({id(error) for error in failures}) == 8
        assert len(club.tokens) < 8

    def test_a_deadline_holds_for_the_endpoint_too(self, made, club):
        club.gate.clear()
        with club.of(deadline=0.3) as client, pytest.raises(made.package.APIDeadlineError) as caught:
            client.boats.get()
        assert caught.value.outcome == "not_sent"

    def test_nothing_of_it_is_logged_or_told(self, club, caplog):
        events = []
        caplog.set_level(logging.DEBUG)
        club.answer = lambda asked: (404, {"message": f"no {asked.headers['authorization']}"})
        with club.of(on_request=events.append, on_response=events.append) as client, pytest.raises(Exception) as caught:
            client.boats.get()
        told = caplog.text + repr([vars(event) if hasattr(event, "__dict__") else event for event in events])
        for text in (told, str(caught.value), repr(caught.value.body)):
            assert "token-number-1" not in text
            assert SECRET not in text

    @pytest.mark.parametrize(
        "url", ["http://login.example/token", "ftp://login.example/", "https://a@b.example/t", "//[x"]
    )
    def test_a_secret_goes_to_no_address_like_this(self, made, url):
        pytest.importorskip("oauthlib")
        client = made.package.BoatClub(**GIVEN, token_url=url)
        with pytest.raises(made.package.ConfigurationError, match=r"^token_url"):
            client.boats.get()


class TestProvider:
    @pytest.mark.parametrize("kind", KINDS)
    def test_it_is_asked_when_a_token_is_needed_and_again_after_a_401(self, made, kind):
        asked = []

        def give():
            asked.append(1)
            return f"token-{len(asked)}"

        def answer(request):
            return (401, {}) if request.headers["Authorization"] == "Bearer token-1" else (200, {"name": "Swan"})

        _, requests = answered(
            made, lambda client: client.boats.get(), answer, kind=kind, club=give, username=None, password=None
        )
        assert [request.headers["Authorization"] for request in requests] == ["Bearer token-1", "Bearer token-2"]

    def test_an_asynchronous_one_is_awaited_and_refused_by_a_synchronous_client(self, made):
        async def give():
            return TOKEN

        _, [request] = answered(
            made, lambda client: client.boats.get(), lambda _: (200, {"name": "Swan"}), kind="async", club=give
        )
        assert request.headers["Authorization"] == f"Bearer {TOKEN}"
        with pytest.raises(made.package.ConfigurationError, match="AsyncBoatClub"):
            call(made, lambda client: client.boats.get(), kind="sync", club=give)

    @pytest.mark.parametrize("kind", KINDS)
    @pytest.mark.parametrize("given", [5, TOKEN.encode(), "", f"{TOKEN}\n", {"access_token": TOKEN}, [TOKEN]])
    def test_what_is_no_token_is_refused_and_never_quoted(self, made, given, kind):
        with pytest.raises(made.package.ConfigurationError) as caught:
            call(made, lambda client: client.boats.get(), kind=kind, club=lambda: given)
        assert "club" in str(caught.value)
        frames = [
            frame
            for frame in traceback.StackSummary.extract(
                traceback.walk_tb(caught.value.__traceback__), capture_locals=True
            )
            if "boat_club" in frame.filename and "tests" not in frame.filename
        ]
        assert frames
        assert TOKEN not in repr((str(caught.value), [frame.locals for frame in frames]))


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_else_sees_what_is_in_the_query_or_a_header(made, kind):
    def answer(request):
        if request.url.startswith("https://boats"):
            return 302, {}, {"location": "https://elsewhere.example/x"}
        return 200, {"name": "Swan"}

    given = {"username": NAME, "password": PASSWORD, "api_key": KEY, "follow_redirects": True}
    for use in (lambda client: client.moorings.get(), lambda client: client.members.get()):
        _, [_, second] = answered(made, use, answer, kind=kind, **given)
        assert second.url == "https://elsewhere.example/x"
        assert second.headers.keys() <= {"accept", "user-agent"}


@pytest.mark.parametrize("kind", KINDS)
def test_texts_of_the_service_show_no_value_in_any_spelling(made, kind):
    pair = b64encode(f"{NAME}:{PASSWORD}".encode()).decode()
    echo = f"?harbour-key={KEY} Basic {pair} {PASSWORD} {b64encode(KEY.encode()).decode()}"
    given = {"username": NAME, "password": PASSWORD, "api_key": KEY}
    with pytest.raises(made.package.BadRequestError) as caught:
        answered(made, lambda client: client.races.sealed(), lambda _: (400, echo.encode()), kind=kind, **given)
    error = caught.value
    for text in (str(error), error.body.decode(), repr(error), repr(vars(error)), error.url):
        for value in (KEY, PASSWORD, pair, b64encode(KEY.encode()).decode()):
            assert value not in text


def test_a_request_that_is_shown_shows_no_key(made):
    _, [request] = answered(
        made, lambda client: client.moorings.get(), lambda _: (200, {"name": "Swan"}), kind="sync", api_key=KEY
    )
    assert KEY not in repr(request)
    assert KEY not in repr({"url": request.url})


def test_no_credentials_are_pickled(made):
    credentials = made.module("credentials").Credentials(**GIVEN, api_key=KEY)
    assert repr(credentials) == "Credentials(client_id=<hidden>, client_secret=<hidden>, api_key=<hidden>)"
    with pytest.raises(TypeError, match="never pickled"):
        pickle.dumps(credentials)


def test_a_fake_service_fetches_nothing_and_shows_no_credentials(made):
    fake = made.module("testing").FakeService()
    with fake.client() as client:
        client.boats.get()
        client.races.sealed()
    assert [call.query for call in fake.calls] == [{}, {}]
    assert all("authorization" not in call.headers for call in fake.calls)


@pytest.mark.parametrize("kind", KINDS)
def test_what_hooks_of_a_callers_own_client_keep_shows_no_key(made, kind):
    shown = []

    def note(request):
        shown.append((request, repr(request), str(request.url), repr(request.url), pickle.dumps(request.url)))

    async def anote(request):
        note(request)

    async def awaited(http_client, given):
        async with http_client, made.client(asynchronous=True, **given) as client:
            await client.moorings.get()

    def use(http_client, **given):
        with serving() as (service, base_url):
            given |= {"base_url": base_url, "api_key": KEY, "http_client": http_client}
            if kind == "async":
                asyncio.run(awaited(http_client, given))
            else:
                with http_client:
                    call(made, lambda client: client.moorings.get(), kind=kind, **given)
        return service

    library = pytest.importorskip("httpx")
    client = library.AsyncClient if kind == "async" else library.Client
    service = use(client(event_hooks={"request": [anote if kind == "async" else note]}), username=None, password=None)
    assert [asked.line for asked in service.asked] == [f"GET /moorings/one?harbour-key={KEY}"]
    [(request, *texts)] = shown
    assert KEY not in repr([*texts, request, request.url, str(request.url)])
    assert "harbour-key=<hidden>" in texts[0]


def test_a_debugging_page_that_repeats_headers_shows_no_token(made):
    page = b"<h1>Trace</h1><pre>Authorization: Bearer somebody-elses-token\nCookie: a=1</pre>"
    with pytest.raises(made.package.BadRequestError) as caught:
        answered(made, lambda client: client.races.get(), lambda _: (400, page), kind="sync")
    assert b"somebody-elses" not in caught.value.body


def test_the_authentication_for_ones_own_client_signs_one_origin_alone(made):
    library = pytest.importorskip("httpx")
    auth_of, credentials = made.module("auth").BoatClubAuth, made.module("credentials").Credentials
    with serving() as (service, base_url), serving() as (elsewhere, other_url):
        auth = auth_of(credentials(api_key=KEY, username=NAME, password="p"), base_url=base_url)
        with library.Client(auth=auth) as client:
            answer = client.get(f"{base_url}/a?b=1")
            client.get(f"{other_url}/a")
        pair = b64encode(f"{NAME}:p".encode()).decode()
        assert service.asked[0].headers["authorization"] == f"Basic {pair}"
        assert elsewhere.asked[0].headers.keys().isdisjoint({"authorization"})
        assert KEY not in repr((answer.request, answer.request.url, elsewhere.asked))
        auth = auth_of(credentials(api_key=KEY), base_url=base_url)
        with library.Client(auth=auth) as client:
            answer = client.get(f"{base_url}/a?b=1")
        assert service.asked[1].line == f"GET /a?b=1&harbour-key={KEY}"
        assert str(answer.request.url) == f"{base_url}/a?b=1"


@pytest.mark.parametrize("kind", KINDS)
def test_the_authentication_for_ones_own_client_fetches_tokens_and_renews_them(made, club, kind):
    library = pytest.importorskip("httpx")
    auth_of, credentials = made.module("auth").BoatClubAuth, made.module("credentials").Credentials
    club.answer = lambda asked: (401, {}) if asked.headers["authorization"] == "Bearer token-number-1" else (200, {})
    auth = auth_of(credentials(**GIVEN, token_url=f"{club.base_url}/token"), base_url=club.base_url)
    added = {"X-Own": "of the caller's client"}

    async def awaited():
        async with library.AsyncClient(auth=auth, headers=added) as client:
            return await asyncio.gather(*(client.get(f"{club.base_url}/boats") for _ in range(3)))

    def waited():
        with library.Client(auth=auth, headers=added) as client:
            return [client.get(f"{club.base_url}/boats") for _ in range(3)]

    answers = asyncio.run(awaited()) if kind == "async" else waited()
    assert [answer.status_code for answer in answers] == [200] * 3
    assert len(club.tokens) == 2
    assert all("x-own" not in asked.headers for asked in club.tokens)
    assert "token-number" not in repr([(answer.request.headers.raw, vars(answer.request)) for answer in answers])
    club.token = lambda number: (400, {"error": "invalid_client"})
    auth = auth_of(credentials(**GIVEN, token_url="/token"), base_url=club.base_url)
    with library.Client(auth=auth) as client, pytest.raises(made.package.AuthenticationError) as caught:
        client.get(club.base_url)
    assert caught.value.error == "invalid_client"
