"""Identification: the one construction that fits all captures is found, whichever it is, and no secret is shown."""

import os
import subprocess
import sys

import pytest
from envoice.errors import ConfigurationError, WebhookError
from envoice.webhooks import Identifier, Scheme, Webhooks
from envoice.webhooks.__main__ import main
from envoice.webhooks.identification import captured_body

from tests.envoice.webhooks import oracle
from tests.envoice.webhooks.oracle import ALL_IDS, KEY, SECRET, SIMPLE

ENVIRON = {"ENVOICE_WEBHOOK_SECRET": SECRET}
BOTH = ENVIRON | {"ENVOICE_WEBHOOK_KEY": KEY}
PLAIN = b'{"Id":71,"InvoiceId":3971}'


def signed(line, activity=ALL_IDS, **material):
    return oracle.delivery(oracle.signature(Scheme.parse(line), oracle.parts(activity), **material), activity)


@pytest.fixture(scope="module")
def identifier():
    return Identifier(secret=SECRET, key=KEY)


@pytest.fixture(scope="module")
def without_key():
    """There is a seventh as much to try."""
    return Identifier(secret=SECRET)


@pytest.fixture
def run(tmp_path, capsys):
    """Runs the command on captures and gives its exit status and what it printed."""

    def run(*captures, environ=ENVIRON, also=()):
        arguments = ["identify"]
        for number, capture in enumerate(captures):
            file = tmp_path / f"{number}.json"
            file.write_bytes(capture)
            arguments += ["--body", str(file)]
        for name in also:
            arguments += ["--also", name]
        status = main(arguments, environ)
        printed = capsys.readouterr()
        assert SECRET not in printed.out + printed.err
        assert KEY not in printed.out + printed.err
        return status, printed.out, printed.err

    return run


@pytest.mark.no_cover  # It goes the whole way, which the tests of each room cover.
def test_every_construction_is_found(identifier, registry):
    values = oracle.parts(ALL_IDS)
    assert identifier.tried == len(registry)
    for scheme in [*registry[::11], *(scheme for scheme in registry if scheme.encoding == "hex")]:
        body = oracle.delivery(oracle.signature(scheme, values), ALL_IDS)
        assert identifier.fitting([body]) == (scheme,)


@pytest.mark.parametrize(
    "line",
    [
        SIMPLE,
        "sha256:secret:body:base64",
        "sha256:key+secret:blank_body:hex:placement=after",
        "sha256:secret+key:activity_id+timestamp+activity:hex:join=%0A:placement=last",
        "hmac-sha256:key:activity_id+invoice_id+order_id:base64:join=%3A",
        "sha256:secret:invoice_id+order_id:hex",
        "hmac-sha256:secret:timestamp+invoice_id+order_id:hex:join=.",
        "hmac-sha256:secret:activity_id+activity:hex",
        "sha256:secret:activity_id+body:base64:join=%7C",
        "hmac-sha256:key+secret:timestamp+activity:hex:material-join=%3A",
        "sha256:secret+key:activity:hex:material-join=-:placement=after",
        "sha256:key+secret:body:hex:placement=around",
        "sha256:secret:timestamp+activity:hex:join=.:placement=ends",
        "hmac-sha256:secret+key:timestamp+activity:hex:placement=first",
        "hmac-sha256:secret+key:timestamp+body:base64:join=.:placement=last",
        "sha256:none:timestamp+activity:hex",
    ],
)
def test_the_line_that_is_printed_verifies_the_delivery(line, run):
    body = signed(line)
    environ = BOTH if "key" in line else ENVIRON
    other = signed(line, ALL_IDS.replace(b"58", b"59"))
    status, printed, _ = run(body, other, environ=environ)
    assert status == 0
    assert "fits all 2 captured deliveries" in printed
    setting = next(one for one in printed.split() if one.startswith("ENVOICE_WEBHOOK_SCHEME="))
    name, _, value = setting.partition("=")
    assert value == line
    assert Webhooks.from_environment(environ | {name: value}).unwrap(body).id == 71


