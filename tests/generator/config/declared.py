"""What can stand in a file of tables, for tests of whatever may stand there."""

import re
from datetime import date

import attrs
from hypothesis import strategies as st

from sdkwright.config.keys import shape, value_kind
from sdkwright.config.reading import _Table
from sdkwright.errors import GeneratorError

_TEXTS = st.sampled_from(
    ["", "acme", "Acme", "ACME", "/a/", "x-id", "A * (B | 1)", "client.a.b(1)", "404", "{first_name}", "#"]
)


def keys(kind, path=""):
    """Every key of a class of tables and of those below it, with the path of its table."""
    for field in attrs.fields(kind):
        yield path, field.name
        if shape(field) != "value":
            yield from keys(value_kind(field), f"{path}.{field.name}".lstrip("."))


def tables_like(kind):
    """Tables with the keys of a class of tables, and with what TOML can hold under each."""
    names = st.sampled_from(sorted({name for _, name in keys(kind)})) | st.text(max_size=5)
    plain = _TEXTS | st.text() | st.integers() | st.floats() | st.booleans() | st.just(date(2026, 1, 1))
    inner = st.recursive(
        plain, lambda below: st.lists(below, max_size=3) | st.dictionaries(names, below, max_size=4), max_leaves=12
    )
    return st.dictionaries(names, inner, max_size=5)


def is_read_or_refused(table, kind, file):
    """Whether a table makes an instance of a class of tables, or one sentence on where it does not."""
    try:
        return isinstance(_Table(file, "", table).fill(kind), kind)
    except GeneratorError as error:
        return re.fullmatch(rf"{re.escape(file)}.{{1,1000}}\.", str(error)) is not None
