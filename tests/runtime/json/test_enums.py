"""Open enums: known values are members, unknown ones stay readable text."""

import copy
import gc
import pickle
import threading
import typing
import weakref

import msgspec
import pytest
from sdk import _api
from sdk.enums import OpenEnum, OrOrdinal

from tests.runtime.standin import Status, Thing, text_or_ordinal


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


class Level(OpenEnum, ordinals=(0, 5, -1)):
    LOW = "Low"
    HIGH = "High"
    NONE = "None"


class Report(msgspec.Struct):
    level: OrOrdinal[Level] | None = None
    levels: list[OrOrdinal[Level]] | None = None


@pytest.mark.parametrize(
    ("member", "number"), [(Status.DRAFT, 0), (Status.SENT, 1), (Level.LOW, 0), (Level.HIGH, 5), (Level.NONE, -1)]
)
def test_a_member_has_an_ordinal(member, number):
    assert member.ordinal == number
    assert type(member).from_ordinal(number) is member


@pytest.mark.parametrize("number", [99, -7, 2**64 - 1, -(2**63)])
def test_an_unknown_ordinal_is_its_digits(number):
    unknown = Status.from_ordinal(number)
    assert unknown == str(number)
    assert unknown.ordinal == number
    assert not unknown.is_known
    again = pickle.loads(pickle.dumps(unknown))
    assert (again, again.ordinal, again.is_known) == (unknown, number, False)
    assert msgspec.json.decode(msgspec.json.encode(unknown), type=Status) == unknown


@pytest.mark.parametrize(
    "text", ["", "Brand New", "0", "1", "007", "-0", "+7", "1.0", "\u0667", "-", "9" * 21, "1_0", " 7"]
)
def test_an_unknown_text_has_no_ordinal(text):
    assert Status(text).ordinal is None


@pytest.mark.parametrize("number", [True, False, 1.0, "1", None])
def test_only_an_int_is_an_ordinal(number):
    with pytest.raises(TypeError, match=r"Status\.from_ordinal takes an int, not"):
        Status.from_ordinal(number)


@pytest.mark.parametrize("number", [2**64, -(2**63) - 1, 10**100])
def test_an_ordinal_has_64_bits(number):
    with pytest.raises(ValueError, match="64 bits"):
        Status.from_ordinal(number)


@text_or_ordinal
@pytest.mark.parametrize(
    ("sent", "level"),
    [
        (b"0", Level.LOW),
        (b"-0", Level.LOW),
        (b"5", Level.HIGH),
        (b"-1", Level.NONE),
        (b'"High"', Level.HIGH),
        (b"1", Level("1")),
        (b"18446744073709551615", Level("18446744073709551615")),
        (b'"5"', Level("5")),
        (b"null", None),
    ],
)
def test_a_field_takes_texts_and_ordinals(sent, level):
    report = msgspec.json.decode(b'{"level": %s, "levels": [%s]}' % (sent, sent.replace(b"null", b"")), type=Report)
    assert report == Report(level, [] if level is None else [level])
    assert type(report.level) in (Level, type(None))
    assert report.level is None or report.level.is_known is level.is_known
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report
    assert pickle.loads(pickle.dumps(report)) == copy.deepcopy(report) == report


@pytest.mark.parametrize("sent", [b"true", b"1.0", b"1e0", b"99999999999999999999", b"[]", b"{}"])
def test_nothing_else_is_an_ordinal(sent):
    with pytest.raises(msgspec.ValidationError, match=r"at `\$.level`"):
        msgspec.json.decode(b'{"level": %s}' % sent, type=Report)


def test_the_type_of_a_field_can_be_looked_at():
    hints = typing.get_type_hints(Report, globals())
    assert typing.get_args(hints["level"])[0] is Level
    assert OrOrdinal[Level] == OrOrdinal[Level]
    schema = msgspec.json.schema(Report)["$defs"]
    assert ("LevelOrdinal" in schema) is (_api.ENUMS == "text-or-ordinal")
    assert schema.get("LevelOrdinal", {"enum": [-1, 0, 5]})["enum"] == [-1, 0, 5]
    assert msgspec.structs.fields(Report)[0].name == "level"


@text_or_ordinal
def test_from_many_threads_an_enum_has_one_pair():
    class Fresh(OpenEnum):
        A = "a"

    found = []
    threads = [
        threading.Thread(target=lambda: found.append(msgspec.json.decode(b"0", type=OrOrdinal[Fresh])))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(value is Fresh.A for value in found)
