"""Brings a document into `spec/`, pinned: what arrives is checked first, and replaces another only on request."""

import importlib.metadata
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import attrs
from msgspec import UNSET

from sdkwright import documents, text, tree
from sdkwright.errors import GeneratorError
from sdkwright.files import NotReadError, bundled
from sdkwright.files.digests import digest
from sdkwright.project import Project
from sdkwright.sources import census
from sdkwright.sources.config import FileSource, NpmSource, Source, Sources, UrlSource, read_sources
from sdkwright.sources.download import download
from sdkwright.sources.local import read_file
from sdkwright.sources.lock import Lock, NpmOrigin, Origin, UrlOrigin, called, read_lock
from sdkwright.sources.npm import fetch_package
from sdkwright.sources.parts import pinned, stored, strays
from sdkwright.sources.parts import received as received_parts
from sdkwright.sources.store import replace_files
from sdkwright.tree import disk
from sdkwright.upstream import Upstream

_UNREAD_LISTED: Final = 20
_GENERATORS: Final = ("datamodel-code-generator", "openapi-python-client", "ruff")


@attrs.frozen
class FetchResult:
    """What a fetch did.

    Attributes:
        source: The source's name, `file` for `--file`.
        sha256: The digest of `spec/upstream.json`, in lower-case hex.
        changed: Whether `spec/upstream.json` was written.
        summary: What happened, for people; one line or a few. It has been said already.
    """

    source: str
    sha256: str
    changed: bool
    summary: str


@attrs.frozen
class _Held:
    """What `spec/` holds: the lock, and the document if it is the one that the lock pins."""

    lock: Lock
    data: bytes | None = attrs.field(repr=False)


@attrs.frozen
class _Received:
    data: bytes = attrs.field(repr=False)
    origin: Origin
    tools: dict[str, str] = attrs.field(factory=dict)


@attrs.frozen
class _Whole:
    """A document with the other files that it is in.

    Attributes:
        parts: Their contents by their names.
        census: What all of it holds.
        unread: The references that are not followed, each with the reason.
    """

    parts: dict[str, bytes] = attrs.field(repr=False)
    census: census.Census
    unread: list[str]


@attrs.frozen
class Candidate:
    """A document that was received and not stored.

    Attributes:
        data: Its bytes.
        lock: The lock that would pin it.
        place: Where it came from, for people.
        parts: The bytes of its other files, by their names.
    """

    data: bytes = attrs.field(repr=False)
    lock: Lock
    place: str
    parts: dict[str, bytes] = attrs.field(repr=False)

    def upstream(self, name: str) -> Upstream:
        """The document as all stages read it.

        Args:
            name: What to call it in an error.

        Raises:
            GeneratorError: It is no document that we read.
        """
        return Upstream.of(self.data, name=name, file=self.lock.called, read=self._read)

    def _read(self, file: str, _most: int) -> bytes:
        if file not in self.parts:
            raise NotReadError("is not among the files that came with it")
        return self.parts[file]

    def stored(self, project: Project) -> dict[Path, bytes]:
        """Where a checkout keeps the other files, with their bytes."""
        return {project.parts / stored(file): data for file, data in self.parts.items()}


