"""What is read of an index: of a real one, and of servers that are none."""

import hashlib
import json
import threading
import time

import pytest
from packaging.version import Version
from werkzeug.wrappers import Response

from sdkwright.errors import GeneratorError
from sdkwright.release import gates, listing
from sdkwright.release.login import Login
from sdkwright.release.server import PackageServer
from tests.generator.release.standin import listing as index_of
from tests.generator.release.standin import page, serving

WHEEL = "envoice-0.1.0-py3-none-any.whl"
LOGIN = Login("me", "hunter2")
FILES = {WHEEL: b"the wheel", "envoice-0.1.0.tar.gz": b"the sdist"}
DIGESTS = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}


def test_a_real_index(archives, tmp_path):
    with PackageServer(tmp_path, package="envoice") as server:
        assert listing.releases(server.index) == {}
        for path in archives:
            (server.packages / path.name).write_bytes(path.read_bytes())
        release = listing.releases(server.index)[Version(archives.version)]
        assert release.files == archives.digests
        assert not release.yanked
        assert listing.read(server.index, release.wheel) == archives.wheel.read_bytes()
        listing.wait_for(server.index, archives.version, archives.digests)
        index = server.index
    with pytest.raises(GeneratorError, match=r"does not answer .*check the address"):
        listing.releases(index)


@pytest.mark.parametrize(("login", "told"), [(None, "it asks for credentials"), (LOGIN, "were not accepted")])
@pytest.mark.parametrize("status", [401, 403])
def test_an_index_that_refuses(login, told, status):
    with (
        serving(lambda _: Response("hunter2", status)) as server,
        pytest.raises(GeneratorError, match=f"answers {status}: .*{told}; set TWINE_USERNAME") as error,
    ):
        listing.releases(server.index(login))
    assert "hunter2" not in str(error.value)


def test_a_wrong_address_is_no_index_without_releases():
    with (
        serving(lambda _: Response("no", 404)) as server,
        pytest.raises(GeneratorError, match=r"has no list of packages \(404\).*--simple"),
    ):
        listing.releases(server.index())


def test_a_package_that_is_not_there_yet_has_no_releases():
    with index_of({}) as server:
        assert listing.releases(server.index()) == {}


JSON = "application/vnd.pypi.simple.v1+json"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("", "text/plain"),
        ("{", JSON),
        ("[]", JSON),
        ('{"meta": {"api-version": "9.0"}, "name": "envoice", "files": []}', JSON),
        ('{"meta": {"api-version": "1.0"}, "name": "envoice", "files": [{"filename": 7}]}', JSON),
        ('{"meta": {"api-version": "1.0"}, "files": 7}', JSON),
        ("\x00\x01", "image/png"),
        ("<meta name='pypi:repository-version' content='x.y'>", "text/html"),
        ("<meta name='pypi:repository-version' content='9.0'>", "text/html"),
    ],
)
def test_nonsense_is_a_sentence(body, kind):
    with (
        serving(lambda _: Response(body, content_type=kind)) as server,
        pytest.raises(GeneratorError, match=r"does not answer as a package index .*check the address"),
    ):
        listing.releases(server.index())


@pytest.mark.parametrize(
    ("body", "kind"),
    [("[" * 200_000, JSON), ('{"a":' * 200_000, JSON), ("<![foo[", "text/html"), ("[" * 200_000, "text/html")],
)
def test_a_hostile_page_is_a_sentence(body, kind):
    test_nonsense_is_a_sentence(body, kind)


@pytest.mark.parametrize("status", [500, 503, 418])
def test_an_index_in_trouble_is_a_sentence(status):
    with (
        serving(lambda _: Response("no", status)) as server,
        pytest.raises(GeneratorError, match=f"answers {status}; try again"),
    ):
        listing.releases(server.index())


def redirecting_to(elsewhere, *, whole):
    """An index that redirects to another one for what it does not have, or for everything."""

    def answer(request):
        if request.path == "/simple/" and not whole:
            return page({})
        return Response("", 303, {"Location": f"{elsewhere.url}{request.path}"})

    return answer


def test_what_another_origin_lists_is_not_ours():
    """Pypiserver redirects to PyPI, by default, for what it does not have: where a stranger may have the name."""
    with index_of({"envoice-7.0.0-py3-none-any.whl": b"a stranger's"}) as public:
        with serving(redirecting_to(public, whole=False)) as server:
            assert listing.releases(server.index()) == {}
            with pytest.raises(GeneratorError, match=r"does not list envoice 0\.1\.0 yet"):
                listing.wait_for(server.index(), "0.1.0", DIGESTS, seconds=0, sleep=pytest.fail)
        with (
            serving(redirecting_to(public, whole=True)) as server,
            pytest.raises(GeneratorError, match=rf"redirects to another origin, {public.url}; .*--simple"),
        ):
            listing.releases(server.index())
        assert public.asked == []


