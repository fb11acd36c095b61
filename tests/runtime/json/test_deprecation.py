"""Fields and methods that go: who uses one from outside is warned at his own line, and nobody else is."""

import asyncio
import copy
import inspect
import warnings

import msgspec
import pytest
from sdk._json.codec import decode, encode
from sdk._json.deprecation import deprecated
from sdk._json.model import Model

from tests.runtime.copies import load


@pytest.fixture(scope="module")
def thing():
    """A model of a fresh copy of the runtime: `label` is an old name of `name`, `size` goes and `old` was required."""
    api = load()
    fields = api("_deprecated").FIELDS
    fields["Going"] = {
        "label": ("Going.label is deprecated; use Going.name.", "name", True),
        "size": ("Going.size is deprecated.", "", False),
    }
    base = api("_json.model").Model
    made = type(base)(
        "Going",
        (base,),
        {
            "__annotations__": {"name": str | msgspec.UnsetType, "label": str | msgspec.UnsetType, "size": int},
            "__module__": api("models").__name__,
            "name": msgspec.UNSET,
            "label": msgspec.UNSET,
            "size": 0,
        },
        kw_only=True,
    )
    made.api = staticmethod(api)
    return made


def told(use):
    """What a use is warned of, and what it gives; every warning names this file."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        value = use()
    assert {warning.filename for warning in caught} <= {__file__}
    return value, [str(warning.message) for warning in caught]


LABEL, SIZE = "Going.label is deprecated; use Going.name.", "Going.size is deprecated."


def test_an_old_name_leads_to_the_new_one(thing):
    made, said = told(lambda: thing(label="a"))
    assert said == [LABEL]
    assert told(lambda: made.name) == ("a", [])
    assert told(lambda: made.label) == ("a", [LABEL])
    # With both, the old name prevails: a replaced copy would be the same otherwise.
    assert told(lambda: thing(name="b", label="a").name) == ("a", [LABEL])


def test_a_field_that_goes_warns_who_gives_or_reads_it(thing):
    made, said = told(lambda: thing(name="a", size=3))
    assert said == [SIZE]
    assert told(lambda: made.size) == (3, [SIZE])
    assert told(lambda: thing(name="a"))[1] == []


def test_what_was_required_must_be_given_by_either_name(thing):
    with pytest.raises(TypeError, match="Missing required argument 'name'"):
        thing()


def test_reading_copying_and_the_class_itself_do_not_warn(thing):
    codec = thing.api("_json.codec")
    made, said = told(lambda: codec.decode(b'{"size": 3}', thing))
    assert said == []
    assert told(lambda: (copy.copy(made), thing.size))[1] == []
    assert told(lambda: made.size) == (3, [SIZE])


def test_a_method_that_goes_warns_and_does_its_work():
    @deprecated("twice goes")
    def twice(number):
        return 2 * number

    @deprecated("thrice goes")
    async def thrice(number):
        return 3 * number

    assert told(lambda: twice(2)) == (4, ["twice goes"])
    assert told(lambda: asyncio.run(thrice(2))) == (6, ["thrice goes"])
    assert (twice.__deprecated__, twice.__name__) == ("twice goes", "twice")
    assert not inspect.iscoroutinefunction(twice)
    assert asyncio.iscoroutinefunction(thrice)


def test_a_model_without_such_fields_is_watched_by_nothing():
    class Plain(Model):
        name: str

    assert not hasattr(Plain, "__post_init__")
    assert encode(decode(b'{"name": "a"}', Plain)) == b'{"name":"a"}'
