"""Lists the public API of a package, one fact a line; run as a program, it accepts today's API into `public_api.txt`.

griffe reads the sources and runs none, so the list is the same on every Python. Each thing has the name by which a
caller reaches it. Private classes never appear: what they define is listed with the public classes that inherit it.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import griffe

ROOT: Final = Path(__file__).parents[2]
FILE: Final = Path(__file__).with_suffix(".txt")
COMMAND: Final = ".nox/workshop/bin/python tests/envoice/public_api.py"
# Names of these modules say enough without their module.
_WELL_KNOWN: Final = ("builtins", "typing", "typing_extensions", "collections.abc", "types")
# What the maker of a package writes for the runtime. No caller imports it.
_NOT_FOR_CALLERS: Final = ("hooks",)
# Special methods that say nothing about how a caller may use an object.
_NOT_LISTED: Final = {
    *("__get_pydantic_core_schema__", "__get_pydantic_json_schema__", "__hash__", "__replace__"),
    *("__repr__", "__rich_repr__", "__dir__", "__slots__", "__match_args__", "__class_getitem__"),
    *("__copy__", "__deepcopy__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__"),
    *("__getnewargs__", "__getnewargs_ex__", "__init_subclass__", "__post_init__", "__attrs_post_init__"),
}
_DECORATORS: Final = {"property", "cached", "writable", "classmethod", "staticmethod", "abstractmethod"}
_KEYWORDS: Final = ("frozen", "kw_only", "eq", "order", "init", "total")
_MARKS: Final = {
    griffe.ParameterKind.positional_only: "{}, /",
    griffe.ParameterKind.var_positional: "*{}",
    griffe.ParameterKind.keyword_only: "*, {}",
    griffe.ParameterKind.var_keyword: "**{}",
}


def public_api(folder: Path, package: str) -> str:
    """Return the public API of the package in a folder as text.

    Args:
        folder: The folder that holds the package.
        package: The package's name.
    """
    loader = griffe.GriffeLoader(search_paths=[folder], allow_inspection=False)
    root: Any = loader.load(package, try_relative_path=False)
    loader.resolve_aliases(implicit=True, external=False)
    return "".join(f"{line}\n" for line in _Package(root).lines())


def _modules(module: Any) -> Iterator[Any]:
    yield module
    for name, member in sorted(module.members.items()):
        if not member.is_alias and member.is_module and not name.startswith("_") and name not in _NOT_FOR_CALLERS:
            yield from _modules(member)


def _exported(module: Any) -> list[str]:
    """Return the names that a module offers: `__all__`, or what it defines under a public name."""
    if module.exports:
        return sorted({str(name) for name in module.exports})
    return sorted(
        name
        for name, member in module.members.items()
        if not name.startswith("_") and not member.is_alias and not member.is_module
    )


def _called(decorator: Any) -> str:
    """Return the last name of what decorates: `frozen` of `@attrs.frozen(eq=False)`."""
    return str(decorator.value).partition("(")[0].rpartition(".")[2]


class _Package:
    def __init__(self, root: Any) -> None:
        self._root = root
        self._modules = {module.path: module for module in _modules(root)}
        # Where a caller finds what is defined at a path. The choice must not depend on the place of the definition.
        self._places: dict[str, str] = {}
        for module in sorted(
            self._modules.values(), key=lambda module: (module is root, len(module.path), module.path)
        ):
            for name in _exported(module):
                target = self._target(module, name)
                self._places.setdefault(target, self._short(f"{module.path}.{name}"))

    def lines(self) -> Iterator[str]:
        for path, module in self._modules.items():
            yield f"module {self._short(path) or self._root.name}"
            for name in _exported(module):
                place, target = self._short(f"{path}.{name}"), self._target(module, name)
                if target in self._modules:
                    yield f"{place} is module {self._short(target)}"
                elif self._places[target] != place:
                    yield f"{place} is {self._places[target]}"
                else:
                    yield from self._object(place, module, name)

    def _short(self, path: str) -> str:
        return path.removeprefix(self._root.name).removeprefix(".")

    def _inside(self, path: str) -> bool:
        return f"{path}.".startswith(f"{self._root.name}.")

    def _target(self, module: Any, name: str) -> str:
        member = module.members.get(name)
        if member is None:
            return f"{module.path}.{name}"
        try:
            return str(member.final_target.path if member.is_alias else member.path)
        except griffe.GriffeError:
            return str(member.target_path)

    def _object(self, place: str, module: Any, name: str) -> Iterator[str]:
        member = module.members.get(name)
        target = self._target(module, name)
        if member is None:
            yield place
        elif not self._inside(target):
            yield f"{place} is {target}"
        else:
            member = member.final_target if member.is_alias else member
            if member.is_class:
                yield from self._class(place, member)
            elif member.is_function:
                yield from self._function(place, member)
            else:
                yield self._attribute(place, member)

    # Classes

    def _class(self, place: str, owner: Any) -> Iterator[str]:
        bases = ", ".join(self._bases(owner))
        options = dict(self._options(owner))
        yield " ".join([f"class {place}({bases})", *(f"{key}={options[key]}" for key in _KEYWORDS if key in options)])
        for name, member in sorted(self._members(owner).items()):
            path = f"{place}.{name}"
            if member.is_function:
                yield from self._function(path, member)
            elif member.is_class:
                yield from self._class(path, member)
            else:
                yield self._attribute(path, member)

    def _bases(self, owner: Any) -> Iterator[str]:
        """Name the bases; in place of a private one, what it is based on."""
        for base in owner.bases:
            path = getattr(base, "canonical_path", str(base))
            if not self._inside(path) or self._is_public(path):
                yield self._text(base)
            elif (inner := self._find(path)) is not None and inner.is_class:
                yield from self._bases(inner)

    def _options(self, owner: Any) -> Iterator[tuple[str, str]]:
        for ancestor in reversed([owner, *self._private_ancestors(owner)]):
            for decorator in ancestor.decorators:
                if _called(decorator) == "frozen":
                    yield "frozen", "True"
                for argument in getattr(decorator.value, "arguments", ()):
                    if isinstance(argument, griffe.ExprKeyword):
                        yield argument.name, self._text(argument.value)
            yield from ((key, self._text(value)) for key, value in ancestor.keywords.items())

    def _private_ancestors(self, owner: Any) -> Iterator[Any]:
        for base in owner.bases:
            path = getattr(base, "canonical_path", str(base))
            inner = None if not self._inside(path) or self._is_public(path) else self._find(path)
            if inner is not None and inner.is_class:
                yield inner
                yield from self._private_ancestors(inner)

    def _members(self, owner: Any) -> dict[str, Any]:
        """Return the public members, with those that a private base defines."""
        found: dict[str, Any] = {}
        for ancestor in [owner, *self._private_ancestors(owner)]:
            for name, member in ancestor.members.items():
                if member.is_alias or name in _NOT_LISTED:
                    continue
                special = name.startswith("__") and name.endswith("__")
                if special and not member.is_function:
                    continue
                if special or not name.startswith("_"):
                    found.setdefault(name, member)
        return found

    def _is_public(self, path: str) -> bool:
        return self._place(path) is not None

    def _place(self, path: str) -> str | None:
        found = self._find(path)
        return None if found is None else self._places.get(found.path)

    def _find(self, path: str) -> Any:
        member: Any = self._root
        try:
            for step in filter(None, self._short(path).split(".")):
                member = member.members[step]
                member = member.final_target if member.is_alias else member
        except (KeyError, griffe.GriffeError):
            return None
        return self._aliased(member)

    def _aliased(self, member: Any) -> Any:
        """Return what a private alias of a type stands for, or the member itself."""
        is_alias = member.is_attribute and str(member.annotation) == "TypeAlias" and member.path not in self._places
        return self._find(member.value.canonical_path) if is_alias else member

    # Functions and attributes

    def _function(self, path: str, function: Any) -> Iterator[str]:
        overloads = function.parent.overloads.get(function.name) or [function]
        for number, overload in enumerate(overloads, 1):
            place = path if len(overloads) == 1 else f"{path}#{number}"
            words = ["async"] if "async" in function.labels else []
            words += sorted(_DECORATORS & function.labels)
            words += ["deprecated"] if self._deprecated(function) else []
            yield " ".join([*words, "def", place, "->", self._text(overload.returns) or "Any"])
            for parameter in overload.parameters:
                if parameter.name not in {"self", "cls"}:
                    yield f"{place}({self._parameter(parameter)})"

    def _parameter(self, parameter: Any) -> str:
        text = self._typed(parameter.name, parameter.annotation)
        if parameter.default is not None and "variadic" not in parameter.kind.value:
            text += f" = {self._text(parameter.default)}"
        return _MARKS.get(parameter.kind, "{}").format(text)

    def _deprecated(self, member: Any) -> bool:
        return any(_called(decorator) == "deprecated" for decorator in member.decorators)

    def _attribute(self, path: str, attribute: Any) -> str:
        words = sorted(_DECORATORS & attribute.labels)
        text = " ".join([*words, self._typed(path, attribute.annotation)])
        value = None if words else self._value(attribute)
        return text if value is None else f"{text} = {value}"

    def _value(self, attribute: Any) -> str | None:
        """Return the value of a constant, a type alias or a member of an enum, or the default of a field."""
        value = attribute.value
        if isinstance(value, griffe.ExprCall):
            given = {
                argument.name: argument.value
                for argument in value.arguments
                if isinstance(argument, griffe.ExprKeyword)
            }
            if "default" in given:
                return self._text(given["default"])
            return "..." if "default_factory" in given or "factory" in given else None
        if value is None or ("instance-attribute" in attribute.labels and "class-attribute" not in attribute.labels):
            return None
        return self._text(value)

    def _typed(self, name: str, annotation: Any) -> str:
        return name if annotation is None else f"{name}: {self._text(annotation)}"

    def _text(self, expression: Any) -> str:
        """Return an expression with its names as a caller knows them."""
        if expression is None or isinstance(expression, str):
            return expression or ""
        if isinstance(expression, griffe.ExprName | griffe.ExprAttribute):
            return self._name(expression)
        if isinstance(expression, griffe.ExprJoinedStr):
            return self._joined(expression)
        return "".join(self._text(part) for part in expression.iterate(flat=False))

    def _joined(self, expression: Any) -> str:
        """Return an f-string of constants as the text that it makes, and any other as it is written."""
        made = ""
        for part in expression.values:
            if isinstance(part, griffe.ExprFormatted):
                constant = self._text(part.value)
                if not constant.startswith(("'", '"')):
                    return "".join(self._text(each) for each in expression.iterate(flat=False))
                made += ast.literal_eval(constant)
            else:
                made += str(part)
        return repr(made)

    def _name(self, expression: Any) -> str:
        path = self._followed(expression.canonical_path)
        home, _, name = path.rpartition(".")
        if not self._inside(path):
            return name if home in _WELL_KNOWN else path
        if place := self._place(path):
            return place
        # A private constant says nothing to a caller, its value does.
        private = self._find(path)
        is_constant = private is not None and private.is_attribute and len(name) > 1 and name.isupper()
        return self._text(private.value) if is_constant else name

    def _followed(self, path: str) -> str:
        """Follow a path through a module's import of another library to that library."""
        member: Any = self._root
        steps = self._short(path).split(".") if self._inside(path) else []
        for number, step in enumerate(steps, 1):
            member = None if member is None else member.members.get(step)
            if member is not None and member.is_alias:
                if not self._inside(member.target_path):
                    return ".".join([member.target_path, *steps[number:]])
                member = self._find(member.target_path)
        return path


def main() -> None:
    """Write today's public API into the file."""
    FILE.write_text(public_api(ROOT / "generated", "envoice"), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{FILE.relative_to(ROOT)} is written; `git diff` shows what has changed.\n")


if __name__ == "__main__":
    main()