@pytest.mark.parametrize(
    ("line", "covered"),
    [(SIMPLE, True), ("sha256:secret:body:hex", True), ("sha256:secret:timestamp+activity_id:hex", False)],
)
def test_a_construction_that_leaves_the_activity_open_comes_with_a_warning(line, covered, run):
    status, printed, _ = run(signed(line))
    assert status == 0
    assert ("does not cover all of Activity" in printed) is not covered


def test_a_hash_without_any_secret_is_found_with_a_warning_that_it_proves_nothing(run):
    status, printed, _ = run(signed("sha256:none:body:hex"))
    assert status == 0
    assert "ENVOICE_WEBHOOK_SCHEME=sha256:none:body:hex\n" in printed
    assert "proves nothing: anyone can make a delivery that passes" in printed


def test_one_of_several_secrets_is_found(run):
    identifier = Identifier(secret=["one", "two"], key=["three", "four"])
    line = "hmac-sha256:secret+key:timestamp+activity:hex:placement=first"
    bodies = [signed(line, secret="two", key="three"), signed(line, PLAIN, secret="one", key="four")]
    assert identifier.fitting(bodies) == (Scheme.parse(line),)
    status, printed, _ = run(signed(SIMPLE, secret="old"), environ=ENVIRON | {"ENVOICE_WEBHOOK_SECRET_OLD": "old"})
    assert (status, f"={SIMPLE}\n" in printed) == (0, True)


def test_each_notation_of_a_signature_is_found(identifier):
    for line, respell in (
        (SIMPLE, str.upper),
        ("sha256:secret:body:base64", lambda text: text.rstrip("=")),
        ("sha256:secret:body:base64", lambda text: text.replace("+", "-").replace("/", "_")),
    ):
        made = oracle.signature(Scheme.parse(line), oracle.parts(ALL_IDS))
        assert identifier.fitting([oracle.delivery(respell(made), ALL_IDS)]) == (Scheme.parse(line),)


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"POST /hook?x=1 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n\r\n",
        b"POST / HTTP/1.1\nA: b\n\n",
        b"POST / HTTP/1.1\r\n\r\n",
    ],
)
def test_a_capture_may_be_a_whole_request_or_end_in_a_line_break(head, end, without_key):
    for line in ("sha256:secret:body:hex", "sha256:secret:blank_body:hex"):
        assert without_key.fitting([captured_body(head + signed(line) + end)]) == (Scheme.parse(line),)


HEAD = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"


def chunks(body, size, end=b"0\r\n\r\n"):
    parts = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%X;x=1\r\n%s\r\n" % (len(part), part) for part in parts) + end


@pytest.mark.parametrize(
    "head", [HEAD, HEAD.replace(b"Transfer", b"transfer").replace(b"chunked", b"gzip, Chunked"), b""]
)
@pytest.mark.parametrize("end", [b"0\r\n\r\n", b"0\r\nTrailer: x\r\n\r\n"])
def test_a_capture_in_chunks_is_put_together(head, end, run):
    line = "sha256:secret:body:hex"
    status, printed, _ = run(head + chunks(signed(line), 100, end))
    assert (status, f"ENVOICE_WEBHOOK_SCHEME={line}\n" in printed) == (0, True)


@pytest.mark.parametrize(
    "body", [b"", chunks(signed(SIMPLE), 100)[:-20], chunks(signed(SIMPLE), 100, b""), signed(SIMPLE), b"5\r\n1234567"]
)
def test_a_capture_in_chunks_that_is_not_whole_is_told_with_the_way_out(body, run):
    status, _, problem = run(HEAD + body)
    assert status == 2
    assert "0.json is no delivery as it was received: It is a chunked capture" in problem
    assert "capture the body as the server gives it" in problem


