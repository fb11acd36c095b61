"""The fields of a normalised document are listed beside what is built of it: a forgotten one stops the generation."""

import io
import json

import attrs
import pytest

from sdkwright import ir, pipeline
from sdkwright.errors import GeneratorError
from sdkwright.ir.declared import declared_fields
from sdkwright.project import MARK, Project
from tests.generator.normalise.shapes import TEXT, answering, ref, thing


def test_every_property_of_every_schema_is_listed():
    schemas = {
        "Boat": {"type": "object", "properties": {"name": TEXT, "old": TEXT | {"x-alias-of": "name"}}},
        "Kind": {"type": "string", "enum": ["sail"]},
        "Empty": {"type": "object", "properties": {}},
    }
    assert declared_fields({"components": {"schemas": schemas}}) == {"Boat": ("name",)}
    assert declared_fields({}) == {}


def test_a_field_that_a_stage_forgets_stops_the_generation(tmp_path, monkeypatch):
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Boats", "version": "1"},
        "servers": [{"url": "https://boats.example.com"}],
        "paths": answering(ref("Boat")),
        "components": {"schemas": {"Boat": thing(name=TEXT, owner=TEXT)}},
    }
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "upstream.json").write_text(json.dumps(document), encoding="utf-8")
    (tmp_path / MARK).write_text('[package]\nname = "boats"\nclient = "Boats"\n', encoding="utf-8")
    build = ir.build

    def forgetful(normalised):
        api = build(normalised)
        boat = api.schemas["Boat"]
        kept = attrs.evolve(boat, fields=tuple(field for field in boat.fields if field.wire != "owner"))
        return attrs.evolve(api, schemas={**api.schemas, "Boat": kept})

    monkeypatch.setattr(ir, "build", forgetful)
    with pytest.raises(GeneratorError) as caught:
        pipeline.generate(Project(tmp_path), pipeline.Report(out=io.StringIO()), check_types=False)
    assert "the field 'owner' of the schema Boat is in neither the models nor the ledger" in str(caught.value)
    assert not (tmp_path / "generated" / "boats").exists()
