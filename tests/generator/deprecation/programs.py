"""Runs programs, each in a process forked from this one, which has used the package already.

Each line of its input is a list: the program, and the files for what it prints and for what it complains of. It answers
each with the exit status.
"""

import asyncio
import json
import os
import pickle  # noqa: F401 - as `prelude`
import runpy
import sys

from envoice.models import *  # noqa: F403 - what takes longest
from envoice.testing import FakeService


def use():
    """Use both clients, which loads what they need; no client outlives a fork."""
    service = FakeService()
    service.client().invoices.get(1)

    async def get():
        async with service.async_client() as client:
            await client.invoices.get(1)

    asyncio.run(get())


def main():
    use()
    for line in sys.stdin:
        program, *outputs = json.loads(line)
        process = os.fork()
        if not process:
            for number, path in enumerate(outputs, 1):
                os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
            runpy.run_path(program, run_name="__main__")
            # What the interpreter finds as it ends is said too.
            return
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
