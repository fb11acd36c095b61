"""Pytest plugin of `nox -s contract`: tells which outcome of which operation was seen on which server; fails on a gap.

`--contract-html PATH` writes the same as a page. It reads what tests leave in their `user_properties`, so it works
across worker processes.
"""

import time
from collections import Counter
from pathlib import Path

import attrs
import pytest

from tests.contract.offered import MODES, offers
from tests.contract.report_page import page

SERVERS = {"embedded": ["embedded"], "wiremock": ["wiremock"], "both": ["embedded", "wiremock"]}


@attrs.define
class Summary:
    """What the run has shown.

    Attributes:
        servers: The servers that were asked for.
        seen: How often an outcome went as it should, by server, operation, mode and outcome.
        results: Number of tests by how they ended.
        failed: The names of those that failed.
        chaos: The figures of each storm.
        judged: Number of requests and of answers that openapi-core judged.
        figures: What else the tests counted.
        files: Seconds that the tests of each file took on each server, all workers together.
        began: When the run began.
        whole: Whether no test was left out by choice.
    """

    servers: list[str]
    whole: bool
    seen: Counter = attrs.Factory(Counter)
    results: Counter = attrs.Factory(Counter)
    failed: list[str] = attrs.Factory(list)
    chaos: list[dict] = attrs.Factory(list)
    judged: Counter = attrs.Factory(Counter)
    figures: list[str] = attrs.Factory(list)
    files: Counter = attrs.Factory(Counter)
    began: float = attrs.Factory(time.monotonic)

    def take(self, report):
        server = next((server for server in self.servers if f"[{server}" in report.nodeid), "")
        self.files[f"{Path(report.location[0]).name} {server}".rstrip()] += report.duration
        if report.when == "call" or report.outcome != "passed":
            self.results[report.outcome] += 1
        if report.outcome == "failed":
            self.failed.append(report.nodeid)
        if report.when != "call":
            return
        for name, value in report.user_properties:
            if name == "contract":
                *cell, count = value
                self.seen[tuple(cell)] += count
            elif name == "chaos":
                self.chaos.append(value)
            elif name == "figure":
                self.figures.append(value)
            elif name in {"judged", "judged answers"}:
                self.judged["answers" if name.endswith("answers") else "requests"] += value

    def cells(self, operation):
        """By server and mode: how many outcomes were seen, and how many there are."""
        outcomes = offers()[operation].outcomes
        for server in self.servers:
            for mode in MODES:
                found = sum(self.seen[server, operation, mode, outcome] > 0 for outcome in outcomes)
                yield server, mode, found, len(outcomes)

    @property
    def gaps(self):
        """What was not seen to go as it should."""
        return [
            f"{operation} {outcome} ({server}, {mode})"
            for operation, offer in offers().items()
            for outcome in offer.outcomes
            for server in self.servers
            for mode in MODES
            if not self.seen[server, operation, mode, outcome]
        ]

    @property
    def seconds(self):
        return time.monotonic() - self.began


def pytest_addoption(parser):
    parser.addoption("--contract-html", type=Path, metavar="PATH", help="where the contract's report is written")
    parser.addoption("--chaos-calls", type=int, default=1000, help="how many calls the storms get, all together")
    parser.addoption("--prism", action="store_true", help="put Prism's validating proxy in front of the server")


def pytest_configure(config):
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Reporter(config), "contract-report")


class _Reporter:
    def __init__(self, config):
        self._config = config
        chosen = config.getoption("--server", "embedded")
        self.summary = Summary(SERVERS[chosen], whole=not (config.option.keyword or config.option.markexpr))

    def pytest_runtest_logreport(self, report):
        self.summary.take(report)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session, exitstatus):
        if exitstatus == pytest.ExitCode.OK and self.summary.whole and self.summary.gaps:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter):
        for line in lines(self.summary):
            terminalreporter.write_line(line)
        target = self._config.getoption("--contract-html")
        if target is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page(self.summary), encoding="utf-8")
            terminalreporter.write_line(f"The report: {target}")


def lines(summary):
    """The summary for a terminal."""
    columns = [f"{server} {mode}" for server in summary.servers for mode in MODES]
    yield ""
    yield f"{'operation':36}" + "".join(f"{column:>18}" for column in columns) + "   (outcomes seen of those there are)"
    for operation in offers():
        cells = (f"{found}/{there}" for _, _, found, there in summary.cells(operation))
        yield f"{operation:36}" + "".join(f"{cell:>18}" for cell in cells)
    totals = Counter()
    for (server, _, mode, _), count in summary.seen.items():
        totals[f"{server} {mode}"] += count
    yield f"{f'{len(offers())} operations':36}" + "".join(f"{totals[column]:>18}" for column in columns)
    told = ", ".join(f"{count} {what}" for what, count in summary.judged.items())
    yield f"judged by openapi-core and the vendor's document: {told or 'nothing'}"
    yield from sorted(summary.figures)
    for storm in summary.chaos:
        yield "storm " + ", ".join(f"{name}: {value}" for name, value in storm.items())
    for file, seconds in summary.files.most_common():
        yield f"{file:48}{seconds:>7.1f} s"
    told = ", ".join(f"{count} {outcome}" for outcome, count in summary.results.items())
    yield f"{told}; {sum(totals.values())} outcomes; {len(summary.gaps)} gaps; {summary.seconds:.0f} s"
    if summary.whole:
        yield from (f"GAP: {gap}" for gap in summary.gaps[:20])
    else:
        yield "Gaps do not count: some tests were left out by choice."
