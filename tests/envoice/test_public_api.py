"""The public API of `envoice` changes only where `public_api.txt` says so, and the list sees every kind of change."""

import difflib
import shutil

import pytest

from tests.envoice.public_api import COMMAND, FILE, ROOT, public_api

HOME = """
from .{module} import Client as Client

__all__ = ["Client"]
"""
PRIVATE = """
from __future__ import annotations

from collections.abc import Callable
from typing import Final

LIMIT: Final = 10
Handler = Callable[[int], None]


class _Base:
    def close(self) -> None: ...


class Client(_Base):
    size: int = 3

    def __init__(self, name: str, *, limit: int = LIMIT) -> None:
        self.name: str = name

    async def get(self, id: int, /, *rest: str, deep: bool = False, **more: object) -> list[Client]: ...

    def _hidden(self) -> None: ...
"""
ERRORS = """
class ThingError(Exception):
    pass


class TimeoutError(ThingError, ValueError):
    pass
"""


@pytest.fixture(scope="module")
def today():
    return public_api(ROOT / "generated", "envoice")


@pytest.fixture
def thing(tmp_path):
    """Make a package of files, and list it."""

    def make(*, module="_client", private=PRIVATE, errors=ERRORS):
        folder = tmp_path / "thing"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "_inner").mkdir(parents=True)
        (folder / "_inner" / "__init__.py").touch()
        (folder / "__init__.py").write_text(HOME.format(module=module))
        (folder / f"{module.replace('.', '/')}.py").write_text(private)
        (folder / "errors.py").write_text(errors)
        return public_api(tmp_path, "thing").splitlines()

    return make


def test_the_public_api_is_the_accepted_one(today):
    accepted = FILE.read_text(encoding="utf-8")
    changes = [
        line
        for line in difflib.unified_diff(accepted.splitlines(), today.splitlines(), n=0, lineterm="")
        if not line.startswith(("---", "+++", "@@"))
    ]
    if changes:
        listed = "\n".join(changes)
        pytest.fail(f"The public API has changed. If that is wanted, `{COMMAND}` accepts it:\n{listed}", pytrace=False)


def test_every_documented_way_in_is_listed(today):
    lines = today.splitlines()
    assert "module envoice" in lines
    assert "Envoice is client.Envoice" in lines
    assert "class errors.NotFoundError(errors.APIStatusError)" in lines
    assert "client.Envoice.__init__(*, timeout: float | None = 30.0)" in lines
    # Defined by a private base of the client.
    assert "def client.Envoice.close -> None" in lines
    assert "class pagination.Page(msgspec.Struct, Generic[T]) frozen=True" in lines


def test_a_fact_is_one_line(thing):
    assert thing() == [
        "module thing",
        "class Client()",
        "def Client.__init__ -> None",
        "Client.__init__(name: str)",
        "Client.__init__(*, limit: int = 10)",
        "def Client.close -> None",
        "async def Client.get -> list[Client]",
        "Client.get(id: int, /)",
        "Client.get(*rest: str)",
        "Client.get(*, deep: bool = False)",
        "Client.get(**more: object)",
        "Client.name: str",
        "Client.size: int = 3",
        "module errors",
        "class errors.ThingError(Exception)",
        "class errors.TimeoutError(errors.ThingError, ValueError)",
    ]


@pytest.mark.parametrize("module", ["_core", "_inner.client"])
def test_a_private_move_changes_nothing(thing, module):
    assert thing(module=module) == thing()


def test_a_text_made_of_constants_is_the_text(thing):
    made = PRIVATE.replace("LIMIT: Final = 10", 'NAME: Final = "things"\nPATH: Final = f"/{NAME}/hook"')
    lines = thing(private=made.replace("limit: int = LIMIT", "path: str = PATH"))
    assert "Client.__init__(*, path: str = '/things/hook')" in lines


def test_a_private_base_may_take_a_method_over(thing):
    close = "    def close(self) -> None: ...\n"
    moved = PRIVATE.replace(close, "    pass\n").replace("    size: int = 3\n", f"    size: int = 3\n{close}")
    assert thing(private=moved) == thing()


@pytest.mark.parametrize(
    ("old", "new", "gone", "came"),
    [
        ("name: str,", "name: str | None,", "Client.__init__(name: str)", "Client.__init__(name: str | None)"),
        ("LIMIT: Final = 10", "LIMIT: Final = 20", "*, limit: int = 10", "*, limit: int = 20"),
        ("async def get", "def get", "async def Client.get", "def Client.get"),
        ("def close", "def shut", "def Client.close", "def Client.shut"),
        ("size: int = 3", "size: float = 3", "size: int = 3", "size: float = 3"),
        (
            "(ThingError, ValueError)",
            "(ThingError)",
            "ThingError, ValueError",
            "class errors.TimeoutError(errors.ThingError)",
        ),
    ],
)
def test_a_public_change_is_seen(thing, old, new, gone, came):
    before = thing()
    assert old in PRIVATE + ERRORS
    after = thing(private=PRIVATE.replace(old, new), errors=ERRORS.replace(old, new))
    assert any(gone in line for line in set(before) - set(after))
    assert any(came in line for line in set(after) - set(before))
