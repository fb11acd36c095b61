"""`MANIFEST.json` in the generated package: what it was made from, and a digest of every file so that an edit shows."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.tree import disk

MANIFEST: Final = "MANIFEST.json"
_NOTE: Final = "Generated, never edited by hand: change the overlay, a template or overrides/ and generate again."


def build(package: Path, *, facts: Mapping[str, Any]) -> bytes:
    """The manifest of the files that now lie in `package`.

    Args:
        package: The staged package, complete but for its manifest.
        facts: What it was made from, in JSON values: digests, versions. No times and no paths, which would make two
            equal trees differ.

    Returns:
        The text of `MANIFEST.json`, for the caller to write.
    """
    contents = {
        "note": _NOTE,
        "inputs": dict(facts),
        "files": {name: _digest(path) for name, path in disk.files(package).items() if name != MANIFEST},
    }
    contents["digest"] = _seal(contents)
    return (json.dumps(contents, indent=2, ensure_ascii=False) + "\n").encode()


def edited(package: Path) -> list[str]:
    """What was changed by hand since `package` was generated.

    Returns:
        Each file with what happened to it, as in `models.py (changed)`, sorted by name. A package with files but
        without a manifest that holds together is edited; a package that is not there is not.
    """
    found = disk.files(package)
    if not found:
        return []
    recorded = _recorded(package / MANIFEST)
    if recorded is None:
        return [f"{MANIFEST} ({'changed' if MANIFEST in found else 'missing'})"]
    found.pop(MANIFEST)
    problems = dict.fromkeys(recorded.keys() - found.keys(), "deleted")
    for name, path in found.items():
        if name not in recorded:
            problems[name] = "added"
        elif recorded[name] != _digest(path):
            problems[name] = "changed"
    return [f"{name} ({what})" for name, what in sorted(problems.items())]


def refuse_edits(project: Project, *, force: bool) -> None:
    """Stop before work of a person would be overwritten.

    Args:
        project: The checkout.
        force: Overwrite it all the same.

    Raises:
        GeneratorError: The generated package was edited, and `force` is not given.
    """
    with disk.sentences("read the generated tree"):
        problems = [] if force else edited(project.package)
    if problems:
        listing = "".join(f"\n  {project.show(project.package)}/{problem}" for problem in problems[:10])
        more = f"\n  and {len(problems) - 10} more" if len(problems) > 10 else ""  # noqa: PLR2004 - a readable list
        raise GeneratorError(
            f"the generated tree was edited by hand, and generating would overwrite that:{listing}{more}\n"
            f"Move the change to {project.show(project.overrides)}/, the overlay or a template, "
            "or generate with --force to lose it."
        )


def _recorded(manifest: Path) -> dict[str, str] | None:
    """The digests in a manifest, or None when it is not one that `build` wrote."""
    try:
        contents = json.loads(disk.read(manifest) or b"")
        recorded = contents["files"]
        sealed = contents.pop("digest") == _seal(contents)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return recorded if sealed and isinstance(recorded, dict) else None


def _seal(contents: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()


def _digest(path: Path) -> str:
    data = disk.read(path)
    return "a link" if data is None else hashlib.sha256(data).hexdigest()
