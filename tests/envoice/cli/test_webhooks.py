"""`envoice webhooks`: the construction is found, a delivery is verified, and a receiver shows what arrives."""

import contextlib
import http.client
import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from envoice.cli._listening import Receiver

from tests.envoice.cli.conftest import command, environ
from tests.envoice.webhooks.receiver import PERSONAL, SCHEME, SECRET, UNKNOWN, delivery

SCHEMED = {"ENVOICE_WEBHOOK_SECRET": SECRET, "ENVOICE_WEBHOOK_SCHEME": SCHEME}


@pytest.fixture
def captured(tmp_path):
    path = tmp_path / "captured.json"
    path.write_bytes(delivery(71, OrderId=5))
    return path


def test_the_construction_is_found(process, captured):
    ran = process("webhooks", "identify", "--body", captured, env={"ENVOICE_WEBHOOK_SECRET": SECRET})
    assert ran.status in {0, 3}
    assert SCHEME in ran.out
    assert SECRET not in ran.out + ran.err


RUN_MODULE = "import runpy, tests.conftest; runpy.run_module('envoice.webhooks', run_name='__main__')"


def test_it_says_the_same_as_the_module(process, captured):
    env = {"ENVOICE_WEBHOOK_SECRET": SECRET}
    ran = process("webhooks", "identify", "--body", captured, env=env)
    words = [sys.executable, "-c", RUN_MODULE, "identify", "--body", str(captured)]
    module = subprocess.run(words, capture_output=True, text=True, env=environ(**env), check=False)
    assert (ran.status, ran.out) == (module.returncode, module.stdout)


def test_a_genuine_delivery_is_told(process, captured):
    ran = process("webhooks", "verify", "--body", captured, env=SCHEMED)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == "valid: Paid, invoice 3971, activity 71, made 2026-01-31T11:43:30+00:00\n"
    assert PERSONAL not in ran.out
    told = process("webhooks", "verify", "--body", captured, "--json", env=SCHEMED).json
    assert (told["valid"], told["type"], told["id"]) == (True, "Paid", 71)


