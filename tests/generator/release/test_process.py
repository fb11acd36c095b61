"""Tools that are run: what they print, how long they take and what they leave."""

import sys
import time

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.release import process


def python(code, **options):
    return process.run([sys.executable, "-c", code], "try it", **options)


def test_what_a_tool_prints_is_returned_without_what_steers_a_terminal():
    said = python(r"print('\x1b[31mred\x1b[0m \x1b]0;title\x07 \x1b[2J', flush=True); print('two')")
    assert said.startswith("red \N{REPLACEMENT CHARACTER}]0;title")
    assert said.endswith("\ntwo\n")
    assert said.replace("\n", "").isprintable()


def test_a_failing_tool_is_told_by_its_last_lines():
    with pytest.raises(GeneratorError) as told:
        python("import sys; print('x' * 100_000); [print(n) for n in range(50)]; print('y' * 1_000_000); sys.exit(3)")
    assert len(str(told.value)) < 10_000
    assert "49" in str(told.value)
    assert "\n  1\n" not in str(told.value)


def test_a_tool_that_prints_without_end_fills_no_memory(monkeypatch):
    monkeypatch.setattr(process, "_OUTPUT", 100_000)
    assert len(python("print('x' * 10_000_000)")) <= 100_000


def test_what_is_cut_off_leaves_no_half_of_a_secret(monkeypatch):
    monkeypatch.setattr(process, "_OUTPUT", 20_000)
    for length in range(0, 60, 7):
        with pytest.raises(GeneratorError) as told:
            python(f"import sys; sys.exit('hunter2' * 40_000 + 'x' * {length})", secrets=["hunter2"])
        assert not [part for part in ("hun", "ter", "er2") if part in str(told.value)]


def test_a_late_tool_ends_with_all_that_it_started(tmp_path):
    mark = tmp_path / "mark"
    child = f"import time; time.sleep(4); open({str(mark)!r}, 'w').close()"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with pytest.raises(GeneratorError, match=r"^cannot try it: it did not end within 1 seconds; try again\.$"):
        python(code, seconds=1)
    time.sleep(4)
    assert not mark.exists()
