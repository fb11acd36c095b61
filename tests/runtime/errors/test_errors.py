"""The error tree: classes, what they carry, what they never carry."""

import copy
import inspect
import pickle
import re
import traceback

import pytest
import sdk
from sdk import errors
from sdk._errors.fault_page import FaultPage

from tests.runtime.standin import CLIENT, PACKAGE, Thing, ThingPage, ThingsError

CONTEXT = {
    "operation": "things.get",
    "method": "GET",
    "url": "https://user:hunter2@api.example/api/thing?id=71&q=anna%40example.org#part",
    "elapsed": 0.25,
}
ANSWERED = CONTEXT | {"status": 404, "request_id": "r-1", "body": b"{}"}


def example(kind):
    if issubclass(kind, errors.APIStatusError):
        return kind(**ANSWERED, detail="gone")
    if kind is errors.FaultError:
        return kind("failed", messages=("one", "two"), envelope=ThingPage(result=[Thing(id=1)]), **ANSWERED)
    if kind is errors.DecodeError:
        return kind("unreadable", path="Items[3].Cost", **ANSWERED)
    if issubclass(kind, errors.APIResponseError):
        return kind("odd", **ANSWERED)
    if issubclass(kind, errors.APIError):
        return kind("broken", **CONTEXT)
    return kind("plain sentence")


EVERY = [getattr(errors, name) for name in errors.__all__ if inspect.isclass(getattr(errors, name))]


def test_every_error_of_the_module_is_offered_and_has_the_base():
    defined = {kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, BaseException)}
    assert defined == set(EVERY)
    assert all(issubclass(kind, ThingsError) for kind in EVERY)


def test_the_base_has_the_package_s_name_and_place():
    base, name = ThingsError, f"{CLIENT}Error"
    assert getattr(errors, name) is base
    assert (base.__module__, base.__qualname__) == (f"{PACKAGE}.errors", name)
    assert repr(base("broken")) == f"{name}('broken')"
    assert traceback.format_exception_only(base("broken")) == [f"{PACKAGE}.errors.{name}: broken\n"]
    assert getattr(sdk, name) is base


@pytest.mark.parametrize("kind", [kind for kind in EVERY if kind is not ThingsError])
def test_every_error_is_drawn_in_the_tree(kind):
    assert re.search(rf"^[ │├└─]*{kind.__name__}\b", errors.__doc__, re.MULTILINE)


@pytest.mark.parametrize("kind", EVERY)
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_every_error_can_be_copied_and_pickled(kind, again):
    error = example(kind)
    error.add_note("seen twice")
    twin = again(error)
    assert type(twin) is kind
    assert twin is not error
    assert twin.args == error.args
    assert str(twin) == str(error) == error.message
    assert twin.__dict__ == error.__dict__


@pytest.mark.parametrize("kind", EVERY)
def test_no_error_shows_what_is_secret(kind):
    error = example(kind)
    shown = f"{error} {error!r} {error.__dict__!r}"
    for secret in ("hunter2", "anna", "71"):
        assert secret not in shown


def test_a_status_error_says_all_that_a_log_needs():
    error = errors.NotFoundError(**ANSWERED, detail="no such\n\tinvoice\x1b[31m")
    assert str(error) == (
        "things.get: 404 Not Found: no such invoice?[31m (request id r-1) "
        "[GET https://api.example/api/thing?id=***&q=***, 0.250 s, outcome refused]"
    )
    assert (error.operation, error.method, error.status, error.elapsed) == ("things.get", "GET", 404, 0.25)
    assert (error.request_id, error.body) == ("r-1", b"{}")
    assert error.url == "https://api.example/api/thing?id=***&q=***"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (301, errors.APIStatusError),
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (418, errors.APIStatusError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        (499, errors.APIStatusError),
        (500, errors.InternalServerError),
        (520, errors.InternalServerError),
        (999, errors.InternalServerError),
    ],
)
def test_each_status_has_its_class(status, kind):
    error = errors.status_error_type(status)(**CONTEXT, status=status)
    assert type(error) is kind
    assert type(error.status) is int
    assert str(status) in str(error)


def test_a_body_and_a_detail_are_bounded():
    error = errors.BadRequestError(**CONTEXT, status=400, body=b"x" * 100_000, detail="y" * 100_000)
    assert len(error.body) == errors.MAX_ERROR_BODY
    assert len(str(error)) < 1000


@pytest.mark.parametrize("kind", [errors.ConfigurationError, errors.EncodeError])
def test_mistakes_of_the_caller_are_value_errors(kind):
    assert issubclass(kind, ValueError)


def test_timeouts_are_connection_errors():
    assert issubclass(errors.APITimeoutError, errors.APIConnectionError)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://h/p", "https://h/p"),
        ("https://u:p@h:8443/p?a=1&a=2&b", "https://h:8443/p?a=***&a=***&b=***"),
        ("https://[::1", "<url>"),
        ("", ""),
    ],
)
def test_public_url(url, shown):
    assert errors.public_url(url) == shown


def test_the_page_of_a_fault_is_what_lists_give():
    asked = {name for name in vars(FaultPage) if not name.startswith("_")} | {"__iter__", "__len__"}
    assert {"items", "number", "envelope", "content"} < asked
    assert asked - {name for base in sdk.Page.__mro__ for name in vars(base)} - {*sdk.Page.__slots__} == set()
