"""What a run of the tests takes over from whoever starts it: where its tools are, and nothing that decides a result."""

import os
import re
import signal
import sys
import time
from collections.abc import MutableMapping

# Where the tools are and keep what they have fetched, where they fetch it, and what belongs to the run itself.
_KEPT = re.compile(
    r"PATH|PATHEXT|HOME|HOMEDRIVE|HOMEPATH|USERPROFILE|LOGNAME|USER|USERNAME|TMPDIR|TEMP|TMP|XDG_CACHE_HOME"
    r"|APPDATA|LOCALAPPDATA|COMSPEC|SYSTEMDRIVE|SYSTEMROOT|WINDIR|(DY)?LD_\w+|NIX_\w+"
    r"|PYENV_\w+|VIRTUAL_ENV|JAVA_HOME|PIP_\w+|UV_\w+|NPM_CONFIG_\w+|NODE_EXTRA_CA_CERTS|PLAYWRIGHT_\w+|PYRIGHT_PYTHON_\w+"
    r"|CI|PYTEST_\w+|COV_CORE_\w+|COVERAGE_\w+|ENVOICE_(FUZZ_EXAMPLES|TESTS_WITHOUT_REDIS)|PYTHONPATH",
    re.IGNORECASE,
)
# A proxy and other authorities decide what a client does, so they are told to those alone that fetch something.
_FETCHING = {
    "PIP_PROXY": ("HTTPS_PROXY", "ALL_PROXY"),
    "NPM_CONFIG_HTTPS_PROXY": ("HTTPS_PROXY", "ALL_PROXY"),
    "PIP_CERT": ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"),
    "NPM_CONFIG_CAFILE": ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"),
}
# In words that every system knows. The zone has no name, and is not the one that a forgotten zone would be taken for.
_GIVEN = {"LC_ALL": "C.UTF-8", "TZ": "<+0545>-5:45"}
# Git by its own settings, also in a checkout of another user.
_GIVEN |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
_GIVEN |= {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*"}


def leave_behind(environment: MutableMapping[str, str] = os.environ) -> None:
    """Make the process, and those that it will start, what they are for everyone else.

    Args:
        environment: The variables to leave behind.
    """
    network = {name.upper(): text for name, text in environment.items() if text}
    for name, sources in _FETCHING.items():
        if found := next((network[source] for source in sources if source in network), ""):
            environment.setdefault(name, found)
    for name in [name for name in environment if not _KEPT.fullmatch(name)]:
        del environment[name]
    environment.update(_GIVEN)
    if hasattr(time, "tzset"):
        time.tzset()
    os.umask(0o022)
    sys.dont_write_bytecode = False
    # A shell has what runs in the background ignore interrupts, and `nohup` that its terminal is gone.
    for name, action in (
        ("SIGINT", signal.default_int_handler),
        ("SIGHUP", signal.SIG_DFL),
        ("SIGTERM", signal.SIG_DFL),
    ):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, action)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
