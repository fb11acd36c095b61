"""The pages that follow from code are current, and each program of the cookbook is run as its page shows it."""

import os
import re
import subprocess
import sys

import pytest

from sdkwright import site
from sdkwright.project import Project
from tests.envoice.docs.pages import ROOT
from tests.envoice.docs.recipes import program, programs

# By program, the test that runs what its page shows.
RUN_BY = {
    "async_bulk_export": "tests/envoice/examples/test_programs.py",
    "dunning": "tests/envoice/examples/test_programs.py",
    "monthly_billing": "tests/envoice/examples/test_programs.py",
    "opentelemetry_tracing": "tests/envoice/examples/test_opentelemetry_tracing.py",
    "quickstart": "tests/envoice/docs/test_cookbook.py",
    "webhook_to_database": "tests/envoice/examples/test_programs.py",
    "webhooks_asgi": "tests/envoice/webhooks/test_examples_exactly_once.py",
    "webhooks_django": "tests/envoice/webhooks/test_examples.py",
    "webhooks_fastapi": "tests/envoice/webhooks/test_examples.py",
    "webhooks_flask": "tests/envoice/webhooks/test_examples.py",
    "webhooks_lambda": "tests/envoice/webhooks/test_examples_exactly_once.py",
    "webhooks_wsgi": "tests/envoice/webhooks/test_examples_exactly_once.py",
}


def test_the_pages_made_of_code_are_current():
    site.check(Project.find(__file__))


def test_every_program_has_its_page_and_its_run():
    examples = {path.stem for path in (ROOT / "examples").glob("*.py")}
    assert programs() == examples == RUN_BY.keys()
    for name, test in RUN_BY.items():
        text = (ROOT / test).read_text(encoding="utf-8")
        assert re.search(r"(?:program|words_for)\(", text), f"{test} takes no program from its page"
        last = name.removeprefix("webhooks_")
        assert re.search(rf'"(?:{name}|{name}\.py|{last})"', text), f"{test} does not run {name}"


@pytest.mark.parametrize("name", sorted(RUN_BY))
def test_a_page_shows_the_program_to_the_byte(name):
    assert program(name).read_bytes() == (ROOT / "examples" / f"{name}.py").read_bytes()


@pytest.mark.parametrize("name", sorted(RUN_BY))
def test_the_commands_of_a_page_stand_in_a_block_of_their_own(name):
    page = (ROOT / "docs" / "pages" / "cookbook" / f"{name}.md").read_text(encoding="utf-8")
    prose = re.sub(r"(?ms)^```.*?^```$", "", page)
    assert not re.search(r"(?m)^(?:pip|export|python) ", prose)


def test_the_quickstart_of_the_page_runs_both_ways(stub_server, tmp_path):
    environment = os.environ | {
        "ENVOICE_API_KEY": "key-4f1d2c",
        "ENVOICE_API_SECRET": "secret-9b7e8a",
        "ENVOICE_BASE_URL": stub_server.base_url,
        "PYTHONPATH": str(ROOT / "generated"),
    }
    said = []
    for words in ([], ["--async"]):
        command = [sys.executable, str(program("quickstart")), *words]
        ran = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
        assert (ran.returncode, ran.stderr) == (0, "")
        said.append(ran.stdout)
    assert said[0] == said[1]
    assert said[0].startswith("1. Work type")
    assert "8. Invoices" in said[0]
