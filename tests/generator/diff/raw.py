"""Reads and rewrites a raw OpenAPI document, without any code of the generator."""

METHODS = ("get", "post")
# The overlay sends less here than the vendor declares.
_NARROWED = {"POST /api/paymentlink/delete"}


def operations(document):
    """`METHOD path` to operation."""
    return {
        f"{method.upper()} {path}": item[method]
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }


def schemas_in(value):
    """The schemas that a value refers to, directly."""
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str) and "/schemas/" in value["$ref"]:
            yield value["$ref"].rpartition("/")[2]
        for item in value.values():
            yield from schemas_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from schemas_in(item)


def reachable(document, start):
    found, pending = set(), [*schemas_in(start)]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += schemas_in(document["components"]["schemas"].get(name, {}))
    return found


def body_of(document, operation):
    body = operation.get("requestBody", {})
    if "$ref" in body:
        body = document["components"]["requestBodies"][body["$ref"].rpartition("/")[2]]
    return body


def users(document, schema):
    """The operations that send a schema, and those that receive it."""
    sent, received = set(), set()
    for key, operation in operations(document).items():
        if key not in _NARROWED and schema in reachable(document, body_of(document, operation)):
            sent.add(key)
        if schema in reachable(document, operation["responses"]):
            received.add(key)
    return sent, received


def twins(schemas, name):
    """Whether another schema has fields of the same names and kinds."""

    def outline(schema):
        return {wire: (value.get("type"), value.get("format")) for wire, value in schema.get("properties", {}).items()}

    return any(other != name and outline(schema) == outline(schemas[name]) for other, schema in schemas.items())


def rename(value, old, new):
    if isinstance(value, dict):
        if value.get("$ref") == old:
            value["$ref"] = new
        for item in value.values():
            rename(item, old, new)
    elif isinstance(value, list):
        for item in value:
            rename(item, old, new)


def shuffled(value, rng, key=""):
    """The same document written in another order; a list of values of an enum is no order to play with."""
    if isinstance(value, dict):
        items = [(name, shuffled(item, rng, name)) for name, item in value.items()]
        rng.shuffle(items)
        return dict(items)
    if isinstance(value, list):
        items = [shuffled(item, rng) for item in value]
        if key in {"parameters", "required", "tags"}:
            rng.shuffle(items)
        return items
    return value
