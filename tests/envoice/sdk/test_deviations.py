"""The deviation report: every place that was tolerated and no other, without what the service said there."""

import asyncio
import contextvars
import json
import random
import subprocess
import sys
import threading
from collections import Counter

import httpx
import msgspec
import pytest
import yaml
from envoice import Envoice, models
from envoice._json.codec import decode
from envoice.deviations import Deviation, DeviationReport, Kind, active, inspect
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sdkwright import documents, stubs
from sdkwright.emit.models import models as source_of
from sdkwright.ir import build
from sdkwright.normalise import Names, Overlay, normalise
from sdkwright.project import Project
from tests.envoice.sdk import wire

OPERATIONS = wire.received()
RECEIVED = wire.models_of([*(operation.result for operation in OPERATIONS.values()), models.WebhookDelivery])
ONE = Deviation("invoices.get", "Status", Kind.ORDINAL, "InvoiceStatus", "0 (Draft)")


def report_of(body, result=models.Invoice, operation="invoices.get"):
    report = DeviationReport()
    for deviation in inspect(operation, result, body):
        report(deviation)
    return report


def sites(body, result):
    found = Counter()
    for deviation in inspect("any", result, body):
        found[deviation.path, deviation.kind] += deviation.count
    return found


@pytest.mark.parametrize("model", RECEIVED, ids=lambda model: model.__name__)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=8, deadline=None)
def test_each_deviation_of_a_model_is_named_and_no_other(model, seed):
    answer = wire.Answer(model, random.Random(seed))
    assert sites(answer.body, model) == answer.sites


@pytest.mark.parametrize("name", OPERATIONS)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=4, deadline=None)
def test_each_deviation_of_an_operation_is_named_and_no_other(name, seed):
    answer = wire.Answer(OPERATIONS[name].result, random.Random(seed), depth=2)
    assert sites(answer.body, OPERATIONS[name].result) == answer.sites


@pytest.mark.parametrize(
    ("body", "result", "expected"),
    [
        (b"Draft", models.InvoiceStatus, [("", Kind.BARE_WORD, "InvoiceStatus", "Draft")]),
        (b"0", models.InvoiceStatus, [("", Kind.ORDINAL, "InvoiceStatus", "0 (Draft)")]),
        (b'"Draft"', models.InvoiceStatus, []),
        (b'"Brand New"', models.InvoiceStatus, [("", Kind.UNKNOWN_VALUE, "InvoiceStatus", "Brand New")]),
        (b"\xef\xbb\xbf7", int, [("", Kind.BYTE_ORDER_MARK, "UTF-8 without one", "byte order mark")]),
        (b"null", list[models.Client], [("", Kind.NULL, "array", "null")]),
        (b"7", int, []),
        (b"", None, []),
        (b"", models.Invoice, [("", Kind.DECODE_FAILURE, "object", "the body is empty")]),
        (b"<html>", int, [("", Kind.DECODE_FAILURE, "integer", "the body is HTML or XML, not JSON")]),
        (
            b'{"Items": [{"Cost": []}]}',
            models.Invoice,
            [("Items[*].Cost", Kind.DECODE_FAILURE, "number", "Expected `decimal | null`, got `array`")],
        ),
        (
            b'[{"Id": []}]',
            list[models.WorkType],
            [("[*].Id", Kind.DECODE_FAILURE, "integer", "Expected `int`, got `array`")],
        ),
        (b'{"Id": null}', models.Invoice, [("Id", Kind.DECODE_FAILURE, "integer", "Expected `int`, got `null`")]),
        (
            b'{"Id": 1, "Items": [{"Id": 2}, {"Cost": 1}]}',
            models.Invoice,
            [("Items[*].Id", Kind.DECODE_FAILURE, "integer", "Object missing required field `Id`")],
        ),
        (
            b'[{"Name": "x"}]',
            list[models.Country],
            [("[*].Id", Kind.DECODE_FAILURE, "integer", "Object missing required field `Id`")],
        ),
        (b"[" * 100_000, models.Invoice, [("", Kind.DECODE_FAILURE, "object", "the body is nested too deeply")]),
    ],
)  # fmt: skip
def test_answers_as_a_whole(body, result, expected):
    found = [(one.path, one.kind, one.expected, one.seen) for one in inspect("any", result, body)]
    assert found == expected


