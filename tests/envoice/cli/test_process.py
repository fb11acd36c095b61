"""The command as a process: what it needs, what a terminal and a pipe see, and what a shell completes."""

import os
import pty
import re
import subprocess
import sys
import termios

import pytest
from envoice.cli import version

from tests.envoice.cli.conftest import PROGRAM, ROOT, command, environ
from tests.envoice.cli.listing import Listing
from tests.envoice.examples.account import Account

SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def listing():
    with Listing(300) as server:
        yield server


def on_a_terminal(*words, columns=80, watch="both", **env):
    """Run `envoice` on a terminal of its own; returns the status and what it showed."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, columns))
    env = environ(TERM="xterm-256color", **env)
    env.pop("COLUMNS", None)
    streams = {"stdout": slave, "stderr": slave} if watch == "both" else {"stdout": subprocess.DEVNULL, "stderr": slave}
    process = subprocess.Popen(command(*words), env=env, stdin=slave, **streams)
    os.close(slave)
    said = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        said += part
    os.close(master)
    return process.wait(60), said.decode()


def test_a_terminal_gets_a_table_with_style_in_its_width(listing):
    status, said = on_a_terminal("invoices", "list", "--limit", "3", columns=60, ENVOICE_BASE_URL=listing.url)
    assert status == 0
    assert SGR.search(said)
    lines = SGR.sub("", said).splitlines()
    assert lines[0].split()[:2] == ["id", "number"]
    assert len(lines) == 4
    assert max(map(len, lines)) <= 60


def test_no_color_is_obeyed(listing):
    status, said = on_a_terminal("invoices", "list", "--limit", "3", NO_COLOR="1", ENVOICE_BASE_URL=listing.url)
    assert status == 0
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]", said)


def test_a_pipe_gets_no_style(process, listing):
    ran = process("invoices", "list", "--limit", "3", env={"ENVOICE_BASE_URL": listing.url})
    assert ran.status == 0
    assert "\x1b" not in ran.out + ran.err


def test_a_bar_is_shown_to_who_watches_and_to_nobody_else(listing, tmp_path):
    words = ["export", "invoices", "--out", str(tmp_path / "a.jsonl")]
    status, said = on_a_terminal(*words, ENVOICE_BASE_URL=listing.url)
    assert status == 0
    assert "300/300" in said
    assert "300 rows written" in said


def test_a_csv_on_a_terminal_cannot_drive_it():
    with Account([{"Id": 1, "Number": "\x1b]0;owned\x07\x9b2J\u202e\r\nnext"}]) as account:
        words = ["invoices", "list", "--csv", "--fields", "number"]
        status, said = on_a_terminal(*words, ENVOICE_BASE_URL=account.url)
    assert status == 0
    assert "owned" in said
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(said)


def test_a_file_is_not_written_to_a_terminal(listing):
    status, said = on_a_terminal("invoices", "download-pdf", "5", "--out", "-", ENVOICE_BASE_URL=listing.url)
    assert status == 2
    assert "not written to a terminal" in " ".join(said.split())
    assert listing.pages == []


def test_a_pipe_that_is_closed_is_no_error(listing):
    listing.delay = 0.05
    env = environ(ENVOICE_BASE_URL=listing.url)
    words = command("invoices", "list", "--jsonl", "--page-size", "10")
    process = subprocess.Popen(words, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout.readline().startswith(b"{")
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    assert process.wait(60) == 141
    assert said == b""
    assert len(listing.pages) < 30  # it stopped reading pages


def test_a_table_into_a_closed_pipe_is_no_error(listing):
    reader, writer = os.pipe()
    os.close(reader)
    words = command("invoices", "list", "--limit", "all")
    ran = subprocess.run(
        words, env=environ(ENVOICE_BASE_URL=listing.url), stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (141, b"")


def test_a_locale_without_a_character_costs_only_that(process):
    with Account([{"Id": 1, "Number": "Š-1", "Client": {"Name": "Müller"}}]) as account:
        env = {"ENVOICE_BASE_URL": account.url, "PYTHONIOENCODING": "latin-1"}
        ran = process("invoices", "list", "--fields", "number", env=env, encoding="latin-1")
        assert (ran.status, ran.out.split(), ran.err) == (0, ["number", "?-1"], "")
        # What programs read is UTF-8 whatever the locale.
        ran = process("invoices", "list", "--jsonl", "--fields", "number", env=env, encoding="utf-8")
        assert ran.json == {"number": "Š-1"}


def test_the_version_tells_what_it_is_made_from(process):
    ran = process("--version")
    assert (ran.status, ran.out) == (0, f"{version()}\n")
    assert re.fullmatch(
        r"envoice [\d.]+ \(document [0-9a-f]{12}; datamodel-code-generator [\d.]+, openapi-python-client [\d.]+\)",
        version(),
    )
    assert process("--debug", "--version").out == ran.out


@pytest.mark.parametrize("missing", [["click"], ["rich"], ["click", "rich"]])
def test_without_its_libraries_it_says_what_to_install(missing):
    # As where they were never installed: no finder gives them.
    block = (
        "import sys\n"
        "class Blocked:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name.partition('.')[0] in {missing!r}: raise ModuleNotFoundError(name=name)\n"
        "sys.meta_path.insert(0, Blocked())\n"
    )
    block = block.replace("raise ModuleNotFoundError(name=name)", "return None")
    hide = f"import importlib.util as u; f = u.find_spec\nu.find_spec = lambda n: None if n in {missing!r} else f(n)\n"
    for words, status, out, err in (
        (["--version"], 0, f"{version()}\n", ""),
        (["--help"], 3, "", f"error: The command envoice needs {' and '.join(missing)}: pip install 'envoice[cli]'.\n"),
    ):
        ran = subprocess.run(
            [sys.executable, "-c", block + hide + PROGRAM, *words],
            capture_output=True,
            text=True,
            env=environ(),
            check=False,
        )
        assert (ran.returncode, ran.stdout, ran.stderr) == (status, out, err)


def test_the_module_is_the_command():
    ran = subprocess.run(
        [sys.executable, "-m", "envoice", "--version"], capture_output=True, text=True, env=environ(), check=False
    )
    assert (ran.returncode, ran.stdout) == (0, f"{version()}\n")


def test_help_loads_neither_the_client_nor_rich():
    script = (
        "import sys, io, tests.conftest; sys.argv = ['envoice', 'invoices', 'list', '--help']; out = sys.stdout; "
        "sys.stdout = io.StringIO(); from envoice.cli import main; main(); print(*sys.modules, file=out, flush=True)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environ(), check=True)
    modules = set(ran.stdout.split())
    assert "click" in modules
    assert modules.isdisjoint({"httpx", "rich", "msgspec", "attrs", "ssl", "envoice.client", "envoice.models"})


def completed(words, shell="bash"):
    env = environ(_ENVOICE_COMPLETE=f"{shell}_complete", COMP_WORDS=" ".join(words), COMP_CWORD=str(len(words) - 1))
    if words[-1] == "":
        env["COMP_WORDS"] += " "
    if shell == "fish":
        env["COMP_CWORD"] = words[-1]
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=env, check=True, cwd=ROOT)
    return ran.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["envoice", "inv"], {"invoices", "invoice-categories"}),
        (["envoice", "invoices", "change-"], {"change-status"}),
        (["envoice", "invoices", "change-status", "5", "--status", "p"], {"paid"}),
        (["envoice", "invoices", "list", "--status", "un"], {"unpaid"}),
        (["envoice", "invoices", "list", "--format", "js"], {"json", "jsonl"}),
        (["envoice", "invoices", "list", "--page"], {"--page", "--page-size"}),
        (["envoice", "export", "tax"], {"taxes"}),
    ],
)
def test_the_shell_completes_commands_options_and_values(words, expected):
    found = {line.partition(",")[2] for line in completed(words).splitlines()}
    assert found == expected
    assert {line for line in completed(words, "zsh").splitlines() if line} >= expected
    assert {line.partition(",")[2].partition("\t")[0] for line in completed(words, "fish").splitlines()} == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_shell_gets_its_script(shell):
    env = environ(_ENVOICE_COMPLETE=f"{shell}_source")
    ran = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=env, check=False)
    assert ran.returncode == 0, ran.stderr
    assert f"_ENVOICE_COMPLETE={shell}_complete" in ran.stdout


def test_debug_logs_requests_without_secrets(process, listing):
    for words, more in ((["--debug"], {}), ([], {"ENVOICE_LOG": "debug"})):
        env = {"ENVOICE_BASE_URL": listing.url} | more
        ran = process(*words, "invoices", "list", "--jsonl", "--limit", "1", env=env)
        assert ran.status == 0
        assert "envoice.requests" in ran.err
        assert "GET /api/invoice/all 200" in ran.err
        assert environ()["ENVOICE_API_KEY"] not in ran.err
        assert environ()["ENVOICE_API_SECRET"] not in ran.err
