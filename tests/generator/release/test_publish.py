"""Publishing: each refusal, uploads that break off, and indexes that do not do as they should."""

import sys
import threading

import pytest
from werkzeug.wrappers import Response

from sdkwright import pipeline
from sdkwright.errors import GeneratorError
from sdkwright.release import distribution, listing, publish
from sdkwright.release.index import Index
from sdkwright.release.login import Login
from tests.generator.release.standin import listing as index_of
from tests.generator.release.standin import serving

# The package exports a function of the module's name.
module = sys.modules["sdkwright.release.publish"]
SECRET = 'p@ss/w&rd-of-quite-some-length-that-no-line-of-eighty-columns-could-hold-in-one-piece "+1'
LOGIN = Login("me", SECRET)


@pytest.fixture
def ready(monkeypatch, archives, home):
    """A checkout in order, whose archives are there already; nothing is installed in the end."""
    tried = []
    monkeypatch.setattr(pipeline, "check", lambda *_: None)
    monkeypatch.setattr(module, "build", lambda *_: archives)
    monkeypatch.setattr(distribution, "try_installed", lambda *_: tried.append("tried") or "")
    monkeypatch.setitem(listing.wait_for.__kwdefaults__, "sleep", lambda _: None)
    return tried


def files(archives):
    return {path.name: path.read_bytes() for path in archives}


def run(project, index, report, tmp_path, **options):
    publish(project, index, report, dist=tmp_path, **options)


def test_it_is_sent_and_tried(home, archives, report, tmp_path, ready):
    there = {}
    with index_of(there) as server:
        run(home, server.index(LOGIN), report, tmp_path)
        sent = [request for request in server.asked if request.method == "POST"]
    assert there == files(archives)
    assert [request.files["content"].filename for request in sent] == [path.name for path in archives]
    assert {(request.authorization.username, request.authorization.password) for request in sent} == {("me", SECRET)}
    assert ready == ["tried"]
    assert SECRET not in report.out.getvalue()


def test_a_refusal_of_the_checkout_asks_no_index(checkout, report, tmp_path, ready):
    (checkout.root / "new.txt").write_text("new", encoding="utf-8")
    with index_of({}) as server, pytest.raises(GeneratorError, match="not as committed"):
        run(checkout, server.index(), report, tmp_path)
    assert server.asked == []


@pytest.mark.parametrize("gate", ["check", "build", "other", "again", "low"])
def test_a_refusal_sends_nothing(home, archives, report, tmp_path, ready, monkeypatch, gate):
    def refuse(*_):
        raise GeneratorError(f"refused by {gate}")

    there, told = {}, f"refused by {gate}"
    if gate == "check":
        monkeypatch.setattr(pipeline, "check", refuse)
    elif gate == "build":
        monkeypatch.setattr(module, "build", refuse)
    elif gate == "low":
        there, told = {"envoice-0.9.0-py3-none-any.whl": b""}, "is below every release"
    else:
        there = files(archives) if gate == "again" else {archives.wheel.name: b"other"}
        told = {"again": "already, and a published version never changes", "other": "with other contents"}[gate]
    with index_of(there) as server, pytest.raises(GeneratorError, match=told):
        run(home, server.index(), report, tmp_path)
    assert all(request.method == "GET" for request in server.asked)
    assert ready == []


@pytest.mark.parametrize("names", [("whl", "tar.gz"), ("whl", "tar.gz", "egg"), ("exe",)])
def test_a_version_that_is_there_is_refused_before_anything_is_built(
    home, archives, report, tmp_path, ready, monkeypatch, names
):
    monkeypatch.setattr(pipeline, "check", lambda *_: pytest.fail("it was checked"))
    monkeypatch.setattr(module, "build", lambda *_: pytest.fail("it was built"))
    endings = {"whl": "-py3-none-any.whl", "egg": "-py3.11.egg"}
    there = {f"envoice-{archives.version}{endings.get(name, f'.{name}')}": b"x" for name in names}
    with index_of(there) as server, pytest.raises(GeneratorError, match=r"already, .*nox -s release"):
        run(home, server.index(), report, tmp_path)
    assert all(request.method == "GET" for request in server.asked)


def test_a_first_release_where_another_index_has_the_name(home, archives, report, tmp_path, ready):
    """What a fallback lists is neither judged nor in the way."""
    with index_of({"envoice-7.0.0-py3-none-any.whl": b"a stranger's"}) as public:
        there = {}
        own = index_of(there, fallback=f"{public.url}/simple/envoice/")
        with own as server:
            run(home, server.index(LOGIN), report, tmp_path)
        assert public.asked == []
    assert there == files(archives)


def test_an_answer_does_not_steer_the_terminal(archives):
    with (
        serving(lambda _: Response("no", "403 \x1b]0;title\x07\x1b[2Jno")) as server,
        pytest.raises(GeneratorError, match="403") as told,
    ):
        module.upload(server.index(LOGIN), archives.wheel)
    assert str(told.value).replace("\n", "").isprintable()


def test_an_upload_that_gets_no_end_of_an_answer_is_left(archives, monkeypatch):
    monkeypatch.setattr(module, "_UPLOAD_SECONDS", 3)
    ended = threading.Event()

    def drip():
        while not ended.wait(0.2):
            yield b" "

    with (
        serving(lambda _: Response(drip(), direct_passthrough=True)) as server,
        pytest.raises(GeneratorError, match=r"cannot upload .*did not end within 3 seconds; try again"),
    ):
        module.upload(server.index(LOGIN), archives.wheel)
    ended.set()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), GeneratorError("the line is dead")])
