"""Whatever shape the schemas have, each of their properties becomes a field, or is in what the ledger tells of."""

import random

import pytest

from sdkwright.ir import Api
from tests.generator.normalise.shapes import Shaped, answering, ref

KINDS = ("string", "integer", "boolean", "number")


class Maker:
    """Makes schemas at random, in which no two properties have one name.

    Args:
        seed: Which ones.
    """

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.count = 0
        self.names = [f"Part{number}" for number in range(8)]

    def document(self):
        return {name: self.schema(4) for name in self.names}

    def schema(self, depth):
        makers = [self.plain, self.reference, self.enum]
        if depth:
            makers += [self.object, self.object, self.array, self.map, self.combined, self.choice, self.union]
        return self.random.choice(makers)(depth - 1)

    def plain(self, _depth):
        return {"type": self.random.choice(KINDS), "nullable": self.random.random() < 0.3}

    def enum(self, _depth):
        return {"enum": self.random.choice([["a", "b"], [1, 2], ["a", 1], [True], ["", None]])}

    def reference(self, _depth):
        return ref(self.random.choice(self.names)) | self.random.choice([{}, {"description": "It"}, {"nullable": True}])

    def object(self, depth, *, more=True):
        made = {"type": "object", "properties": {}}
        for _ in range(self.random.randint(1, 3)):
            self.count += 1
            name = f"p{self.count}"
            made["properties"][name] = self.schema(depth)
        if more and self.random.random() < 0.3:
            made["additionalProperties"] = self.schema(depth)
        return made

    def array(self, depth):
        return {"type": "array", "items": self.schema(depth)}

    def map(self, depth):
        return {"type": "object", "additionalProperties": self.schema(depth)}

    def combined(self, depth):
        # What else an object may hold, one alone says: of two, the last one holds.
        members = [self.object(depth, more=False) for _ in range(self.random.randint(1, 3))]
        return {"allOf": members} | (self.object(depth) if self.random.random() < 0.3 else {})

    def choice(self, depth):
        return {self.random.choice(["oneOf", "anyOf"]): [self.schema(depth), {"type": "null"}]}

    def union(self, depth):
        members = [
            self.object(depth),
            self.object(depth),
            *(self.schema(depth) for _ in range(self.random.randint(0, 2))),
        ]
        made = {self.random.choice(["oneOf", "anyOf"]): members}
        return made | (self.object(depth, more=False) if self.random.random() < 0.2 else {})


@pytest.mark.parametrize("seed", range(12))
def test_every_property_is_a_field_or_told(seed):
    maker = Maker(seed)
    document = maker.document()
    shaped = Shaped(document, answering(*(ref(name) for name in maker.names), maker.schema(3)))
    properties = {f"p{number}" for number in range(1, maker.count + 1)}
    lost = properties - wires(shaped.api)
    assert not lost or any("any value" in said for said in shaped.told.values())


def wires(api: Api):
    return {field.wire for model in api.models.values() for field in model.fields}
