"""The tests run alike for everyone: whatever they inherit of environment, time zone, umask and signals."""

import os
import signal
import subprocess
import sys
import time

import pytest

from tests import inherited
from tests.envoice.public_api import ROOT

posix = pytest.mark.skipif(sys.platform == "win32", reason="umask, time zone and these signals are those of POSIX")
TOLD = """
import os, signal, sys, time
from tests import inherited
inherited.leave_behind()
kept = {name for name in os.environ if name not in ("LC_CTYPE", "LD_LIBRARY_PATH")}
print(sorted(kept), time.tzname, oct(os.umask(0)), *map(signal.getsignal, (signal.SIGINT, signal.SIGHUP)))
print(signal.pthread_sigmask(signal.SIG_BLOCK, ()), sys.dont_write_bytecode)
"""


def told(environment, *, odd=False):
    def spoil():
        if odd:
            os.umask(0o077)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})

    libraries = {name: text for name, text in os.environ.items() if name == "LD_LIBRARY_PATH"}
    command = [sys.executable, "-c", TOLD]
    return subprocess.run(
        command, cwd=ROOT, env=libraries | environment, preexec_fn=spoil, capture_output=True, text=True, check=True
    ).stdout


def test_what_decides_a_result_is_left_behind():
    tools = {
        "PATH": "/bin",
        "HOME": "/home/me",
        "PYENV_VERSION": "3.11",
        "PIP_INDEX_URL": "https://index.example/",
        "PYTEST_XDIST_WORKER": "gw0",
        "COVERAGE_PROCESS_CONFIG": "x",
    }
    settings = {
        "LANG": "de_DE.UTF-8",
        "LC_ALL": "C",
        "TZ": "Asia/Kolkata",
        "COLUMNS": "20",
        "NO_COLOR": "1",
        "FORCE_COLOR": "1",
        "TERM": "dumb",
        "PYTHONWARNINGS": "ignore",
        "PYTHONOPTIMIZE": "2",
        "ENVOICE_API_KEY": "key",
        "ENVOICE_BASE_URL": "https://elsewhere.example",
        "GIT_DIR": "/elsewhere",
        "SOURCE_DATE_EPOCH": "0",
        "OTEL_SDK_DISABLED": "true",
        "PATHS": "x",
        "https_proxy": "http://proxy.example",
        "SSL_CERT_FILE": "/etc/roots.pem",
    }
    told = {"PIP_PROXY": "http://proxy.example", "NPM_CONFIG_HTTPS_PROXY": "http://proxy.example"}
    told |= {"PIP_CERT": "/etc/roots.pem", "NPM_CONFIG_CAFILE": "/etc/roots.pem"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inherited.time, "tzset", lambda: None, raising=False)
        found = tools | settings
        inherited.leave_behind(found)
    own = {name for name in found if name.startswith("GIT_CONFIG_")}
    assert {name: text for name, text in found.items() if name not in own} == tools | told | {
        "LC_ALL": "C.UTF-8",
        "TZ": "<+0545>-5:45",
    }


@posix
def test_a_process_is_the_same_for_everyone():
    usual = {"PATH": os.environ["PATH"], "HOME": "/nowhere"}
    odd = {"LC_ALL": "C", "TZ": "America/St_Johns", "COLUMNS": "3", "PYTHONDONTWRITEBYTECODE": "1"}
    assert told(usual | odd, odd=True) == told(usual)


def test_git_has_no_settings_of_a_person(tmp_path):
    (tmp_path / ".gitconfig").write_text("[commit]\n\tgpgsign = true\n", encoding="utf-8")
    listed = subprocess.run(
        ["git", "config", "--list"],
        cwd=tmp_path,
        env=os.environ | {"HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert listed.stdout == "safe.directory=*\n"


@posix
def test_this_process_is_such_a_one():
    umask = os.umask(0o022)
    os.umask(umask)
    assert umask == 0o022
    assert (os.environ["LC_ALL"], time.timezone, time.daylight) == ("C.UTF-8", -20700, 0)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert not {"LANG", "TERM", "COLUMNS", "NO_COLOR", "FORCE_COLOR"} & os.environ.keys()
