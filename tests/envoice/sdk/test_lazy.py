"""What importing the package loads, and what it leaves for later, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

GENERATED = Path(__file__).parents[3] / "generated"
HEAVY = {"httpx", "httpcore", "httpx2", "aiohttp", "anyio", "asyncio", "ssl", "msgspec", "attrs", "pytest", "email"}


def loaded(program):
    """Names of the modules that a program loads, beyond those that Python itself does."""
    script = f"import sys; before = set(sys.modules); {program}; print(*sorted(set(sys.modules) - before))"
    environment = {"PYTHONPATH": str(GENERATED)}
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment)
    return set(ran.stdout.split())


def test_the_import_alone_loads_next_to_nothing():
    modules = loaded("import envoice")
    assert len(modules) <= 40, len(modules)
    assert {name for name in modules if name.startswith("envoice")} == {"envoice", "envoice._build"}
    assert modules.isdisjoint(HEAVY)


def test_errors_can_be_caught_without_the_rest():
    modules = loaded("from envoice import APIError, NotFoundError")
    ours = ("_base_error", "_build", "_errors", "_errors.answers", "_errors.calls", "_names", "_names.errors", "errors")
    assert {name for name in modules if name.startswith("envoice")} == {
        "envoice",
        *(f"envoice.{name}" for name in ours),
    }
    assert modules.isdisjoint(HEAVY - {"email"})


@pytest.mark.parametrize("kind", ["Envoice", "AsyncEnvoice"])
def test_a_client_loads_no_http_library_and_no_model(kind):
    modules = loaded(f"from envoice import {kind}; {kind}(api_key='k', api_secret='s')")
    assert modules.isdisjoint(HEAVY - {"msgspec"})
    assert "envoice.models" not in modules
    assert not any(name.startswith("envoice.resources") for name in modules)
    theirs = {name for name in modules if name.partition(".")[0] in sys.stdlib_module_names}
    assert len(modules - theirs) <= 74, len(modules - theirs)
    # How many of its own they load differs from one Python to the next.
    assert len(theirs) <= 72, len(theirs)


def test_a_model_needs_no_client():
    modules = loaded("from envoice import TaxCreate; TaxCreate(name='VAT', percentage=18)")
    assert modules.isdisjoint(HEAVY - {"msgspec"})
    assert not any(name.endswith("_client") for name in modules)


def test_a_resource_loads_no_other():
    modules = loaded("from envoice import Envoice; Envoice(api_key='k', api_secret='s').clients")
    found = {name for name in modules if name.startswith("envoice.resources.") and "._" not in name}
    assert found == {"envoice.resources.clients"}


def test_every_public_name_is_there():
    loaded("import envoice; [getattr(envoice, name) for name in envoice.__all__]; assert len(envoice.__all__) > 150")
