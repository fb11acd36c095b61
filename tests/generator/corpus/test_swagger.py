"""What is compared of a document of Swagger 2.0 and its conversion by another."""

import json

from sdkwright import documents
from sdkwright.normalise.versions import plain
from tests.apis import projects
from tests.corpus.swagger import compared, is_swagger

PATH = projects.FOLDER / "swim_hall" / "spec" / "upstream.json"


def converted(change=lambda document: None):
    """A converter that does what ours does, and then changes something."""

    def convert(path):
        document = plain(documents.load(path.read_bytes(), name="hall"), print, name="hall")
        change(document)
        return json.dumps(document).encode()

    return convert


def test_the_same_conversion_differs_in_nothing():
    assert is_swagger(PATH)
    assert compared(PATH, converted()) == []


def test_what_differs_is_told_by_its_place():
    def change(document):
        item = document["paths"]["/courses/{id}"]
        del item["delete"]["security"]
        item["get"]["responses"]["200"]["content"]["application/json"]["schema"] = {"type": "string"}
        document["components"]["schemas"]["Course"]["properties"]["starts"]["description"] = "Prose counts nothing"

    told = [line.split(":", 1)[0] for line in compared(PATH, converted(change))]
    assert told == ["DELETE /courses/{id} security", "GET /courses/{id} answers 200"]
