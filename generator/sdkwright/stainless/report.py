"""The compatibility report: what a caller of the former SDK would notice, method by method."""

from collections.abc import Iterator, Sequence

import attrs

from sdkwright.stainless.migration import Method, Migration

REPORT = "COMPATIBILITY.md"
"""The file of a project that holds it."""


@attrs.frozen
class Compared:
    """A method beside what it was.

    Attributes:
        method: As the configuration declares it.
        result: What it answers now; empty where that was not worked out.
        noticed: What a caller would notice, each in a few words.
    """

    method: Method
    result: str = ""
    noticed: tuple[str, ...] = ()


def compatibility_report(migration: Migration, compared: Sequence[Compared] = ()) -> str:
    """The report as Markdown.

    Args:
        migration: What was read.
        compared: The methods beside what they were; without them it says what the configuration alone says.
    """
    rows = compared or [Compared(method) for method in migration.methods]
    differ = sum(bool(one.noticed) for one in rows)
    lines = ["# Compatibility", "", "What a caller of the former SDK would notice, method by method.", ""]
    lines += [f"{len(rows) - differ} of {len(rows)} methods are called and answer as before.", ""]
    lines += ["| Method | Operation | Answers | Notice |", "|---|---|---|---|"]
    for one in rows:
        said = "; ".join(map(_cell, one.noticed)) or "nothing"
        answers = "; ".join(_answers(one))
        lines.append(f"| `{one.method.path}` | {_code(one.method.endpoint)} | {answers} | {said} |")
    lines += ["", "## What has no counterpart", ""]
    lines += [f"- {_plain(line)}" for line in migration.told] or ["Nothing."]
    return "\n".join(lines) + "\n"


def summary(migration: Migration, compared: Sequence[Compared]) -> Iterator[str]:
    """The same for a terminal: how many methods are as before, what differs, and how much has no counterpart.

    Args:
        migration: What was read.
        compared: The methods beside what they were.
    """
    different = [one for one in compared if one.noticed]
    yield f"{len(compared) - len(different)} of {len(compared)} methods are called and answer as before"
    yield from (f"{one.method.path}: {'; '.join(one.noticed)}" for one in different)
    yield f"{len(migration.told)} places have no counterpart, or are read in another way: see {REPORT}"


def _answers(one: Compared) -> Iterator[str]:
    method = one.method
    if one.result:
        yield _code(one.result)
    if method.stream_argument:
        yield f"a stream with {_code(f'{method.stream_argument}=True')}"
    elif method.streams:
        yield "a stream"
    if method.scheme:
        yield f"pages of `{method.scheme}`"
    if method.unwrapped:
        yield f"{_code(method.unwrapped)} alone"
    if method.body_argument:
        yield f"takes the body as {_code(method.body_argument)}"


def _code(text: str) -> str:
    """A text as code in a cell of a table, which it cannot leave."""
    return f"`{' '.join(text.split()).replace('`', chr(39)).replace('|', chr(92) + '|')}`"


def _cell(text: str) -> str:
    """Words with code in them, for a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


def _plain(text: str) -> str:
    return _cell(text).replace("`", "'")
