"""The values that stubs and documentation show: what is declared, what comes of it, and what a mistake says."""

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given

from sdkwright import examples
from sdkwright.errors import GeneratorError
from sdkwright.examples.coherence import settle
from sdkwright.examples.formulas import Formula, FormulaError
from sdkwright.examples.values import Values
from sdkwright.ir import build
from sdkwright.project import Project
from sdkwright.stubs import render
from tests.generator.config.declared import is_read_or_refused, keys, tables_like

SDK = """
[package]
name = "acme"
client = "Acme"
[pagination.things]
style = "page-number"
items = "data"
total = "size"
default_size = 10
"""


@pytest.fixture
def read(tmp_path):
    """Reads a text as a project's file."""

    def read(text):
        path = tmp_path / "examples.toml"
        path.write_text(text, encoding="utf-8")
        return examples.read(path, name="spec/examples.toml")

    return read


@pytest.fixture
def project(tmp_path):
    """Makes a project of an API that pages in another way, with a text of its examples."""

    def project(text=""):
        (tmp_path / "spec").mkdir(exist_ok=True)
        (tmp_path / "spec" / "sdk.toml").write_text(SDK, encoding="utf-8")
        (tmp_path / "spec" / "examples.toml").write_text(text, encoding="utf-8")
        return Project(tmp_path)

    return project


def test_a_project_needs_no_file(tmp_path):
    found = examples.read(tmp_path / "examples.toml", name="spec/examples.toml")
    assert found == examples.Examples()
    values = Values(found)
    assert values.text("a", "Pet", "Name").istitle() or values.text("a", "Pet", "Name")[0].isupper()
    assert 1 <= values.integer("a", "Id") <= 12
    assert Decimal(10) <= values.decimal("a", "Price") < Decimal(500)
    assert values.boolean("a", "") is True


def test_the_first_rule_that_fits_counts(read):
    rules = read(
        """
        [[text]]
        fields = ["Name"]
        schema = "Dog"
        choices = ["Rex"]
        [[text]]
        fields = ["Name", "Nickname"]
        shape = "N-##??"
        [[text]]
        endings = ["Name", "Url"]
        hex = "x-^^"
        [[text]]
        fields = ["Owner"]
        faker = "{first_name} {last_name} (owner)"
        """
    )
    values = Values(rules)
    assert values.text("a", "DogSummary", "Name") == "Rex"
    number = values.text("a", "Cat", "Name")
    assert number[:2] == "N-"
    assert number[2:4].isdigit()
    assert number[4:].isupper()
    assert re.fullmatch("x-[0-9a-f]{2}", values.text("a", "Cat", "FileName"))
    assert values.text("a", "Cat", "Owner").endswith(" (owner)")
    assert values.text("a", "Cat", "Owner") == values.text("a", "Dog", "Owner") != values.text("b", "Cat", "Owner")


def test_numbers_keep_to_what_is_declared(read):
    values = Values(
        read(
            """
            [[integer]]
            endings = ["Days"]
            choices = [14, 30]
            [[integer]]
            fields = ["Size"]
            range = [7, 8]
            [[decimal]]
            endings = ["Percentage"]
            choices = ["5", "7.5"]
            [[decimal]]
            fields = ["Shipping"]
            cents = [299, 300]
            [flags]
            off = ["Locked"]
            [moments]
            later = ["Due"]
            """
        ),
        off=["Failed"],
    )
    places = [str(number) for number in range(40)]
    assert {values.integer(place, "PaymentDays") for place in places} == {14, 30}
    assert {values.integer(place, "Size") for place in places} == {7, 8}
    assert {str(values.decimal(place, "TaxPercentage")) for place in places} == {"5", "7.5"}
    assert {str(values.decimal(place, "Shipping")) for place in places} == {"2.99", "3.00"}
    assert {values.boolean(place, "Open") for place in places} == {True, False}
    assert {values.boolean(place, field) for place in places for field in ("Locked", "Failed")} == {False}
    assert max(values.moment(place, "Issued") for place in places) < min(
        values.moment(place, "Due") for place in places
    )


def test_an_id_points_at_a_record_that_every_account_has(read):
    rules = read(
        """
        [identity]
        field = "id"
        [[catalogue]]
        schemas = ["Country"]
        references = ["country_id"]
        records = [{ id = 44, code = "GB" }, { id = 49, code = "DE" }]
        """
    )
    assert {Values(rules).integer(str(place), "home_country_id") for place in range(40)} == {44, 49}
    assert [record["code"] for record in rules.records("Country")] == ["GB", "DE"]
    assert rules.records("Town") == ()


