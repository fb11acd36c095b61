"""Measures how long `envoice --help` takes against `python -c "import httpx"`, as whole processes in one run.

Usage: cli.py [ROUNDS]. The exit status is 1 if a ratio is beyond its limit.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "generated")]

from benchmarks.client import processes  # noqa: E402 - the path comes first

_LIMIT = 1.5
_INSTALLED = frozenset({"click", "pygments", "rich"})
"""What `envoice[cli]` brings along, and httpx then imports as well."""
_PROGRAM = """
import os, sys
sys.argv = {words!r}
sys.stdout = open(os.devnull, "w")
from envoice.cli import main
sys.exit(main())
"""
_COMMANDS = (
    ["envoice", "--version"],
    ["envoice", "--help"],
    ["envoice", "invoices", "--help"],
    ["envoice", "invoices", "create", "--help"],
)


def main() -> int:
    """Print the table; the exit status is 1 if a ratio is beyond its limit."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    beyond = 0
    print(f"{'':46}{'ours':>10}{'httpx':>10}{'':4}{'ratio':>7}{'limit':>7}")
    for words in _COMMANDS:
        ours, theirs = processes(_PROGRAM.format(words=words), "import httpx", rounds, installed=_INSTALLED)
        ratio = ours / theirs
        beyond += ratio > _LIMIT
        flag = "  beyond" if ratio > _LIMIT else ""
        print(f"{' '.join(words):46}{ours * 1e3:10.1f}{theirs * 1e3:10.1f} ms {ratio:7.2f}{_LIMIT:7.2f}{flag}")
    return int(beyond > 0)


if __name__ == "__main__":
    sys.exit(main())