def test_what_breaks_off_is_finished_by_running_it_again(home, archives, report, tmp_path, ready, error):
    there, sent = {}, []

    def send(index, path):
        sent.append(path.name)
        if len(sent) == 2:
            raise error
        there[path.name] = path.read_bytes()

    with index_of(there) as server:
        with pytest.raises(type(error), match=r"Run it again: what has arrived is not sent twice\."):
            run(home, server.index(), report, tmp_path, send=send)
        assert list(there) == [archives.wheel.name]
        run(home, server.index(), report, tmp_path, send=send)
    assert sent == [archives.wheel.name, archives.sdist.name, archives.sdist.name]
    assert ready == ["tried"]


def test_an_answer_that_was_lost_is_no_failure(home, archives, report, tmp_path, ready):
    """Nor is another run that was faster: what counts is what the index has."""
    there = {}

    def send(index, path):
        there[path.name] = path.read_bytes()
        raise GeneratorError("no answer")

    with index_of(there) as server:
        run(home, server.index(), report, tmp_path, send=send)
    assert there == files(archives)
    assert ready == ["tried"]


@pytest.mark.parametrize(("kept", "told"), [(None, "does not list envoice .* yet"), (b"else", "with other contents")])
def test_an_index_that_forgets_or_changes_what_it_accepts(home, archives, report, tmp_path, ready, kept, told):
    there = {}

    def send(index, path):
        if kept is not None:
            there[path.name] = kept

    with index_of(there) as server, pytest.raises(GeneratorError, match=told):
        run(home, server.index(), report, tmp_path, send=send)
    assert ready == []


def test_archives_that_were_built_elsewhere(home, archives, report, tmp_path, ready):
    with index_of(there := {}) as server:
        with pytest.raises(GeneratorError, match="is not there; build it with"):
            run(home, server.index(LOGIN), report, tmp_path, built=True)
        for name, data in files(archives).items():
            (tmp_path / name).write_bytes(data)
        (tmp_path / archives.sdist.name).write_bytes(b"other")
        with pytest.raises(GeneratorError, match="not what this commit gives, byte for byte"):
            run(home, server.index(LOGIN), report, tmp_path, built=True)
        assert not there
        (tmp_path / archives.sdist.name).write_bytes(archives.sdist.read_bytes())
        run(home, server.index(LOGIN), report, tmp_path, built=True)
    assert there == files(archives)


def echo(request):
    """Tells the credentials in all the ways that an index may."""
    pair = request.headers["Authorization"]
    return Response(f"{SECRET} {pair} {LOGIN.forms}", f"403 no {' '.join(LOGIN.forms[1:3])} {SECRET!r}")


def test_what_an_index_tells_of_the_credentials_is_hidden(archives):
    with serving(echo) as server, pytest.raises(GeneratorError, match="403") as told:
        module.upload(server.index(LOGIN), archives.wheel)
    assert "****" in str(told.value)
    assert not [form for form in LOGIN.forms if form in str(told.value)]
    assert "no-line-of-eighty-columns" not in str(told.value)


def test_the_command_line_of_an_upload_has_no_credentials(archives, monkeypatch):
    seen = []
    monkeypatch.setattr(module, "run", lambda command, *_, **options: seen.append((command, options)))
    module.upload(Index("https://a.example/", "https://a.example/simple/", LOGIN, package="envoice"), archives.wheel)
    ((command, options),) = seen
    assert not [form for form in LOGIN.forms if any(form in str(part) for part in command)]
    assert options["env"]["TWINE_PASSWORD"] == SECRET


def test_empty_variables_of_a_workflow_are_not_sent_as_a_login(archives, monkeypatch):
    """A secret that is not set is an empty variable in a workflow, and a trusted publisher has none."""
    monkeypatch.setenv("TWINE_USERNAME", "")
    monkeypatch.setenv("TWINE_PASSWORD", "")
    with (
        index_of({}) as server,
        pytest.raises(GeneratorError, match=r"needs credentials, and there are none; set TWINE"),
    ):
        module.upload(server.index(), archives.wheel)
    assert server.asked == []


def test_an_index_that_stumbles_once_is_tried_again(archives):
    answers = [Response("no", 500), Response("kept")]
    with serving(lambda _: answers.pop(0)) as server:
        module.upload(server.index(LOGIN), archives.wheel)
    assert not answers


@pytest.mark.parametrize("status", [400, 403, 409, 413, 500])
def test_a_refused_upload_is_a_sentence(archives, status):
    with (
        serving(lambda _: Response("no", status)) as server,
        pytest.raises(GeneratorError, match=rf"^cannot upload {archives.wheel.name}:(?s:.*){status}") as told,
    ):
        module.upload(server.index(LOGIN), archives.wheel)
    assert "Traceback" not in str(told.value)


def test_only_installing_needs_a_version_that_is_there(home, archives, report, ready):
    with index_of({}) as server, pytest.raises(GeneratorError, match="leave --verify out"):
        module.try_out(home, server.index(), report, archives.version)
    with index_of(files(archives)) as server:
        module.try_out(home, server.index(), report, archives.version)
    assert ready == ["tried"]
