"""Each pass that corrects structure, on its own: what it changes, its count, and what it refuses."""

import copy

import attrs
import pytest

from sdkwright.config import Dialect, Errors, Pagination
from sdkwright.normalise.passes.keywords import keep_known_keywords
from sdkwright.normalise.passes.nullability import everything_nullable
from sdkwright.normalise.passes.numbers import numbers_to_decimal
from sdkwright.normalise.passes.order import stable_order
from sdkwright.normalise.passes.pagination import mark_pages
from sdkwright.normalise.passes.request_bodies import inline_request_bodies
from sdkwright.normalise.passes.security import auth_headers_to_security
from tests.generator import vendor_sample as sample
from tests.generator.vendor_sample import OK, answers, get, query, refused


class TestKeepKnownKeywords:
    def test_extensions_and_unknown_words_are_dropped_and_counted(self):
        document = sample.document(
            {"/a": get(parameters=[query("q", xml={}, example="x")], externalDocs={"url": "u"}, security=[])},
            schemas={
                "A": {"type": "object", "xml": {}, "properties": {"P": {"type": "string", "x-python-type": "os"}}}
            },
            examples={"e": {}},
        )
        document |= {"tags": [], "security": []}
        context = sample.context()
        assert keep_known_keywords(document, context) == 7
        assert dict(context.ledger.keywords) == {
            "example": 1, "externalDocs": 1, "xml": 2, "x-…": 1, "examples": 1, "tags": 1,
        }  # fmt: skip
        operation = document["paths"]["/a"]["get"]
        assert operation == {"parameters": [query("q")], "responses": OK, "security": []}
        assert document["components"]["schemas"]["A"] == {"type": "object", "properties": {"P": {"type": "string"}}}

    def test_property_names_are_no_keywords(self):
        properties = {name: {"type": "string"} for name in ("allOf", "x-python-type", "customTypePath")}
        document = sample.document(schemas={"A": {"type": "object", "properties": dict(properties)}})
        assert keep_known_keywords(document, sample.context()) == 0
        assert document["components"]["schemas"]["A"]["properties"] == properties

    def test_a_parameter_without_schema_is_text(self):
        document = sample.document({"/a": get(parameters=[{"name": "q", "in": "query"}])})
        keep_known_keywords(document, sample.context())
        assert document["paths"]["/a"]["get"]["parameters"] == [query("q")]

    @pytest.mark.parametrize("word", ["not", "if", "patternProperties", "prefixItems"])
    def test_a_keyword_that_no_type_can_say_is_told(self, word):
        document = sample.document(schemas={"A": {"type": "object", "properties": {"P": {"items": {word: {}}}}}})
        context = sample.context()
        keep_known_keywords(document, context)
        assert document["components"]["schemas"]["A"]["properties"] == {"P": {"items": {}}}
        assert context.ledger.told == {"A.P": f"`{word}` is not read"}

    def test_what_is_combined_and_what_a_map_holds_is_kept_without_what_is_unknown(self):
        text = {"type": "string", "x-python-type": "os", "format": "email"}
        words = ("allOf", "oneOf", "anyOf")
        document = sample.document(schemas={"A": {word: [text] for word in words} | {"additionalProperties": text}})
        keep_known_keywords(document, sample.context())
        plain = {"type": "string"}
        assert document["components"]["schemas"]["A"] == {word: [plain] for word in words} | {
            "additionalProperties": plain
        }

    @pytest.mark.parametrize(
        ("schema", "kept"),
        [
            ({"type": "string", "format": "date"}, "date"),
            ({"type": "string", "format": "binary"}, "binary"),
            ({"type": "integer", "format": "int64"}, "int64"),
            ({"type": "string", "format": "int64"}, None),
            ({"type": "integer", "format": "date"}, None),
            ({"format": "date"}, None),
        ],
    )
    def test_a_format_is_kept_on_the_type_that_may_have_it(self, schema, kept):
        document = sample.document(schemas={"A": dict(schema)})
        keep_known_keywords(document, sample.context())
        assert document["components"]["schemas"]["A"].get("format") == kept

    @pytest.mark.parametrize(
        ("title", "description"),
        [
            ("First name", None),
            ("first_name", None),
            ("A", None),
            ("", None),
            ("What he is called", "What he is called"),
        ],
    )
    def test_a_title_that_says_more_than_the_name_is_the_description(self, title, description):
        document = sample.document(schemas={"A": {"properties": {"FirstName": {"title": title}}}})
        keep_known_keywords(document, sample.context())
        assert document["components"]["schemas"]["A"]["properties"]["FirstName"].get("description") == description


