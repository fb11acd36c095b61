"""Renders `api.md`: every signature of a package on one page, for a search by eye and for programs that read."""

from collections.abc import Iterator
from typing import Any, Final

from sdkwright.reference.layout import WIDTH
from sdkwright.site.surface import entrances, members, modules, offered, signature

PAGE: Final = "api.md"
_HEADER: Final = "<!-- Generated from the package by `sdkwright docs`. Do not edit: run `nox -s generate`. -->"


def page(root: Any, *, client: str) -> str:
    """The page.

    Args:
        root: The package.
        client: The class of the synchronous client.
    """
    package = root.name
    parts = [
        _HEADER,
        "# Every signature",
        (
            f"All that `{package}` offers, by module. `Async{client}` has the resources of `{client}`, with the same "
            "methods to `await`."
        ),
    ]
    for title, lines in [*_resources(root), *_modules(root), ("Models", _models(root))]:
        if lines:
            parts += [f"## {title}", "```py\n" + "\n".join(lines) + "\n```"]
    return "\n\n".join(parts) + "\n"


def _resources(root: Any) -> Iterator[tuple[str, list[str]]]:
    folder = root.members.get("resources")
    if folder is None:
        return
    for name, module in sorted(folder.members.items()):
        if module.is_alias or not module.is_module or name.startswith("_"):
            continue
        own = [(key, value) for key, value in module.members.items() if not value.is_alias and value.is_class]
        public = [(key, value) for key, value in own if not key.startswith(("_", "Async"))]
        added = root.members.get("additions")
        extra = added.members.get(name) if added is not None else None
        for key, value in public:
            methods = dict(members(value))
            if extra is not None and (more := extra.members.get(key)) is not None:
                methods |= {one: item for one, item in more.members.items() if not one.startswith("_")}
            lines = [signature(one, item) for one, item in sorted(methods.items()) if item.is_function]
            yield f"client.{name}", lines


def _modules(root: Any) -> Iterator[tuple[str, list[str]]]:
    for module in modules(root):
        for part in (module, *entrances(module)):
            yield part.path, [line for name, item in offered(part) for line in _lines(name, item)]


def _models(root: Any) -> list[str]:
    module = root.members.get("models")
    return [line for name, item in offered(module) for line in _lines(name, item)] if module is not None else []


def _lines(name: str, item: Any) -> Iterator[str]:
    if item.is_function:
        yield signature(name, item)
    elif not item.is_class:
        yield f"{name}: {item.annotation}" if item.annotation is not None else name
    else:
        yield from _class(name, item)


def _class(name: str, owner: Any) -> Iterator[str]:
    bases = [str(base).rpartition(".")[2] for base in owner.bases]
    head = f"class {name}({', '.join(bases)}):" if bases else f"class {name}:"
    inside = []
    made = owner.members.get("__init__")
    if made is not None and not made.is_alias and made.is_function:
        inside.append(signature("__init__", made))
    for key, value in members(owner):
        if value.is_function:
            inside.append(signature(key, value))
        elif value.annotation is not None:
            inside.append(f"{key}: {value.annotation}")
        elif value.value is not None and len(str(value.value)) < WIDTH:
            inside.append(f"{key} = {value.value}")
        else:
            inside.append(f"{key}: ...")
    lines = [f"    {line}" for text in inside for line in text.splitlines()]
    yield head if lines else f"{head} ..."
    yield from lines
