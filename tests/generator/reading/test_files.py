"""Documents in several files: what is followed, and what is never asked."""

import copy
import json
import os

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.files import Folder, NotReadError, bundle, bundled
from sdkwright.files.addresses import target
from sdkwright.upstream import Upstream

TEXT = {"type": "string"}
ANSWER = {"200": {"description": "OK"}}


@pytest.mark.parametrize(
    ("file", "reference", "found"),
    [
        ("a.yaml", "#/x", ("a.yaml", "/x")),
        ("a.yaml", "b/c.yaml", ("b/c.yaml", "")),
        ("b/c.yaml", "../a.yaml#/x%20y", ("a.yaml", "/x y")),
        ("b/c.yaml", "./d.yaml#", ("b/d.yaml", "")),
        ("a.yaml", "b%20c.yaml", ("b c.yaml", "")),
        ("a.yaml", "%252e%252e/c", ("%2e%2e/c", "")),
        ("a.yaml", "https://example.com/s.json#/A", ("https://example.com/s.json", "/A")),
        ("https://example.com/v/s.json", "t.json", ("https://example.com/v/t.json", "")),
    ],
)
def test_where_a_reference_leads(file, reference, found):
    assert target(file, reference) == found


@pytest.mark.parametrize(
    "reference",
    [
        "../a.yaml", "b/../../a.yaml", "%2e%2e/a.yaml", "..%2fa.yaml", "/etc/passwd", "%2Fetc/passwd", "b\\c.yaml",
        "%5c%5chost/share", ".git/config", "b/.hidden", "file:///etc/passwd", "http://example.com/a", "//example.com/a",
        "https://user:secret@example.com/a", "https://[/a", "c:/windows/win.ini", "a\x00b", "a%00b", "ftp://a/b",
        "x" * 400, "data:application/json,{}",
    ],
)  # fmt: skip
def test_what_is_never_asked(reference):
    with pytest.raises(NotReadError):
        target("a.yaml", reference)


