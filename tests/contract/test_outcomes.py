"""Outcomes that take several requests: failures that pass, and lists whose pages turn, end and lie."""

import itertools

import pytest
from envoice import errors

from tests.contract.calls import Call
from tests.contract.comparing import differences
from tests.contract.contract_run import callers, record, whole_journal
from tests.contract.expecting import problems
from tests.contract.offered import MODES, SUCCESS, is_course, is_paged, is_slow, offers
from tests.contract.sending import arguments, sending

__all__ = ["callers", "record"]

# A ninth of what the slow answer takes; where a busy machine needs as long for a quick one, the client asks again.
IMPATIENT = 0.1
PAGED = [
    (offer.operation, outcome) for offer in offers().values() for outcome in offer.outcomes if is_paged(offer, outcome)
]


def courses(offer):
    """The outcomes that begin with failures and end with the operation's own answer."""
    for outcome in offer.outcomes:
        if not is_paged(offer, outcome) and any(map(is_course, offer.mappings(outcome))):
            yield outcome


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("operation", offers())
def test_what_may_be_repeated_is_and_nothing_else(server, callers, record, operation, mode):
    """A GET comes through; a POST that was sent is sent once, and its failure is told."""
    offer = offers()[operation]
    found = []
    for outcome in courses(offer):
        server.reset()
        slow = any(map(is_slow, offer.mappings(outcome)))
        options = {"max_retries": 9, "timeout": IMPATIENT} if slow else {"max_retries": 2}
        call = Call(operation, arguments(operation, "all"), outcome, options=options)
        before = len(callers[mode].clock.sleeps)
        seen = callers[mode].call(call)
        waits = callers[mode].clock.sleeps[before:]
        check = repeated if offer.method == "GET" else sent_once
        # Of an attempt that was given up before it was sent, the journal never hears.
        journal = whole_journal(server, len(waits) + 1, seconds=5)
        wrong = [*check(record, offer, outcome, seen, journal, waits)]
        found += wrong
        if not wrong:
            record.note(operation, mode, outcome)
    assert not found, "\n".join(found)


def repeated(record, offer, outcome, seen, journal, waits):
    failures = offer.mappings(outcome)
    slow = any(map(is_slow, failures))
    # An impatient client may have to ask a busy machine once more.
    expected = max(len(failures) + 1, len(journal)) if slow else len(failures) + 1
    yield from problems(offer, SUCCESS, seen)
    sends = sending(offer.operation, "all")
    yield from (f"{outcome}: {problem}" for problem in record.problems(journal, offer, expected, sends))
    if len({(call.query, call.body) for call in journal}) != 1:
        yield f"{outcome}: a repetition differs from what it repeats"
    asked_for = [1.0] if outcome == "retry-503-later" else [0.0] * len(failures)
    if not slow and any(wait < least for wait, least in zip(waits, asked_for, strict=False)):
        yield f"{outcome}: the waits were {waits}, and the service asked for {asked_for}"


def sent_once(record, offer, outcome, seen, journal, waits):
    response = offer.mappings(outcome)[0]["response"]
    if any(map(is_slow, offer.mappings(outcome))):
        expected = errors.APITimeoutError
    elif "fault" in response:
        expected = errors.APIConnectionError
    else:
        expected = errors.RateLimitError if response["status"] == 429 else errors.InternalServerError
    if type(seen.error) is not expected:
        yield f"{outcome}: {expected.__name__} expected, and {seen.value!r} or {seen.error!r} seen"
    sends = sending(offer.operation, "all")
    yield from (f"{outcome}: {problem}" for problem in record.problems(journal, offer, 1, sends))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("operation", "outcome"), PAGED)
def test_every_item_of_every_page_is_read_once(server, callers, record, operation, outcome, mode):
    offer = offers()[operation]
    pages = [
        stub["response"]["jsonBody"]["Result"] for stub in offer.edges[outcome] if stub["response"]["status"] == 200
    ]
    if outcome == "pages-flaky":
        pages = [stub["response"]["jsonBody"]["Result"] for stub in offer.edges["pages"]]
    expected = list(itertools.chain.from_iterable(pages))
    call = Call(operation, {"page_size": len(pages[0])}, outcome, walk=True, options={"max_retries": 2})
    seen = callers[mode].call(call)
    assert seen.error is None
    assert list(differences(expected, seen.value)) == []
    asked = [dict(received.query).get("queryOptions.page", "1") for received in server.journal]
    assert asked == ASKED[outcome]
    assert record.problems(server.journal, offer, len(asked)) == []
    record.note(operation, mode, outcome)


ASKED = {
    "pages": ["1", "2", "3"],
    "pages-flaky": ["1", "2", "2", "3"],
    # A count that is not reached with the last page is not believed, whether too low or too high. One that promises
    # more is given three pages without news, for items may have been added meanwhile; so is the same page again.
    "counts-low": ["1", "2", "3", "4"],
    "counts-high": ["1", "2", "3", "4", "5", "6"],
    "pages-stuck": ["1", "2", "3", "4"],
}


def test_each_kind_of_list_and_course_is_there():
    assert {outcome for _, outcome in PAGED} == ASKED.keys()
    assert {len(list(courses(offer))) for offer in offers().values()} == {9}
