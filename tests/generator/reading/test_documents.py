"""Reading what strangers wrote, and writing YAML that reads back the same."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sdkwright import documents
from sdkwright.errors import GeneratorError

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda children: st.lists(children, max_size=3) | st.dictionaries(st.text(), children, max_size=3),
    max_leaves=10,
)


@pytest.mark.parametrize(
    "data",
    [
        b'{"openapi": "3.0.0", "paths": {"/a": {"ok": true, "n": 1.5}}}',
        b'\xef\xbb\xbf{"openapi": "3.0.0", "paths": {"/a": {"ok": true, "n": 1.5}}}',
        b"openapi: 3.0.0\npaths:\n  /a:\n    ok: true\n    n: 1.5\n",
        b"{openapi: 3.0.0, paths: {/a: {ok: true, n: 1.5}}}".replace(b"{openapi", b"---\n{openapi"),
    ],
    ids=["json", "json with a mark", "yaml", "yaml in flow style"],
)
def test_json_and_yaml_load_the_same(data):
    assert documents.load(data, name="spec") == {"openapi": "3.0.0", "paths": {"/a": {"ok": True, "n": 1.5}}}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on", "on"),
        ("no", "no"),
        ("2020-01-01", "2020-01-01"),
        ("0o17", 15),
        ("012", 12),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("=", "="),
        ("<<", "<<"),
        ("True", True),
        ("0x1F", 31),
        ("+7", 7),
        (".5", 0.5),
        ("Null", None),
        ("yes", "yes"),
        ("y", "y"),
        ("true", True),
        ("~", None),
        ("", None),
        ("-7", -7),
        ("1e3", 1000.0),
        ("'200'", "200"),
    ],
)
def test_yaml_scalars_mean_what_they_mean_in_json(written, value):
    loaded = documents.load(f"key: {written}".encode(), name="spec")["key"]
    assert (loaded, type(loaded)) == (value, type(value))


def test_an_alias_repeats_what_its_anchor_names():
    data = b"a: &x {b: [1]}\nc: [*x, *x]\nd: {<<: *x, e: 2}\nf: {<<: [{b: 0}, *x], b: 3}\n"
    loaded = documents.load(data, name="spec")
    assert loaded == {"a": {"b": [1]}, "c": [{"b": [1]}] * 2, "d": {"b": [1], "e": 2}, "f": {"b": 3}}
    assert loaded["c"][0] is not loaded["c"][1]


def test_what_aliases_repeat_is_bounded():
    laughs = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 20))
    with pytest.raises(GeneratorError, match="more than 1,000,000 values"):
        documents.load(f"a0: &a0 lol\n{laughs}\n".encode(), name="spec")


@pytest.mark.parametrize("head", ["", "# YAML\n"])
def test_a_key_that_stands_twice_can_be_told(head):
    told = []
    text = '{"paths": {"/a": {"get": 1, "put": 2}, "/a": {"get": 3}}, "b": {"c": 1, "c": 2, "c": 3}}'
    loaded = documents.load(f"{head}{text}".encode(), name="spec", tell=lambda *said: told.append(said))
    assert loaded == {"paths": {"/a": {"get": 3, "put": 2}}, "b": {"c": 3}}
    assert told == [
        ("/b", "the key 'c' stands twice; the last one counts"),
        ("/b", "the key 'c' stands twice; the last one counts"),
        ("/paths", "the key '/a' stands twice; what is only in the first one is added to the last"),
    ]


def test_a_yaml_key_is_always_text():
    assert documents.load(b"200: a\ntrue: b\n", name="spec") == {"200": "a", "true": "b"}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b" \n", "spec: the file is empty; fetch it again or name another source."),
        (b"\xff{}", "spec: not UTF-8 text (byte 0); save it as UTF-8."),
        (b"[1]", "spec: the top level is not an object; an OpenAPI document starts with `openapi:`."),
        (b"just text", "spec: the top level is not an object; an OpenAPI document starts with `openapi:`."),
        (b"# nothing else", "spec: not JSON or YAML that we accept: there is no document in it."),
        (b'{"a": 1, "a": 2}', "spec: not JSON that we accept: the key 'a' stands twice in one object."),
        (b"a: 1\na: 2", "spec: not JSON or YAML that we accept: the key 'a' stands twice in one object."),
        (b'{"a": NaN}', "spec: not JSON that we accept: NaN is not a JSON number."),
        (b'{"a": 1e999}', "spec: not JSON that we accept: the number 1e999 is out of range."),
        (b"a: 1e999", "spec: not JSON or YAML that we accept: the number 1e999 is out of range."),
        (
            b"a: &x [*x]",
            "spec: not JSON or YAML that we accept: line 1 has a YAML anchor whose value holds itself.",
        ),
        (b"a: .nan", "spec: not JSON or YAML that we accept: the number nan is out of range."),
        (
            b"a: !!python/name:os.system ''",
            (
                "spec: not JSON or YAML that we accept: line 1 has the tag 'tag:yaml.org,2002:python/name:os.system', "
                "which is not JSON."
            ),
        ),
        (b"? [a]\n: 1", "spec: not JSON or YAML that we accept: line 1 has a key that is not text."),
    ],
)
def test_what_is_not_a_plain_document_is_refused(data, sentence):
    with pytest.raises(GeneratorError) as caught:
        documents.load(data, name="spec")
    assert str(caught.value) == sentence


@pytest.mark.parametrize("data", [b'{"a": ', b"a: [1", b"a: 'b", b"a: b: c", b"a: 1\n---\nb: 2", b"a: \x07"])
def test_broken_syntax_is_one_sentence(data):
    with pytest.raises(GeneratorError, match=r"^spec: not JSON.* that we accept: .*\.$") as caught:
        documents.load(data, name="spec")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "data", [b'{"a": ' + b"[" * 200 + b"]" * 200 + b"}", b"a: " + b"[" * 200 + b"]" * 200, b'{"a":' * 100_000]
)
def test_nesting_is_bounded(data):
    with pytest.raises(GeneratorError, match=f"nested more than {documents.MAX_DEPTH} levels deep"):
        documents.load(data, name="spec")


def test_size_is_bounded(monkeypatch):
    monkeypatch.setattr(documents, "MAX_BYTES", 10)
    with pytest.raises(GeneratorError, match=re.escape("spec: 11 bytes, more than the 10 that we read.")):
        documents.load(b'{"a": "bc"}', name="spec")
    assert documents.load(b'{"a": "b"}', name="spec") == {"a": "b"}


@pytest.mark.parametrize("data", [b'{"a": [1, 2, 3, 4]}', b"a: [1, 2, 3, 4]"])
def test_the_number_of_values_is_bounded(data, monkeypatch):
    monkeypatch.setattr(documents, "MAX_NODES", 5)
    with pytest.raises(GeneratorError, match="more than 5 values"):
        documents.load(data, name="spec")


@given(st.dictionaries(st.text(), JSON_VALUES, min_size=1, max_size=4))
@example({"": "0E0", "1e3": "12", "null": "~", "12\n": "true\n"})
def test_what_is_dumped_loads_the_same(document):
    text = documents.dump_yaml(document, header="one\ntwo")
    assert text.startswith("# one\n# two\n")
    assert documents.load(text.encode(), name="spec") == document


def test_a_dump_repeats_shared_values_and_keeps_the_order():
    shared = {"z": 1, "a": "two\nlines\n"}
    text = documents.dump_yaml({"second": shared, "first": shared}, header="h")
    value = "\n  z: 1\n  a: |\n    two\n    lines\n"
    assert text == f"# h\nsecond:{value}first:{value}"


def test_walk_gives_every_value_with_its_pointer_in_document_order():
    document = {"a": [{"b/c": 1}, 2], "d~e": {"f": None}}
    assert [pointer for pointer, _ in documents.walk(document)] == [
        "",
        "/a",
        "/a/0",
        "/a/0/b~1c",
        "/a/1",
        "/d~0e",
        "/d~0e/f",
    ]
    assert dict(documents.walk(document))["/a/0/b~1c"] == 1
    assert [pointer for pointer, _ in documents.walk([1], "/x")] == ["/x", "/x/0"]
