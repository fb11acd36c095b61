"""A comparison as one page of HTML that fetches nothing: what was found, and the documents side by side."""

from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sdkwright.diff.comparison import AUDIENCE, Comparison
from sdkwright.diff.findings import Severity
from sdkwright.diff.reports.sides import pairs
from sdkwright.diff.rules import RULES

_TEMPLATES: Final = Path(__file__).parent


def to_html(comparison: Comparison) -> str:
    """The page. Every text of the documents is escaped."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.jinja").render(
        comparison=comparison,
        groups=list(comparison.groups()),
        rules=RULES,
        audience=AUDIENCE,
        severities=list(reversed(Severity)),
        pairs=list(pairs(comparison)),
    )
