"""`envoice doctor` finds what is wrong, each time with the first thing that is, and shows no secret."""

import contextlib
import email.utils
import json
import socket
import ssl
import threading
import time

import pytest

from tests.cli.conftest import KEY, SECRET
from tests.runtime import pki
from tests.runtime.loopback import send, serve

PLAIN = {
    "/api/general/currencies": b'[{"Id":163,"Name":"Euro","Value":"EUR","Code":"978","Symbol":null}]',
    "/api/invoice/all": b'{"TotalCount":1,"Result":[{"Id":1,"Status":3,"Brand":"new"}],"IsFaulted":false}',
}


def answering(status=200, skew=0.0, body=None):
    def answer(handler):
        content = PLAIN.get(handler.path.partition("?")[0], b"[]") if body is None else body
        handler.date_time_string = lambda: email.utils.formatdate(time.time() + skew, usegmt=True)
        send(handler, status, content, Content_Type="application/json")

    return answer


@pytest.fixture
def doctor(process):
    def go(url, *words, **env):
        ran = process("doctor", "--json", *words, env={"ENVOICE_BASE_URL": url} | env)
        assert KEY not in ran.out + ran.err
        assert SECRET not in ran.out + ran.err
        return ran.status, {check["check"]: (check["state"], check["detail"]) for check in ran.json}

    return go


def test_all_is_well(doctor, process):
    with serve(answering()) as (url, asked):
        status, found = doctor(url, "--no-deviations")
        told = process("doctor", "--no-deviations", env={"ENVOICE_BASE_URL": url})
    assert status == 0
    assert {state for state, _ in found.values()} == {"ok"}
    assert list(found) == ["versions", "credentials", "name", "port", "service", "clock"]
    assert "envoice 0." in found["versions"][1]
    assert "httpx" in found["versions"][1]
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("ok  versions")
    assert {path for path, _ in asked} == {asked[0][0]}  # nothing but the one GET


def test_what_the_document_does_not_say_is_reported(doctor):
    with serve(answering()) as (url, asked):
        status, found = doctor(url)
    assert status == 0
    assert found["deviation"][0] == "warning"
    assert len({path for path, _ in asked}) == 4


@pytest.mark.parametrize(
    ("answer", "status", "told"),
    [
        (answering(401, body=b'{"Message":"Wrong key"}'), 6, "401 Unauthorized: Wrong key"),
        (answering(403, body=b""), 6, "403"),
        (answering(503, body=b""), 10, "503"),
        (answering(body=b"<html>maintenance</html>"), 12, "HTML"),
        (answering(body=b"[{"), 12, ""),
    ],
)
def test_a_service_that_refuses_is_told(doctor, answer, status, told):
    with serve(answer) as (url, _):
        ended, found = doctor(url)
    assert ended == status
    assert found["service"][0] == "failed"
    assert told in found["service"][1]
    assert found["clock"][0] == "ok"  # what an error still tells


@pytest.mark.parametrize(("skew", "told"), [(3600, "behind"), (-3600, "ahead of")])
def test_a_wrong_clock_is_told(doctor, skew, told):
    with serve(answering(skew=skew)) as (url, _):
        status, found = doctor(url, "--no-deviations")
    assert status == 0
    assert found["clock"][0] == "warning"
    assert f"s {told} the service" in found["clock"][1]


@pytest.mark.parametrize(
    ("env", "state", "told"),
    [
        ({"ENVOICE_API_KEY": ""}, "failed", "ENVOICE_API_KEY is not set."),
        ({"ENVOICE_API_KEY": "", "ENVOICE_API_SECRET": ""}, "failed", "ENVOICE_API_KEY and ENVOICE_API_SECRET are not"),
        ({"ENVOICE_API_KEY": "short"}, "warning", "ENVOICE_API_KEY shorter than keys are"),
        ({"ENVOICE_API_KEY": SECRET}, "warning", "are the same"),
        ({"ENVOICE_API_KEY": f"{KEY}\n"}, "failed", "whitespace"),
    ],
)
def test_credentials_of_no_plausible_form_are_told(doctor, env, state, told):
    with serve(answering()) as (url, asked):
        status, found = doctor(url, "--no-deviations", **env)
    assert status == (3 if state == "failed" else 0)
    assert found["credentials"][0] == state
    assert told in found["credentials"][1]
    assert bool(asked) == (state != "failed")


