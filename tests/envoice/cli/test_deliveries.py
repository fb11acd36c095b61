"""`webhooks trigger` sends signed samples, and `listen --forward-to` hands deliveries on as they came."""

import http.client
import json
import threading
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from envoice.cli import _listening
from envoice.cli._delivering import event_names, same_place
from envoice.cli._listening import Receiver, _handler, _Server
from envoice.errors import ConfigurationError
from envoice.hooks.webhooks import Deliveries
from envoice.webhooks import MemoryStore, WebhookHandler

from tests.envoice.webhooks.receiver import PERSONAL, SCHEME, SECRET, delivery, webhooks


@contextmanager
def serving(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/hooks"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def receiver():
    """A receiver of the caller's own: `seen` has what arrived, `status` is what it answers."""

    class Handler(BaseHTTPRequestHandler):
        seen, status = [], 200

        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            self.seen.append((body, dict(self.headers.items())))
            self.send_response(self.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *words):
            pass

    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Handler)) as url:
        Handler.url = url
        yield Handler


@pytest.fixture
def signed(monkeypatch, keys):
    monkeypatch.setenv("ENVOICE_WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv("ENVOICE_WEBHOOK_SCHEME", SCHEME)


@pytest.mark.parametrize("word", ["PAID", "paid", "Paid", "new-payment-with-stripe"])
def test_a_sample_is_signed_and_handled(cli, signed, receiver, word):
    ran = cli("webhooks", "trigger", word, "--to", receiver.url)
    assert (ran.status, ran.err) == (0, "")
    [(body, headers)] = receiver.seen
    assert ran.out.endswith(f"({len(body)} bytes) to {receiver.url}: 200 in {ran.out.split()[-2]} s\n")
    handled = []
    handler = WebhookHandler(webhooks(), store=MemoryStore())
    handler.on()(lambda event: handled.append((event.type, event.activity.invoice_number)))
    assert handler.handle(body, headers).text == "handled"
    [(kind, number)] = handled
    assert (kind.name, number) == (word.upper().replace("-", "_"), "2026-01-2185")
    assert SECRET not in body.decode()


def test_every_event_of_the_document_has_a_sample(cli, signed, tmp_path, receiver):
    assert len(event_names()) > 20
    for name in event_names()[-3:]:
        ran = cli("webhooks", "trigger", name, "--to", receiver.url, "--json", "--save", tmp_path / "body.json")
        assert (ran.json["event"], ran.json["status"], ran.json["taken"]) == (name, 200, True)
        assert (tmp_path / "body.json").read_bytes() == receiver.seen[-1][0]


def test_a_receiver_that_refuses_is_told(cli, signed, receiver):
    receiver.status = 400
    ran = cli("webhooks", "trigger", "PAID", "--to", receiver.url)
    assert (ran.status, ": 400 in " in ran.out) == (1, True)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["PIAD", "--to", "http://127.0.0.1:9/"], 2, "there is no event 'PIAD'; did you mean Paid?"),
        (["zzz", "--to", "http://127.0.0.1:9/"], 2, "there is no event 'zzz'; there are Created, "),
        (["PAID", "--to", "ftp://a"], 2, "'ftp://a' is no URL"),
        (["PAID", "--to", "http://[a"], 2, "'http://[a' is no URL"),
        (["PAID", "--to", "http://user:geheim@127.0.0.1:9/?key=geheim"], 4, "cannot be reached (ConnectError)"),
    ],
)
def test_what_cannot_be_sent_is_one_sentence(cli, signed, words, status, told):
    ran = cli("webhooks", "trigger", *words)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
    if status == 4:
        assert "geheim" not in ran.err


def test_without_a_scheme_nothing_can_be_signed(cli, keys):
    ran = cli("webhooks", "trigger", "PAID", "--to", "http://127.0.0.1:9/")
    assert ran.status == 3
    assert "ENVOICE_WEBHOOK_SCHEME is not set, so no delivery can be signed" in ran.err


def test_a_hook_without_samples_is_told(cli, signed, monkeypatch):
    monkeypatch.delattr(Deliveries, "event_names")
    assert "makes no sample deliveries" in cli("webhooks", "trigger", "PAID", "--to", "http://127.0.0.1:9/").err


def post(url, body, headers):
    host = url.split("/")[2]
    with closing(http.client.HTTPConnection(host, timeout=30)) as connection:
        connection.request("POST", "/in", body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode().strip()


def handing_on(to, *, as_json=False, checked=True):
    made = Receiver(webhooks() if checked else None, save=None, as_json=as_json, count=None, forward_to=to)
    return serving(_Server(("127.0.0.1", 0), _handler(made)))


@pytest.mark.parametrize("secret", [SECRET, "another"])
def test_a_delivery_is_handed_on_as_it_came(receiver, capsys, secret):
    body = delivery(71, secret=secret)
    with handing_on(receiver.url) as url:
        given = {"X-Signature": "t=1,v1=ab", "Content-Type": "application/json; charset=utf-8", "X-Name": "M\xfcller"}
        assert post(url, body, given) == (200, "handed on")
    [(arrived, headers)] = receiver.seen
    assert arrived == body
    assert {name: headers[name] for name in given} == given
    assert headers["Host"] in receiver.url
    out = capsys.readouterr().out
    assert "  -> 200 in " in out
    assert ("signature refused" in out) == (secret != SECRET)
    assert PERSONAL not in out


@pytest.mark.parametrize(("answered", "status"), [(204, 200), (500, 500), (304, 502), (404, 404)])
def test_what_the_receiver_answers_is_answered(receiver, capsys, answered, status):
    receiver.status = answered
    with handing_on(receiver.url, as_json=True, checked=False) as url:
        assert post(url, delivery(71), {})[0] == status
    assert json.loads(capsys.readouterr().out)["forwarded"].startswith(f"{answered} in ")


def test_a_receiver_that_is_not_there_lets_the_service_deliver_again(capsys):
    with handing_on("http://127.0.0.1:9/") as url:
        assert post(url, delivery(71), {}) == (502, "not handed on, deliver again")
    said = capsys.readouterr()
    assert "-> not reached" in said.out
    assert "127.0.0.1:9/ cannot be reached" in said.err


def test_a_receiver_does_not_hand_on_to_itself(keys, monkeypatch):
    assert same_place("http://localhost:8000/x", "127.0.0.1", 8000)
    assert same_place("http://localhost:8000/x", "0.0.0.0", 8000)
    assert not same_place("http://localhost:8001/x", "127.0.0.1", 8000)
    assert not same_place("https://example.com/x", "127.0.0.1", 443)
    monkeypatch.setattr(_listening, "same_place", lambda *_: True)
    with pytest.raises(ConfigurationError, match="leads back to this receiver"):
        _listening.listen(host="127.0.0.1", port=0, save=None, count=None, as_json=False, forward_to="http://a/")
