"""Every operation, sync and async, with every outcome that its stubs offer as one answer."""

import pytest

from tests.contract.calls import Call
from tests.contract.contract_run import callers, record, whole_journal
from tests.contract.expecting import OUT_OF_TIME, problems
from tests.contract.offered import MODES, SUCCESS, is_course, is_paged, is_slow, offers
from tests.contract.sending import GIVEN, LEFT_OUT, arguments, declared_inputs, sending
from tests.vendor_document import OPERATIONS

__all__ = ["callers", "record"]

# Each outcome with either kind of arguments, and each kind of arguments with either client.
PAIRED = {"sync": "required", "async": "all"}


def at_once(offer):
    """The outcomes of an operation that are one answer without waiting."""
    for outcome in offer.outcomes:
        mappings = offer.mappings(outcome)
        if not (is_paged(offer, outcome) or any(is_slow(mapping) or is_course(mapping) for mapping in mappings)):
            yield outcome


def slow(offer):
    return [
        outcome
        for outcome in offer.outcomes
        if any(is_slow(mapping) and not is_course(mapping) for mapping in offer.mappings(outcome))
    ]


def edge(outcome):
    return None if outcome == SUCCESS else outcome


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("operation", offers())
def test_each_answer_is_decoded_or_refused_as_it_should(server, callers, record, operation, mode):
    offer = offers()[operation]
    outcomes = list(at_once(offer))
    sends = sending(operation, PAIRED[mode])
    calls = [Call(operation, sends.arguments, edge(outcome)) for outcome in outcomes]
    found = []
    for outcome, seen in zip(outcomes, callers[mode].run(calls), strict=True):
        wrong = problems(offer, outcome, seen)
        found += wrong
        if not wrong:
            record.note(operation, mode, outcome)
    found += record.problems(server.journal, offer, len(calls), sends)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("operation", offers())
def test_each_argument_is_sent_and_each_answer_can_be_had_as_it_came(server, callers, record, operation, mode):
    """With the required arguments and with every one; nothing that the service adds is out of reach."""
    offer = offers()[operation]
    outcomes = [SUCCESS, *(["extras"] if "extras" in offer.edges else [])]
    found = []
    for given in GIVEN:
        server.reset()
        sends = sending(operation, given)
        calls = [Call(operation, sends.arguments, edge(outcome), raw=True) for outcome in outcomes]
        for outcome, seen in zip(outcomes, callers[mode].run(calls), strict=True):
            found += problems(offer, outcome, seen)
        found += record.problems(server.journal, offer, len(calls), sends)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("mode", MODES)
def test_slow_answers_are_waited_for_or_given_up(server, callers, record, mode):
    """Of all operations, several at a time: what takes too long ends in the error that says so."""
    cells = [(offer, outcome) for offer in offers().values() for outcome in slow(offer)]
    # What keeps the server busy longest comes last.
    cells.sort(key=lambda cell: cell[1] in OUT_OF_TIME)
    calls, found = {}, []
    for offer, outcome in cells:
        # Long enough for a busy machine to send the request, and a fraction of what the answer takes.
        options = {"timeout": 1.0} if outcome in OUT_OF_TIME else {}
        given = arguments(offer.operation, PAIRED[mode])
        calls[offer, outcome] = Call(offer.operation, given, edge(outcome), options=options)
    for (offer, outcome), seen in zip(calls, callers[mode].at_once(calls.values()), strict=True):
        if not getattr(seen.error, "sent", True):
            # A machine too busy to connect in time; if it was sent after all, the journal has one too many.
            (seen,) = callers[mode].at_once([calls[offer, outcome]])  # noqa: PLW2901
        wrong = problems(offer, outcome, seen)
        found += [f"{offer.operation} {problem}" for problem in wrong]
        if not wrong:
            record.note(offer.operation, mode, outcome)
    assert not found, "\n".join(found)
    assert len(whole_journal(server, len(calls))) == len(calls)


def test_every_operation_has_its_outcomes():
    assert len(offers()) == OPERATIONS
    assert min(len(list(at_once(offer))) for offer in offers().values()) > 60


def test_every_input_that_the_document_declares_is_sent_in_some_call():
    """Of the arguments made from the document; that they arrive is seen wherever a call is made with all of them."""
    missing = {name: unsent(name) for name in offers() if unsent(name)}
    assert missing.keys() == LEFT_OUT.keys()
    assert sum(len(declared_inputs(name)) for name in offers()) > 200


def unsent(operation):
    sends = sending(operation, "all")
    return declared_inputs(operation) - {name for name, _ in sends.query} - set(members(sends.body))


def members(body):
    return body if isinstance(body, dict) else {"(body)"} if body is not None else ()
