"""The generated tree on disk: one writer at a time, and either the old tree or the new one, never a mixture.

The order of a generation is `exclusive`, `recover`, `refuse_edits`, `staging`, `build`, and last `swap`; a check takes
`differences` in its place.
"""

from generator.tree.compare import Changes, changes, compare
from generator.tree.lock import exclusive
from generator.tree.manifest import MANIFEST, build, edited, refuse_edits
from generator.tree.staging import staging
from generator.tree.swap import differences, recover, swap

__all__ = [
    "MANIFEST",
    "Changes",
    "build",
    "changes",
    "compare",
    "differences",
    "edited",
    "exclusive",
    "recover",
    "refuse_edits",
    "staging",
    "swap",
]
