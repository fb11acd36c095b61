"""Signing: which requests get the headers, what a 401 does, and that nothing keeps them."""

import contextlib
import copy
import functools
import html
import importlib.util
import json
import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote, quote_plus

import anyio
import anyio.lowlevel
import httpx
import pytest
from sdk.credentials import Credentials
from sdk.errors import ConfigurationError

from tests.runtime.standin import CLIENT, KEY_HEADER, SECRET_HEADER, ThingsAuth

OLD, NEW = Credentials("key-old", "secret-old"), Credentials("key-new", "secret-new")
BASE = "https://api.example"
BACKENDS = ["asyncio", *(["trio"] if importlib.util.find_spec("trio") else [])]


class Service:
    """Takes one key pair, answers 401 to all else, and notes what it saw."""

    def __init__(self, takes=OLD):
        self.takes = takes
        self.seen = []

    def __call__(self, request):
        pair = request.headers.get(KEY_HEADER), request.headers.get(SECRET_HEADER)
        self.seen.append(pair)
        return httpx.Response(200 if pair == (self.takes.api_key, self.takes.api_secret) else 401)

    @property
    def keys(self):
        return [key for key, _ in self.seen]


class Provider:
    """Gives the next of its answers at each call, the last one for ever."""

    def __init__(self, *answers):
        self.answers = answers
        self.calls = 0

    def __call__(self):
        answer = self.answers[min(self.calls, len(self.answers) - 1)]
        self.calls += 1
        if isinstance(answer, Exception):
            raise answer
        return answer


class AsyncProvider(Provider):
    async def __call__(self):
        await anyio.lowlevel.checkpoint()
        return super().__call__()


def plain(provider):
    """A plain function that hands out what an async provider gives: a coroutine."""

    def call():
        return provider()

    return call


def client(service, credentials=OLD, base_url=BASE, **options):
    auth = ThingsAuth(credentials, base_url=base_url)
    return httpx.Client(auth=auth, transport=httpx.MockTransport(service), **options)


def async_client(service, credentials=OLD, **options):
    auth = ThingsAuth(credentials, base_url=BASE)
    return httpx.AsyncClient(auth=auth, transport=httpx.MockTransport(service), **options)


def fetch(backend, service, credentials, **options):
    """One GET of an async client under a backend."""

    async def main():
        async with async_client(service, credentials) as http:
            return await http.request("GET", BASE, **options)

    return anyio.run(main, backend=backend)


# Which requests are signed.


@pytest.mark.parametrize(
    ("base", "url", "signed"),
    [
        (BASE, f"{BASE}/api/client/all", True),
        (f"{BASE}/", "https://API.EXAMPLE:443/x", True),
        (f"{BASE}:443", f"{BASE}/x", True),
        (BASE, f"{BASE}:8443/x", False),
        (BASE, "http://api.example/x", False),
        (BASE, "http://api.example:443/x", False),
        (BASE, "https://example/x", False),
        (BASE, "https://api.example.evil.example/x", False),
        (BASE, "https://api.example@evil.example/x", False),
        ("http://localhost:8080", "http://localhost:8080/x", True),
        ("http://localhost:8080", "http://127.0.0.1:8080/x", False),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8081/x", False),
        ("http://127.8.9.1", "http://127.8.9.1:80/x", True),
        ("http://[::1]:8080", "http://[::1]:8080/x", True),
        ("https://localhost", "http://localhost/x", False),
    ],
)
def test_only_the_configured_origin_is_signed(base, url, signed):
    service = Service()
    with client(service, base_url=base) as http:
        http.get(url)
        # A header that a caller, or httpx on a redirect, put there goes too.
        http.get(url, headers={KEY_HEADER.title(): "stray", SECRET_HEADER: "stray"})
    assert service.seen == [("key-old", "secret-old") if signed else (None, None)] * 2


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(("url", "signed"), [(BASE, True), ("https://evil.example", False)])
def test_the_async_client_signs_alike(backend, url, signed):
    service = Service()

    async def main():
        async with async_client(service) as http:
            await http.get(url, headers={KEY_HEADER: "stray", SECRET_HEADER: "stray"})

    anyio.run(main, backend=backend)
    assert service.seen == [("key-old", "secret-old") if signed else (None, None)]


