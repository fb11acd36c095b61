"""One way to run a test against the synchronous client and the asynchronous one of a fake, under asyncio and trio."""

import asyncio

import pytest
import trio


class Sync:
    @staticmethod
    def client(fake, **settings):
        return fake.client(**settings)

    @staticmethod
    def run(value):
        return list(value) if hasattr(value, "prefetch") else value


class Async:
    def __init__(self, runner):
        self.runner = runner

    @staticmethod
    def client(fake, **settings):
        return fake.async_client(**settings)

    def run(self, value):
        async def awaited():
            return [item async for item in value] if hasattr(value, "prefetch") else await value

        return self.runner(awaited) if self.runner is trio.run else self.runner(awaited())


@pytest.fixture(params=["sync", "asyncio", "trio"])
def kind(request):
    return {"sync": Sync(), "asyncio": Async(asyncio.run), "trio": Async(trio.run)}[request.param]
