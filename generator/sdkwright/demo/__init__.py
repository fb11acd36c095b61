"""The vendor's quickstart with the generated SDK, sync and async, against stubs on loopback, told for people."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from sdkwright.errors import GeneratorError
from sdkwright.stubs.server import StubServer

__all__ = ["run"]


def run(stubs_folder: Path, *, out: TextIO) -> None:
    """Run the quickstart twice, first sync and then async, and say what it did.

    The generated package `envoice` must be importable.

    Args:
        stubs_folder: The folder of the generated WireMock mappings.
        out: Where to print.

    Raises:
        GeneratorError: The SDK is not there, a call failed, or a request was answered by no stub.
    """
    try:
        # The package is what is being shown: it need not exist before it is generated.
        from sdkwright.demo import quickstart  # noqa: PLC0415 - imports the generated package
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "envoice":
            raise
        raise GeneratorError(f"The SDK lacks {error.name}; run `python -m sdkwright generate` first.") from None
    with StubServer.from_folder(stubs_folder) as server:
        print("The vendor's quickstart, against generated stubs on loopback, whose answers are fixed.", file=out)
        for title, play in (
            ("Sync (Envoice)", lambda tell: quickstart.play(server.base_url, tell)),
            ("Async (AsyncEnvoice)", lambda tell: asyncio.run(quickstart.play_async(server.base_url, tell))),
        ):
            print(f"\n{title}", file=out)
            _act(server, title, play, out)


def _act(server: StubServer, title: str, play: Callable[[Callable[[str, str], None]], None], out: TextIO) -> None:
    from envoice import EnvoiceError  # noqa: PLC0415 - see `run`

    steps = 0

    def tell(subject: str, news: str) -> None:
        nonlocal steps
        steps += 1
        print(f"  {steps}. {subject:<12} {news}", file=out)

    server.reset()
    failure: EnvoiceError | None = None
    try:
        play(tell)
    except EnvoiceError as error:
        failure = error
    unmatched = [call.miss for call in server.journal if call.stub is None]
    if unmatched:
        raise GeneratorError(f"{title}, step {steps + 1}: {unmatched[0]}")
    if failure is not None:
        raise GeneratorError(f"{title}, step {steps + 1}: {failure}") from failure
    stubs = {call.stub for call in server.journal}
    print(f"  {len(server.journal)} calls, {len(stubs)} stubs matched, {len(unmatched)} unmatched", file=out)
