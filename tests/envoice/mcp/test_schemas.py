"""The schemas fit in a context, and say of every operation what its results really are."""

import asyncio
import tomllib

import jsonschema
import msgspec
import pytest
from envoice import models
from envoice.mcp import _calls, _declared, _results
from envoice.mcp._files import Folder
from envoice.mcp._operations import Permissions, operations
from envoice.mcp._resources import prompts
from envoice.mcp._schemas import DATA, input_schema, output_schema
from envoice.mcp._tools import offered, size
from envoice.testing import FakeService, build
from mcp import types

from sdkwright.project import Project

ROOT = Project.find(__file__).root
READS = [name for name, one in operations().items() if one.kind == "read" and not one.needs_folder]
MOST = 25_000
"""Bytes of all tools: a client puts them before its model, whatever is asked."""


@pytest.mark.parametrize("words", [(), ("write",), ("write", "delete")])
def test_all_tools_fit_in_a_context(words):
    found = offered(Permissions(words), has_folder=True)
    listed = types.ListToolsResult(tools=found.tools).model_dump_json(by_alias=True, exclude_none=True)
    assert len(listed.encode()) < MOST
    assert size(found.tools) < MOST
    wanted = [name for name in _declared.TOOLS if Permissions(words).allows(operations()[name])]
    assert [one.name for one in found.operations.values()] == wanted


def test_what_was_declared_is_what_agents_can_call():
    declared = tomllib.loads((ROOT / "spec" / "sdk.toml").read_text(encoding="utf-8"))["mcp"]
    assert tuple(declared["tools"]) == _declared.TOOLS
    assert operations()["invoices.download_pdf"].kind == "read"


def test_each_prompt_is_one_of_the_examples():
    examples = {path.stem.removeprefix("async_") for path in (ROOT / "examples").glob("*.py")}
    assert {prompt.name for prompt in prompts()} - {"task"} == {"monthly_billing", "dunning", "bulk_export"} & examples


@pytest.fixture(scope="module")
def answered():
    """The content of a result of each operation that reads, of models with every field filled."""
    fake = FakeService()

    async def go():
        found = {}
        async with fake.async_client() as client:
            for name in READS:
                operation = operations()[name]
                given = dict.fromkeys(operation.needed, 7)
                found[name] = await _calls.perform(client, _calls.prepare(operation, given, None), None)
        return found

    return asyncio.run(go())


@pytest.mark.parametrize("name", READS)
def test_a_result_is_what_its_schema_says(answered, name):
    content = {"notice": _results.NOTICE, **answered[name]}
    schema = output_schema(operations()[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator.check_schema(input_schema(operations()[name]))
    jsonschema.validate(content, schema, cls=jsonschema.Draft202012Validator)


def of_models():
    for name, operation in operations().items():
        kind = getattr(models, operation.command.item or operation.command.answer or "", None)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            yield name, kind


def names_of(kind, schema, seen=()):
    """Holds the fields of a model against the properties of its schema, and those of the models in it."""
    fields = {field.name: field.type for field in msgspec.structs.fields(kind)}
    assert fields.keys() == schema["properties"].keys(), kind
    assert schema["additionalProperties"] is False
    record = msgspec.to_builtins(build(kind))
    assert record
    for field, inner in fields.items():
        model = next((one for one in _models_in(inner) if one not in (kind, *seen)), None)
        if model is not None:
            place = schema["properties"][field]
            names_of(model, place.get("items", place), (kind, *seen))


def _models_in(kind):
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        yield kind
    for part in getattr(kind, "__args__", ()):
        yield from _models_in(part)


@pytest.mark.parametrize(("name", "kind"), [*of_models()], ids=[name for name, _ in of_models()])
def test_a_schema_has_the_fields_of_the_model_and_no_other(name, kind):
    schema = output_schema(operations()[name])["properties"][DATA]
    names_of(kind, schema.get("items", schema))


def test_a_field_that_a_schema_lacks_is_noticed():
    schema = output_schema(operations()["invoices.get"])["properties"][DATA]
    del schema["properties"]["client"]["properties"]["vat"]
    with pytest.raises(AssertionError):
        names_of(models.Invoice, schema)


def test_a_download_is_stored_in_the_folder(tmp_path):
    fake = FakeService()

    async def go():
        async with fake.async_client() as client:
            given = {"id": 3971, "path": "invoice.pdf"}
            operation, folder = operations()["invoices.download_pdf"], Folder(tmp_path)
            return await _calls.perform(client, _calls.prepare(operation, given, folder), folder)

    assert asyncio.run(go()) == {DATA: str(tmp_path.resolve() / "invoice.pdf")}
    assert (tmp_path / "invoice.pdf").read_bytes() == fake.pdf