@given(
    body=st.binary(max_size=80),
    result=st.sampled_from([models.Invoice, list[models.Client], int, models.InvoiceStatus]),
)
@settings(deadline=None)
def test_inspecting_never_raises(body, result):
    assert all(deviation.operation == "any" for deviation in inspect("any", result, body))


def test_what_was_said_is_not_shown():
    secret = "hunter2"
    body = {
        "Id": 1,
        "Number": secret,
        "CC": [secret],
        "AccessToken": secret,
        "IssuedOn": "2018-02-06",
        "TotalAmount": "77.77",
        "Client": {"Id": 2, "Email": secret, "Extra": {"Password": secret}},
    }
    report = report_of(json.dumps(body).encode())
    for text in (str(report), repr(report), report.to_json(), report.overlay_actions(), repr(report.deviations)):
        assert secret not in text
        assert "77.77" not in text
        assert "2018" not in text
    assert {one.path for one in report.deviations} >= {"CC", "IssuedOn", "TotalAmount", "Client.Extra"}
    assert secret not in report_of(json.dumps({"Id": secret}).encode()).table()


def test_a_report_adds_up_and_sorts():
    report = DeviationReport()
    assert report.table() == "No deviations."
    for _ in range(3):
        report(ONE)
    report(Deviation("clients.get", "CC", Kind.UNKNOWN_FIELD, "no such field", "string", count=2))
    assert [(one.operation, one.count) for one in report.deviations] == [("clients.get", 2), ("invoices.get", 3)]
    assert str(report) == (
        "count  operation     path    kind           expected       seen\n"
        "-----  ------------  ------  -------------  -------------  ---------\n"
        "2      clients.get   CC      unknown field  no such field  string\n"
        "3      invoices.get  Status  ordinal        InvoiceStatus  0 (Draft)"
    )
    assert json.loads(report.to_json())[1] == {
        "operation": "invoices.get",
        "path": "Status",
        "kind": "ordinal",
        "expected": "InvoiceStatus",
        "seen": "0 (Draft)",
        "count": 3,
        "schema": "",
        "name": "",
    }


def test_the_table_fits_a_terminal():
    report = DeviationReport()
    report(Deviation("o" * 40, ".".join(["Deep"] * 40), Kind.UNKNOWN_VALUE, "E" * 80, "v" * 60, count=10**9))
    lines = report.table().splitlines()
    assert all(len(line) <= 120 for line in lines)
    assert "…" in lines[2]


def test_nothing_is_active_unless_a_report_is_open():
    assert active() is None
    with DeviationReport() as outer:
        active()(ONE)
        with DeviationReport() as inner, inner:
            active()(ONE)
        active()(ONE)
    assert active() is None
    assert [one.count for one in outer.deviations] == [3]
    assert [one.count for one in inner.deviations] == [1]


def test_a_report_is_told_once_of_each_answer():
    def answer(request):
        return httpx.Response(200, content=b'{"Id":1,"Number":null}')

    report = DeviationReport()
    http = httpx.Client(transport=httpx.MockTransport(answer))
    client = Envoice(api_key="key-4f1d2c", api_secret="secret-9b7e8a", http_client=http, on_deviation=report)
    with report, DeviationReport() as inner:
        raw = client.invoices.with_raw_response.get(1)
        assert raw.parse() == raw.parse()
    nulls = [[one.count for one in each.deviations if one.kind is Kind.NULL] for each in (report, inner)]
    assert nulls == [[1], [1]]


def test_a_report_that_ends_by_an_error_is_closed():
    with pytest.raises(KeyError), DeviationReport():
        raise KeyError
    assert active() is None


