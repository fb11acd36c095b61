"""Compares two packages by what a caller can name: with griffe, which reads sources and runs none of them.

griffe's own judge sees removals, kinds and required arguments; types, defaults and members are compared here.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs
import griffe

from sdkwright.diff.findings import Finding, Level
from sdkwright.diff.rules import finding
from sdkwright.emit.later import MODELS
from sdkwright.emit.model_modules import FOLDER
from sdkwright.emit.union_names import ONE_OF, closing
from sdkwright.errors import GeneratorError

_UNIONS: Final = " | "
# For whoever reads it, an enum that may come as its number is the enum.
_OR_ORDINAL: Final = re.compile(r"\bOrOrdinal\[(\w+)\]")
# A field of a model that is sent and received is compared by what it reads as; what it takes, the methods say too.
_NULLABLE: Final = re.compile(r"Nullable\[(.*)\]", re.DOTALL)
_AMOUNTS: Final = {"NullableAmount": "Decimal | None", "RequiredAmount": "Decimal"}
# What overrides say to the generator.
_OURS: Final = frozenset({"BUILDS_ON"})
_ABSENT: Final = frozenset({"None", "UnsetType"})


@attrs.frozen
class Argument:
    """One argument of a function or of a model's constructor."""

    name: str
    kind: str
    types: frozenset[str]
    default: str | None


@attrs.frozen
class Item:
    """Something that can be named.

    Attributes:
        kind: `module`, `class`, `function`, `attribute`.
        arguments: Of a function.
        types: Of an attribute, or what a function returns.
        value: Of a constant.
        bases: Of a class.
        written: Whether a caller gives it rather than reads it: a field of a model that is only sent.
        default: Of a field; None if it is required.
        deprecated: Whether it says so.
        awaited: Whether a function has to be awaited.
        union: Whether it is the name of a union.
    """

    kind: str
    arguments: tuple[Argument, ...] = ()
    types: frozenset[str] = frozenset()
    value: str | None = None
    bases: tuple[str, ...] = ()
    written: bool = False
    default: str | None = ""
    deprecated: bool = False
    awaited: bool = False
    union: bool = False


Surface = Mapping[str, Item]
"""By path below the package, such as `models.Invoice.id`."""


def read_surface(folder: Path, *, only_sent: Collection[str] = ()) -> Surface:
    """The public surface of the package that is `folder`.

    Args:
        folder: The package, in a folder of its name.
        only_sent: The models that requests carry and answers never do.

    Raises:
        GeneratorError: griffe cannot read it.
    """
    loader = griffe.GriffeLoader(search_paths=[folder.parent], allow_inspection=False)
    try:
        package = loader.load(folder.name, try_relative_path=False)
        loader.resolve_aliases(implicit=True, external=False)
    except (griffe.GriffeError, ImportError, SyntaxError, RecursionError, MemoryError, ValueError) as error:
        raise GeneratorError(
            f"{folder}: griffe cannot read the package: {' '.join(str(error).split())[:300]}."
        ) from None
    return dict(_items(package, "", frozenset(only_sent)))


def compare_surface(old: Surface, new: Surface) -> list[Finding]:
    """What the new surface changes; what a synchronous and an asynchronous class share is reported once."""
    found = [change for path in sorted(old.keys() | new.keys()) for change in _compared(path, old, new)]
    known = {(change.rule, change.place, change.text) for change in found}
    return [
        change
        for change in found
        if "Async" not in change.place or (change.rule, _sync(change.place), _sync(change.text)) not in known
    ]


def _sync(text: str) -> str:
    return text.replace("Async", "")


