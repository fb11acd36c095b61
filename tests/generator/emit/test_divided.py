"""The models of a large API lie in several modules: each is loaded when it is used, and all are found in `models`."""

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sdkwright import ir, pipeline
from sdkwright.diff.surface import read_surface
from sdkwright.emit import divided
from sdkwright.emit.divided import parts_of
from sdkwright.emit.model_modules import write_models
from sdkwright.project import MARK, Project
from sdkwright.verify.overrides import unfounded
from tests.computed import ROOT, computed


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def listed(name, **others):
    content = {"application/json": {"schema": {"type": "array", "items": ref(name)}}} | others
    return {"get": {"operationId": name, "responses": {"200": {"description": "OK", "content": content}}}}


def union(*names):
    return {"oneOf": [*map(ref, names)]}


def sent(name, answer):
    answers = {"200": {"description": "OK", "content": {"application/json": {"schema": answer}}}}
    body = {"required": True, "content": {"application/json": {"schema": ref(name)}}}
    return {"operationId": name, "requestBody": body, "responses": answers}


def model(**properties):
    return {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}} | properties}


DATE = {"type": "string", "format": "date"}
DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "Harbour", "version": "1"},
    "servers": [{"url": "https://harbour.example.com"}],
    "paths": {
        "/boats": listed("Boat"),
        "/cars": listed("Car", **{"text/csv": {"schema": {"type": "string"}}}),
        "/shops": listed("Shop") | {"post": sent("ShopOrder", union("Cash", "Card"))},
    },
    "x-webhooks": {"boatMoored": {"schema": ref("Boat")}, "shopOpened": {"schema": ref("Shop")}},
    "components": {
        "schemas": {
            "Boat": model(owner=ref("Owner"), sister=ref("Boat"), length={"type": "number"}, kind=ref("BoatKind")),
            "BoatKind": {"type": "string", "enum": ["sail", "motor"]},
            "Car": model(owner=ref("Owner"), paid={"oneOf": [ref("Cash"), ref("Card"), {"type": "string"}]}),
            "Owner": model(friends={"type": "array", "items": ref("Friend")}, born=DATE),
            "Friend": model(of=ref("Owner"), paid=ref("Payment")),
            "Payment": {"oneOf": [ref("Cash"), ref("Card")], "discriminator": {"propertyName": "kind"}},
            "Cash": model(kind={"type": "string"}, amount={"type": "number"}),
            "Card": model(kind={"type": "string"}, number={"type": "string"}, holder=ref("Owner")),
            "Shop": model(date=DATE, opened=DATE),
            "ShopOrder": model(item=ref("ShopItem")),
            "ShopItem": model(name={"type": "string"}),
        }
    },
}