def test_a_real_index_with_a_fallback(tmp_path):
    with index_of({"envoice-7.0.0-py3-none-any.whl": b"a stranger's"}) as public:
        with PackageServer(tmp_path, package="envoice", fallback=f"{public.url}/simple/") as server:
            assert listing.releases(server.index) == {}
            (server.packages / WHEEL).write_bytes(FILES[WHEEL])
            assert [str(version) for version in listing.releases(server.index)] == ["0.1.0"]
        assert public.asked == []


def test_redirects_on_the_origin_are_followed_to_the_page_of_the_package():
    def answer(request):
        if request.path == "/simple/envoice/":
            return Response("", 301, {"Location": "/other/simple/envoice/"})
        return page(FILES)

    with serving(answer) as server:
        assert listing.releases(server.index())[Version("0.1.0")].files == DIGESTS
    with (
        serving(
            lambda request: page({}) if "log" in request.path else Response("", 302, {"Location": "/log/in"})
        ) as server,
        pytest.raises(GeneratorError, match=r"does not answer as a package index .*not the package's page"),
    ):
        listing.releases(server.index())
    with (
        serving(lambda request: Response("", 302, {"Location": request.path})) as server,
        pytest.raises(GeneratorError, match="more than 5 redirects"),
    ):
        listing.releases(server.index())
    assert len(server.asked) == 6


@pytest.mark.parametrize("target", ["http://[", "http://a:b/", "file:///etc/passwd", "\x1b[2J//x"])
def test_a_redirect_to_nowhere_is_a_sentence(target):
    with (
        serving(lambda _: Response("", 302, {"Location": target})) as server,
        pytest.raises(GeneratorError, match=r"check the address|--simple") as told,
    ):
        listing.releases(server.index())
    assert str(told.value).isprintable()


def test_the_list_is_asked_for_by_its_format():
    """Devpi answers 415 to whoever takes anything, and that is no list without releases."""

    def answer(request):
        if request.headers["Accept"].startswith(JSON):
            return Response("no such project", 404) if "envoice" in request.path else page({})
        return Response("unsupported media type", 415)

    with serving(answer) as server:
        assert listing.releases(server.index()) == {}
        assert {request.headers["Accept"] for request in server.asked} == {
            "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.01"
        }


@pytest.mark.parametrize("status", [204, 304, 400, 405, 410, 415, 429, 500])
@pytest.mark.parametrize("path", ["/simple/envoice/", "/simple/"])
def test_only_404_is_a_package_without_releases(status, path):
    def answer(request):
        return Response("", status) if request.path == path else Response("no", 404)

    with serving(answer) as server, pytest.raises(GeneratorError, match=r"--simple"):
        listing.releases(server.index())


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "application/vnd.pypi.simple.v2+json"])
def test_a_list_in_a_format_that_is_not_read_is_refused(kind):
    def answer(request):
        return Response("no", 404) if "envoice" in request.path else Response("{}", content_type=kind)

    with serving(answer) as server, pytest.raises(GeneratorError, match="content type that is no list of packages"):
        listing.releases(server.index())


def test_a_page_without_an_end_is_refused(monkeypatch):
    monkeypatch.setattr(listing, "LIST_LIMIT", 100_000)
    sent = []

    def endless():
        while True:
            sent.append(1)
            yield b"x" * 10_000

    def answer(_request):
        return Response(endless(), content_type="text/html", direct_passthrough=True)

    with serving(answer) as server, pytest.raises(GeneratorError, match="page of more than 100,000 bytes"):
        listing.releases(server.index())
    assert len(sent) < 2000


@pytest.mark.parametrize("what", ["the page", "the list", "a file"])
def test_an_index_that_drips_is_left(monkeypatch, what):
    """Each byte comes within the timeout of the client, and all of them never."""
    monkeypatch.setattr(listing, "LIST_SECONDS", 0.5)
    monkeypatch.setattr(listing, "FILE_SECONDS", 0.5)
    ended = threading.Event()

    def drip():
        while not ended.wait(0.1):
            yield b" "

    def answer(request):
        slow = Response(drip(), content_type="text/html", direct_passthrough=True)
        if what == "the list":
            time.sleep(1)
            return page({})
        if what == "the page":
            return slow
        return slow if request.path.startswith("/files/") else page(FILES)

    with (
        serving(answer) as server,
        pytest.raises(GeneratorError, match=r"did not (answer|send .*) within 0\.5 seconds"),
    ):
        listing.read(server.index(), listing.releases(server.index())[Version("0.1.0")].wheel)
    ended.set()


def test_names_of_an_index_do_not_steer_the_terminal():
    name = "envoice-0.1.0-py3-none-any\x1b[2J\x07.whl"
    listed = {"filename": name, "url": "/files/x", "hashes": {"sha256": "0" * 64}}
    body = json.dumps({"meta": {"api-version": "1.0"}, "name": "envoice", "files": [listed]})
    lying = lambda request: Response("else" if "/files/" in request.path else body, content_type=JSON)  # noqa: E731
    with serving(lying) as server:
        found = listing.releases(server.index())
        with pytest.raises(GeneratorError, match="that is not what it lists") as told:
            listing.read(server.index(), found[Version("0.1.0")].wheel)
        assert str(told.value).isprintable()
        with pytest.raises(GeneratorError, match="no file that this commit gives") as told:
            gates.refuse_published("0.1.0", found, server.index())
        assert str(told.value).isprintable()


