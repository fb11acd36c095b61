"""Earlier wheels come from an index, and an index may hold anything."""

import io
import zipfile

import pytest

from sdkwright.diff.surface import read_surface
from sdkwright.errors import GeneratorError
from sdkwright.release import earlier


def wheel(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_only_the_package_is_unpacked_and_nothing_outside(tmp_path):
    names = [
        "envoice/__init__.py",
        "envoice/../../up.py",
        "/envoice/root.py",
        "../envoice/up.py",
        "other/x.py",
        "x.pth",
    ]
    earlier.unpack(wheel(dict.fromkeys(names, "")), tmp_path / "old", package="envoice", name="the wheel")
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found == {"old/envoice/__init__.py", "old/envoice/up.py"}


@pytest.mark.parametrize("data", [b"", b"no wheel", wheel({"envoice/x.py": "x = 1\n" * 999})[:-40], wheel({"a/b": ""})])
def test_what_is_no_wheel_is_a_sentence(tmp_path, data):
    with pytest.raises(GeneratorError, match=r"^the wheel of 0\.1\.0 .*yank it"):
        earlier.unpack(data, tmp_path, package="envoice", name="the wheel of 0.1.0")


def test_damaged_contents_are_a_sentence(tmp_path):
    data = bytearray(wheel({"envoice/x.py": "".join(map(str, range(9999)))}))
    data[200:260] = b"\xff" * 60
    with pytest.raises(GeneratorError, match=r"cannot be unpacked .*yank it"):
        earlier.unpack(bytes(data), tmp_path, package="envoice", name="the wheel")


def test_a_bomb_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(earlier, "LIMIT", 10_000)
    with pytest.raises(GeneratorError, match="unpacks to more than 10,000 bytes"):
        earlier.unpack(wheel({"envoice/x.py": b"0" * 10_001}), tmp_path, package="envoice", name="the wheel")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("code", ["x = " + "-" * 50_000 + "1", "x = " + "(" * 5000, "x = 1" + "+1" * 20_000, "\0"])
def test_code_that_exhausts_a_reader_is_a_sentence(tmp_path, code):
    (tmp_path / "envoice").mkdir()
    (tmp_path / "envoice" / "__init__.py").write_text(code, encoding="utf-8")
    with pytest.raises(GeneratorError, match="griffe cannot read the package"):
        read_surface(tmp_path / "envoice", only_sent=frozenset())


DIGEST = "a" * 64


@pytest.mark.parametrize(
    ("code", "digest"),
    [
        (f'from typing import Final\nSPEC_SHA256: Final = "{DIGEST}"\n', DIGEST),
        ("", None),
        ("SPEC_SHA256: Final = 7", None),
        ("SPEC_SHA256: Final = open('/etc/passwd').read()", None),
        ("SPEC_SHA256: Final", None),
        ("((((", None),
        ("(" * 5000, None),
        ("-" * 100_000 + "1", None),
        ("\0", None),
        ("import sys; sys.exit(7)", None),
    ],
)
def test_the_digest_is_read_and_nothing_runs(tmp_path, code, digest):
    folder = tmp_path / "envoice"
    folder.mkdir()
    ran = tmp_path / "ran"
    (folder / "_build.py").write_text(f"{code}\nopen({str(ran)!r}, 'w')\n", encoding="utf-8")
    assert earlier.stated_digest(tmp_path / "envoice") == digest
    assert not ran.exists()


def test_a_package_that_states_no_digest(tmp_path):
    assert earlier.stated_digest(tmp_path / "envoice") is None


def test_the_digest_of_a_real_wheel(archives, tmp_path, home):
    earlier.unpack(archives.wheel.read_bytes(), tmp_path, package="envoice", name="the wheel")
    assert f'"sha256": "{earlier.stated_digest(tmp_path / "envoice")}"' in home.lock.read_text(encoding="utf-8")