def test_several_that_fit_are_told_and_a_further_capture_decides(run):
    # An invoice has no order, so whether the order's id is signed does not show.
    line = "hmac-sha256:secret:activity_id+invoice_id:hex"
    status, printed, _ = run(signed(line, PLAIN))
    assert status == 3
    assert "4 constructions fit the captured delivery" in printed
    assert f"    {line}\n" in printed
    for place in (
        "order_id+activity_id+invoice_id",
        "activity_id+order_id+invoice_id",
        "activity_id+invoice_id+order_id",
    ):
        assert f"    hmac-sha256:secret:{place}:hex\n" in printed
    assert "Capture more" in printed
    assert "ENVOICE_WEBHOOK_SCHEME" not in printed
    status, printed, _ = run(signed(line, PLAIN), signed(line))
    assert status == 0
    assert f"ENVOICE_WEBHOOK_SCHEME={line}\n" in printed


def test_a_secret_that_is_the_key_leaves_it_open(run):
    same = {"ENVOICE_API_SECRET": SECRET, "ENVOICE_API_KEY": SECRET}
    status, printed, _ = run(signed(SIMPLE), environ=same)
    assert status == 3
    assert "    hmac-sha256:key:timestamp+activity:hex\n" in printed


def test_deliveries_of_different_schemes_fit_none(run):
    status, printed, _ = run(signed(SIMPLE), signed("sha256:secret:activity:hex"))
    assert status == 1
    assert "fits all 2 captured deliveries" in printed


def test_none_that_fits_is_told_with_how_to_add_one(run):
    status, printed, _ = run(signed(SIMPLE, secret="other"), environ={"ENVOICE_API_SECRET": SECRET})
    assert status == 1
    assert "None of the" in printed
    assert "need the secret" not in printed
    assert "Those that need the key were not tried: set ENVOICE_WEBHOOK_KEY." in printed
    assert "--also" in printed
    assert "class Mine(Scheme)" in printed


def test_only_what_can_be_signed_with_is_tried(identifier, run, registry):
    assert Identifier(secret="s").tried == Identifier(key="k").tried < identifier.tried
    assert Identifier(secret="s").tried == sum(set(one.needs) <= {"secret"} for one in registry)
    status, printed, _ = run(signed(SIMPLE), environ={"ENVOICE_API_SECRET": SECRET})
    assert (status, "fits the captured delivery" in printed) == (0, True)


