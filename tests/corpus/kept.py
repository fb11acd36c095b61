"""The file that a run keeps its findings in: written after each document, so that a run that ended early goes on."""

import hashlib
import json
import threading
from functools import cache
from pathlib import Path

import attrs

from sdkwright.errors import GeneratorError

_GENERATOR = Path(__file__).parents[2] / "generator" / "sdkwright"


@attrs.define
class Kept:
    """What came of each document so far.

    Attributes:
        path: The file.
        switches: What every trial of the run is told.
        documents: What came of each document, by its name.
    """

    path: Path
    switches: tuple[str, ...] = ()
    documents: dict[str, dict] = attrs.field(factory=dict)
    _lock: threading.Lock = attrs.field(factory=threading.Lock, init=False, repr=False)

    @classmethod
    def begun(cls, path, switches, *, resume):
        """The file of a run that begins, or of one that goes on.

        Raises:
            GeneratorError: The run that is to go on was one of another generator or of other switches.
        """
        made = cls(path, tuple(switches))
        if resume and path.exists():
            before = read(path, option="--resume")
            if before.get("made_by") != made_by() or before.get("switches") != list(switches):
                raise GeneratorError(
                    f"--resume: {path} was written by another generator or with other switches; begin anew without it."
                )
            made.documents = before["documents"]
        path.parent.mkdir(parents=True, exist_ok=True)
        return made

    def add(self, name, found):
        """Keep what came of a document."""
        with self._lock:
            self.documents[name] = found
            self.write()

    def write(self):
        """Write all of it."""
        facts = {"made_by": made_by(), "switches": list(self.switches)}
        text = json.dumps(facts | {"documents": dict(sorted(self.documents.items()))}, indent=1)
        aside = self.path.with_name(f"{self.path.name}.part")
        aside.write_text(f"{text}\n", encoding="utf-8")
        aside.replace(self.path)


def read(path, *, option):
    """What an earlier run kept.

    Raises:
        GeneratorError: The file is none that this program has written.
    """
    try:
        found = json.loads(path.read_bytes())
        if isinstance(found["documents"], dict):
            return found
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise GeneratorError(f"{option} {path}: not a file that --json has written; name one.")


@cache
def made_by():
    """A digest of the generator."""
    found = hashlib.sha256()
    for path in sorted(_GENERATOR.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            found.update(path.relative_to(_GENERATOR).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()[:16]