class TestInlineRequestBodies:
    def test_a_referenced_body_is_put_where_it_is_used(self):
        body = {"required": True, "content": {"application/json": {"schema": {"type": "integer"}}}}
        reference = {"$ref": "#/components/requestBodies/B"}
        paths = {"/a": get(requestBody=reference), "/b": get(requestBody=dict(reference)), "/c": get(requestBody=body)}
        document = sample.document(paths, requestBodies={"B": body, "Unused": {}})
        assert inline_request_bodies(document, sample.context()) == 2
        placed = [document["paths"][path]["get"]["requestBody"] for path in ("/a", "/b")]
        assert placed == [body, body]
        assert placed[0] is not placed[1]
        assert "requestBodies" not in document["components"]

    @pytest.mark.parametrize("target", ["#/components/requestBodies/None", "#/components/schemas/B"])
    def test_a_reference_to_something_else_is_refused(self, target):
        document = sample.document({"/a": get(requestBody={"$ref": target})}, requestBodies={"B": {}})
        assert refused(inline_request_bodies, document) == (
            f"GET /a: the request body refers to {target!r}, which is no request body."
        )


SCHEMES = {name: {"type": "apiKey", "in": "header", "name": f"x-{name}"} for name in ("key", "secret")}


class TestAuthHeadersToSecurity:
    def test_headers_become_one_requirement_of_all_schemes(self):
        header = {"name": "x-key", "in": "header"}
        paths = {"/a": get(parameters=[header, query("q")]), "/b": get()}
        document, context = sample.document(paths, securitySchemes=SCHEMES), sample.context()
        assert auth_headers_to_security(document, context) == 1
        assert document["paths"]["/a"]["get"]["parameters"] == [query("q")]
        for path in ("/a", "/b"):
            assert document["paths"][path]["get"]["security"] == [{"key": [], "secret": []}]
        assert [entry.reason for entry in context.ledger] == ["the security scheme key"]

    def test_any_other_parameter_stays(self):
        others = [
            {"name": name, "in": place} for name, place in (("x-b", "header"), ("x-key", "cookie"), ("id", "path"))
        ]
        document = sample.document({"/a": get(parameters=list(others))}, securitySchemes=SCHEMES)
        assert auth_headers_to_security(document, sample.context()) == 0
        assert document["paths"]["/a"]["get"]["parameters"] == others

    @pytest.mark.parametrize(
        ("scheme", "said"),
        [
            ({"type": "apiKey", "in": "header", "name": "X: 1"}, "has a name that no header can have"),
            ({"type": "apiKey", "in": "cookie", "name": "a; b=1"}, "has a name that no cookie can have"),
            ({"type": "apiKey", "in": "header", "name": "Host"}, "is for a header that the client itself says"),
            ({"type": "http", "scheme": "one two"}, "has a name that no scheme of HTTP can have"),
        ],
    )
    def test_a_key_that_no_request_can_carry_is_told_and_not_sent(self, scheme, said):
        context = sample.context()
        document = sample.document({"/a": get(security=[{"odd": []}])}, securitySchemes={"odd": scheme})
        auth_headers_to_security(document, context)
        assert document["paths"]["/a"]["get"]["security"] == []
        assert context.ledger.told["security scheme odd"] == f"{said}, so nothing is sent for it"

    def test_alternatives_are_required_together_where_their_parameters_are(self):
        schemes = {name: {"type": "apiKey", "in": "query", "name": name} for name in ("key", "token")}
        both = [query("key", required=True), query("token", required=True)]
        said = [{"key": []}, {"token": []}]
        paths = {"/a": get(parameters=both, security=said), "/b": get(parameters=both[:1], security=said)}
        document, context = sample.document(paths, securitySchemes=schemes), sample.context()
        auth_headers_to_security(document, context)
        assert document["paths"]["/a"]["get"]["security"] == [{"key": [], "token": []}]
        assert document["paths"]["/b"]["get"]["security"] == said
        assert context.ledger.told == {"GET /a": "key and token are required together, as their parameters are"}

    @pytest.mark.parametrize(
        ("required", "security", "told"),
        [
            ([{"gone": []}], [{"key": []}, {"secret": []}, {}], "none of the security schemes that it requires"),
            ([{"gone": []}, {"lost": []}], [{"key": []}, {"secret": []}, {}], "none of the security schemes"),
            ([{"gone": []}, {"key": []}], [{"key": []}], "requires the security scheme 'gone'"),
            ([{"gone": []}, {}], [], "requires the security scheme 'gone'"),
            ([{"gone": [], "key": []}], [{"key": []}], "requires the security scheme 'gone'"),
        ],
    )
    def test_what_requires_a_scheme_that_cannot_be_used_is_not_sent_without_any_in_silence(
        self, required, security, told
    ):
        context = sample.context()
        document = sample.document({"/a": get(security=required)}, securitySchemes=SCHEMES)
        auth_headers_to_security(document, context)
        assert document["paths"]["/a"]["get"]["security"] == security
        assert told in context.ledger.told["GET /a"]

    def test_what_callers_or_the_hook_have_to_do_is_told(self):
        context, schemes = (
            sample.context(),
            {
                "card": {"type": "mutualTLS"},
                "digest": {"type": "http", "scheme": "digest"},
                "login": {"type": "http", "scheme": "Basic"},
                "token": {"type": "apiKey", "in": "header", "name": "authorization"},
            },
        )
        document = sample.document({"/a": get(security=[{name: [] for name in schemes}])}, securitySchemes=schemes)
        auth_headers_to_security(document, context)
        told = context.ledger.told
        assert told.keys() == {"security scheme card", "security scheme digest", "GET /a"}
        assert told["GET /a"] == (
            "requires digest and login and token together in the header Authorization, which carries one of them"
        )

    def test_the_scheme_mutual_of_http_is_mutual_tls(self):
        context, schemes = sample.context(), {"card": {"type": "http", "scheme": "Mutual"}}
        document = sample.document({"/a": get(security=[{"card": []}])}, securitySchemes=schemes)
        auth_headers_to_security(document, context)
        assert document["components"]["securitySchemes"]["card"]["type"] == "mutualTLS"
        assert "read as mutual TLS" in context.ledger.told["security scheme card"]