def test_a_refused_port_is_told(doctor):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    status, found = doctor(f"http://127.0.0.1:{port}")
    assert status == 4
    assert found["port"] == ("failed", f"port {port} of 127.0.0.1: Connection refused")
    assert found["service"][0] == "skipped"


def test_a_name_without_an_address_is_told(doctor):
    status, found = doctor("https://no-such-host.invalid")
    assert status == 4
    assert found["name"][0] == "failed"
    assert found["name"][1].startswith("no-such-host.invalid has no address: ")


def test_an_address_that_cannot_be_used_is_told(doctor):
    status, found = doctor("http://example.test")
    assert status == 3
    assert found["address"][0] == "failed"


@contextlib.contextmanager
def tls_server(context):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        done = threading.Event()

        def loop():
            while not done.is_set():
                with contextlib.suppress(OSError):
                    connection, _ = server.accept()
                    with connection, contextlib.suppress(OSError, ssl.SSLError):
                        connection.settimeout(5)
                        if context is None:
                            connection.sendall(b"this is no TLS\r\n\r\n")
                        else:
                            context.wrap_socket(connection, server_side=True).close()

        thread = threading.Thread(target=loop)
        thread.start()
        try:
            yield f"https://127.0.0.1:{server.getsockname()[1]}"
        finally:
            done.set()
            thread.join()


def test_a_certificate_of_nobody_we_trust_is_told(doctor, tmp_path):
    pki.make(tmp_path)
    with tls_server(pki.serving(tmp_path)) as url:
        status, found = doctor(url)
    assert status == 4
    assert found["TLS"][0] == "failed"
    assert found["TLS"][1].startswith("the certificate is refused: ")


def test_a_port_that_speaks_no_tls_is_told(doctor):
    with tls_server(None) as url:
        status, found = doctor(url)
    assert status == 4
    assert found["TLS"][0] == "failed"
    assert found["TLS"][1].startswith("no TLS: ")


def test_a_proxy_leaves_names_and_ports_to_itself(doctor):
    with serve(answering()) as (url, _):
        status, found = doctor("http://localhost:1", "--no-deviations", HTTP_PROXY=url, http_proxy=url, no_proxy="")
    assert found["network"][0] == "skipped"
    assert found["service"][0] in {"ok", "failed"}
    assert status in {0, 4}


@pytest.mark.parametrize(
    ("proxy", "status"), [("ftp://user:pass-word@127.0.0.1:1", 3), ("http://user:pass-word@a..b:1", 4)]
)
def test_a_proxy_that_cannot_be_used_is_told(doctor, proxy, status):
    ended, found = doctor("https://api.example", HTTPS_PROXY=proxy)
    assert ended == status
    assert found["service"][0] == "failed"
    assert "pass-word" not in str(found)


@pytest.mark.parametrize("host", ["a..b", "xn--a-"])
def test_a_host_that_is_none_is_told(doctor, process, host):
    status, found = doctor(f"https://{host}")
    assert status == 3
    assert found["address"][0] == "failed"
    assert "no host name" in found["address"][1]
    ran = process("webhooks", "listen", "--host", host)
    assert ran.status == 3
    assert f"{host}:8000 cannot be listened at" in ran.err


def test_the_json_is_one_document(process):
    with serve(answering()) as (url, _):
        ran = process("doctor", "--json", env={"ENVOICE_BASE_URL": url})
    assert isinstance(json.loads(ran.out), list)
