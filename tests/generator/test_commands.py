"""What the generator writes of the commands: from methods, and from the additions' own."""

import textwrap

import attrs
import pytest

from sdkwright.emit.commands import commands_of, enum_members
from sdkwright.emit.methods import Argument, Method
from sdkwright.emit.signatures import fields
from sdkwright.errors import GeneratorError

MODELS = textwrap.dedent(
    """
    class Status(OpenEnum):
        PAID = "Paid"
        NOT_PAID = "NotPaid"

    class NotSummary(Model):
        id: int | None = field(name="Id", default=None)
        status: OrOrdinal[Status] | None = field(name="Status", default=None)
    """
)


@attrs.frozen
class Owner:
    methods: list
    attribute: str = "notes"
    class_name: str = "Notes"


def method(name="list", arguments=(), **changes):
    made = Method(
        name=name, operation_id=f"notes.{name}", http_method="GET", path="/api/notes", arguments=list(arguments),
        body_class=None, result=None, paginated=None, idempotent=False, retry_on_429=False,
        fault_outcome="unknown", doc="Do it.\n\nCalls it.", async_doc="",
    )  # fmt: skip
    return attrs.evolve(made, **changes)


def argument(name, annotation, default="None", **changes):
    return Argument(name, name, annotation, default, "Text.", in_query=True, **changes)


def made(*methods, addition=None):
    return commands_of(Owner(list(methods)), enum_members(MODELS), fields(MODELS), addition)


def test_members_are_read_from_the_models():
    assert enum_members(MODELS) == {"Status": ["paid", "not_paid"]}


@pytest.mark.parametrize(
    ("annotation", "kind"),
    [
        ("int", "int"),
        ("int | None | UnsetType", "int"),
        ("str | None", "str"),
        ("bool | None", "bool"),
        ("datetime | None | UnsetType", "datetime"),
        ("Decimal | int | None", "decimal"),
        ("Decimal", "decimal"),
        ("Status | None", "Status"),
        ("List[NotSummary] | None", "json"),
        ("NotSummary", "json"),
        ("int | str", "json"),
    ],
)
def test_a_type_has_a_kind_of_option(annotation, kind):
    [command] = made(method(arguments=[argument("x", annotation)])).commands
    assert command.arguments[0].kind == kind


def test_places_come_first_and_what_is_required_is_marked():
    arguments = [argument("word", "str"), argument("id", "int", None, positional=True), argument("must", "int", None)]
    [command] = made(method(arguments=arguments)).commands
    assert [(one.name, one.positional, one.required) for one in command.arguments] == [
        ("id", True, True),
        ("must", False, True),
        ("word", False, False),
    ]
    assert (command.summary, command.calls) == ("Do it.", "GET /api/notes")


def test_a_paged_list_can_be_picked_from_by_its_enums():
    paged = method(paginated={"items": "NotSummary"}, result="NotPage")
    found = made(paged)
    assert (found.commands[0].item, found.commands[0].paged) == ("NotSummary", True)
    assert found.commands[0].filters == [("status", "Status")]
    assert found.enums == {"Status": ["paid", "not_paid"]}
    # A parameter of the service's own goes before.
    assert made(attrs.evolve(paged, arguments=[argument("status", "str")])).commands[0].filters == []
    assert made(method(result="List[NotSummary]")).commands[0].paged is False


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