def make(root):
    (root / "spec").mkdir()
    (root / "spec" / "upstream.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    (root / MARK).write_text(
        '[package]\nname = "harbour"\nclient = "Harbour"\n[testing]\nenabled = true\n', encoding="utf-8"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(divided, "LIMIT", 2)
        patch.setattr(divided, "CHUNK", 2)
        # Every judge looks at it, but for the type checkers.
        pipeline.generate(Project(root), pipeline.Report(out=io.StringIO()), check_types=False)


@pytest.fixture(scope="module")
def project():
    key = json.dumps(DOCUMENT) + Path(__file__).read_text(encoding="utf-8")
    return Project(computed("divided", make, sources=(ROOT / "generator",), key=key))


@pytest.fixture
def api(project):
    return pipeline.api_in_place(project)


def run(project, code):
    """What a program prints as JSON, in an interpreter of its own that has the package."""
    program = f"import json, sys; sys.path.insert(0, {str(project.generated)!r})\n{code}"
    ran = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


LOADED = "sorted(name.rpartition('.')[2] for name in sys.modules if name.startswith('harbour._models.'))"


class TestParts:
    def test_models_that_the_same_resources_reach_lie_in_one_module(self, api, monkeypatch):
        monkeypatch.setattr(divided, "LIMIT", 2)
        parts = {part.name: set(part.names) for part in parts_of(api)}
        assert parts == {
            "boats": {"Boat", "BoatKind"},
            "cars": {"Car", "CarPaid"},
            "shared_card": {"Card", "Cash", "Friend", "Owner", "Payment"},
            "shops": {"OrderShopResponse", "Shop", "ShopItem", "ShopOrder"},
        }

    def test_many_models_of_the_same_resources_are_divided_by_operations(self, api, monkeypatch):
        monkeypatch.setattr(divided, "LIMIT", 2)
        monkeypatch.setattr(divided, "CHUNK", 2)
        parts = {part.name: set(part.names) for part in parts_of(api)}
        # Those that refer to each other in a circle stay together, however many they are.
        assert parts["shared_card"] == {"Card", "Cash", "Friend", "Owner", "Payment"}
        assert parts["shops"] == {"Shop"}
        assert parts["shops_order_shop_response"] == {"OrderShopResponse", "ShopItem", "ShopOrder"}

    def test_no_two_modules_import_each_other(self, api, monkeypatch):
        monkeypatch.setattr(divided, "LIMIT", 2)
        imports = {part.name: set(part.imports) for part in parts_of(api)}
        assert imports["boats"] == imports["cars"] == imports["shops"] == {"shared_card"}
        assert imports["shared_card"] == set()

    def test_few_models_are_not_divided(self, api):
        assert parts_of(api) == ()
        assert divided.LIMIT == 300

    def test_what_no_resource_reaches_has_a_module_too(self, api, monkeypatch):
        monkeypatch.setattr(divided, "LIMIT", 0)
        alone = ir.Api("A", "1", "", (), (), (), {"Lost": ir.Model("Lost")}, {})
        assert [(part.name, part.names) for part in parts_of(alone)] == [("unused", ("Lost",))]


class TestModules:
    @pytest.fixture
    def written(self, api, monkeypatch):
        """What each module of the models is written with, by its path, and what `models.py` is made of."""
        monkeypatch.setattr(divided, "LIMIT", 2)

        class Render:
            def __init__(self):
                self.modules, self.rendered = {}, {}

            def module(self, path, source):
                self.modules[path] = source

            def __call__(self, path, template, **values):
                self.rendered[path, template] = values

        write_models(render := Render(), api)
        return render

    def test_each_part_is_a_module_that_compiles(self, written):
        parts = ["boats", "cars", "shared_card", "shops"]
        assert [*written.modules] == ["_models/__init__.py", *(f"_models/{part}.py" for part in parts)]
        for path, source in written.modules.items():
            compile(source, path, "exec")
        assert written.modules["_models/boats.py"].count("class Boat(") == 1
        assert "class Owner(" not in written.modules["_models/boats.py"]

    def test_what_a_union_joins_is_imported_and_what_a_model_names_is_for_type_checkers(self, written):
        boats, cars = written.modules["_models/boats.py"], written.modules["_models/cars.py"]
        assert "\nif TYPE_CHECKING:\n    from .shared_card import Owner\n" in boats
        assert "\nfrom .shared_card import Card, Cash\n" in cars
        assert "\nif TYPE_CHECKING:\n    from .shared_card import Owner\n" in cars
        assert "from ." not in written.modules["_models/shared_card.py"].replace("from ..", "")

    def test_the_module_that_offers_all_knows_where_each_is(self, written, api):
        ((place, values),) = written.rendered.items()
        assert place == ("models.py", "models.py.jinja")
        assert [*values["homes"]] == sorted(api.schemas)
        assert values["homes"]["Owner"] == "shared_card"
        assert {name for names in values["parts"].values() for name in names} == api.schemas.keys()

    def test_few_models_lie_in_one_module(self, api):
        modules = {}
        write_models(SimpleNamespace(module=modules.__setitem__), api)
        assert [*modules] == ["models.py"]
        compile(modules["models.py"], "models.py", "exec")


class TestPackage:
    def test_a_model_is_loaded_with_what_it_names_and_nothing_else(self, project):
        assert run(project, f"import harbour.models\nprint(json.dumps({LOADED}))") == []
        assert run(project, f"from harbour.models import Shop\nprint(json.dumps({LOADED}))") == ["shops"]
        assert run(project, f"from harbour import Boat\nprint(json.dumps({LOADED}))") == ["boats", "shared_card"]
        assert run(project, f"import harbour.resources.shops\nprint(json.dumps({LOADED}))") == []

    def test_a_call_loads_the_models_of_its_operation(self, project):
        code = """
import httpx
from harbour import Harbour
answer = httpx.MockTransport(lambda request: httpx.Response(200, json=[] if request.method == "GET" else {"id": 1}))
client, found = Harbour(http_client=httpx.Client(transport=answer)), []
for call in (client.shops.list, lambda: client.shops.order(1, item=None)):
    call()
    found.append(LOADED)
print(json.dumps(found))
""".replace("LOADED", LOADED)
        listed, ordered = run(project, code)
        assert listed == ["shops"]
        assert ordered == ["shared_card", "shops", "shops_order_shop_response"]

    def test_an_event_loads_the_models_of_its_webhook(self, project):
        code = """
from harbour.webhook_events import parse_event
before = LOADED
shop = parse_event(b'{"id": 1}', "shopOpened")
print(json.dumps([before, LOADED, type(shop).__name__]))
""".replace("LOADED", LOADED)
        assert run(project, code) == [[], ["shops"], "Shop"]
        code = "import typing\nfrom harbour import webhook_events as events\n"
        code += "hints = typing.get_type_hints(events.parse_event)\n"
        code += "print(json.dumps([str(hints['return']), hints['return'] == events.WebhookEvent]))"
        assert run(project, code) == ["harbour.models.Boat | harbour.models.Shop", True]

    def test_the_fake_loads_the_models_of_what_is_called(self, project):
        code = """
from harbour.testing import FakeService
fake = FakeService(stateful=True)
fake.answer("shops.list", [])
before = LOADED
with fake.client() as client:
    client.shops.list()
print(json.dumps([before, LOADED]))
""".replace("LOADED", LOADED)
        assert run(project, code) == [["shops"], ["shops"]]

    def test_a_caller_may_choose_what_is_answered(self, project):
        code = """
import httpx
from harbour import Harbour
def answer(request):
    asked = request.headers["accept"]
    return httpx.Response(200, text="id" if "csv" in asked else '[{"id": 1}]', headers={"content-type": asked})
client = Harbour(http_client=httpx.Client(transport=httpx.MockTransport(answer)))
print(json.dumps([client.cars.list()[0].id, client.cars.list(accept="text/csv"), client.cars.list()[0].id]))
"""
        assert run(project, code) == [1, "id", 1]

    def test_an_operation_is_made_once_and_then_like_any_other(self, project):
        code = """
from harbour._http.operation import Operation
from harbour.resources.shops import _LIST
before = type(_LIST) is Operation, hasattr(_LIST, "crew")
print(json.dumps([before, _LIST.path, type(_LIST) is Operation, repr(_LIST), str(_LIST.result)]))
"""
        said = "<Operation shops.list: GET /shops>"
        listed = "list[harbour.models.Shop]"
        assert run(project, code) == [[False, False], "/shops", True, said, listed]

    def test_the_annotations_of_methods_are_evaluated(self, project):
        code = """
import typing
from harbour.resources.shops import AsyncShops, Shops
print(json.dumps([[str(kind) for kind in typing.get_type_hints(method).values()]
    for method in (Shops.list, AsyncShops.order, Shops(None).with_raw_response.list)]))
"""
        for hints in run(project, code):
            assert "harbour.models." in hints[-1]

    def test_all_are_offered_by_one_module_and_called_after_it(self, project, api):
        homes = "{name: getattr(models, name).__module__ for name in models.__all__}"
        found = run(project, f"from harbour import models\nprint(json.dumps({homes}))")
        assert found.keys() == api.schemas.keys()
        assert {found[name] for name in {*api.models, *api.enums}} == {"harbour.models"}
        assert set(run(project, "import harbour.models\nprint(json.dumps(dir(harbour.models)))")) >= api.schemas.keys()

    def test_the_package_offers_them_too(self, project, api):
        lists = "[sorted(globals()), dir(harbour), harbour.__all__]"
        for offered in run(project, f"import harbour\nfrom harbour import *\nprint(json.dumps({lists}))"):
            assert set(offered) >= {*api.schemas, "Harbour", "AsyncHarbour", "HarbourError"}

    def test_another_name_is_none(self, project):
        code = """
import harbour
said = []
for module, name in ((harbour.models, "Ship"), (harbour, "Ship"), (harbour, "ship")):
    try:
        getattr(module, name)
    except AttributeError as error:
        said.append(str(error))
print(json.dumps(said))
"""
        assert run(project, code) == [
            "module 'harbour.models' has no attribute 'Ship'",
            "module 'harbour' has no attribute 'Ship'",
            "module 'harbour' has no attribute 'ship'",
        ]

    def test_a_union_of_models_of_another_module_is_read(self, project):
        code = """
from harbour.models import Car, Friend
paid = [{"id": 1, "amount": 2}, {"id": 1, "number": "3", "holder": {"id": 4}}, "later"]
cars = [Car.from_dict({"id": 1, "paid": one}) for one in paid]
friend = Friend.from_dict({"id": 1, "paid": {"id": 1, "kind": "Card", "number": "3"}})
kinds = [type(one.paid).__name__ for one in [*cars, friend]]
print(json.dumps([kinds, [car.to_dict()["paid"] for car in cars] == paid]))
"""
        assert run(project, code) == [["Cash", "Card", "str", "Card"], True]

    def test_annotations_are_evaluated(self, project):
        code = """
import typing
from harbour import models
print(json.dumps({n: {f: str(k) for f, k in typing.get_type_hints(getattr(models, n)).items()}
    for n in ("Boat", "Owner", "Shop")}))
"""
        found = run(project, code)
        assert "harbour.models.Boat" in found["Boat"]["sister"]
        assert "datetime.date" in found["Owner"]["born"]
        assert "datetime.date" in found["Shop"]["opened"]

    def test_pickles_lead_to_the_one_module_in_another_process(self, project):
        made = """
import pickle
from harbour.models import Boat, BoatKind, Owner
boat = Boat.from_dict({"id": 1, "kind": "sail", "owner": {"id": 2, "friends": [{"id": 3, "of": {"id": 2}}]}})
print(json.dumps(pickle.dumps([boat, BoatKind("steam"), Owner], 0).decode()))
"""
        pickled = run(project, made)
        assert "_models" not in pickled
        read = f"import pickle\nboat, kind, owner = pickle.loads({pickled!r}.encode())\n"
        read += "print(json.dumps([boat.to_dict(), str(kind), owner.__name__]))"
        boat = {"id": 1, "kind": "sail", "owner": {"id": 2, "friends": [{"id": 3, "of": {"id": 2}}]}}
        assert run(project, read) == [boat, "steam", "Owner"]


class TestReaders:
    def test_the_surface_has_them_where_callers_find_them(self, project):
        surface = read_surface(project.package)
        assert surface["Boat"].kind == surface["Harbour"].kind == "export"
        assert surface["models.Boat"].bases == ("Model",)
        assert surface["models.Boat.owner"].types == {"Owner", "None"}
        assert not any("_models" in path for path in surface)

    def test_an_override_may_stand_on_a_field(self, project, tmp_path):
        (tmp_path / "spec").mkdir()
        (tmp_path / MARK).write_text('[package]\nname = "harbour"\nclient = "Harbour"\n', encoding="utf-8")
        override = tmp_path / "overrides" / "harbour" / "notes.py"
        override.parent.mkdir(parents=True)
        override.write_text(
            'BUILDS_ON = ("models.Boat.owner", "Boat.owner", "Boat.crew", "models.Ship")\n', encoding="utf-8"
        )
        assert unfounded(project.package, Project(tmp_path))["notes.py"] == ["Boat.crew", "models.Ship"]
