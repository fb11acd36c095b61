"""The key pair: what is refused, what is never shown, and where it is taken from."""

import copy
import inspect
import io
import json
import pickle
import pprint
import traceback

import pytest
from sdk._core.sources import resolve_credentials
from sdk.credentials import KEY_VARIABLE, SECRET_VARIABLE, Credentials
from sdk.errors import ConfigurationError

from tests.layers import is_ours
from tests.runtime.standin import ThingsAuth

KEY, SECRET = "key-0123456789", "secret-9876543210"


@pytest.fixture(autouse=True)
def no_environment(monkeypatch):
    monkeypatch.delenv(KEY_VARIABLE, raising=False)
    monkeypatch.delenv(SECRET_VARIABLE, raising=False)


def provider():
    return Credentials(KEY, SECRET)


@pytest.mark.parametrize("text", [repr, str, "{}".format, lambda pair: "%r %s" % (pair, [pair])])  # noqa: UP031
def test_no_text_shows_a_value_or_a_part_of_one(text):
    shown = text(Credentials(KEY, SECRET))
    assert "Credentials(" in shown
    assert "0123" not in shown
    assert "9876" not in shown


def rich_inspect(value):
    rich = pytest.importorskip("rich")
    stream = io.StringIO()
    rich.inspect(value, all=True, console=pytest.importorskip("rich.console").Console(file=stream, width=200))
    return stream.getvalue()


@pytest.mark.parametrize(
    "list_attributes",
    [
        lambda value: repr(inspect.getmembers(value)),
        lambda value: repr([getattr(value, name) for name in type(value).__slots__]),
        lambda value: pprint.pformat({name: getattr(value, name) for name in dir(value)}),
        rich_inspect,
    ],
    ids=["members", "slots", "pprint", "rich"],
)
def test_a_tool_that_lists_attributes_shows_no_value(list_attributes):
    shown = list_attributes(Credentials(KEY, SECRET))
    assert "0123" not in shown
    assert "9876" not in shown


def test_its_state_is_not_given_away():
    # Tools such as jsonpickle go on from a refused `__reduce_ex__` to this, and to the slots where there is none.
    for holder in (Credentials(KEY, SECRET), ThingsAuth(provider, base_url="https://api.example")):
        with pytest.raises(TypeError, match="never pickled"):
            holder.__getstate__()


def test_a_value_taken_by_its_name_is_a_text_like_any_other_but_for_its_repr():
    key = Credentials(KEY, SECRET).api_key
    assert (key, f"{key}", json.dumps([key]), key.encode()) == (KEY, KEY, f'["{KEY}"]', KEY.encode())
    assert (repr(key), repr([key.encode()]), f"{key.encode()}") == ("'<hidden>'", "[b'<hidden>']", "b'<hidden>'")
    assert type(pickle.loads(pickle.dumps(key))) is str
    assert pickle.loads(pickle.dumps(key)) == KEY
    assert copy.deepcopy({"key": key})["key"] is key
    assert pickle.loads(pickle.dumps(key.encode())) == b"<hidden>"


def test_rich_shows_nothing_of_a_long_value():
    pretty = pytest.importorskip("rich.pretty")
    pair = Credentials(KEY * 20, SECRET * 20)
    shown = pretty.pretty_repr([pair.api_key, pair.api_secret.encode()], max_string=30)
    assert KEY not in shown
    assert SECRET not in shown


def inside(error):
    """What a traceback with locals shows of our own frames."""
    captured = traceback.TracebackException.from_exception(error, capture_locals=True)
    texts = [f"{one.name}: {one.locals}" for one in captured.stack if is_ours(one)]
    assert texts
    return "\n".join([str(error), *texts])


@pytest.mark.parametrize(
    "make",
    [
        lambda: Credentials(f"{KEY}\n", SECRET),
        lambda: Credentials(KEY, f"{SECRET}\n"),
        lambda: Credentials(KEY, SECRET.encode()),
        lambda: Credentials.from_environment({KEY_VARIABLE: KEY, "PASSWORD": SECRET}),
        lambda: Credentials.from_environment({KEY_VARIABLE: KEY, SECRET_VARIABLE: f"{SECRET}\n"}),
        lambda: resolve_credentials(api_key=KEY, api_secret=f"{SECRET}\n"),
        lambda: resolve_credentials(api_key=KEY),
        lambda: resolve_credentials(api_key=KEY, credentials=provider),
        lambda: resolve_credentials(credentials=(KEY, SECRET)),
        lambda: resolve_credentials(credentials=SECRET),
    ],
)
def test_a_traceback_with_locals_shows_no_value(make):
    with pytest.raises(ConfigurationError) as caught:
        make()
    assert KEY not in inside(caught.value)
    assert SECRET not in inside(caught.value)


def test_a_traceback_with_locals_shows_no_variable_of_the_process(monkeypatch):
    monkeypatch.setenv("DATABASE_PASSWORD", "hunter2-hunter2")
    with pytest.raises(ConfigurationError, match="not set") as caught:
        resolve_credentials()
    assert "hunter2" not in inside(caught.value)


def test_credentials_are_equal_by_value_and_never_change():
    credentials = Credentials(KEY, SECRET)
    assert credentials == Credentials(KEY, SECRET)
    assert hash(credentials) == hash(Credentials(KEY, SECRET))
    assert credentials != Credentials(SECRET, KEY)
    assert credentials != KEY
    with pytest.raises(AttributeError, match="never change"):
        credentials.api_key = "other"
    with pytest.raises(AttributeError, match="never change"):
        del credentials.api_key


