"""Bodies that are more than a JSON object: what a fake sees of them, what stubs ask, and when one is sent again."""

import io
import json

import pytest

from sdkwright.stubs import build_mappings
from tests.apis.calling import KINDS, answered, call
from tests.runtime.loopback import Wire


@pytest.fixture
def made(make):
    """The package."""
    return make("print_shop")


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "sea.jpg"
    found.write_bytes(b"\xff\xd8")
    return found


def test_a_fake_reads_forms_and_parts(made, path):
    package, testing = made.package, made.module("testing")
    fake = testing.FakeService()
    with fake.client() as client:
        client.photos.add(
            photo=path,
            title="The sea",
            details=[b"1", package.Upload(iter([b"2", b"3"]), "b.png")],
            settings=package.PrintSettings(paper="matt", copies=2),
            tags=["sea"],
        )
        client.sessions.open(user="Ana", password="secret", roles=["a", "b"])
        client.photos.note(text="é")
        client.photos.replace(number=1, content=path)
    added, opened, noted, replaced = fake.calls
    assert added.body == {
        "photo": b"\xff\xd8",
        "title": "The sea",
        "details": [b"1", b"23"],
        "settings": {"paper": "matt", "copies": 2},
        "tags": "sea",
    }
    assert [(part.name, part.filename, part.content_type) for part in added.parts] == [
        ("photo", "sea.jpg", "image/jpeg"),
        ("title", None, None),
        ("details", "details", "application/octet-stream"),
        ("details", "b.png", "image/png"),
        ("settings", None, "application/json"),
        ("tags", None, None),
    ]
    assert opened.body == {"user": "Ana", "password": "secret", "roles": ["a", "b"]}
    assert (noted.body, replaced.body, replaced.parts) == ("é", b"\xff\xd8", ())
    assert "secret" not in repr(fake.calls)


def test_stubs_ask_for_what_a_form_must_have(made, stubs):
    server = stubs("print_shop")
    by_name = {mapping["name"]: mapping["request"] for mapping in build_mappings(made.api, project=made.project)}
    assert by_name["photos.add"]["multipartPatterns"] == [
        {"matchingType": "ANY", "headers": {"Content-Disposition": {"contains": f'; name="{name}"'}}}
        for name in ("photo", "title")
    ]
    assert by_name["sessions.open"]["formParameters"] == {"password": {"matches": ".*"}, "user": {"matches": ".*"}}
    assert "Content-Type" not in by_name["orders.quote"]["headers"]
    keys = [("x-print-key", "k"), ("accept", "application/json")]

    def status(target, kind, body, method="POST"):
        return server.respond(method, target, [*keys, ("content-type", kind)], body).status

    form = "application/x-www-form-urlencoded"
    assert status("/sessions", form, b"user=&password=b") == 200
    assert status("/sessions", form, b"user=a") == 404
    assert status("/sessions", "text/plain", b"user=a&password=b") == 404
    part = b'--B\r\nContent-Disposition: form-data; name="%s"\r\n\r\n1\r\n'
    whole = part % b"photo" + part % b"title" + b"--B--\r\n"
    assert status("/photos", "multipart/form-data; boundary=B", whole) == 200
    assert status("/photos", "multipart/form-data; boundary=C", whole) == 404
    assert status("/photos", "multipart/form-data; boundary=B", part % b"photo" + b"--B--\r\n") == 404
    assert status("/photos/original?number=1", "image/gif", b"1", "PUT") == 404
    assert status("/photos/original?number=1", "image/png", b"1", "PUT") == 200


def test_a_fake_takes_the_stubs_of_the_project(made, path):
    fake = made.module("testing").FakeService(strict=True)
    fake.load_stubs(build_mappings(made.api, project=made.project))
    with fake.client() as client:
        client.photos.add(photo=path, title="The sea")
        client.sessions.open(user="Ana", password="secret")
    assert [call.operation for call in fake.calls] == ["photos.add", "sessions.open"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("again", "count"), [(lambda path: path, 2), (lambda _: iter([b"\xff\xd8"]), 1)])
