"""Transports that answer what a test gives them, and remember what was asked."""

import json

from tests.apis.calls import NOON

__all__ = ["NOON", "Answers", "encoded"]


def encoded(body):
    """A body as JSON."""
    return json.dumps(body).encode()


class Answers:
    """A transport of either kind that answers each request by a function, and remembers the requests.

    Args:
        made: The package.
        answer: From a request to a status, a body and, if there are any, headers.
    """

    def __init__(self, made, answer):
        self.sent = []
        self._response, self._answer = made.module("transports").Response, answer

    def respond(self, request):
        self.sent.append(request)
        status, body, *headers = self._answer(request)
        content = body if isinstance(body, bytes) else encoded(body)
        return self._response(status, {"content-type": "application/json"} | dict(*headers), content)

    def of_kind(self, *, asynchronous):
        return _Async(self) if asynchronous else _Sync(self)


class _Sync:
    def __init__(self, answers):
        self.send = answers.respond

    def close(self):
        pass


class _Async:
    def __init__(self, answers):
        self._answers = answers

    async def send(self, request):
        return self._answers.respond(request)

    async def aclose(self):
        pass
