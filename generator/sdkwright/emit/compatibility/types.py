"""Writes the package `types`: models, and what is given for them, under the names that callers know, by resource."""

from collections.abc import Collection, Sequence
from typing import Final

from sdkwright.emit.compatibility.arguments import ARGUMENTS_HEAD
from sdkwright.emit.compatibility.given import Given
from sdkwright.emit.compatibility.methods import Described
from sdkwright.emit.compatibility.resources import OF_CLIENT
from sdkwright.ir import Api
from sdkwright.normalise.identifiers import class_of, flat, with_owners
from sdkwright.normalise.naming.words import camel, singular
from sdkwright.stainless import Migration

_MODELS: Final = "models"
_PARAMS: Final = "compatibility._params"
_ARGUMENTS: Final = "compatibility._arguments"
_SHARED: Final = "shared"


def type_modules(
    migration: Migration, methods: Sequence[Described], api: Api, given: Collection[str]
) -> dict[str, str]:
    """The modules of `types`, by name.

    Args:
        migration: What the configuration says.
        methods: The methods, for what they take and answer.
        api: The API.
        given: The schemas of what requests hold.
    """
    by_upstream = {schema.upstream_id: name for name, schema in api.schemas.items() if schema.upstream_id}
    homes: dict[str, dict[str, str]] = {"": {}}
    for resource, models in migration.models.items():
        for name, schema in models.items():
            if (ours := by_upstream.get(schema)) is not None:
                shared = not resource and name in migration.shared
                _offer_model(homes, resource, name, ours, shared=shared, given=ours in given)
    for one in methods:
        home = homes.setdefault(one.declared.resource.rpartition(".")[0], {})
        answered = one.result.removeprefix("_models.")
        if answered in api.schemas:
            home.setdefault(f"{_public(one)}Response", f"{_MODELS}.{answered}")
        if _named(one):
            home.setdefault(f"{_public(one)}Params", f"{_ARGUMENTS}.{arguments_name(one)}")
    for owner in [*homes]:
        for one_above in with_owners(owner):
            homes.setdefault(one_above, {})
    below = {owner: [one for one in homes if one and one.rpartition(".")[0] == owner] for owner in homes}
    return {_file(owner): _module(owner, found, sorted(below[owner])) for owner, found in homes.items()}


def _offer_model(
    homes: dict[str, dict[str, str]], resource: str, name: str, ours: str, *, shared: bool, given: bool
) -> None:
    """Add a model, and the type of what is given for it, where callers import them from."""
    public, model, param = camel(name.replace("_", " ")), f"{_MODELS}.{ours}", f"{_PARAMS}.{ours}Param"
    home = homes.setdefault(resource.rpartition(".")[0], {})
    home.setdefault(public, model)
    if shared:
        homes.setdefault(_SHARED, {}).setdefault(public, model)
    if given:
        home.setdefault(f"{public}Param", param)
        if shared:
            homes.setdefault(f"{_SHARED}_params", {}).setdefault(public, param)


def arguments_module(methods: Sequence[Described]) -> str:
    """The module of what methods take by name, a `TypedDict` for each.

    Args:
        methods: The methods.
    """
    lines = [ARGUMENTS_HEAD]
    for one in methods:
        if named := _named(one):
            lines += ["", "", f"class {arguments_name(one)}(TypedDict, total=False):"]
            lines.append(f'    """What `client.{one.declared.path}` takes by name."""')
            for argument in named:
                written = f"Required[{argument.annotation}]" if argument.required else argument.annotation
                lines += ["", f"    {argument.name}: {written}"]
    return "\n".join(lines) + "\n"


def arguments_name(one: Described) -> str:
    """The class of what a method takes by name."""
    return f"{class_of(flat(one.declared.resource or OF_CLIENT))}{class_of(one.declared.name.strip('_'))}Params"


def _named(one: Described) -> list[Given]:
    return [argument for argument in one.arguments if not argument.positional]


def _public(one: Described) -> str:
    last = one.declared.resource.rpartition(".")[2]
    return f"{class_of(_single(last or OF_CLIENT))}{class_of(one.declared.name.strip('_'))}"


def _single(resource: str) -> str:
    """A resource as the former SDK calls one of it: `batch` for `batches`."""
    for ending in ("ches", "shes", "sses", "xes", "zzes"):
        if resource.endswith(ending):
            return resource.removesuffix("es")
    return singular(resource).replace(" ", "_")


def _file(owner: str) -> str:
    return "/".join(["types", *(owner.split(".") if owner else []), "__init__.py"])


def _module(home: str, found: dict[str, str], below: Sequence[str]) -> str:
    up = "." * (2 + (home.count(".") + 1 if home else 0))
    lines = [
        '"""Models, and what is given for them, under the names that callers know."""',
        "",
        "from typing import TYPE_CHECKING, Final",
        "",
        f"from {up}compatibility._lookup import looked_up",
        "",
        "if TYPE_CHECKING:",
    ]
    pairs = [(public, *place.rpartition(".")[::2]) for public, place in sorted(found.items())]
    known = [f"    from . import {one} as {one}" for one in (name.rpartition(".")[2] for name in below)]
    known += [f"    from {up}{module} import {ours} as {public}" for public, module, ours in pairs]
    lines += known or ["    pass"]
    lines += [
        "",
        f"__all__ = {sorted(found)!a}",
        "",
        f"_HOMES: Final[dict[str, str]] = {dict(sorted(found.items()))!a}",
    ]
    lines += ["", "", "def __getattr__(name: str) -> object:"]
    lines.append("    return looked_up(__name__, _HOMES, name)")
    return "\n".join(lines) + "\n"
