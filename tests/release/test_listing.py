"""What is read of an index: of a real one, and of servers that are none."""

import hashlib
import json

import pytest
from packaging.version import Version
from werkzeug.wrappers import Response

from generator.errors import GeneratorError
from generator.release import listing
from generator.release.login import Login
from generator.release.server import PackageServer
from tests.release.standin import listing as index_of
from tests.release.standin import page, serving

WHEEL = "envoice-0.1.0-py3-none-any.whl"
LOGIN = Login("me", "hunter2")
FILES = {WHEEL: b"the wheel", "envoice-0.1.0.tar.gz": b"the sdist"}
DIGESTS = {name: hashlib.sha256(data).hexdigest() for name, data in FILES.items()}


def test_a_real_index(archives, tmp_path):
    with PackageServer(tmp_path) as server:
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


@pytest.mark.parametrize("status", [500, 503, 418])
def test_an_index_in_trouble_is_a_sentence(status):
    with (
        serving(lambda _: Response("no", status)) as server,
        pytest.raises(GeneratorError, match=f"answers {status}; try again"),
    ):
        listing.releases(server.index())


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
        redirect = lambda request: Response("", 302, {"Location": f"{elsewhere.url}{request.path}"})  # noqa: E731
        with serving(redirect) as server:
            assert listing.releases(server.index(LOGIN))[Version("0.1.0")].files == DIGESTS
            assert all(server.authorizations)
        assert [request.path for request in elsewhere.asked] == [f"/files/{WHEEL}", "/simple/envoice/"]
        assert elsewhere.authorizations == [None, None]


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
