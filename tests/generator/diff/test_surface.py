"""What a caller can name in two packages: each rule by the smallest change, and nothing of what is private."""

import textwrap

import griffe
import pytest

from sdkwright.diff.rules import RULES
from sdkwright.diff.surface import compare_surface, read_surface
from sdkwright.errors import GeneratorError

BASE = {
    "__init__.py": '__all__ = ["Taxes"]\nfrom envoice.resources.taxes import Taxes\n',
    "_private.py": "def hidden(a): ...\n",
    "resources/__init__.py": "",
    "resources/taxes.py": """
        class _Base:
            def shared(self, a: int) -> int: ...

        class Taxes(_Base):
            def get(self, id: int, *, page: int = 1) -> str | None: ...
            def _secret(self) -> None: ...

        class AsyncTaxes(_Base):
            async def get(self, id: int, *, page: int = 1) -> str | None: ...
    """,
    "models.py": """
        from enum import Enum
        from envoice._json.model import Model, field

        class State(str, Enum):
            PAID = "Paid"

        class Read(Model):
            name: str | None = field(name="Name", default=None)

        class Sent(Model):
            name: str = field(name="Name")
            count: int | UnsetType = field(name="Count", default=UNSET)

        LIMIT = 3
        Way: TypeAlias = OneOf[Annotated[Read | Sent, Discriminator('a]b', {'"': 'Read'})]]
    """,
    "_struct.py": "class Model: ...\ndef field(**more): ...\n",
}


def surface(folder, files, only_sent=("Sent",)):
    for name, text in files.items():
        path = folder / "envoice" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
    return read_surface(folder / "envoice", only_sent=only_sent)


def compared(folder, *changes):
    """The findings of replacements of texts in the base; the first of each is to be there."""
    files = dict(BASE)
    for name, old, new in changes:
        assert old in files[name]
        files[name] = files[name].replace(old, new)
    found = compare_surface(surface(folder / "old", BASE), surface(folder / "new", files))
    return [(one.rule, one.place, one.text) for one in found]


TAXES, MODELS = "resources/taxes.py", "models.py"
GET = "def get(self, id: int, *, page: int = 1) -> str | None: ..."
METHOD = "resources.taxes.Taxes.get"
NAME = 'name: str = field(name="Name")'
DEPRECATED = '    @deprecated("x")\n            def get'
POSITIONAL = "keyword-only becomes positional or keyword"
CASES = {
    "name-added": (MODELS, "LIMIT = 3", "LIMIT = 3\n        MORE = 4", "models.MORE", "new"),
    "name-removed": (MODELS, "LIMIT = 3", "", "models.LIMIT", "gone"),
    "kind-changed": (MODELS, "LIMIT = 3", "def LIMIT(): ...", "models.LIMIT", "attribute becomes function"),
    "base-removed": (MODELS, "(str, Enum)", "(Enum)", "models.State", "no longer a str"),
    "argument-added-optional": (
        TAXES,
        "page: int = 1",
        "page: int = 1, size: int = 9",
        f"{METHOD}(size)",
        "new, optional",
    ),
    "argument-added-required": (TAXES, "id: int,", "id: int, key: str,", f"{METHOD}(key)", "new, required"),
    "argument-removed": (TAXES, ", *, page: int = 1", "", f"{METHOD}(page)", "gone"),
    "argument-became-required": (TAXES, "page: int = 1", "page: int", f"{METHOD}(page)", "becomes required"),
    "argument-became-optional": (
        MODELS,
        NAME,
        'name: str = field(name="Name", default="a")',
        "models.Sent.name",
        "becomes optional",
    ),
    "argument-kind-changed": (TAXES, "*, page", "page", f"{METHOD}(page)", POSITIONAL),
    "argument-default-changed": (TAXES, "= 1", "= 2", f"{METHOD}(page)", "1 becomes 2"),
    "argument-type-widened": (TAXES, "id: int", "id: int | str", f"{METHOD}(id)", "int becomes int | str"),
    "argument-type-changed": (TAXES, "id: int", "id: str", f"{METHOD}(id)", "int becomes str"),
    "returned-type-narrowed": (TAXES, "-> str | None", "-> str", METHOD, "str | None becomes str"),
    "returned-type-changed": (
        MODELS,
        "name: str | None",
        "name: int | None",
        "models.Read.name",
        "str | None becomes int | None",
    ),
    "union-widened": (
        MODELS,
        "Read | Sent,",
        "Read | Sent | int,",
        "models.Way",
        "Read | Sent becomes Read | Sent | int",
    ),
    "value-changed": (MODELS, '"Paid"', '"paid"', "models.State.PAID", "'Paid' becomes 'paid'"),
    "became-deprecated": (TAXES, "    def get", DEPRECATED, METHOD, "deprecated"),
}


@pytest.mark.parametrize(
    ("old", "new"),
    [("int | None", "Nullable[int]"), ("Decimal | None", "NullableAmount"), ("Decimal", "RequiredAmount")],
)
def test_a_field_that_is_sent_as_well_from_now_on_reads_as_before(old, new, tmp_path):
    before = ("name: str | None = field", f"name: {old} = field")
    files = dict(BASE)
    files[MODELS] = files[MODELS].replace(*before)
    after = {**files, MODELS: files[MODELS].replace(f"name: {old} = field", f"name: {new} = field")}
    assert files[MODELS] != BASE[MODELS]
    assert files[MODELS] != after[MODELS]
    assert compare_surface(surface(tmp_path / "old", files), surface(tmp_path / "new", after)) == []


