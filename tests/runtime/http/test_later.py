"""An operation of a large API is made when it is first asked for anything, once, and is like any other then."""

import pytest

from tests.runtime.copies import load


@pytest.fixture
def kinds():
    """The class of all operations, and what makes one later, in a copy of the runtime."""
    module = load()
    return module("_http.operation").Operation, module("_http.later").later


@pytest.fixture
def waiting(kinds):
    """An operation that is not made yet, and a list of how often it was made."""
    operation, later = kinds
    made = []

    def make():
        made.append("made")
        return operation(name="boats.list", method="GET", path="/boats", result=list[int])

    return later("boats.list", make), made


def test_nothing_is_made_before_it_is_used(kinds, waiting):
    found, made = waiting
    assert isinstance(found, kinds[0])
    assert found.name == "boats.list"
    assert (type(found) is kinds[0], made) == (False, [])


def test_the_first_use_makes_it_the_same_as_any_other(kinds, waiting):
    found, made = waiting
    plain = kinds[0](name="boats.list", method="GET", path="/boats", result=list[int])
    assert found.path == "/boats"
    assert type(found) is kinds[0]
    for name in kinds[0].__slots__:
        if name != "make":
            assert getattr(found, name) == getattr(plain, name), name
    assert (repr(found), made) == (repr(plain), ["made"])


@pytest.mark.parametrize("name", ["crew", "__wrapped__", "__len__"])
def test_another_attribute_is_none_and_makes_nothing(waiting, name):
    found, made = waiting
    with pytest.raises(AttributeError, match=f"has no attribute '{name}'"):
        getattr(found, name)
    assert made == []


def test_one_that_cannot_be_made_is_tried_again(kinds):
    operation, later = kinds
    outcomes = iter([ImportError("broken"), operation(name="a.b", method="GET", path="/a", result=int)])

    def make():
        if isinstance(outcome := next(outcomes), Exception):
            raise outcome
        return outcome

    found = later("a.b", make)
    with pytest.raises(ImportError, match="broken"):
        _ = found.path
    assert (found.path, type(found) is operation) == ("/a", True)


def test_one_that_nobody_can_make_does_not_ask_itself(kinds):
    found = type(kinds[1]("a.b", int)).__new__(type(kinds[1]("a.b", int)))
    with pytest.raises(AttributeError, match="'make'"):
        _ = found.path
