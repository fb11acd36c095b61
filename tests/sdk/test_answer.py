"""What an answer means when it is not what the operation promises, judged without any I/O."""

import pytest
from envoice import DecodeError, FaultError, models
from envoice._answer import Answer, judge
from envoice._operation import Operation
from envoice._request import Request

GET = Operation(name="invoices.get", method="GET", path="/api/invoice/details", result=models.Invoice)
UPDATE = Operation(name="clients.update", method="POST", path="/api/client/update", result=None)
DELETE = Operation(name="invoices.delete", method="POST", path="/api/invoice/delete", result=int)
FAULT = b'{"IsFaulted":true,"ErrorMessages":[{"Code":"E1","UserVisibleMessage":"Not today."}]}'


def answered(operation, body, **settings):
    request = Request(operation.name, operation.method, "https://www.envoice.in" + operation.path, {}, None, 1.0)
    return judge(operation, request, Answer(200, {}, body, 0.1, **settings))


@pytest.mark.parametrize("operation", [GET, UPDATE], ids=lambda operation: operation.name)
def test_a_fault_is_never_taken_for_success(operation):
    with pytest.raises(FaultError) as caught:
        answered(operation, FAULT)
    assert caught.value.messages == ("Not today.",)
    assert caught.value.envelope.is_faulted is True


def test_a_fault_in_place_of_a_number_cannot_be_read():
    with pytest.raises(DecodeError):
        answered(DELETE, FAULT)


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


@pytest.mark.parametrize("body", [b'{"TotalAmount":"NaN"}', b'{"Items":[{"Cost":"-Infinity"}]}'])
def test_an_amount_is_a_number(body):
    with pytest.raises(DecodeError, match="not finite"):
        answered(GET, body)
    assert answered(GET, b'{"Notes":"NaN"}').notes == "NaN"


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
