"""The documentation's pages of the resources: every method with its operation, arguments, result, errors, example."""

from generator.reference.additions import method_names
from generator.reference.corrections import corrections
from generator.reference.pages import render

__all__ = ["corrections", "method_names", "render"]