def _nobody(_where: str, _what: str) -> None:
    """Take what is told where nobody asked."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


def fetch(
    project: Project,
    *,
    source: str | None,
    file: Path | None,
    update: bool,
    now: Callable[[], datetime] = _utc_now,
    say: Callable[[str], None] = text.say,
) -> FetchResult:
    """Fetch the OpenAPI document into `spec/upstream.json` and pin it in the lock beside it.

    Args:
        project: The checkout.
        source: A name in `spec/sources.toml`; its default when neither this nor `file` is given.
        file: A document on this machine instead; a relative path starts at the root of the checkout.
        update: Accept a document that differs from the pinned one.
        now: The clock, for the lock.
        say: Where progress and the summary go, a line or a few at a time.

    Raises:
        GeneratorError: The document was not fetched, is not one, or differs from the pinned one without `update`;
            `spec/` is as it was.
    """
    with tree.exclusive(project):
        return _fetch(project, source, file, update=update, now=now, say=say)


def _fetch(
    project: Project,
    source: str | None,
    file: Path | None,
    *,
    update: bool,
    now: Callable[[], datetime],
    say: Callable[[str], None],
) -> FetchResult:
    name, place, way_out = _choose(project, source, file)
    held = _read_held(project, update=update)
    say(f"Fetching the document from {name}: {place.label}")
    candidate, whole = _candidate(project, (name, place, way_out), held, now())
    for line in whole.unread[:_UNREAD_LISTED]:
        say(f"  not followed: {line}")
    lock = candidate.lock
    if held is not None and lock.whole != held.lock.whole and not update:
        again = f"--file {file}" if file else f"--source {name}"
        raise GeneratorError(_refusal(project, held, lock, whole.census, again))
    result = _keep(project, held, candidate, whole.census, update=update)
    say(result.summary)
    return result


def _candidate(
    project: Project, chosen: tuple[str, Source, str], held: _Held | None, moment: datetime
) -> tuple[Candidate, _Whole]:
    name, place, way_out = chosen
    received = _receive(project, place, held, way_out)
    whole = _whole(project, received, place, way_out)
    lock = _describe(name, received, whole, moment)
    return Candidate(received.data, lock, place.label, whole.parts), whole


def receive(
    project: Project, *, source: str | None, file: Path | None, now: Callable[[], datetime] = _utc_now
) -> Candidate:
    """Fetch the OpenAPI document and store it nowhere.

    Args:
        project: The checkout.
        source: A name in `spec/sources.toml`; its default when neither this nor `file` is given.
        file: A document on this machine instead; a relative path starts at the root of the checkout.
        now: The clock, for the lock.

    Raises:
        GeneratorError: It was not fetched, or is none.
    """
    return _candidate(project, _choose(project, source, file), _read_held(project, update=True), now())[0]


def _whole(project: Project, received: _Received, place: Source, way_out: str) -> _Whole:
    """A document with what its references to other files lead to."""
    unread: dict[str, None] = {}
    integrity = received.origin.integrity if isinstance(received.origin, NpmOrigin) else ""
    allowed = read_sources(project).allow_reference_origins if project.sources.exists() else ()
    read = received_parts(project, place, allowed, integrity, way_out=way_out)
    found = bundled(
        documents.load(received.data, name=place.label, tell=_nobody),
        file=called(received.origin),
        name=place.label,
        read=read,
        tell=lambda where, what: unread.setdefault(f"{where}: {what}"),
    )
    size = len(received.data) + sum(map(len, found.parts.values()))
    return _Whole(found.parts, census.count(found.document, size=size, name=place.label), [*unread])


def _choose(project: Project, source: str | None, file: Path | None) -> tuple[str, Source, str]:
    """The source's name, the source, and the way out when it fails."""
    if file is not None:
        if source is not None:
            raise GeneratorError("Either `--source` or `--file` names where to fetch from; give one of them.")
        return "file", FileSource(file=str(file)), "name another file"
    sources = read_sources(project)
    name, place = sources.choose(source)
    return name, place, _way_out(sources, name)


def _way_out(sources: Sources, failed: str) -> str:
    others = [f"`--source {name}`" for name in sources.by_name if name != failed]
    return f"use {' or '.join([*others, '`--file PATH`'])}"


def _read_held(project: Project, *, update: bool) -> _Held | None:
    if not project.lock.exists():
        return None
    try:
        lock = read_lock(project)
    except GeneratorError:
        if update:
            return None  # `--update` is the way out that the error names
        raise
    try:
        data = project.upstream.read_bytes()
    except OSError:
        return _Held(lock, None)
    return _Held(lock, data if lock.matches(data) else None)


def _receive(project: Project, place: Source, held: _Held | None, way_out: str) -> _Received:
    match place:
        case UrlSource():
            return _receive_url(place, held, way_out)
        case NpmSource():
            package = fetch_package(place, way_out=way_out)
            origin = NpmOrigin(name=place.npm, version=place.version, path=place.path, integrity=package.integrity)
            return _Received(package.data, origin, {"npm": package.npm_version})
        case FileSource():
            return _Received(*read_file(project, place))


def _receive_url(place: UrlSource, held: _Held | None, way_out: str) -> _Received:
    origin = held.lock.origin if held else None
    if held is None or held.data is None or not isinstance(origin, UrlOrigin) or origin.url != place.url:
        answer = download(place, held=None, way_out=way_out)
        return _Received(answer.data or b"", answer.origin)
    answer = download(place, held=origin, way_out=way_out)
    return _Received(held.data if answer.data is None else answer.data, answer.origin)


