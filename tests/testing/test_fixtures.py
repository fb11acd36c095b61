"""The fixtures in a caller's own test run, and what using `envoice.testing` imports."""

import os
import subprocess
import sys
from pathlib import Path

import envoice
import pytest

from tests.envoice.docs.pages import blocks

ROOT = Path(__file__).parents[2]
GUIDE = "docs/pages/guides/testing.md"

CONFTEST = 'pytest_plugins = ["envoice.testing.fixtures"]\n'
TESTS = """
import asyncio

from decimal import Decimal
from envoice import Invoice, NotFoundError
from envoice.testing import Reply, build


def owed(client, id):
    try:
        return client.invoices.get(id).total_amount
    except NotFoundError:
        return None


def test_amount(envoice_client, envoice_fake):
    envoice_fake.answer("invoices.get", build(Invoice, total_amount=Decimal("7.50")))
    assert owed(envoice_client, 3971) == Decimal("7.50")
    envoice_fake.assert_called("invoices.get", query={"id": 3971})


def test_none(envoice_client, envoice_fake):
    envoice_fake.assert_not_called()
    envoice_fake.answer("invoices.get", Reply(status=404))
    assert owed(envoice_client, 1) is None


def test_async(async_envoice_client, envoice_fake):
    assert asyncio.run(async_envoice_client.invoices.get(1)) == build(Invoice)
    assert len(envoice_fake.calls) == 1


def test_both_reach_the_same(envoice_client, async_envoice_client, envoice_fake):
    envoice_client.taxes.list()
    asyncio.run(async_envoice_client.taxes.list())
    envoice_fake.assert_called("taxes.list", times=2)
"""
STRICT = """
import pytest
from envoice.testing import FakeService, UnexpectedCallError


@pytest.fixture
def envoice_fake():
    return FakeService(strict=True)


def test_strict(envoice_client):
    with pytest.raises(UnexpectedCallError):
        envoice_client.taxes.list()
"""
SITE = "import sys; sys.path.append({root!r}); from tests import layers; layers.install()\n"


@pytest.fixture
def caller(tmp_path):
    """Runs Python in a folder of its own, where the package is the one under test and no account is set up."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(SITE.format(root=str(ROOT)))
    places = [str(site), str(Path(envoice.__file__).parents[1])]
    environment = {name: text for name, text in os.environ.items() if not name.startswith(("ENVOICE_", "PYTEST_"))}
    environment["PYTHONPATH"] = os.pathsep.join(places)

    def run(*arguments):
        command = [sys.executable, "-W", "error", *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    return run


def pytest_run(caller):
    return caller("-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=importlib")


def test_a_caller_s_tests_use_the_fixtures(tmp_path, caller):
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_caller.py").write_text(TESTS)
    done = pytest_run(caller)
    assert "4 passed" in done.stdout, done.stdout + done.stderr


def test_a_fixture_of_the_caller_s_own_replaces_ours(tmp_path, caller):
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_strict.py").write_text(STRICT)
    done = pytest_run(caller)
    assert "1 passed" in done.stdout, done.stdout + done.stderr


def test_a_failing_test_of_a_caller_fails_and_shows_the_calls(tmp_path, caller):
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (tmp_path / "test_wrong.py").write_text(
        "def test_wrong(envoice_client, envoice_fake):\n"
        "    envoice_client.invoices.get(7)\n"
        "    envoice_fake.assert_called('invoices.delete')\n"
    )
    done = pytest_run(caller)
    assert "1 failed" in done.stdout
    assert "invoices.delete was to be called at least once and was called 0 times" in done.stdout
    assert (
        "1. Call(operation='invoices.get', method='GET', path='/api/invoice/details', query={'id': '7'})" in done.stdout
    )


def test_nothing_but_the_fixtures_imports_pytest_and_a_synchronous_fake_needs_no_http_library(caller):
    done = caller(
        "-c",
        "import sys\n"
        "from envoice import Invoice\n"
        "from envoice.testing import AsyncFakeTransport, FakeClock, FakeService, Reply, build\n"
        "assert FakeService().client().invoices.get(1) == build(Invoice)\n"
        "FakeService().async_client()\n"
        "print(sorted({'pytest', 'httpx', 'anyio'} & set(sys.modules)))",
    )
    assert done.stdout == "[]\n", done.stderr


def test_the_guide_s_examples_run(tmp_path, caller):
    (tmp_path / "stubs").mkdir()
    stub = '{"request": {"urlPath": "/api/tax/all"}, "response": {"jsonBody": []}}'
    (tmp_path / "stubs" / "taxes.json").write_text(stub)
    first, *tests = [block.text for block in blocks(GUIDE) if block.kind == "python"]
    assert "pytest_plugins" in first
    (tmp_path / "conftest.py").write_text(first)
    (tmp_path / "test_guide.py").write_text("\n".join(tests))
    done = pytest_run(caller)
    count = sum(block.count("def test_") for block in tests)
    assert count >= 5
    assert f"{count} passed" in done.stdout, done.stdout + done.stderr
