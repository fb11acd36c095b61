"""Fields of what is sent: an old name fills the new one and is on no wire, and one that goes is sent as before."""

import pytest

from tests.generator.deprecation import trial
from tests.generator.deprecation.trial import Warned

OLD = "InvoiceSendToClient.invoice is deprecated and goes in 0.3.0; use InvoiceSendToClient.invoice_id."
TEXT = "InvoiceSendToClient.text is deprecated and goes in 0.3.0; use InvoiceSendToClient.message."
NOTE = "InvoiceSendToClient.note is deprecated and goes in 0.3.0; use InvoiceSendToClient.message."
ID = "InvoiceSendToClient.id is deprecated and goes in 0.3.0; use invoice_id."
ACCOUNTANT = "InvoiceSendToAccountant.id is deprecated and goes in 0.3.0."
# Written to be shown after `made`, a model.
ENCODED = "show(msgspec.json.encode(made).decode())\n"

MADE = {
    "the new names": ("invoice_id=5, message='Hello'", [], '{"InvoiceId":5,"Message":"Hello"}'),
    "the old names": ("invoice=5, text='Hello'", [OLD, TEXT], '{"InvoiceId":5,"Message":"Hello"}'),
    "another old name": ("invoice_id=5, note='Hello'", [NOTE], '{"InvoiceId":5,"Message":"Hello"}'),
    "one that goes": ("invoice_id=5, id=3", [ID], '{"Id":3,"InvoiceId":5}'),
    "None by the new name": ("invoice_id=5, message=None", [], '{"InvoiceId":5,"Message":null}'),
    "None by an old name": ("invoice_id=5, text=None", [TEXT], '{"InvoiceId":5,"Message":null}'),
    "None for one that goes": ("invoice_id=5, id=None", [ID], '{"Id":null,"InvoiceId":5}'),
    "UNSET by either name": ("invoice_id=5, text=UNSET, message=UNSET", [], '{"InvoiceId":5}'),
    "UNSET for one that goes": ("invoice_id=5, id=UNSET", [], '{"InvoiceId":5}'),
    "UNSET by the old name of what is given": ("invoice_id=5, invoice=UNSET", [], '{"InvoiceId":5}'),
    "what is empty or false": ("invoice=0, text=''", [OLD, TEXT], '{"InvoiceId":0,"Message":""}'),
}


@pytest.mark.parametrize(("arguments", "texts", "sent"), MADE.values(), ids=MADE)
def test_a_model_is_made_and_sent_with_the_new_names(package, tmp_path, arguments, texts, sent):
    outcome = package.run(tmp_path, f"made = InvoiceSendToClient({arguments})  # HERE\n{ENCODED}")
    assert outcome.value == sent
    assert outcome.warned == [Warned(text, 2) for text in texts]


@pytest.mark.parametrize(("arguments", "texts", "sent"), MADE.values(), ids=MADE)
def test_a_method_sends_the_new_names(package, tmp_path, arguments, texts, sent):
    # One process for both kinds of client: what is made is the same.
    program = f"""
client.invoices.send_to_client({arguments})  # HERE


@main
async def _(client):
    await client.invoices.send_to_client({arguments})  # HERE
show([call.content.decode() for call in service.calls])
"""
    outcome = package.run(tmp_path, program)
    assert outcome.value == [sent, sent]
    assert outcome.warned == [Warned(text, line) for line in trial.lines(program) for text in texts]


def test_the_field_that_identifies_goes_on_to_be_given_by_place(package, tmp_path):
    program = """
client.invoices.send_to_client(5, text="Hello")  # HERE
client.invoices.send_to_accountant(6)  # HERE
show([call.body for call in service.calls])
"""
    outcome = package.run(tmp_path, program)
    assert outcome.value == [{"InvoiceId": 5, "Message": "Hello"}, {"Id": 6}]
    assert outcome.warned == [Warned(TEXT, 3), Warned(ACCOUNTANT, 4)]


MISSING = {
    "a model": "InvoiceSendToClient(message='Hello')",
    "a model and UNSET": "InvoiceSendToClient(invoice=UNSET)",
    "a method": "client.invoices.send_to_client(message='Hello')",
}


@pytest.mark.parametrize("made", MISSING.values(), ids=MISSING)
def test_what_is_required_must_be_given_by_one_of_its_names(package, tmp_path, made):
    program = f"try:\n    {made}\nexcept TypeError as error:\n    show(str(error))\nshow(len(service.calls))\n"
    assert package.run(tmp_path, program).shown == ["Missing required argument 'invoice_id'", 0]


def test_nobody_is_made_to_give_what_goes(package, tmp_path):
    program = f"made = InvoiceSendToAccountant()\n{ENCODED}client.invoices.send_to_accountant()\n"
    outcome = package.run(tmp_path, program)
    assert outcome.value == "{}"
    assert outcome.warned == []


