"""The server as a process of its own, on the stubs, with the official client."""

import re
import subprocess
import sys
from contextlib import contextmanager

from mcp import StdioServerParameters

from sdkwright.project import Project
from sdkwright.stubs.server import StubServer
from tests.envoice.cli.conftest import environ

ROOT = Project.find(__file__).root


@contextmanager
def stubs():
    """The stubs of every operation, on loopback."""
    with StubServer.from_folder(Project.find(__file__).stubs) as server:
        yield server


def over_stdio(server, *words):
    """What the official client starts: `envoice mcp` with these words, before a server of stubs."""
    arguments = ["-m", "envoice", "mcp", *words]
    return StdioServerParameters(command=sys.executable, args=arguments, env=environ(ENVOICE_BASE_URL=server.base_url))


@contextmanager
def over_http(server, *words):
    """The address of `envoice mcp --http` with these words, on a port of its own, before a server of stubs."""
    started = [sys.executable, "-m", "envoice", "mcp", "--http", "--port", "0", *words]
    env = environ(ENVOICE_BASE_URL=server.base_url)
    with subprocess.Popen(started, env=env, stderr=subprocess.PIPE, text=True) as process:
        try:
            line = process.stderr.readline()
            found = re.search(r"http://\S+/mcp", line)
            assert found is not None, line + process.stderr.read()
            yield found[0]
        finally:
            process.terminate()
