"""An overlay that changes the kind of a node is refused in a sentence, or leaves a document of the same kind."""

import itertools

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdkwright.documents import walk
from sdkwright.errors import GeneratorError
from sdkwright.normalise import Overlay, normalise
from tests.generator.hostile.base import CREATE, GET, OVERLAY, Draft, names
from tests.generator.hostile.judging import PROJECT

# The tests of normalisation cover each refusal; measured, these take twice as long.
pytestmark = pytest.mark.no_cover

OPERATION = f"$.paths['{GET}'].get"
SENT = f"$.paths['{CREATE}'].post.requestBody"
SCHEMA = "$.components.schemas.NoteApi"
JSON = "['application/json']"

# Each structural place: what holds it, and its key there.
PLACES = [
    *(("$", key) for key in ("openapi", "info", "servers", "tags", "paths", "components", "security")),
    *((OPERATION, key) for key in ("operationId", "tags", "summary", "parameters", "requestBody", "responses")),
    *((OPERATION, key) for key in ("deprecated", "x-idempotent", "x-deprecation", "x-aliases")),
    *((f"{OPERATION}.parameters[0]", key) for key in ("name", "in", "required", "schema")),
    *((SCHEMA, key) for key in ("type", "properties", "required", "enum", "items", "$ref", "nullable")),
    *((f"{SCHEMA}.properties", key) for key in ("Text", "Kind", "New")),
    *(
        (f"{SCHEMA}.properties.Text", key)
        for key in ("type", "format", "enum", "items", "properties", "$ref", "x-unit")
    ),
    *(("$.components", key) for key in ("schemas", "responses", "requestBodies", "securitySchemes")),
    *(("$.components.securitySchemes.*", key) for key in ("type", "name", "in")),
    ("$.info", "title"),
    ("$.servers[0]", "url"),
    ("$.paths", GET),
    (f"$.paths['{GET}']", "get"),
    ("$.components.schemas", "NoteApi"),
    (f"{OPERATION}.responses", "200"),
    (f"{OPERATION}.responses['200']", "content"),
    (f"{OPERATION}.responses['200'].content", "application/json"),
    (f"{OPERATION}.responses['200'].content{JSON}", "schema"),
    (SENT, "content"),
    (f"{SENT}.content", "application/json"),
    (f"{SENT}.content{JSON}", "schema"),
]
VALUES = [
    None, True, 0, 1.5, "", "x", "array", "#/components/schemas/NoteApi", [], [None], [1], ["x", "x"], [[]], [{}], {},
    {"x": None}, {"x": 1}, {"x": []}, {"x": {}}, {"type": "array"}, {"type": "array", "items": []}, {"enum": {}},
    {"enum": [1]}, {"properties": []}, {"$ref": 5}, {"$ref": "#/components/securitySchemes"}, {"content": {}},
    {"content": {"application/json": {}}}, {"type": ["string"]}, {"200": {"description": "d"}}, {"post": {}},
    {"get": {"responses": {}}}, {"required": "x"}, {"required": [1]},
]  # fmt: skip


def _judge(document, *actions, modes=(False, True)):
    parsed = Overlay.parse({"overlay": "1.0.0", "actions": list(actions) or [{"target": "$", "description": "x",
                            "update": {}}]}, name="overlay.yaml")  # fmt: skip
    overlay = attrs.evolve(OVERLAY, actions=(*OVERLAY.actions, *parsed.actions))
    for collects in modes:
        # What finds nothing to correct is refused, or collected.
        complaints = [] if collects else None
        try:
            normalise(
                document,
                overlay,
                names(Draft().names),
                name="hostile.json",
                configuration=PROJECT.configuration,
                complaints=complaints,
            )
        except GeneratorError as error:
            assert str(error).strip()  # noqa: PT017 - whether there is one is what the caller does not know


@pytest.mark.parametrize(("holder", "key"), PLACES, ids=lambda part: str(part)[-40:])
def test_an_update_that_changes_the_kind_of_a_node(holder, key, request):
    # The two modes differ in what becomes of a correction that finds nothing: each is tried with every second value.
    both = request.config.getoption("--full")
    for number, value in enumerate(VALUES):
        modes = (False, True) if both else (number % 2 == 1,)
        update = {"target": holder, "description": "Another kind.", "update": {key: value}}
        _judge(Draft().document, update, modes=modes)
        # A merge adds to an object and to a list, so that it is taken away first.
        _judge(Draft().document, update | {"update": {key: None}}, update, modes=modes)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ({"content": {"application/json": {}}}, "the overlay brings the keyword 'content', which nothing reads"),
        ({"200": {"description": "d"}}, "the overlay brings the keyword '200', which nothing reads"),
    ],
)
def test_what_an_address_cannot_have_is_named(path, said):
    action = {"target": f"$.paths['{GET}']", "description": "x", "update": path}
    parsed = Overlay.parse({"overlay": "1.0.0", "actions": [action]}, name="o")
    overlay = attrs.evolve(OVERLAY, actions=(*OVERLAY.actions, *parsed.actions))
    with pytest.raises(GeneratorError, match=said):
        normalise(
            Draft().document, overlay, names(Draft().names), name="hostile.json", configuration=PROJECT.configuration
        )


NODES = [pointer for pointer, _ in itertools.islice(walk(Draft().document), 1, None)]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(NODES), st.sampled_from(VALUES) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
))  # fmt: skip
def test_a_node_of_another_kind_anywhere_in_the_document(pointer, value):
    document = Draft().document
    *steps, last = [step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:]]
    node = document
    for step in steps:
        node = node[int(step) if isinstance(node, list) else step]
    node[int(last) if isinstance(node, list) else last] = value
    _judge(document)
