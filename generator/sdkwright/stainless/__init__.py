"""Reads the configuration of a generator whose hosted product has ended: `stainless.yml`.

What it says becomes tables of `spec/sdk.toml`, names and actions of the overlay. Each key without a counterpart is told
with its path and what becomes of it.
"""

from sdkwright.stainless.migration import Migration
from sdkwright.stainless.reading import read
from sdkwright.stainless.report import compatibility_report

__all__ = ["Migration", "compatibility_report", "read"]
