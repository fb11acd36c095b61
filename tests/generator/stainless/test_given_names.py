"""Names that a document gives by that generator's extensions."""

import json

from tests.generator.stainless.notes import DOCUMENT, methods, reading


def told_of(document):
    found = reading(document)
    return [line for line in found.told if "x-stainless" in line]


def named(name):
    return {"x-stainless-naming": {"python": {"property_name": name}, "node": {"property_name": "other"}}}


def test_names_that_a_document_gives_by_extensions_are_read():
    document = json.loads(json.dumps(DOCUMENT))
    [after, limit] = document["paths"]["/notes"]["get"]["parameters"]
    after["x-stainless-param"] = "theCursor"
    limit["schema"] |= named("most")
    schemas = document["components"]["schemas"]
    schemas["Note"] |= {"x-stainless-naming": {"python": {"type_name": "Memo"}}}
    schemas["Note"]["properties"]["rank"] |= named("place")
    found = reading(document, **methods(list="get /notes", create="post /notes"))
    assert [dict(method.names) for method in found.methods] == [
        {"after": "the_cursor", "limit": "most"},
        {"rank": "place"},
    ]
    assert (found.names["schemas"], found.names["properties"]) == ({"Note": "Memo"}, {"rank": "place"})
    assert told_of(document) == []


def test_names_of_the_document_that_cannot_be_read_are_told_with_their_places():
    document = json.loads(json.dumps(DOCUMENT))
    schemas = document["components"]["schemas"]
    schemas["Other"] = {"type": "object", "properties": {"rank": {"type": "string"}}}
    schemas["Note"]["properties"]["rank"] |= named("place")
    schemas["Note"]["properties"]["id"] |= named("not a name()")
    schemas["Note"] |= {"x-stainless-naming": "A\nB"}
    told = told_of(document)
    assert [line.partition(":")[0].removeprefix("/components/schemas/Note") for line in told] == [
        " x-stainless-naming",
        "/properties/id x-stainless-naming",
        "/properties/rank x-stainless-naming",
    ]
    assert "the name 'place' is not read; give it in spec/names.toml" in told[2]
    assert all(line.isprintable() for line in told)
    many = {f"p{number}": {"x-stainless-param": "a"} for number in range(25)}
    told = told_of(DOCUMENT | {"x-many": many})
    assert len(told) == 21
    assert told[-1] == "the document: 5 more names of x-stainless-naming and x-stainless-param are not read."
