"""Fields of models that are sent and received: an old name keeps a value, null and absent apart as the new one does."""

import pytest

from tests.generator.deprecation.trial import Warned

LABEL = "InvoiceRecurrence.label is deprecated and goes in 0.3.0; use InvoiceRecurrence.title."
MONTH = "InvoiceRecurrence.month is deprecated and goes in 0.3.0."

MADE = {
    "nothing": ("", [], "{}"),
    "the new name": ("title='a'", [], '{"Title":"a"}'),
    "the old name": ("label='a'", [LABEL], '{"Title":"a"}'),
    "None by the new name": ("title=None", [], '{"Title":null}'),
    "None by the old name": ("label=None", [LABEL], '{"Title":null}'),
    "UNSET by both": ("label=UNSET, title=UNSET", [], "{}"),
    "None for one that goes": ("month=None", [MONTH], '{"Month":null}'),
}


@pytest.mark.parametrize(("arguments", "texts", "sent"), MADE.values(), ids=MADE)
def test_it_is_made_and_sent_with_the_new_name(package, tmp_path, arguments, texts, sent):
    program = f"made = InvoiceRecurrence({arguments})  # HERE\nshow(msgspec.json.encode(made).decode())\n"
    outcome = package.run(tmp_path, program)
    assert outcome.value == sent
    assert outcome.warned == [Warned(text, 2) for text in texts]


def test_what_is_absent_reads_as_none_by_either_name(package, tmp_path):
    program = """
made = InvoiceRecurrence()
show([made.title, made.label, made.month])  # HERE
show([repr(made), made == InvoiceRecurrence(title=None), hash(made) == hash(InvoiceRecurrence(title=None))])
"""
    outcome = package.run(tmp_path, program)
    assert outcome.shown == [[None, None, None], ["InvoiceRecurrence()", True, True]]
    assert outcome.warned == [Warned(LABEL, 4), Warned(MONTH, 4)]


def test_receiving_and_sending_it_again_is_quiet(package, tmp_path):
    program = """
service.answer("invoices.get", Reply(json={"Id": 1, "RecurringProfile": {"Title": "a", "Month": None}}))
profile = client.invoices.get(1).recurring_profile
service.answer("invoices.update", Reply(json={"Id": 1}))
client.invoices.update(1, recurring_profile=profile)
show(service.calls[-1].body["RecurringProfile"])
"""
    outcome = package.run(tmp_path, program)
    assert outcome.value == {"Title": "a", "Month": None}
    assert outcome.warned == []
