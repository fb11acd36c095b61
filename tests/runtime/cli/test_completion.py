"""`completion --install` sets a shell up once, says what it wrote, and never damages what is there."""

import os
import shutil
import stat
import subprocess

import pytest
from sdk._api import NAME

BEGIN, END = f"# >>> completion of {NAME} >>>", f"# <<< completion of {NAME} <<<"
PLACES = {"bash": ".bashrc", "zsh": ".zshrc", "fish": f".config/fish/completions/{NAME}.fish"}


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("SHELL", "ZDOTDIR", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.mark.parametrize("shell", PLACES)
def test_it_is_set_up_once_and_says_where(cli, home, shell, monkeypatch):
    monkeypatch.setenv("SHELL", f"/usr/bin/{shell}")
    path = home / PLACES[shell]
    first = cli("completion", "--install")
    assert (first.status, first.out) == (0, "")
    assert first.err.startswith(f"{path} has ")
    written = path.read_bytes()
    assert written.startswith(f"{BEGIN}\n".encode())
    assert f"{shell}_source {NAME}".encode() in written
    again = cli("completion", "--install", "--shell", shell)
    assert (again.status, path.read_bytes()) == (0, written)
    assert again.err == f"{path} completes {NAME} already; nothing was changed.\n"
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("before", [b"", b"alias l=ls\n", b"alias l=ls", b"\xff\xfe no text\r\n"])
def test_what_is_there_stays_byte_for_byte(cli, home, before):
    path = home / ".bashrc"
    path.write_bytes(before)
    path.chmod(0o600)
    assert cli("completion", "--install", "--shell", "bash").status == 0
    after = path.read_bytes()
    assert after.startswith(before)
    assert after.rstrip().endswith(END.encode())
    assert after.count(b"\n" + BEGIN.encode()) == (1 if before else 0)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_stays_a_link(cli, home):
    (home / "dotfiles").mkdir()
    (home / "dotfiles" / "bashrc").write_text("kept\n")
    (home / ".bashrc").symlink_to(home / "dotfiles" / "bashrc")
    assert cli("completion", "--install", "--shell", "bash").status == 0
    assert (home / ".bashrc").is_symlink()
    assert (home / "dotfiles" / "bashrc").read_text().startswith("kept\n")


def test_lines_of_an_earlier_version_are_replaced_in_place(cli, home):
    (home / ".bashrc").write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n")
    ran = cli("completion", "--install", "--shell", "bash")
    assert "are new" in ran.err
    text = (home / ".bashrc").read_text()
    assert text.startswith(f"before\n{BEGIN}\n")
    assert text.endswith(f"{END}\nafter\n")
    assert "old" not in text


@pytest.mark.parametrize(
    ("shell", "content"),
    [("bash", f"{BEGIN}\nhalf"), ("bash", f"{END}\n{BEGIN}\n{END}\n"), ("fish", "complete -c mine\n")],
)
def test_what_is_not_its_own_is_left_alone(cli, home, shell, content):
    path = home / PLACES[shell]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    ran = cli("completion", "--install", "--shell", shell)
    assert (ran.status, path.read_text()) == (3, content)
    assert str(path) in ran.err


def test_a_file_that_cannot_be_written_is_a_sentence(cli, home):
    (home / f".bashrc.{NAME}.new").write_text("of another run")
    ran = cli("completion", "--install", "--shell", "bash")
    assert ran.status == 3
    assert "delete it first" in ran.err
    assert (home / f".bashrc.{NAME}.new").read_text() == "of another run"
    (home / ".bashrc").mkdir()
    assert cli("completion", "--install", "--shell", "bash").status == 13


def test_an_unknown_shell_is_asked_for(cli, home, monkeypatch):
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    ran = cli("completion", "--install")
    assert ran.status == 2
    assert "names none of bash, zsh and fish" in ran.err
    assert list(home.iterdir()) == []


def test_what_a_group_has_stands_beside_it(cli, home, monkeypatch, capfd):
    monkeypatch.setenv(f"_{NAME.upper()}_COMPLETE", "fish_complete")
    monkeypatch.setenv("COMP_WORDS", f"{NAME} thing")
    monkeypatch.setenv("COMP_CWORD", "thing")
    with pytest.raises(SystemExit):
        cli()
    assert "plain,things\tlist, get, create, " in capfd.readouterr().out


@pytest.mark.skipif(shutil.which("fish") is None, reason="there is no fish here")
def test_fish_shows_all_of_a_description(cli, home):
    command = home / "bin" / NAME
    command.parent.mkdir()
    command.write_text('#!/bin/sh\nprintf "plain,things\\tlist, get\\n"\n')
    command.chmod(0o755)
    (home / "completion.fish").write_text(cli("completion", "--shell", "fish").out)
    ran = subprocess.run(
        ["fish", "--no-config", "-c", f'source {home}/completion.fish; complete --do-complete "{NAME} "'],
        env=os.environ | {"HOME": str(home), "PATH": f"{command.parent}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "things\tlist, get\n"


def test_without_install_it_prints_what_the_shell_reads(cli, home):
    printed = cli("completion", "--shell", "fish").out
    assert f"_{NAME.upper()}_COMPLETE=fish_complete" in printed
    assert 'string split -m 1 ","' in printed


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_takes_the_lines_also_where_the_command_is_gone(cli, home):
    cli("completion", "--install", "--shell", "bash")
    ran = subprocess.run(
        ["bash", "-c", 'set -e; PATH=/nowhere; . "$HOME/.bashrc" || true; echo fine'],
        env=os.environ | {"HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == ("fine\n", "")
