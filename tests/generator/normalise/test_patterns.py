"""Patterns of a document: which can be tried, on how long a text, and why another is not."""

import re
import time

import pytest

from sdkwright.normalise.patterns import Pattern, judged

TRIED = (
    (r"^[a-z]+$", 1_000_000),
    (r"^\d{3}-\d{2}$", 1_000_000),
    (r"^[a-z0-9]+(?:-[a-z0-9]+)*$", 1_000_000),
    (r"^[^@\s]+@[^@\s]+\.[^@\s]+$", 3000),
    (r"^([a-z]+,)*[a-z]+$", 3000),
    (r"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", 3000),
    (r"^(?!.*--)[a-z-]+$", 200),
    (r"^(?:(?!--).)*$", 1_000_000),
    (r"(a|ab)*c", 3000),
    (r"[\s\S]*", 3000),
    (r"^$|^[A-Z]{2}$", 1_000_000),
)
ATTACKS = ("a", "ab", "0", "a-", "a,", "a@a.", " ", "A", "+", "-", "a.", "=", "é")


@pytest.mark.parametrize(("pattern", "longest"), TRIED)
def test_no_text_that_it_is_tried_on_takes_long(pattern, longest):
    found = judged(pattern)
    assert isinstance(found, Pattern)
    assert found.longest == longest
    compiled, length = re.compile(found.source, re.ASCII), min(found.longest, 20_000)
    for unit in ATTACKS:
        text = (unit * length)[: length - 1] + "!"
        began = time.process_time()
        compiled.search(text)
        assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        (r"^(a+)+$", "nothing tells the rounds apart"),
        (r"^(a|a)*$", "nothing tells the rounds apart"),
        (r"(a*)*", "nothing tells the rounds apart"),
        (r"(x+x+)+y", "nothing tells the rounds apart"),
        (r"^(\w+\s?)*$", "nothing tells the rounds apart"),
        (r"^(.*?,){11}P", "nothing tells the rounds apart"),
        (r"^(?:(?!.*x).)*$", "nothing tells the rounds apart"),
        (r".*a.*b.*c", "too many ways"),
        (r"a?a?a?a?a?a?a?a?aaaaaaaa", "too many ways"),
        (r"(\d+)\1", "refers back"),
        (r"\p{L}+", "Python cannot read it: bad escape"),
        (r"[]a]", "no empty set"),
        ("(", "Python cannot read it"),
        ("a" * 1001, "longer than 1000"),
        ("(?P<\x1b[2J>a", "Python cannot read it"),
    ],
)
def test_what_may_take_for_ever_or_is_no_pattern_is_not_tried(pattern, reason):
    found = judged(pattern)
    assert isinstance(found, str)
    assert reason in found
    assert found.isprintable()


@pytest.mark.parametrize(
    ("pattern", "fits", "differs"),
    [
        ("^a$", "a", "a\n"),
        (r"^\d$", "1", "\u0661"),
        (r"^\s$", "\u00a0", "x"),
        (r"^\S$", "x", "\u2003"),
        (r"^(?<y>\d)$", "1", "x"),
        (r"^[[a]$", "[", "b"),
        (r"^[a&&b]$", "&", "c"),
        (r"b", "abc", "ac"),
    ],
)
def test_a_pattern_means_what_it_does_in_javascript(pattern, fits, differs):
    compiled = re.compile(judged(pattern).source, re.ASCII)
    assert compiled.search(fits)
    assert not compiled.search(differs)