def test_tasks_and_copied_contexts_inherit_a_report_and_others_do_not():
    async def call():
        active()(ONE)

    async def both():
        with DeviationReport() as report:
            await asyncio.gather(call(), call())
        return report

    assert [one.count for one in asyncio.run(both()).deviations] == [2]
    seen = []
    with DeviationReport() as report:
        context = contextvars.copy_context()
        threads = [
            threading.Thread(target=context.run, args=(lambda: active()(ONE),)),
            threading.Thread(target=lambda: seen.append(active())),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert [one.count for one in report.deviations] == [1]
    assert seen == [None]


def test_a_report_is_fed_from_many_threads():
    report = DeviationReport()
    threads = [threading.Thread(target=lambda: [report(ONE) for _ in range(500)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.count for one in report.deviations] == [4000]


BODY = b"""{"Id": 1, "Status": "Brand New", "CC": "a@b.c", "Seen On": "2018-02-06T11:43:30Z", "it's": [1.5],
"Notes": null, "Client": null, "Terms": null, "IssuedOn": "", "Items": [null], "Odd \\" name": 1,
"Nothing": null, "Empty": [], "Mixed": [1, "a"], "Nested": [[]],
"Activities": [{"Type": 777, "Zz": {"A": 1}, "Either": 1, "Tags": []},
{"Either": "a", "Tags": ["a"], "Sum": 1, "At": "2018-02-06T11:43:30Z"}, {"Sum": 1.5, "At": "soon"}]}"""


@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@settings(deadline=None)
def test_overlay_actions_are_yaml_whatever_a_field_is_called(name):
    assume(not set(name) & set('"\\\\'))
    known = {field.encode_name for field in msgspec.structs.fields(models.Invoice)}
    report = report_of(json.dumps({"Id": 1, name: "x"}).encode())
    found = [action["update"] for action in yaml.safe_load(report.overlay_actions())["actions"]]
    assert found == ([] if name in known else [{name: {"type": "string"}}])
    assert "\n" not in "".join(one.path for one in report.deviations)


def test_overlay_actions_name_what_the_vendor_names():
    overlay = report_of(BODY).overlay_actions()
    actions = {action["target"]: action["update"] for action in yaml.safe_load(overlay)["actions"]}
    invoice = "$.components.schemas.InvoiceFullDetailsApiModel.properties"
    assert actions[invoice] == {
        "CC": {"type": "string"},
        "Seen On": {"type": "string", "format": "date-time"},
        "it's": {"type": "array", "items": {"type": "number", "format": "double"}},
    }
    assert actions["$.components.schemas.InvoiceActivityApiModel.properties"] == {
        "At": {"type": "string"},
        "Sum": {"type": "number", "format": "double"},
        "Tags": {"type": "array", "items": {"type": "string"}},
    }
    for name in ("Zz", "Either", 'Odd " name', "Nothing", "Empty", "Mixed", "Nested"):
        assert f"which is not enough to tell the type of {name!r} in " in overlay
    assert actions[f"{invoice}.Status.enum"] == "Brand New"
    assert actions[f"{invoice}['Notes','Terms']"] == {"nullable": True}
    assert "# invoices.get Activities[*].Type: unknown ordinal, 777 of ActivityType" in overlay
    assert "# invoices.get Items[*]: null item" in overlay
    assert "left out" not in overlay


def test_overlay_actions_apply_to_the_vendors_document():
    project = Project.find(__file__)
    upstream = documents.load(project.upstream.read_bytes(), name="upstream")
    given = documents.load(project.overlay.read_bytes(), name="overlay")
    names = Names.parse(project.names.read_text(encoding="utf-8"), name="names")
    suggested = yaml.safe_load(report_of(BODY).overlay_actions())
    given["actions"] += suggested["actions"]
    document = normalise(
        upstream, Overlay.parse(given, name="both"), names, name="upstream", configuration=project.configuration
    ).document
    schemas = document["components"]["schemas"]
    assert stubs.render(build(document), project=project)
    assert "tags: " in source_of(build(document))
    assert {"CC", "Seen On", "it's"} <= set(schemas["Invoice"]["properties"])
    assert schemas["InvoiceStatus"]["enum"][-1] == "Brand New"


def test_a_report_without_corrections_is_still_an_overlay():
    assert yaml.safe_load(DeviationReport().overlay_actions())["actions"] == []


def test_the_codec_says_nothing_on_its_own():
    with DeviationReport() as report:
        decode(BODY, models.Invoice)
    assert report.deviations == ()


def test_the_schema_is_named_without_docstrings_too():
    program = (
        f"import sys; sys.path[:0] = {sys.path!r}\nimport tests.conftest\n"
        "from envoice import models\nfrom envoice.deviations import inspect\n"
        "print(models.Invoice.__doc__)\n"
        "print(*{one.schema for one in inspect('invoices.get', models.Invoice, b'{\"Id\": 1, \"CC\": 2}')})"
    )
    done = subprocess.run([sys.executable, "-OO", "-c", program], capture_output=True, text=True, check=False)
    assert done.stdout == "None\nInvoiceFullDetailsApiModel\n", done.stderr