@pytest.mark.parametrize(
    ("text", "fields", "value"),
    [
        ("Cost * (Pieces | 1)", {"Cost": Decimal("2.50"), "Pieces": 3}, "7.50"),
        ("Cost * (Pieces | 1)", {"Cost": Decimal("2.50"), "Pieces": None}, "2.50"),
        ("A - B / 4 + 1", {"A": 3, "B": 2}, "3.5"),
        ("A | B | 9", {"B": 5}, "5"),
        ("A | B | 9", {}, "9"),
        ("A + 1", {}, None),
        ("A + 1", {"A": "text"}, None),
        ("1 / A", {"A": 0}, None),
    ],
)
def test_a_formula_counts_with_fields(text, fields, value):
    found = Formula.parse(text).value(fields)
    assert found == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "text",
    ["", "A +", "f(A)", "A.b", "A ** 99", "'A'", "1.5", "True", "A[0]", "lambda: 1", "-A", "(" * 500, "1+" * 200 + "1"],
)
def test_what_is_more_than_arithmetic_is_no_formula(text):
    with pytest.raises(FormulaError):
        Formula.parse(text)


def test_the_fields_of_a_record_agree(read, project):
    rules = read(
        """
        [identity]
        field = "Id"
        [[mailbox]]
        field = "Email"
        name = "Name"
        domain = "example.org"
        [amounts]
        items = "Lines"
        sums = ["Net", "Gross"]
        [[amounts.formula]]
        field = "Net"
        value = "Price * Pieces"
        [[amounts.formula]]
        field = "Gross"
        value = "Net * (100 + (Tax | 20)) / 100"
        """
    )
    configuration = project().configuration
    line = {"Price": Decimal("3.33"), "Pieces": 3, "Net": Decimal(0), "Gross": Decimal(0), "Tax": 10}
    settle(line, rules, configuration)
    assert (line["Net"], line["Gross"]) == (Decimal("9.99"), Decimal("10.99"))
    order = {"Lines": [line, line], "Net": Decimal(1), "Gross": Decimal(1), "Client": {"Id": 7}, "ClientId": 1}
    order |= {"Name": "Ann van Dyk 2", "Email": "x@y.z"}
    settle(order, rules, configuration)
    assert (order["Net"], order["Gross"]) == (Decimal("19.98"), Decimal("21.98"))
    assert (order["ClientId"], order["Email"]) == (7, "ann.van.dyk@example.org")
    page = {"data": [1, 2, 3], "size": 99, "other": 1}
    settle(page, rules, configuration)
    assert page == {"data": [1, 2, 3], "size": 3, "other": 1}
    free = {"Net": Decimal("5.00"), "Gross": Decimal(0)}
    settle(free, rules, configuration)
    assert free == {"Net": Decimal("5.00"), "Gross": Decimal("6.00")}