def _describe(name: str, received: _Received, whole: _Whole, moment: datetime) -> Lock:
    found = whole.census
    digests = {file: digest(data) for file, data in sorted(whole.parts.items())}
    tools = {tool: version for tool in _GENERATORS if (version := _version(tool))} | received.tools
    return Lock(
        source=name,
        origin=received.origin,
        fetched_at=moment.astimezone(UTC).replace(microsecond=0),
        sha256=digest(received.data),
        parts=digests or UNSET,
        size=len(received.data),
        openapi=found.openapi,
        title=found.title,
        version=found.version,
        operations=len(found.operations),
        schemas=len(found.schemas),
        tools=tools,
    )


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _keep(
    project: Project, held: _Held | None, candidate: Candidate, found: census.Census, *, update: bool
) -> FetchResult:
    lock = candidate.lock
    parts = candidate.stored(project)
    both = [*parts.items(), (project.upstream, candidate.data), (project.lock, lock.encode())]
    more = f" in {len(parts) + 1} files" if parts else ""
    count = f"{lock.operations} operations, {lock.schemas} schemas{more}, sha256 {lock.whole[:12]}…"
    if held is None:
        _replace(project, both, candidate)
        return FetchResult(lock.source, lock.sha256, changed=True, summary=f"Stored and pinned: {count}.")
    if lock.whole != held.lock.whole:
        lines = _difference(project, held, lock, found)
        _replace(project, both, candidate)
        return FetchResult(lock.source, lock.sha256, changed=True, summary="\n  ".join(["Updated:", *lines]))
    if held.data is None or any(disk.read(path) != data for path, data in parts.items()):
        _replace(project, both[:-1], candidate)
        summary = f"Restored spec/upstream.json to what the lock pins: {count}."
        return FetchResult(lock.source, lock.sha256, changed=True, summary=summary)
    if update and not _same_provenance(held.lock, lock):
        replace_files(project, both[-1:])
        summary = f"Unchanged, and the lock says anew where it came from: {count}."
        return FetchResult(lock.source, lock.sha256, changed=False, summary=summary)
    return FetchResult(lock.source, lock.sha256, changed=False, summary=f"Unchanged: {count}.")


def _replace(project: Project, files: list[tuple[Path, bytes]], candidate: Candidate) -> None:
    """Write the document, its parts and perhaps the lock; what was a part before and is none now goes."""
    with disk.sentences("store the document"):
        for path, _ in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        replace_files(project, files)
        for path in strays(project, candidate.parts):
            path.unlink()


def _same_provenance(old: Lock, new: Lock) -> bool:
    """Whether two locks of the same bytes differ only in time, validators and npm's version."""

    def lasting(lock: Lock) -> tuple[object, ...]:
        origin = lock.origin
        place = origin.url if isinstance(origin, UrlOrigin) else origin
        return lock.source, place, {tool: lock.tools.get(tool) for tool in _GENERATORS}

    return lasting(old) == lasting(new)


def _refusal(project: Project, held: _Held, lock: Lock, found: census.Census, again: str) -> str:
    head = (
        f"spec/upstream.json: the document from {lock.source} (sha256 {lock.whole[:12]}…) is not the pinned one "
        f"({held.lock.whole[:12]}…); nothing was written; accept it with `nox -s fetch -- {again} --update`. Changes:"
    )
    return "\n  ".join([head, *_difference(project, held, lock, found)])


def _difference(project: Project, held: _Held, lock: Lock, found: census.Census) -> list[str]:
    if held.data is not None:
        name = "spec/upstream.json"
        document = documents.load(held.data, name=name, tell=_nobody)
        whole = bundled(document, file=held.lock.called, name=name, read=pinned(project, held.lock), tell=_nobody)
        size = len(held.data) + sum(map(len, whole.parts.values()))
        return census.differences(census.count(whole.document, size=size, name=name), found)
    old = held.lock
    return [
        f"{old.size:,} -> {lock.size:,} bytes",
        f"operations {old.operations} -> {lock.operations}, schemas {old.schemas} -> {lock.schemas}",
        "no names, because spec/upstream.json is not the pinned document",
    ]
