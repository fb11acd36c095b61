"""Makes the fields of one record agree: amounts add up, counts count, ids point at what stands beside them."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from sdkwright.config import Configuration
from sdkwright.examples.tables import Amounts, Examples

_CENT: Final = Decimal("0.01")


def settle(record: dict[str, Any], examples: Examples, configuration: Configuration) -> None:
    """Correct a record in place; its own records must be settled already.

    Args:
        record: The record.
        examples: What agrees with what.
        configuration: What pages look like.
    """
    _replace(record, _counts(record, configuration))
    _replace(record, _amounts(record, examples.amounts))
    if identity := examples.identity:
        for name, value in list(record.items()):
            if isinstance(value, dict) and identity.field in value:
                _replace(record, {f"{name}{identity.field}": value[identity.field]})
    for mailbox in examples.mailbox:
        owner = record.get(mailbox.name)
        if isinstance(owner, str) and isinstance(record.get(mailbox.field), str):
            local = ".".join(part for part in owner.lower().split() if part.isalpha())
            record[mailbox.field] = f"{local}@{mailbox.domain}"


def _counts(record: Mapping[str, Any], configuration: Configuration) -> dict[str, object]:
    for page in configuration.numbered.values():
        if isinstance(items := record.get(page.items), list):
            counted: dict[str, object] = {name: len(items) for name in (page.count, page.total) if name}
            fault = configuration.errors.fault
            return counted | ({fault.messages: []} if fault else {})
    return {}


def _amounts(record: Mapping[str, Any], amounts: Amounts) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    items = record.get(amounts.items or "")
    if isinstance(items, list) and items and amounts.sums and amounts.sums[0] in items[0]:
        found = {name: sum((item.get(name, Decimal(0)) for item in items), Decimal("0.00")) for name in amounts.sums}
    for amount in amounts.formula:
        if amount.field in record and amount.field not in found:
            value = amount.value.value({**record, **found})
            if value is not None:
                found[amount.field] = value.quantize(_CENT, rounding=ROUND_HALF_UP)
    return found


def _replace(record: dict[str, Any], values: Mapping[str, object]) -> None:
    """Only what the schema already gave the record: a stub shows no field that the document does not have."""
    record.update({name: value for name, value in values.items() if name in record})
