"""What only some callers of a package have is known as such, so that a package can be made without it."""

import ast
import sys

from sdkwright.carried import FOLDER as RUNTIME
from sdkwright.verify.optional import _OPTIONAL, _imported

# What each package depends on, and what these bring.
EVERYONES = {"anyio", "attrs", "httpx", "idna", "msgspec", "typing_extensions"}


def test_what_the_runtime_imports_is_everyones_or_known_as_optional():
    imported = set().union(*(_imported(ast.parse(path.read_text(encoding="utf-8"))) for path in RUNTIME.rglob("*.py")))
    libraries = {name for name in imported - sys.stdlib_module_names if name not in {"overrides", "sdk"}}
    assert sorted(libraries - EVERYONES) == [*_OPTIONAL]
