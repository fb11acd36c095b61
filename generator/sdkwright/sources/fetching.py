"""Brings a document into `spec/`, pinned: what arrives is checked first, and replaces another only on request."""

import importlib.metadata
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import attrs

from sdkwright import documents, text, tree
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.sources import census
from sdkwright.sources.config import FileSource, NpmSource, Source, Sources, UrlSource, read_sources
from sdkwright.sources.download import download
from sdkwright.sources.local import read_file
from sdkwright.sources.lock import Lock, NpmOrigin, Origin, UrlOrigin, digest, read_lock
from sdkwright.sources.npm import fetch_package
from sdkwright.sources.store import replace_files

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
class Candidate:
    """A document that was received and not stored.

    Attributes:
        data: Its bytes.
        lock: The lock that would pin it.
        place: Where it came from, for people.
    """

    data: bytes = attrs.field(repr=False)
    lock: Lock
    place: str


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
    received = _receive(project, place, held, way_out)
    found = _counted(received, place)
    lock = _describe(name, received, found, now())
    if held is not None and lock.sha256 != held.lock.sha256 and not update:
        again = f"--file {file}" if file else f"--source {name}"
        raise GeneratorError(_refusal(held, lock, found, again))
    result = _keep(project, held, received.data, lock, found, update=update)
    say(result.summary)
    return result


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
    name, place, way_out = _choose(project, source, file)
    received = _receive(project, place, _read_held(project, update=True), way_out)
    return Candidate(received.data, _describe(name, received, _counted(received, place), now()), place.label)


def _counted(received: _Received, place: Source) -> census.Census:
    return census.count(documents.load(received.data, name=place.label), size=len(received.data), name=place.label)


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


def _describe(name: str, received: _Received, found: census.Census, moment: datetime) -> Lock:
    tools = {tool: version for tool in _GENERATORS if (version := _version(tool))} | received.tools
    return Lock(
        source=name,
        origin=received.origin,
        fetched_at=moment.astimezone(UTC).replace(microsecond=0),
        sha256=digest(received.data),
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
    project: Project, held: _Held | None, data: bytes, lock: Lock, found: census.Census, *, update: bool
) -> FetchResult:
    both = [(project.upstream, data), (project.lock, lock.encode())]
    count = f"{lock.operations} operations, {lock.schemas} schemas, sha256 {lock.sha256[:12]}…"
    if held is None:
        replace_files(project, both)
        return FetchResult(lock.source, lock.sha256, changed=True, summary=f"Stored and pinned: {count}.")
    if lock.sha256 != held.lock.sha256:
        replace_files(project, both)
        lines = _difference(held, lock, found)
        return FetchResult(lock.source, lock.sha256, changed=True, summary="\n  ".join(["Updated:", *lines]))
    if held.data is None:
        replace_files(project, both[:1])
        summary = f"Restored spec/upstream.json to what the lock pins: {count}."
        return FetchResult(lock.source, lock.sha256, changed=True, summary=summary)
    if update and not _same_provenance(held.lock, lock):
        replace_files(project, both[1:])
        summary = f"Unchanged, and the lock says anew where it came from: {count}."
        return FetchResult(lock.source, lock.sha256, changed=False, summary=summary)
    return FetchResult(lock.source, lock.sha256, changed=False, summary=f"Unchanged: {count}.")


def _same_provenance(old: Lock, new: Lock) -> bool:
    """Whether two locks of the same bytes differ only in time, validators and npm's version."""

    def lasting(lock: Lock) -> tuple[object, ...]:
        origin = lock.origin
        place = origin.url if isinstance(origin, UrlOrigin) else origin
        return lock.source, place, {tool: lock.tools.get(tool) for tool in _GENERATORS}

    return lasting(old) == lasting(new)


def _refusal(held: _Held, lock: Lock, found: census.Census, again: str) -> str:
    head = (
        f"spec/upstream.json: the document from {lock.source} (sha256 {lock.sha256[:12]}…) is not the pinned one "
        f"({held.lock.sha256[:12]}…); nothing was written; accept it with `nox -s fetch -- {again} --update`. Changes:"
    )
    return "\n  ".join([head, *_difference(held, lock, found)])


def _difference(held: _Held, lock: Lock, found: census.Census) -> list[str]:
    if held.data is not None:
        document = documents.load(held.data, name="spec/upstream.json")
        return census.differences(census.count(document, size=len(held.data), name="spec/upstream.json"), found)
    old = held.lock
    return [
        f"{old.size:,} -> {lock.size:,} bytes",
        f"operations {old.operations} -> {lock.operations}, schemas {old.schemas} -> {lock.schemas}",
        "no names, because spec/upstream.json is not the pinned document",
    ]