@pytest.mark.parametrize("rule", CASES)
def test_the_smallest_change_is_judged_by_its_rule_alone(rule, tmp_path):
    file, old, new, place, text = CASES[rule]
    assert compared(tmp_path, (file, old, new)) == [(rule, place, text)]


def test_every_rule_of_the_surface_is_shown():
    names = list(RULES)
    assert CASES.keys() == set(names[names.index("name-added") : names.index("no-longer-type-checks")])


@pytest.mark.parametrize(
    ("annotation", "other"),
    [
        ("int | str | None", "OneOf[int | str] | None"),
        ("list[int | str] | None", "list[OneOf[int | str]] | None"),
        ("str | list[Way]", "OneOf['str | list[Way]']"),
    ],
)
def test_a_union_is_what_it_is_one_of(annotation, other, tmp_path):
    old, new = (
        {**BASE, MODELS: BASE[MODELS].replace("name: str | None", f"name: {one}")} for one in (annotation, other)
    )
    assert compare_surface(surface(tmp_path / "old", old), surface(tmp_path / "new", new)) == []


def test_another_discriminator_counts_for_nothing(tmp_path):
    assert compared(tmp_path, (MODELS, "'a]b'", "'b'")) == []


def test_what_is_private_counts_for_nothing(tmp_path):
    assert not compared(tmp_path, ("_private.py", "hidden", "other"), (TAXES, "_secret(self)", "_secret(self, b)"))


def test_that_a_constant_is_final_counts_for_nothing(tmp_path):
    assert compared(tmp_path, (MODELS, "LIMIT = 3", "LIMIT: Final = 3")) == []


def test_what_comes_from_a_private_base_is_the_classes_own(tmp_path):
    found = compared(tmp_path, (TAXES, "shared(self, a: int)", "shared(self, a: str)"))
    assert found == [("argument-type-changed", "resources.taxes.Taxes.shared(a)", "int becomes str")]


def test_what_both_classes_share_is_told_once_and_what_only_one_has_is_told(tmp_path):
    found = compared(tmp_path, (TAXES, f"async {GET}", f"async {GET.replace('id: int', 'id: str')}"))
    assert found == [("argument-type-changed", "resources.taxes.AsyncTaxes.get(id)", "int becomes str")]


def test_what_is_sent_may_take_more_and_what_is_read_may_not_give_more(tmp_path):
    wider = (
        (MODELS, "name: str = field", "name: str | int = field"),
        (MODELS, "name: str | None", "name: str | int | None"),
    )
    assert [(rule, place) for rule, place, _ in compared(tmp_path, *wider)] == [
        ("returned-type-changed", "models.Read.name"),
        ("argument-type-widened", "models.Sent.name"),
    ]


def test_a_required_field_of_what_is_sent_is_a_required_argument(tmp_path):
    more = 'name: str = field(name="Name")'
    found = compared(tmp_path, (MODELS, more, f'{more}\n            more: int = field(name="More")'))
    assert found == [("argument-added-required", "models.Sent.more", "new")]


def test_a_class_that_goes_is_told_once_and_not_by_its_members_and_offers(tmp_path):
    files = BASE | {"__init__.py": "", TAXES: "class _Base: ...\n"}
    found = compare_surface(surface(tmp_path / "old", BASE), surface(tmp_path / "new", files))
    assert [(one.rule, one.place) for one in found] == [("name-removed", "resources.taxes.Taxes")]


def test_an_offer_that_goes_alone_is_told(tmp_path):
    found = compared(tmp_path, ("__init__.py", '__all__ = ["Taxes"]', "__all__ = []"))
    assert found == [("name-removed", "Taxes", "gone")]


def test_every_breakage_that_griffe_itself_finds_is_found(tmp_path):
    files = BASE | {
        TAXES: BASE[TAXES].replace("id: int, *, page: int = 1", "key: int, *, page: int"),
        MODELS: BASE[MODELS].replace("LIMIT = 3", "").replace('"Paid"', '"paid"').replace("(str, Enum)", "(Enum)"),
    }
    ours = compare_surface(surface(tmp_path / "old", BASE), surface(tmp_path / "new", files))
    places = {one.place.partition("(")[0] for one in ours} | {f"Async{one.place}" for one in ours}
    sides = [griffe.load("envoice", search_paths=[tmp_path / name], allow_inspection=False) for name in ("old", "new")]
    theirs = [one for one in griffe.find_breaking_changes(*sides) if "._" not in one.obj.path]
    assert len(theirs) > 5
    for one in theirs:
        place = one.obj.path.removeprefix("envoice.").replace("AsyncTaxes", "Taxes")
        assert any(place in known or known in place for known in places), (one.kind, place)


def test_a_package_that_is_no_python_is_refused(tmp_path):
    with pytest.raises(GeneratorError, match="griffe cannot read the package"):
        surface(tmp_path, BASE | {"__init__.py": "def ("})
