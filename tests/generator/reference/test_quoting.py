"""Text that reaches a page is shown word for word, and is never markup."""

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.reference.quoting import described, fenced, inline, prose
from tests.generator.hostile.payloads import TEXTS
from tests.generator.hostile.rendering import rendered

MARKUP = {
    "script": "<script>alert(1)</script>",
    "image": '<img src=x onerror="alert(1)">',
    "entity": "&lt;script&gt; &#60;b&#62;",
    "link": "[click](javascript:alert(1))",
    "link by reference": "[click][evil]\n\n[evil]: https://evil.example",
    "autolink": "<https://evil.example> https://evil.example www.evil.example a@evil.example",
    "picture": "![](https://evil.example/x.png)",
    "fence": "```\n</code></pre><script>alert(1)</script>",
    "tilde fence": "~~~\ntext",
    "backquotes": "a ` b `` c ``` d",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~ ^f^ ==g==",
    "heading": "# heading",
    "rule": "---",
    "quote": "> quoted",
    "list": "- item",
    "numbered list": "12. item",
    "table": "a | b\n--|--\n1 | 2",
    "attributes": "{: onclick=alert(1) }{ #id .class }",
    "admonition": "!!! note\n    text",
    "include": '--8<-- "/etc/passwd"',
    "macro": "{{ config }} {% include 'x' %}",
    "autodoc": "::: os.system",
    "math": "$x$ \\(y\\)",
    "emoji": ":smile:",
    "comment": "<!-- not run: --> text -->",
    "abbreviation": "*[HTML]: text",
    "markdown in html": "<div markdown>**a**</div>",
    "backslash": "\\*a\\* \\",
}


@pytest.mark.parametrize("text", [*MARKUP.values(), *TEXTS.values()])
def test_a_text_is_shown_and_is_no_markup(text):
    shown = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in " ".join(text.split()))
    if not shown:
        assert not prose(text)
        return
    for quoted in (prose(text), f"- {prose(text)}", f"## {prose(text)} {{ #id }}", f"| {prose(text)} |\n|---|\n| a |"):
        plain = rendered(quoted.replace(prose(text), "words"))
        page = rendered(quoted)
        assert page.links == plain.links
        assert page.elements == plain.elements
        assert " ".join(page.said.split()) == " ".join(plain.said.replace("words", shown).split())


@pytest.mark.parametrize("text", [*MARKUP.values(), *TEXTS.values()])
def test_code_ends_where_it_ends(text):
    page = rendered(f"| {inline(text)} |\n|---|\n| {inline(text)} |")
    assert {key[0] for key in page.elements} == {"table", "thead", "tr", "th", "code", "tbody", "td"}
    assert page.elements["code",] == 2


@pytest.mark.parametrize("source", ["```\n", "x = 1\n  ```python\n", "~~~\n"])
def test_no_source_ends_its_fence(source):
    with pytest.raises(GeneratorError, match="holds a fence"):
        fenced(source)


def test_what_we_write_has_code():
    assert rendered(described("a `b_c` d")).elements == {("code",): 1}
    assert rendered(described("a `b_c` d")).said == "a b_c d"
