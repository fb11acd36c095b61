"""A generated package cut into what has a name of its own: methods, classes, and the rest of each file."""

import ast

from sdkwright import stubs
from sdkwright.emit.package import tidy, write_package
from sdkwright.ir import build
from sdkwright.normalise.naming.complete import complete


def files_of(document, folder, known, *, previous=None):
    """The text of each generated file, stubs included, by its name."""
    normalised, _ = complete(
        document,
        *known.tables,
        name="trial",
        configuration=known.project.configuration,
        previous=previous,
        complaints=[],
    )
    api = build(normalised.document)
    package = folder / "envoice"
    package.mkdir(parents=True)
    write_package(api, package, project=known.project, spec_sha256="0" * 64)
    tidy(package)
    modules = {path.relative_to(package).as_posix(): path.read_text("utf-8") for path in package.rglob("*.py")}
    return modules | {f"stubs/{name}": text for name, text in stubs.render(api, project=known.project).items()}


def blocks(files):
    """The text of each block, by file and name."""
    found = {}
    for file, text in files.items():
        if file.endswith(".py"):
            found |= {(file, name): block for name, block in _module(text)}
        else:
            found[file, ""] = text
    return found


def _module(text):
    lines, rest = text.splitlines(), []
    for node in ast.parse(text).body:
        if isinstance(node, ast.ClassDef):
            yield from _class(node, lines)
        elif isinstance(node, ast.FunctionDef):
            yield node.name, _segment(node, lines)
        else:
            rest.append(_segment(node, lines))
    yield "rest", "\n".join(rest)


def _class(node, lines):
    attributes = [lines[node.lineno - 1]]
    for member in node.body:
        if isinstance(member, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{node.name}.{member.name}", _segment(member, lines)
        else:
            attributes.append(_segment(member, lines))
    yield node.name, "\n".join(attributes)


def _segment(node, lines):
    first = min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))])
    return "\n".join(lines[first - 1 : node.end_lineno])
