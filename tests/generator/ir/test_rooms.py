"""What comes after normalisation reads the representation, and never the document."""

import ast
import re

import pytest

from sdkwright.project import Project

ROOMS = ("emit", "verify", "stubs", "reference", "diff", "release", "update")
# Files that hold a JSON object of any members, and what it is. The list only shrinks; none may be an OpenAPI document.
JSON_OBJECTS = {
    "emit/dialect.py": "what datamodel-code-generator is fed, which is written here",
    "emit/package.py": "the project's metadata in pyproject.toml",
    "stubs/reading.py": "WireMock's mappings as they are read",
    "stubs/server.py": "WireMock's mappings as they are served",
    "stubs/shapes.py": "WireMock's mappings and the answers in them",
    "stubs/wiremock.py": "what WireMock says of requests",
    "verify/types.py": "pyright's settings and report",
}
# What OpenAPI and our extensions of it call their parts; as a key that is read, each means a document.
KEYWORDS = frozenset(
    {
        "$ref", "allOf", "components", "content", "deprecated", "description", "enum", "format", "items",
        "minProperties", "nullable", "operationId", "parameters", "paths", "properties", "requestBody", "required",
        "responses", "schema", "schemas", "security", "securitySchemes", "servers", "summary", "tags", "type",
    }
)  # fmt: skip
# Files that read an object of their own with such a key, and which.
OWN_KEYS = {
    ("emit/package.py", "description"): "of the project's metadata",
    ("release/bom.py", "components"): "of a bill of materials",
    ("release/simple.py", "content"): "of an index's pages",
    ("verify/types.py", "summary"): "of pyright's report",
}
# What of the room before may be used: names and units, texts of a document as they are, and the way to normalise one.
NORMALISE = frozenset(
    {
        "sdkwright.normalise",
        "sdkwright.normalise.excerpts",
        "sdkwright.normalise.identifiers",
        "sdkwright.normalise.naming",
        "sdkwright.normalise.naming.accept",
        "sdkwright.normalise.naming.complete",
        "sdkwright.normalise.naming.kept",
        "sdkwright.normalise.naming.words",
        "sdkwright.normalise.stated",
        "sdkwright.normalise.units",
    }
)
OBJECT = re.compile(r"\b(?:dict|Mapping|MutableMapping)\[str, (?:typing\.)?Any\]")


@pytest.fixture(scope="module")
def trees():
    """The modules of the rooms after normalisation, parsed, by their names."""
    root = Project.find(__file__).root / "generator" / "sdkwright"
    files = [path for room in ROOMS for path in (root / room).rglob("*.py")]
    return {path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in files}


def objects(tree):
    """The annotations and aliases that are JSON objects of any members."""
    for node in ast.walk(tree):
        annotations = [getattr(node, name, None) for name in ("annotation", "returns")]
        if isinstance(node, ast.Assign | ast.AnnAssign):
            annotations.append(node.value)
        for annotation in annotations:
            if isinstance(annotation, ast.AST) and OBJECT.search(ast.unparse(annotation)):
                yield f"line {annotation.lineno}: {ast.unparse(annotation)[:80]}"


def keys(tree):
    """The constants that an object is asked for: `node["x"]`, `node.get("x")` and `"x" in node`."""
    for node in ast.walk(tree):
        match node:
            case ast.Subscript(slice=ast.Constant(str(key)), ctx=ast.Load()):
                yield key
            case ast.Call(func=ast.Attribute(attr="get" | "pop"), args=[ast.Constant(str(key)), *_]):
                yield key
            case ast.Compare(left=ast.Constant(str(key)), ops=[ast.In() | ast.NotIn()]):
                yield key


def imports(tree):
    """The modules that are imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_no_module_holds_a_document(trees):
    assert len(trees) > 80
    found = {name: list(objects(tree)) for name, tree in trees.items()}
    assert {name: lines for name, lines in found.items() if lines and name not in JSON_OBJECTS} == {}
    assert {name for name in JSON_OBJECTS if not found[name]} == set()


def test_no_module_asks_an_object_for_a_keyword_of_openapi(trees):
    found = {(name, key) for name, tree in trees.items() for key in keys(tree) if key in KEYWORDS or key[:2] == "x-"}
    assert found == OWN_KEYS.keys()


def test_no_module_uses_what_reads_documents(trees):
    found = {
        name: [
            module for module in imports(tree) if module.startswith("sdkwright.normalise") and module not in NORMALISE
        ]
        for name, tree in trees.items()
    }
    assert {name: modules for name, modules in found.items() if modules} == {}
    used = {module for tree in trees.values() for module in imports(tree)}
    assert used >= NORMALISE


@pytest.mark.parametrize(
    ("source", "reader", "expected"),
    [
        ("def a(b: dict[str, Any]) -> None: ...", objects, ["line 1: dict[str, Any]"]),
        ("def a() -> list[Mapping[str, Any]]: ...", objects, ["line 1: list[Mapping[str, Any]]"]),
        ("X: TypeAlias = dict[str, Any]", objects, ["line 1: dict[str, Any]"]),
        ("class A:\n    b: 'dict[str, Any]'", objects, ["line 2: 'dict[str, Any]'"]),
        ("def a(b: dict[str, str]) -> Any: ...", objects, []),
        ("a['properties']", keys, ["properties"]),
        ("a['properties'] = 1", keys, []),
        ("a.get('x-name', {})", keys, ["x-name"]),
        ("'enum' not in a", keys, ["enum"]),
        ("{'enum': 1}", keys, []),
    ],
)
def test_what_is_looked_for_is_found(source, reader, expected):
    assert list(reader(ast.parse(source))) == expected