def test_the_old_name_prevails_where_both_are_given(package, tmp_path):
    # A changed copy gives both: the old name that is asked for, and the new one that the model had.
    program = f"""
made = InvoiceSendToClient(invoice=5, invoice_id=6)  # HERE
{ENCODED}
made = msgspec.structs.replace(InvoiceSendToClient(invoice_id=5), invoice=7)  # HERE
{ENCODED}
made = msgspec.structs.replace(made, invoice_id=8)
{ENCODED}
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown == ['{"InvoiceId":5}', '{"InvoiceId":7}', '{"InvoiceId":8}']
    assert outcome.warned == [Warned(OLD, line) for line in trial.lines(program)]


def test_either_name_gives_the_value_and_the_old_one_warns(package, tmp_path):
    program = """
made = InvoiceSendToClient(invoice_id=5, message="Hello")
show([made.invoice_id, made.message])
show(made.invoice)  # HERE
show(made.text)  # HERE
show(made.note)  # HERE
show(made.id)  # HERE
show(made.id is UNSET)  # HERE
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown == [[5, "Hello"], 5, "Hello", "Hello", "UNSET", True]
    texts = [OLD, TEXT, NOTE, ID, ID]
    assert outcome.warned == [Warned(text, line) for text, line in zip(texts, trial.lines(program), strict=True)]


@pytest.mark.parametrize("name", ["invoice", "id"])
def test_a_model_stays_frozen(package, tmp_path, name):
    program = f"""
made = InvoiceSendToClient(invoice_id=5)
for change in (functools.partial(setattr, made, "{name}", 6), functools.partial(delattr, made, "{name}")):
    try:
        change()
    except AttributeError as error:
        show(type(error).__name__)
show(made.invoice_id)
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown == ["AttributeError", "AttributeError", 5]
    assert outcome.warned == []


QUIET = {
    "the repr": "repr(made)",
    "what rich prints": "made.__rich_repr__()",
    "comparing": "[made == copy.copy(made), hash(made) == hash(copy.copy(made)), made != 3]",
    "a copy": "repr(copy.copy(made))",
    "a deep copy": "repr(copy.deepcopy([made]))",
    "pickling": "repr(pickle.loads(pickle.dumps(made)))",
    "JSON": "msgspec.json.encode(made).decode()",
    "plain values": "msgspec.to_builtins(made)",
    "reading it back from a call": "repr(service.calls[-1].body_as(InvoiceSendToClient))",
}


@pytest.mark.parametrize("done", QUIET.values(), ids=QUIET)
def test_nothing_that_is_done_to_a_model_warns_or_shows_an_old_name(package, tmp_path, done):
    program = f"""
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    made = InvoiceSendToClient(invoice=5, text="Hello", id=3)
    client.invoices.send_to_client(invoice=5, text="Hello", id=3)
same = InvoiceSendToClient(invoice_id=5, message="Hello")
show({done})
show([{done.replace("made", "same")}, repr(same)])
"""
    outcome = package.run(tmp_path, program)
    assert outcome.warned == []
    told = repr(outcome.shown)
    assert "'text'" not in told
    assert "text=" not in told
    assert "invoice=" not in told
    assert "-" not in told
    assert outcome.shown[1][1] == "InvoiceSendToClient(invoice_id=5, message='Hello')"


def test_models_made_by_either_name_are_equal(package, tmp_path):
    program = """
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    old = InvoiceSendToClient(invoice=5, text="Hello")
new = InvoiceSendToClient(invoice_id=5, message="Hello")
show([old == new, hash(old) == hash(new), repr(old) == repr(new), pickle.loads(pickle.dumps(old)) == new])
"""
    assert package.run(tmp_path, program).value == [True] * 4


SUBCLASSES = {
    "of another name": "class Mine(InvoiceSendToClient):\n    more: int = 0\n",
    "of the same name": "Mine = type('InvoiceSendToClient', (models.InvoiceSendToClient,), {})\n",
    "that has the name of another model": "Mine = type('InvoiceLink', (InvoiceSendToClient,), {})\n",
}


@pytest.mark.parametrize("subclass", SUBCLASSES.values(), ids=SUBCLASSES)
def test_a_subclass_of_the_callers_own_does_the_same(package, tmp_path, subclass):
    program = f"{subclass}\nmade = Mine(invoice=5)  # HERE\n{ENCODED}show(made.invoice)  # HERE\n"
    outcome = package.run(tmp_path, program)
    assert '"InvoiceId":5' in outcome.shown[0]
    assert outcome.shown[1] == 5
    assert outcome.warned == [Warned(OLD, line) for line in trial.lines(program)]
