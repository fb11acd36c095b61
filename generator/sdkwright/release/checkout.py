"""What git knows of the checkout: whether it is as committed, when that was, and the document of an earlier release."""

import hashlib
import os
import subprocess
from collections.abc import Mapping
from typing import Final

import msgspec

from sdkwright.errors import GeneratorError
from sdkwright.files import NotReadError
from sdkwright.project import Project
from sdkwright.sources import Lock
from sdkwright.sources.parts import stored
from sdkwright.upstream import Upstream

_LISTED: Final = 8
# A hook's environment points every git at the repository that runs the hook, wherever it is started.
_ELSEWHERE: Final = {
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_INDEX_FILE",
    "GIT_NAMESPACE",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_WORK_TREE",
}


def git(project: Project, *arguments: str, env: Mapping[str, str] | None = None) -> bytes:
    """What git prints.

    Raises:
        GeneratorError: There is no git, this is no repository, or git refuses.
    """
    command = ["git", "-C", str(project.root), *arguments]
    own = {name: value for name, value in os.environ.items() if name not in _ELSEWHERE}
    try:
        return subprocess.run(command, capture_output=True, check=True, env=own | dict(env or {})).stdout
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
    # Whatever the user's settings leave out of a status.
    options = ["--porcelain", "--untracked-files=normal", "--ignore-submodules=none"]
    lines = git(project, "status", *options).decode("utf-8", "replace").splitlines()
    if lines:
        more = f"\n  and {len(lines) - _LISTED} more" if len(lines) > _LISTED else ""
        raise GeneratorError(
            "the checkout is not as committed, so nobody could make the same again; commit or stash:\n  "
            + "\n  ".join(lines[:_LISTED])
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

    Raises:
        GeneratorError: The history was cut off, so that the document cannot be looked for.
    """
    path, folder = (one.relative_to(project.root).as_posix() for one in (project.upstream, project.parts))
    # Of all branches: a release may have been made on one of its own. A commit that removes the file has none.
    which = ["--all", "--full-history", "--diff-filter=AMT", "--format=%H"]
    for commit in git(project, "log", *which, "--", path, folder).decode().split():
        found = _document_of(project, commit, path, folder, sha256)
        if found is not None:
            return found
    if git(project, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GeneratorError(
            f"the document of the release before (sha256 {sha256[:12]}) may be in the part of the history that this "
            f"clone lacks; bring it with `git fetch --unshallow --tags`."
        )
    return None


def _document_of(project: Project, commit: str, path: str, folder: str, sha256: str) -> Upstream | None:
    """The document of a commit, if it has the digest."""
    listed = git(project, "ls-tree", "-r", "--name-only", "-z", commit, "--", path, f"{folder}/").decode().split("\0")
    if path not in listed:
        return None
    data = git(project, "show", f"{commit}:{path}")
    parts = {name.removeprefix(f"{folder}/") for name in listed if name.startswith(f"{folder}/")}
    if not parts and hashlib.sha256(data).hexdigest() != sha256:
        return None

    def read(file: str, most: int) -> bytes:
        if stored(file) not in parts:
            raise NotReadError("is not there")
        content = git(project, "show", f"{commit}:{folder}/{stored(file)}")
        if len(content) > most:
            raise NotReadError(f"has more than the {most:,} bytes that are read")
        return content

    try:
        found = Upstream.of(data, name=f"the document of {commit[:12]}", file=_called(project, commit), read=read)
    except GeneratorError:
        # An earlier one may have been of a kind that is not read, if it is not the one that is looked for.
        if hashlib.sha256(data).hexdigest() == sha256:
            raise
        return None
    return found if found.sha256 == sha256 else None


def _called(project: Project, commit: str) -> str:
    """What the other files of a commit's document call it."""
    lock = project.lock.relative_to(project.root).as_posix()
    if not git(project, "ls-tree", "--name-only", commit, "--", lock).strip():
        return project.upstream.name
    try:
        return msgspec.json.decode(git(project, "show", f"{commit}:{lock}"), type=Lock).called
    except msgspec.DecodeError:
        return project.upstream.name
