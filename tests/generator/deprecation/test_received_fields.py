"""Fields of what is received: an old name reads the new one, and nothing warns but who reads a field that goes."""

import pytest

from tests.generator.deprecation import trial
from tests.generator.deprecation.trial import Warned

CATEGORY = "Invoice.invoice_category_id is deprecated and goes in 0.3.0."
BUYER = "Invoice.buyer is deprecated and goes in 0.3.0; use Invoice.client."
STATE = "Invoice.state is deprecated and goes in 0.3.0; use Invoice.status."
SUM = "Invoice.sum is deprecated and goes in 0.3.0; use Invoice.total_amount."
ADDRESS = "InvoiceLink.address is deprecated and goes in 0.3.0; use InvoiceLink.link."
INVOICE = "invoice = client.invoices.get(1)\n"

READ = {
    "a number that goes": ("invoice.invoice_category_id", 5, CATEGORY),
    "another model by its old name": ("[invoice.buyer.name, invoice.buyer is invoice.client]", ["Acme", True], BUYER),
    "an enum by its old name": ("invoice.state is InvoiceStatus.PAID", True, STATE),
    "what the service left out, by its old name": ("invoice.sum", None, SUM),
    "through a getter": ("operator.attrgetter('invoice_category_id')(invoice)", 5, CATEGORY),
    "through getattr": ("getattr(invoice, 'invoice_category_id', None)", 5, CATEGORY),
}


@pytest.mark.parametrize(("read", "value", "text"), READ.values(), ids=READ)
def test_reading_it_warns_at_the_line_that_reads(package, tmp_path, read, value, text):
    outcome = package.run(tmp_path, f"import operator\n{INVOICE}show({read})  # HERE\n")
    assert outcome.value == value
    # One of them reads the field twice.
    assert set(outcome.warned) == {Warned(text, 4)}
    assert len(outcome.warned) == read.count("buyer") or 1


def test_matching_warns(package, tmp_path):
    program = f"""
{INVOICE}
match invoice:
    case Invoice(state=InvoiceStatus.PAID):  # HERE
        show("paid")
"""
    outcome = package.run(tmp_path, program)
    assert outcome.value == "paid"
    assert outcome.warned == [Warned(STATE, line) for line in trial.lines(program)]


def test_the_new_names_and_all_others_are_read_in_silence(package, tmp_path):
    outcome = package.run(tmp_path, f"{INVOICE}show([invoice.id, invoice.client.name, invoice.status.value])")
    assert outcome.value == [1, "Acme", "Paid"]
    assert outcome.warned == []


def test_an_enum_and_a_model_that_go_are_decoded_as_before(package, tmp_path):
    program = "order = client.orders.get(1)\nshow(order.status.ordinal)\nshow(order.currency.id)\n"
    outcome = package.run(tmp_path, program)
    assert outcome.shown == [1, 3]
    texts = [f"Order.{name} is deprecated and goes in 0.3.0." for name in ("status", "currency")]
    assert outcome.warned == [Warned(text, line) for line, text in enumerate(texts, 3)]


QUIET = {
    "receiving": "invoice.id",
    "the repr": "repr(invoice)",
    "what rich prints": "[name for name, _ in invoice.__rich_repr__()]",
    "comparing": "[invoice == client.invoices.get(1), hash(invoice) == hash(client.invoices.get(1))]",
    "a copy": "repr(copy.copy(invoice))",
    "a deep copy": "repr(copy.deepcopy({1: invoice}))",
    "pickling": "[repr(pickle.loads(pickle.dumps(invoice, protocol))) for protocol in range(6)]",
    "JSON": "msgspec.json.encode(invoice).decode()",
    "plain values": "msgspec.to_builtins(invoice)",
    "unknown fields": "client.invoices.with_raw_response.get(1).unknown_fields()",
    "an answer as it came": "repr(client.invoices.with_raw_response.get(1).parse())",
}


