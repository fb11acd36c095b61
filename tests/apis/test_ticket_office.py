"""An API with every kind of union: each member is read as itself, and what is none of them is kept."""

from datetime import date
from decimal import Decimal

import pytest

from tests.apis.calling import KINDS, answered, plain, text

NAME = "ticket_office"
CARD = {"kind": "card", "number": "4111", "amount": Decimal("12.50")}
BANK = {"kind": "bank", "iban": "NL02", "on": "2026-01-31"}
CONCERT = {"category": "concert", "name": "Fair", "band": "Owls"}
MATCH = {"category": "sport", "name": "Final", "teams": ["A", "B"]}
TICKET = {"id": 7, "payment": CARD}


@pytest.fixture(scope="module")
def made(make):
    return make(NAME)


def read(made, run, document, kind="sync"):
    """What a call gives for an answer."""
    value, _ = answered(made, run, lambda _request: (200, text(document)), kind=kind)
    return value


def ticket(made, kind="sync", **members):
    """A ticket as it is read, which is written as it came."""
    document = TICKET | members
    [found] = read(made, lambda client: client.tickets.list(), [document], kind)
    assert plain(found.to_json(secrets=True)) == document
    assert made.package.Ticket.from_json(found.to_json(secrets=True)) == found
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_discriminator_chooses_and_stays_an_attribute(made, kind):
    payments = read(made, lambda client: client.payments.list(), {"1": CARD, "2": BANK}, kind)
    match payments["1"], payments["2"]:
        case made.package.Card() as card, made.package.BankTransfer() as bank:
            assert (card.kind, card.amount) == ("card", Decimal("12.50"))
            assert (bank.kind, bank.on) == ("bank", date(2026, 1, 31))
        case other:
            pytest.fail(repr(other))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_member_is_kept_as_it_came_and_goes_out_so(made, kind):
    coin = {"kind": "coin", "coins": [{"value": Decimal("0.50")}]}
    found = ticket(made, kind, payment=coin)
    assert found.payment == coin
    value, [request] = answered(
        made, lambda client: client.payments.create(body=found.payment), lambda _request: (200, text(coin)), kind=kind
    )
    assert plain(request.content) == value == coin


@pytest.mark.parametrize("kind", KINDS)
def test_a_base_class_stands_for_what_is_built_on_it_and_for_any_other(made, kind):
    fair = {"category": "fair", "name": "Spring", "starts": "2026-03-20T12:00:00Z"}
    events = read(made, lambda client: client.events.list(), [CONCERT, MATCH, fair], kind)
    assert [type(event).__name__ for event in events] == ["Concert", "Match", "Event"]
    assert [event.category for event in events] == ["concert", "sport", "fair"]
    assert [plain(event.to_json()) for event in events] == [CONCERT, MATCH, fair]


@pytest.mark.parametrize(
    ("member", "given", "type_"),
    [
        ("holder", {"kind": "person", "email": "a@example.com"}, "HolderPerson"),
        ("holder", {"kind": "company", "number": 3}, "HolderCompany"),
        ("holder", None, "NoneType"),
        ("place", {"row": 3, "seat": 4}, "Window"),
        ("place", {"row": 3, "wide": True}, "Aisle"),
        ("remark", "Late", "str"),
        ("remark", {"text": "Late"}, "TicketRemarkWithText"),
        ("price", Decimal("1.10"), "Decimal"),
        ("price", "free", "TicketPrice"),
        ("grade", "standing", "TicketGrade"),
        ("grade", 2, "TicketGrade2"),
        ("tags", "a", "str"),
        ("tags", ["a", "b"], "list"),
        ("event", 4, "int"),
        ("event", MATCH, "Match"),
    ],
)
def test_a_member_is_told_by_what_it_has(made, member, given, type_):
    found = getattr(ticket(made, **{member: given}), member)
    assert type(found).__name__ == type_


def test_items_and_values_are_told_one_by_one(made):
    found = ticket(
        made,
        discounts=[{"percent": Decimal("5.0")}, {"amount": Decimal("1.00"), "currency": "EUR"}, {"gift": True}],
        extras={"a": Decimal("1.5"), "b": "x", "c": True},
        changes=["2026-01-31", "2026-01-31T12:00:00Z"],
    )
    assert [type(one).__name__ for one in found.discounts] == ["PercentOff", "AmountOff", "dict"]
    assert found.extras == {"a": Decimal("1.5"), "b": "x", "c": True}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_combined_with_a_union_is_in_each_member(made, kind):
    package, request = made.package, made.package.CreateRefundRequestWithIban(iban="NL02")
    for answer, type_ in (
        ({"reference": "r", "paid": Decimal(3)}, package.RefundPaid),
        ({"reference": "r", "refused": "late"}, package.RefundRefused),
    ):
        found = read(made, lambda client: client.refunds.create(body=request), answer, kind)
        assert (type(found), found.reference) == (type_, "r")


@pytest.mark.parametrize("answer", [{"minutes": 3}, "tomorrow"])
def test_an_error_may_be_one_of_several(made, answer):
    request = made.package.CreateRefundRequestWithCard(card="4111")
    with pytest.raises(made.package.APIStatusError) as caught:
        answered(
            made, lambda client: client.refunds.create(body=request), lambda _request: (409, text(answer)), kind="sync"
        )
    data = caught.value.data
    assert data == (made.package.Delay(minutes=3) if isinstance(answer, dict) else answer)


@pytest.mark.parametrize("search", ["a", ["a", {"x": ["b", {"y": "c"}]}], {"x": "a"}])
def test_a_union_may_hold_itself(made, search):
    value, [request] = answered(
        made, lambda client: client.searches.replace(body=search), lambda _request: (200, text(search)), kind="sync"
    )
    assert plain(request.content) == value == search


@pytest.mark.parametrize(
    ("run", "target"),
    [
        (lambda client: client.tickets.list(seat=4, states="open"), "/tickets?states=open&seat=4"),
        (lambda client: client.tickets.list(seat="4 a", states=["x", "y"]), "/tickets?states=x&states=y&seat=4%20a"),
    ],
)
def test_a_parameter_is_written_as_the_member_that_is_given(made, run, target):
    _, [request] = answered(made, run, lambda _request: (200, b"[]"), kind="sync")
    assert request.url.removeprefix("https://tickets.example.com").replace("+", "%20") == target


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (lambda client: client.events.get(key=1.5), "key"),
        (lambda client: client.codes.create(body=3), "body"),
        (lambda client: client.tickets.list(seat=object()), "seat"),
    ],
)
def test_what_is_no_member_is_refused_by_name_where_it_is_no_answer(made, run, said):
    with pytest.raises(made.package.EncodeError, match=said):
        answered(made, run, lambda _request: (200, b"[]"), kind="sync")


@pytest.mark.parametrize("pages", [b"1", [b"1"]])
def test_one_file_may_stand_for_several(made, pages):
    _, [request] = answered(
        made, lambda client: client.scans.create(pages=pages), lambda _request: (204, b""), kind="sync"
    )
    assert request.content.count(b'name="pages"; filename="pages"') == 1


def test_false_and_a_number_are_told_apart(made):
    for answer in (False, 3):
        found = read(made, lambda client: client.codes.create(body="a"), answer)
        assert found is answer if answer is False else found == answer
