"""Leaves out of the coverage the tests that reach nothing that no other test reaches, for measuring is slow.

`measured_elsewhere.toml` names them: in `alone` by hand, with the processes that they start; in `in_process` as this
module chooses, whose processes are measured. A test that is not named is measured. To choose anew:

    python -m pytest --numprocesses=3 --cov --cov-context=test --junit-xml=RUN
    python -m tests.measured_elsewhere .coverage RUN
"""

import sqlite3
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pytest

TABLE: Final = Path(__file__).with_suffix(".toml")
SECONDS: Final = 0.15
"""What a test function costs at least for it to be chosen."""

# What threads and sockets do differs from run to run, so that more tests than one must reach what these reach.
_BY_CHANCE: Final = ("tests/runtime/transports/", "tests/runtime/webhooks/", "tests/runtime/pagination/")


def leave_out(items: list[pytest.Item]) -> None:
    """Have the named tests run without coverage.

    Args:
        items: The tests of this run.
    """
    named = read()
    for item in items:
        file, _, test = item.nodeid.partition("[")[0].partition("::")
        for kind, tests in named.items():
            if file in tests and (not tests[file] or test in tests[file]):
                item.add_marker(pytest.mark.no_cover(processes=kind == "in_process"))
                break


def read() -> dict[str, dict[str, list[str]]]:
    """By kind and file, the tests of it; none stands for all."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def choose(coverage: Path, report: Path) -> list[str]:
    """The test functions that need no measurement, the costly ones first.

    Args:
        coverage: The data of a run with a context for each phase of each test.
        report: What the same run wrote with `--junit-xml`.
    """
    reached, cost = _reached(coverage), _cost(report)
    left = Counter(arc for arcs in reached.values() for arc in arcs)
    found: list[str] = []
    for test in sorted(reached.keys() - {""}, key=lambda name: (-cost[name], name)):
        others = 2 if test.startswith(_BY_CHANCE) else 1
        if cost[test] >= SECONDS and all(left[arc] > others for arc in reached[test]):
            left.subtract(reached[test])
            found.append(test)
    return found


def _reached(coverage: Path) -> Mapping[str, set[tuple[int, int, int]]]:
    data = sqlite3.connect(coverage)
    contexts = dict(data.execute("select id, context from context"))
    reached: defaultdict[str, set[tuple[int, int, int]]] = defaultdict(set)
    for file, context, start, end in data.execute("select file_id, context_id, fromno, tono from arc"):
        # Without a context is what processes reach; fixtures are measured whatever becomes of the test.
        test, _, phase = contexts[context].partition("|")
        reached[test.partition("[")[0] if phase == "run" else ""].add((file, start, end))
    return reached


def _cost(report: Path) -> Counter[str]:
    """What each function took in seconds, all its parameters together."""
    cost: Counter[str] = Counter()
    for case in ET.parse(report).iter("testcase"):
        name = f"{case.get('classname')}.{str(case.get('name')).partition('[')[0]}"
        cost[name] += float(str(case.get("time")))
    return Counter({_context(name): seconds for name, seconds in cost.items()})


def _context(name: str) -> str:
    """What coverage calls a function that the report calls `tests.room.test_it.TestAll.test_one`."""
    *modules, last = name.split(".")
    classes = [part for part in modules if part.startswith("Test")]
    file = "/".join(part for part in modules if part not in classes)
    return "::".join([f"{file}.py", *classes, last])


def _written(named: Mapping[str, Mapping[str, list[str]]]) -> Iterator[str]:
    for kind, files in named.items():
        yield f"[{kind}]\n" if kind == next(iter(named)) else f"\n[{kind}]\n"
        for file, tests in sorted(files.items()):
            listed = "".join(f'  "{test}",\n' for test in sorted(tests))
            yield f'"{file}" = [\n{listed}]\n' if tests else f'"{file}" = []\n'


def main() -> None:
    """Write the table anew from the two files of a run."""
    named = read()
    chosen: defaultdict[str, list[str]] = defaultdict(list)
    for test in choose(Path(sys.argv[1]), Path(sys.argv[2])):
        file, _, name = test.partition("::")
        chosen[file].append(name)
    for file, tests in named["alone"].items():
        chosen[file] = [test for test in chosen[file] if tests and test not in tests]
    named["in_process"] = {file: tests for file, tests in chosen.items() if tests}
    TABLE.write_text("".join(_written(named)), encoding="utf-8")


if __name__ == "__main__":
    main()
