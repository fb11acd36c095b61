"""Serves the suite: it answers each scenario, refuses requests that are not what it expects, and says which passed."""

import contextlib
import json
import os
import socket
import subprocess
import time
import urllib.request

_PATIENCE = 60.0


@contextlib.contextmanager
def serving(suite, folder):
    """The base URL of a server, whose coverage file is written when it ends: `coverage.json` in the folder.

    Args:
        suite: The installed suite.
        folder: An empty folder to work in.
    """
    # The server asks git for the version of the scenarios.
    for words in (["init", "--quiet"], ["commit", "--quiet", "--allow-empty", "--message", "Scenarios"]):
        who = ["-c", "user.name=Tests", "-c", "user.email=tests@example.com", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *words], cwd=folder, check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base_url, coverage = f"http://localhost:{port}", folder / "coverage.json"
    cli = suite.modules / "@typespec" / "spector" / "cmd" / "cli.mjs"
    command = [suite.node, cli, "serve", suite.specs, "--port", str(port), "--coverageFile", coverage]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT, env=dict(os.environ))
        try:
            _wait(port, process)
            yield base_url
            with contextlib.suppress(OSError):
                urllib.request.urlopen(
                    urllib.request.Request(f"{base_url}/.admin/stop", method="POST"), timeout=10
                ).close()
            process.wait(timeout=_PATIENCE)
        finally:
            process.kill()
            process.wait()


def results(folder):
    """What the server says of each scenario, by name: `pass`, `fail` or `not-implemented`.

    Args:
        folder: The folder that it worked in.
    """
    reports = json.loads((folder / "coverage.json").read_bytes())
    return {name: outcome for report in reports for name, outcome in report["results"].items()}


def _wait(port, process):
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("localhost", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError("the server of the suite does not come up")
