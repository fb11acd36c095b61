"""What is printed of a list that came with a fault, and of single values."""

import pytest
from envoice import InvoiceStatus
from envoice.testing import Reply


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_what_came_with_a_fault_is_printed_and_the_fault_is_told(cli, fake, form):
    page = {
        "TotalCount": 1,
        "Result": [{"Id": 5, "Number": "INV-5"}],
        "IsFaulted": True,
        "ErrorMessages": [{"UserVisibleMessage": "half"}],
    }
    fake.answer("invoices.list", Reply(json=page))
    ran = cli("invoices", "list", "--format", form, "--fields", "number")
    assert ran.status == 11
    assert "INV-5" in ran.out
    assert "half" in ran.err


def test_single_values(cli, fake):
    assert cli("invoices", "get-status", 1).out == f"{next(iter(InvoiceStatus))}\n"
    fake.answer("invoices.change_status", Reply(json=True))
    assert cli("invoices", "change-status", 1, "--status", "paid").out == "yes\n"
    assert cli("invoices", "change-status", 1, "--status", "paid", "--json").out == "true\n"
    assert cli("clients", "update", 1, "--name", "X").out == ""
    assert cli("clients", "update", 1, "--name", "X", "--format", "json").out == "null\n"
    assert cli("date-formats", "list", "--csv").out.startswith("value\r\n")
