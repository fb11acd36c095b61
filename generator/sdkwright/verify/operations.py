"""Judges that the resources are the document's operations: none lost, none invented, each callable sync and async."""

import ast
from collections.abc import Iterator
from typing import Final

from sdkwright.ir import Operation, is_plain
from sdkwright.ir.operations import STYLES
from sdkwright.normalise.identifiers import class_of, flat, with_owners
from sdkwright.verify.bodies import wrong_body
from sdkwright.verify.staged import Module, Problem, Staged, Verdict, assignment, dotted, keyword, operation_of

_NAMED: Final = 3
"""Texts that a parameter begins with: its name in Python, that on the wire, and its place."""


def judge(staged: Staged) -> Verdict:
    """Judge `resources/*.py` and `client.py` against the operations."""
    wanted = staged.api.operations
    found: dict[tuple[str, str, str], str] = {}
    problems: list[Problem] = []
    known = {(operation.name, operation.method, operation.route) for operation in wanted}
    calls: dict[str, ast.Call] = {}
    for resource, module in staged.resources.items():
        for constant, call in _constants(module):
            key = (keyword(call, "name"), keyword(call, "method"), keyword(call, "path"))
            if key not in known or flat(str(key[0]).rpartition(".")[0]) != resource:
                problems.append(module.problem(call, f"{key[0]} ({key[1]} {key[2]}) is no operation of this resource"))
            elif key in found:
                problems.append(module.problem(call, f"{key[0]} is there twice"))
            else:
                found[key] = constant
                calls[str(key[0])] = call
    for operation in wanted:
        constant = found.get((operation.name, operation.method, operation.route), "")
        problems += _callable(staged, operation, constant)
        if operation.name in calls:
            problems += _placed(staged, operation, calls[operation.name])
            module = staged.resources[flat(operation.resource)]
            problems += wrong_body(module, calls[operation.name], operation, staged.api.schemas)
    problems += _properties(staged, sorted({name for operation in wanted for name in with_owners(operation.resource)}))
    return Verdict(problems, f"{len(wanted)} operations in, {len(found)} out, sync and async")


def _constants(module: Module) -> Iterator[tuple[str, ast.Call]]:
    for statement in module.tree.body:
        if found := operation_of(statement):
            yield found


def _callable(staged: Staged, operation: Operation, constant: str) -> Iterator[Problem]:
    resource, verb, said = flat(operation.resource), operation.verb, f"{operation.name} ({operation.key})"
    module = staged.resources.get(resource)
    where = f"{staged.project.name}/resources/{resource}.py"
    if module is None or not constant:
        yield Problem(where, f"lacks {said}")
        return
    name = class_of(resource)
    for class_name in (name, f"Async{name}"):
        method = _method(module, class_name, verb)
        if method is None:
            yield Problem(where, f"{class_name} has no method {verb} for {said}")
            continue
        nodes = list(ast.walk(method))
        if not any(isinstance(node, ast.Name) and node.id == constant for node in nodes):
            yield module.problem(method, f"{class_name}.{verb} does not call {said}")
        texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        for parameter in operation.parameters:
            # A plain one goes out by its name on the wire, any other by its name in Python.
            if (parameter.wire if is_plain(parameter, staged.api.schemas) else parameter.name) not in texts:
                yield module.problem(method, f"{class_name}.{verb} never sends the parameter {parameter.wire!r}")
        # Of a method with overloads, the raw one is that which takes whatever any of them does.
        bound = {f"{class_name}.{verb}", f"{class_name}._{verb}_as"}
        if bound.isdisjoint(_raw(module, f"{class_name}Raw", verb)):
            yield Problem(where, f"{class_name}Raw has no method {verb} for {said}")


def _placed(staged: Staged, operation: Operation, call: ast.Call) -> Iterator[Problem]:
    """What the constant of an operation says of its parameters other than the document does."""
    module = staged.resources[flat(operation.resource)]
    wanted = {
        parameter.name: parameter for parameter in operation.parameters if not is_plain(parameter, staged.api.schemas)
    }
    given = next((option.value for option in call.keywords if option.arg == "parameters"), None)
    found = {arguments[0]: (node, arguments) for node in _calls(given) if len(arguments := _texts(node)) == _NAMED}
    for name in wanted.keys() - found.keys():
        yield module.problem(call, f"{operation.name} lacks the {wanted[name].location} parameter {name}")
    for name, (node, (_, wire, place)) in found.items():
        parameter = wanted.get(name)
        if parameter is None:
            yield module.problem(node, f"{operation.name} has no parameter {name}")
            continue
        style = keyword(node, "style") or STYLES[parameter.location]
        explode = keyword(node, "explode")
        said = [wire, place, style, style == "form" if explode is None else explode, bool(keyword(node, "reserved"))]
        said += [keyword(node, "media_type") or "", bool(keyword(node, "required"))]
        declared = [parameter.wire, parameter.location, parameter.style, parameter.explode, parameter.reserved]
        if said != [*declared, parameter.media_type, parameter.required]:
            yield module.problem(node, f"{operation.name}: the parameter {name} is written otherwise than declared")


def _calls(node: ast.expr | None) -> list[ast.Call]:
    return [item for item in node.elts if isinstance(item, ast.Call)] if isinstance(node, ast.Tuple) else []


def _texts(call: ast.Call) -> list[str]:
    """The texts that it is called with by place."""
    return [
        argument.value
        for argument in call.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]


def _raw(module: Module, class_name: str, name: str) -> list[str | None]:
    """The arguments of the call that the raw twin binds to `name`."""
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and node.name == class_name:
            for inner in node.body:
                found = assignment(inner)
                if found and found[0] == name and isinstance(found[1], ast.Call):
                    first, *_ = [*found[1].args, None]
                    # With headers of its answer, the raw method stands within what adds them.
                    call = first if dotted(found[1].func) == "headed" and isinstance(first, ast.Call) else found[1]
                    return [dotted(argument) for argument in call.args]
    return []


def _properties(staged: Staged, resources: list[str]) -> Iterator[Problem]:
    for resource in resources:
        owner, _, name = resource.rpartition(".")
        file = f"resources/{flat(owner)}.py" if owner else "client.py"
        module, class_name = staged.modules.get(file), class_of(owner) if owner else staged.project.client
        for whose in (class_name, f"Async{class_name}"):
            if module is None or _method(module, whose, name) is None:
                yield Problem(f"{staged.project.name}/{file}", f"{whose} has no property {name}")


def _method(module: Module, class_name: str, name: str) -> ast.FunctionDef | ast.AsyncFunctionDef | None:
    for node in module.tree.body:
        if isinstance(node, ast.ClassDef) and node.name == class_name:
            # The last: overloads come before what they say the types of.
            for inner in reversed(node.body):
                if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef) and inner.name == name:
                    return inner
    return None
