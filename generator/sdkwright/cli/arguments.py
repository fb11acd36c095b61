"""Arguments that several commands have."""

import argparse
import os
from pathlib import Path
from typing import Final

from sdkwright import documents, sources
from sdkwright.diff.comparison import Comparison
from sdkwright.diff.findings import Severity
from sdkwright.diff.reports import to_html, to_json, to_markdown
from sdkwright.errors import GeneratorError
from sdkwright.files import Folder, NotReadError
from sdkwright.files.folder import read_plain
from sdkwright.project import Project
from sdkwright.received import read_upstream
from sdkwright.tree import disk
from sdkwright.upstream import Upstream

STATUS: Final = {Severity.SAFE: 0, Severity.RISKY: 4, Severity.BREAKING: 5}
"""Exit status by the worst finding. 1 is a failure, 2 a wrong command line."""


def add_origin(parser: argparse.ArgumentParser) -> None:
    """Let the new document be named."""
    origin = parser.add_mutually_exclusive_group()
    origin.add_argument("--source", help="a source of spec/sources.toml (default: the one named there)")
    origin.add_argument("--file", type=Path, help="a local file in place of a source")


def add_reports(parser: argparse.ArgumentParser) -> None:
    """Let the reports be asked for."""
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the findings as JSON")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the findings as Markdown")
    parser.add_argument("--html", type=Path, metavar="FILE", help="write a page with both documents side by side")


def check_reports(options: argparse.Namespace) -> None:
    """Refuse reports that cannot be written, before there is anything that they could tell.

    Raises:
        GeneratorError: One of them cannot be written.
    """
    for path in (options.json, options.markdown, options.html):
        if path is not None and (why := _forbids(path)):
            raise GeneratorError(f"the report {path} cannot be written: {why}; name another file.")


def write_reports(comparison: Comparison, options: argparse.Namespace) -> None:
    """Write the reports that were asked for.

    Raises:
        GeneratorError: One of them cannot be written.
    """
    for path, render in ((options.json, to_json), (options.markdown, to_markdown), (options.html, to_html)):
        if path is not None:
            try:
                disk.write(path, render(comparison).encode())
            except OSError as error:
                # Not in the words for what stops a command: an update is in place by now.
                raise GeneratorError(
                    f"the report {path} was not written ({error.strerror or error}); all else is done."
                ) from None
            print(f"wrote {path}")


def _forbids(path: Path) -> str:
    """Why a file cannot be written; empty if it seems that it can. Folders that are missing are made."""
    if path.exists():
        if not path.is_file():
            return "it is a folder" if path.is_dir() else "it is no plain file"
        return "" if os.access(path, os.W_OK) else "you may not write to it"
    folder = next(parent for parent in path.absolute().parents if parent.exists())
    if not folder.is_dir():
        return f"{folder} is no folder"
    return "" if os.access(folder, os.W_OK | os.X_OK) else f"you may not write in {folder}"


def received(project: Project, options: argparse.Namespace) -> Upstream:
    """The document that `add_origin` named, stored nowhere.

    Raises:
        GeneratorError: It was not fetched, or is none.
    """
    candidate = sources.receive(project, source=options.source, file=options.file)
    return candidate.upstream(candidate.place)


def read(path: Path) -> Upstream:
    """The document in a file.

    Raises:
        GeneratorError: It cannot be read, or is none.
    """
    try:
        data = read_plain(path.resolve(), documents.MAX_BYTES)
    except NotReadError as error:
        raise GeneratorError(f"{path}: {error}; check the path.") from None
    return Upstream.of(data, name=str(path), file=path.name, read=Folder(path.parent))


def pinned(project: Project) -> Upstream:
    """The document that the lock pins."""
    return read_upstream(project)
