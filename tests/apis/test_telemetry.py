"""A package that declares `[telemetry]` records its calls by the paths of its document, with webhooks or without."""

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from tests.apis.calling import KINDS, answered
from tests.apis.calls import CALLS

GIVEN = [
    ("toll_bridge", "crossings.update_photo", b"null", ["PUT", "/crossings/{", "/photo"]),
    ("swim_hall", "courses.get", b'{"name": "Babies"}', ["GET", "/courses/{"]),
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "operation", "body", "told"), GIVEN, ids=[name for name, *_ in GIVEN])
def test_a_call_is_recorded_by_the_template_of_its_path(make, name, operation, body, told, kind):
    made, exporter = make(name), InMemorySpanExporter()
    tracers = TracerProvider(shutdown_on_exit=False)
    tracers.add_span_processor(SimpleSpanProcessor(exporter))
    otel = made.module("otel")
    assert (made.project.package / "otel" / "_deliveries.py").exists() == (name == "toll_bridge")
    otel.instrument(tracer_provider=tracers)
    try:
        _, [request] = answered(made, CALLS[name][operation].run, lambda _: (200, body, {}), kind=kind)
    finally:
        otel.uninstrument()
    attempt, call = exporter.get_finished_spans()
    method, *parts = told
    assert call.name == operation
    assert request.headers["traceparent"].split("-")[2] == f"{attempt.context.span_id:016x}"
    template = attempt.attributes["url.template"]
    assert attempt.name == f"{method} {template}"
    assert all(part in template for part in parts)
    # What the path holds is no template, and is told nowhere.
    assert "/7" in request.url
    assert "/7" not in "".join(span.to_json() for span in (attempt, call))
