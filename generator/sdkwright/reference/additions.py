"""Reads the methods that an addition gives a resource, from the source of the override and without importing it."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs
import griffe

from sdkwright.errors import GeneratorError


@attrs.frozen
class Added:
    """A hand-written method of a resource.

    Attributes:
        name: In Python.
        parameters: Name, type and default, as they are written; a bare star among them is `*`.
        result: Its annotation.
        text: What its docstring says before the first section.
        sections: The entries of `Args`, `Returns` and `Raises`: name or type, and text.
        example: The program of its docstring's `Examples`.
    """

    name: str
    parameters: tuple[str, ...]
    result: str
    text: str
    sections: dict[str, list[tuple[str, str]]]
    example: str


def method_names(additions: Iterable[Path]) -> set[str]:
    """The public methods of additions, as in `invoices.find`.

    Args:
        additions: Modules of the overrides' `additions`, each called as its resource.
    """
    found: set[str] = set()
    for path in additions:
        # What cannot be compiled is reported where the overrides are judged.
        with suppress(SyntaxError, ValueError):
            module = griffe.visit(path.stem, filepath=path, code=path.read_text(encoding="utf-8"))
            found |= {
                f"{path.stem}.{method.name}"
                for inside in module.classes.values()
                for method in inside.functions.values()
                if method.is_public
            }
    return found


def added(path: Path, class_name: str, *, displayed_path: str) -> list[Added]:
    """The public methods of `class_name` in the addition at `path`.

    Args:
        path: The module in the overrides' `additions`.
        class_name: `Invoices`.
        displayed_path: What errors call the file.

    Raises:
        GeneratorError: A method has no example.
    """
    module = griffe.visit(path.stem, filepath=path, code=path.read_text(encoding="utf-8"), docstring_parser="google")
    found = module.members.get(class_name)
    if not isinstance(found, griffe.Class):
        return []
    functions = [
        function for function in found.members.values() if isinstance(function, griffe.Function) and function.is_public
    ]
    return [_added(function, displayed_path) for function in functions]


def _added(function: griffe.Function, displayed_path: str) -> Added:
    sections: dict[str, list[tuple[str, str]]] = {}
    texts, examples = [], []
    for section in function.docstring.parsed if function.docstring else []:
        value: Any = section.value
        match section.kind:
            case griffe.DocstringSectionKind.text:
                texts.append(value)
            case griffe.DocstringSectionKind.examples:
                examples += [text for kind, text in value if kind is griffe.DocstringSectionKind.examples]
            case griffe.DocstringSectionKind.parameters:
                sections["Args"] = [(item.name, item.description) for item in value]
            case griffe.DocstringSectionKind.returns | griffe.DocstringSectionKind.raises:
                sections[section.kind.value] = [(str(item.annotation), item.description) for item in value]
            case _:
                pass
    if not examples:
        raise GeneratorError(
            f"{displayed_path}: {function.name} has no `Examples:` in its docstring; its page would lack one."
        )
    return Added(
        name=function.name,
        parameters=tuple(_parameters(function)),
        result=str(function.returns),
        text="\n\n".join(texts),
        sections=sections,
        example="".join(
            f"{line[4:]}\n" for line in "\n".join(examples).splitlines() if line.startswith((">>>", "..."))
        ),
    )


def _parameters(function: griffe.Function) -> Iterator[str]:
    starred = False
    for parameter in function.parameters:
        if parameter.name == "self":
            continue
        if parameter.kind is griffe.ParameterKind.keyword_only and not starred:
            starred = True
            yield "*"
        default = "" if parameter.default is None else f" = {parameter.default}"
        yield f"{parameter.name}: {parameter.annotation}{default}"
