"""What the declared dialect changes: each way of writing JSON is read only by a package whose API is declared so."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from msgspec import field

from tests.runtime.copies import load

KINDS = {
    "neutral": {},
    "closed": {"ENUMS": "closed"},
    "ordinals": {"ENUMS": "text-or-ordinal"},
    "dotnet": {"DATES": "dotnet"},
    "nullable": {"NULLABLE": "every-property"},
    "words": {"BARE_WORDS": True},
}


def declared(**constants):
    """Small models in a copy of the runtime, and its codec."""
    module = load(**constants)
    enums, codec = module("enums"), module("_json.codec")

    class Status(enums.OpenEnum):
        DRAFT = "Draft"
        SENT = "Sent"

    class Thing(module("_json.model").Model, kw_only=True):
        id: int | None = field(name="id", default=None)
        status: enums.OrOrdinal[Status] | None = field(name="status", default=None)
        made: datetime | None = field(name="made", default=None)
        tags: list[str] | None = field(name="tags", default=None)
        marks: list[str] = field(name="marks", default_factory=list)

    class Plan(module("_json.model").Model, kw_only=True):
        starts: datetime = field(name="starts")
        ends: list[datetime] | None = field(name="ends", default=None)

    return SimpleNamespace(
        Status=Status,
        Thing=Thing,
        Plan=Plan,
        decode=codec.decode,
        encode=codec.encode,
        Undecodable=codec.Undecodable,
        EncodeError=module("errors").EncodeError,
        reads_twice=module("_json.lenient").REPAIRS,
    )


@pytest.fixture(scope="module")
def dialects():
    """A copy of the runtime for each way of writing JSON."""
    return {name: declared(**constants) for name, constants in KINDS.items()}


READ = {
    '{"status": "Sent"}': set(KINDS),
    '{"made": "2026-01-31T12:00:00Z"}': set(KINDS),
    '{"made": "2026-01-31T12:00:00.5+01:00"}': set(KINDS),
    '{"made": null}': set(KINDS),
    '{"tags": ["a"]}': set(KINDS),
    '{"status": "New"}': set(KINDS) - {"closed"},
    '{"status": 1}': {"ordinals"},
    '{"status": 7}': {"ordinals"},
    '{"made": "2026-01-31T12:00:00"}': {"dotnet"},
    '{"made": "2026-01-31"}': {"dotnet"},
    '{"made": ""}': {"dotnet"},
    '{"made": "9999-12-31T23:59:59.9999999"}': {"dotnet"},
    '{"made": "9999-12-31T23:59:59.9999999Z"}': {"dotnet"},
    '{"tags": ["a", null]}': {"nullable"},
    '{"marks": null}': set(),
}


@pytest.mark.parametrize("body", READ)
@pytest.mark.parametrize("name", KINDS)
def test_an_answer_is_read_where_its_dialect_is_declared(dialects, name, body):
    dialect = dialects[name]
    if name in READ[body]:
        assert isinstance(dialect.decode(body.encode(), dialect.Thing), dialect.Thing)
    else:
        with pytest.raises(dialect.Undecodable):
            dialect.decode(body.encode(), dialect.Thing)


def test_what_is_read_is_what_is_meant(dialects):
    made = datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    dotnet, nullable, ordinals = dialects["dotnet"], dialects["nullable"], dialects["ordinals"]
    assert dotnet.decode(b'{"made": "9999-12-31T23:59:59.9999999Z"}', dotnet.Thing).made == made
    assert nullable.decode(b'{"tags": ["a", null]}', nullable.Thing) == nullable.Thing(tags=["a"])
    assert ordinals.decode(b'{"status": 1}', ordinals.Thing).status is ordinals.Status.SENT
    assert ordinals.decode(b"1", ordinals.Status) is ordinals.Status.SENT


@pytest.mark.parametrize("name", KINDS)
def test_null_is_an_empty_list_where_everything_may_be_null(dialects, name):
    dialect = dialects[name]
    if name == "nullable":
        assert dialect.decode(b"null", list[dialect.Thing]) == []
    else:
        with pytest.raises(dialect.Undecodable):
            dialect.decode(b"null", list[dialect.Thing])


@pytest.mark.parametrize("name", KINDS)
def test_a_bare_word_is_the_value_of_an_enum_only_where_it_is_declared(dialects, name):
    dialect = dialects[name]
    assert dialect.decode(b'"Sent"', dialect.Status) is dialect.Status.SENT
    if name == "words":
        assert dialect.decode(b"Sent", dialect.Status) is dialect.Status.SENT
    else:
        with pytest.raises(dialect.Undecodable):
            dialect.decode(b"Sent", dialect.Status)


def test_a_closed_enum_has_its_members_alone(dialects):
    with pytest.raises(ValueError, match="'New' is not a valid"):
        dialects["closed"].Status("New")
    assert dialects["neutral"].Status("New") == "New"
    # Whoever says that a text is meant as it is may send it.
    assert dialects["closed"].Status.unknown("New") == "New"


def test_the_place_of_an_error_counts_the_nulls_that_were_sent(dialects):
    for name, body, path in (
        ("nullable", b'{"tags": [null, 3]}', "tags[1]"),
        ("neutral", b'{"tags": ["a", null]}', "tags[1]"),
    ):
        dialect = dialects[name]
        with pytest.raises(dialect.Undecodable) as caught:
            dialect.decode(body, dialect.Thing)
        assert caught.value.path == path


@pytest.mark.parametrize(("name", "repairs"), [("neutral", False), ("ordinals", False), ("dotnet", True)])
def test_nothing_is_read_twice_without_something_to_repair(dialects, name, repairs):
    assert dialects[name].reads_twice is repairs


@pytest.mark.parametrize("ends", [None, [datetime(2026, 2, 1, tzinfo=UTC)]])
def test_a_date_is_sent_with_its_offset(dialects, ends):
    starts = datetime(2026, 1, 31, tzinfo=UTC)
    for dialect in dialects.values():
        body = dialect.encode(dialect.Plan(starts=starts, ends=ends), "things.plan")
        assert dialect.decode(body, dialect.Plan) == dialect.Plan(starts=starts, ends=ends)


def test_a_date_without_an_offset_is_sent_only_as_dotnet_writes_it(dialects):
    naive, aware = datetime(2026, 1, 31), datetime(2026, 1, 31, tzinfo=UTC)  # noqa: DTZ001 - as callers may
    for name, dialect in dialects.items():
        for plan, path in (
            (dialect.Plan(starts=naive), "starts"),
            (dialect.Plan(starts=aware, ends=[naive]), "ends[0]"),
        ):
            if name == "dotnet":
                assert b'"2026-01-31T00:00:00"' in dialect.encode(plan, "things.plan")
                continue
            with pytest.raises(dialect.EncodeError) as caught:
                dialect.encode(plan, "things.plan")
            assert str(caught.value) == (
                f"The field '{path}' is a date without an offset from UTC; give it a tzinfo, such as datetime.UTC."
            )
