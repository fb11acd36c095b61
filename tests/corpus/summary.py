"""What the outcomes of many documents come to, and how they differ from those of an earlier run."""

import re
from collections import Counter, defaultdict

OUTCOMES = ("whole", "partial", "refused", "crashed", "timed out", "out of memory")
"""From the best to the worst."""

_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`")
_POINTER = re.compile(r"(?:(?<=\s)|^)[/#]\S*|\b(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) \S+")
_DOTTED = re.compile(r"\b\w+(?:\.\w+)+\b(?=[: ])")
_NUMBER = re.compile(r"\d[\d,]*")


def normalised(sentence):
    """A sentence without what is special to one document, so that documents of one reason can be counted."""
    first = _first(sentence)
    for pattern, sign in ((_QUOTED, "…"), (_POINTER, "…"), (_DOTTED, "…"), (_NUMBER, "N")):
        first = pattern.sub(sign, first)
    return re.sub(r"…(?:[\s,:]*…)+", "…", first)[:160]


def _first(sentence):
    """The first line, and the next one where the first only announces it."""
    first, *rest = sentence.strip().splitlines() or [""]
    return f"{first} {rest[0].strip()}"[:300] if first.endswith(":") and rest else first[:300]


def lines(found, *, reasons=15):
    """A table for a terminal.

    Args:
        found: What came of each document, by name.
        reasons: How many of the most frequent reasons are shown.
    """
    counts = Counter(one["outcome"] for one in found.values())
    total = len(found) or 1
    yield f"{len(found)} documents"
    for outcome in OUTCOMES:
        yield f"  {outcome:<14}{counts[outcome]:>5}  {counts[outcome] / total:>6.1%}"
    yield from _without_operations(found, counts["whole"])
    yield from _operations(found)
    yield from _judged(found)
    yield from _types(found)
    yield from _taken(found)
    yield from _reasons(found, reasons)
    for name, one in found.items():
        yield from (f"downstream of {name}: {said}" for said in one.get("downstream", ()))


def _without_operations(found, whole):
    """The share beside the one of all, where documents have nothing to call: they are refused, and count as that."""
    empty = [name for name, one in found.items() if one.get("operations") == 0]
    if empty:
        others = len(found) - len(empty)
        share = f"{whole / (others or 1):.1%}"
        yield f"no operations in {', '.join(empty)}; of the {others} other documents {share} are whole"


def _operations(found):
    # Operations of what is no readable document are in no share.
    declared = sum(one.get("operations") or 0 for one in found.values())
    yield f"{declared} operations"
    for key, what in (
        ("written", "written"),
        ("importable", "importable"),
        ("sync", "called, sync"),
        ("async", "called, async"),
    ):
        reached = sum(one.get(key) or 0 for one in found.values())
        yield f"  {what:<14}{reached:>7}  {reached / (declared or 1):>6.1%}"


def _judged(found):
    """What another's validator said, and what became of fields; nothing of a run that asked neither."""
    judged = [one for one in found.values() if "fields" in one]
    if not judged:
        return
    totals = {what: sum(one["judged"].get(what, 0) for one in judged) for what in ("requests", "answers")}
    refused = sum(one["refused_operations"] for one in judged)
    counts = ", ".join(f"{count} {what}" for what, count in totals.items())
    yield f"openapi-core judged {counts}: {refused} operations are refused"
    unjudged = Counter()
    for one in judged:
        unjudged.update(one["unjudged"])
    yield from (f"  {count:>6} not judged: {reason}" for reason, count in unjudged.most_common())
    fields = {kind: sum(one["fields"][kind] for one in judged) for kind in ("declared", "typed", "plain", "lost")}
    kinds = f"{fields['typed']} typed, {fields['plain']} in values of any type, {fields['lost']} lost"
    yield f"{fields['declared']} fields: {kinds}"
    for name, one in found.items():
        yield from (f"  lost in {name}: {where}" for where in one.get("lost", ())[:2])


def _types(found):
    typed = {name: one["mypy"] for name, one in found.items() if "mypy" in one}
    if typed:
        good = sum(not said for said in typed.values())
        yield f"mypy --strict accepts {good} of {len(typed)} packages"
        yield from (f"  {name}: {len(said)} errors, as {said[0]}" for name, said in typed.items() if said)


def _taken(found):
    cpu = sorted((one.get("cpu") or 0, name) for name, one in found.items())
    memory = max(((one.get("megabytes") or 0, name) for name, one in found.items()), default=(0, ""))
    if cpu:
        half = cpu[len(cpu) // 2][0]
        most, whose = cpu[-1]
        yield f"{sum(taken for taken, _ in cpu):.0f} CPU s; the median {half:.1f}, the most {most:.1f} ({whose})"
        yield f"at most {memory[0]} MB ({memory[1]})"


def _reasons(found, most):
    by_reason = defaultdict(list)
    for name, one in found.items():
        if one["outcome"] != "whole":
            by_reason[one["outcome"], normalised(one.get("said", ""))].append(name)
    for outcome in OUTCOMES[1:]:
        ranked = sorted(
            ((reason, names) for (kind, reason), names in by_reason.items() if kind == outcome),
            key=lambda pair: (-len(pair[1]), pair[0]),
        )
        if ranked:
            yield f"{outcome}, by reason:"
        for reason, names in ranked[:most]:
            yield f"  {len(names):>4}  {reason}"
            yield f"        as in {names[0]}: {_first(found[names[0]].get('said', ''))}"
        if len(ranked) > most:
            yield f"  and {len(ranked) - most} reasons more"


def compared(found, before):
    """What has changed since an earlier run, of the documents that both have; the losses first.

    Args:
        found: What came of each document, by name.
        before: The same of the earlier run.
    """
    both = sorted(found.keys() & before.keys())
    moved = [(name, before[name]["outcome"], found[name]["outcome"]) for name in both]
    lost = [item for item in moved if OUTCOMES.index(item[2]) > OUTCOMES.index(item[1])]
    won = [item for item in moved if OUTCOMES.index(item[2]) < OUTCOMES.index(item[1])]
    yield f"{len(both)} documents were tried before: {len(won)} are better, {len(lost)} are worse"
    for name, old, new in [*lost, *won]:
        yield f"  {name}: {old} -> {new}" + (f": {found[name].get('said', '')[:200]}" if new != "whole" else "")


def is_worse(found, before):
    """Whether a document has a worse outcome than in an earlier run."""
    return any(
        OUTCOMES.index(found[name]["outcome"]) > OUTCOMES.index(before[name]["outcome"])
        for name in found.keys() & before.keys()
    )
