"""Each rule for the archives, on archives that break it."""

import io
import tarfile

import attrs
import pytest

from sdkwright.errors import GeneratorError
from sdkwright.release import inspection
from tests.generator.release.standin import rewheeled

INFO = "envoice-0.1.0.dist-info"


@pytest.fixture
def unaided(monkeypatch):
    """Without the tools of others."""
    monkeypatch.setattr(inspection, "run", lambda *_, **__: "")


@pytest.fixture
def problems(home, archives, tmp_path, unaided):
    """What is told of the archives with changes."""

    def tell(wheel=None, sdist=None):
        changed = attrs.evolve(
            archives,
            wheel=rewheeled(archives.wheel, tmp_path / archives.wheel.name, named(wheel or {}, archives.version)),
            sdist=retarred(archives.sdist, tmp_path / archives.sdist.name, named(sdist or {}, archives.version)),
        )
        try:
            inspection.inspect(home, changed.wheel, changed.sdist)
        except GeneratorError as error:
            return str(error).splitlines()[1:]
        return []

    return tell


def named(changes, version):
    return {name.replace("0.1.0", version): change for name, change in changes.items()}


def retarred(sdist, path, changes):
    with tarfile.open(sdist) as old, tarfile.open(path, "w:gz") as new:
        for member in old:
            if member.name not in changes:
                new.addfile(member, old.extractfile(member))
        for name, change in changes.items():
            if change is not None:
                member = change if isinstance(change, tarfile.TarInfo) else tarfile.TarInfo(name)
                data = b"" if member is change else change
                member.size = len(data)
                new.addfile(member, io.BytesIO(data))
    return path


def test_what_is_built_is_accepted_by_all(home, archives):
    told = inspection.inspect(home, archives.wheel, archives.sdist)
    assert told == "twine, check-wheel-contents and our own rules accept both"


def test_repacking_alone_breaks_no_rule(problems):
    assert problems() == []


def metadata(old, new):
    def change(data):
        assert old in data
        return data.replace(old, new)

    return {f"{INFO}/METADATA": change}


@pytest.mark.parametrize(
    ("wheel", "told"),
    [
        ({"envoice/py.typed": None}, "lacks envoice/py.typed"),
        ({"envoice/_build.py": None}, "lacks envoice/_build.py"),
        ({f"{INFO}/licenses/LICENSE": None}, "licenses/LICENSE"),
        ({f"{INFO}/METADATA": None}, "METADATA"),
        ({"envoice/_build.py": b'SPEC_SHA256 = "0"'}, "was not made from the pinned document"),
        ({"envoice/tests/test_it.py": b""}, "has envoice/tests/test_it.py, which no user needs"),
        ({"envoice/x.pyc": b""}, "has envoice/x.pyc, which no user needs"),
        ({"envoice/MANIFEST.json": b""}, "has envoice/MANIFEST.json, which no user needs"),
        ({"generator/sdkwright/cli/entry.py": b""}, "has generator/sdkwright/cli/entry.py, which no user needs"),
        ({"envoice-evil.pth": b""}, "has envoice-evil.pth, which no user needs"),
        (metadata(b"Requires-Dist: httpx", b"Requires-Dist: requests"), "would bring attrs, msgspec, requests"),
        (metadata(b"Requires-Dist: attrs", b"Requires-Dist: aiohttp>=3\nRequires-Dist: attrs"), "bring aiohttp, attrs"),
        (metadata(b"Requires-Python: >=3.11", b"Requires-Python: >=3.9"), "asks for Python >=3.9"),
        (metadata(b"Project-URL: Homepage, https://www.envoice.in\n", b""), "lacks project URLs"),
        (metadata(b"License-Expression: MIT\n", b""), "states no licence"),
        (metadata(b"\n\n# envoice", b"\n\n[How](docs/client.md)\n# envoice"), "links to files of the checkout"),
        (metadata(b"Metadata-Version: 2.4", b"Metadata-Version: nonsense"), "METADATA is not valid"),
        ({"envoice/_build.py": b"\xff\xfe"}, "was not made from the pinned document"),
    ],
)
def test_a_wheel_that_breaks_a_rule(problems, wheel, told):
    found = problems(wheel=wheel)
    assert len(found) == 1, found
    assert told in found[0]


def test_a_wheel_too_heavy(problems, monkeypatch):
    monkeypatch.setattr(inspection, "_limit", lambda _pyproject: 1000)
    assert [line for line in problems() if "1,000 are the limit" in line]


def test_a_source_archive_may_weigh_a_quarter_more(tmp_path, monkeypatch):
    monkeypatch.setattr(inspection, "_limit", lambda _pyproject: 1000)
    archives = [tmp_path / f"{size}-{name}" for name in ("x.whl", "x.tar.gz") for size in (1000, 1001, 1250, 1251)]
    for path in archives:
        path.write_bytes(bytes(int(path.name.partition("-")[0])))
    monkeypatch.setattr(inspection, "_largest", lambda _path: "")
    told = [line.partition(" has ")[0] for line in inspection.oversize(tmp_path / "pyproject.toml", *archives)]
    assert told == ["1001-x.whl", "1250-x.whl", "1251-x.whl", "1251-x.tar.gz"]


TOP = "envoice-0.1.0"


def link():
    member = tarfile.TarInfo(f"{TOP}/generated/envoice/link.py")
    member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
    return member


@pytest.mark.parametrize(
    ("sdist", "told"),
    [
        ({f"{TOP}/LICENSE": None}, f"lacks {TOP}/LICENSE"),
        ({f"{TOP}/pyproject.toml": None}, f"lacks {TOP}/pyproject.toml"),
        ({f"{TOP}/tests/test_it.py": b""}, "which no user needs"),
        ({f"{TOP}/generator/sdkwright/cli/entry.py": b""}, "which no user needs"),
        ({f"{TOP}/README.md.bak": b""}, "which no user needs"),
        ({"elsewhere/x.py": b""}, "which no user needs"),
        ({f"{TOP}/generated/envoice/link.py": link()}, "which is no plain file"),
    ],
)
def test_a_source_archive_that_breaks_a_rule(problems, archives, sdist, told):
    found = problems(sdist=sdist)
    assert len(found) == 1, found
    assert told.replace("0.1.0", archives.version) in found[0]


def test_all_that_is_wrong_is_told_at_once(problems):
    assert len(problems(wheel={"envoice/py.typed": None, "x.py": b""}, sdist={f"{TOP}/y": b""})) == 3


@pytest.mark.parametrize(
    ("changes", "tool"),
    [
        (metadata(b"Content-Type: text/markdown", b"Content-Type: text/x-rst"), "twine check --strict"),
        ({"other/__init__.py": b""}, "check-wheel-contents"),
    ],
)
def test_the_tools_of_others_are_heard(home, archives, tmp_path, changes, tool):
    changes = named(changes, archives.version)
    if "other/__init__.py" in changes:
        record = f"envoice-{archives.version}.dist-info/RECORD"
        changes[record] = lambda data: (
            data + b"other/__init__.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n"
        )
    wheel = rewheeled(archives.wheel, tmp_path / archives.wheel.name, changes)
    with pytest.raises(GeneratorError, match=f"^cannot accept the [a-z]+ .{tool}"):
        inspection.inspect(home, wheel, archives.sdist)
