"""Makes the fields of one record agree: amounts add up, counts count, ids point at what stands beside them."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from sdkwright.stubs.shapes import Record

_CENT = Decimal("0.01")
_SUMMED = ("SubTotalAmount", "DiscountAmount", "TaxAmount", "TotalAmount")


def settle(record: Record) -> None:
    """Correct `record` in place; its own records must be settled already."""
    if isinstance(record.get("Result"), list):
        _replace(record, {"Count": len(record["Result"]), "TotalCount": len(record["Result"]), "ErrorMessages": []})
    if "SubTotalAmount" in record:
        _replace(record, _amounts(record))
    for key, value in list(record.items()):
        if isinstance(value, dict) and "Id" in value:
            _replace(record, {f"{key}Id": value["Id"]})
    if isinstance(record.get("Name"), str) and isinstance(record.get("Email"), str):
        mailbox = ".".join(part for part in record["Name"].lower().split() if part.isalpha())
        record["Email"] = f"{mailbox}@example.com"


def _amounts(record: Record) -> dict[str, Decimal]:
    items = record.get("Items")
    if isinstance(items, list) and items and "SubTotalAmount" in items[0]:
        amounts = {name: sum((item.get(name, Decimal(0)) for item in items), Decimal("0.00")) for name in _SUMMED}
    else:
        amounts = _line(record)
    return amounts | {"TotalWithShipping": amounts["TotalAmount"] + record.get("ShippingAmount", Decimal(0))}


def _line(record: Record) -> dict[str, Decimal]:
    """The amounts of an item, or of a document that shows no items: at 10 % discount and 20 % tax, if it has them."""
    subtotal = record["SubTotalAmount"]
    if "Cost" in record:
        subtotal = _cents(record["Cost"] * record.get("Quantity", record.get("MinimumQuantity", Decimal(1))))
    discount, tax = Decimal("0.00"), Decimal("0.00")
    if "DiscountAmount" in record:
        discount = _cents(subtotal * record.get("DiscountPercentage", Decimal(10)) / 100)
    if "TaxAmount" in record:
        tax = _cents((subtotal - discount) * record.get("TaxPercentage", Decimal(20)) / 100)
    total = subtotal - discount + tax
    return dict(zip(_SUMMED, (subtotal, discount, tax, total), strict=True))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, rounding=ROUND_HALF_UP)


def _replace(record: Record, values: Mapping[str, object]) -> None:
    """Only what the schema already gave the record: a stub shows no field that the document does not have."""
    record.update({name: value for name, value in values.items() if name in record})
