"""Judges that the models are the API's schemas: the same names, fields with their types, and enum values.

What stands in `models.py`, or in the modules to which it leads, is read here, and compared with what the representation
says. `verify/decoding.py` judges that msgspec reads the same in it.
"""

import ast
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from sdkwright.emit.annotations import unshadowed
from sdkwright.emit.fields import FieldCode, fields_of
from sdkwright.emit.later import MODELS as LATER
from sdkwright.emit.models import shadowed
from sdkwright.emit.unions import union_source
from sdkwright.ir import Alias, Api, Enum
from sdkwright.verify.staged import Module, Problem, Staged, Verdict, assignment, dotted, keyword

_MODELS = "models.py"
_NAMES = "__all__"
_HOMES = "_HOMES"


def judge(staged: Staged) -> Verdict:
    """Judge the models against the schemas of the API, and that every model that is used exists."""
    schemas = staged.api.schemas
    front = staged.modules.get(_MODELS)
    if front is None:
        return Verdict([Problem(f"{staged.project.name}/{_MODELS}", "was not generated")], "")
    found = [(module, node) for module in staged.models for node in _classes(module)]
    classes = {node.name: node for _, node in found}
    aliases = {name: (module, node) for module in staged.models for name, node in _annotated(module)}
    taken = shadowed(staged.api)
    problems = [*_names(front, found, staged.api), *_aliases(front, aliases, staged.api)]
    for models, node in found:
        schema = schemas.get(node.name)
        if isinstance(schema, Enum):
            problems += _values(models, node, schema)
        elif schema is not None and not isinstance(schema, Alias):
            codes = [
                attrs.evolve(code, annotation=unshadowed(code.annotation, taken)) for code in fields_of(schema, schemas)
            ]
            problems += _fields(models, node, classes, codes)
    problems += _uses(staged, classes.keys() | aliases.keys())
    counts = f"{len(staged.api.models)} models and {len(staged.api.enums)} enums"
    counts += f", {len(aliases)} unions out" if aliases else " out"
    return Verdict(problems, f"{len(schemas)} schemas in, {counts}")


def _classes(module: Module) -> Iterator[ast.ClassDef]:
    return (node for node in module.tree.body if isinstance(node, ast.ClassDef))


def _annotated(module: Module) -> Iterator[tuple[str, ast.AnnAssign]]:
    for node in module.tree.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, node


def _names(front: Module, found: Sequence[tuple[Module, ast.ClassDef]], api: Api) -> Iterator[Problem]:
    counts, offered = Counter(node.name for _, node in found), {*_offered(front)}
    for name, schema in api.schemas.items():
        if name not in counts and not isinstance(schema, Alias):
            yield Problem(f"{front.package}/{front.name}", f"has no {name}, which is a schema of the document")
        elif name not in offered:
            yield Problem(f"{front.package}/{front.name}", f"does not offer {name}")
    for module, node in found:
        if node.name not in api.schemas:
            yield module.problem(node, f"{node.name} is no schema of the document")
        if counts.pop(node.name, 1) > 1:
            yield module.problem(node, f"{node.name} is there twice")


def _offered(front: Module) -> Iterator[str]:
    """The names that it defines, or says to lie in another module."""
    yield from (node.name for node in _classes(front))
    for name, node in _annotated(front):
        yield name
        if name == _HOMES and isinstance(node.value, ast.Dict):
            yield from (str(key.value) for key in node.value.keys if isinstance(key, ast.Constant))


def _aliases(front: Module, found: Mapping[str, tuple[Module, ast.AnnAssign]], api: Api) -> Iterator[Problem]:
    for name, alias in api.aliases.items():
        module, node = found.get(name, (front, None))
        if node is None or node.value is None:
            yield Problem(f"{front.package}/{front.name}", f"has no {name}, which is a union of the document")
            continue
        written = ast.unparse(_unquoted(node.value))
        if written != ast.unparse(ast.parse(union_source(alias), mode="eval")):
            yield module.problem(node, f"{name} is {written}, and not {union_source(alias)}")
    for name in found.keys() - api.aliases.keys() - {_NAMES}:
        module, node = found[name]
        yield module.problem(node, f"{name} is no union of the document")


def _unquoted(node: ast.expr) -> ast.expr:
    """A type whose members stand in quotes, as those of one that holds itself, without the quotes."""
    match node:
        case ast.Subscript(value, ast.Constant(str(text))):
            return ast.Subscript(value, ast.parse(text, mode="eval").body)
        case _:
            return node


