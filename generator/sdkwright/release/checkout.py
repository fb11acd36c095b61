"""What git knows of the checkout: whether it is as committed, when that was, and the document of an earlier release."""

import hashlib
import os
import subprocess
from collections.abc import Mapping
from typing import Final

from sdkwright.errors import GeneratorError
from sdkwright.project import Project
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
    path = project.upstream.relative_to(project.root).as_posix()
    # Of all branches: a release may have been made on one of its own. A commit that removes the file has none.
    which = ["--all", "--full-history", "--diff-filter=AMT", "--format=%H"]
    for commit in git(project, "log", *which, "--", path).decode().split():
        data = git(project, "show", f"{commit}:{path}")
        if hashlib.sha256(data).hexdigest() == sha256:
            name = f"the document of {commit[:12]}"
            return Upstream.of(data, sha256=sha256, name=name)
    if git(project, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise GeneratorError(
            f"the document of the release before (sha256 {sha256[:12]}) may be in the part of the history that this "
            f"clone lacks; bring it with `git fetch --unshallow --tags`."
        )
    return None
