"""A model of a divided package comes with what it names, under the name of the one module that offers all of them."""

import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tests.runtime.copies import load

HOMES = {"Boat": "boats", "Kind": "boats", "Owner": "people", "Friend": "people", "Load": "loads", "Shop": "shops"}


@pytest.fixture
def package():
    """A copy of the runtime with models in four modules, each of which stands for one that is written."""
    module = load()
    front, divided, base = module("models"), module("_json.divided"), module("_json.model").Model
    name = divided._PACKAGE

    def part(home, **content):
        made = sys.modules[f"{name}._models.{home}"] = ModuleType(f"{name}._models.{home}")
        vars(made).update(content)
        return made

    def model(home, called, **annotations):
        body = {"__module__": f"{name}._models.{home}", "__annotations__": annotations}
        return type(base)(called, (base,), body | dict.fromkeys(annotations), kw_only=True)

    boat = model("boats", "Boat", owner="Owner | None", kind="Kind | None", sister="Boat | None", when="date")
    kind = model("boats", "Kind")
    friend, owner = model("people", "Friend", of="Owner | None"), model("people", "Owner", friends="list[Friend]")
    part("boats", Boat=boat, Kind=kind, date="a date", __private__=1)
    part("people", Owner=owner, Friend=friend)
    # A union that is made at once, one that is read later, and what names nothing.
    inner = SimpleNamespace(resolved=list[kind])
    part("loads", Load=SimpleNamespace(resolved=dict[str, tuple[Any, owner] | list[kind]], inner=inner))
    part("shops", Shop=model("shops", "Shop"), limit=3)
    yield SimpleNamespace(front=front, of=lambda called: divided.model_of(HOMES, called), name=name)
    for home in set(HOMES.values()):
        del sys.modules[f"{name}._models.{home}"]


def test_a_model_comes_with_all_that_it_names_and_nothing_else(package):
    boat = package.of("Boat")
    assert boat.__name__ == "Boat"
    assert vars(package.front).keys() & HOMES.keys() == {"Boat", "Kind", "Owner", "Friend"}
    assert package.front.date == "a date"
    assert not hasattr(package.front, "__private__")
    assert not hasattr(package.front, "limit")


def test_one_that_names_nothing_comes_alone(package):
    package.of("Shop")
    assert vars(package.front).keys() & HOMES.keys() == {"Shop"}
    assert package.front.limit == 3


def test_all_are_called_after_the_one_module(package):
    package.of("Boat")
    found = {getattr(package.front, name).__module__ for name in ("Boat", "Kind", "Owner", "Friend")}
    assert found == {f"{package.name}.models"}


def test_what_is_there_stays_as_it_is(package):
    owner = package.front.Owner = object()
    package.of("Boat")
    assert package.front.Owner is owner
    # What only that one names is not looked for either.
    assert not hasattr(package.front, "Friend")


def test_a_union_comes_with_its_members(package):
    package.of("Load")
    assert vars(package.front).keys() & HOMES.keys() == {"Load", "Kind", "Owner", "Friend"}


def test_another_name_is_none(package):
    with pytest.raises(AttributeError, match=rf"^module '{package.name}\.models' has no attribute 'Ship'$"):
        package.of("Ship")