def test_what_belongs_elsewhere_or_has_no_version_is_passed_over():
    odd = dict.fromkeys(["other-9.0.0.tar.gz", "envoice-nonsense.tar.gz", "envoice-0.1.0.exe", "README"], b"")
    with index_of(FILES | odd) as server:
        found = listing.releases(server.index())
    assert {str(version) for version in found} == {"0.1.0"}
    assert DIGESTS.items() <= found[Version("0.1.0")].files.items()


def test_what_is_yanked_is_told():
    with index_of(FILES, yanked=[WHEEL]) as server:
        assert not listing.releases(server.index())[Version("0.1.0")].yanked
    with index_of(FILES, yanked=list(FILES)) as server:
        assert listing.releases(server.index())[Version("0.1.0")].yanked


def test_a_list_without_digests_is_read_file_by_file_of_one_version_alone():
    files = FILES | {"envoice-0.0.9.tar.gz": b"older"}
    with index_of(files, digests=False) as server:
        found = listing.releases(server.index(), exactly="0.1.0")
        assert found[Version("0.1.0")].files == DIGESTS
        assert found[Version("0.0.9")].files == {"envoice-0.0.9.tar.gz": ""}
        assert sum(request.path.startswith("/files/") for request in server.asked) == 2
        listing.wait_for(server.index(), "0.1.0", DIGESTS, sleep=pytest.fail)


def test_credentials_stay_on_the_origin():
    """Neither a redirect of the list nor a file elsewhere takes them along."""
    with index_of(FILES) as elsewhere:
        with serving(lambda _: page(FILES, base=f"{elsewhere.url}/files")) as server:
            index = server.index(LOGIN)
            release = listing.releases(index)[Version("0.1.0")]
            assert listing.read(index, release.wheel) == b"the wheel"
            assert all(server.authorizations)
        with serving(redirecting_to(elsewhere, whole=False)) as server:
            assert listing.releases(server.index(LOGIN)) == {}
            assert all(server.authorizations)
        assert [request.path for request in elsewhere.asked] == [f"/files/{WHEEL}"]
        assert elsewhere.authorizations == [None]


def test_other_bytes_than_stated_are_refused():
    lying = serving(lambda request: Response("else") if "/files/" in request.path else page(FILES))
    with lying as server:
        release = listing.releases(server.index())[Version("0.1.0")]
        with pytest.raises(GeneratorError, match=f"{WHEEL} that is not what it lists"):
            listing.read(server.index(), release.wheel)


def test_a_file_without_an_end_is_refused(monkeypatch):
    monkeypatch.setattr(listing, "LIMIT", 1000)
    endless = Response((b"x" * 100 for _ in range(10**9)), direct_passthrough=True)
    with serving(lambda request: endless if "/files/" in request.path else page(FILES)) as server:
        release = listing.releases(server.index())[Version("0.1.0")]
        with pytest.raises(GeneratorError, match="larger than 1,000 bytes"):
            listing.read(server.index(), release.wheel)


@pytest.mark.parametrize("base", ["file:///etc/passwd", "http://127.0.0.1:1/"])
def test_a_file_that_cannot_be_read_is_a_sentence(base):
    with serving(lambda _: page(FILES, base=base)) as server:
        release = listing.releases(server.index())[Version("0.1.0")]
        with pytest.raises(GeneratorError, match=f"{WHEEL} cannot be read from .*try again"):
            listing.read(server.index(), release.wheel)


def test_an_index_may_take_a_while_and_fail_meanwhile():
    answers = [page({}), Response("busy", 503), page({WHEEL: FILES[WHEEL]}), page(FILES)]
    slept = []
    with serving(lambda _: answers.pop(0)) as server:
        listing.wait_for(server.index(), "0.1.0", DIGESTS, sleep=slept.append)
    assert slept == [0.5, 1, 2]


def test_an_index_that_forgets_is_a_sentence():
    slept = []
    with (
        serving(lambda _: page({})) as server,
        pytest.raises(GeneratorError, match=r"does not list envoice 0\.1\.0 yet.*--verify"),
    ):
        listing.wait_for(server.index(), "0.1.0", DIGESTS, seconds=60, sleep=slept.append)
    assert 60 <= sum(slept) < 70


def test_other_contents_are_told_at_once():
    with (
        index_of(FILES | {WHEEL: b"another wheel"}) as server,
        pytest.raises(GeneratorError, match=f"lists {WHEEL} with other contents than were sent"),
    ):
        listing.wait_for(server.index(), "0.1.0", DIGESTS, sleep=pytest.fail)


def test_a_list_in_json_is_read_too():
    files = [
        {"filename": name, "url": f"/files/{name}", "hashes": {"sha256": digest}} for name, digest in DIGESTS.items()
    ]
    body = json.dumps({"meta": {"api-version": "1.1"}, "name": "envoice", "files": files, "versions": ["0.1.0"]})
    with serving(lambda _: Response(body, content_type=JSON)) as server:
        assert listing.releases(server.index())[Version("0.1.0")].files == DIGESTS
