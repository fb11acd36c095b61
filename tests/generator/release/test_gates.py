"""What a version must be, by what the index has and by what has changed since."""

import json

import attrs
import pytest
from packaging.version import Version

from sdkwright import documents
from sdkwright.errors import GeneratorError
from sdkwright.files import Folder
from sdkwright.release import checkout as state
from sdkwright.release import gates
from sdkwright.release.index import Index
from sdkwright.release.listing import Release
from sdkwright.upstream import Upstream
from tests.generator.release.conftest import commit, git
from tests.generator.release.standin import rewheeled

INDEX = Index("https://a.example/", "https://a.example/simple/", package="envoice")


@pytest.fixture(autouse=True)
def unjudged(monkeypatch, surfaces):
    """Leaves out the type checkers over the usage samples, which take most of the time; the rehearsal has them."""
    monkeypatch.setattr("sdkwright.diff.compare.compare_callers", lambda *_: [])
    monkeypatch.setattr(gates, "read_surface", surfaces)


def have(*versions, yanked=()):
    return {Version(one): Release(yanked=one in yanked) for one in (*versions, *yanked)}


def listed(archives, names, **digests):
    files = {path.name: archives.digests[path.name] for path in archives if path.name in names} | digests
    return {Version(archives.version): Release(files, yanked=False)}


def test_what_is_missing(archives):
    wheel, sdist = archives
    assert gates.missing(archives, {}, INDEX) == [wheel, sdist]
    assert gates.missing(archives, listed(archives, [wheel.name]), INDEX) == [sdist]
    assert gates.missing(archives, listed(archives, [sdist.name]), INDEX) == [wheel]


def test_what_is_there_is_not_sent_again(archives):
    with pytest.raises(GeneratorError, match=r"already, byte for byte; raise the version .*--verify"):
        gates.missing(archives, listed(archives, list(archives.digests)), INDEX)


def test_other_contents_are_refused(archives):
    releases = listed(archives, [], **{archives.wheel.name: "0" * 64})
    with pytest.raises(GeneratorError, match=r"with other contents than this commit gives.*raise the version"):
        gates.missing(archives, releases, INDEX)
    odd = f"envoice-{archives.version}-cp311-cp311-linux_x86_64.whl"
    with pytest.raises(GeneratorError, match=r"has envoice.*cp311.*with other contents"):
        gates.missing(archives, listed(archives, [], **{odd: "0" * 64}), INDEX)


@pytest.mark.parametrize(
    ("version", "releases", "earlier"),
    [
        ("0.1.0", have(), None),
        ("0.1.0", have("0.1.0"), None),
        ("0.2.0", have("0.1.0", "0.1.9", "0.1.10"), "0.1.10"),
        ("0.1.11", have("0.1.10", "0.2.0"), "0.1.10"),
        ("0.2.0", have("0.1.0", "0.2.0rc1", "0.2.0.dev3", "0.1.9+local"), "0.1.0"),
        ("0.1.0", have("0.1.0rc1"), None),
        ("0.2.0", have("0.1.0", yanked=["0.1.5"]), "0.1.0"),
        ("0.2.0", have(yanked=["0.1.5"]), None),
        ("0.2.0", have("0.1.0.post1", "0.1.0"), "0.1.0.post1"),
    ],
)
def test_what_a_version_follows(version, releases, earlier):
    assert gates.before(version, releases) == (earlier and Version(earlier))


def test_a_version_below_all_is_refused():
    with pytest.raises(GeneratorError, match=r"^0\.0\.9 is below every release so far \(0\.1\.0 is the lowest\)"):
        gates.before("0.0.9", have("0.1.0", "0.2.0"))


def test_the_same_contents_demand_a_patch(home, archives):
    wheel = archives.wheel.read_bytes()
    assert "demand 0.1.1; this is 0.1.1" in gates.refuse_too_low(home, "0.1.1", Version("0.1.0"), wheel)
    with pytest.raises(GeneratorError, match=r"demand 0\.1\.1 at least, and this is 0\.1\.0"):
        gates.refuse_too_low(home, "0.1.0", Version("0.1.0.post2"), wheel)


@pytest.fixture
def wider(archives, tmp_path):
    """A wheel with a public module that is gone."""
    code = b'"""Once public."""\n\n\ndef gone() -> int:\n    """Return 1."""\n    return 1\n'
    return rewheeled(archives.wheel, tmp_path / "wider.whl", {"envoice/departed.py": code}).read_bytes()


@pytest.mark.parametrize(("earlier", "low", "least"), [("0.1.0", "0.1.9", "0.2.0"), ("1.2.3", "1.3.0", "2.0.0")])
def test_what_breaks_demands_more(home, wider, earlier, low, least):
    with pytest.raises(GeneratorError, match=rf"demand {least} at least.*{low}.*departed\.gone.*--version {least}"):
        gates.refuse_too_low(home, low, Version(earlier), wider)
    assert f"this is {least}" in gates.refuse_too_low(home, least, Version(earlier), wider)


