"""Runs the Python blocks of a page as one program: `python -m tests.envoice.docs.run_page PAGE`, in an empty folder."""

import sys

import envoice._download.file
from envoice.testing import FakeService

import tests.conftest  # noqa: F401 - the overrides are tried from where they lie
from tests.envoice.docs.pages import ROOT, blocks


def stay(event, arguments):
    """Let no example leave this machine."""
    host = {"socket.connect": lambda: arguments[1][0], "socket.getaddrinfo": lambda: arguments[0]}.get(event)
    if host is not None and host() not in {"127.0.0.1", b"127.0.0.1"}:
        raise ConnectionError(f"an example would have asked {host()!r}")


def main(page):
    sys.addaudithook(stay)
    # The link that a stub answers leads nowhere.
    envoice._download.file.ready = lambda _: FakeService().pdf
    names = {"__name__": "page"}
    for block in blocks(page):
        if block.kind == "python" and not block.reason:
            # Line numbers are the page's, so that a traceback leads there.
            exec(compile("\n" * (block.line - 1) + block.text, ROOT / page, "exec"), names)


if __name__ == "__main__":
    main(sys.argv[1])
