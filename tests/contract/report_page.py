"""The contract's report as one page of HTML that needs nothing else."""

from collections import Counter
from html import escape

from tests.contract.offered import MODES, SUCCESS, offers

_STYLE = """
:root { color-scheme: light dark; --line: #8884; --good: #2a8a4a; --bad: #c0392b; --none: #8883; }
body { font: 14px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 1500px; padding: 0 1.5rem; }
h1 { font-size: 1.5rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; } th, td { padding: .2rem .6rem; text-align: right; }
th:first-child, td:first-child { text-align: left; } tr { border-bottom: 1px solid var(--line); }
.figures { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: 1.2rem 0; }
.figures b { display: block; font-size: 1.5rem; }
.good { color: var(--good); } .bad { color: var(--bad); }
.scroll { overflow-x: auto; }
.matrix th, .matrix td { padding: 0; font-size: 11px; }
.matrix th.outcome { height: 11.5rem; vertical-align: bottom; font-weight: normal; }
.matrix th.outcome span { writing-mode: vertical-rl; transform: rotate(180deg); padding: .3rem .1rem; }
.matrix td:first-child, .matrix th:first-child
  { padding-right: .8rem; white-space: nowrap; position: sticky; left: 0; background: Canvas; }
.matrix td.cell { min-width: 12px; height: 15px; border: 1px solid Canvas; }
.all { background: var(--good); } .gap { background: var(--bad); } .none { background: var(--none); }
"""


def page(summary):
    """The page.

    Args:
        summary: What the run has shown.
    """
    gaps = summary.gaps
    failed = summary.results["failed"] + summary.results["error"]
    verdict = "good" if not gaps and not failed else "bad"
    text = "The contract holds" if verdict == "good" else "The contract does not hold"
    figures = {
        "operations": len(offers()),
        "servers": ", ".join(summary.servers),
        "outcomes as they should be": sum(summary.seen.values()),
        "gaps": len(gaps),
        "tests passed": summary.results["passed"],
        "failed": failed,
        "skipped": summary.results["skipped"],
        "seconds": f"{summary.seconds:.0f}",
    }
    parts = [
        f"<h1>Envoice, contract: <span class={verdict}>{text}</span></h1>",
        "<p>Each operation of the package, sync and async, with every answer that its stubs can give.</p>",
        "<div class=figures>",
        *(f"<span><b>{escape(str(value))}</b>{escape(name)}</span>" for name, value in figures.items()),
        "</div>",
        *_failures(summary.failed, gaps),
        "<h2>Operations by outcome</h2>",
        "<p>Green: seen on every server, sync and async. Red: a gap. Grey: the operation has no such outcome.</p>",
        f"<div class=scroll>{_matrix(summary)}</div>",
        "<h2>Counts</h2>",
        _counts(summary),
        "<h2>Judged and compared</h2>",
        _table((f"{what} judged by openapi-core", count) for what, count in summary.judged.items()),
        "<ul>",
        *(f"<li>{escape(figure)}</li>" for figure in sorted(summary.figures)),
        "</ul>",
        "<h2>Storms</h2>",
        *map(_storm, summary.chaos),
        "<h2>Seconds by file, all workers together</h2>",
        _table((file, f"{seconds:.1f}") for file, seconds in summary.files.most_common()),
    ]
    head = f"<meta charset=utf-8><meta name=viewport content='width=device-width'><title>{text}</title>"
    return f"<!doctype html><html lang=en>{head}<style>{_STYLE}</style>\n" + "\n".join(parts) + "\n</html>\n"


def _failures(failed, gaps):
    if failed or gaps:
        yield "<h2>What is wrong</h2><ul>"
        yield from (f"<li class=bad>{escape(name)}</li>" for name in [*failed, *(f"gap: {gap}" for gap in gaps[:100])])
        yield "</ul>"


def _matrix(summary):
    having = Counter(outcome for offer in offers().values() for outcome in offer.outcomes)
    # What differs between operations stands first, before what is the same for all.
    names = sorted(having, key=lambda name: (name != SUCCESS, having[name] == len(offers())))
    head = "".join(f"<th class=outcome><span>{escape(name)}</span></th>" for name in names)
    rows = []
    for operation, offer in offers().items():
        there = set(offer.outcomes)
        cells = "".join(_cell(summary, operation, name) if name in there else _NONE for name in names)
        rows.append(f"<tr><td>{escape(operation)}</td>{cells}</tr>")
    return f"<table class=matrix><tr><th></th>{head}</tr>{''.join(rows)}</table>"


_NONE = "<td class='cell none'></td>"


def _cell(summary, operation, outcome):
    missing = [
        f"{server} {mode}"
        for server in summary.servers
        for mode in MODES
        if not summary.seen[server, operation, mode, outcome]
    ]
    told = f"{operation}: {'its own answer' if outcome == SUCCESS else outcome}"
    title = escape(f"{told}, missing: {', '.join(missing)}" if missing else told, quote=True)
    return f"<td class='cell {'gap' if missing else 'all'}' title='{title}'></td>"


def _counts(summary):
    head = ["operation", *(f"{server} {mode}" for server in summary.servers for mode in MODES)]
    rows = (
        [operation, *(f"{found}/{there}" for _, _, found, there in summary.cells(operation))] for operation in offers()
    )
    return _table(rows, head)


def _storm(figures):
    return f"<h3>{escape(str(figures['name']))}</h3>" + _table(
        (name, ", ".join(f"{key} {count}" for key, count in value.items()) if isinstance(value, dict) else value)
        for name, value in figures.items()
        if name != "name"
    )


def _table(rows, head=()):
    top = f"<tr>{''.join(f'<th>{escape(name)}</th>' for name in head)}</tr>" if head else ""
    body = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{top}{body}</table>"
