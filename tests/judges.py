"""What mypy knows of the package and its libraries once it has judged them, for tests that judge what differs little.

It keeps that by its options: whoever goes on from it asks strictly, for the same Python. What holds for a program alone
stands in it, as a comment (`# mypy: ...`).
"""

import shutil
from pathlib import Path

from sdkwright.verify import types
from tests.computed import ROOT, computed


def mypy_cache(folder: Path) -> Path:
    """Make a folder of what mypy knows, and return it.

    Args:
        folder: Where; it must not be there.
    """
    generated = ROOT / "generated"
    known = computed(
        "mypy", lambda folder: types._mypy(generated, folder, ["envoice"], ()), sources=(generated / "envoice",)
    )
    shutil.copytree(known, folder)
    return folder
