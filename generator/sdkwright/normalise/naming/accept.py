"""Writes accepted proposals into `names.toml`, and leaves every other line of it as it is."""

import re
import tomllib
from collections.abc import Iterable

from sdkwright.documents import load_toml
from sdkwright.errors import GeneratorError
from sdkwright.normalise.naming.proposal import Proposal

_HEADER = re.compile(r"\s*\[\s*(?P<table>[A-Za-z_]+)\s*\]\s*(?:#.*)?")


def accept(text: str, proposals: Iterable[Proposal], *, name: str) -> str:
    """The table of names with the proposals in it, each with its origin as a comment.

    Args:
        text: The table as it is.
        proposals: What to put into it; one for something that has a name replaces that name.
        name: What to call the file in an error.

    Raises:
        GeneratorError: The result would not be the table with these names.
    """
    proposals = [*proposals]
    if not proposals:
        return text
    wanted = load_toml(text)
    # Not `splitlines`, which takes much else for the end of a line that TOML does not.
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.removesuffix(newline).split(newline) if text else []
    for proposal in proposals:
        table = wanted.setdefault(proposal.table, {})
        lines = _replaced(lines, proposal) if proposal.key in table else _added(lines, proposal)
        table[proposal.key] = proposal.value
    result = newline.join(lines) + newline
    try:
        good = load_toml(result) == wanted
    except tomllib.TOMLDecodeError:
        good = False
    if not good:
        raise GeneratorError(
            f"{name}: the names cannot be put in by themselves, for it is written in an unusual way; add them by hand."
        )
    return result


def _added(lines: list[str], proposal: Proposal) -> list[str]:
    """The lines with one more entry, behind the last one of its table."""
    begin, end = _span(lines, proposal.table)
    if begin is None:
        gap = [""] if lines and lines[-1].strip() else []
        return [*lines, *gap, f"[{proposal.table}]", proposal.line]
    entries = [
        index for index in range(begin, end) if lines[index].strip() and not lines[index].lstrip().startswith("#")
    ]
    place = entries[-1] + 1
    return [*lines[:place], proposal.line, *lines[place:]]


def _replaced(lines: list[str], proposal: Proposal) -> list[str]:
    begin, end = _span(lines, proposal.table)
    for index in range((begin or 0) + 1, end):
        try:
            entry = load_toml(lines[index])
        except tomllib.TOMLDecodeError:
            continue
        if list(entry) == [proposal.key]:
            return [*lines[:index], proposal.line, *lines[index + 1 :]]
    return lines


def _span(lines: list[str], table: str) -> tuple[int | None, int]:
    """Where a table begins and ends, its header included; None where there is none."""
    headers = [(index, match["table"]) for index, line in enumerate(lines) if (match := _HEADER.fullmatch(line))]
    for place, (index, name) in enumerate(headers):
        if name == table:
            return index, headers[place + 1][0] if place + 1 < len(headers) else len(lines)
    return None, len(lines)
