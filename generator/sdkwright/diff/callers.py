"""The callers' view: code that fitted the old package, judged by pyright against the new one.

Besides the typing tests of the checkout it is a program made of the old surface, which calls every method with its
required arguments and with all of them, reads every field into its old type and makes every model.
"""

import shutil
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import attrs

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.diff.surface import Argument, Item, Surface
from sdkwright.verify.staged import Problem
from sdkwright.verify.types import pyright

SAMPLE: Final = "every_use.py"
# Basic, for what is unknown since a class is gone says nothing new.
_HEAD: Final = '''\
"""Every use of the package, as it was."""
# pyright: basic, reportDeprecated=false
from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from {package}.options import RequestOptions
from {package}.pagination import AsyncPager, Pager
from msgspec import UnsetType
'''


@attrs.frozen
class Use:
    """A few lines of the program, and what of the surface they use."""

    path: str
    lines: tuple[str, ...]


def uses(surface: Surface) -> Iterator[Use]:
    """What a program can do with the resources and the models of a surface."""
    for path, item in surface.items():
        if path.startswith("resources.") and item.kind == "function" and not path.endswith("__init__"):
            yield from _calls(path, item)
        elif path.startswith("models.") and item.kind == "class" and "Model" in item.bases:
            yield from _models(path, surface)
        elif path.startswith("models.") and item.kind == "attribute" and item.value is not None:
            yield Use(path, (f"_ = {path.removeprefix('models.')}",))


def program(used: list[Use], *, package: str) -> tuple[str, dict[int, str]]:
    """The program that uses a package, and by line what of the surface stands there."""
    lines = _HEAD.format(package=package).splitlines()
    places: dict[int, str] = {}
    owners = {use.path.rpartition(".")[0] for use in used if use.path.startswith("resources.")}
    owners |= {".".join(use.path.split(".")[:2]) for use in used if use.path.startswith("models.")}
    imports = [
        Use(owner, (f"from {package}.{owner.rpartition('.')[0]} import {owner.rpartition('.')[2]}",))
        for owner in sorted(owners)
    ]
    for use in [*imports, *used]:
        for line in use.lines:
            lines.append(line)
            places[len(lines)] = use.path
    return "\n".join(lines) + "\n", places


def compare_callers(
    surface: Surface, packages: tuple[Path, Path], stage: Path, samples: Mapping[str, Path]
) -> list[Finding]:
    """What fitted the old package and does not fit the new one.

    Args:
        surface: The surface of the old package.
        packages: The old and the new package.
        stage: An empty folder to work in.
        samples: The typing tests, by their names below `tests/typing`.
    """
    text, places = program(list(uses(surface)), package=packages[0].name)
    stages = [_laid_out(package, stage / str(number), text, samples) for number, package in enumerate(packages)]
    with ThreadPoolExecutor(2) as pool:
        before, after = pool.map(lambda folder: pyright(folder, [SAMPLE, *samples]), stages)
    known = {(finding.place, finding.text) for finding in (_finding(problem, places) for problem in before)}
    found: dict[tuple[str, str], Finding] = {}
    for problem in after:
        finding = _finding(problem, places)
        if (finding.place, finding.text) not in known:
            # What both clients share is reported once.
            found.setdefault((finding.place.replace("Async", ""), finding.text.replace("Async", "")), finding)
    return list(found.values())


def _laid_out(package: Path, folder: Path, text: str, samples: Mapping[str, Path]) -> Path:
    shutil.copytree(package, folder / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / SAMPLE).write_text(text, encoding="utf-8")
    for name, sample in samples.items():
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copyfile(sample, folder / name)
    return folder


def _finding(problem: Problem, places: dict[int, str]) -> Finding:
    name, _, line = problem.where.partition(":")
    place = places.get(int(line or 0), problem.where) if name == SAMPLE else f"tests/typing/{problem.where}"
    return finding(Level.CALLERS, "no-longer-type-checks", place, problem.what.removeprefix("pyright: "))


def _annotation(types: frozenset[str]) -> str:
    return " | ".join(sorted(types)) or "object"


def _calls(path: str, item: Item) -> Iterator[Use]:
    owner, _, verb = path.rpartition(".")
    name = owner.rpartition(".")[2]
    function = path.replace(".", "_")
    required = tuple(
        argument for argument in item.arguments if argument.default is None and "variadic" not in argument.kind
    )
    chosen = [
        ("all", tuple(argument for argument in item.arguments if "variadic" not in argument.kind)),
        ("required", required),
    ]
    for kind, arguments in chosen:
        given = ", ".join(f"{argument.name}={argument.name}" for argument in arguments)
        parameters = "".join(f", {argument.name}: {_annotation(argument.types)}" for argument in arguments)
        call = f"{'await ' if item.awaited else ''}_owner.{verb}({given})"
        head = f"{'async ' if item.awaited else ''}def {function}_{kind}(_owner: {name}{parameters})"
        yield Use(path, (f"{head} -> {_annotation(item.types)}:", f"    return {call}"))


def _models(path: str, surface: Surface) -> Iterator[Use]:
    name, inside = path.removeprefix("models."), f"{path}."
    fields = {
        other.removeprefix(inside): item
        for other, item in surface.items()
        if other.startswith(inside) and item.kind == "attribute"
    }
    for field, item in fields.items():
        if not item.written:
            head = f"def read_{name}_{field}(value: {name}) -> {_annotation(item.types)}:"
            yield Use(f"{inside}{field}", (head, f"    return value.{field}"))
    written = [Argument(field, "", item.types, item.default) for field, item in fields.items() if item.written]
    for kind, arguments in (
        ("all", written),
        ("required", [argument for argument in written if argument.default is None]),
    ):
        if written:
            given = ", ".join(f"{argument.name}={argument.name}" for argument in arguments)
            parameters = ", ".join(f"{argument.name}: {_annotation(argument.types)}" for argument in arguments)
            yield Use(path, (f"def make_{name}_{kind}({parameters}) -> {name}:", f"    return {name}({given})"))
