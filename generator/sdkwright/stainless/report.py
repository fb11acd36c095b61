"""The compatibility report: what a caller of the former SDK would notice, method by method."""

from collections.abc import Iterator

from sdkwright.stainless.migration import Method, Migration


def compatibility_report(migration: Migration) -> str:
    """The report as Markdown.

    Args:
        migration: What was read.
    """
    lines = ["# Compatibility", "", "What a caller of the former SDK would notice.", ""]
    lines += ["| Method | Operation | Notice |", "|---|---|---|"]
    for method in migration.methods:
        said = "; ".join(_noticed(method)) or "nothing"
        lines.append(f"| `{method.path}` | `{method.endpoint}` | {said} |")
    lines += ["", "## What has no counterpart", ""]
    lines += [f"- {_plain(line)}" for line in migration.told] or ["Nothing."]
    return "\n".join(lines) + "\n"


def _noticed(method: Method) -> Iterator[str]:
    if method.stream_argument:
        yield f"streams with `{method.stream_argument}=True`"
    elif method.streams:
        yield "answers a stream"
    if method.scheme:
        yield f"answers pages of `{method.scheme}`"
    if method.unwrapped:
        yield f"answers `{method.unwrapped}` alone"
    if method.body_argument:
        yield f"the body is the argument `{method.body_argument}`"


def _plain(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("`", "'")