def test_a_body_is_sent_again_with_newer_keys_only_if_it_can_be_rewound(made, path, kind, again, count):
    statuses = [401, 200]
    bodies = []

    def answer(request):
        bodies.append(b"".join(request.content))
        return statuses[len(bodies) - 1], b""

    issued = iter([made.package.Credentials(api_key="old"), made.package.Credentials(api_key="new")])
    keys = {"api_key": None, "credentials": lambda: next(issued)}

    def run():
        return answered(
            made, lambda client: client.photos.replace(number=1, content=again(path)), answer, kind=kind, **keys
        )

    if count == 1:
        with pytest.raises(made.module("errors").AuthenticationError, match="can be read only once"):
            run()
    else:
        run()
    assert bodies == [b"\xff\xd8"] * count


@pytest.mark.parametrize("kind", KINDS)
def test_a_dry_look_at_a_long_upload_closes_it(made, tmp_path, kind):
    long = tmp_path / "long.bin"
    long.write_bytes(bytes(3_000_000))

    def refuse(peer):
        peer.answer(b'{"title":"no"}', status="413 Too Large")
        return True

    with Wire(refuse) as wire, pytest.raises(made.module("errors").APIStatusError):
        call(made, lambda client: client.photos.replace(number=1, content=long), kind=kind, base_url=wire.base_url)
    assert wire.bodies == [bytes(3_000_000)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_takes_what_is_beside_its_fields(made, kind):
    with Wire(lambda peer: peer.answer()) as wire:
        call(
            made,
            lambda client: client.sessions.open(
                user="Ana", password="pass", additional_properties={"otp code": "1&2", "device": "ü"}
            ),
            kind=kind,
            base_url=wire.base_url,
        )
    assert wire.bodies == [b"password=pass&user=Ana&otp+code=1%262&device=%C3%BC"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_part_has_headers_of_its_own(made, kind):
    upload = made.package.Upload
    with Wire(lambda peer: peer.answer(b"1", b"Content-Type: application/json")) as wire:
        call(
            made,
            lambda client: client.photos.add(
                photo=upload(b"x", "a.png", headers={"X-Camera": "K-1", "X-Exposure": "60"}),
                title="Sea",
                caption=upload(b"Mer", headers={"Content-Language": "fr"}),
            ),
            kind=kind,
            base_url=wire.base_url,
        )
    [body] = wire.bodies
    assert b'; filename="a.png"\r\nContent-Type: image/png\r\nX-Camera: K-1\r\nX-Exposure: 60\r\n\r\nx\r\n' in body
    assert b"\r\nContent-Language: fr\r\n\r\nMer\r\n" in body


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (
            lambda client, upload: client.photos.add(photo=upload(b"", headers={"X-A": "1\r\nX-B: 2"}), title="a"),
            "photo: the header 'X-A' must be printable ASCII",
        ),
        (
            lambda client, upload: client.photos.add(photo=upload(b"", headers={"Content-Type": "a/b"}), title="a"),
            "photo: 'Content-Type' is no header that its part can have",
        ),
        (
            lambda client, _: client.sessions.open(user="a", password="b", additional_properties={"user": "c"}),
            "'additional_properties' has 'user', which is a field of its own",
        ),
        (
            lambda client, _: client.sessions.open(user="a", password="b", additional_properties={"otp": 1}),
            r"sessions.open: additional_properties\['otp'\] must be a str; got an int",
        ),
    ],
)
def test_what_is_beside_the_fields_and_the_headers_of_parts_are_judged(made, run, said):
    with made.client() as client, pytest.raises(made.package.EncodeError, match=said):
        run(client, made.package.Upload)


@pytest.mark.parametrize(
    ("run", "said"),
    [
        (lambda client: client.photos.add(photo="sea.jpg", title="a"), "photos.add: photo must be bytes or a file"),
        (lambda client: client.photos.add(photo=b"", title=7), "photos.add: title must be a str; got an int"),
        (lambda client: client.photos.add(photo=None, title="a"), "photos.add: photo is required; got None"),
        (lambda client: client.photos.note(text="a", content_type="text/x"), "photos.note: content_type is 'text/x'"),
        (lambda client: client.orders.remark(stars=5), "orders.remark: words is required"),
        (lambda client: client.sessions.open(user="a", password=None), "sessions.open: password is required"),
    ],
)  # fmt: skip
def test_what_cannot_be_sent_is_refused_by_name(made, run, said):
    def answer(_):
        raise AssertionError

    with pytest.raises(made.module("errors").EncodeError) as caught:
        answered(made, run, answer, kind="sync")
    assert str(caught.value).startswith(said)


