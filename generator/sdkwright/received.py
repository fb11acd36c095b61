"""Reads what a project has in `spec/`: the vendor's document as it was received and pinned, and the files beside it."""

from pathlib import Path

from sdkwright import documents
from sdkwright.errors import GeneratorError
from sdkwright.files import NotReadError
from sdkwright.files.folder import read_plain
from sdkwright.project import Project
from sdkwright.sources import parts, read_lock
from sdkwright.upstream import Upstream


def read_upstream(project: Project) -> Upstream:
    """Read the vendor's document and compare it with the lock.

    Nothing pins the document of a trial, nor one that is fetched from nowhere: without `sources.toml` and lock.

    Raises:
        GeneratorError: It is not there, or not what the lock says.
    """
    name = project.show(project.upstream)
    data = read_file(project.upstream, project)
    if project.trial_spec is None and (project.lock.exists() or project.sources.exists()):
        lock = read_lock(project)
        lock.verify(data, name=project.show(project.lock))
        return Upstream.of(data, name=name, file=lock.called, read=parts.pinned(project, lock))
    return Upstream.of(data, name=name, file=project.upstream.name, read=parts.beside(project))


def read_file(path: Path, project: Project) -> bytes:
    """Read a file of a project.

    Args:
        path: The file.
        project: The project, for messages.

    Raises:
        GeneratorError: It is not there, or cannot be read.
    """
    try:
        return read_plain(path.resolve(), documents.MAX_BYTES) if path.exists() else path.read_bytes()
    except NotReadError as error:
        raise GeneratorError(f"{project.show(path)} {error}; name another file.") from None
    except FileNotFoundError:
        hint = "check the path"
        if path == project.upstream and project.trial_spec is None:
            named = project.sources.exists()
            hint = "run `nox -s fetch`" if named else "store the API's document there with `fetch --file DOCUMENT`"
        raise GeneratorError(f"{project.show(path)} is not there; {hint}.") from None
    except OSError as error:
        raise GeneratorError(f"{project.show(path)} cannot be read: {error.strerror}.") from None