@pytest.mark.parametrize("done", QUIET.values(), ids=QUIET)
def test_nothing_that_is_done_to_an_answer_warns_or_shows_an_old_name(package, tmp_path, done):
    outcome = package.run(tmp_path, f"{INVOICE}show({done})\n")
    assert outcome.warned == []
    for name in ("buyer", "state", "sum="):
        assert name not in repr(outcome.value)


def test_receiving_is_quiet_when_awaited(package, tmp_path):
    program = """
@main
async def _(client):
    invoice = await client.invoices.get(1)
    show(repr(invoice))
    show([one.id async for one in client.invoices.list()])
"""
    outcome = package.run(tmp_path, program)
    assert "invoice_category_id=5" in outcome.shown[0]
    assert outcome.warned == []


def test_a_field_that_the_document_has_is_no_unknown_one_and_an_old_name_is(package, tmp_path):
    program = """
service.answer("invoices.get", Reply(json={"Id": 1, "InvoiceCategoryId": 5, "buyer": 3, "-buyer": {}, "New": 5}))
raw = client.invoices.with_raw_response.get(1)
show(sorted(raw.unknown_fields()))
"""
    outcome = package.run(tmp_path, program)
    assert outcome.value == ["-buyer", "New", "buyer"]
    assert outcome.warned == []


def test_a_repair_of_an_answer_is_quiet(package, tmp_path):
    # A date without a time is read a second time, tolerantly.
    program = """
service.answer("invoices.get", Reply(json={"Id": 1, "InvoiceCategoryId": 5, "IssuedOn": "2026-01-31"}))
show(client.invoices.get(1).id)
"""
    outcome = package.run(tmp_path, program)
    assert outcome.value == 1
    assert outcome.warned == []


MADE = {
    "by the new name": ("InvoiceLink(link='https://a.example/1')", []),
    "by the old name": ("InvoiceLink(address='https://a.example/1')", [ADDRESS]),
    "by the old name, over None": ("InvoiceLink(address='https://a.example/1', link=None)", [ADDRESS]),
    "by the new name, over None": ("InvoiceLink(address=None, link='https://a.example/1')", []),
    "as a changed copy": (
        "msgspec.structs.replace(InvoiceLink(link='https://a.example/2'), address='https://a.example/1')",
        [ADDRESS],
    ),
}


@pytest.mark.parametrize(("made", "texts"), MADE.values(), ids=MADE)
def test_a_model_for_a_test_is_made_by_either_name(package, tmp_path, made, texts):
    program = f"""
made = {made}  # HERE
same = InvoiceLink(link="https://a.example/1")
show([made == same, hash(made) == hash(same), msgspec.json.encode(made).decode(), repr(made)])
"""
    outcome = package.run(tmp_path, program)
    assert outcome.value == [
        True,
        True,
        '{"Link":"https://a.example/1"}',
        "InvoiceLink(link='https://a.example/1')",
    ]
    assert outcome.warned == [Warned(text, 3) for text in texts]


def test_a_delivery_of_a_webhook_is_read_in_silence(package, tmp_path):
    program = """
from envoice.testing import sign_delivery
SCHEME = "hmac-sha256:secret:timestamp+activity:hex"
webhooks = envoice.Webhooks(secret="secret", scheme=SCHEME)
for activity in (b'{"Id": 7, "Link": "https://a.example/1", "CreatedOn": "2026-01-31T12:00:00"}',
                 b'{"Id": 7, "Link": "https://a.example/1", "CreatedOn": "2026-01-31", "Type": "Paid"}'):
    event = webhooks.unwrap(*sign_delivery(SCHEME, secret="secret", activity=activity))
    show([event.activity.id, event.activity.created_on.tzinfo is not None])
show(event.activity.link)  # HERE
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown == [[7, True], [7, True], "https://a.example/1"]
    text = "WebhookActivity.link is deprecated and goes in 0.3.0."
    assert outcome.warned == [Warned(text, line) for line in trial.lines(program)]
