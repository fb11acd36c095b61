"""Lays the project of a former SDK: a document, its configuration, and what of them becomes tables."""

import json

from sdkwright import documents
from sdkwright.normalise.naming.proposal import quoted
from sdkwright.project import Project
from sdkwright.stainless import compatibility_report, read


def toml(value):
    """A value as TOML has it."""
    if isinstance(value, bool | int):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return quoted(value)


def lay(case, client, target):
    """Write the project of a case below a folder.

    Args:
        case: A folder with the document (`openapi.json` or `openapi.yml`) and `stainless.yml`.
        client: The class of the client.
        target: The folder.
    """
    source = next(path for name in ("openapi.json", "openapi.yml") if (path := case / name).is_file())
    document = documents.load(source.read_bytes(), name=source.name)
    migration = read((case / "stainless.yml").read_bytes(), document, name="stainless.yml")
    spec = target / "spec"
    spec.mkdir(parents=True)
    (spec / "upstream.json").write_text(json.dumps(document, default=str), encoding="utf-8")
    (spec / "stainless.yml").write_bytes((case / "stainless.yml").read_bytes())
    package = {**migration.tables["package"], "name": f"{case.name}_sdk", "client": client}
    tables = [("[package]", package), *(("[[security]]", one) for one in migration.tables.get("security", ()))]
    tables.append(("[compatibility]", {"stainless": True}))
    lines = [line for head, keys in tables for line in (head, *(f"{key} = {toml(one)}" for key, one in keys.items()))]
    (spec / "sdk.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    named = [
        line
        for table, keys in migration.names.items()
        for line in (f"[{table}]", *(f"{quoted(key)} = {quoted(one)}" for key, one in keys.items()))
    ]
    (spec / "names.toml").write_text("\n".join(named) + "\n", encoding="utf-8")
    if migration.overlay:
        overlay = {"overlay": "1.0.0", "info": {"title": "Corrections", "version": "1"}, "actions": migration.overlay}
        (spec / "overlay.yaml").write_text(json.dumps(overlay), encoding="utf-8")
    (target / "compatibility.md").write_text(compatibility_report(migration), encoding="utf-8")
    return Project(target)
