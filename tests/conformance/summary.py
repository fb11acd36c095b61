"""What the outcomes of the scenarios come to."""

from typing import NamedTuple

from tests.conformance.known import FAILING


class Outcome(NamedTuple):
    """What came of one scenario.

    Attributes:
        judged: What the server says of it: `pass`, `fail` or `not-implemented`.
        said: What is wrong with a call or with what it returned; empty where nothing is.
    """

    judged: str
    said: str

    @property
    def passes(self):
        """Whether the requests were right, and what was answered came out whole."""
        return self.judged == "pass" and not self.said


def outcomes(scenarios, judged, said):
    """What came of each scenario, by its name.

    Args:
        scenarios: The scenarios that were called.
        judged: What the server says of each.
        said: What is wrong with the calls of each.
    """
    return {name: Outcome(judged.get(name, "not-implemented"), said.get(name, "")) for name in scenarios}


def passed(found):
    """The share of the scenarios that pass.

    Args:
        found: The outcome of each, by its name.
    """
    return sum(outcome.passes for outcome in found.values()) / (len(found) or 1)


def surprises(found):
    """The scenarios that fail and are not known to, and those that are known to and pass.

    Args:
        found: The outcome of each, by its name.
    """
    return sorted(name for name, outcome in found.items() if outcome.passes == (name in FAILING))


def lines(by_kind):
    """A table for a terminal, and each scenario that fails with its reason.

    Args:
        by_kind: The outcome of each scenario by its name, of each kind of client.
    """
    for kind, found in by_kind.items():
        good = sum(outcome.passes for outcome in found.values())
        server = sum(outcome.judged == "pass" for outcome in found.values())
        yield f"{kind}: {good} of {len(found)} scenarios pass ({passed(found):.1%}); the server passes {server}"
    failing = {name: kind for kind in reversed(by_kind) for name in by_kind[kind] if not by_kind[kind][name].passes}
    for name in sorted(failing):
        kinds = [kind for kind in by_kind if not by_kind[kind][name].passes]
        outcome = by_kind[kinds[0]][name]
        known = f" [known: {FAILING[name]}]" if name in FAILING else ""
        why = outcome.said or "the requests were not all that the scenario asks for"
        yield f"  {name} ({', '.join(kinds)}, {outcome.judged}){known}: {why}"
    for name in sorted({name for found in by_kind.values() for name in surprises(found)} - failing.keys()):
        yield f"  {name} passes: take it off tests/conformance/known.py"