def document():
    """An API with one list, whose pages are unlike those of the project's own."""
    page = {"data": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}, "size": {"type": "integer"}}
    answer = {"application/json": {"schema": {"$ref": "#/components/schemas/PetPage"}}}
    operation = {
        "operationId": "pets.list",
        "parameters": [{"name": "page", "x-wire-name": "p", "in": "query", "schema": {"type": "integer"}}],
        "responses": {"200": {"description": "OK", "content": answer}},
        "x-paginated": {"items": "Pet", "page": "page"},
    }
    pet = {"type": "object", "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}
    schemas = {"Pet": pet, "PetPage": {"type": "object", "properties": page}}
    return {
        "servers": [{"url": "https://pets.example"}],
        "paths": {"/pets": {"get": operation}},
        "components": {"schemas": schemas},
    }


def test_stubs_of_another_api_know_its_pages_and_nothing_of_ours(project):
    texts = render(build(document()), project=project('[[text]]\nfields = ["name"]\nchoices = ["Rex"]\n'))
    [plain] = json.loads(texts["pets.json"])["mappings"]
    assert [pet["name"] for pet in plain["response"]["jsonBody"]["data"]] == ["Rex", "Rex"]
    assert plain["response"]["jsonBody"]["size"] == 2
    edges = json.loads(texts["edge-pets.json"])["mappings"]
    turned = [edge["response"]["jsonBody"] for edge in edges if edge["metadata"]["edge"] == "pages"]
    assert [len(body["data"]) for body in turned] == [2, 2, 1, 0]
    assert {body["size"] for body in turned} == {5}
    names = {edge["metadata"]["edge"] for edge in edges}
    assert {"no-result", "counts-null", "counts-low", "pages-flaky"} <= names
    assert not {"faulted", "complaint"} & names
    shared = {
        edge["metadata"]["edge"]: edge["response"] for edge in json.loads(texts["edge-any-operation.json"])["mappings"]
    }
    assert shared["404-json"]["jsonBody"] == {"message": "No HTTP resource was found that matches the request."}
    assert "400-model-state" not in shared
    for word in ('"Message"', "TotalCount", "IsFaulted", "ModelState", "Envoice"):
        assert word not in "".join(texts.values())


def test_another_service_has_other_ids_of_its_stubs(project):
    made = [document(), document() | {"servers": [{"url": "https://cats.example"}]}]
    first, second = (
        json.loads(render(build(one), project=project())["pets.json"])["mappings"][0]["id"] for one in made
    )
    assert first != second


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '[[text]]\nfield = ["Name"]\nchoices = ["Rex"]',
            (
                ': [[text]] number 1 has no key "field" (did you mean "fields"?); it takes fields, endings, schema, '
                "choices, shape, hex and faker."
            ),
        ),
        ('[[text]]\nchoices = ["Rex"]', ": [[text]] number 1 needs fields or endings, or both."),
        ('[[text]]\nfields = ["Name"]', ": [[text]] number 1 needs exactly one of choices, shape, hex and faker."),
        (
            '[[text]]\nfields = ["A"]\nshape = "#"\n[[text]]\nfields = ["Name"]\nshape = "#"\nhex = "^"',
            ": [[text]] number 2 needs exactly one of choices, shape, hex and faker.",
        ),
        ('[[integer]]\nfields = ["A"]', ": [[integer]] number 1 needs exactly one of choices and range."),
        ('[[decimal]]\nfields = ["A"]', ": [[decimal]] number 1 needs exactly one of choices and cents."),
        (
            '[[integer]]\nfields = ["A"]\nrange = [3, 1]',
            (
                ": [[integer]] number 1 range: [3, 1] is not allowed; allowed is two whole numbers, the lowest and the "
                "highest, such as [1, 12]."
            ),
        ),
        (
            '[[decimal]]\nfields = ["A"]\nchoices = ["1", "one"]',
            (
                ': [[decimal]] number 1 choices: ["1", "one"] is not allowed; allowed is a list of decimal numbers as '
                'texts, such as ["1", "1.5"].'
            ),
        ),
        (
            '[[amounts.formula]]\nfield = "A"\nvalue = "f(B)"',
            (
                ': [[amounts.formula]] number 1 value: "f(B)" is not allowed; allowed is names, whole numbers, + - * / '
                "and parentheses, with | before the alternative, such as Cost * (Pieces | 1)."
            ),
        ),
        (
            "[identity]",
            ': [identity] lacks field; allowed is text of one line, at most 100 characters, without ", \\ and `.',
        ),
        (
            '[[catalogue]]\nschemas = ["A"]\nreferences = ["AId"]\nrecords = [{ Id = 1 }]',
            ": [[catalogue]] number 1 has references; say in [identity] field which field holds the id of a record.",
        ),
        (
            '[identity]\nfield = "Id"\n[[catalogue]]\nschemas = ["A"]\nreferences = ["AId"]\nrecords = [{ Id = "1" }]',
            (": [[catalogue]] number 1 records: one has no whole number as Id, to which references lead; add it."),
        ),
        ("text = 1", ": text is not a list of tables; write [[text]] above each."),
    ],
)
def test_a_mistake_is_a_sentence_with_the_place_and_the_way_out(text, said, read):
    with pytest.raises(GeneratorError) as caught:
        read(text)
    assert str(caught.value) == f"spec/examples.toml{said}"


@given(table=tables_like(examples.Examples))
def test_whatever_it_holds_is_read_or_refused_in_a_sentence(table):
    assert is_read_or_refused(table, examples.Examples, "spec/examples.toml")


def test_a_provider_that_is_not_there_is_a_sentence(read):
    values = Values(read('[[text]]\nfields = ["Name"]\nfaker = "{frist_name}"'))
    with pytest.raises(
        GeneratorError, match=r"^spec/examples.toml: \[\[text\]\] faker: Faker has no provider \{frist_n"
    ):
        values.text("a", "Pet", "Name")


def test_every_key_is_described_for_maintainers():
    page = (Project.find(__file__).root / "docs/pages/maintainers/examples.md").read_text(encoding="utf-8")
    assert [name for _, name in keys(examples.Examples) if f"`{name}`" not in page and f"[{name}]" not in page] == []
