"""Runs the Python blocks of each page as one program: `python -m tests.envoice.docs.run_page PAGE...`.

Pages run one after the other, each in a folder of its own, which is called by the page's place among the arguments. How
it ended and what it said stand afterwards beside the folder, with the endings `.status` and `.err`. Each is forked from
a process that has imported the package already, and sees nothing of what another has changed.
"""

import os
import sys
from pathlib import Path

from tests import layers

layers.install()

import envoice._download.file  # noqa: E402 - the overrides are tried from where they lie
import envoice.models  # noqa: E402
import envoice.transports._httpx  # noqa: E402
import httpcore  # noqa: E402, F401 - what takes longest
from envoice.testing import FakeService  # noqa: E402

from tests.envoice.docs.pages import ROOT, blocks  # noqa: E402


def stay(event, arguments):
    """Let no example leave this machine."""
    host = {"socket.connect": lambda: arguments[1][0], "socket.getaddrinfo": lambda: arguments[0]}.get(event)
    if host is not None and host() not in {"127.0.0.1", b"127.0.0.1"}:
        raise ConnectionError(f"an example would have asked {host()!r}")


def run(page):
    names = {"__name__": "page"}
    for block in blocks(page):
        if block.kind == "python" and not block.reason:
            # Line numbers are the page's, so that a traceback leads there.
            exec(compile("\n" * (block.line - 1) + block.text, ROOT / page, "exec"), names)


def run_apart(page, folder):
    """Run a page in a process of its own, and give its exit status; in that process None."""
    process = os.fork()
    if process:
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    folder.mkdir()
    os.chdir(folder)
    for number, ending in ((1, ".out"), (2, ".err")):
        os.dup2(os.open(folder.with_suffix(ending), os.O_WRONLY | os.O_CREAT), number)
    run(page)
    return None


def main(pages):
    sys.addaudithook(stay)
    # The link that a stub answers leads nowhere.
    envoice._download.file.ready = lambda _: FakeService().pdf
    for number, page in enumerate(pages):
        folder = Path.cwd() / str(number)
        status = run_apart(page, folder)
        if status is None:
            # What the interpreter finds as it ends is said too.
            return
        folder.with_suffix(".status").write_text(str(status))


if __name__ == "__main__":
    main(sys.argv[1:])
