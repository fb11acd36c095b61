"""Every change of the real document is told with the right class, and moves nothing that it does not touch."""

import pytest

from sdkwright.diff.documents import compare_wire
from sdkwright.diff.findings import worst
from tests.generator.diff.blocks import blocks, files_of
from tests.generator.diff.mutations import CLASSES, KINDS, OPERATIONS, mutation
from tests.generator.diff.raw import operations, reachable, users

# Each mutation goes the whole way, which the tests of each room cover; measured, it takes two and a half times as long.
pytestmark = pytest.mark.no_cover

TOLD, MADE = 8, 2
# Of a file, what follows its members: imports, `__all__`, the attributes of a class.
INDEX = {
    "client.py", "_build.py", "__init__.py", "resources/__init__.py", "_commands/__init__.py",
    "stubs/edge-any-operation.json",
}  # fmt: skip


def related(made, document):
    """The operations and the classes that a mutation touches, concluded from both documents alone."""
    keys, classes = set(made.operations), {CLASSES.get(name, name) for name in made.schemas}
    classes.add(made.place.partition(".")[0])
    for side in (document, made.document):
        for schema in made.schemas & side["components"]["schemas"].keys():
            sent, received = users(side, schema)
            keys |= sent | received
        # An operation that comes or goes may turn what is only sent into what is received.
        for key in made.operations & operations(side).keys():
            classes |= {CLASSES.get(name, name) for name in reachable(side, operations(side)[key])}
    return keys, classes


def told(made, found):
    """The findings that a mutation has to have."""
    return [one for one in found if one.rule == made.rule and made.place in one.place]


def together(document, kind):
    """The mutations of a kind, with their seeds: as many to a document as touch different things and weigh the same."""
    groups = []
    for seed in range(TOLD):
        for group in groups:
            made = mutation(group[-1][1].document, kind, seed)
            if all(apart(made, other) for _, other in group):
                group.append((seed, made))
                break
        else:
            groups.append([(seed, mutation(document, kind, seed))])
    return groups


def apart(made, other):
    """Whether the findings of one cannot be taken for those of the other."""
    places = made.place and other.place and made.place not in other.place and other.place not in made.place
    shared = made.operations & other.operations or made.schemas & other.schemas
    return places and not shared and made.severity == other.severity


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_told_with_the_right_class(kind, known, record_property):
    """Beside others of its kind, or where that shows it in another class, in a document of its own."""
    misses = []
    for group in together(known.upstream, kind):
        found = compare_wire(known.before, known.comparable(group[-1][1].document))
        for seed, made in group:
            seen = told(made, found)
            if seen and {str(worst(seen)), str(worst(found))} == {made.severity}:
                continue
            alone = mutation(known.upstream, kind, seed)
            of_it = compare_wire(known.before, known.comparable(alone.document))
            if not told(alone, of_it) or str(worst(of_it)) != alone.severity:
                said = [(str(one.severity), one.rule, one.place) for one in of_it]
                misses.append((seed, alone.rule, alone.place, alone.severity, said))
    record_property("mutations told", TOLD - len(misses))
    record_property("mutations missed", len(misses))
    assert not misses


@pytest.mark.parametrize("kind", KINDS)
def test_none_moves_what_it_does_not_touch(kind, known, before, record_property, tmp_path):
    for seed in range(MADE):
        made = mutation(known.upstream, kind, seed)
        after = files_of(made.document, tmp_path / str(seed), known, previous=known.upstream)
        moved = strays(made, known.upstream, before, after)
        assert not moved, (kind, seed, made.place)
    record_property("mutations made into packages", MADE)


def test_a_new_order_moves_nothing_at_all(known, before, tmp_path):
    for seed in range(MADE):
        made = mutation(known.upstream, "reorder_everything", seed)
        assert files_of(made.document, tmp_path / str(seed), known, previous=None) == before


def test_the_judge_of_what_moved_sees_a_method_and_a_class(known, before):
    made = mutation(known.upstream, "describe_operation", 0)
    after = dict(before)
    after["resources/taxes.py"] = after["resources/taxes.py"].replace("def create(", "def creates(")
    after["models.py"] = after["models.py"].replace("class OrderDelete(", "class OrderDeletion(")
    after["stubs/taxes.json"] += " "
    assert {name for _, name in strays(made, known.upstream, before, after)} >= {"Taxes.create", "OrderDelete", ""}


@pytest.fixture(scope="module")
def before(known, tmp_path_factory):
    return files_of(known.upstream, tmp_path_factory.mktemp("before"), known)


def strays(made, document, before, after):
    """What differs and is not touched."""
    differing = {file for file in before.keys() | after.keys() if before.get(file) != after.get(file)}
    old, new = (blocks({file: side[file] for file in differing & side.keys()}) for side in (before, after))
    moved = {place for place in old.keys() | new.keys() if old.get(place) != new.get(place)}
    keys, classes = related(made, document)
    verbs = {tuple(OPERATIONS[key].split(".")) for key in keys if key in OPERATIONS}
    added = {place for place in new if place not in old}
    files = {file for file, name in moved if name and name != "rest" and not name.endswith("Raw")}
    come_and_gone = before.keys() ^ after.keys() or len(operations(document)) != len(operations(made.document))

    def touched(file, name):
        resource = file.rpartition("/")[2].partition(".")[0].removeprefix("edge-")
        method = name.rpartition(".")[2]
        if file in INDEX:
            return bool(come_and_gone) or made.rule in {"schema-added", "operation-removed"}
        if file == "_schemas.py":
            # The vendor's names of the schemas, which stand by the models.
            return bool(classes)
        if file == "models.py":
            return name in classes or name == "rest" or name.partition(".")[0] in classes
        if file.startswith(("stubs/", "_commands/")):
            return resource in {owner for owner, _ in verbs} or made.rule == "operation-added"
        if name == "rest" or name.endswith("Raw"):
            return file in files
        return (resource, method) in verbs or (made.rule == "operation-added" and (file, name) in added)

    return sorted(place for place in moved if not touched(*place))
