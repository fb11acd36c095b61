"""What git knows of the checkout: whether it is as committed, when that was, and the document of an earlier release."""

import hashlib
import os
import subprocess
from collections.abc import Mapping
from typing import Final

from generator import documents
from generator.errors import GeneratorError
from generator.pipeline import Upstream
from generator.project import Project

_SHOWN: Final = 8


def git(project: Project, *arguments: str, env: Mapping[str, str] | None = None) -> bytes:
    """What git prints.

    Raises:
        GeneratorError: There is no git, this is no repository, or git refuses.
    """
    command = ["git", "-C", str(project.root), *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=True, env=os.environ | (env or {})).stdout
    except FileNotFoundError:
        raise GeneratorError("a release needs git; install it.") from None
    except subprocess.CalledProcessError as error:
        said = " ".join(error.stderr.decode("utf-8", "replace").split())[:200]
        raise GeneratorError(f"a release is made from a git checkout; git {arguments[0]} says: {said}") from None


def refuse_changes(project: Project) -> None:
    """Refuse a checkout that is not as committed.

    Raises:
        GeneratorError: A file differs from the commit, or is not in it.
    """
    lines = git(project, "status", "--porcelain").decode("utf-8", "replace").splitlines()
    if lines:
        more = f"\n  and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
        raise GeneratorError(
            "the checkout is not as committed, so nobody could make the same again; commit or stash:\n  "
            + "\n  ".join(lines[:_SHOWN])
            + more
        )


def commit_time(project: Project) -> str:
    """When the commit was made, in seconds since 1970: the time of everything in the archives."""
    return git(project, "log", "-1", "--format=%ct").decode().strip()


def earlier_document(project: Project, sha256: str) -> Upstream | None:
    """The vendor's document that a release was made from, out of the history; None if it is not there.

    Args:
        project: The checkout.
        sha256: The digest that the release states.
    """
    path = project.upstream.relative_to(project.root).as_posix()
    for commit in git(project, "log", "--format=%H", "--", path).decode().split():
        data = git(project, "show", f"{commit}:{path}")
        if hashlib.sha256(data).hexdigest() == sha256:
            name = f"the document of {commit[:12]}"
            return Upstream(documents.load(data, name=name), sha256, name)
    return None
