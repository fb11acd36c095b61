"""`help`, `inspect`, `typing.get_type_hints` and `import *` on everything that the package defines."""

import ast
import enum
import functools
import importlib
import inspect
import pickle
import pkgutil
import pydoc
import subprocess
import sys
import types
import typing
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import envoice
import httpx
import pytest
from envoice import pagination, transports, webhooks
from envoice.resources import invoices
from envoice.resources.taxes import AsyncTaxes

# It looks at what other tests run.
pytestmark = pytest.mark.no_cover

GENERATED = Path(__file__).parents[3] / "generated"


def _modules():
    """The modules that the package carries: beside it lie those of the runtime that only other documents need."""
    found = [info.name for info in pkgutil.walk_packages(envoice.__path__, "envoice.")]
    return ["envoice", *(name for name in found if not name.endswith("__main__") and _is_carried(name))]


def _is_carried(name):
    place = GENERATED.joinpath(*name.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def _is_public(name):
    return not any(part.startswith("_") for part in name.split("."))


def _functions(kind):
    """The functions of a class, those behind its properties included."""
    for name, member in vars(kind).items():
        for function in (
            getattr(member, "__func__", None),
            getattr(member, "func", None),
            *(getattr(member, part, None) for part in ("fget", "fset", "fdel")),
            member,
        ):
            # What attrs, msgspec and enum write has no annotations that anyone could fix.
            if isinstance(function, types.FunctionType) and function.__module__ == kind.__module__:
                yield f"{kind.__qualname__}.{name}", function


def _defined(module):
    """The classes and functions that a module defines, and the functions of the classes."""
    for name, member in vars(module).items():
        if getattr(member, "__module__", None) != module.__name__:
            continue
        if isinstance(member, type):
            yield name, member
            yield from _functions(member)
        elif isinstance(member, types.FunctionType):
            yield name, member


MODULES = _modules()
PUBLIC = [name for name in MODULES if _is_public(name)]


def test_the_modules_are_found():
    assert len(PUBLIC) > 50
    assert {"envoice.models", "envoice.resources.invoices", "envoice.webhooks.django", "envoice.cli"} <= set(PUBLIC)
    found = [thing for name in PUBLIC for thing in _defined(importlib.import_module(name))]
    assert len(found) > 900


@pytest.mark.parametrize("name", MODULES)
def test_every_annotation_can_be_evaluated(name):
    for _, thing in _defined(importlib.import_module(name)):
        typing.get_type_hints(thing)
        typing.get_type_hints(thing, include_extras=True)
        inspect.get_annotations(thing, eval_str=True)


@pytest.mark.parametrize("name", MODULES)
def test_every_signature_can_be_read(name):
    for _, thing in _defined(importlib.import_module(name)):
        if isinstance(thing, type) and not _has_signature(thing):
            continue
        inspect.signature(thing)
        inspect.signature(thing, eval_str=True)


def _has_signature(kind):
    # `inspect` knows none of Python's own `dict`, `bytes` and exceptions, nor of what leaves making to them.
    ours = any(isinstance(make, types.FunctionType) for make in (kind.__init__, kind.__new__))
    return ours or hasattr(kind, "__struct_fields__")


@pytest.mark.parametrize("name", PUBLIC)
def test_a_star_import_gives_what_all_names(name):
    module = importlib.import_module(name)
    given = {}
    exec(f"from {name} import *", given)
    del given["__builtins__"]
    public = getattr(module, "__all__", None)
    if public is None:
        # A folder with a docstring.
        assert not [thing for thing in vars(module).values() if getattr(thing, "__module__", None) == name]
        return
    assert given == {each: getattr(module, each) for each in public}
    assert len(public) == len(set(public))
    assert {*public, "__all__"} <= set(dir(module))
    assert not [each for each in public if each.startswith("_")]


def test_what_the_package_offers_is_public_where_it_lies():
    for name in envoice.__all__:
        home = getattr(getattr(envoice, name), "__module__", "")
        if home.startswith("envoice."):
            assert not _is_public(home) or name in importlib.import_module(home).__all__, name


def test_every_error_is_public():
    members = inspect.getmembers(envoice.errors, inspect.isclass)
    errors = [name for name, kind in members if name.endswith("Error") and kind.__name__ == name]
    assert len(errors) > 20
    assert set(errors) <= set(envoice.errors.__all__)


@pytest.mark.parametrize("name", PUBLIC)
def test_help_names_what_is_public(name):
    module = importlib.import_module(name)
    text = pydoc.render_doc(module, renderer=pydoc.plaintext)
    for public in getattr(module, "__all__", ()):
        assert public in text
        # `help("text")` looks for a module of that name.
        if not isinstance(thing := getattr(module, public), str):
            assert pydoc.render_doc(thing, renderer=pydoc.plaintext)
    assert pydoc.HTMLDoc().docmodule(module)


@pytest.mark.parametrize("name", PUBLIC)
def test_members_can_be_listed(name):
    module = importlib.import_module(name)
    members = dict(inspect.getmembers(module))
    assert set(getattr(module, "__all__", ())) <= set(members)
    for _, thing in _defined(module):
        if isinstance(thing, type):
            listed = dict(inspect.getmembers(thing))
            # Python's enums leave methods out of `dir`.
            assert issubclass(thing, enum.Enum) or {each for each in vars(thing) if _is_public(each)} <= set(listed)
            inspect.classify_class_attrs(thing)


@pytest.mark.parametrize("name", PUBLIC)
def test_classes_and_functions_are_found_again_by_pickle(name):
    module = importlib.import_module(name)
    for public in getattr(module, "__all__", ()):
        thing = getattr(module, public)
        if isinstance(thing, type | types.FunctionType) and thing.__module__.startswith("envoice"):
            assert pickle.loads(pickle.dumps(thing)) is thing


def test_hints_are_the_very_classes():
    hints = typing.get_type_hints(envoice.Envoice.__init__)
    assert hints["http_client"] == httpx.Client | None
    assert hints["retry"] is envoice.RetryPolicy
    assert hints["credentials"].__args__[0] is envoice.Credentials
    taxes = vars(envoice.AsyncEnvoice)["taxes"]
    assert isinstance(taxes, functools.cached_property)
    assert typing.get_type_hints(taxes.func) == {"return": AsyncTaxes}
    assert typing.get_type_hints(envoice.WebhookEvent)["activity"] is envoice.WebhookActivity


@pytest.mark.parametrize("name", [name for name in PUBLIC if name.startswith("envoice.resources.")])
def test_raw_methods_say_what_they_take_and_give(name):
    for kind in [thing for _, thing in _defined(importlib.import_module(name)) if isinstance(thing, type)]:
        if not kind.__name__.endswith("Raw"):
            continue
        plain = getattr(importlib.import_module(name), kind.__name__.removesuffix("Raw"))
        raw = kind(plain(envoice.Envoice(api_key="k", api_secret="s")))
        text = pydoc.render_doc(kind, renderer=pydoc.plaintext)
        for verb in [verb for verb in vars(kind) if _is_public(verb)]:
            unbound, bound, method = getattr(kind, verb), getattr(raw, verb), getattr(plain, verb)
            taken = inspect.signature(method, eval_str=True).parameters
            assert dict(inspect.signature(unbound).parameters) == dict(taken)
            assert list(inspect.signature(bound).parameters) == list(taken)[1:]
            given = inspect.signature(bound).return_annotation
            assert "envoice.responses.RawResponse[" in str(given)
            assert typing.get_type_hints(bound)["return"] == typing.get_type_hints(unbound)["return"] == given
            assert f"{verb}(" in text
            assert bound.__name__ == unbound.__name__ == verb
            assert unbound.__qualname__ == f"{kind.__name__}.{verb}"
            assert bound.__doc__ == unbound.__doc__ == method.__doc__


def test_raw_methods_of_pages_give_an_envelope():
    raw, awaited = invoices.InvoicesRaw.list, invoices.AsyncInvoicesRaw.list
    answer = envoice.RawResponse[pagination.Envelope[envoice.InvoiceSummary]]
    assert inspect.signature(raw).return_annotation == answer
    assert inspect.signature(awaited).return_annotation == Coroutine[Any, Any, answer]
    assert inspect.signature(invoices.AsyncInvoicesRaw.get).return_annotation == envoice.RawResponse[envoice.Invoice]


BLOCKED = """
import importlib, inspect, pkgutil, pydoc, sys, types, typing
missing = set(sys.argv[1].split(","))
class Block:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Block())
import envoice
"""


def blocked(missing, program):
    """Run a program where some libraries are not installed."""
    environment = {"PYTHONPATH": str(GENERATED)}
    ran = subprocess.run(
        [sys.executable, "-c", BLOCKED + program, missing], capture_output=True, text=True, env=environment, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


EVERYTHING = """
skipped = []
def public(name):
    return not name.endswith("__main__") and "._" not in name
names = ["envoice", *(info.name for info in pkgutil.walk_packages(envoice.__path__, "envoice.") if public(info.name))]
for name in names:
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        assert "pip install" in str(error) or "sqlite3, which this" in str(error), (name, error)
        skipped.append(name)
        continue
    exec(f"from {name} import *", {})
    pydoc.render_doc(module)
    for each in dir(module):
        hasattr(module, each)
    for thing in vars(module).values():
        if getattr(thing, "__module__", None) != name or not isinstance(thing, type | types.FunctionType):
            continue
        typing.get_type_hints(thing)
        for member in vars(thing).values() if isinstance(thing, type) else ():
            if isinstance(member, types.FunctionType):
                typing.get_type_hints(member)
print(*skipped)
"""


NONE_IS_SKIPPED = pytest.mark.full(reason="nothing is skipped without aiohttp either, and the last one lacks each")


@pytest.mark.parametrize(
    ("missing", "skipped"),
    [
        ("aiohttp,yarl", set()),
        pytest.param("httpx2", set(), marks=NONE_IS_SKIPPED),
        pytest.param("redis", set(), marks=NONE_IS_SKIPPED),
        ("rich,click", {"envoice.webhooks.flask"}),
        ("sqlite3,_sqlite3", {"envoice.webhooks.stores.sqlite"}),
        ("django,asgiref", {"envoice.webhooks.django"}),
        ("flask,werkzeug", {"envoice.webhooks.flask"}),
        pytest.param("fastapi", set(), marks=NONE_IS_SKIPPED),
        ("fastapi,starlette", {"envoice.webhooks.fastapi"}),
        ("pytest,_pytest", {"envoice.testing.fixtures"}),
        (
            "aiohttp,yarl,httpx2,redis,rich,click,django,asgiref,flask,werkzeug,fastapi,starlette,pytest,_pytest",
            {
                "envoice.webhooks.django",
                "envoice.webhooks.flask",
                "envoice.webhooks.fastapi",
                "envoice.testing.fixtures",
            },
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_rest_can_be_inspected_without_an_extra(missing, skipped):
    assert set(blocked(missing, EVERYTHING).split()) == skipped


@pytest.mark.parametrize(
    ("missing", "package", "name", "extra"),
    [
        ("aiohttp", "envoice.transports", "AiohttpTransport", "envoice[aiohttp]"),
        ("httpx2", "envoice.transports", "Httpx2Transport", "envoice[httpx2]"),
        ("httpx2", "envoice.transports", "AsyncHttpx2Transport", "envoice[httpx2]"),
        ("sqlite3", "envoice.webhooks.stores", "SQLiteStore", "needs sqlite3"),
        ("sqlite3", "envoice.webhooks", "SQLiteStore", "needs sqlite3"),
    ],
)
def test_a_name_that_needs_a_missing_extra(missing, package, name, extra):
    program = f"""
module = importlib.import_module({package!r})
assert not hasattr(module, {name!r})
assert getattr(module, {name!r}, None) is None
assert {name!r} in dir(module)
assert {name!r} not in module.__all__
assert {name!r} not in dict(inspect.getmembers(module))
try:
    module.{name}
except AttributeError as error:
    assert {extra!r} in str(error), error
try:
    from {package} import {name}
except ImportError as error:
    assert {extra!r} in str(error), error
else:
    raise AssertionError
"""
    blocked(missing, program)


def test_what_is_installed_is_public():
    assert {"AiohttpTransport", "Httpx2Transport", "HttpxTransport", "Transport"} <= set(transports.__all__)
    assert {"SQLiteStore", "RedisStore", "Webhooks"} <= set(webhooks.__all__)


@pytest.mark.parametrize("package", [transports, webhooks, webhooks.stores])
def test_the_source_says_what_is_public_when_everything_is_installed(package):
    tree = ast.parse(Path(package.__file__).read_text(encoding="utf-8"))
    assigned = [node for node in ast.walk(tree) if isinstance(node, ast.Assign) and node.targets[0].id == "__all__"]
    assert sorted(ast.literal_eval(assigned[0].value)) == sorted(package.__all__)


def test_an_unknown_name_is_an_attribute_error():
    for module in (envoice, envoice.transports, envoice.webhooks, envoice.webhooks.stores, envoice.testing):
        with pytest.raises(AttributeError, match=rf"^module '{module.__name__}' has no attribute 'nonsense'$"):
            module.nonsense  # noqa: B018 - the access is what fails
        with pytest.raises(ImportError, match="cannot import name"):
            exec(f"from {module.__name__} import nonsense")
