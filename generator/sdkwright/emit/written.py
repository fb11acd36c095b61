"""Runs datamodel-code-generator on the schemas, a group at a time, and in a second process where there are many.

No schema is written in view of another one (see `emit/dialect.py`), so what comes of a group does not depend on which
schemas are in it. Groups bound what is held at once, can be shared among processes, and are remembered each by itself.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import Final

from sdkwright.emit.dialect import dialect
from sdkwright.errors import GeneratorError
from sdkwright.ir import Enum, Model

GROUP: Final = 100
"""Schemas that are written at once."""
_MANY: Final = 16
"""Groups from which on a second process is worth the second that it takes to start: each takes a quarter of one."""
# Never written: it would become relative imports.
_PACKAGE: Final = "package"
# Runs in the other Python: stdin is where modules are found and what is asked, stdout the sources or what failed.
_SCRIPT: Final = """
import gc, json, sys
gc.disable()
asked = json.load(sys.stdin)
sys.path[:] = asked["path"]
from sdkwright.emit.written import run
sources, failed = [], ""
try:
    sources += map(run, asked["groups"])
except BaseException as error:
    failed = f"{type(error).__name__}: {error}"
json.dump([sources, failed], sys.__stdout__)
"""


def written(schemas: Sequence[Model | Enum], *, group: int = GROUP, processes: int | None = None) -> list[str]:
    """What datamodel-code-generator writes of schemas: the source of a module for each group of them.

    Args:
        schemas: The models and enums.
        group: How many are written at once.
        processes: How many processes write, this one among them; None for as many as there are cores, two at most.

    Raises:
        GeneratorError: datamodel-code-generator could not read a schema.
    """
    asked = [_asked(schemas[start : start + group]) for start in range(0, len(schemas), group)]
    if processes is None:
        processes = 2 if len(asked) >= _MANY and _cores() > 1 else 1
    try:
        return _shared(asked) if processes > 1 and len(asked) > 1 and sys.executable else [*map(_run_once, asked)]
    except GeneratorError:
        raise
    except Exception as error:  # the generator raises whatever its parser met
        raise _failed(f"{type(error).__name__}: {error}") from error


def _shared(asked: Sequence[str]) -> list[str]:
    """The sources of all groups, every other of them written by another process."""
    # In turn, for those at the end of a document may cost more than those at its beginning.
    sources = [*asked]
    sources[1::2], sources[::2] = _in_both(asked[1::2], asked[::2])
    return sources


def _failed(detail: str) -> GeneratorError:
    return GeneratorError(f"datamodel-code-generator failed on the schemas: {' '.join(detail.split())[:300]}.")


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_both(aside: Sequence[str], here: Sequence[str]) -> tuple[list[str], list[str]]:
    """The sources of the groups that another process writes, and of those that this one does meanwhile."""
    # Not by `multiprocessing`, which would run the program again that has called us.
    command = [sys.executable, "-c", _SCRIPT]
    asked = json.dumps({"path": sys.path, "groups": aside})
    with ThreadPoolExecutor(1) as pool:
        other = pool.submit(subprocess.run, command, input=asked, capture_output=True, text=True, check=False)
        ours = [_run_once(one) for one in here]
        done = other.result()
    try:
        sources, failed = json.loads(done.stdout)
    except ValueError:
        raise _failed(f"its process ended with status {done.returncode}: {done.stderr[-200:]}") from None
    if failed:
        raise _failed(failed)
    return sources, ours


def _asked(schemas: Sequence[Model | Enum]) -> str:
    """Schemas and options, as JSON: what decides what is written."""
    return json.dumps([dialect(schemas), _options(schemas)])


def run(asked: str) -> str:
    """What datamodel-code-generator answers to a group.

    Args:
        asked: Schemas and options, as JSON.

    Raises:
        GeneratorError: It wrote more than a module.
        Exception: Whatever its parser met.
    """
    from datamodel_code_generator import generate  # noqa: PLC0415 - slow, and not needed where all is known already

    schemas, options = json.loads(asked)
    source = generate(schemas, **options)
    if not isinstance(source, str):
        raise GeneratorError("datamodel-code-generator wrote several modules where one was expected.")
    return source


@lru_cache(maxsize=64)
def _run_once(asked: str) -> str:
    """As `run`. It takes longest of all, and two revisions of a document often have the same schemas."""
    return run(asked)


def _options(schemas: Sequence[Model | Enum]) -> dict[str, object]:
    models = [schema for schema in schemas if not isinstance(schema, Enum)]
    return {
        "input_file_type": "openapi",
        "openapi_scopes": ["schemas"],
        "output_model_type": "msgspec.Struct",
        "target_python_version": "3.11",
        "formatters": [],
        "disable_timestamp": True,
        # Else names such as `json` and `copy` would be changed.
        "aliases": {field.name: field.name for model in models for field in model.fields},
        "snake_case_field": True,
        "strict_nullable": True,
        "use_annotated": False,
        "output_datetime_class": "datetime",
        "use_specialized_enum": True,
        "capitalise_enum_members": True,
        "enum_field_as_literal": "none",
        "keyword_only": True,
        "keep_model_order": True,
        "use_schema_description": True,
        "use_field_description": True,
        "base_class": f"{_PACKAGE}._json.model.Model",
        "strict_refs": True,
        "allow_remote_refs": False,
    }