@pytest.mark.parametrize(
    "base",
    [
        "http://api.example",
        "http://10.0.0.1",
        "http://0.0.0.0:80",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
        "ftp://localhost",
        "ws://localhost",
    ],
)
def test_an_origin_in_the_clear_is_refused(base):
    with pytest.raises(ConfigurationError, match="in the clear"):
        ThingsAuth(OLD, base_url=base)


@pytest.mark.parametrize("base", ["", "api.example", "/api", "https://", "https://h:port", "https://\x00", None])
def test_a_base_url_that_is_none_is_refused(base):
    with pytest.raises(ConfigurationError, match="not an absolute URL"):
        ThingsAuth(OLD, base_url=base)


def test_an_error_about_the_base_url_does_not_repeat_its_password():
    with pytest.raises(ConfigurationError, match=r"http://h\.example would") as caught:
        ThingsAuth(OLD, base_url="http://user:hunter2@h.example/path")
    assert "hunter2" not in str(caught.value)


# What a 401 does.


def test_fixed_credentials_are_not_tried_twice():
    service = Service(takes=NEW)
    with client(service) as http:
        assert http.get(BASE).status_code == 401
    assert service.keys == ["key-old"]


def test_a_provider_is_asked_at_need_and_once_more_after_a_401():
    service, provider = Service(takes=NEW), Provider(OLD, NEW)
    with client(service, provider) as http:
        assert provider.calls == 0
        response = http.post(BASE, json={"Id": 1})
        assert http.get(BASE).status_code == 200
    assert response.status_code == 200
    assert service.keys == ["key-old", "key-new", "key-new"]
    assert provider.calls == 2


def test_the_body_is_sent_again_whole():
    bodies = []

    def service(request):
        bodies.append(request.content)
        return httpx.Response(401)

    with client(service, Provider(OLD, NEW)) as http:
        http.post(BASE, json={"Id": 1})
    assert bodies == [b'{"Id":1}'] * 2


def test_a_second_401_is_final():
    service, provider = Service(takes=Credentials("none", "none")), Provider(OLD, NEW)
    with client(service, provider) as http:
        assert http.get(BASE).status_code == 401
    assert service.keys == ["key-old", "key-new"]


@pytest.mark.parametrize("status", [403, 407, 500, 302])
def test_another_status_asks_nobody(status):
    provider = Provider(OLD)
    with client(lambda _: httpx.Response(status), provider) as http:
        assert http.get(BASE).status_code == status
    assert provider.calls == 1


def test_a_streamed_body_is_not_sent_again_but_the_next_request_has_new_credentials():
    service, provider = Service(takes=NEW), Provider(OLD, NEW)

    class Sends(httpx.BaseTransport):
        def handle_request(self, request):
            assert b"".join(request.stream) in {b"ab", b""}
            return service(request)

    with httpx.Client(auth=ThingsAuth(provider, base_url=BASE), transport=Sends()) as http:
        assert http.post(BASE, content=iter([b"a", b"b"])).status_code == 401
        assert http.get(BASE).status_code == 200
    assert service.keys == ["key-old", "key-new"]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("kind", [Provider, AsyncProvider])
def test_an_async_client_takes_both_kinds(backend, kind):
    service, provider = Service(takes=NEW), kind(OLD, NEW)
    assert fetch(backend, service, provider).status_code == 200
    assert service.keys == ["key-old", "key-new"]
    assert provider.calls == 2


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_function_that_hands_out_a_coroutine_is_asynchronous_too(backend):
    assert fetch(backend, Service(), plain(AsyncProvider(OLD))).status_code == 200
    assert fetch(backend, Service(), functools.partial(AsyncProvider(OLD))).status_code == 200


def test_a_sync_provider_does_not_run_in_the_event_loop():
    threads = []

    def provider():
        threads.append(threading.current_thread())
        return OLD

    fetch("asyncio", Service(), provider)
    assert threads
    assert threads[0] is not threading.main_thread()


@pytest.mark.parametrize("wrap", [lambda provider: provider, plain, functools.partial])
def test_a_sync_client_refuses_an_async_provider(wrap):
    service = Service()
    with (
        client(service, wrap(AsyncProvider(OLD))) as http,
        pytest.raises(ConfigurationError, match=f"use Async{CLIENT}"),
    ):
        http.get(BASE)
    assert service.seen == []


