"""Calls every operation of a package against its own stubs, and has another's validator judge what was sent."""

from sdkwright.contract.calls import MODES, Outcome, Way, call_all, edges, plain
from sdkwright.contract.package import Package
from sdkwright.contract.run import Contract, judged, run

__all__ = ["MODES", "Contract", "Outcome", "Package", "Way", "call_all", "edges", "judged", "plain", "run"]
