"""What the generator writes of the commands: from methods, and from the additions' own."""

import attrs
import pytest

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.arguments import Argument
from sdkwright.emit.commands import commands_of
from sdkwright.emit.methods import Method
from sdkwright.errors import GeneratorError
from sdkwright.ir import (
    Alias,
    Anything,
    Api,
    Array,
    Enum,
    Field,
    Model,
    Object,
    Operation,
    Pagination,
    Reference,
    Response,
    Scalar,
    Union,
)

SCHEMAS = {
    "Status": Enum("Status", ("Paid", "NotPaid"), ("PAID", "NOT_PAID")),
    "NotSummary": Model(
        "NotSummary",
        (
            Field("id", "Id", Scalar("integer"), nullable=True),
            Field("status", "Status", Reference("Status"), nullable=True),
        ),
    ),
    "Bare": Model("Bare"),
    "Either": Alias("Either", Union((Reference("Bare"), Scalar("string")))),
}
API = Api("Notes", "1", "", ("https://notes.example",), (), (), SCHEMAS, {})
TEXT = Scalar("string")


@attrs.frozen
class Owner:
    methods: list
    path: str = "notes"
    class_name: str = "Notes"


def method(name="list", arguments=(), *, answer=None, items=""):
    operation = Operation(
        f"notes.{name}", "GET", "/api/notes", (Response("200"),), pagination=Pagination(items) if items else None
    )
    decoded = None if answer is None else Annotation(answer)
    return Method(operation, name, list(arguments), None, decoded, doc="", async_doc="", summary="Do it.")


def argument(name, type_=TEXT, default="None", **changes):
    return Argument(name, name, Annotation(type_), default, "Text.", **changes)


def made(*methods, addition=None):
    return commands_of(Owner(list(methods)), API, addition)


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        (Scalar("integer", "int64"), "int"),
        (Scalar("string"), "str"),
        (Scalar("boolean"), "bool"),
        (Scalar("string", "date-time"), "datetime"),
        (Scalar("number", "decimal"), "decimal"),
        (Reference("Status"), "Status"),
        (Array(Reference("Status")), "json"),
        (Reference("NotSummary"), "json"),
        (Object(), "json"),
        (Anything(), "json"),
    ],
)
def test_a_type_has_a_kind_of_option(type_, kind):
    [command] = made(method(arguments=[argument("x", type_)])).commands
    assert command.arguments[0].kind == kind


@pytest.mark.parametrize(
    ("answer", "item", "shown"),
    [
        (None, None, None),
        (Scalar("integer"), None, None),
        (Array(Reference("NotSummary")), "NotSummary", None),
        (Array(Scalar("string", "date-time")), "datetime", None),
        (Array(Reference("NotSummary"), nullable_items=True), None, None),
        (Array(Array(TEXT)), None, None),
        (Reference("NotSummary"), None, "NotSummary"),
        (Reference("Status"), None, None),
        (Reference("Bare"), None, None),
    ],
)
def test_a_command_knows_what_is_answered(answer, item, shown):
    [command] = made(method(answer=answer)).commands
    assert (command.item, command.answer, command.paged) == (item, shown, False)


def test_places_come_first_and_what_is_required_is_marked():
    arguments = [argument("word"), argument("id", default=None, positional=True), argument("must", default=None)]
    [command] = made(method(arguments=arguments)).commands
    assert [(one.name, one.positional, one.required) for one in command.arguments] == [
        ("id", True, True),
        ("must", False, True),
        ("word", False, False),
    ]
    assert (command.summary, command.calls) == ("Do it.", "GET /api/notes")


def test_a_paged_list_can_be_picked_from_by_its_enums():
    paged = method(items="NotSummary", answer=Reference("NotPage"))
    found = made(paged)
    assert (found.commands[0].item, found.commands[0].paged) == ("NotSummary", True)
    assert found.commands[0].filters == [("status", "Status")]
    assert found.enums == {"Status": ["paid", "not_paid"]}
    # A parameter of the service's own goes before.
    assert made(attrs.evolve(paged, arguments=[argument("status")])).commands[0].filters == []


ADDITION = '''
class Notes(generated.Notes):
    """Notes."""

    def store(self, id: int, path: str | os.PathLike[str], *, deep: bool | None = None, options: O | None = None):
        """Store one in a file.

        At length.

        Args:
            id: The note.
            path: The file.
            deep: Whether
                deeply.
            options: As ever.
        """

    def _hidden(self, x: object): ...

    @property
    def shade(self) -> int: ...


class AsyncNotes(generated.AsyncNotes):
    def other(self): ...
'''


def test_what_an_addition_adds_is_a_command(tmp_path):
    path = tmp_path / "notes.py"
    path.write_text(ADDITION)
    [listed, store] = made(method(), addition=path).commands
    assert (listed.verb, store.verb, store.summary, store.calls) == ("list", "store", "Store one in a file.", "")
    assert [(one.name, one.kind, one.text, one.required, one.positional) for one in store.arguments] == [
        ("id", "int", "The note.", True, True),
        ("path", "file", "The file.", True, False),
        ("deep", "bool", "Whether deeply.", False, False),
    ]


def test_a_method_that_an_addition_replaces_is_one_command(tmp_path):
    path = tmp_path / "notes.py"
    path.write_text(ADDITION)
    assert [one.verb for one in made(method("store"), addition=path).commands] == ["store"]


def test_an_argument_that_no_option_can_give_is_told(tmp_path):
    path = tmp_path / "notes.py"
    path.write_text(ADDITION.replace("deep: bool | None", "deep: Callable[[], None] | None"))
    with pytest.raises(GeneratorError, match=r"notes\.py: Notes\.store: the command line has no option for .* deep"):
        made(addition=path)


@pytest.mark.parametrize(
    ("type_", "kind", "of"),
    [
        (Reference("Either"), "any", "Either"),
        (Array(Reference("Either")), "json", "Either[]"),
        (Union((TEXT, Scalar("integer"))), "any", ""),
    ],
)
def test_an_option_takes_each_member_of_a_union(type_, kind, of):
    [command] = made(method(arguments=[argument("key", type_, place="query")])).commands
    assert [(one.kind, one.of) for one in command.arguments] == [(kind, of)]
