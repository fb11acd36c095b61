"""Invoices in polars, pandas, DuckDB and FastAPI, by the lines that the guide documents."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated

import pytest
from envoice import Invoice, InvoiceCreate, InvoiceItemCreate, InvoiceStatus, InvoiceSummary, to_rows
from envoice.testing import FakeService, build, build_many

COUNT = 1_000
TOTAL = sum(range(1, COUNT + 1)) * Decimal("0.01")


@pytest.fixture(scope="module")
def client():
    summary = build(InvoiceSummary, issued_on=datetime(2026, 1, 31, tzinfo=UTC), status=InvoiceStatus.PAID)
    found = [summary.replace(id=number, total_amount=Decimal(number) / 100) for number in range(1, COUNT + 1)]
    with FakeService({"invoices.list": found}).client() as client:
        yield client


@pytest.fixture(scope="module")
def table(client):
    pytest.importorskip("pyarrow", reason="pyarrow is not installed here")
    return client.invoices.list(page_size=500).to_arrow()


def test_a_polars_frame_of_a_thousand_invoices_has_decimal_columns(client, table):
    polars = pytest.importorskip("polars", reason="polars is not installed here")
    for frame in (
        polars.from_arrow(table),
        polars.DataFrame(client.invoices.list().to_rows(), infer_schema_length=None),
    ):
        assert frame.height == COUNT
        amounts = [name for name in frame.columns if name.endswith("_amount")]
        assert len(amounts) == 4
        assert all(isinstance(frame.schema[name], polars.Decimal) for name in amounts)
        assert frame["total_amount"].sum() == TOTAL
        assert frame.schema["issued_on"] == polars.Datetime("us", "UTC")
        assert frame["status"].unique().to_list() == ["Paid"]
        assert frame.schema["client.id"] == polars.Int64


def test_a_frame_of_pandas_is_exact(table):
    pandas = pytest.importorskip("pandas", reason="pandas is not installed here")
    frame = table.to_pandas(types_mapper=pandas.ArrowDtype)
    assert str(frame.dtypes["total_amount"]) == "decimal128(38, 10)[pyarrow]"
    assert frame["total_amount"].sum() == TOTAL


def test_duckdb_reads_a_table(table):
    duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed here")
    found = duckdb.sql("SELECT status, sum(total_amount) FROM found GROUP BY status", connection=_with(duckdb, table))
    assert found.fetchall() == [("Paid", TOTAL)]


def _with(duckdb, table):
    connection = duckdb.connect()
    connection.register("found", table)
    return connection


def test_the_items_of_invoices_are_rows():
    rows = to_rows(build_many(Invoice, 3), explode="items")
    assert len(rows) >= 3
    assert all(isinstance(row["items.cost"], Decimal) for row in rows)


def test_a_fastapi_app_returns_an_invoice():
    fastapi = pytest.importorskip("fastapi", reason="FastAPI is not installed here")
    app, made = fastapi.FastAPI(), build(Invoice, total_amount=Decimal("100.10"), status=InvoiceStatus.DRAFT)

    @app.get("/invoices/{id}")
    def get_invoice(id: int) -> Invoice:
        return made.replace(id=id)

    @app.post("/invoices")
    def create_invoice(invoice: Annotated[InvoiceCreate, fastapi.Body()]) -> str:
        return invoice.to_json()

    caller = pytest.importorskip("fastapi.testclient").TestClient(app)
    answer = caller.get("/invoices/3971").json()
    assert (answer["Id"], answer["TotalAmount"], answer["Status"]) == (3971, "100.10", "Draft")
    assert made.access_token not in str(answer)
    wanted = InvoiceCreate(
        client_id=1, currency_id=163, items=[InvoiceItemCreate(work_type_id=1, cost=Decimal("0.10"), quantity=2)]
    )
    assert (
        InvoiceCreate.from_json(
            caller.post(
                "/invoices", json=wanted.to_dict() | {"Items": [{"WorkTypeId": 1, "Cost": 0.10, "Quantity": 2}]}
            ).json()
        )
        == wanted
    )
    refused = caller.post("/invoices", json={"ClientId": 1, "CurrencyId": 163})
    assert refused.status_code == 422
    assert "missing required field `Items`" in refused.text
    schemas = caller.get("/openapi.json").json()["components"]["schemas"]
    assert schemas["InvoiceCreate"]["required"] == ["ClientId", "CurrencyId", "Items"]
    assert schemas["Invoice"]["properties"]["TotalAmount"]["anyOf"][0]["type"] == "string"
    assert schemas["InvoiceItemCreate"]["properties"]["Cost"]["anyOf"][0] == {"type": "number"}
