"""WireMock stubs as answers of the fake: hand-made ones, and those that say too much."""

import base64
import json

import pytest
from sdk.errors import ConfigurationError, NotFoundError
from sdk.testing import FakeService, UnexpectedCallError, build

from tests.runtime.small_api import Thing


def stub(body=None, *, path="/things/details", **keys):
    request = {"method": "GET", "urlPath": path} | keys.pop("request", {})
    response = ({} if body is None else {"jsonBody": body}) | keys.pop("response", {})
    return {"request": request, "response": response} | keys


def number(fake, id=1, **settings):
    return fake.client(max_retries=0, **settings).things.get(id).number


def test_a_folder_of_stubs(tmp_path):
    (tmp_path / "one.json").write_text(json.dumps(stub({"Number": "A"})))
    (tmp_path / "two.json").write_text(json.dumps({"mappings": [stub(7, path="/owners/delete")]}))
    (tmp_path / "notes.txt").write_text("no stub")
    fake = FakeService(strict=True)
    fake.load_stubs(tmp_path)
    assert number(fake) == "A"


def test_exact_bytes_of_a_stub_are_kept(tmp_path):
    (tmp_path / "one.json").write_text(
        '{"request": {"urlPath": "/things/details"}, "response": {"jsonBody": {"TotalAmount": 100.10}}}'
    )
    fake = FakeService()
    fake.load_stubs(str(tmp_path / "one.json"))
    assert str(fake.client().things.get(1).total_amount) == "100.10"


def test_the_stub_that_fits_best_answers():
    fake = FakeService(strict=True)
    fake.load_stubs(
        [
            stub({"Number": "any"}, priority=9),
            stub({"Number": "old"}, request={"queryParameters": {"id": {"equalTo": "7"}}}),
            stub({"Number": "seven"}, request={"queryParameters": {"id": {"equalTo": "7"}}}),
            stub({"Number": "eighties"}, request={"queryParameters": {"id": {"matches": "8[0-9]"}}}),
            stub({"Number": "chosen"}, priority=1, request={"headers": {"X-Stub": {"contains": "cho"}}}),
        ]
    )
    assert [number(fake, id) for id in (1, 7, 8, 85)] == ["any", "seven", "any", "eighties"]
    assert number(fake, headers={"x-stub": "chosen"}) == "chosen"
    fake.answer("things.get", build(Thing, number="said"))
    assert number(fake, 7) == "said"


def test_a_stub_may_ask_that_something_is_absent():
    fake = FakeService(strict=True)
    fake.load_stubs([
        stub({"Number": "whole"}, priority=9),
        stub({"Number": "brief"}, request={"queryParameters": {"part": {"absent": True}}}),
    ])  # fmt: skip
    assert (number(fake), number(fake, query={"part": "1"})) == ("brief", "whole")


def test_a_stub_that_is_loaded_later_wins():
    fake = FakeService(strict=True)
    fake.load_stubs([stub({"Number": "first"})])
    fake.load_stubs([stub({"Number": "second"})])
    assert number(fake) == "second"


@pytest.mark.parametrize(
    "response",
    [
        {"body": '{"Number": "A"}'},
        {"base64Body": base64.b64encode(b'{"Number": "A"}').decode()},
        {"jsonBody": {"Number": "A"}, "headers": {"X-Thing": "x"}},
    ],
)
def test_a_body_in_any_of_its_forms(response):
    fake = FakeService(strict=True)
    fake.load_stubs([stub(response=response, request={"method": "ANY"})])
    assert number(fake) == "A"


def test_a_status_and_a_pattern():
    fake = FakeService(strict=True)
    fake.load_stubs([{"request": {"urlPathPattern": "/th.*"}, "response": {"status": 404}}])
    with pytest.raises(NotFoundError):
        number(fake)
    with pytest.raises(UnexpectedCallError):
        fake.client().rates.list()


def test_what_no_stub_fits_is_made_up_unless_strict():
    fake = FakeService()
    fake.load_stubs([stub({"Number": "A"}, request={"method": "POST"})])
    assert number(fake) == "Number"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"scenarioName": "x"}, "scenarioName"),
        ({"response": {"fault": "EMPTY_RESPONSE"}}, "fault"),
        ({"response": {"base64Body": "?"}}, "stub 1"),
        ({"request": {"bodyPatterns": []}}, "bodyPatterns"),
        ({"request": {"queryParameters": {"id": {"doesNotMatch": "7"}}}}, "'doesNotMatch' of id is none of equalTo"),
        ({"request": {"queryParameters": {"id": {"absent": False}}}}, "'absent' of id is none of equalTo"),
        ({"request": {"headers": {"A": {}}}}, "A needs one of equalTo"),
        ({"request": {"headers": {"A": {"equalTo": 1}}}}, "A needs one of equalTo"),
        ({"response": {"body": "a", "jsonBody": 1}}, "there may be one"),
        ({"request": {"urlPathPattern": "("}}, "stub 1"),
        ({"request": []}, "stub 1"),
    ],
)
def test_a_stub_that_says_more_is_refused_and_named(more, said):
    fake = FakeService()
    mapping = stub() | {key: value for key, value in more.items() if key not in {"request", "response"}}
    for part in ("request", "response"):
        if part in more:
            mapping[part] = mapping[part] | more[part] if isinstance(more[part], dict) else more[part]
    with pytest.raises(ConfigurationError, match=said):
        fake.load_stubs([mapping])
    assert number(fake) == "Number"


@pytest.mark.parametrize(("content", "said"), [("{", "cannot be read"), ("[]", "cannot be read"), ("{}", "is none")])
def test_a_file_that_is_no_stub_is_named(tmp_path, content, said):
    file = tmp_path / "wrong.json"
    file.write_text(content)
    with pytest.raises(ConfigurationError, match=rf"wrong\.json: .*{said}"):
        FakeService().load_stubs(file)


def test_a_place_without_stubs_is_named(tmp_path):
    with pytest.raises(ConfigurationError, match="holds no"):
        FakeService().load_stubs(tmp_path)
    with pytest.raises(ConfigurationError, match="missing"):
        FakeService().load_stubs(tmp_path / "missing.json")
    with pytest.raises(ConfigurationError, match="no JSON form"):
        FakeService().load_stubs([{"request": {}, "response": object()}])


def test_stubs_of_folders_in_the_folder_are_read(tmp_path):
    def stub(path, answer):
        return json.dumps({"request": {"method": "GET", "urlPath": path}, "response": {"jsonBody": answer}})

    (tmp_path / "rates.json").write_text(stub("/rates/all", []))
    deep = tmp_path / "mappings" / "lists" / "deep"
    deep.mkdir(parents=True)
    (deep / "owners.json").write_text(stub("/owners/all", [{"Id": 99, "Name": "XXX"}]))
    (tmp_path / "__files").mkdir()
    (tmp_path / "__files" / "body.json").write_text('{"is": "no mapping"}')
    (tmp_path / "folder.json").mkdir()
    fake = FakeService(strict=True)
    fake.load_stubs(tmp_path)
    with fake.client() as client:
        assert client.rates.list() == []
        assert [one.id for one in client.owners.list()] == [99]


def test_a_stub_of_a_folder_in_the_folder_is_named_when_it_is_refused(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "bad.json").write_text("{}")
    with pytest.raises(ConfigurationError, match=r"inner.bad\.json"):
        FakeService().load_stubs(tmp_path)
