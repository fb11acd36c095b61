"""Judges that the models are the document's schemas: the same names, fields on the wire and enum values."""

import ast
from collections import Counter
from typing import Any

from sdkwright.verify.staged import Module, Problem, Staged, Verdict, assignment, dotted, keyword

_MODELS = "models.py"


def judge(staged: Staged) -> Verdict:
    """Judge `models.py` against `components.schemas`, and that every model that is used exists."""
    schemas: dict[str, Any] = staged.document.get("components", {}).get("schemas", {})
    models = staged.modules.get(_MODELS)
    if models is None:
        return Verdict([Problem(f"{staged.project.name}/{_MODELS}", "was not generated")], "")
    classes = {node.name: node for node in models.tree.body if isinstance(node, ast.ClassDef)}
    aliases = {found[0] for statement in models.tree.body if (found := assignment(statement))}
    problems = _names(models, classes, aliases, schemas)
    for name, node in classes.items():
        schema = schemas.get(name, {})
        if "enum" in schema:
            problems += _values(models, node, schema)
        elif schema:
            problems += _fields(models, node, classes, schema)
    problems += _uses(staged, classes.keys() | aliases)
    enums = sum("enum" in schema for schema in schemas.values())
    return Verdict(problems, f"{len(schemas)} schemas in, {len(schemas) - enums} models and {enums} enums out")


def _names(
    models: Module, classes: dict[str, ast.ClassDef], aliases: set[str], schemas: dict[str, Any]
) -> list[Problem]:
    problems = [
        Problem(f"{models.package}/{models.name}", f"has no {name}, which is a schema of the document")
        for name, schema in schemas.items()
        if name not in (classes if _is_class(schema) else classes.keys() | aliases)
    ]
    problems += [
        models.problem(node, f"{name} is no schema of the document")
        for name, node in classes.items()
        if name not in schemas
    ]
    counts = Counter(node.name for node in models.tree.body if isinstance(node, ast.ClassDef))
    problems += [models.problem(classes[name], f"{name} is there twice") for name, count in counts.items() if count > 1]
    return problems


def _is_class(schema: dict[str, Any]) -> bool:
    return "enum" in schema or "properties" in schema or schema.get("type") == "object"


def _fields(
    models: Module, node: ast.ClassDef, classes: dict[str, ast.ClassDef], schema: dict[str, Any]
) -> list[Problem]:
    found = _wire_names(node, classes)
    wanted = set(schema.get("properties", {}))
    problems = [
        models.problem(node, f"{node.name} has no field for {name!r} of its schema")
        for name in sorted(wanted - {*found})
    ]
    problems += [
        models.problem(node, f"{node.name} sends {name!r}, which its schema does not have")
        for name in sorted({*found} - wanted)
    ]
    problems += [
        models.problem(node, f"{node.name} has {count} fields for {name!r}")
        for name, count in found.items()
        if count > 1
    ]
    return problems


def _wire_names(node: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> Counter[str]:
    names: Counter[str] = Counter()
    for base in node.bases:
        inherited = classes.get(dotted(base) or "")
        if inherited is not None and inherited is not node:
            names.update(_wire_names(inherited, classes))
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            given = keyword(statement.value, "name") if isinstance(statement.value, ast.Call) else None
            names[given if isinstance(given, str) else statement.target.id] += 1
    return names


def _values(models: Module, node: ast.ClassDef, schema: dict[str, Any]) -> list[Problem]:
    """An enum's values and their order count: the service also sends a value's place in that order."""
    members = [found for statement in node.body if (found := assignment(statement))]
    values = [value.value if isinstance(value, ast.Constant) else None for _, value in members]
    problems: list[Problem] = []
    if values != schema["enum"]:
        differing = [*(v for v in schema["enum"] if v not in values), *(v for v in values if v not in schema["enum"])]
        detail = ", ".join(map(repr, differing[:5])) if differing else "another order"
        problems.append(models.problem(node, f"{node.name} has not the values of its schema ({detail})"))
    names = schema.get("x-enum-varnames")
    if names and [name for name, _ in members] != names:
        wrong = [name for name, _ in members if name not in names] or ["another order"]
        problems.append(models.problem(node, f"{node.name} has other member names than asked for ({wrong[0]})"))
    return problems


def _uses(staged: Staged, known: set[str]) -> list[Problem]:
    users = [*staged.resources.values(), *(module for module in staged.generated if module.name == "client.py")]
    return [
        module.problem(node, f"models.{name} does not exist")
        for module in users
        for node in ast.walk(module.tree)
        for name in _used_models(node)
        if name not in known
    ]


def _used_models(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Attribute) and dotted(node.value) == "models":
        return [node.attr]
    if isinstance(node, ast.ImportFrom) and (node.module or "").rpartition(".")[2] == "models":
        return [name.name for name in node.names]
    return []
