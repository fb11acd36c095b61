"""Which client a request goes through, with a library that only notes what is made of it."""

import threading
import time
from types import SimpleNamespace

import pytest
from sdk.errors import ConfigurationError
from sdk.transports import Request, TransportError
from sdk.transports._clients import Clients


class Library:
    """As much of an HTTP library as is asked for a client."""

    __name__ = "library"

    def __init__(self, cost=0.0, error=None):
        self.made = []
        library = self

        class Client:
            def __init__(self, **settings):
                time.sleep(cost)
                if error is not None and "trust_env" not in settings:
                    raise error
                library.made.append(settings)

            def build_request(self):
                """Make a request."""

        self.Client = Client
        self.Cookies = type("Cookies", (), {})


def request(url, left=None):
    return Request("things.get", "GET", url, {}, None, timeout=1.0, remaining=left, max_body=1, max_error_body=1)


PLAIN = request("http://127.0.0.1:9/")
SECURE = request("https://api.example/")


def test_each_is_made_once_and_only_when_it_is_needed():
    library = Library()
    clients = Clients(library, "Client", None)
    assert library.made == []
    plain = clients.suited(PLAIN)
    assert clients.suited(PLAIN) is plain
    assert [settings["trust_env"] for settings in library.made] == [False]
    secure = clients.suited(SECURE)
    assert clients.suited(request("HTTPS://api.example/")) is secure is not plain
    assert [set(settings) for settings in library.made[1:]] == [set()]
    assert set(clients.detach()) == {plain, secure}


def test_threads_that_need_one_at_once_get_the_same():
    library = Library(cost=0.05)
    clients = Clients(library, "Client", None)
    got = []
    threads = [threading.Thread(target=lambda: got.append(clients.suited(SECURE))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(got), len(set(got)), len(library.made)) == (8, 1, 1)


def test_a_request_whose_time_is_over_when_its_client_is_made_was_not_sent():
    clients = Clients(Library(), "Client", None)
    with pytest.raises(TransportError) as caught:
        clients.suited(request("https://api.example/", left=lambda: 0.0))
    assert (caught.value.sent, caught.value.timed_out) == (False, True)
    assert clients.suited(request("https://api.example/", left=lambda: 0.5)) is not None


def test_none_is_made_after_closing():
    library = Library()
    clients = Clients(library, "Client", None)
    assert clients.detach() == []
    for one in (PLAIN, SECURE):
        with pytest.raises(TransportError, match="closed") as caught:
            clients.suited(one)
        assert not caught.value.usable
    assert library.made == []


@pytest.mark.parametrize("error", [ValueError("pa55w0rd"), ImportError("pa55w0rd"), OSError("pa55w0rd")])
def test_what_the_library_does_not_bear_is_told_without_its_words(error):
    clients = Clients(Library(error=error), "Client", None)
    for _ in range(2):
        with pytest.raises(TransportError, match=rf"{type(error).__name__}.*SSL_CERT_FILE") as caught:
            clients.suited(SECURE)
        assert "pa55w0rd" not in str(caught.value)
        assert caught.value.__context__ is None
        assert (caught.value.sent, caught.value.usable) == (False, False)
    assert clients.suited(PLAIN) is not None


def test_the_callers_client_is_used_for_all_and_never_closed():
    library = Library()
    given = library.Client()
    clients = Clients(library, "Client", given)
    assert clients.suited(PLAIN) is clients.suited(SECURE) is given
    assert clients.detach() == []
    assert clients.builds_plainly
    given.build_request = lambda: None
    assert not Clients(library, "Client", given).builds_plainly


def test_another_kind_is_refused():
    with pytest.raises(ConfigurationError, match=r"library\.Client; got a types\.SimpleNamespace: "):
        Clients(Library(), "Client", SimpleNamespace())
