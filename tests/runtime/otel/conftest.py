"""What records: spans and metrics in memory, turned on for all and off again."""

from importlib.util import find_spec
from types import SimpleNamespace

import pytest


def pytest_ignore_collect(collection_path):
    return (collection_path.name.startswith("test_") and find_spec("sdk.otel") is None) or None


class Recorded(SimpleNamespace):
    """Spans as they ended, and the points of metrics."""

    @property
    def spans(self):
        return self.exporter.get_finished_spans()

    def named(self, name):
        return [span for span in self.spans if span.name == name]

    def points(self, name):
        data = self.reader.get_metrics_data()
        metrics = [
            metric
            for resource in (data.resource_metrics if data else ())
            for scope in resource.scope_metrics
            for metric in scope.metrics
        ]
        return [point for metric in metrics if metric.name == name for point in metric.data.data_points]

    def everything(self):
        """All that was recorded, as text."""
        data = self.reader.get_metrics_data()
        return "\n".join([*(span.to_json() for span in self.spans), data.to_json() if data else ""])


@pytest.fixture
def recorded():
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import InMemoryMetricReader
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
    from sdk import otel

    exporter, reader = InMemorySpanExporter(), InMemoryMetricReader()
    tracers = TracerProvider(shutdown_on_exit=False)
    tracers.add_span_processor(SimpleSpanProcessor(exporter))
    meters = MeterProvider([reader], shutdown_on_exit=False)
    given = {"tracer_provider": tracers, "meter_provider": meters}
    otel.instrument(**given)
    yield Recorded(exporter=exporter, reader=reader, given=given, tracer=tracers.get_tracer("tests"))
    otel.uninstrument()