def test_nothing_of_the_earlier_wheel_runs(home, archives, tmp_path):
    ran = tmp_path / "ran"
    hostile = f"open({str(ran)!r}, 'w')\n".encode()
    changes = {name: lambda data: data + hostile for name in ("envoice/__init__.py", "envoice/_build.py")}
    wheel = rewheeled(archives.wheel, tmp_path / "hostile.whl", changes)
    gates.refuse_too_low(home, "0.2.0", Version("0.1.0"), wheel.read_bytes())
    assert not ran.exists()


def test_what_a_wheel_says_of_its_version_changes_nothing(home, archives, tmp_path):
    lie = {f"envoice-{archives.version}.dist-info/METADATA": lambda data: data.replace(b"Version: 0", b"Version: 9")}
    wheel = rewheeled(archives.wheel, tmp_path / "lying.whl", lie).read_bytes()
    assert "demand 0.1.1" in gates.refuse_too_low(home, "0.1.1", Version("0.1.0"), wheel)


def test_the_wire_is_compared_where_the_history_has_the_document(checkout, archives, tmp_path):
    """The package is the same, and the document of the release before had an operation more."""
    data = checkout.upstream.read_bytes()
    document = documents.load(data, name="upstream.json")
    gone = next(path for path in document["paths"] if "tax" in path.lower())
    document["paths"][gone.replace("tax", "levy")] = document["paths"][gone]
    checkout.upstream.write_text(json.dumps(document), encoding="utf-8")
    commit(checkout.root, "An older document")
    sha256 = state.hashlib.sha256(checkout.upstream.read_bytes()).hexdigest()
    checkout.upstream.write_bytes(data)
    commit(checkout.root, "The newer one")
    found = state.earlier_document(checkout, sha256)
    assert found.sha256 == sha256
    assert found.document == document


def test_a_document_is_found_on_another_branch_and_behind_its_removal(checkout):
    path = checkout.upstream
    kept = path.read_bytes()
    git(checkout.root, "switch", "--quiet", "--create", "maintenance")
    path.write_bytes(kept.replace(b'"openapi"', b' "openapi"', 1))
    commit(checkout.root, "On a branch")
    sha256 = state.hashlib.sha256(path.read_bytes()).hexdigest()
    path.unlink()
    commit(checkout.root, "Gone")
    git(checkout.root, "switch", "--quiet", "-")
    assert state.earlier_document(checkout, sha256).sha256 == sha256


def test_a_document_in_several_files_is_found_with_them(checkout):
    document = json.loads(checkout.upstream.read_bytes())
    schemas = document["components"]["schemas"]
    name = next(iter(schemas))
    schemas[name] = {"$ref": "part.json"}
    checkout.upstream.write_text(json.dumps(document), encoding="utf-8")
    checkout.parts.mkdir()
    digests = []
    for title in ("one", "two"):
        (checkout.parts / "part.json").write_text(json.dumps({"title": title, "type": "object"}), encoding="utf-8")
        commit(checkout.root, f"Part {title}")
        folder = Folder(checkout.parts)
        digests.append(Upstream.of(checkout.upstream.read_bytes(), name="x", file="x", read=folder).sha256)
    assert digests[0] != digests[1]
    for digest, title in zip(digests, ("one", "two"), strict=True):
        found = state.earlier_document(checkout, digest)
        assert found.document["components"]["schemas"][name]["title"] == title


def test_a_document_of_nowhere_is_told(home, archives, tmp_path):
    changes = {"envoice/_build.py": lambda data: b'SPEC_SHA256: str = "%b"\n' % (b"0" * 64)}
    wheel = rewheeled(archives.wheel, tmp_path / "x.whl", changes).read_bytes()
    assert "the wire was not compared" in gates.refuse_too_low(home, "0.9.0", Version("0.1.0"), wheel)
    changes = {"envoice/_build.py": None}
    wheel = rewheeled(archives.wheel, tmp_path / "y.whl", changes).read_bytes()
    assert "the wire was not compared" in gates.refuse_too_low(home, "0.9.0", Version("0.1.0"), wheel)


def test_a_history_that_was_cut_off_is_a_sentence(home, tmp_path):
    root = tmp_path / "shallow"
    commit(home.root, "Another")
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{home.root}", str(root))
    shallow = attrs.evolve(home, root=root, target=root)
    with pytest.raises(GeneratorError, match=r"git fetch --unshallow"):
        state.earlier_document(shallow, "0" * 64)


def test_a_hook_does_not_lead_git_elsewhere(checkout, tmp_path, monkeypatch):
    other = tmp_path / "other"
    other.mkdir()
    commit(other)
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other))
    told = state.git(checkout, "rev-parse", "--show-toplevel").decode().strip()
    assert told == str(checkout.root)


@pytest.mark.parametrize("setting", ["status.showUntrackedFiles=no", "status.short=true"])
def test_a_checkout_that_is_not_as_committed_is_refused(checkout, setting):
    git(checkout.root, "config", *setting.split("="))
    state.refuse_changes(checkout)
    for number in range(10):
        (checkout.root / f"new-{number}.txt").write_text("new", encoding="utf-8")
    with pytest.raises(GeneratorError, match=r"(?s)commit or stash:.*new-0\.txt.*and 2 more"):
        state.refuse_changes(checkout)