def _items(owner: Any, prefix: str, only_sent: frozenset[str]) -> Iterator[tuple[str, Item]]:
    exports = {str(exported) for exported in owner.exports or ()}
    # What comes by a star: griffe knows its name alone.
    yield from ((f"{prefix}{name}", Item("export")) for name in sorted(exports - owner.members.keys()))
    for name, found in owner.members.items():
        if name.startswith("_") or name in _OURS:
            continue
        path = f"{prefix}{name}"
        # Where a model lies is nobody's business: it is reached by this name.
        is_model = found.is_alias and f".{FOLDER}." in found.target_path
        member = found.final_target if is_model else found
        if member.is_alias:
            # What a module offers of another is compared where it lies; that it is offered counts here.
            if name in exports:
                yield path, Item("export")
        elif member.is_module:
            yield from _items(member, f"{path}.", only_sent)
        elif member.is_class:
            yield path, Item("class", bases=tuple(str(base) for base in member.bases), deprecated=_deprecated(member))
            yield from _members(member, path, only_sent)
        elif member.is_function:
            yield path, _function(member)
        elif member.is_attribute and str(member.annotation) == "TypeAlias":
            yield path, Item("attribute", types=_types(member.value), union=True)
        elif member.is_attribute:
            yield path, Item("attribute", types=_types(member.annotation), value=_value(member))


def _members(owner: Any, path: str, only_sent: frozenset[str]) -> Iterator[tuple[str, Item]]:
    """The members of a class; those of a public base are reported there."""
    is_model = any(str(base).rpartition(".")[2] == "Model" for base in owner.bases)
    for name, member in owner.all_members.items():
        if name.startswith("_") and name != "__init__":
            continue
        inherited = member.is_alias
        target = member.final_target if inherited else member
        home = target.parent.path.split(".")
        if inherited and not any(step.startswith("_") for step in home[1:]):
            continue
        if target.is_function:
            yield f"{path}.{name}", _function(target)
        elif target.is_attribute:
            default = _default(target) if is_model else ""
            yield (
                f"{path}.{name}",
                Item(
                    "attribute",
                    types=_types(target.annotation),
                    value=_value(target) if not is_model else None,
                    written=is_model and owner.name in only_sent,
                    default=default,
                    deprecated=_deprecated(target),
                ),
            )


def _function(function: Any) -> Item:
    arguments = tuple(
        Argument(
            parameter.name,
            parameter.kind.value if parameter.kind is not None else "",
            _types(parameter.annotation),
            None if parameter.default is None else str(parameter.default),
        )
        for parameter in function.parameters
        if parameter.name not in {"self", "cls"}
    )
    return Item(
        "function",
        arguments=arguments,
        types=_types(function.returns),
        deprecated=_deprecated(function),
        awaited="async" in function.labels,
    )


def _deprecated(member: Any) -> bool:
    return any(
        str(decorator.value).partition("(")[0].rpartition(".")[2] == "deprecated"
        for decorator in getattr(member, "decorators", ())
    )


def _types(annotation: object) -> frozenset[str]:
    text = _OR_ORDINAL.sub(r"\1", "" if annotation is None else str(annotation).strip("'\""))
    # A resource of many models names them after the module that has them all.
    text = text.replace(f"{MODELS}.", "")
    # It says that nothing else will be assigned, and no type.
    text = "" if text == "Final" else text
    text = _written_out(_AMOUNTS.get(text, _NULLABLE.sub(r"\1 | None", text)))
    return frozenset(part.strip().replace("List[", "list[") for part in _split(text) if part.strip())


def _written_out(text: str) -> str:
    """An annotation with the members of each union in its place: what tells them apart is no type."""
    while (begin := text.find(ONE_OF)) >= 0:
        end = closing(text, begin + len(ONE_OF))
        inner = text[begin + len(ONE_OF) : end].strip("'\"")
        if inner.startswith("Annotated["):
            inner = inner.removeprefix("Annotated[").partition(", Discriminator(")[0]
        text = f"{text[:begin]}{inner}{text[end + 1 :]}"
    return text


def _split(text: str) -> Iterator[str]:
    """The members of a union, brackets left whole."""
    depth, begin = 0, 0
    for index, char in enumerate(text):
        depth += (char in "[(") - (char in "])")
        if char == "|" and depth == 0:
            yield text[begin:index]
            begin = index + 1
    yield text[begin:]


def _value(attribute: Any) -> str | None:
    """The value of a constant or of a member of an enum; what is computed says too little."""
    if attribute.value is None or not attribute.name.isupper():
        return None
    return str(attribute.value)


def _default(field: Any) -> str | None:
    """The default of a model's field, or None if it is required."""
    value = field.value
    if value is None:
        return None
    if isinstance(value, griffe.ExprCall):
        given = [
            argument
            for argument in value.arguments
            if isinstance(argument, griffe.ExprKeyword) and argument.name.startswith("default")
        ]
        return str(given[0].value) if given else None
    return str(value)


