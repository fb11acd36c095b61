"""A server in a storm: each attempt at each call is answered, delayed or broken off as a seed has it.

The fate of an attempt depends on the seed, the call and the attempt alone, not on the order in which requests arrive.
"""

import json
import random
from collections import defaultdict

from sdkwright.stubs.exchange import Answer, Fault
from sdkwright.stubs.listener import Listener

CALL_HEADER = "x-call"
"""The request header that numbers the calls; a repetition carries the number of its call."""

_JSON = (("Content-Type", "application/json"),)
_HTML = (("Content-Type", "text/html"),)
_DELAY = 0.03
# Longer than any call may take, with what a busy machine may add.
_HANG = 60.0
# One in two goes well, so that most calls that may be repeated come to their end and all fates are seen.
_FATES = {
    "answer": 45,
    "delay": 6,
    "last word": 5,
    "reset": 5,
    "hang-up": 5,
    "bad chunk": 3,
    "noise": 3,
    "cut short": 5,
    "truncated": 4,
    "garbage": 3,
    "429": 5,
    "503": 6,
    "503 page": 4,
    "hang": 1,
}
HURRIED_HANGS = 30
"""Weight of a hang for a call in a hurry, of which there are few."""
GOOD = {"answer", "delay", "last word"}
"""The fates that end in a result, if the caller waits."""


def in_a_hurry(number: int) -> bool:
    """Whether a call has next to no time: one in ten."""
    return number % 10 == 7


class Storm:
    """A stormy server on a loopback port, from its making until it is closed.

    Args:
        seed: What decides each fate.

    Attributes:
        fates: By the number of the call: what became of each attempt that arrived whole, in order.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self.fates: dict[int, list[str]] = defaultdict(list)
        self._listener = Listener(self._respond)

    @property
    def base_url(self) -> str:
        return f"http://127.0.0.1:{self._listener.port}"

    def close(self) -> None:
        self._listener.close()

    def _respond(self, method, target, headers, body):
        number = int(dict(headers)[CALL_HEADER])
        past = self.fates[number]
        dice = random.Random(f"{self._seed} {number} {len(past)}")
        weights = _FATES | ({"hang": HURRIED_HANGS} if in_a_hurry(number) else {})
        [fate] = dice.choices(list(weights), weights.values())
        past.append(fate)
        # A result names its call, so that answers cannot be mixed up unseen.
        good = {"Id": number, "Title": f"call {number}"} if method == "GET" else number
        return _answer(fate, json.dumps(good).encode())


def _answer(fate, good):
    answers = {
        "answer": Answer(200, _JSON, good),
        "delay": Answer(200, _JSON, good, delay=_DELAY),
        # The client keeps a connection that has ended, and must not lose or repeat the next POST for it.
        "last word": Answer(200, _JSON, good, hangs_up=True),
        "cut short": Answer(200, (*_JSON, ("Content-Length", "1000")), good),
    }
    return answers.get(fate) or _BAD[fate]


_BAD = {
    "reset": Answer(200, fault=Fault.CONNECTION_RESET_BY_PEER),
    "hang-up": Answer(200, fault=Fault.EMPTY_RESPONSE),
    "bad chunk": Answer(200, fault=Fault.MALFORMED_RESPONSE_CHUNK),
    "noise": Answer(200, fault=Fault.RANDOM_DATA_THEN_CLOSE),
    "truncated": Answer(200, _JSON, b'{"Id": 1, "Tit'),
    "garbage": Answer(200, _JSON, b"\x00\xff\xfe"),
    "429": Answer(429, (*_JSON, ("Retry-After", "0.005")), b'{"Message": "Too many requests."}'),
    "503": Answer(503),
    "503 page": Answer(503, _HTML, b"<html><body>Down for maintenance</body></html>"),
    "hang": Answer(503, delay=_HANG),
}
