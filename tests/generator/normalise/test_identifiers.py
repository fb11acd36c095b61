"""Python names out of wire names."""

import keyword
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sdkwright.errors import GeneratorError
from sdkwright.normalise.identifiers import MAX_NAME, check_class, check_member, check_snake, member, snake


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("Id", "id"),
        ("ClientCountryId", "client_country_id"),
        ("UILanguageId", "ui_language_id"),
        ("pageSize", "page_size"),
        ("Address2", "address2"),
        ("PDFFile", "pdf_file"),
        ("already_snake", "already_snake"),
        ("x-auth-key", "x_auth_key"),
        ("a  b..c", "a_b_c"),
        ("2ndTax", "n2nd_tax"),
        ("From", "from_"),
        ("List", "list_"),
        ("self", "self_"),
        ("Straße", "strasse"),
        ("日本", ""),
        ("__class__", "class_"),
    ],
)
def test_snake(wire, name):
    assert snake(wire) == name


@pytest.mark.parametrize(
    ("wire", "name"), [("PastDue", "PAST_DUE"), ("Class", "CLASS"), ("30Days", "N30_DAYS"), ("!", ""), ("A-B", "A_B")]
)
def test_member(wire, name):
    assert member(wire) == name


@given(st.text())
def test_whatever_snake_makes_is_empty_or_a_safe_name(text):
    name = snake(text)
    if name:
        assert name.isidentifier()
        assert name.isascii()
        assert not keyword.iskeyword(name)
        assert not name.startswith("_")
        assert snake(name) == name


@pytest.mark.parametrize("name", ["id", "page_size", "list", "from_", "n2nd", "a" * MAX_NAME])
def test_a_snake_name_is_accepted(name):
    assert check_snake(name, "here") == name


@pytest.mark.parametrize(
    "name", ["", "Id", "page-size", "from", "self", "a__b", "_a", "a\n", "é", "__init__", "a" * (MAX_NAME + 1)]
)
def test_a_bad_snake_name_is_refused(name):
    with pytest.raises(GeneratorError) as caught:
        check_snake(name, "here")
    shown = repr(name[:80])
    assert str(caught.value) == f"here: {shown} cannot be a Python name here; name it in snake_case in spec/names.toml."


@pytest.mark.parametrize("name", ["", "Past", "PAST-DUE", "2ND", "_A", "A\n", "A" * (MAX_NAME + 1)])
def test_a_bad_member_is_refused(name):
    with pytest.raises(GeneratorError, match=r"^here: .* cannot be an enum member; name it under \[members\]"):
        check_member(name, "here")
    assert check_member("PAST_DUE", "here") == "PAST_DUE"


@pytest.mark.parametrize(
    "name", ["", "invoice", "Invoice_", "In voice", "None", "Model", "Pager", "A\n", "A" * (MAX_NAME + 1)]
)
def test_a_bad_class_is_refused(name):
    with pytest.raises(GeneratorError, match=rf"^here: {re.escape(repr(name[:80]))} cannot be a public class;"):
        check_class(name, "here")
    assert check_class("InvoiceItem", "here") == "InvoiceItem"