class TestNumbersToDecimal:
    def test_every_number_wherever_it_stands(self):
        number = {"type": "number", "format": "double"}
        schemas = {"A": {"type": "object", "properties": {"N": dict(number), "L": {"items": dict(number)}, "I": {}}}}
        parameters = [query("q") | {"schema": dict(number)}]
        document = sample.document({"/a": get(responses=answers(dict(number)), parameters=parameters)}, schemas=schemas)
        assert numbers_to_decimal(document, sample.context()) == 4
        decimal = {"type": "number", "format": "decimal"}
        assert schemas["A"]["properties"] == {"N": decimal, "L": {"items": decimal}, "I": {}}
        assert parameters[0]["schema"] == decimal
        assert document["paths"]["/a"]["get"]["responses"] == answers(decimal)


class TestMarkPages:
    def page(self, *without):
        names = {"TotalCount", "Count", "Result", "IsFaulted", "ErrorMessages"} - set(without)
        items = {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}
        return {"type": "object", "properties": dict.fromkeys(sorted(names), items)}

    def marked(self, schema, *parameters):
        answer = answers({"$ref": "#/components/schemas/P"})
        paths = {"/a": get(responses=answer, parameters=[{"name": name, "in": "query"} for name in parameters])}
        document = sample.document(paths, schemas={"P": schema, "Item": {"type": "object"}})
        count = mark_pages(document, sample.context())
        mark = document["paths"]["/a"]["get"].get("x-paginated")
        assert count == (mark is not None)
        return mark

    def test_an_envelope_is_marked_with_its_item_and_its_parameters(self):
        assert self.marked(self.page(), "page", "page_size", "query") == {
            "items": "Item",
            "page": "page",
            "page_size": "page_size",
        }
        assert self.marked(self.page(), "page") == {"items": "Item", "page": "page"}
        assert self.marked(self.page()) == {"items": "Item"}

    @pytest.mark.parametrize("lacking", ["TotalCount", "Count", "Result", "IsFaulted", "ErrorMessages"])
    def test_a_schema_that_lacks_a_part_is_no_envelope(self, lacking):
        assert self.marked(self.page(lacking), "page") is None

    @pytest.mark.parametrize("result", [{}, {"type": "array"}, {"type": "array", "items": {"type": "string"}}])
    def test_an_envelope_of_unnamed_items_is_refused(self, result):
        schema = self.page()
        schema["properties"]["Result"] = result
        document = sample.document(
            {"/a": get(responses=answers({"$ref": "#/components/schemas/P"}))}, schemas={"P": schema}
        )
        assert refused(mark_pages, document).startswith("GET /a: `Result` of P is no array of a named schema, ")

    def test_what_a_page_looks_like_is_declared(self):
        styles = {"things": {"items": "data", "total": "size"}, "short": {"items": "rows"}}
        pagination = {
            name: Pagination(style="page-number", default_size=10, **properties) for name, properties in styles.items()
        }
        declared = attrs.evolve(sample.CONFIGURATION, pagination=pagination, errors=Errors())
        context = attrs.evolve(sample.context(), configuration=declared)
        items = {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}
        pages = {"/a": ["data", "size"], "/b": ["rows"], "/c": ["data"], "/d": ["Result", "TotalCount"]}
        document = sample.document(
            {path: get(responses=answers({"$ref": f"#/components/schemas/P{path[1:]}"})) for path in pages},
            schemas={f"P{path[1:]}": {"properties": dict.fromkeys(names, items)} for path, names in pages.items()}
            | {"Item": {"type": "object"}},
        )
        assert mark_pages(document, context) == 2
        assert [path for path, item in document["paths"].items() if "x-paginated" in item["get"]] == ["/a", "/b"]

    def test_what_could_be_asked_for_in_place_of_pages_is_told(self):
        answer = answers({"$ref": "#/components/schemas/P"})
        answer["200"]["content"] |= {"text/csv": {"schema": {"type": "string"}}, "application/jsonl": {"schema": {}}}
        document = sample.document(
            {"/a": get(responses=answer)}, schemas={"P": self.page(), "Item": {"type": "object"}}
        )
        context = sample.context()
        assert mark_pages(document, context) == 1
        assert [*answer["200"]["content"]] == ["application/json", "application/jsonl"]
        assert context.ledger.told == {"GET /a": "answers pages, so text/csv is not asked for"}

    def test_an_answer_that_is_no_reference_is_no_page(self):
        document = sample.document({"/a": get(responses=answers({"type": "array"})), "/b": get(responses={"204": {}})})
        assert mark_pages(document, sample.context()) == 0


