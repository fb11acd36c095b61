"""Chooses the first call of a new package, and writes the programs that make it."""

import re
from typing import Final

import attrs

from sdkwright.emit.methods import Method, method
from sdkwright.ir import Api
from sdkwright.project import Project
from sdkwright.reference.examples import example

_HEAD: Final = re.compile(r"(?P<indent> {4})(?P<loop>for \w+ in )?(?P<name>\w+ = )?client\.")
_TRIED: Final = 6


@attrs.frozen
class FirstCall:
    """A program that makes one call.

    Attributes:
        operation: The operation, as in `boats.list`.
        source: The program.
        client: The class of its client.
    """

    operation: str
    source: str
    client: str

    @property
    def _parts(self) -> tuple[str, str]:
        """What stands above the block of the client, and what stands in it."""
        above, _, block = self.source.partition(f"\n\nwith {self.client}() as client:\n")
        return above, block.rstrip()

    @property
    def usage(self) -> str:
        """The same, as the program that type checkers judge: `tests/typing/usage.py`."""
        _, _, rest = self.quickstart.partition("\n")
        return f'"""What callers write, sync and async. Type checkers read it; add what yours write."""\n{rest}'

    @property
    def quickstart(self) -> str:
        """The program in both manners, as `examples/quickstart.py`."""
        above, block = self._parts
        standard, _, package = above.rpartition("\n\n")
        package = package.replace(f"import {self.client}", f"import Async{self.client}, {self.client}", 1)
        package = package.replace(f"\n    {self.client},", f"\n    Async{self.client},\n    {self.client},", 1)
        head = "\n".join(["import asyncio", "import sys", *filter(None, [standard])])
        inner = "".join(f"    {line}\n" if line else "\n" for line in block.splitlines())
        awaited = _awaited(block)
        asynchronous = "".join(f"    {line}\n" if line else "\n" for line in awaited.splitlines())
        return (
            '"""The first call of the package, sync, or async with `--async`."""\n\n'
            f"{head}\n\n{package}\n\n\n"
            "def run() -> None:\n"
            '    """Make the call with the synchronous client."""\n'
            f"    with {self.client}() as client:\n{inner}\n\n"
            "async def run_async() -> None:\n"
            '    """Make the call with the asynchronous client."""\n'
            f"    async with Async{self.client}() as client:\n{asynchronous}\n\n"
            'if __name__ == "__main__":\n'
            '    if "--async" in sys.argv[1:]:\n'
            "        asyncio.run(run_async())\n"
            "    else:\n"
            "        run()\n"
        )


def candidates(api: Api, project: Project) -> list[FirstCall]:
    """Calls that could be the first one, the plainest first.

    Args:
        api: The API.
        project: The project, for its names and example values.
    """
    methods = [method(operation, api) for operation in api.operations]
    chosen = sorted((one for one in methods if one.deprecated is None and one.alias_of is None), key=_rank)
    return [_call(one, api, project) for one in chosen[:_TRIED]]


def _call(one: Method, api: Api, project: Project) -> FirstCall:
    resource = one.operation.resource
    # It runs where no file lies.
    source = example(resource, one, api, project=project, has_files=False)
    return FirstCall(one.operation.name, source, project.client)


def _rank(one: Method) -> tuple[bool, bool, bool, int, str]:
    """What is least to write and most to see comes first."""
    required = sum(argument.default is None for argument in [*one.positional, *one.by_name])
    unplain = one.stream is not None or bool(one.answers) or one.answer is None
    return unplain, one.operation.method != "GET", one.paginated is None, required, one.operation.name


def _awaited(block: str) -> str:
    """The block for an asynchronous client."""
    match = _HEAD.match(block)
    if match is None:
        return block
    name = match["name"] or ""
    begin = f"{match['indent']}async {match['loop']}" if match["loop"] else f"{match['indent']}{name}await "
    return f"{begin}client.{block[match.end() :]}"
