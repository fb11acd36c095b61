"""Tells a comparison: on a terminal, in Markdown for the changelog, as a page of HTML, and as JSON for machines."""

from generator.diff.reports.data import to_json
from generator.diff.reports.markdown import changelog, to_markdown
from generator.diff.reports.page import to_html
from generator.diff.reports.terminal import to_text

__all__ = ["changelog", "to_html", "to_json", "to_markdown", "to_text"]