def _fields(
    models: Module, node: ast.ClassDef, classes: dict[str, ast.ClassDef], expected: list[FieldCode]
) -> list[Problem]:
    found = list(field_statements(node, classes))
    counts = Counter(wire for wire, _ in found)
    wanted = {code.field.wire: code for code in expected}
    problems = [
        models.problem(node, f"{node.name} has no field for {name!r} of its schema")
        for name in sorted(wanted.keys() - counts.keys())
    ]
    problems += [
        models.problem(node, f"{node.name} sends {name!r}, which its schema does not have")
        for name in sorted(counts.keys() - wanted.keys())
    ]
    problems += [
        models.problem(node, f"{node.name} has {count} fields for {name!r}")
        for name, count in counts.items()
        if count > 1
    ]
    for wire, statement in found:
        if wire in wanted and (difference := _difference(statement, wanted[wire])):
            problems.append(models.problem(statement, f"{node.name}: the field for {wire!r} {difference}"))
    return problems


def _difference(statement: ast.AnnAssign, code: FieldCode) -> str:
    """What a field has otherwise than the representation says; empty if nothing."""
    name, annotation, default = ast.unparse(statement.target), ast.unparse(statement.annotation), _default(statement)
    if name != code.field.name:
        return f"is called {name}, and not {code.field.name}"
    if annotation != ast.unparse(ast.parse(code.annotation, mode="eval")):
        return f"is of type {annotation}, and not {code.annotation}"
    if default != code.default:
        return f"has {_described(default)}, and not {_described(code.default)}"
    return ""


def _described(default: str | None) -> str:
    return "no default" if default is None else f"the default {default}"


def _default(statement: ast.AnnAssign) -> str | None:
    if isinstance(statement.value, ast.Call):
        given = {option.arg: option.value for option in statement.value.keywords}
        return ast.unparse(given["default"]) if "default" in given else None
    return None if statement.value is None else ast.unparse(statement.value)


def field_statements(node: ast.ClassDef, classes: dict[str, ast.ClassDef]) -> Iterator[tuple[str, ast.AnnAssign]]:
    """The fields of a class with their names on the wire, those of its bases among them.

    Args:
        node: The class.
        classes: All classes, by name.
    """
    for base in node.bases:
        inherited = classes.get(dotted(base) or "")
        if inherited is not None and inherited is not node:
            yield from field_statements(inherited, classes)
    for statement in node.body:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            given = keyword(statement.value, "name") if isinstance(statement.value, ast.Call) else None
            yield given if isinstance(given, str) else statement.target.id, statement


def _values(models: Module, node: ast.ClassDef, enum: Enum) -> list[Problem]:
    """An enum's values and their order count: the service also sends a value's place in that order."""
    members = [found for statement in node.body if (found := assignment(statement))]
    values = [_literal(value) for _, value in members]
    problems: list[Problem] = []
    if (base := "OpenIntEnum" if enum.kind == "integer" else "OpenEnum") not in map(dotted, node.bases):
        problems.append(models.problem(node, f"{node.name} is no {base}"))
    if values != list(enum.values):
        differing = [*(v for v in enum.values if v not in values), *(v for v in values if v not in enum.values)]
        detail = ", ".join(map(repr, differing[:5])) if differing else "another order"
        problems.append(models.problem(node, f"{node.name} has not the values of its schema ({detail})"))
    if [name for name, _ in members] != list(enum.members):
        wrong = [name for name, _ in members if name not in enum.members] or ["another order"]
        problems.append(models.problem(node, f"{node.name} has other member names than asked for ({wrong[0]})"))
    if (ordinals := _ordinals(node)) != enum.ordinals:
        problems.append(models.problem(node, f"{node.name} has the ordinals {ordinals}, and not {enum.ordinals}"))
    return problems


def _literal(value: ast.expr | None) -> object:
    try:
        return None if value is None else ast.literal_eval(value)
    except ValueError:
        return None


def _ordinals(node: ast.ClassDef) -> tuple[int, ...]:
    for option in node.keywords:
        if option.arg == "ordinals":
            return tuple(ast.literal_eval(option.value))
    return ()


def _uses(staged: Staged, known: Collection[str]) -> list[Problem]:
    users = [*staged.resources.values(), *(module for module in staged.generated if module.name == "client.py")]
    return [
        module.problem(node, f"models.{name} does not exist")
        for module in users
        for node in ast.walk(module.tree)
        for name in _used_models(node, later="" if module.name == "client.py" else LATER)
        if name not in known
    ]


def _used_models(node: ast.AST, *, later: str) -> list[str]:
    # In the module of the clients that name may be one of a resource.
    if isinstance(node, ast.Attribute) and dotted(node.value) in {"models", later}:
        return [node.attr]
    if isinstance(node, ast.ImportFrom) and node.module == "models":
        return [name.name for name in node.names]
    return []
