"""Models for other libraries: rows for data frames, tables of Arrow, and JSON of the standard library."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ._json.default import json_default
from ._json.rows import Table
from ._json.shapes import shape_of

__all__ = ["json_default", "to_arrow", "to_rows"]


def to_rows(
    models: Iterable[object], *, depth: int = 1, explode: str | None = None, secrets: bool = False
) -> list[dict[str, Any]]:
    """Return models as flat rows, all with the same columns: what `pandas.DataFrame` and `polars.DataFrame` take.

    A column is called as the field is in Python. The fields of a model within a model have columns of their own, such
    as `client.name`. Lists, maps, unions, free-form values and deeper models are JSON in a text. Amounts are Decimals,
    dates and times are those of `datetime`; enums, ids, durations and times of day are texts. What is null or absent is
    None.

    Args:
        models: A list of models, a page, or a pager, which is read to its end. Anything that is no model is a row with
            the one column `value`.
        depth: How many models within one another have columns of their own.
        explode: A field that holds a list: each row is then of one of its items, with columns such as `items.cost`. A
            model whose list is empty has one row.
        secrets: Whether secrets are among the values. Otherwise each is `<hidden>`, and so is the query of a link.

    Raises:
        APIError: A page could not be fetched.
        ConfigurationError: No model has a list of the name that `explode` gives, or `depth` is no integer from 0.
        EncodeError: A value has no JSON form; the message names the field.
    """
    return Table(models, None, depth=depth, explode=explode, secrets=secrets).complete_rows()


def to_arrow(
    models: Iterable[object],
    *,
    model: type | None = None,
    depth: int = 1,
    explode: str | None = None,
    secrets: bool = False,
) -> Any:
    """Return models as a `pyarrow.Table` with the columns of `to_rows`.

    Amounts are decimals with 10 fraction digits, times are in UTC. A time without an offset is taken as UTC, with a
    warning.

    Args:
        models: As for `to_rows`.
        model: The class of the models, which has columns even if there are none; None to take those of the models.
        depth: As for `to_rows`.
        explode: As for `to_rows`.
        secrets: As for `to_rows`.

    Raises:
        APIError: A page could not be fetched.
        ConfigurationError: As for `to_rows`; or pyarrow is not installed.
        EncodeError: A value does not fit exactly into its column; the message names the column.
    """
    from ._json.arrow import arrow_table

    item = None if model is None else shape_of(model)
    return arrow_table(Table(models, item, depth=depth, explode=explode, secrets=secrets), stacklevel=2)
