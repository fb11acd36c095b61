"""datamodel-code-generator is run by groups: what comes of a schema does not depend on its group or its process."""

import json
import os

import pytest

from sdkwright.emit import written as module
from sdkwright.emit.models import classes
from sdkwright.emit.written import written
from sdkwright.errors import GeneratorError
from sdkwright.ir import Enum, Field, Model, Reference, Scalar
from tests.generator import vendor_sample as sample

SCHEMAS = [
    Model("First", (Field("second", "second", Reference("Second"), required=True), Field("a", "a", Scalar("string")))),
    Model("Second", (Field("first", "first", Reference("First"), nullable=True),), description="The second."),
    Enum("Third", ("a", "b"), ("A", "B")),
]


def test_a_group_of_any_size_gives_the_same_classes():
    api = sample.api()
    whole = classes(api)
    assert list(whole) == sorted(api.schemas)
    assert classes(api, group=1) == classes(api, group=2) == whole


def test_a_second_process_gives_the_same_classes(monkeypatch):
    alone = written(SCHEMAS, group=1, processes=1)
    monkeypatch.setattr(module, "_run_once", module.run)
    assert written(SCHEMAS, group=1, processes=2) == alone


def test_one_core_is_enough(monkeypatch):
    monkeypatch.setattr(module, "_cores", lambda: 1)
    monkeypatch.setattr(module, "_in_both", lambda *_: pytest.fail("a second process was started"))
    assert len(written(SCHEMAS * 6, group=1)) == 18


def test_nothing_is_asked_for_no_schemas():
    assert written([]) == []


class TestFailures:
    @pytest.fixture
    def stumbling(self, monkeypatch):
        def generate(schemas, **_):
            if "Third" in schemas["components"]["schemas"]:
                raise KeyError("Third\n")
            return ""

        monkeypatch.setattr("datamodel_code_generator.generate", generate)
        module._run_once.cache_clear()

    def test_a_failure_is_a_sentence(self, stumbling):
        with pytest.raises(GeneratorError, match=r"^datamodel-code-generator failed on the schemas: KeyError: .*\.$"):
            written(SCHEMAS, group=2, processes=1)

    def test_so_is_one_beside_a_second_process(self, stumbling):
        with pytest.raises(GeneratorError, match=r"^datamodel-code-generator failed on the schemas: KeyError: .*\.$"):
            written(SCHEMAS, group=1, processes=2)

    def test_so_is_one_of_the_second_process(self):
        asked = json.dumps([{}, {"no_such_option": True}])
        with pytest.raises(GeneratorError, match=r"failed on the schemas: ValidationError: .*no_such_option.*\.$"):
            [*module._in_both([asked], [])]

    def test_so_is_the_end_of_the_second_process(self, monkeypatch):
        monkeypatch.setattr(module, "_SCRIPT", "raise SystemExit(3)")
        with pytest.raises(GeneratorError, match="its process ended with status 3"):
            [*module._in_both([], [])]


def test_more_modules_than_one_are_refused(monkeypatch):
    monkeypatch.setattr("datamodel_code_generator.generate", lambda *_, **__: {("a",): ""})
    with pytest.raises(GeneratorError, match="wrote several modules"):
        module.run(json.dumps([{}, {}]))


def test_the_cores_are_those_that_the_process_may_use():
    assert 1 <= module._cores() <= os.cpu_count()
