"""The judges that run a package do so beside what is done meanwhile, and never before it is known to be safe."""

import time

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.verify import verifying
from sdkwright.verify.elsewhere import Elsewhere
from sdkwright.verify.staged import Staged, Verdict
from tests.generator import verify_sample as sample

ENDLESS = "import time\nprint('[]', flush=True)\ntime.sleep(600)"


@pytest.fixture
def tree(tmp_path):
    project, stage = sample.stage(tmp_path)
    return Staged(root=stage, project=project, api=sample.API)


def begin(tree, program, *, read=lambda said: Verdict([], str(said)), timeout=60.0, **options):
    return Elsewhere.begin(tree, program, what="running it", timeout=timeout, read=read, **options)


def problem(running) -> str:
    (found,) = running.verdict().problems
    return str(found)


def test_much_to_read_and_to_say_waits_for_nobody(tree):
    much = "x" * 3_000_000
    running = begin(tree, "import json, sys\nprint(json.dumps(sys.stdin.read()))", asked=much)
    assert running.verdict().fact == much
    assert 0 < running.seconds < 60


def test_what_the_shell_holds_for_the_package_is_not_passed_on(tree, monkeypatch):
    monkeypatch.setenv("ENVOICE_API_KEY", "x")
    monkeypatch.setenv("OTHER_KEY", "y")
    program = "import json, os\nprint(json.dumps([os.environ.get('ENVOICE_API_KEY'), os.environ.get('OTHER_KEY')]))"
    assert begin(tree, program).verdict().fact == "[None, 'y']"


def test_one_that_does_not_end_is_ended(tree):
    running = begin(tree, ENDLESS, timeout=1.0)
    assert problem(running) == "envoice: running it did not end within 1 seconds"
    assert running._process.poll() is not None


def test_one_that_says_nothing_of_use_is_named_with_its_status(tree):
    assert problem(begin(tree, "raise SystemExit('so much\\nfor that')")) == (
        "envoice: running it ended with status 1: so much for that"
    )


def test_those_that_run_are_ended_where_the_block_fails(tree, monkeypatch):
    begun = []

    def endless(staged):
        begun.append(begin(staged, ENDLESS))
        return begun[-1]

    monkeypatch.setattr("sdkwright.verify._JUDGES", runners(endless))
    started = time.monotonic()
    with pytest.raises(ZeroDivisionError), verifying(tree.root, tree.api, project=tree.project, check_types=False):
        raise ZeroDivisionError
    assert [one._process.poll() is not None for one in begun] == [True]
    assert time.monotonic() - started < 300, "it waited for a program that was to be ended"


def runners(judge):
    from sdkwright.verify import _JUDGES  # noqa: PLC0415 - what is replaced

    return tuple(one.__class__(one.name, judge, one.remedy, runs=True) for one in _JUDGES if one.name == "imports")


def test_nothing_of_a_package_runs_before_it_is_known_to_only_declare(tree, tmp_path):
    trace = tmp_path / "ran"
    module = tree.package / "resources" / "taxes.py"
    module.write_text(f"{module.read_text()}\nopen({str(trace)!r}, 'w').close()\n")
    with (
        pytest.raises(GeneratorError, match=r"failed verification \(safety: "),
        verifying(tree.root, tree.api, project=tree.project, check_types=False),
    ):
        pytest.fail("the block was entered")
    time.sleep(0.5)
    assert not trace.exists()


def test_the_lines_come_in_the_order_of_the_judges(tree):
    said: list[str] = []
    with verifying(tree.root, tree.api, project=tree.project, check_types=False, say=said.append) as finish:
        assert said == []
        finish()
    assert [line.split()[0] for line in said] == [
        "files", "safety", "agreement", "fields", "operations", "security", "overrides", "imports", "decoding", "types",
    ]  # fmt: skip
