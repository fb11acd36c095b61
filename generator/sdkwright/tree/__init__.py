"""The generated tree on disk: one writer at a time, and either the old tree or the new one, never a mixture.

The order of a generation is `exclusive`, `recover`, `refuse_edits`, `staging`, `build`, and last `swap`; a check takes
`differences` in its place.
"""

from sdkwright.tree.compare import Changes, changes, compare
from sdkwright.tree.lock import exclusive
from sdkwright.tree.manifest import MANIFEST, build, edited, refuse_edits
from sdkwright.tree.staging import staging
from sdkwright.tree.swap import differences, recover, swap

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