def read(tmp_path, document, **files):
    """What one document of several files is, and what was told."""
    for name, content in files.items():
        path = tmp_path / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    document = {"openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {}} | copy.deepcopy(document)
    told = []
    found = bundled(
        document, file="main.json", name="spec", read=Folder(tmp_path), tell=lambda *said: told.append(said)
    )
    return found, dict(told)


def test_schemas_of_other_files_become_components(tmp_path):
    found, told = read(
        tmp_path,
        {"components": {"schemas": {"A": {"items": {"$ref": "b.json"}}, "C": {"$ref": "b.json#/properties/c"}}}},
        b_json={"properties": {
            "c": {"$ref": "d/e.json#/E"}, "self": {"$ref": "#"}, "main": {"$ref": "main.json#/components/schemas/A"},
        }},
        d__e_json={"E": {"$ref": "#/F"}, "F": TEXT, "Unused": {}},
    )  # fmt: skip
    reference = "#/components/schemas/"
    assert told == {}
    assert found.document["components"]["schemas"] == {
        "A": {"items": {"$ref": f"{reference}b"}},
        "C": {"$ref": f"{reference}F"},
        "b": {"properties": {
            "c": {"$ref": f"{reference}F"}, "self": {"$ref": f"{reference}b"}, "main": {"$ref": f"{reference}A"},
        }},
        "F": TEXT,
    }  # fmt: skip
    assert sorted(found.parts) == ["b.json", "d/e.json"]


def test_a_component_that_is_another_file_has_its_own_name(tmp_path):
    schemas = {
        "Order": {"$ref": "order.json"},
        "Also": {"$ref": "order.json"},
        "Line": {"items": {"$ref": "order.json"}},
    }
    found, _ = read(tmp_path, {"components": {"schemas": schemas}}, order_json={"items": {"$ref": "order.json"}})
    order = {"$ref": "#/components/schemas/Order"}
    assert found.document["components"]["schemas"] == {
        "Order": {"items": order},
        "Also": order,
        "Line": {"items": order},
    }


def test_names_that_are_taken_are_told_apart(tmp_path):
    schemas = {"A": TEXT, "B": {"anyOf": [{"$ref": "one.json#/A"}, {"$ref": "two/one.json#/A"}]}}
    found, _ = read(tmp_path, {"components": {"schemas": schemas}}, one_json={"A": {}}, two__one_json={"A": {}})
    assert list(found.document["components"]["schemas"]) == ["A", "B", "one_A", "A_2"]


@pytest.mark.parametrize("whole", [True, False])
def test_paths_and_what_is_in_them_may_stand_in_other_files(tmp_path, whole):
    item = {"parameters": [{"$ref": "parameters.json#/Id"}], "get": {"$ref": "get.json"}}
    paths = {"$ref": "p/index.json"} if whole else {"/a": {"$ref": "p/a.json"}}
    found, told = read(
        tmp_path,
        {"openapi": "3.1.0", "paths": paths},
        p__index_json={"/a": {"$ref": "a.json"}},
        p__a_json=item,
        p__parameters_json={"Id": {"name": "id", "in": "query", "schema": {"$ref": "#/Text"}}, "Text": TEXT},
        p__get_json={"responses": {"200": {"$ref": "parameters.json#/Answer"}}},
    )
    assert told == {
        "GET /a response": "refers to parameters.json#/Answer, which has nothing at the place that is named"
    }
    components = found.document["components"]
    assert found.document["paths"]["/a"]["parameters"] == [{"$ref": "#/components/parameters/Id"}]
    assert components["parameters"]["Id"]["schema"] == {"$ref": "#/components/schemas/Text"}
    assert "responses" in found.document["paths"]["/a"]["get"]


def test_what_a_schema_of_the_document_calls_itself_is_no_other_file(tmp_path):
    schemas = {
        "A": {"$id": "https://example.com/a.json", "type": "string"},
        "B": {"$id": "https://example.com/b.json", "items": {"$ref": "a.json"}},
        "C": {"$ref": "https://example.com/a.json"},
    }
    found, told = read(tmp_path, {"components": {"schemas": schemas}})
    assert (found.document["components"]["schemas"], told) == (schemas, {})


def test_swagger_has_its_own_places(tmp_path):
    found, _ = read(
        tmp_path,
        {"swagger": "2.0", "paths": {"/a": {"get": {"responses": {"200": {"$ref": "b.json#/Ok"}}}}}},
        b_json={"Ok": {"description": "OK", "schema": {"$ref": "#/A"}}, "A": TEXT},
    )
    assert found.document["responses"] == {"Ok": {"description": "OK", "schema": {"$ref": "#/definitions/A"}}}
    assert found.document["definitions"] == {"A": TEXT}


def test_the_values_of_a_discriminator_name_what_files_became(tmp_path):
    mapping = {"cat": "./cat.json", "dog": "pets.json#/Dog", "cow": "Cow"}
    union = {"oneOf": [{"$ref": "cat.json"}], "discriminator": {"propertyName": "kind", "mapping": mapping}}
    found, _ = read(
        tmp_path, {"components": {"schemas": {"Pet": union}}}, cat_json={"title": "Cat"}, pets_json={"Dog": {}}
    )
    assert found.document["components"]["schemas"]["Pet"]["discriminator"]["mapping"] == {
        "cat": "#/components/schemas/cat",
        "dog": "#/components/schemas/Dog",
        "cow": "Cow",
    }


def test_what_refers_to_itself_ends(tmp_path):
    found, _ = read(
        tmp_path,
        {"components": {"schemas": {"A": {"$ref": "a.json"}}}, "paths": {"/x": {"get": {"$ref": "o.json"}}}},
        a_json={"$ref": "b.json"},
        b_json={"$ref": "a.json"},
        o_json={"$ref": "o.json"},
    )
    assert set(found.parts) == {"a.json", "b.json", "o.json"}


def outside(tmp_path):
    (tmp_path / "secret.json").write_text('{"type": "string"}', encoding="utf-8")
    folder = tmp_path / "spec"
    (folder / "sub").mkdir(parents=True)
    return folder


def hostile_places(folder):
    (folder / "link.json").symlink_to(folder.parent / "secret.json")
    (folder / "linked").symlink_to(folder.parent)
    os.mkfifo(folder / "pipe.json")
    return {
        "../secret.json": "leads out of the document's folder",
        "link.json": "lies behind a symbolic link",
        "linked/secret.json": "lies behind a symbolic link",
        "pipe.json": "is no plain file",
        "sub": "is no plain file",
        "absent.json": "is not there",
        "/dev/zero": "is named from the root of a file system",
        "https://example.com/s.json": "is an address, and none that spec/sources.toml allows",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_what_is_no_plain_file_below_the_folder_is_never_opened(tmp_path):
    folder = outside(tmp_path)
    places = hostile_places(folder)
    schemas = {f"S{number}": {"items": {"$ref": place}} for number, place in enumerate(places)}
    found, told = read(folder, {"components": {"schemas": schemas}})
    assert found.parts == {}
    assert list(told.values()) == [f"refers to {place}, which {why}" for place, why in places.items()]


def test_how_much_is_read_is_bounded(tmp_path, monkeypatch):
    schemas = {f"S{number}": {"items": {"$ref": f"f{number}.json"}} for number in range(4)}
    files = {f"f{number}_json": TEXT for number in range(4)}
    monkeypatch.setattr(bundle, "MAX_FILES", 3)
    with pytest.raises(GeneratorError, match=r"^spec: refers to more than 3 files; bundle some of them\.$"):
        read(tmp_path, {"components": {"schemas": schemas}}, **files)
    monkeypatch.undo()
    monkeypatch.setattr(bundle, "MAX_BYTES", 40)
    _, told = read(tmp_path, {"components": {"schemas": schemas}}, **files)
    assert told == {
        "S2": "refers to f2.json, which has more than the 4 bytes that are read",
        "S3": "refers to f3.json, which has more than the 4 bytes that are read",
    }


def test_a_file_that_is_no_document_is_one_sentence(tmp_path):
    (tmp_path / "b.json").write_text("{", encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"^spec: b\.json: not JSON that we accept: "):
        read(tmp_path, {"components": {"schemas": {"A": {"$ref": "b.json"}}}})


def test_what_is_not_followed_is_any_value_and_told(tmp_path):
    document = {
        "openapi": "3.0.0", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": {"responses": ANSWER}}},
        "components": {"schemas": {"A": {"$ref": "../b.json"}}},
    }  # fmt: skip
    found = Upstream.of(json.dumps(document).encode(), name="spec", file="main.json", read=Folder(tmp_path))
    assert found.told == (("A", "refers to ../b.json, which leads out of the document's folder"),)
