"""Calls every operation of a package against its own stubs, and has another's validator judge what was sent."""

from sdkwright.contract.calls import MODES, Outcome, call_all
from sdkwright.contract.package import Package
from sdkwright.contract.run import Contract, run

__all__ = ["MODES", "Contract", "Outcome", "Package", "call_all", "run"]
