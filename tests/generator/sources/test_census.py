"""Counting what is in a document and telling two apart."""

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.sources import census
from sdkwright.text import clean


def document(**changes):
    base = {
        "openapi": "3.0.0",
        "info": {"title": "T", "version": "v1"},
        "paths": {"/a": {"get": {"summary": "one"}, "post": {}}, "/b": {"get": {}}},
        "components": {"schemas": {"A": {"type": "object"}, "B": {}}},
    }
    return base | changes


def count(value, size=100):
    return census.count(value, size=size, name="x.json")


def test_it_counts_operations_and_schemas():
    found = count(document())
    assert list(found.operations) == ["GET /a", "POST /a", "GET /b"]
    assert list(found.schemas) == ["A", "B"]
    assert (found.openapi, found.title, found.version) == ("3.0.0", "T", "v1")


def test_it_counts_the_methods_of_3_2():
    item = {"query": {}, "additionalOperations": {"COPY": {"summary": "one"}}}
    before, after = count(document(paths={"/a": item})), count(document(paths={"/a": item | {"query": {"tags": []}}}))
    assert list(before.operations) == ["QUERY /a", "COPY /a"]
    assert before.operations["COPY /a"] == after.operations["COPY /a"]


def test_it_counts_swagger_too():
    found = count({"swagger": 2.0, "definitions": {"A": {}}, "paths": {"/a": {"get": {}}}})
    assert (found.openapi, list(found.schemas), list(found.operations)) == ("2.0", ["A"], ["GET /a"])


@pytest.mark.parametrize(
    "value", [{}, {"info": {}}, {"openapi": None}, {"openapi": {}}, {"openapi": True}, {"swagger": []}]
)
def test_what_is_not_openapi_is_refused(value):
    with pytest.raises(GeneratorError, match=r"^x\.json: not an OpenAPI document"):
        count(value)


@pytest.mark.parametrize(
    "odd",
    [{"paths": []}, {"paths": {"/a": None}}, {"components": 1}, {"components": {"schemas": "x"}}, {"info": ["x"]}],
)
def test_an_odd_shape_is_counted_and_never_a_crash(odd):
    assert count({"openapi": "3.0.0"} | odd).operations == {}


def test_differences_name_what_came_and_went():
    new = document(
        info={"title": "T", "version": "v2"},
        paths={"/a": {"get": {"summary": "two"}}, "/c": {"put": {}}},
        components={"schemas": {"A": {"type": "string"}, "C": {}}},
    )
    assert census.differences(count(document(), 1000), count(new, 2000)) == [
        "1,000 -> 2,000 bytes",
        "version v1 -> v2",
        "operations 3 -> 2: 1 added, 2 removed, 1 changed",
        "  + PUT /c",
        "  - POST /a",
        "  - GET /b",
        "schemas 2 -> 2: 1 added, 1 removed, 1 changed",
        "  + C",
        "  - B",
    ]


def test_a_parameter_of_the_whole_path_changes_its_operations():
    new = document()
    new["paths"]["/a"]["parameters"] = [{"name": "x"}]
    assert "operations 3 -> 3: 0 added, 0 removed, 2 changed" in census.differences(count(document()), count(new))


def test_true_is_not_one():
    old, new = document(paths={"/a": {"get": {"x": 1}}}), document(paths={"/a": {"get": {"x": True}}})
    assert "operations 1 -> 1: 0 added, 0 removed, 1 changed" in census.differences(count(old), count(new))


def test_the_same_content_is_told_from_a_change_elsewhere():
    assert census.differences(count(document()), count(document()))[-1] == "the same content, written differently"
    moved = document(servers=[{"url": "https://h"}])
    assert census.differences(count(document()), count(moved))[-1].startswith("nothing in operations or schemas")


def test_many_names_are_cut_short():
    new = document(paths={f"/{number}": {"get": {}} for number in range(40)})
    lines = census.differences(count(document(paths={})), count(new))
    assert "  + and 28 more" in lines
    assert len([line for line in lines if line.startswith("  + ")]) == 13


def test_a_strangers_text_cannot_steer_the_terminal():
    text = clean("a\x1b[31m\r\n\u202eb" + "x" * 1_000_000)
    assert text.isprintable()
    assert len(text) == 100
