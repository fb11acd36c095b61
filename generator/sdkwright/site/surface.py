"""Reads what a package offers to its callers, from its sources and without importing it."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any, Final

import griffe

from sdkwright.reference.layout import call

_STARS: Final = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}
_NOT_OFFERED: Final = frozenset({"additions", "cli", "compatibility", "hooks", "models", "resources"})
"""Public modules that have pages of their own, or are for whoever makes the package."""
_ENTRANCES: Final = {
    "pagination": ("forward",),
    "testing": ("fixtures",),
    "webhooks": ("django", "fastapi", "flask"),
}
_FOR_RESOURCES: Final = frozenset({"call", "call_raw", "in_parts"})
"""Methods of a client that resources call."""


def load(folder: Path, package: str) -> Any:
    """The package, with every name that leads from one of its modules to another resolved.

    Args:
        folder: The folder that holds the package.
        package: Its name.
    """
    loader = griffe.GriffeLoader(
        search_paths=[folder], allow_inspection=False, docstring_parser="google", docstring_options={"warnings": False}
    )
    root: Any = loader.load(package, try_relative_path=False)
    loader.resolve_aliases(implicit=True, external=False)
    return root


def entrances(module: Any) -> list[Any]:
    """The modules below a public one that callers import from, besides what it offers itself.

    Args:
        module: The module.
    """
    named = _ENTRANCES.get(module.name, ())
    return [module.members[name] for name in named if name in module.members and not module.members[name].is_alias]


def modules(root: Any) -> list[Any]:
    """The public modules that offer names, sorted: those that callers import from.

    Args:
        root: The package.
    """
    found = [
        member
        for name, member in sorted(root.members.items())
        if not member.is_alias and member.is_module and not name.startswith("_") and name not in _NOT_OFFERED
    ]
    return [module for module in found if offered(module)]


def offered(module: Any) -> list[tuple[str, Any]]:
    """The names that a module offers, each with what it is: `__all__`, or what it defines under a public name.

    An asynchronous twin follows the class that it is one of.

    Args:
        module: The module.
    """
    names = module.exports or [
        name
        for name, member in module.members.items()
        if not name.startswith("_") and not member.is_alias and (member.is_class or member.is_function)
    ]
    found = [(str(name), _resolved(module.members.get(str(name)))) for name in names]
    order = [str(name) for name in names]

    def place(item: tuple[str, Any]) -> tuple[int, bool]:
        twin = item[0].removeprefix("Async")
        return order.index(twin if twin in order else item[0]), twin != item[0]

    return sorted(((name, member) for name, member in found if member is not None), key=place)


def members(owner: Any, elsewhere: AbstractSet[str] = frozenset()) -> list[tuple[str, Any]]:
    """The public members of a class by name, with those of its bases inside the package; in the order of the source.

    Args:
        owner: The class.
        elsewhere: The paths of classes that are shown themselves, so that what they give to others is not repeated.
    """
    try:
        inherited = dict(owner.inherited_members)
    except (griffe.AliasResolutionError, griffe.CyclicAliasError):
        inherited = {}
    found = {
        **owner.members,
        **{name: member for name, member in inherited.items() if name not in owner.members},
    }
    found = {
        name: member
        for name, member in found.items()
        if name in owner.members or member.target_path.rpartition(".")[0] not in elsewhere
    }
    hidden = _FOR_RESOURCES if owner.module.name == "client" else frozenset()
    public = [name for name in found if not name.startswith("_") and name not in hidden]
    resolved = ((name, _resolved(found[name])) for name in public)
    return [(name, member) for name, member in resolved if member is not None and not member.is_module]


def signature(name: str, function: Any) -> str:
    """A function's signature, laid out in lines where it is long.

    Args:
        name: What callers write before the bracket.
        function: The function.
    """
    prefix = "async def " if "async" in function.labels else "def "
    result = f" -> {function.returns}" if function.returns is not None else ""
    written = call(f"{prefix}{name}(", list(_parameters(function)), f"){result}: ...")
    # In a class that has a method `list`, the type has another name.
    return re.sub(r"\bList\[", "list[", written)


def _parameters(function: Any) -> Iterator[str]:
    starred = False
    for number, parameter in enumerate(function.parameters):
        if number == 0 and parameter.name in {"self", "cls"}:
            continue
        if parameter.kind is griffe.ParameterKind.keyword_only and not starred:
            starred = True
            yield "*"
        starred = starred or parameter.kind is griffe.ParameterKind.var_positional
        annotation = f": {parameter.annotation}" if parameter.annotation is not None else ""
        shown = parameter.default is not None and parameter.kind not in _STARS
        default = (f" = {parameter.default}" if annotation else f"={parameter.default}") if shown else ""
        yield f"{_STARS.get(parameter.kind, '')}{parameter.name}{annotation}{default}"


def _resolved(member: Any) -> Any:
    """What a name leads to; None if that is outside the package."""
    try:
        return member.final_target if member is not None and member.is_alias else member
    except (griffe.AliasResolutionError, griffe.CyclicAliasError):
        return None
