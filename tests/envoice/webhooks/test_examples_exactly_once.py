"""The examples for Lambda and for bare WSGI and ASGI servers: each payment is written exactly once."""

import base64
import io
import runpy
import sqlite3
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.envoice.webhooks.receiver import SCHEME, SECRET, delivery

ROOT = Path(__file__).parents[3]


@pytest.fixture
def example(tmp_path, monkeypatch):
    """Run an example as a module; its names, and what it has written."""
    monkeypatch.setenv("ENVOICE_WEBHOOK_SECRET", SECRET)
    monkeypatch.setenv("ENVOICE_WEBHOOK_SCHEME", SCHEME)
    database = tmp_path / "payments.db"

    def run(name, driver="sqlite"):
        monkeypatch.setenv("DATABASE_URL", f"{driver}:///{database}")
        return runpy.run_path(str(ROOT / "examples" / f"webhooks_{name}.py"), run_name="example")

    def written():
        with sqlite3.connect(database) as connection:
            rows = connection.execute("SELECT invoice, activity FROM payment").fetchall()
        connection.close()
        return rows

    return run, written


@pytest.mark.parametrize("encoded", [True, False])
def test_lambda(example, encoded):
    run, written = example
    names = run("lambda")
    body = delivery(71)
    request = {"body": base64.b64encode(body).decode() if encoded else body.decode(), "isBase64Encoded": encoded}
    answers = [names["receive"](request, None) for _ in range(2)]
    assert [(answer["statusCode"], answer["body"]) for answer in answers] == [(200, "handled"), (200, "handled before")]
    assert names["receive"]({"body": "{}"}, None)["statusCode"] == 400
    assert written() == [(3971, 71)]
    names["engine"].dispose()


def test_wsgi(example):
    run, written = example
    names, said = run("wsgi"), []

    def post(body):
        environ = {"CONTENT_LENGTH": str(len(body)), "wsgi.input": io.BytesIO(body), "HTTP_X_TRACE": "1"}
        (text,) = names["application"](environ, lambda status, headers: said.append(status))
        return text.decode()

    assert [post(delivery(71)), post(delivery(71)), post(b"x" * 70_000)] == [
        "handled",
        "handled before",
        "body too large",
    ]
    assert said == ["200 handled", "200 handled before", "413 body too large"]
    assert written() == [(3971, 71)]
    names["engine"].dispose()


def test_asgi(example):
    run, written = example
    names = run("asgi", "sqlite+aiosqlite")
    with TestClient(names["application"]) as client:
        answers = [client.post("/", content=delivery(71)) for _ in range(2)]
        assert [(answer.status_code, answer.text) for answer in answers] == [(200, "handled"), (200, "handled before")]
        assert client.post("/", content=b"x" * 70_000).status_code == 413
    assert written() == [(3971, 71)]
