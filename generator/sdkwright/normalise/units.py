"""The units that the overlay may give a property with `x-unit`, and how texts name them."""

UNITS = {
    "money": "money, in the currency of the document it belongs to",
    "percent": "in percent, 18 for 18 %",
    "days": "days",
    "bytes": "bytes",
}
