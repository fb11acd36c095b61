"""The fake service: what it answers for every operation, through clients of both kinds."""

import asyncio

import pytest
from envoice import (
    DownloadError,
    FaultError,
    InvoiceStatus,
    NotFoundError,
    models,
)
from envoice.testing import (
    FakeService,
    Reply,
    build_many,
)
from envoice.testing._catalogue import operations

from tests.envoice.testing.surface import method_of, required


def get(kind, fake, **settings):
    return kind.run(kind.client(fake, **settings).invoices.get(3971))


@pytest.mark.parametrize("name", sorted(operations()))
def test_every_operation_answers_with_nothing_set_up(kind, name):
    fake = FakeService()
    method = method_of(kind.client(fake), name)
    answer = kind.run(method(**required(method)))
    assert (answer is None) == (operations()[name].result is None)
    if isinstance(answer, list):
        assert answer
    assert fake.calls[0].operation == name


@pytest.mark.parametrize(
    ("operation", "answer", "arguments"),
    [
        ("invoices.get_status", InvoiceStatus.PAID, {"id": 1}),
        ("invoices.get_status", "Paid", {"id": 1}),
        ("clients.can_delete", True, {"id": 1}),
        ("clients.delete", 7, {"id": 1}),
        ("taxes.list", build_many(models.Tax, 2), {}),
        ("taxes.list", [], {}),
        ("clients.list", build_many(models.Client, 2), {}),
    ],
)
def test_plain_values_are_answers(kind, operation, answer, arguments):
    method = method_of(kind.client(FakeService({operation: answer})), operation)
    assert kind.run(method(**arguments)) == answer


@pytest.mark.parametrize(
    ("reply", "error", "outcome"),
    [
        (Reply(status=404, json={"Message": "no such invoice"}), NotFoundError, "refused"),
        (Reply(json={"IsFaulted": True, "ErrorMessages": [{"FaultMessage": "no"}]}), FaultError, "unknown"),
    ],
)
def test_replies_as_they_come(kind, reply, error, outcome):
    with pytest.raises(error, match=f"outcome {outcome}]"):
        get(kind, FakeService({"invoices.get": reply}), max_retries=0)


@pytest.mark.parametrize("pdf", [None, b"%PDF-1.7 mine %%EOF"])
def test_the_file_behind_a_link_is_ready(tmp_path, pdf):
    fake = FakeService()
    fake.pdf = pdf or fake.pdf
    path = fake.client().invoices.download_pdf(7, tmp_path / "a.pdf", signed_version=True)
    again = asyncio.run(fake.async_client().invoices.download_pdf(7, tmp_path / "b.pdf"))
    assert path.read_bytes() == again.read_bytes() == fake.pdf
    fake.assert_called("invoices.get_pdf_link", times=1, query={"id": 7, "signedVersion": True})
    fake.pdf = b"<html>"
    with pytest.raises(DownloadError, match="does not start with %PDF-"):
        fake.client().invoices.download_pdf(7, path)
    assert path.read_bytes() == again.read_bytes()
