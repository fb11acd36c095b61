"""Changes to the vendor's real document, made up at random, each with what a comparison has to say of it.

The expectations are concluded from the raw document here, without any code of the comparison.
"""

import random
import re
from collections.abc import Callable

import attrs

from sdkwright import pipeline
from sdkwright.documents import copied
from sdkwright.project import Project
from tests.generator.diff.raw import operations, rename, shuffled, twins, users

_JSON = "application/json"
BREAKING, RISKY, SAFE = "breaking", "risky", "safe"


@attrs.define
class Mutation:
    """A changed document and what is to be found.

    Attributes:
        kind: What was done.
        document: The changed document.
        rule: The rule that judges it.
        severity: The worst that is found.
        place: What the place of the finding has to hold.
        schemas: The vendor's names of the schemas that it touches.
        operations: `METHOD path` of the operations that it touches, in the old and in the new document.
        everything: Whether nothing at all may differ.
    """

    kind: str
    document: dict
    rule: str
    severity: str
    place: str = ""
    schemas: set = attrs.Factory(set)
    operations: set = attrs.Factory(set)
    everything: bool = False


class Mutator:
    """Makes mutations of one document, the same ones for the same seed."""

    def __init__(self, document, seed):
        self.old, self.rng = document, random.Random(seed)
        self.new = copied(document)
        self.schemas = self.new["components"]["schemas"]

    def make(self, kind=None) -> Mutation:
        kinds = sorted(name for name in vars(type(self)) if name.startswith("do_"))
        kind = kind or self.rng.choice(kinds)
        return getattr(self, kind)()

    def done(self, rule, severity, place="", *, schemas=(), operations=(), everything=False):
        return Mutation("", self.new, rule, severity, place, set(schemas), set(operations), everything)

    # --- what is changed ----------------------------------------------------------------------------------------------

    def a_schema(self, *, used=True):
        """An object that some operation sends or receives, with its name and its users."""
        names = [name for name, schema in self.schemas.items() if schema.get("properties")]
        self.rng.shuffle(names)
        for name in names:
            sent, received = users(self.new, name)
            if (sent or received) or not used:
                return name, sent, received
        raise AssertionError

    def a_property(self, holds: Callable = lambda name, value: True):
        while True:
            schema, sent, received = self.a_schema()
            fitting = [name for name, value in self.schemas[schema]["properties"].items() if holds(name, value)]
            # What the overlay makes required, or corrects by its name, is another story.
            fitting = [name for name in fitting if name not in {"Id", "Status", "InvoiceId", "EstimationId"}]
            if fitting:
                return schema, self.rng.choice(fitting), sent, received

    def an_operation(self):
        key = self.rng.choice(sorted(operations(self.new)))
        method, _, path = key.partition(" ")
        return key, path, method.lower(), self.new["paths"][path][method.lower()]

    def named(self, key):
        return OPERATIONS.get(key, "")

    def input(self, key, name):
        """Where a parameter of an operation is told."""
        return f"{self.named(key)} ?{name}".strip()

    # --- operations ---------------------------------------------------------------------------------------------------

    def do_add_operation(self):
        _key, path, method, operation = self.an_operation()
        new = f"{path.rpartition('/')[0]}/mutant{self.rng.randrange(10**6)}"
        act = self.rng.randrange(10**6)
        twin = copied(operation) | {"operationId": f"MutantApi_Act{act}"}
        self.new["paths"][new] = {method: twin}
        return self.done("operation-added", SAFE, f".act{act}", operations={f"{method.upper()} {new}"})

    def do_remove_operation(self):
        key, path, method, _ = self.an_operation()
        del self.new["paths"][path][method]
        if not self.new["paths"][path]:
            del self.new["paths"][path]
        return self.done("operation-removed", BREAKING, self.named(key), operations={key})

    def do_move_operation(self):
        while True:
            key, path, method, operation = self.an_operation()
            if "operationId" in operation:
                break
        new = f"{path}moved"
        self.new["paths"][new] = {method: self.new["paths"][path].pop(method)}
        if not self.new["paths"][path]:
            del self.new["paths"][path]
        return self.done("operation-moved", RISKY, self.named(key), operations={key, f"{method.upper()} {new}"})

    def do_deprecate_operation(self):
        key, _, _, operation = self.an_operation()
        operation["deprecated"] = True
        return self.done("operation-deprecated", SAFE, self.named(key), operations={key})

    def do_describe_operation(self):
        # The overlay has its own words for some.
        while True:
            key, _, _, operation = self.an_operation()
            if key not in {"GET /api/paymentlink/all", "GET /api/invoice/pdf", "GET /api/estimation/uri"}:
                break
        operation["summary"] = f"Mutant {self.rng.random()}"
        return self.done("texts-changed", SAFE, self.named(key), operations={key})

    def do_change_answer(self):
        while True:
            key, _, _, operation = self.an_operation()
            content = operation["responses"].get("200", {}).get("content", {})
            if content and content[_JSON]["schema"].get("type") == "integer":
                break
        for media in content.values():
            media["schema"] = {"type": "boolean"}
        return self.done("answer-type-changed", BREAKING, self.named(key), operations={key})

    def do_remove_answer(self):
        while True:
            key, _, _, operation = self.an_operation()
            content = operation["responses"].get("200", {}).get("content", {})
            if content and content[_JSON]["schema"].get("type") in {"integer", "boolean"}:
                break
        operation["responses"] = {"204": {"description": "No Content"}}
        return self.done("answer-removed", BREAKING, self.named(key), operations={key})

    # --- parameters ---------------------------------------------------------------------------------------------------

    def do_add_parameter(self):
        key, _, _, operation = self.an_operation()
        required = self.rng.random() < 0.5
        operation["parameters"].append(
            {"name": "mutant", "in": "query", "required": required, "schema": {"type": "string"}}
        )
        rule, severity = ("required", BREAKING) if required else ("optional", SAFE)
        return self.done(f"parameter-added-{rule}", severity, self.input(key, "mutant"), operations={key})

    def a_parameter(self, holds=lambda item: True):
        while True:
            key, _, _, operation = self.an_operation()
            fitting = [item for item in operation["parameters"] if item["in"] == "query" and holds(item)]
            # Paging and what the overlay describes by name is another story.
            fitting = [item for item in fitting if not item["name"].startswith("queryOptions.page")]
            if fitting:
                return key, operation, self.rng.choice(fitting)

    def do_remove_parameter(self):
        key, operation, item = self.a_parameter()
        operation["parameters"].remove(item)
        return self.done("parameter-removed", BREAKING, self.input(key, item["name"]), operations={key})

    def do_change_parameter_type(self):
        key, _, item = self.a_parameter(lambda item: item["schema"].get("type") == "integer")
        item["schema"] = {"type": "boolean"}
        return self.done("parameter-type-changed", BREAKING, self.input(key, item["name"]), operations={key})

    def do_require_parameter(self):
        key, _, item = self.a_parameter(lambda item: not item.get("required"))
        item["required"] = True
        return self.done("parameter-became-required", BREAKING, self.input(key, item["name"]), operations={key})

    # --- properties ---------------------------------------------------------------------------------------------------

    def do_add_property(self):
        schema, _sent, received = self.a_schema()
        self.schemas[schema]["properties"]["Mutant"] = {"type": "string"}
        rule = "received-property-added" if received else "sent-property-added-optional"
        return self.done(rule, SAFE, f"{CLASSES[schema]}.Mutant", schemas={schema})

    def do_add_required_property(self):
        while True:
            schema, sent, _received = self.a_schema()
            if sent:
                break
        self.schemas[schema]["properties"]["Mutant"] = {"type": "string"}
        self.schemas[schema]["required"] = ["Mutant"]
        return self.done("sent-property-added-required", BREAKING, f"{CLASSES[schema]}.Mutant", schemas={schema})

    def do_remove_property(self):
        schema, name, _sent, received = self.a_property(lambda name, value: "enum" not in str(value))
        del self.schemas[schema]["properties"][name]
        if not self.schemas[schema]["properties"]:
            # What has no properties is any object, and needs no model.
            return self.done("schema-removed", BREAKING, CLASSES[schema], schemas={schema})
        rule = "received-property-removed" if received else "sent-property-removed"
        return self.done(rule, BREAKING, f"{CLASSES[schema]}.{name}", schemas={schema})

    def do_rename_property(self):
        schema, name, _sent, received = self.a_property(lambda name, value: "enum" not in str(value))
        self.schemas[schema]["properties"][f"{name}Mutant"] = self.schemas[schema]["properties"].pop(name)
        rule = "received-property-removed" if received else "sent-property-removed"
        return self.done(rule, BREAKING, f"{CLASSES[schema]}.{name}", schemas={schema})

    def do_change_property_type(self):
        schema, name, _sent, received = self.a_property(
            lambda name, value: value.get("type") == "string" and "enum" not in value
        )
        self.schemas[schema]["properties"][name] = {"type": "boolean"}
        rule = "received-property-type-changed" if received else "sent-property-type-changed"
        return self.done(rule, BREAKING, f"{CLASSES[schema]}.{name}", schemas={schema})

    def do_widen_integer(self):
        schema, name, _sent, received = self.a_property(lambda name, value: value.get("format") == "int32")
        self.schemas[schema]["properties"][name]["format"] = "int64"
        rule = "received-property-type-widened" if received else "sent-property-type-widened"
        return self.done(rule, SAFE, f"{CLASSES[schema]}.{name}", schemas={schema})

    def do_make_nullable(self):
        schema, name, _sent, received = self.a_property(lambda name, value: value.get("type") == "string")
        self.schemas[schema]["properties"][name]["nullable"] = True
        rule = "received-property-became-nullable" if received else "sent-property-became-nullable"
        return self.done(rule, SAFE, f"{CLASSES[schema]}.{name}", schemas={schema})

    def do_require_property(self):
        while True:
            schema, name, sent, _received = self.a_property()
            if sent and "required" not in self.schemas[schema] and schema not in REQUIRED:
                break
        self.schemas[schema]["required"] = [name]
        return self.done("sent-property-became-required", BREAKING, f"{CLASSES[schema]}.{name}", schemas={schema})

    def do_describe_property(self):
        schema, name, _, _ = self.a_property(lambda name, value: "$ref" not in value and name not in DESCRIBED)
        self.schemas[schema]["properties"][name]["description"] = f"Mutant {self.rng.random()}"
        return self.done("texts-changed", SAFE, CLASSES[schema], schemas={schema})

    # --- enums --------------------------------------------------------------------------------------------------------

    def an_enum(self):
        """Every place of one enum, with its class and whether it is received anywhere."""
        wanted = self.rng.choice(sorted(set(ENUMS.values())))
        places, sent, received, owners, keys = [], False, False, set(), set()
        for site, name in ENUMS.items():
            if name != wanted:
                continue
            if " " not in site:
                schema, _, prop = site.partition(".")
                value = self.schemas[schema]["properties"][prop]
                places.append(value.get("items", value))
                sent_by, received_by = users(self.new, schema)
                sent, received = sent or bool(sent_by), received or bool(received_by)
                owners.add(schema)
            else:
                key, _, rest = site.partition(" ?")
                key = key.removesuffix(" response")
                operation = operations(self.new)[key]
                keys.add(key)
                if rest:
                    sent = True
                    places += [item["schema"] for item in operation["parameters"] if item["name"] == rest]
                else:
                    received = True
                    places += [media["schema"] for media in operation["responses"]["200"]["content"].values()]
        # What nobody sends or receives is judged as if it were received.
        return wanted, places, received or not sent, owners, keys

    def do_append_enum_value(self):
        name, places, received, owners, keys = self.an_enum()
        for place in places:
            place["enum"] = [*place["enum"], "Mutant"]
        rule, severity = ("received-enum-value-added", RISKY) if received else ("sent-enum-value-added", SAFE)
        return self.done(rule, severity, f"{name}.Mutant", schemas=owners, operations=keys)

    def do_insert_enum_value(self):
        name, places, _received, owners, keys = self.an_enum()
        for place in places:
            place["enum"] = ["Mutant", *place["enum"]]
        return self.done("enum-ordinals-moved", BREAKING, name, schemas=owners, operations=keys)

    def do_remove_enum_value(self):
        while True:
            name, places, _received, owners, keys = self.an_enum()
            longest = max(places, key=lambda place: len(place["enum"]))["enum"]
            if len(longest) > 2:
                break
        gone = longest[-1]
        for place in places:
            place["enum"] = [value for value in place["enum"] if value != gone]
        return self.done("enum-value-removed", BREAKING, f"{name}.{gone}", schemas=owners, operations=keys)

    # --- schemas ------------------------------------------------------------------------------------------------------

    def do_add_schema(self):
        name = f"Mutant{self.rng.randrange(10**6)}ApiModel"
        self.schemas[name] = {"type": "object", "properties": {"Name": {"type": "string"}}}
        return self.done("schema-added", SAFE, name.removesuffix("ApiModel"), schemas={name})

    def do_rename_schema(self):
        old, _, _ = self.a_schema()
        if len(self.schemas[old]["properties"]) < 2 or twins(self.schemas, old):
            return self.do_add_schema()
        new = f"{old}Renamed"
        self.schemas[new] = self.schemas.pop(old)
        rename(self.new, f"#/components/schemas/{old}", f"#/components/schemas/{new}")
        # The name is concluded from what the schema was before, so nothing of it is seen.
        return self.done("name-missing", SAFE, new, schemas={old, new})

    # --- nothing ------------------------------------------------------------------------------------------------------

    def do_reorder_everything(self):
        self.new = shuffled(self.new, self.rng)
        return self.done("unread-changed", SAFE, everything=True)

    def do_add_what_is_not_read(self):
        _key, _, _, operation = self.an_operation()
        operation["x-mutant"] = self.rng.random()
        return self.done("unread-changed", SAFE, everything=True)


def _tables():
    """The names, the schemas that the overlay gives required properties, and the properties that it writes to."""
    overlay, names = pipeline.read_tables(Project.find(__file__))
    required, described = set(), set()
    for action in overlay.actions:
        words = set(re.findall(r"\w+", action.target))
        if isinstance(action.update, dict) and "required" in action.update:
            required |= words
        if "properties" in words:
            described |= words
    return names, required, described


_NAMES, REQUIRED, DESCRIBED = _tables()
CLASSES = _NAMES.schemas
OPERATIONS = _NAMES.operations
ENUMS = _NAMES.enums
KINDS = sorted(name.removeprefix("do_") for name in vars(Mutator) if name.startswith("do_"))


def mutation(document, kind, seed) -> Mutation:
    """One mutation of a kind."""
    made = Mutator(document, f"{kind} {seed}").make(f"do_{kind}")
    made.kind = kind
    return made