def test_the_command_line_sends_files(made, path, monkeypatch, capsys):
    monkeypatch.setenv("PRINT_SHOP_API_KEY", "a-key")
    run = made.module("cli._run").run

    def words(*given):
        status = run([*given, "--dry-run"])
        return status, capsys.readouterr().out

    status, shown = words("photos", "replace", "--number", "1", "--content", str(path))
    assert status == 0
    assert shown.splitlines()[-1] == "(2 bytes)"
    parts = ("--photo", str(path), "--title", "a", "--details", str(path), "--settings", '{"paper":"matt"}')
    status, shown = words("photos", "add", *parts)
    assert (status, "multipart/form-data" in shown) == (0, True)
    status, shown = words("sessions", "open", "--user", "a", "--password", "b")
    assert (status, shown.splitlines()[-1]) == (0, "password=b&user=a")

    class Standard:
        buffer = io.BytesIO(b"from standard input")

    monkeypatch.setattr("sys.stdin", Standard)
    status, shown = words("photos", "add-any", "--content", "-")
    assert (status, shown.splitlines()[-1]) == (0, "(19 bytes)")


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (["--roles", "a", "--roles", "b,c"], "&roles=a&roles=b%2Cc"),
        (["--roles", '["a", "b"]'], "&roles=a&roles=b"),
        ([], ""),
    ],
)
def test_the_command_line_takes_texts_one_by_one_or_as_json(made, monkeypatch, capsys, given, sent):
    monkeypatch.setenv("PRINT_SHOP_API_KEY", "a-key")
    words = ["sessions", "open", "--user", "u", "--password", "p", *given, "--dry-run"]
    assert made.module("cli._run").run(words) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"password=p&user=u{sent}"


def test_the_command_line_takes_members_away_with_null(made, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("PRINT_SHOP_API_KEY", "a-key")
    change = tmp_path / "change.json"
    change.write_text('{"title": null, "rating": 3}', encoding="utf-8")
    words = ["photos", "change", "--number", "1", "--body", str(change), "--dry-run"]
    assert made.module("cli._run").run(words) == 0
    sent = capsys.readouterr().out.partition("\n\n")[2]
    assert json.loads(sent) == {"title": None, "rating": 3}


def test_files_beside_the_fields_have_names(made, path, monkeypatch, capsys):
    fake, upload = made.module("testing").FakeService(), made.package.Upload
    with fake.client() as client:
        client.photos.add(photo=b"", title="a", additional_properties={"back": path, "side": upload(b"s", "b.png")})
        with pytest.raises(made.package.EncodeError, match="additional_properties must be a mapping; got a list"):
            client.photos.add(photo=b"", title="a", additional_properties=[path])
    assert [(part.name, part.filename, part.content_type) for part in fake.calls[0].parts[2:]] == [
        ("back", "sea.jpg", "image/jpeg"),
        ("side", "b.png", "image/png"),
    ]
    monkeypatch.setenv("PRINT_SHOP_API_KEY", "a-key")
    words = ["photos", "add", "--photo", str(path), "--title", "a", "--dry-run", "--additional-properties"]
    sizes = []
    for given in (["x=" + str(path)], ["x=" + str(path), "--additional-properties", "y=" + str(path)]):
        assert made.module("cli._run").run([*words, *given]) == 0
        sizes.append(int(capsys.readouterr().out.splitlines()[-1].strip("()").partition(" ")[0]))
    assert sizes[0] < sizes[1]
    assert made.module("cli._run").run([*words, str(path)]) == 2
    assert "write it like scan=scan.tif" in capsys.readouterr().err


def test_the_public_names_of_files(made):
    package = made.package
    assert {"FileTypes", "Upload"} <= {*package.__all__}
    assert repr(package.Upload(b"secret", "a.png", "image/png")) == "<Upload 'a.png', image/png>"
    assert made.module("files").__all__ == ["FileContent", "FileTypes", "Upload"]


def test_a_package_without_uploads_has_no_names_of_files(make):
    package = make("tides").package
    assert not {"files", "FileTypes", "Upload"} & {*package.__all__}
