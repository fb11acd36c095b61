"""What the programs of these tests find: a fake service, and a report of what was shown and warned of.

It runs with a package that was made aside, in a process of its own.
"""

# ruff: noqa: F401 - for the programs

import asyncio
import atexit
import copy
import functools
import inspect
import json
import pickle
import sys
import typing
import warnings

import envoice
import msgspec
from envoice import UNSET, models
from envoice.models import *  # noqa: F403 - as a program would have them
from envoice.testing import FakeService, Reply

_shown, _warned = [], []


def show(value):
    """Report a value."""
    _shown.append(value)


def _told(message, category, filename, lineno, file=None, line=None):
    _warned.append([category.__name__, str(message), filename, lineno])


@atexit.register
def _report():
    print(json.dumps({"shown": _shown, "warned": _warned}, default=repr))


warnings.showwarning = _told

service = FakeService(
    {
        "invoices.get": Reply(json={"Id": 1, "InvoiceCategoryId": 5, "Status": "Paid", "Client": {"Name": "Acme"}}),
        "invoices.get_link": Reply(json={"Link": "https://a.example/1"}),
        "invoices.get_pdf_link": Reply(json={"Link": "https://a.example/2"}),
        "invoices.list": Reply(json={"TotalCount": 2, "Count": 2, "Result": [{"Id": 1}, {"Id": 2}]}),
        "invoices.send_to_client": Reply(json=1),
        "invoices.send_to_accountant": Reply(json=1),
        "orders.get": Reply(json={"Id": 1, "Status": 1, "Currency": {"Id": 3}}),
        "products.list": Reply(json={"TotalCount": 1, "Count": 1, "Result": [{"Id": 1}]}),
        "taxes.create": Reply(json=4),
        "taxes.list": Reply(json=[{"Id": 1}]),
        "work_types.get": Reply(json={"Id": 1}),
    },
    strict=True,
)
client = service.client()


def main(function):
    """Run a coroutine function with an asynchronous client."""

    async def run():
        async with service.async_client() as asynchronous:
            await function(asynchronous)

    asyncio.run(run())
