"""Every operation of the generated package, sync and async, against the generated stubs over a real socket."""

import asyncio
import inspect
import re
import types
import typing
from datetime import UTC, datetime
from decimal import Decimal
from enum import Enum
from pathlib import Path

import msgspec
import pytest
from envoice import AsyncEnvoice, AsyncPager, EncodeError, Envoice, Pager, RequestOptions

from sdkwright import documents
from sdkwright.normalise.sites import operations
from sdkwright.project import Project
from sdkwright.stubs.server import StubServer
from tests import vendor_document

PROJECT = Project.find(__file__)
DOCUMENT = documents.load(PROJECT.normalised.read_bytes(), name="spec/openapi.yaml")
OPERATIONS = {site.operation["operationId"]: site for site in operations(DOCUMENT)}
SECRETS = {"api_key": "the-key", "api_secret": "the-secret"}


@pytest.fixture(scope="module")
def server():
    with StubServer.from_folder(Path(PROJECT.stubs)) as running:
        yield running


def method_of(client, operation_id):
    resource, _, verb = operation_id.partition(".")
    return getattr(getattr(client, resource), verb)


def arguments(method, *, all_of_them):
    """A value for every argument that `method` needs, or for every argument."""
    hints = typing.get_type_hints(method)
    parameters = inspect.signature(method).parameters.items()
    needed = [name for name, parameter in parameters if all_of_them or parameter.default is parameter.empty]
    if method.__name__ in {"create", "update", "change_shipping_details"} and set(needed) <= {"id", "order_id"}:
        # These alone only say what is acted on.
        needed.append(next(name for name, _ in parameters if str in typing.get_args(hints[name])))
    return {name: value(hints[name]) for name in needed}


def value(annotation):
    """Some value of a type, not None where the type has anything else."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType}:
        return value(inner[0])
    if origin is list:
        return [value(inner[0])]
    if annotation in SAMPLES:
        return SAMPLES[annotation]
    if issubclass(annotation, Enum):
        return next(iter(annotation))
    required = [field for field in msgspec.structs.fields(annotation) if field.required]
    return annotation(**{field.name: value(field.type) for field in required})


SAMPLES = {
    int: 7,
    str: "text",
    bool: True,
    Decimal: Decimal("100.10"),
    datetime: datetime(2026, 1, 31, 12, tzinfo=UTC),
    RequestOptions: RequestOptions(max_retries=0),
}


def expected(operation_id):
    """What the annotation of the synchronous method promises."""
    return typing.get_type_hints(method_of(Envoice(**SECRETS), operation_id))["return"]


def check_answer(operation_id, answer, promised):
    if promised is type(None):
        assert answer is None
    elif typing.get_origin(promised) is list:
        assert answer
        assert all(isinstance(item, typing.get_args(promised)[0]) for item in answer)
    else:
        assert type(answer) is promised, operation_id


@pytest.mark.parametrize("all_of_them", [False, True], ids=["required", "all"])
@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_sync(server, operation_id, all_of_them):
    server.reset()
    with Envoice(**SECRETS, base_url=server.base_url) as client:
        method = method_of(client, operation_id)
        answer = method(**arguments(method, all_of_them=all_of_them))
        if isinstance(answer, Pager):
            page = answer.page()
            assert page.items
            assert page.total == len(page.items)
        else:
            check_answer(operation_id, answer, expected(operation_id))
    check_sent(server, operation_id, all_of_them=all_of_them)


@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_async(server, operation_id):
    async def call():
        async with AsyncEnvoice(**SECRETS, base_url=server.base_url) as client:
            method = method_of(client, operation_id)
            answer = method(**arguments(method, all_of_them=True))
            return await answer.page() if isinstance(answer, AsyncPager) else await answer

    server.reset()
    answer = asyncio.run(call())
    promised = expected(operation_id)
    if typing.get_origin(promised) is Pager:
        assert answer.items
    else:
        check_answer(operation_id, answer, promised)
    check_sent(server, operation_id, all_of_them=True)


def check_sent(server, operation_id, *, all_of_them):
    """One request, to the operation's own method and path, with the names of the wire."""
    (received,) = server.journal
    site = OPERATIONS[operation_id]
    assert (received.method, received.path) == (site.method, site.path)
    assert received.stub == operation_id
    declared = {parameter["x-wire-name"] for parameter in site.parameters}
    sent = {name for name, _ in received.query}
    if all_of_them:
        assert sent == declared
    assert sent <= declared
    assert "the-secret" not in repr(received)


