"""What the generated stubs offer: each operation's own answer, and every edge that it can be given by name.

Nothing of the package is imported here: the report reads this before any test is collected.
"""

import base64
import json
from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

import attrs

STUBS: Final = Path(__file__).parent / "stubs"
SUCCESS: Final = "success"
"""The outcome of an operation's own answer; every other outcome has the name of an edge."""
MODES: Final = ("sync", "async")


@attrs.frozen(eq=False)
class Offer:
    """One operation as the stubs have it.

    Attributes:
        operation: Its public name, such as `invoices.get`.
        own: The mapping of its own answer.
        edges: The mappings of each edge; several for one that has pages, or a course of answers.
    """

    operation: str
    own: dict
    edges: dict[str, list[dict]]

    @property
    def method(self) -> str:
        return self.own["request"]["method"]

    @property
    def path(self) -> str:
        return self.own["request"]["urlPath"]

    @property
    def answers(self) -> bool:
        """Whether a success of it has a body."""
        return self.own["response"]["status"] != 204

    @property
    def outcomes(self) -> list[str]:
        return [SUCCESS, *self.edges]

    def mappings(self, outcome: str) -> list[dict]:
        return [self.own] if outcome == SUCCESS else self.edges[outcome]


@cache
def offers() -> dict[str, Offer]:
    """Every operation by its name."""
    own, particular, shared = {}, defaultdict(lambda: defaultdict(list)), defaultdict(list)
    for file in sorted(STUBS.glob("*.json")):
        for mapping in json.loads(file.read_bytes(), parse_float=Decimal)["mappings"]:
            operation, edge = (mapping["metadata"].get(name) for name in ("operationId", "edge"))
            if edge is None:
                own[mapping["name"]] = mapping
            elif operation is None:
                shared[edge].append(mapping)
            else:
                particular[operation][edge].append(mapping)
    return {name: Offer(name, mapping, dict(shared) | dict(particular[name])) for name, mapping in own.items()}


def body(mapping: dict) -> bytes:
    """The bytes that a mapping answers, but for the spaces of its JSON."""
    response = mapping["response"]
    if "base64Body" in response:
        return base64.b64decode(response["base64Body"])
    if "body" in response:
        return response["body"].encode()
    return json.dumps(response["jsonBody"], default=float).encode() if "jsonBody" in response else b""


def sent_json(mapping: dict) -> object:
    """The JSON value that a mapping answers, with exact numbers."""
    response = mapping["response"]
    return response["jsonBody"] if "jsonBody" in response else json.loads(body(mapping), parse_float=Decimal)


def is_slow(mapping: dict) -> bool:
    return bool({"fixedDelayMilliseconds", "chunkedDribbleDelay"} & mapping["response"].keys())


def is_course(mapping: dict) -> bool:
    """Whether it is one of several answers to the same request, one after the other."""
    return "scenarioName" in mapping


def is_paged(offer: Offer, outcome: str) -> bool:
    """Whether an outcome is told by reading all pages."""
    return outcome.startswith(("pages", "counts-")) and outcome != "counts-null" and outcome in offer.edges