def test_one_auth_serves_several_event_loops():
    auth = ThingsAuth(AsyncProvider(OLD, NEW), base_url=BASE)
    service = Service(takes=OLD)

    async def main():
        async with httpx.AsyncClient(auth=auth, transport=httpx.MockTransport(service)) as http:
            return (await http.get(BASE)).status_code

    assert anyio.run(main) == 200
    service.takes = NEW
    assert anyio.run(main) == 200


# One call of the provider, however many wait for it.


class Queue:
    """Stands in for a lock, and knows how many have come for it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.changed = threading.Condition()
        self.came = 0

    def __enter__(self):
        with self.changed:
            self.came += 1
            self.changed.notify_all()
        self.lock.acquire()

    def __exit__(self, *_):
        self.lock.release()

    def wait_for(self, number):
        with self.changed:
            assert self.changed.wait_for(lambda: self.came >= number, timeout=120)


def test_many_threads_with_a_401_ask_the_provider_once():
    crowd = 12
    refused, queue = threading.Barrier(crowd, timeout=120), Queue()
    service, answers = Service(takes=NEW), Provider(OLD, NEW)

    def provider():
        # Every thread wants an answer before there is one.
        queue.wait_for(crowd * (answers.calls + 1))
        return answers()

    def slow(request):
        response = service(request)
        if response.status_code == 401:
            refused.wait()
        return response

    auth = ThingsAuth(provider, base_url=BASE)
    auth._credentials._lock = queue
    with (
        httpx.Client(auth=auth, transport=httpx.MockTransport(slow)) as http,
        ThreadPoolExecutor(crowd) as pool,
    ):
        statuses = list(pool.map(lambda _: http.get(BASE).status_code, range(crowd)))
    assert statuses == [200] * crowd
    assert service.keys.count("key-old") == crowd
    assert answers.calls == 2


def test_threads_that_waited_for_a_failure_share_it():
    crowd, queue = 12, Queue()
    answers = Provider(OSError("store is down"), OLD)

    def provider():
        queue.wait_for(crowd)
        return answers()

    auth = ThingsAuth(provider, base_url=BASE)
    auth._credentials._lock = queue
    with httpx.Client(auth=auth, transport=httpx.MockTransport(Service())) as http:

        def one(_):
            with pytest.raises(ConfigurationError, match="raised OSError"):
                http.get(BASE)

        with ThreadPoolExecutor(crowd) as pool:
            list(pool.map(one, range(crowd)))
        assert answers.calls == 1
        assert http.get(BASE).status_code == 200
    assert answers.calls == 2


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("kind", [Provider, AsyncProvider])
def test_many_tasks_with_a_401_ask_the_provider_once(backend, kind):
    crowd = 50
    service, provider = Service(takes=NEW), kind(OLD, NEW)
    statuses = []

    async def main():
        everybody = anyio.Event()

        async def slow(request):
            response = service(request)
            if response.status_code == 401:
                if service.keys.count("key-old") == crowd:
                    everybody.set()
                await everybody.wait()
            return response

        async def one(http):
            statuses.append((await http.get(BASE)).status_code)

        async with async_client(slow, provider) as http, anyio.create_task_group() as tasks:
            for _ in range(crowd):
                tasks.start_soon(one, http)

    anyio.run(main, backend=backend)
    assert statuses == [200] * crowd
    assert provider.calls == 2


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_failure_is_shared_by_those_who_waited_and_not_by_those_who_come_later(backend):
    calls = []
    failures = []
    service = Service()

    async def main():
        release = anyio.Event()

        async def provider():
            calls.append(1)
            await release.wait()
            if len(calls) == 1:
                raise OSError("store is down")
            return OLD

        async def one(http):
            try:
                await http.get(BASE)
            except ConfigurationError as error:
                failures.append(str(error))

        async with async_client(service, provider) as http:
            async with anyio.create_task_group() as tasks:
                for _ in range(5):
                    tasks.start_soon(one, http)
                await anyio.wait_all_tasks_blocked()
                release.set()
            assert (await http.get(BASE)).status_code == 200

    anyio.run(main, backend=backend)
    assert len(failures) == 5
    assert len(set(failures)) == 1
    assert len(calls) == 2


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_cancelled_request_leaves_the_refresh_to_the_next(backend):
    calls = []

    async def main():
        async def provider():
            calls.append(1)
            if len(calls) == 1:
                await anyio.sleep_forever()
            return OLD

        async with async_client(Service(), provider) as http:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(http.get, BASE)
                await anyio.wait_all_tasks_blocked()
                tasks.cancel_scope.cancel()
            assert (await http.get(BASE)).status_code == 200

    anyio.run(main, backend=backend)
    assert len(calls) == 2


# Nothing shows or keeps a secret.


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (RuntimeError("got secret-old"), "RuntimeError"),
        (KeyError("secret-old"), "KeyError"),
        (ConfigurationError("VAULT_ADDR is not set."), r"^VAULT_ADDR is not set\.$"),
        ({"api_secret": "secret-old"}, "type dict"),
        (None, "type NoneType"),
    ],
)
@pytest.mark.parametrize("kind", [Provider, AsyncProvider])
def test_a_provider_that_fails_is_told_without_its_words(answer, told, kind):
    if kind is Provider:
        with client(Service(), kind(answer)) as http, pytest.raises(ConfigurationError, match=told) as caught:
            http.get(BASE)
    else:
        with pytest.raises(ConfigurationError, match=told) as caught:
            fetch("asyncio", Service(), kind(answer))
    assert "secret-old" not in str(caught.value)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


@pytest.mark.parametrize(
    "escape",
    [
        str,
        quote,
        quote_plus,
        lambda text: quote(text, safe="").lower(),
        html.escape,
        lambda text: html.escape(text).replace("+", "&#x2B;").replace("/", "&#47;"),
        json.dumps,
        lambda text: json.dumps(text).replace("/", "\\/"),
        lambda text: json.dumps(json.dumps(text)),
        lambda text: json.dumps(text).replace("+", "\\u002B").replace("&", "\\u0026").replace("'", "\\u0027"),
    ],
)
def test_what_the_service_quotes_is_hidden_however_it_is_escaped(escape):
    key, secret = """k/e+y="1 2'&<>\\x""", "abc+/def=="
    auth = ThingsAuth(Credentials(key, secret), base_url=BASE)
    # Letters keep their case in any escape.
    said = escape(f"The key {key} with secret {secret} is not valid, other is.").encode()
    hidden = auth.hide(said)
    assert hidden.count(b"<hidden>") == 2
    assert b"is not valid" in hidden.replace(b"+", b" ").replace(b"%20", b" ")
    for part in (b"k/e", b"k%2", b"def", b"abc+", b"abc%"):
        assert part not in hidden


