"""Tells a comparison: on a terminal, in Markdown for the changelog, as a page of HTML, and as JSON for machines."""

from sdkwright.diff.reports.data import to_json
from sdkwright.diff.reports.markdown import changelog, to_markdown
from sdkwright.diff.reports.page import to_html
from sdkwright.diff.reports.terminal import to_text

__all__ = ["changelog", "to_html", "to_json", "to_markdown", "to_text"]
