"""The report of the contract: it counts, it shows what is missing, and a gap fails the run."""

import subprocess
import sys
from collections import Counter

import pytest

from sdkwright.project import Project
from tests.contract.offered import MODES, SUCCESS, offers
from tests.contract.report import Summary, lines
from tests.contract.report_page import page


@pytest.fixture
def complete():
    """A summary with every outcome of every operation on one server."""
    seen = Counter(
        ("embedded", operation, mode, outcome)
        for operation, offer in offers().items()
        for mode in MODES
        for outcome in offer.outcomes
    )
    return Summary(["embedded"], whole=True, seen=seen)


def test_a_complete_run_has_no_gap(complete):
    assert complete.gaps == []
    assert "The contract holds" in page(complete)
    assert not any(line.startswith("GAP") for line in lines(complete))


def test_what_was_not_seen_is_told(complete):
    del complete.seen["embedded", "invoices.get", "async", SUCCESS]
    assert complete.gaps == ["invoices.get success (embedded, async)"]
    assert "GAP: invoices.get success (embedded, async)" in list(lines(complete))
    shown = page(complete)
    assert "The contract does not hold" in shown
    assert "missing: embedded async" in shown


def test_what_a_server_has_not_answered_is_a_gap(complete):
    complete.servers.append("wiremock")
    assert len(complete.gaps) == len(complete.seen)


def test_text_does_not_become_markup(complete):
    complete.failed.append("tests/contract/test_x.py::test_y[<b>]")
    assert "<b>]" not in page(complete)


def test_a_run_with_gaps_fails():
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.contract.report", "-p", "no:cacheprovider"]
    one = "tests/contract/test_judged.py::test_what_is_right_passes"
    done = subprocess.run([*command, one], cwd=Project.find(__file__).root, capture_output=True, text=True, check=False)
    assert "3 passed" in done.stdout
    assert "GAP: clients.list success (embedded, sync)" in done.stdout
    assert done.returncode == pytest.ExitCode.TESTS_FAILED
