"""The environment of templates: texts are escaped, and a slip is no silence."""

import ast

import pytest
from jinja2 import UndefinedError

from sdkwright.emit.environment import environment


@pytest.mark.parametrize("text", ['"; import os; "', "\\", '"""', "{{ x }}", "é"])
def test_the_environment_escapes_what_a_template_quotes(text):
    template = environment().from_string('"{{ text | in_double_quote_literal }}"')
    assert ast.literal_eval(template.render(text=text)) == text


def test_a_name_that_a_template_misspells_is_not_written_as_nothing():
    template = environment().from_string("{{ nope }}")
    with pytest.raises(UndefinedError, match="'nope' is undefined"):
        template.render()