def test_a_value_that_is_too_short_to_be_told_from_words_stays():
    auth = ThingsAuth(Credentials("valid", "secret-and-more"), base_url=BASE)
    assert auth.hide(b"secret-and-more is not valid") == b"<hidden> is not valid"
    auth = ThingsAuth(Credentials("key-12", "key-12-and-more"), base_url=BASE)
    assert auth.hide(b"key-12-and-more key-12 KEY-12") == b"<hidden> <hidden> KEY-12"


@pytest.mark.parametrize("kind", [Provider, AsyncProvider])
def test_after_a_refresh_both_pairs_are_hidden(kind):
    auth = ThingsAuth(kind(OLD, NEW), base_url=BASE)
    service = Service(takes=NEW)
    said = b"not secret-old of key-old but secret-new of key-new"
    assert auth.hide(said) == said

    async def main():
        async with httpx.AsyncClient(auth=auth, transport=httpx.MockTransport(service)) as http:
            assert (await http.get(BASE)).status_code == 200

    anyio.run(main)
    assert auth.hide(said) == b"not <hidden> of <hidden> but <hidden> of <hidden>"


@pytest.mark.parametrize(("source", "kind"), [(OLD, "fixed"), (Provider(OLD), "a provider")])
def test_its_repr_tells_the_origin_and_no_secret(source, kind):
    auth = ThingsAuth(source, base_url="http://[::1]:8080/path")
    assert repr(auth) == f"{CLIENT}Auth(<hidden>, credentials='{kind}', origin='http://[::1]:8080')"
    assert "-old" not in f"{auth} {vars(auth)} {vars(vars(auth)['_credentials'])}"


def test_it_is_not_pickled_and_copies_share_it():
    auth = ThingsAuth(OLD, base_url=BASE)
    with pytest.raises(TypeError, match=f"{CLIENT}Auth holds secrets"):
        pickle.dumps(auth)
    assert copy.deepcopy(auth) is auth


