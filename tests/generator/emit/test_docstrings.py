"""What docstrings say of arguments that the document does not describe."""

import pytest

from sdkwright.emit.docstrings import sentence
from sdkwright.ir import Parameter, Scalar


@pytest.mark.parametrize(
    ("wire", "location", "given", "said"),
    [
        ("gaugeId", "path", {}, "The id of the gauge."),
        ("order-number", "path", {}, "The number of the order."),
        ("id", "path", {}, "The id, as part of the path."),
        ("username", "path", {}, "The username, as part of the path."),
        ("username", "path", {"description": "Whose"}, "Whose."),
        ("page", "query", {"description": "Which:<br><ul><li>one</li> <LI class='x'>two</ul>"}, "Which: one two."),
        ("page", "query", {"description": "a < b, <id> and List<int>"}, "a < b, <id> and List<int>."),
        ("page", "query", {}, "Not described by the vendor."),
        ("page", "query", {"default": "1"}, "By default 1."),
        ("page", "query", {"default": "1", "description": "Which"}, "Which. By default 1."),
    ],
)
def test_a_name_or_a_default_says_what_the_document_does_not(wire, location, given, said):
    parameter = Parameter("argument", wire, Scalar("string"), location=location, required=True, nullable=False, **given)
    assert sentence(parameter, {}) == said
