"""Makes the calls of every scenario with one kind of client, and says what came of each."""

import asyncio
import importlib
import inspect
from collections.abc import AsyncIterator, Iterator
from operator import attrgetter

import attrs

from sdkwright import contract
from tests.conformance.comparing import difference
from tests.conformance.deriving import CannotDeriveError, Derivation

KINDS = ("sync", "async")
_LONGEST = 300
_ERROR = 400


@attrs.frozen
class Packages:
    """The packages of one description, the newest last.

    Attributes:
        derivations: What makes calls of each.
    """

    derivations: list

    @classmethod
    def of(cls, projects, base_url):
        """Import the packages of some projects.

        Args:
            projects: Their projects.
            base_url: Where the server listens.
        """
        found = [contract.Package.of(project) for project in projects]
        return cls([Derivation(package.project, package.api, package.module, base_url) for package in found])

    def call(self, expected):
        """The package whose newest version has the operation of a request, and the call of it.

        Raises:
            CannotDeriveError: None has it.
        """
        said = "no package was made of the description"
        for derivation in reversed(self.derivations):
            try:
                return derivation, derivation.call(expected)
            except CannotDeriveError as error:
                said = str(error) if "no operation has the address" in said or "no package" in said else said
            except Exception as error:  # noqa: BLE001 - a value that its own type does not take is a finding
                said = f"{type(error).__name__}: {error}"
        raise CannotDeriveError(said)


async def call_all(scenarios, packages, kind):
    """What is wrong with the calls of each scenario, by its name: the first sentence, or an empty text.

    Args:
        scenarios: What is expected, by name.
        packages: The packages of each description, by its name.
        kind: `sync` or `async`.
    """
    found = {}
    for name, scenario in scenarios.items():
        said = [await _called(packages[scenario["description"]], api, kind) for api in scenario["apis"]]
        found[name] = next(filter(None, said), "")
    return found


async def _called(packages, expected, kind):
    """What is wrong with one call; empty where nothing is."""
    try:
        derivation, call = packages.call(expected)
    except CannotDeriveError as error:
        return f"no call: {error}"[:_LONGEST]
    base_error = importlib.import_module(f"{derivation.module.__name__}._names.errors").SDKError
    status = expected["response"]["status"]
    try:
        returned = await (_sync(derivation, call) if kind == "sync" else _async(derivation, call))
        said = f"no error was raised for status {status}" if status >= _ERROR else ""
        return said or _compared(derivation, expected, returned)
    except base_error as error:
        # The server says what it expected.
        told = getattr(error, "body", b"").decode(errors="replace")
        is_meant = status >= _ERROR and getattr(error, "status", None) == status
        return "" if is_meant else f"{type(error).__name__}: {error.message} {told}"[:_LONGEST]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
        return f"{type(error).__name__}: {error}"[:_LONGEST]


def _compared(derivation, expected, returned):
    body = expected["response"]["body"]
    if body is None and expected["judgedByCode"]:
        # What it answers stands in code alone.
        return ""
    return difference(derivation.module, body, returned)


async def _sync(derivation, call):
    def run():
        with getattr(derivation.module, derivation.project.client)(**call.settings, max_retries=0) as client:
            returned = attrgetter(f"{call.resource}.{call.name}")(client)(**call.arguments)
            return list(returned) if isinstance(returned, Iterator) else returned

    return await asyncio.to_thread(run)


async def _async(derivation, call):
    async with getattr(derivation.module, f"Async{derivation.project.client}")(
        **call.settings, max_retries=0
    ) as client:
        returned = attrgetter(f"{call.resource}.{call.name}")(client)(**call.arguments)
        if inspect.isawaitable(returned):
            returned = await returned
        if isinstance(returned, AsyncIterator):
            return [item async for item in returned]
        return returned
