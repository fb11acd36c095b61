"""What an answer means when it is not what the operation promises, judged without any I/O."""

import pickle
import traceback

import pytest
from envoice import APIResponseError, DecodeError, FaultError, models
from envoice._http.operation import Operation
from envoice.responses import RawResponse

GET = Operation(name="invoices.get", method="GET", path="/api/invoice/details", result=models.Invoice)
LIST = Operation(name="invoices.list", method="GET", path="/api/invoice/all", result=models.InvoicePage)
UPDATE = Operation(name="clients.update", method="POST", path="/api/client/update", result=None)
DELETE = Operation(name="invoices.delete", method="POST", path="/api/invoice/delete", result=int)
FAULT = b'{"IsFaulted":true,"ErrorMessages":[{"Code":"E1","UserVisibleMessage":"Not today."}]}'


def answered(operation, body, *, raise_faults=True, hide=bytes):
    return RawResponse(
        operation=operation,
        url="https://www.envoice.in" + operation.path,
        status=200,
        headers={},
        content=body,
        defect=None,
        elapsed=0.1,
        attempts=1,
        retry_after=None,
        hide=hide,
        raise_faults=raise_faults,
        on_deviation=None,
    ).parse()


@pytest.mark.parametrize("operation", [GET, UPDATE], ids=lambda operation: operation.name)
def test_a_fault_is_never_taken_for_success(operation):
    with pytest.raises(FaultError) as caught:
        answered(operation, FAULT)
    assert caught.value.messages == ("Not today.",)
    assert caught.value.envelope.is_faulted is True


@pytest.mark.parametrize(
    ("said", "messages"),
    [
        ('["Not today.", null, {"Code": 5}]', ("Not today.", "5")),
        ('"Not today."', ("Not today.",)),
        ("[[1]]", ("[1]",)),
        ("{}", ()),
        ("null", ()),
    ],
)
@pytest.mark.parametrize("operation", [GET, LIST, DELETE], ids=lambda operation: operation.name)
def test_a_fault_is_one_however_it_is_explained(operation, said, messages):
    with pytest.raises(FaultError) as caught:
        answered(operation, b'{"IsFaulted":true,"ErrorMessages":%b}' % said.encode())
    assert caught.value.messages == messages


@pytest.mark.parametrize(
    "body",
    [
        b'{"IsFaulted":true,"ErrorMessages":[{"FaultMessage":"%b is bad"}],"Result":[{"Number":"%b"}]}',
        b'{"IsFaulted":true,"ErrorMessages":["%b is bad"],"Result":"%b"}',
        b'{"%b":1,"%b":2}',
    ],
)
def test_no_error_carries_what_the_service_quotes_of_the_request(body):
    quoting = body.replace(b"%b", b"secret-9b7e8a")
    with pytest.raises(APIResponseError) as caught:
        answered(LIST, quoting, hide=lambda text: text.replace(b"secret-9b7e8a", b"<hidden>"))
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())
    package = shown[shown.rindex("responses.py") :]
    assert "<hidden>" in str(caught.value)
    assert "secret-9b7e8a" not in package
    assert b"secret-9b7e8a" not in pickle.dumps(caught.value)


def test_a_fault_is_returned_when_that_is_asked_for():
    page = answered(LIST, b'{"IsFaulted":true,"Result":[{"Id":1}]}', raise_faults=False)
    assert page.is_faulted
    assert page.result[0].id == 1


def test_a_fault_in_place_of_a_number_is_a_fault():
    with pytest.raises(FaultError):
        answered(DELETE, FAULT)
    with pytest.raises(DecodeError):
        answered(DELETE, FAULT, raise_faults=False)


def test_an_answer_that_only_speaks_of_faults_is_none():
    assert answered(GET, b'{"Id":1,"IsFaulted":false}').id == 1
    assert answered(GET, b'{"Id":1,"Notes":"\\"IsFaulted\\":true"}').id == 1


@pytest.mark.parametrize("body", [b"<html>Maintenance</html>", b"{", b"Ok then"])
def test_something_else_than_json_is_no_success_either(body):
    with pytest.raises(DecodeError):
        answered(UPDATE, body)


@pytest.mark.parametrize("body", [b"", b" \r\n", b"null", b"true", b"{}", b"7"])
def test_any_json_or_nothing_will_do_where_nothing_is_expected(body):
    assert answered(UPDATE, body) is None


@pytest.mark.parametrize("body", [b'{"Id":1,"TotalAmount":"NaN"}', b'{"Id":1,"Items":[{"Id":2,"Cost":"-Infinity"}]}'])
def test_an_amount_is_a_number(body):
    with pytest.raises(DecodeError, match="not finite"):
        answered(GET, body)
    assert answered(GET, b'{"Id":1,"Notes":"NaN"}').notes == "NaN"


def test_what_was_sent_is_taken_out_of_what_comes_back():
    def hide(text):
        return text.replace(b"SEKRET", b"<hidden>")

    with pytest.raises(FaultError) as fault:
        answered(GET, FAULT.replace(b"Not today.", b"The secret SEKRET is wrong."), hide=hide)
    with pytest.raises(DecodeError) as unreadable:
        answered(GET, b'["SEKRET"]', hide=hide)
    for caught in (fault, unreadable):
        assert "SEKRET" not in str(caught.value)
        assert b"SEKRET" not in caught.value.body
    assert fault.value.messages == ("The secret <hidden> is wrong.",)
