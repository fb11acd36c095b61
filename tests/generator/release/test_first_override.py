"""The first override of CONTRIBUTING.md, as a newcomer writes it: made with type checks, and its test passes."""

import os
import re
import subprocess
import sys
import textwrap

import pytest

from sdkwright.release import changelog
from sdkwright.verify import types
from tests import judges
from tests.generator.checkout import ROOT
from tests.generator.release.conftest import commit, git

TEST = "tests/envoice/sdk/test_find_client.py"


@pytest.fixture
def blocks():
    """The blocks of Python, in order."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    part = text[text.index("## Your first override") : text.index("## Where a change belongs")]
    return part, [
        textwrap.dedent(one) for one in re.findall(r"^   ```python\n(.*?)^   ```$", part, re.MULTILINE | re.DOTALL)
    ]


def run(checkout, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=checkout.root,
        env=os.environ | {"PYTHONPATH": str(checkout.root / "generator")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def judged(checkout):
    """What both type checkers say of the package, pyright of those of its modules that differ from the committed."""
    cache = judges.mypy_cache(checkout.generated / ".mypy_cache")
    changed = git(checkout.root, "status", "--porcelain", "-uall", "--", "generated/envoice/*.py").splitlines()
    names = [line.removeprefix(" M ").removeprefix("?? ").removeprefix("generated/") for line in changed]
    assert "envoice/additions/clients.py" in names
    return [*types._mypy(checkout.generated, cache, ["envoice"], ()), *types.pyright(checkout.generated, names)]


@pytest.mark.timeout(1_200)  # On a slow machine beside two other workers it takes as long as any test may.
@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
@pytest.mark.parametrize(
    "whole",
    [
        False,
        pytest.param(
            True,
            marks=pytest.mark.full(
                reason="mypy judges the whole without it, pyright what changed, and an update the whole with both"
            ),
        ),
    ],
)
def test_the_first_override(checkout, blocks, report, whole):
    part, (override, test) = blocks
    for path, code in (("overrides/envoice/additions/clients.py", override), (TEST, test)):
        assert f"`{path}`" in part
        (checkout.root / path).write_text(code, encoding="utf-8")
    entry = checkout.changes / "+find-client.added.md"
    assert f"`docs/changes/{entry.name}`" in part
    entry.write_text(re.search(r"one sentence, ``` (.*?) ```", part)[1], encoding="utf-8")
    if whole:
        assert "mypy and pyright, both strict, accept" in run(checkout, "sdkwright", "generate")
    else:
        run(checkout, "sdkwright", "generate", "--skip-types")
        assert judged(checkout) == []
    assert "1 passed" in run(checkout, "pytest", "-q", "-p", "no:cacheprovider", TEST)
    run(checkout, "ruff", "check", "--no-cache", "overrides", TEST)
    run(checkout, "ruff", "format", "--no-cache", "--check", "overrides", TEST)
    assert "generated/envoice/additions/clients.py" in git(checkout.root, "status", "--porcelain", "-uall")
    commit(checkout.root, "Find a client by email")
    changelog.release(checkout, report, version="0.2.0")
    assert "- `clients.find` finds a client by email.\n" in checkout.changelog.read_text(encoding="utf-8")
