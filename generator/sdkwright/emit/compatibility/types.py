"""Writes the package `types`: the models under the names that callers know, by resource."""

from collections.abc import Sequence

from sdkwright.emit.compatibility.methods import Described
from sdkwright.ir import Api
from sdkwright.normalise.identifiers import class_of, with_owners
from sdkwright.normalise.naming.words import camel, singular
from sdkwright.stainless import Migration


def type_modules(migration: Migration, methods: Sequence[Described], api: Api) -> dict[str, str]:
    """The modules of `types`, by name.

    Args:
        migration: What the configuration says.
        methods: The methods, for what they answer.
        api: The API.
    """
    by_upstream = {schema.upstream_id: name for name, schema in api.schemas.items() if schema.upstream_id}
    homes: dict[str, dict[str, str]] = {"": {}}
    for resource, models in migration.models.items():
        home = homes.setdefault(resource.rpartition(".")[0], {})
        for name, schema in models.items():
            if (ours := by_upstream.get(schema)) is not None:
                home.setdefault(camel(name.replace("_", " ")), ours)
    for one in methods:
        last = one.declared.resource.rpartition(".")[2]
        public = f"{class_of(singular(last).replace(' ', '_'))}{class_of(one.declared.name.strip('_'))}Response"
        answered = one.result.removeprefix("_models.")
        if answered in api.schemas:
            homes.setdefault(one.declared.resource.rpartition(".")[0], {}).setdefault(public, answered)
    for owner in [*homes]:
        for one_above in with_owners(owner):
            homes.setdefault(one_above, {})
    return {_file(owner): _module(owner, found) for owner, found in homes.items()}


def _file(owner: str) -> str:
    return "/".join(["types", *(owner.split(".") if owner else []), "__init__.py"])


def _module(home: str, found: dict[str, str]) -> str:
    up = "." * (2 + (home.count(".") + 1 if home else 0))
    lines = [
        '"""Models under the names that callers know."""',
        "",
        "from typing import TYPE_CHECKING",
        "",
        f"from {up}compatibility._lookup import looked_up",
        "",
        "if TYPE_CHECKING:",
    ]
    lines += [f"    from {up}models import {ours} as {public}" for public, ours in sorted(found.items())] or [
        "    pass"
    ]
    lines += ["", f"__all__ = {sorted(found)!a}", "", f"_HOMES = {dict(sorted(found.items()))!a}"]
    lines += ["", "", "def __getattr__(name: str) -> object:"]
    lines.append("    return looked_up(__name__, _HOMES, name)")
    return "\n".join(lines) + "\n"
