"""Which stub answers a request, in the order in which WireMock asks them, and which came nearest when none does."""

import difflib
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from typing import Final

import attrs

from sdkwright.stubs.conditions import Condition
from sdkwright.stubs.exchange import Answer, Asked

DEFAULT_PRIORITY: Final = 5
"""WireMock's own; a lower number is asked first."""

STARTED: Final = "Started"
"""The state in which every scenario begins."""

_PATHS_KNOWN: Final = 1024


@attrs.frozen
class Url:
    """The address that a stub answers at.

    Attributes:
        key: WireMock's name for the way of comparing.
        text: What to compare with.
        whole: Whether the query belongs to what is compared.
        pattern: `text` as a regular expression, where it is one.
    """

    key: str
    text: str
    whole: bool
    pattern: re.Pattern[str] | None

    def fits(self, asked: Asked) -> bool:
        """Whether `asked` went there."""
        return self.accepts(asked.target if self.whole else asked.path)

    def accepts(self, address: str) -> bool:
        """Whether this is the address, which has a query if `whole`."""
        return address == self.text if self.pattern is None else self.pattern.fullmatch(address) is not None


@attrs.frozen
class Step:
    """A stub's place in a scenario.

    Attributes:
        scenario: The scenario's name.
        required: The state in which the stub answers; None for any.
        new: The state after it has answered; None for the same.
    """

    scenario: str
    required: str | None
    new: str | None

    def is_due(self, states: Mapping[str, str]) -> bool:
        """Whether the scenario, by the `states` of all that have begun, is where this step answers."""
        return self.required in {None, states.get(self.scenario, STARTED)}


@attrs.frozen
class Stub:
    """One mapping, read.

    Attributes:
        name: The mapping's name, or its id, or its position.
        id: The mapping's id; empty if it has none.
        priority: Lower is asked first.
        method: Upper case, or `ANY`.
        url: Where it answers.
        conditions: What it asks of headers, query and body.
        step: Its place in a scenario, if it has one.
        answer: What it answers.
    """

    name: str
    id: str
    priority: int
    method: str
    url: Url
    conditions: tuple[Condition, ...]
    step: Step | None
    answer: Answer
    _cheapest_first: tuple[Condition, ...] = attrs.field(init=False, repr=False, eq=False)

    @_cheapest_first.default
    def _sorted(self) -> tuple[Condition, ...]:
        return tuple(sorted(self.conditions, key=lambda condition: condition.cost))

    def answers(self, asked: Asked, states: Mapping[str, str]) -> bool:
        """Whether this stub answers a request whose path is known to be right."""
        return (
            self.method in {"ANY", asked.method}
            and (not self.url.whole or self.url.fits(asked))
            and (self.step is None or self.step.is_due(states))
            and all(condition.miss(asked) is None for condition in self._cheapest_first)
        )

    def misses(self, asked: Asked, states: Mapping[str, str]) -> Iterator[str]:
        """Why this stub does not answer, one reason each."""
        if self.method not in {"ANY", asked.method}:
            yield f"method is not {self.method}"
        if not self.url.fits(asked):
            yield f"{self.url.key} is not {self.url.text}"
        if self.step is not None and not self.step.is_due(states):
            yield f"scenario {self.step.scenario} is not in state {self.step.required}"
        for condition in self.conditions:
            if (reason := condition.miss(asked)) is not None:
                yield reason


class Book:
    """Stubs in the order in which they are asked, and the states of their scenarios.

    Args:
        stubs: In the order of their files: of equal priority, the last is asked first.
    """

    def __init__(self, stubs: Iterable[Stub]) -> None:
        latest_first = list(stubs)
        latest_first.reverse()
        self._stubs = tuple(sorted(latest_first, key=lambda stub: stub.priority))
        # The edges of an operation have its address, which is compared once for all of them.
        self._at_url: dict[Url, list[tuple[int, Stub]]] = {}
        for place, stub in enumerate(self._stubs):
            self._at_url.setdefault(stub.url, []).append((place, stub))
        self._states: dict[str, str] = {}
        self._lock = threading.Lock()
        # Most stubs are recognised by their path alone, and few paths are ever asked for.
        self._at = lru_cache(maxsize=_PATHS_KNOWN)(self._candidates)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all stubs, in the order in which they are asked."""
        return tuple(stub.name for stub in self._stubs)

    def find(self, asked: Asked) -> Stub | None:
        """The stub that answers `asked`, after which its scenario has moved on; None when none does."""
        candidates = self._at(asked.path)
        with self._lock:
            for stub in candidates:
                if stub.answers(asked, self._states):
                    if stub.step is not None and stub.step.new is not None:
                        self._states[stub.step.scenario] = stub.step.new
                    return stub
        return None

    def rewind(self) -> None:
        """Put every scenario back to its beginning."""
        with self._lock:
            self._states.clear()

    def nearest(self, asked: Asked) -> str:
        """A sentence about the stub that comes closest to `asked`, and why it did not answer."""
        if not self._stubs:
            return "There are no stubs."
        with self._lock:
            states = dict(self._states)
        likeness = {url: _likeness(url, asked) for url in {stub.url for stub in self._stubs}}

        def distance(stub: Stub) -> float:
            others = len(list(stub.misses(asked, states))) - (not stub.url.fits(asked))
            return 0.2 * others - likeness[stub.url]

        stub = min(self._stubs, key=distance)
        reasons = "; ".join(stub.misses(asked, states))
        return f"The nearest is {stub.name} ({stub.method} {stub.url.text}): {reasons}."

    def _candidates(self, path: str) -> tuple[Stub, ...]:
        fitting = [group for url, group in self._at_url.items() if url.whole or url.accepts(path)]
        found = sorted((pair for group in fitting for pair in group), key=itemgetter(0))
        return tuple(stub for _, stub in found)


def _likeness(url: Url, asked: Asked) -> float:
    """1 for the very address, 0 for nothing in common; a pattern that fits says little."""
    if url.fits(asked):
        return 1.0 if url.pattern is None else 0.5
    return 0.75 * difflib.SequenceMatcher(None, url.text, asked.path).ratio()