def test_no_response_or_exception_keeps_the_headers():
    with client(Service()) as http:
        response = http.get(BASE)
    assert response.status_code == 200
    assert b"secret-old" not in pickle.dumps(response)

    def broken(request):
        assert request.headers[SECRET_HEADER] == "secret-old"
        raise httpx.ReadError("lost", request=request)

    with client(broken) as http, pytest.raises(httpx.ReadError) as caught:
        http.get(BASE)
    assert SECRET_HEADER not in caught.value.request.headers


# Redirects, over real sockets.


@contextlib.contextmanager
def server(location=None):
    """A loopback server that notes the headers it gets, and redirects if it has somewhere to."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append({name.lower(): value for name, value in self.headers.items()})
            leads = location if self.path == "/" else None
            self.send_response(302 if leads else 200)
            if leads:
                self.send_header("Location", leads)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.server_port}", seen
        finally:
            listening.shutdown()
            thread.join(60)
            assert not thread.is_alive()


def secrets(headers):
    return headers.get(KEY_HEADER), headers.get(SECRET_HEADER)


def test_a_redirect_is_not_followed_by_default_and_leads_away_unsigned():
    with server() as (other, at_other), server(f"{other}/landing") as (base, at_base):
        auth = ThingsAuth(OLD, base_url=base)
        with httpx.Client(auth=auth, trust_env=False) as http:
            response = http.get(base)
            assert response.status_code == 302
            assert at_other == []
            # The request that httpx prepared had both headers, copied from ours.
            assert secrets(response.next_request.headers) == (None, None)
            assert http.send(response.next_request).status_code == 200
    assert [secrets(headers) for headers in at_base] == [("key-old", "secret-old")]
    assert [secrets(headers) for headers in at_other] == [(None, None)]


def test_the_guard_makes_following_safe():
    with server() as (other, at_other), server(f"{other}/landing") as (base, at_base):
        auth = ThingsAuth(OLD, base_url=base)
        hooks = {"request": [auth.guard]}
        with httpx.Client(auth=auth, trust_env=False, follow_redirects=True, event_hooks=hooks) as http:
            response = http.get(base)
    assert response.status_code == 200
    assert [secrets(headers) for headers in at_base] == [("key-old", "secret-old")]
    assert [secrets(headers) for headers in at_other] == [(None, None)]
    assert b"secret-old" not in pickle.dumps([response, *response.history])


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_guard_makes_following_safe_in_an_async_client(backend):
    async def main(base):
        auth = ThingsAuth(OLD, base_url=base)
        hooks = {"request": [auth.async_guard]}
        async with httpx.AsyncClient(auth=auth, trust_env=False, follow_redirects=True, event_hooks=hooks) as http:
            return await http.get(base)

    with server() as (other, at_other), server(f"{other}/landing") as (base, at_base):
        assert anyio.run(main, base, backend=backend).status_code == 200
    assert [secrets(headers) for headers in at_base] == [("key-old", "secret-old")]
    assert [secrets(headers) for headers in at_other] == [(None, None)]


def test_the_guard_keeps_the_headers_within_the_origin():
    with server("/landing") as (base, at_base):
        auth = ThingsAuth(OLD, base_url=base)
        hooks = {"request": [auth.guard]}
        with httpx.Client(auth=auth, trust_env=False, follow_redirects=True, event_hooks=hooks) as http:
            assert http.get(base).status_code == 200
    assert [secrets(headers) for headers in at_base] == [("key-old", "secret-old")] * 2


def test_why_there_is_a_guard():
    """The day httpx stops forwarding unknown headers, this fails, and the guard may go."""
    with server() as (other, at_other), server(f"{other}/landing") as (base, _):
        auth = ThingsAuth(OLD, base_url=base)
        with httpx.Client(auth=auth, trust_env=False, follow_redirects=True) as http:
            http.get(base)
    assert [secrets(headers) for headers in at_other] == [("key-old", "secret-old")]


def test_a_401_from_where_a_redirect_led_asks_nobody():
    provider = Provider(OLD, NEW)

    def service(request):
        if request.url.host == "elsewhere.example":
            return httpx.Response(401)
        return httpx.Response(302, headers={"Location": "https://elsewhere.example/"})

    with client(service, provider, follow_redirects=True) as http:
        assert http.get(BASE).status_code == 401
    assert provider.calls == 1
