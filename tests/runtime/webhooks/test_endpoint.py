"""What an endpoint refuses before it reads: methods, lengths, and bodies that a server cannot end."""

import pytest
from sdk.webhooks import endpoint
from sdk.webhooks.endpoint import INCOMPLETE, LENGTH_REQUIRED, TOO_LARGE, WRONG_METHOD


@pytest.mark.parametrize(
    ("method", "length", "outcome"),
    [
        ("POST", None, None),
        ("post", "", None),
        ("POST", "0", None),
        ("POST", "1000", None),
        ("POST", "0001000", None),
        ("POST", "1001", TOO_LARGE),
        ("POST", "9" * 10_000, TOO_LARGE),
        ("POST", "0" * 10_000 + "9", None),
        ("POST", "-1", INCOMPLETE),
        ("POST", "+5", INCOMPLETE),
        ("POST", "1_000", INCOMPLETE),
        ("POST", "٣", INCOMPLETE),
        ("POST", "²", INCOMPLETE),
        ("POST", "5, 5", INCOMPLETE),
        ("GET", "5", WRONG_METHOD),
        ("HEAD", None, WRONG_METHOD),
    ],
)
def test_a_request_is_judged_by_its_head(method, length, outcome):
    assert endpoint.refuse_unread(method, length, 1000) is outcome


@pytest.mark.parametrize(
    ("environ", "outcome"),
    [
        ({}, None),
        ({"CONTENT_LENGTH": "5"}, None),
        ({"HTTP_TRANSFER_ENCODING": "gzip, Chunked"}, LENGTH_REQUIRED),
        ({"HTTP_TRANSFER_ENCODING": "chunked", "wsgi.input_terminated": True}, None),
        ({"HTTP_TRANSFER_ENCODING": "chunked", "CONTENT_LENGTH": "5"}, None),
    ],
)
def test_chunks_need_a_server_that_ends_them(environ, outcome, caplog):
    assert endpoint.refuse_unreadable(environ) is outcome
    assert ("wsgi.input_terminated" in caplog.text) == (outcome is LENGTH_REQUIRED)
