"""Judges that every module of the package imports, warnings as errors, in a Python that sees no other copy of it."""

from collections.abc import Mapping
from typing import Final

from sdkwright.config.values import listed
from sdkwright.verify.elsewhere import Elsewhere
from sdkwright.verify.optional import absent
from sdkwright.verify.staged import Problem, Staged, Verdict, shorten

_TIMEOUT: Final = 120.0  # seconds
# Runs in the other Python: argv is the staging folder, what may be absent and the modules' names, stdout JSON.
_SCRIPT: Final = """
import gc, importlib, json, sys, traceback
gc.disable()
stage, optional, names = sys.argv[1], sys.argv[2].split(), sys.argv[3:]
sys.path.insert(0, stage)
failed, lacking = {}, {}
def missing(error):
    while error is not None:
        if isinstance(error, ModuleNotFoundError) and error.name:
            return error.name.partition(".")[0]
        # Also where it was raised `from None`.
        error = error.__cause__ or error.__context__
for name in names:
    try:
        module = importlib.import_module(name)
        for public in getattr(module, "__all__", ()):
            getattr(module, public)
        if not module.__file__.startswith(stage):
            raise ImportError(f"comes from {module.__file__} and not from the new tree")
    except BaseException as error:
        if isinstance(error, ImportError) and missing(error) in optional:
            lacking[name] = missing(error)
            continue
        frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(stage)]
        where = f"{frames[-1].filename[len(stage) + 1:]}:{frames[-1].lineno}" if frames else ""
        failed[name] = [where, f"{type(error).__name__}: {error}"]
json.dump([failed, lacking], sys.__stdout__)
"""


def begin(staged: Staged) -> Elsewhere:
    """Begin to judge every module of the staged package by importing it, and every name in its `__all__`."""
    package = staged.project.name
    files = {_dotted(package, name): name for name in staged.modules}
    # Libraries that only some callers have may be absent here, too.
    arguments = [" ".join(absent()), *files]
    return Elsewhere.begin(
        staged,
        _SCRIPT,
        *arguments,
        what="importing it",
        timeout=_TIMEOUT,
        read=lambda said: _read(package, files, *said),
    )


def _read(
    package: str, files: Mapping[str, str], failed: Mapping[str, list[str]], lacking: Mapping[str, str]
) -> Verdict:
    problems = [
        Problem(where or f"{package}/{files[name]}", shorten(error, 300)) for name, (where, error) in failed.items()
    ]
    untried = f"; {len(lacking)} need {listed(sorted({*lacking.values()}))}, not installed here" if lacking else ""
    return Verdict(list(dict.fromkeys(problems)), f"{len(files) - len(lacking)} modules import{untried}")


def _dotted(package: str, name: str) -> str:
    return f"{package}.{name.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")
