"""Judges that generated modules only declare: whatever a hostile spec says, importing the package runs nothing of it.

Hand-written modules are read by people and by the linters, so they are not judged here.
"""

import ast
import re
from collections.abc import Iterator
from typing import Final

from sdkwright.project import FRONTS
from sdkwright.verify.staged import Module, Problem, Staged, Verdict, dotted, made_later

_IMPORTS: Final = {
    "__future__", "collections.abc", "datetime", "decimal", "enum", "functools", "types", "typing", "uuid",
}  # fmt: skip
_PACKAGES: Final = {"anyio", "attrs", "httpx", "msgspec"}
# The fronts of the package and of its rooms load their names lazily; nothing else has a reason to.
_EXTRA: Final = {
    "__init__.py": {"importlib", "getattr", "globals", "__all__"},
    **{f"{front}/__init__.py": {"globals"} for front in FRONTS},
}

_NAMES: Final = {
    "__build_class__", "__builtins__", "__import__", "__loader__", "__spec__", "breakpoint", "compile", "delattr",
    "eval", "exec", "exit", "getattr", "globals", "input", "locals", "open", "quit", "setattr", "vars",
}  # fmt: skip
# Reached as `builtins.list` where a method is called `list`.
_BUILTINS: Final = {
    "bool",
    "bytes",
    "dict",
    "float",
    "frozenset",
    "id",
    "int",
    "list",
    "object",
    "set",
    "str",
    "tuple",
    "type",
}
_CALLS: Final = {
    "Argument", "AsyncRaw", "AsyncRawForwardPage", "AsyncRawPage", "AsyncRawStream", "AsyncStreaming", "Command",
    "Discriminator", "Operation", "Raw", "RawForwardPage", "RawPage", "RawStream", "RetryPolicy", "Streaming",
    "SystemClock", "TypeVar", "_BodyField", "_Parameter", "_Scheme", "_by_status",
    "field", "frozenset", "headed", "lazy_module", "loosened", "msgspec.field",
}  # fmt: skip
_DECORATORS: Final = {
    "cached_property",
    "classmethod",
    "final",
    "fixture",
    "overload",
    "override",
    "property",
    "staticmethod",
}
_EXPRESSIONS: Final = (
    ast.Attribute, ast.BinOp, ast.Call, ast.Constant, ast.Dict, ast.List, ast.Name, ast.Set, ast.Starred, ast.Subscript,
    ast.Tuple, ast.UnaryOp,
)  # fmt: skip
# msgspec evaluates annotations that are strings, so one must be nothing but a type.
_TYPE: Final = re.compile(r"(?!.*__)[\w.\[\], |]+", re.ASCII)
_Function = ast.FunctionDef | ast.AsyncFunctionDef
_LEAVES: Final = (ast.expr_context, ast.Constant, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)


def judge(staged: Staged) -> Verdict:
    """Judge every generated module."""
    problems: list[Problem] = []
    modules = list(staged.generated)
    for module in modules:
        found = _Statements(module)
        try:
            found.module()
            found.everywhere(module.tree, _EXTRA.get(module.name, set()), set())
        except RecursionError:
            found.problems.append(module.problem(module.tree, "is nested too deeply to be judged"))
        problems += sorted(found.problems, key=lambda problem: int(problem.where.rpartition(":")[2]))
    return Verdict(problems, f"{len(modules)} generated modules only declare")