@pytest.mark.parametrize(
    ("content", "status", "told"),
    [
        (delivery(71, secret="another"), 15, "Signature fits none of the secrets"),
        (b"{}", 3, "is no delivery as it was received"),
        (b"", 3, "is no delivery as it was received"),
    ],
)
def test_any_other_is_refused(process, tmp_path, content, status, told):
    path = tmp_path / "other.json"
    path.write_bytes(content)
    ran = process("webhooks", "verify", "--body", path, env=SCHEMED)
    assert (ran.status, ran.out) == (status, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1
    assert SECRET not in ran.err


def test_without_a_scheme_nothing_is_verified(process, captured):
    ran = process("webhooks", "verify", "--body", captured)
    assert ran.status == 3
    assert "ENVOICE_WEBHOOK_SCHEME is not set" in ran.err


# The answer starts when the process would be long over, if nothing waited for it.
SLOWLY = """
import time
from http.server import BaseHTTPRequestHandler as Handler
send = Handler.send_response
Handler.send_response = lambda *words: (time.sleep(1), send(*words))
"""


@contextlib.contextmanager
def listening(*words, before="", **env):
    """A receiver as a process; yields a function that posts, and one that tells what it has said."""
    *python, program = command()
    process = subprocess.Popen(
        [*python, before + program, "webhooks", "listen", "--port", "0", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environ(PYTHONUNBUFFERED="1", **env),
    )
    try:
        line = process.stderr.readline()
        port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", line)[1])

        def post(body, method="POST", **headers):
            with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
                connection.request(method, "/hook", body, headers)
                answer = connection.getresponse()
                return answer.status, answer.read().decode().strip()

        post.port = port
        yield post, process
    finally:
        process.kill()
        process.communicate(timeout=30)


def test_each_delivery_is_shown_and_answered():
    with listening("--count", "3", **SCHEMED) as (post, process):
        assert post(delivery(71)) == (200, "received")
        assert post(delivery(72, UNKNOWN, InvoiceNumber="INV-7\x1b[2J")) == (200, "received")
        assert post(delivery(73, secret="another")) == (400, "signature refused")
        out, err = process.communicate(timeout=30)
        assert process.returncode == 0
    lines = out.splitlines()
    assert len(lines) == 3
    assert re.fullmatch(r"\d\d:\d\d:\d\d  signature valid    Paid, invoice 3971, activity 71, made .*", lines[0])
    assert f"{UNKNOWN}, invoice INV-7\ufffd[2J" in lines[1]
    assert re.fullmatch(r"\d\d:\d\d:\d\d  signature refused  not read", lines[2])
    assert SECRET not in out + err
    assert PERSONAL not in out + err


def test_without_a_scheme_it_shows_and_says_that_it_does_not_check():
    with listening("--count", "1", "--jsonl") as (post, process):
        assert "no signature is checked" in process.stderr.readline()
        assert post(delivery(71, secret="another")) == (200, "received")
        told = json.loads(process.communicate(timeout=30)[0])
    assert (told["verdict"], told["type"], told["about"]) == ("not checked", "Paid", "invoice 3971")


def test_what_it_keeps_is_exact_and_for_nobody_else(tmp_path, process):
    folder = tmp_path / "kept"
    with listening("--save", folder, "--count", "2", **SCHEMED) as (post, running):
        assert post(delivery(71)) == (200, "received")
        assert post(b"no delivery at all")[0] == 400
        running.communicate(timeout=30)
    files = sorted(folder.iterdir())
    assert [file.read_bytes() for file in files] == [delivery(71), b"no delivery at all"]
    if os.name == "posix":
        assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert process("webhooks", "verify", "--body", files[0], env=SCHEMED).status == 0


def test_what_is_no_delivery_is_refused_and_harms_nothing():
    with listening("--count", "1", **SCHEMED) as (post, process):
        assert post(None, method="GET")[0] == 405
        assert post(b"x", **{"Content-Length": "99999999999999999999"})[0] == 413
        assert post(b"x", **{"Content-Length": "-5"})[0] == 400
        with socket.create_connection(("127.0.0.1", post.port)) as raw:
            raw.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
            assert b" 411 " in raw.recv(100)
        with socket.create_connection(("127.0.0.1", post.port)) as raw:
            raw.sendall(b"POST / HTTP/1.1\r\nContent-Length: 50\r\n\r\nhalf")
            raw.shutdown(socket.SHUT_WR)
            assert b" 400 " in raw.recv(100)
        with socket.create_connection(("127.0.0.1", post.port)) as raw:
            raw.sendall(b"\x00\xff" * 50)
        time.sleep(0.2)
        assert post(delivery(71)) == (200, "received")
        out, err = process.communicate(timeout=30)
    assert len(out.splitlines()) == 1
    assert "Traceback" not in err


def test_a_port_that_is_taken_is_told(process):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = process("webhooks", "listen", "--port", taken.getsockname()[1])
    assert ran.status == 3
    assert re.fullmatch(r"error: 127\.0\.0\.1:\d+ cannot be listened at: .*\n", ran.err)


def test_the_last_delivery_is_answered_before_the_receiver_ends():
    with listening("--count", "1", before=SLOWLY, **SCHEMED) as (post, process):
        assert post(delivery(71)) == (200, "received")
        out, err = process.communicate(timeout=30)
    assert (process.returncode, len(out.splitlines())) == (0, 1)
    assert "error" not in err


@pytest.mark.skipif(os.name != "posix", reason="there, a process cannot be interrupted alone")
def test_a_delivery_that_was_shown_is_answered_after_an_interrupt():
    with listening(before=SLOWLY, **SCHEMED) as (post, process), ThreadPoolExecutor() as pool:
        answer = pool.submit(post, delivery(71))
        assert "activity 71" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert answer.result(timeout=30) == (200, "received")
        assert "Traceback" not in process.communicate(timeout=30)[1]


def test_no_more_are_taken_than_were_asked_for(tmp_path, capsys):
    receiver = Receiver(None, save=tmp_path, as_json=False, count=1)
    receiver.server = SimpleNamespace(shutdown=lambda: None)
    with receiver.taking(delivery(71)) as first, receiver.taking(delivery(72)) as second:
        assert (first.status, second.status) == (200, 503)
    assert len(capsys.readouterr().out.splitlines()) == len(list(tmp_path.iterdir())) == 1


def test_none_is_taken_once_it_has_ended(capsys):
    receiver = Receiver(None, save=None, as_json=False, count=None)
    receiver.end()
    with receiver.taking(delivery(71)) as outcome:
        assert outcome.status == 503
    assert capsys.readouterr().out == ""


def test_a_fault_of_the_receiver_is_told_by_its_type():
    broken = "from envoice.webhooks import Webhooks\nWebhooks.unwrap = lambda *_: {}['s3cret']\n"
    with listening(before="import tests.conftest\n" + broken, **SCHEMED) as (post, process):
        with pytest.raises(http.client.RemoteDisconnected):
            post(delivery(71))
        process.kill()
        assert process.communicate(timeout=30)[1] == "error: a request could not be answered (KeyError).\n"
