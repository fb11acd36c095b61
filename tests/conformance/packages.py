"""Makes a package of each document, and keeps it until the document or the generator changes."""

import hashlib
import io
import re
import shutil
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from sdkwright import pipeline
from sdkwright.errors import GeneratorError
from sdkwright.project import MARK, Project
from sdkwright.report import Report
from tests.computed import ROOT

KEPT = ROOT / ".nox" / "conformance" / "packages"
_MADE = "made"


def name_of(description, document):
    """The name of the package of a document: that of its description, and of its version where it has several."""
    words = re.findall(r"[a-z0-9]+", f"{description} {document}".lower().removesuffix("openapi.json"))
    return "_".join(word for word in words if word not in {"openapi", "json"})


def make(name, document, *, keep=False):
    """The project of a package, with what the generator says against it: empty, or why operations are missing.

    Args:
        name: The package's name.
        document: The file.
        keep: Whether one that another state of the generator has made will do.

    Raises:
        GeneratorError: There is no package of it.
    """
    folder = KEPT / name
    project, state = Project(folder), _state(document)
    mark = folder / _MADE
    if mark.is_file() and (keep or mark.read_text(encoding="utf-8").partition("\n")[0] == state):
        return project, mark.read_text(encoding="utf-8").partition("\n")[2]
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "spec").mkdir(parents=True)
    shutil.copyfile(document, folder / "spec" / "upstream.json")
    said = ""
    try:
        _generate(project, "")
    except GeneratorError as error:
        said = str(error)
        _generate(project, "\n[normalisation]\npartial = true\n")
    mark.write_text(f"{state}\n{said}", encoding="utf-8")
    return project, said


def make_all(documents, processes, *, keep=False):
    """The projects of the packages of each description, and what is said against some."""
    jobs = [(name, path, name_of(name, path.name), keep) for name, paths in documents.items() for path in paths]
    made, told = {name: [] for name in documents}, []
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        for (name, path, _, _), (project, said) in zip(jobs, pool.map(_made, jobs), strict=True):
            if project is not None:
                made[name].append(project)
            if said:
                told.append(f"{name} ({path.name}): {said}")
    return made, told


def _made(job):
    _, path, name, keep = job
    try:
        return make(name, path, keep=keep)
    except GeneratorError as error:
        return None, f"refused: {error}"
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        return None, f"crashed: {type(error).__name__}: {error}"


def _generate(project, more):
    words = project.root.name.split("_")
    client = "".join(word.capitalize() for word in words)
    declared = f'[package]\nname = "spec_{project.root.name}"\nclient = "{client}"\n{more}'
    (project.root / MARK).write_text(declared, encoding="utf-8")
    # What it declares is read once.
    pipeline.generate(Project(project.root), Report(io.StringIO()), check_types=False)


def _state(document):
    state = hashlib.sha256(document.read_bytes())
    for path in sorted((ROOT / "generator" / "sdkwright").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            state.update(path.read_bytes())
    return state.hexdigest()
