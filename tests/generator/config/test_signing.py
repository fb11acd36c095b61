"""`[[security]]` of a scheme that a hook signs for, and `[errors]` with paths."""

import pytest

from sdkwright import config
from sdkwright.errors import GeneratorError

LEAST = '[package]\nname = "acme"\nclient = "Acme"\n'


def read(folder, text):
    path = folder / "sdk.toml"
    path.write_text(LEAST + text, encoding="utf-8")
    return config.read(path, name="spec/sdk.toml")


def test_a_scheme_that_a_hook_signs_for_has_parts(tmp_path):
    [table] = read(tmp_path, '[[security]]\nscheme = "a"\nstyle = "hook"\nparts = ["key_id", "secret"]').security
    assert table.signed_with == ("key_id", "secret")
    [table] = read(tmp_path, '[[security]]\nscheme = "a"\nstyle = "hook"\nvariable = "A_KEY"').security
    assert (table.signed_with, table.variable) == (("secret",), "A_KEY")
    [table] = read(tmp_path, '[[security]]\nscheme = "a"').security
    assert table.signed_with == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('parts = ["key_id"]', 'scheme "a" has parts, which a hook signs with; set style = "hook"'),
        ('style = "hook"\nparts = []', "parts: [] is not allowed; allowed is a list of names of arguments"),
        ('style = "hook"\nparts = ["timeout"]', 'parts: ["timeout"] is not allowed'),
        ('style = "hook"\nparts = ["a", "a"]', "is not allowed"),
        ('style = "hok"', 'style: "hok" is not allowed (did you mean "hook"?)'),
    ],
)
def test_what_no_hook_could_sign_with_is_refused(tmp_path, text, said):
    with pytest.raises(GeneratorError) as caught:
        read(tmp_path, f'[[security]]\nscheme = "a"\n{text}')
    assert said in str(caught.value)


@pytest.mark.parametrize("path", ["message", "error.message", "errors[0].detail", "a b.c-d[9][0].e"])
def test_a_message_may_lie_below_the_top(tmp_path, path):
    assert read(tmp_path, f'[errors]\nmessage = ["{path}"]\nfields = "{path}"').errors.message == (path,)


@pytest.mark.parametrize("path", [".", "a.", ".a", "a..b", "[0]", "a[]", "a[10]", "a[0]b", "a[*].b", "a[0"])
def test_what_is_no_path_is_refused(tmp_path, path):
    with pytest.raises(GeneratorError, match="or of paths to them, each once, such as"):
        read(tmp_path, f'[errors]\nmessage = ["{path}"]')
