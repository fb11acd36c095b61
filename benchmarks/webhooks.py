"""Times the verification of a delivery against bare `hmac` and `json.loads` on the same bytes.

The bare sides compute one HMAC over the whole body, parse it and compare; one with `hmac.new` as the documentation
shows it, one with `hmac.digest`, the quickest there is. Ours also bounds size and depth, refuses a member given twice
and makes a typed event. All run in turn in one process; the ratios of the medians are what counts.

The claim, and the limit, is of the first line and against `hmac.new`: 2 kB in the notation of the vendor's serialiser,
with the members that the vendor documents, the timestamp and the activity signed. The other lines show what it does not
cover: other notations are read member by member, to be sure that none is given twice, and cost more.
Usage: webhooks.py [ROUNDS]
"""

import hashlib
import hmac
import json
import statistics
import sys
import timeit
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 1.0
CALLS = 2000
SECRET = "a-secret-of-the-usual-length-0123"
TIMESTAMP = "2018-02-06T11:43:30.1234567Z"
SENTENCE = "Invoice INV-0042 was paid by Jane Doe. "
COMPACT, SPACED = (",", ":"), (", ", ": ")


def delivery(message: object, separators: tuple[str, str] = COMPACT, signed: str = "timestamp+activity") -> bytes:
    """A signed delivery with all that the vendor documents."""
    activity = {
        "Message": message,
        "Link": "https://www.envoice.in/invoice/share/4f2a9c",
        "Type": 11,
        "InvoiceNumber": "INV-0042",
        "InvoiceId": 3971,
        "OrderNumber": None,
        "OrderId": None,
        "Id": 71,
        "CreatedOn": TIMESTAMP,
    }
    exact = written(activity, separators)
    rest = written({"Timestamp": TIMESTAMP, "Activity": activity}, separators)
    comma = separators[0].encode()
    text = {
        "timestamp+activity": TIMESTAMP.encode() + exact,
        "body": rest,
        "blank_body": written({"Signature": ""}, separators)[:-1] + comma + rest[1:],
    }
    signature = hmac.digest(SECRET.encode(), text[signed], "sha256").hex()
    return written({"Signature": signature}, separators)[:-1] + comma + rest[1:]


def written(value: object, separators: tuple[str, str]) -> bytes:
    """The value as JSON."""
    return json.dumps(value, separators=separators, ensure_ascii=False).encode()


CASES = {
    "as .NET writes it": (delivery(SENTENCE * 42), "timestamp+activity"),
    "with accents and quotes": (delivery(SENTENCE.replace("Jane Doe", 'Ján "Doe"') * 39), "timestamp+activity"),
    "with a bracket in a text": (delivery("[" + SENTENCE * 42), "timestamp+activity"),
    "with a bracket in each": (delivery(SENTENCE.replace("Jane Doe", "Jane [Doe]") * 40), "timestamp+activity"),
    "of half a kilobyte": (delivery(SENTENCE * 3), "timestamp+activity"),
    "the body signed": (delivery(SENTENCE * 42, signed="body"), "body"),
    "the blank body signed": (delivery(SENTENCE * 42, signed="blank_body"), "blank_body"),
    "with blanks between": (delivery(SENTENCE * 42, SPACED), "timestamp+activity"),
    "the same, body signed": (delivery(SENTENCE * 42, SPACED, "body"), "body"),
}
"""The first is the one that the limit is for."""


def bare(body: bytes) -> Callable[[], object]:
    """What one writes by hand, as if the body without more were signed."""

    def verify() -> object:
        document = json.loads(body)
        expected = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(expected, document["Signature"]), document["Activity"]["Id"]

    return verify


def quickest(body: bytes) -> Callable[[], object]:
    """The same with the one call that does not make an object first."""

    def verify() -> object:
        document = json.loads(body)
        expected = hmac.digest(SECRET.encode(), body, "sha256").hex()
        return hmac.compare_digest(expected, document["Signature"]), document["Activity"]["Id"]

    return verify


def ours(body: bytes, signed: str) -> Callable[[], object]:
    """Our verification, with the event used as the bare sides use the document."""
    sys.path.insert(0, str(ROOT / "generated"))
    from envoice.webhooks import Webhooks  # noqa: PLC0415 - the path to it has just been set

    webhooks = Webhooks(secret=SECRET, scheme=f"hmac-sha256:secret:{signed}:hex")
    return lambda: webhooks.unwrap(body).id


def main() -> int:
    """Print the medians and their ratios; the exit status is 1 when the first is beyond the limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 51
    ratios: list[float] = []
    for name, (body, signed) in CASES.items():
        sides = {"hmac.new": bare(body), "hmac.digest": quickest(body), "ours": ours(body, signed)}
        times: dict[str, list[float]] = {side: [] for side in sides}
        for _ in range(rounds):
            for side, run in sides.items():
                times[side].append(timeit.timeit(run, number=CALLS) / CALLS * 1e6)
        medians = {side: statistics.median(values) for side, values in times.items()}
        ratios.append(medians["ours"] / medians["hmac.new"])
        told = "   ".join(f"{side} {median:5.2f} us" for side, median in medians.items())
        print(
            f"{name:<24} {len(body):5} bytes   {told}   ratio {ratios[-1]:.2f}, "
            f"to hmac.digest {medians['ours'] / medians['hmac.digest']:.2f}"
        )
    print(f"limit of the first ratio {LIMIT}; medians of {rounds} rounds of {CALLS} calls")
    return int(ratios[0] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