class TestEverythingNullable:
    def test_a_document_that_declares_what_may_be_null_is_left_alone(self):
        declared = attrs.evolve(sample.CONFIGURATION, dialect=Dialect(nullable="as-declared"))
        context = attrs.evolve(sample.context(), configuration=declared)
        schemas = {"A": {"properties": {"P": {"type": "string"}, "Q": {"type": "string", "nullable": True}}}}
        document = sample.document({}, schemas=copy.deepcopy(schemas))
        assert everything_nullable(document, context) == 0
        assert document["components"]["schemas"] == schemas

    def test_all_but_the_required(self):
        reference = {"$ref": "#/components/schemas/A"}
        schema = {
            "type": "object",
            "required": ["Id", "Self"],
            "properties": {
                "Id": {"type": "integer"},
                "Self": dict(reference),
                "Note": {},
                "Next": {**reference, "x-unit": "u"},
            },
        }
        document = sample.document(schemas={"A": schema, "E": {"enum": ["X"]}})
        assert everything_nullable(document, sample.context()) == 2
        assert schema["properties"] == {
            "Id": {"type": "integer"},
            "Self": {"allOf": [reference]},
            "Note": {"nullable": True},
            "Next": {"allOf": [reference], "x-unit": "u", "nullable": True},
        }


class TestStableOrder:
    def test_the_same_whatever_the_order_was(self):
        def build(*, backwards):
            turn = (lambda items: dict(reversed(items.items()))) if backwards else dict
            operation = {"responses": turn({"200": {}, "4XX": {}}), "tags": ["t"], "operationId": "t.get"}
            paths = turn({"/a": turn({"get": operation, "post": dict(operation)}), "/b": {"get": dict(operation)}})
            return turn(sample.document(paths, schemas=turn({"A": {}, "B": {}}), responses=turn({"X": {}, "Y": {}})))

        documents = [build(backwards=False), build(backwards=True)]
        assert [stable_order(document, sample.context()) for document in documents] == [2, 2]
        first, second = map(repr, documents)
        assert first == second
        assert list(documents[0]) == ["openapi", "info", "servers", "paths", "components"]
        assert list(documents[0]["paths"]["/b"]["get"]) == ["operationId", "tags", "responses"]

    def test_the_values_of_an_enum_stay_and_paging_comes_last(self):
        schemas = {"A": {"properties": {"z": {}, "a": {}}, "required": ["z", "a"]}, "E": {"enum": ["z", "a"]}}
        item = get(parameters=[query("page"), query("z"), query("a")])
        item["get"]["x-paginated"] = {"page": "page"}
        document = sample.document({"/a": item}, schemas=schemas)
        stable_order(document, sample.context())
        assert [item["name"] for item in document["paths"]["/a"]["get"]["parameters"]] == ["a", "z", "page"]
        sorted_, enum = document["components"]["schemas"].values()
        assert (list(sorted_["properties"]), sorted_["required"], enum["enum"]) == (["a", "z"], ["a", "z"], ["z", "a"])

    def test_empty_kinds_of_components_go(self):
        document = sample.document(schemas={"A": {}}, responses={})
        stable_order(document, sample.context())
        assert document["components"] == {"schemas": {"A": {}}}