class _Statements:
    """Walks one module: what runs at import, and what stands anywhere at all."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._owners: set[int] = set()
        if "builtins" in module.text:
            self._owners = {id(node.value) for node in ast.walk(module.tree) if isinstance(node, ast.Attribute)}
        self.problems: list[Problem] = []

    def module(self) -> None:
        for statement in self._module.tree.body:
            if isinstance(statement, ast.If) and dotted(statement.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}:
                for inner in [*statement.body, *statement.orelse]:
                    self._declaration(inner)
            else:
                self._declaration(statement)

    def everywhere(self, node: ast.AST, allowed: set[str], bound: set[str]) -> None:
        """Refuse imports and names that reach out of the package, in function bodies as well."""
        if isinstance(node, ast.Name):
            # Asked here, for a third of all nodes are names, and hardly one is judged.
            if node.id in _NAMES or node.id == "builtins":
                self._name(node, allowed | bound)
            return
        if isinstance(node, ast.Attribute):
            self._attribute(node, allowed)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            self._imports(node, allowed)
        elif isinstance(node, ast.Global | ast.Nonlocal):
            self._refuse(node, "rebinds an outer name")
        elif isinstance(node, _Function):
            # A parameter may be called `open` or `compile`: then the name means the parameter, though not in defaults.
            inner, body = bound | {argument.arg for argument in _arguments(node.args)}, {*map(id, node.body)}
            for child in _inside(node):
                self.everywhere(child, allowed, inner if id(child) in body else bound)
            return
        for child in _inside(node):
            self.everywhere(child, allowed, bound)

    def _declaration(self, statement: ast.stmt) -> None:
        match statement:
            case ast.Import() | ast.ImportFrom() | ast.Pass():
                pass
            case ast.Expr(value=ast.Constant()):
                pass
            case ast.ClassDef():
                self._decorators(statement.decorator_list)
                self._constants(*statement.bases, *(word.value for word in statement.keywords))
                for inner in statement.body:
                    self._declaration(inner)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._signature(statement)
            case ast.Assign(targets=[ast.Name()]):
                self._constants(statement.value)
            case ast.AugAssign(target=ast.Name("__all__"), op=ast.Add(), value=ast.Attribute(ast.Name(), "__all__")):
                pass
            case ast.AnnAssign(target=ast.Name()):
                self._annotations(statement.annotation)
                # What is made at first use may do no more than what is made at import.
                self._constants(made_later(statement.value))
            case _:
                self._refuse(statement, "does something at import")

    def _signature(self, function: _Function) -> None:
        self._decorators(function.decorator_list)
        self._constants(*function.args.defaults, *function.args.kw_defaults)
        self._annotations(function.returns, *(argument.annotation for argument in _arguments(function.args)))

    def _annotations(self, *annotations: ast.expr | None) -> None:
        self._constants(*annotations)
        pending = [annotation for annotation in annotations if annotation]
        while pending:
            node = pending.pop()
            if isinstance(node, ast.Subscript) and (dotted(node.value) or "").rpartition(".")[2] == "Literal":
                continue
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _TYPE.fullmatch(node.value):
                self._refuse(node, "has an annotation that is more than a type")
            if not isinstance(node, ast.Name | ast.Constant):
                pending += [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.expr)]

    def _decorators(self, decorators: list[ast.expr]) -> None:
        for decorator in decorators:
            if _says_deprecated(decorator):
                continue
            if (dotted(decorator) or "").rpartition(".")[2] not in _DECORATORS:
                self._refuse(decorator, "is decorated with what runs at import")

    def _constants(self, *expressions: ast.expr | None) -> None:
        pending: list[ast.AST] = [expression for expression in expressions if expression]
        while pending:
            node = pending.pop()
            if not isinstance(node, ast.Name):
                pending += _inside(node)
                if isinstance(node, ast.Call) and dotted(node.func) not in _CALLS:
                    self._refuse(node, f"calls {dotted(node.func) or 'something'} at import")
                elif isinstance(node, ast.expr) and not isinstance(node, _EXPRESSIONS):
                    self._refuse(node, "computes a value at import")
                elif isinstance(node, ast.Subscript) and dotted(node.value) == "OneOf":
                    self._union(node.slice)

    def _union(self, members: ast.expr) -> None:
        """Judge the members of a union that stand in a text, which is read as code: one that holds itself."""
        if not isinstance(members, ast.Constant):
            return
        try:
            read = ast.parse(str(members.value), mode="eval").body
        except (SyntaxError, ValueError):
            self._refuse(members, "has a union that is more than types")
            return
        for node in ast.walk(read):
            ast.copy_location(node, members)
        self._constants(read)
        self.everywhere(read, set(), set())

    def _imports(self, node: ast.Import | ast.ImportFrom, allowed: set[str]) -> None:
        names = [name.name for name in node.names]
        if isinstance(node, ast.Import):
            if not any(name.asname for name in node.names):
                allowed = allowed | {"builtins"}
        elif node.level:
            return
        elif node.module == "builtins":
            allowed = _BUILTINS
        else:
            names = [node.module or ""]
        for name in names:
            if name not in _IMPORTS | allowed and name.partition(".")[0] not in _PACKAGES | {self._module.package}:
                self._refuse(node, f"imports {name}")

    def _name(self, node: ast.Name, allowed: set[str]) -> None:
        # A field may be called `open`: binding a name reaches for nothing.
        if node.id in _NAMES - allowed and (isinstance(node.ctx, ast.Load) or node.id.startswith("__")):
            self._refuse(node, f"uses {node.id}")
        elif node.id == "builtins" and id(node) not in self._owners:
            self._refuse(node, "hands builtins on")

    def _attribute(self, node: ast.Attribute, allowed: set[str]) -> None:
        if node.attr == "__init__" and isinstance(node.value, ast.Call) and dotted(node.value.func) == "super":
            return
        if node.attr.startswith("__") and node.attr.endswith("__") and node.attr not in allowed:
            self._refuse(node, f"reaches for {node.attr}")
        elif dotted(node.value) == "builtins" and node.attr not in _BUILTINS:
            self._refuse(node, f"reaches for builtins.{node.attr}")

    def _refuse(self, node: ast.AST, what: str) -> None:
        self.problems.append(self._module.problem(node, what))


def _inside(node: ast.AST) -> list[ast.AST]:
    """What stands directly in a node, but for what neither names nor holds anything: more than half of all nodes."""
    found: list[ast.AST] = []
    for value in vars(node).values():
        if isinstance(value, list):
            found += [child for child in value if isinstance(child, ast.AST) and not isinstance(child, _LEAVES)]
        elif isinstance(value, ast.AST) and not isinstance(value, _LEAVES):
            found.append(value)
    return found


def _says_deprecated(decorator: ast.expr) -> bool:
    """Whether it is `deprecated` of one text."""
    return (
        isinstance(decorator, ast.Call)
        and dotted(decorator.func) == "deprecated"
        and not decorator.keywords
        and [type(argument) for argument in decorator.args] == [ast.Constant]
    )


def _arguments(arguments: ast.arguments) -> Iterator[ast.arg]:
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    return (argument for argument in every if argument)
