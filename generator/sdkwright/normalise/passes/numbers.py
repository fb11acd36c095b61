"""Makes every fractional number a decimal."""

from typing import Any

from sdkwright.normalise.context import Context
from sdkwright.normalise.sites import schema_sites


def numbers_to_decimal(document: dict[str, Any], _context: Context) -> int:
    """Set `format: decimal` on every number: this API uses them for money, quantities and percentages only."""
    count = 0
    for site in schema_sites(document):
        if site.schema.get("type") == "number":
            site.schema["format"] = "decimal"
            count += 1
    return count
