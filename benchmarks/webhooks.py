"""Times the verification of a delivery against bare `hmac` and `json.loads` on the same bytes.

The bare side computes one HMAC, parses the body and compares; ours also bounds size and depth, refuses a member given
twice and makes a typed event. Both run in turn in one process; the ratio of the medians is what counts.
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


def delivery(message: str, separators: tuple[str, str]) -> bytes:
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
    exact = json.dumps(activity, separators=separators, ensure_ascii=False).encode()
    signature = hmac.digest(SECRET.encode(), TIMESTAMP.encode() + exact, "sha256").hex()
    head, colon = {"Signature": signature, "Timestamp": TIMESTAMP}, separators[1].encode()
    opened = json.dumps(head, separators=separators).encode()[:-1]
    return opened + separators[0].encode() + b'"Activity"' + colon + exact + b"}"


DELIVERIES = {
    "as .NET writes it": delivery(SENTENCE * 42, (",", ":")),
    "with accents and quotes": delivery(SENTENCE.replace("Jane Doe", 'Ján "Doe"') * 39, (",", ":")),
    "of half a kilobyte": delivery(SENTENCE * 3, (",", ":")),
    "with blanks between": delivery(SENTENCE * 42, (", ", ": ")),
}
"""The first is the one that the limit is for."""


def bare(body: bytes) -> Callable[[], object]:
    """What one writes by hand, as if the body without more were signed."""

    def verify() -> object:
        document = json.loads(body)
        expected = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(expected, document["Signature"]), document["Activity"]["Id"]

    return verify


def ours(body: bytes) -> Callable[[], object]:
    """Our verification, with the event used as the bare side uses the document."""
    sys.path.insert(0, str(ROOT / "generated"))
    from envoice.webhooks import Webhooks  # noqa: PLC0415 - the path to it has just been set

    webhooks = Webhooks(secret=SECRET, scheme="hmac-sha256:secret:timestamp+activity:hex")
    return lambda: webhooks.unwrap(body).id


def main() -> int:
    """Print the medians and their ratios; the exit status is 1 when the first is beyond the limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 51
    ratios: list[float] = []
    for name, body in DELIVERIES.items():
        sides = {"bare": bare(body), "ours": ours(body)}
        times: dict[str, list[float]] = {side: [] for side in sides}
        for _ in range(rounds):
            for side, run in sides.items():
                times[side].append(timeit.timeit(run, number=CALLS) / CALLS * 1e6)
        medians = {side: statistics.median(values) for side, values in times.items()}
        ratios.append(medians["ours"] / medians["bare"])
        print(
            f"{name:<24} {len(body):5} bytes   bare {medians['bare']:6.2f} us   ours {medians['ours']:6.2f} us   "
            f"ratio {ratios[-1]:.2f}"
        )
    print(f"limit of the first ratio {LIMIT}; medians of {rounds} rounds of {CALLS} calls")
    return int(ratios[0] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
