"""The documentation's pages of the resources: every method with its operation, arguments, result, errors, example."""

from sdkwright.reference.additions import method_names
from sdkwright.reference.corrections import corrections
from sdkwright.reference.pages import render

__all__ = ["corrections", "method_names", "render"]