def _compared(path: str, old: Surface, new: Surface) -> Iterator[Finding]:
    before, after = old.get(path), new.get(path)
    if before is None and after is not None:
        # The members of what is new are not reported one by one, nor is what the package offers of it.
        if not _is_implied(path, after, new, old):
            rule = "argument-added-required" if after.written and after.default is None else "name-added"
            yield _found(rule, path, "new")
    elif after is None and before is not None:
        if not _is_implied(path, before, old, new):
            yield _found("name-removed", path, "gone")
    elif before is not None and after is not None and before != after:
        yield from _Both(path, before, after).compare()


def _is_implied(path: str, item: Item, here: Surface, there: Surface) -> bool:
    """Whether what only one surface has goes with something else that only this one has."""
    if item.kind == "export":
        tail = f".{path.rpartition('.')[2]}"
        return any(other.endswith(tail) and other not in there and here[other].kind != "export" for other in here)
    owner = path.rpartition(".")[0]
    return owner in here and owner not in there and here[owner].kind == "class"


def _found(rule: str, path: str, text: str) -> Finding:
    return finding(Level.SURFACE, rule, path, text)


def _spelled(types: frozenset[str]) -> str:
    return _UNIONS.join(sorted(types, key=lambda name: (name in _ABSENT, name))) or "anything"


class _Both:
    """One name of both packages."""

    def __init__(self, path: str, before: Item, after: Item) -> None:
        self.path, self.before, self.after = path, before, after

    def compare(self) -> Iterator[Finding]:
        before, after = self.before, self.after
        if before.kind != after.kind:
            yield _found("kind-changed", self.path, f"{before.kind} becomes {after.kind}")
            return
        if after.deprecated and not before.deprecated:
            yield _found("became-deprecated", self.path, "deprecated")
        for base in before.bases:
            if base not in after.bases:
                yield _found("base-removed", self.path, f"no longer a {base}")
        if before.value != after.value:
            yield _found("value-changed", self.path, f"{before.value} becomes {after.value}")
        if before.kind == "function":
            yield from self._arguments()
        if before.types != after.types:
            yield self._type()
        if (before.default is None) is not (after.default is None):
            became = "required" if after.default is None else "optional"
            yield _found(f"argument-became-{became}", self.path, f"becomes {became}")

    def _type(self) -> Finding:
        before, after = self.before.types, self.after.types
        text = f"{_spelled(before)} becomes {_spelled(after)}"
        if self.before.union and self.after.union and before < after:
            return _found("union-widened", self.path, text)
        if self.before.written and self.after.written:
            return _found("argument-type-widened" if before < after else "argument-type-changed", self.path, text)
        return _found(
            "returned-type-narrowed" if after and before > after else "returned-type-changed", self.path, text
        )

    def _arguments(self) -> Iterator[Finding]:
        before = {argument.name: argument for argument in self.before.arguments}
        after = {argument.name: argument for argument in self.after.arguments}
        for name in [*before, *(name for name in after if name not in before)]:
            place = f"{self.path}({name})"
            if name not in before:
                required = (
                    "required" if after[name].default is None and "variadic" not in after[name].kind else "optional"
                )
                yield _found(f"argument-added-{required}", place, f"new, {required}")
            elif name not in after:
                yield _found("argument-removed", place, "gone")
            else:
                yield from self._argument(before[name], after[name], place)

    def _argument(self, before: Argument, after: Argument, place: str) -> Iterator[Finding]:
        if before.kind != after.kind:
            yield _found("argument-kind-changed", place, f"{before.kind} becomes {after.kind}")
        if before.types != after.types:
            rule = "argument-type-widened" if before.types < after.types else "argument-type-changed"
            yield _found(rule, place, f"{_spelled(before.types)} becomes {_spelled(after.types)}")
        if (before.default is None) is not (after.default is None):
            became = "required" if after.default is None else "optional"
            yield _found(f"argument-became-{became}", place, f"becomes {became}")
        elif before.default != after.default:
            yield _found("argument-default-changed", place, f"{before.default} becomes {after.default}")
