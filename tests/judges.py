"""What mypy knows of the package once it has judged it, for tests that judge a copy of which little differs."""

from sdkwright.verify import types
from tests.computed import ROOT, computed


def mypy_cache():
    """The folder, which nobody may change: whoever needs to copies it first."""
    generated = ROOT / "generated"
    return computed(
        "mypy", lambda folder: types._mypy(generated, folder, ["envoice"], ()), sources=(generated / "envoice",)
    )