def test_rich_shows_no_value():
    pretty = pytest.importorskip("rich.pretty")
    pair = Credentials(KEY, SECRET)
    auth = ThingsAuth(pair, base_url="https://api.example")
    shown = pretty.pretty_repr({"pair": pair, "auth": auth, "issued": auth._credentials._current, "known": (pair,)})
    assert "Credentials(" in shown
    assert "0123" not in shown
    assert "9876" not in shown


def test_it_has_no_dict_to_print():
    with pytest.raises(TypeError):
        vars(Credentials(KEY, SECRET))


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickle_is_refused_without_showing_a_value(protocol):
    with pytest.raises(TypeError, match="never pickled") as caught:
        pickle.dumps({"credentials": Credentials(KEY, SECRET)}, protocol)
    assert KEY not in str(caught.value)


def test_a_copy_is_the_same_object():
    pair = Credentials(KEY, SECRET)
    assert copy.copy(pair) is pair
    assert copy.deepcopy({"deep": pair})["deep"] is pair


def test_it_cannot_be_changed():
    pair = Credentials(KEY, SECRET)
    with pytest.raises(AttributeError):
        pair.api_key = "other"


@pytest.mark.parametrize("field", ["api_key", "api_secret"])
@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("", "empty"),
        (" \t", "empty"),
        ("hunter2 ", "whitespace"),
        ("\nhunter2", "whitespace"),
        ("hunter2\r\n", "whitespace"),
        ("hun\r\nx-other: ter2", "position 3"),
        ("hun\x00ter2", "position 3"),
        ("hunter\x7f2", "position 6"),
        ("hunt\x85er2", "position 4"),
        ("hunt\u0435r2", "position 4"),
        ("hunt\xe9r2", "position 4"),
        ("hunt\udc80r2", "position 4"),
        (b"hunter2", "not bytes"),
        (None, "not NoneType"),
        (1234567, "not int"),
    ],
)
def test_an_unfit_value_is_named_and_not_quoted(field, value, reason):
    values = {"api_key": KEY, "api_secret": SECRET, field: value}
    with pytest.raises(ConfigurationError, match=reason) as caught:
        Credentials(**values)
    assert str(caught.value).startswith(f"{field} ")
    assert "hunt" not in str(caught.value)
    assert "1234567" not in str(caught.value)


def test_every_visible_ascii_character_may_be_part_of_a_value():
    value = "".join(map(chr, range(0x21, 0x7F))) + " x"
    assert Credentials(value, value).api_secret == value


def test_the_environment_is_read(monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    assert Credentials.from_environment() == Credentials(KEY, SECRET)
    assert resolve_credentials() == Credentials(KEY, SECRET)


@pytest.mark.parametrize(
    ("environ", "named", "unnamed"),
    [
        ({}, f"{KEY_VARIABLE} and {SECRET_VARIABLE} are not set", "nothing"),
        ({KEY_VARIABLE: KEY}, f"{SECRET_VARIABLE} is not set", KEY_VARIABLE),
        ({SECRET_VARIABLE: SECRET}, f"{KEY_VARIABLE} is not set", SECRET_VARIABLE),
        ({KEY_VARIABLE: KEY, SECRET_VARIABLE: ""}, f"{SECRET_VARIABLE} is not set", KEY_VARIABLE),
        ({KEY_VARIABLE: KEY, SECRET_VARIABLE: SECRET + "\n"}, f"{SECRET_VARIABLE} begins or ends", KEY_VARIABLE),
    ],
)
def test_the_variable_at_fault_is_named(environ, named, unnamed):
    with pytest.raises(ConfigurationError, match=named) as caught:
        Credentials.from_environment(environ)
    assert unnamed not in str(caught.value)
    assert KEY not in str(caught.value)
    assert SECRET not in str(caught.value)


def test_arguments_go_before_the_environment(monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, "other")
    monkeypatch.setenv(SECRET_VARIABLE, "other")
    assert resolve_credentials(api_key=KEY, api_secret=SECRET) == Credentials(KEY, SECRET)
    assert resolve_credentials(credentials=provider) is provider


def test_a_provider_is_not_called_yet():
    def untouched():
        raise AssertionError

    assert resolve_credentials(credentials=untouched) is untouched


@pytest.mark.parametrize(
    ("given", "lacking"), [({"api_key": KEY}, "without api_secret="), ({"api_secret": SECRET}, "without api_key=")]
)
def test_half_a_pair_is_not_completed_from_the_environment(monkeypatch, given, lacking):
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    with pytest.raises(ConfigurationError, match=lacking):
        resolve_credentials(**given)


@pytest.mark.parametrize("given", [{"api_key": KEY}, {"api_key": KEY, "api_secret": SECRET}])
def test_both_ways_at_once_are_refused(given):
    with pytest.raises(ConfigurationError, match="give one of them"):
        resolve_credentials(credentials=provider, **given)


def test_something_else_is_refused_by_its_type_alone():
    with pytest.raises(ConfigurationError, match="not tuple") as caught:
        resolve_credentials(credentials=(KEY, SECRET))
    assert KEY not in str(caught.value)
    with pytest.raises(ConfigurationError, match="not str"):
        resolve_credentials(credentials=KEY)


def test_empty_arguments_are_an_error_and_not_a_way_to_the_environment(monkeypatch):
    monkeypatch.setenv(KEY_VARIABLE, KEY)
    monkeypatch.setenv(SECRET_VARIABLE, SECRET)
    with pytest.raises(ConfigurationError, match="api_key is empty"):
        resolve_credentials(api_key="", api_secret="")