def test_a_construction_of_ones_own_is_tried_as_well(run, tmp_path, monkeypatch):
    (tmp_path / "mine.py").write_text(
        "from envoice.webhooks import Scheme\n"
        "class Mine(Scheme):\n"
        "    def signer(self, *material):\n"
        "        return lambda received: received.timestamp[::-1].encode().hex().encode()\n"
        "SCHEME = Mine(digest='sha256', material='secret', signed=('timestamp',), encoding='hex')\n"
        "NONE = 5\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    body = oracle.delivery(oracle.TIMESTAMP[::-1].encode().hex())
    assert run(body)[0] == 1
    status, printed, _ = run(body, also=["mine:SCHEME"])
    assert status == 0
    # Its line of configuration is that of the construction it overrides: whoever used it would verify something else.
    assert "    mine:SCHEME\n" in printed
    assert "Webhooks(..., scheme=SCHEME)" in printed
    assert "sha256:" not in printed


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("own:OTHER", "own:OTHER cannot be loaded: AttributeError"),
        ("nowhere:X", "nowhere:X cannot be loaded: ModuleNotFoundError"),
        ("own:NONE", "own:NONE is a int"),
        ("unfinished:X", "unfinished:X cannot be loaded: SyntaxError"),
        ("own:RAISES", "signer of Raises failed: ValueError at "),
        ("own:TEXT", "signer of Text must give the signature as bytes; it gave str"),
    ],
)
def test_a_construction_of_ones_own_that_does_not_work_is_told_in_a_sentence(name, told, run, tmp_path, monkeypatch):
    (tmp_path / "unfinished.py").write_text("X = (\n")
    (tmp_path / "own.py").write_text(
        "from envoice.webhooks import Scheme\n"
        "class Raises(Scheme):\n"
        "    def signer(self, *material):\n"
        "        def sign(received):\n"
        "            raise ValueError(material)\n"
        "        return sign\n"
        "class Text(Scheme):\n"
        "    def signer(self, *material):\n"
        "        return lambda received: 'text'\n"
        "how = {'digest': 'sha256', 'material': 'secret', 'signed': ('timestamp',), 'encoding': 'hex'}\n"
        "RAISES, TEXT, NONE = Raises(**how), Text(**how), 5\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "own", raising=False)
    status, _, problem = run(signed(SIMPLE), also=[name])
    assert status == 2
    assert problem.startswith("error: ")
    assert problem.count("\n") == 1
    assert told in problem


@pytest.mark.parametrize(
    ("capture", "told"),
    [
        (b"", "is no delivery as it was received: The body is not JSON"),
        (b"POST / HTTP/1.1\r\nHost: x\r\n\r\n", "is no delivery"),
        (b'{"Timestamp":"t","Activity":{}}', "has no Signature"),
        (b"{" * 10_000, "nested deeper"),
        (b" " * 2_000_000, "bytes and the limit"),
        (b'{"Signature":"s","Timestamp":"t","Activity":{"Id":1,"x":{"y":1,"Y":2}}}', "twice"),
    ],
)
def test_a_file_that_is_no_capture_is_told_in_a_sentence(capture, told, run):
    status, printed, problem = run(capture)
    assert (status, printed) == (2, "")
    assert problem.startswith("error: ")
    assert problem.count("\n") == 1
    assert "0.json" in problem
    assert told in problem


def test_a_file_that_is_not_there_and_a_secret_that_is_not_set_are_told(run, tmp_path, capsys):
    assert main(["identify", "--body", str(tmp_path / "none.json")], ENVIRON) == 2
    assert "none.json cannot be read: No such file" in capsys.readouterr().err
    status, _, problem = run(signed(SIMPLE), environ={"ENVOICE_WEBHOOK_SECRET": ""})
    assert status == 2
    assert problem == "error: No secret is set: set ENVOICE_WEBHOOK_SECRET, ENVOICE_WEBHOOK_KEY, or both.\n"


def test_a_secret_with_a_line_break_is_told_by_its_variable(run):
    for variable in ("ENVOICE_WEBHOOK_SECRET", "ENVOICE_API_KEY", "ENVOICE_WEBHOOK_SECRET_OLD"):
        status, _, problem = run(signed(SIMPLE), environ=ENVIRON | {variable: "abc\n"})
        assert status == 2
        assert problem.startswith(f"error: {variable} begins or ends with whitespace")
        assert "abc" not in problem


def test_it_refuses_to_try_without_anything_to_sign_with(identifier):
    with pytest.raises(ConfigurationError, match="nothing to sign with"):
        Identifier()
    with pytest.raises(WebhookError):
        identifier.fitting([b"{}"])
    assert identifier.fitting([]) == ()


def test_the_command_runs(tmp_path):
    import envoice  # noqa: PLC0415 - where the package lies in this run

    (tmp_path / "captured.json").write_bytes(signed(SIMPLE))
    code = (
        f"import sys; sys.path[:0] = {sys.path!r}; import envoice, runpy; envoice.__path__[:] = {envoice.__path__!r}; "
    )
    code += "sys.argv[0] = 'webhooks'; runpy.run_module('envoice.webhooks', run_name='__main__')"
    command = [sys.executable, "-c", code, "identify", "--body", "captured.json"]
    ran = subprocess.run(command, env=os.environ | ENVIRON, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert f"ENVOICE_WEBHOOK_SCHEME={SIMPLE}\n" in ran.stdout
    assert "identify" in subprocess.run([*command[:3], "--help"], capture_output=True, text=True, check=True).stdout