def test_every_operation_is_called():
    assert len(OPERATIONS) == vendor_document.OPERATIONS


class Unreachable:
    """A transport, sync and async, through which nothing may go."""

    def send(self, request):
        pytest.fail(f"{request.method} {request.url} was sent")

    def close(self):
        pass

    async def aclose(self):
        pass


def required(operation_id):
    parameters = inspect.signature(method_of(Envoice(**SECRETS), operation_id)).parameters
    return [name for name, one in parameters.items() if one.default is one.empty]


def amounts(annotation, path, depth=0):
    """The amounts in a type: the path of each, and what makes a value of the type that has something there."""
    origin, inner = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType}:
        if Decimal in inner:
            yield path, lambda amount: amount
        else:
            yield from amounts(inner[0], path, depth)
    elif origin is list:
        for place, make in amounts(inner[0], f"{path}[1]", depth):
            yield place, lambda amount, make=make: [value(inner[0]), make(amount)]
    elif isinstance(annotation, type) and issubclass(annotation, msgspec.Struct) and depth < 3:
        given = {one.name: value(one.type) for one in msgspec.structs.fields(annotation) if one.required}
        for one in msgspec.structs.fields(annotation):
            for place, make in amounts(one.type, f"{path}.{one.name}", depth + 1):
                yield place, lambda amount, one=one, make=make: annotation(**given | {one.name: make(amount)})


def body_amounts(operation_id):
    hints = typing.get_type_hints(method_of(Envoice(**SECRETS), operation_id))
    query = {parameter["name"] for parameter in OPERATIONS[operation_id].parameters}
    arguments = {name: hint for name, hint in hints.items() if name not in {"return", "options", *query}}
    return [(name, *each) for name, hint in arguments.items() for each in amounts(hint, name)]


REQUIRED = [(operation_id, name) for operation_id in OPERATIONS for name in required(operation_id)]
AMOUNTS = [(operation_id, *each) for operation_id in OPERATIONS for each in body_amounts(operation_id)]


@pytest.mark.parametrize("absent", [None, msgspec.UNSET], ids=repr)
@pytest.mark.parametrize(("operation_id", "name"), REQUIRED)
def test_what_is_required_is_never_left_out(operation_id, name, absent):
    async def call():
        client = AsyncEnvoice(**SECRETS, transport=Unreachable())
        await method_of(client, operation_id)(**given)

    client = Envoice(**SECRETS, transport=Unreachable())
    method = method_of(client, operation_id)
    given = arguments(method, all_of_them=False) | {name: absent}
    resource, _, verb = operation_id.partition(".")
    raw = getattr(getattr(client, resource).with_raw_response, verb)
    for attempt in (lambda: method(**given), lambda: raw(**given), lambda: asyncio.run(call())):
        with pytest.raises(EncodeError) as caught:
            attempt()
        assert str(caught.value) == f"{operation_id}: {name} is required; got {absent}."


@pytest.mark.parametrize(
    ("operation_id", "name", "path", "make"), [pytest.param(*each, id=f"{each[0]}-{each[2]}") for each in AMOUNTS]
)
def test_no_amount_is_a_text_or_a_truth(operation_id, name, path, make):
    method = method_of(Envoice(**SECRETS, transport=Unreachable()), operation_id)
    given = arguments(method, all_of_them=False)
    for wrong, told in (("100.10", "the text '100.10' .* pass Decimal"), (True, "of the type bool, .* pass a Decimal")):
        with pytest.raises(EncodeError, match=f"^The field {re.escape(repr(path))} is {told}"):
            method(**given | {name: make(wrong)})


def test_what_is_required_and_the_amounts_are_found_at_all():
    assert {("invoices.get", "id"), ("invoices.delete", "id"), ("estimations.convert", "id")} <= set(REQUIRED)
    found = {(operation_id, path) for operation_id, _, path, _ in AMOUNTS}
    assert {("invoices.create", "items[1].cost"), ("taxes.create", "percentage")} <= found
