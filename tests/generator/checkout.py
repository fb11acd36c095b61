"""A checkout of its own for tests of whole generations: all that a generation reads, and what it gives."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

from sdkwright import pipeline
from sdkwright.project import Project

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "apis" / "car_parks"
OVERRIDE = "overrides/car_parks/notes.py"


def make(root):
    """Lay the checkout at `root` and generate in it."""
    for name in ("spec", "overrides"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    pipeline.generate(Project(root), pipeline.Report(out=io.StringIO()), check_types=False)
    return root


def lay_small(root):
    """Lay a small project with an override at `root`."""
    shutil.copytree(SMALL / "spec", root / "spec")
    shutil.copy(SMALL / "pyproject.toml", root)
    (root / OVERRIDE).parent.mkdir(parents=True)
    text = '"""What lies beside the tickets."""\n\nBUILDS_ON = ("resources.tickets.Tickets.cancel",)\n'
    (root / OVERRIDE).write_text(text, encoding="utf-8")


def make_small(root):
    """Lay the small project at `root` and generate in it."""
    lay_small(root)
    pipeline.generate(Project(root), pipeline.Report(out=io.StringIO()), check_types=False)
    return root


def contents(root):
    """Every file of the checkout with its digest, but for the lock and what Python compiles, which may come to be."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name != ".lock" and path.suffix != ".pyc"
    }


def python(*arguments, **options):
    """Run this Python with the checkout's own generator."""
    environment = (
        os.environ
        | {"PYTHONPATH": f"{ROOT / 'generator'}{os.pathsep}{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"}
        | options.pop("env", {})
    )
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False, env=environment, **options
    )


def declare(root):
    """The project at `root`, which gets a `spec/sdk.toml` that names this checkout's package."""
    (root / "spec").mkdir(parents=True, exist_ok=True)
    (root / "spec" / "sdk.toml").write_text('[package]\nname = "envoice"\nclient = "Envoice"\n', encoding="utf-8")
    return Project(root)
