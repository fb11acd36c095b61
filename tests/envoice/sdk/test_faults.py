"""What Envoice says of a call that failed."""

import pytest
from envoice import ExternalConnectionRecord
from envoice.hooks.errors import Errors


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"Message":" The invoice is paid. "}', "The invoice is paid."),
        (b'{"message":"lower"}', "lower"),
        (b'["Message"]', None),
        (
            b'{"Message":"The request is invalid.","ModelState":{"model.Name":["is required","is short"],"Id":"odd"}}',
            "The request is invalid.; model.Name: is required; model.Name: is short; Id: odd",
        ),
        (b'{"ModelState":{"Id":["odd"]}}', "Id: odd"),
        (b'{"IsFaulted":true,"ErrorMessages":[{"UserVisibleMessage":"Paid.","Code":"7"},{"Code":"8"}]}', "Paid.; 8"),
        (b'{"IsFaulted":true,"ErrorMessages":"Paid."}', "Paid."),
        (b'{"ModelState":{},"ErrorMessages":[]}', None),
    ],
)
def test_the_explanation_of_an_error_body(body, message):
    assert Errors().describe_error(body) == message


def test_a_fault_without_a_page_is_a_page_without_items():
    fault = Errors().find_fault(None, b'{"IsFaulted": true, "ErrorMessages": "Paid."}')
    assert (fault.result, fault.total_count, fault.is_faulted, fault.error_messages) == (None, None, True, "Paid.")


def test_the_token_of_an_external_connection_is_hidden():
    assert repr(ExternalConnectionRecord(id=1, data="t-1")) == "ExternalConnectionRecord(data='<hidden>', id=1)"
