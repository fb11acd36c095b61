"""The hook for errors: what the default reads for any API, without regard to what this package's own declares."""

import msgspec
import pytest
from sdk.hooks._errors import DefaultErrors, Fault


class Plain(DefaultErrors):
    """An API whose successful answers never say that a call failed."""

    message_fields = ("title", "detail")
    field_errors = None
    fault_flag = None
    fault_messages = None


class ReplyFault(Fault):
    is_faulted: bool | None = msgspec.field(name="failed", default=None)
    error_messages: object = msgspec.field(name="reasons", default=None)


class Faulty(DefaultErrors):
    """An API with a flag in its answers."""

    message_fields = ("text",)
    field_errors = "invalid"
    fault_flag = "failed"
    fault_messages = "reasons"
    fault_message_fields = ("text", "code")
    fault_type = ReplyFault


class Reason(msgspec.Struct):
    code: int
    said: str | None = msgspec.field(name="text", default=None)


class Reply(msgspec.Struct):
    is_wrong: bool | None = msgspec.field(name="failed", default=None)
    why: list[Reason] = msgspec.field(name="reasons", default_factory=list)


class Unread(bytes):
    """A body that nobody may search."""

    def __contains__(self, _part):
        raise AssertionError


def test_the_first_declared_message_is_the_explanation():
    assert Plain().describe_error(b'{"detail": "gone", "title": " Not found "}') == "Not found"
    assert Plain().describe_error(b'{"title": "", "detail": "gone"}') == "gone"


@pytest.mark.parametrize("body", [b'{"Message": "no"}', b'{"invalid": {"name": ["is short"]}}', b'{"reasons": ["no"]}'])
def test_what_is_not_declared_explains_nothing(body):
    assert Plain().describe_error(body) is None


def test_declared_fields_and_faults_explain_an_error():
    hook = Faulty()
    assert hook.describe_error(b'{"text": "no", "invalid": {"name": ["is short", "is odd"]}}') == (
        "no; name: is short; name: is odd"
    )
    assert hook.describe_error(b'{"reasons": [{"code": 7}, {"text": "late", "code": 8}, "sorry"]}') == "7; late; sorry"


def test_an_answer_is_not_searched_without_a_declared_flag():
    hook = Plain()
    assert hook.find_fault(None, Unread(b'{"failed": true}')) is None
    assert hook.find_fault(Reply(is_wrong=True), Unread()) is None
    assert hook.describe_fault(Reply(is_wrong=True, why=[Reason(7)])) == []


def test_a_result_with_a_place_for_the_flag_is_not_searched_either():
    hook, failed = Faulty(), Reply(is_wrong=True, why=[Reason(7, "late"), Reason(8), Reason(9, "")])
    assert hook.find_fault(failed, Unread()) is failed
    assert hook.find_fault(Reply(), Unread()) is None
    assert hook.describe_fault(failed) == ["late", "8", "9"]


@pytest.mark.parametrize("result", [None, 5, [1], Reason(7)])
def test_a_fault_is_found_where_the_result_has_no_place_for_it(result):
    hook = Faulty()
    fault = hook.find_fault(result, b'{"failed": true, "reasons": ["late", {"code": 7}]}')
    assert isinstance(fault, ReplyFault)
    assert hook.describe_fault(fault) == ["late", "7"]
    for body in (b'{"failed": false}', b'{"failed": tru', b'{"other": true}', b"[]"):
        assert hook.find_fault(result, body) is None
