"""Open enums: known values are members, unknown ones stay readable text."""

import copy
import gc
import pickle
import weakref

import msgspec
import pytest

from tests.sdk.standin import Status, Thing


def test_a_known_value_is_the_member():
    assert Status("Draft") is Status.DRAFT
    assert Status.DRAFT.is_known
    assert Status.DRAFT.value == "Draft"
    assert repr(Status.DRAFT) == "<Status.DRAFT: 'Draft'>"


@pytest.mark.parametrize("status", [Status.DRAFT, Status("Brand New")], ids=["known", "unknown"])
def test_every_value_prints_compares_and_hashes_as_its_text(status):
    text = status.value
    assert str(status) == f"{status}" == text
    assert f"{status:>12}" == text.rjust(12)
    assert status == text
    assert hash(status) == hash(text)
    assert {text: 1}[status] == 1
    assert type(status.value) is str
    assert isinstance(status, Status)


@pytest.mark.parametrize("status", [Status.DRAFT, Status("Brand New")], ids=["known", "unknown"])
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_value_survives_pickle(status, protocol):
    again = pickle.loads(pickle.dumps(status, protocol))
    assert again == status
    assert type(again) is Status
    assert again.is_known is status.is_known


@pytest.mark.parametrize("status", [Status.DRAFT, Status("Brand New")], ids=["known", "unknown"])
def test_every_value_survives_copy_and_json(status):
    assert copy.deepcopy(status) == copy.copy(status) == status
    encoded = msgspec.json.encode(Thing(status=status))
    assert encoded == b'{"Status":"%s"}' % status.value.encode()
    again = msgspec.json.decode(encoded, type=Thing).status
    assert again == status
    assert again.is_known is status.is_known


def test_an_unknown_value_is_no_member_and_not_kept():
    unknown = Status("Brand New")
    assert not unknown.is_known
    assert repr(unknown) == "<Status: 'Brand New' (unknown)>"
    assert unknown not in list(Status)
    assert Status("Brand New") == unknown
    gone = weakref.ref(unknown)
    del unknown
    gc.collect()
    assert gone() is None
    assert "Brand New" not in Status._value2member_map_


def test_a_value_named_like_a_member_is_not_that_member():
    assert Status("DRAFT") != Status.DRAFT
    assert not Status("DRAFT").is_known


@pytest.mark.parametrize("value", [0, None, 1.5, b"Draft", ["Draft"]])
def test_only_text_is_a_value(value):
    with pytest.raises(ValueError, match="is not a valid Status"):
        Status(value)


def test_a_match_statement_sees_the_text():
    match Status("Sent"):
        case Status.DRAFT:
            pytest.fail("matched the wrong member")
        case Status.SENT:
            pass
