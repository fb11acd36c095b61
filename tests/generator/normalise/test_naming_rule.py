"""Names by rule: what a person would have written, whatever else the document holds."""

import random

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdkwright.config import Naming
from sdkwright.normalise import Names, Overlay
from sdkwright.normalise.identifiers import check_class, class_of, is_snake
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.naming.classes import class_name
from sdkwright.normalise.naming.complete import complete
from sdkwright.normalise.naming.distinct import rule_operations
from sdkwright.normalise.naming.fields import field_name, rule_fields
from sdkwright.normalise.naming.reserved import reserved_classes
from sdkwright.normalise.naming.rule import rule
from sdkwright.normalise.sites import METHODS, OperationSite, operations
from tests.generator import vendor_sample as sample
from tests.generator.vendor_sample import get

BY_RULE = attrs.evolve(sample.CONFIGURATION, names=Naming(), normalisation=type(sample.CONFIGURATION.normalisation)())

GITHUB = """
    GET / | meta/root | meta | meta.root
    GET /repos/{owner}/{repo}/issues | issues/list-for-repo | issues | issues.list_for_repo
    GET /issues | issues/list | issues | issues.list
    POST /repos/{owner}/{repo}/issues | issues/create | issues | issues.create
    PATCH /repos/{owner}/{repo}/issues/{issue_number} | issues/update | issues | issues.update
    PUT /repos/{owner}/{repo}/issues/{issue_number}/lock | issues/lock | issues | issues.lock
    GET /orgs/{org}/secret-scanning/alerts | secret-scanning/list-alerts-for-org | | secret_scanning.list_alerts_for_org
    DELETE /gists/{gist_id}/star | gists/unstar | gists | gists.unstar
    GET /search/labels | search/labels | search | search.labels
    GET /rate_limit | rate-limit/get | rate-limit | rate_limit.get
    GET /user/repos | repos/list-for-authenticated-user | repos | repos.list_for_authenticated_user
"""
STRIPE = """
    GET /v1/account | GetAccount | | account.get
    POST /v1/accounts/{account}/reject | PostAccountsAccountReject | | accounts.reject
    GET /v1/customers | GetCustomers | | customers.list
    POST /v1/customers | PostCustomers | | customers.create
    GET /v1/customers/{customer} | GetCustomersCustomer | | customers.get
    POST /v1/customers/{customer} | PostCustomersCustomer | | customers.update
    DELETE /v1/customers/{customer} | DeleteCustomersCustomer | | customers.delete
    GET /v1/customers/{customer}/sources | GetCustomersCustomerSources | | customers.list_sources
    POST /v1/customers/{customer}/sources | PostCustomersCustomerSources | | customers.create_source
    GET /v1/customers/{customer}/tax_ids/{id} | GetCustomersCustomerTaxIdsId | | customers.get_tax_id
    POST /v1/customers/{c}/sources/{id}/verify | PostCustomersCSourcesIdVerify | | customers.verify_source
    GET /v1/charges/search | GetChargesSearch | | charges.search
    POST /v1/charges/{charge}/capture | PostChargesChargeCapture | | charges.capture
    POST /v1/checkout/sessions | PostCheckoutSessions | | checkout_sessions.create
    POST /v1/checkout/sessions/{session}/expire | PostCheckoutSessionsSessionExpire | | checkout_sessions.expire
    POST /v1/invoices/{id}/mark_uncollectible | | | invoices.mark_uncollectible
    POST /v1/reporting/report_runs | PostReportingReportRuns | | reporting_report_runs.create
    GET /v1/apps/secrets/find | GetAppsSecretsFind | | apps.find_secret
"""
OTHERS = """
    GET /pet/{petId} | getPetById | pet | pets.get
    POST /pet | addPet | pet | pets.add
    GET /pet/findByStatus | findPetsByStatus | pet | pets.find_by_status
    GET /users | getUsers | User | users.list
    GET /users/{id} | UsersController_findOne | | users.get
    GET /users | UsersController_findAll | | users.list
    POST /auth/login | AuthController_login | Auth | auth.login
    GET /items/{item_id} | read_item_items__item_id__get | | items.get
    GET /users | get-users.v2 | | users.list
    GET /users | listUsersUsingGET_1 | user-controller | users.list
    GET /compute/instances | compute.instances.list | | instances.list
    PUT /vms/{name} | VirtualMachines_CreateOrUpdate | VirtualMachines | virtual_machines.create_or_update
    POST /projects/{project}:cancel | | | projects.cancel
    GET /projects/{id}.json | | | projects.get
    POST /sendEmail | | | emails.send
    GET /harbours/next-tide | nextTide | | harbours.next_tide
    POST /chat.postMessage | chat.postMessage | chat | chat.post_message
    POST /#X-Amz-Target=Dynamo.ListTables | ListTables | | tables.list
    GET /api/v2/tickets/{id}/comments | | Tickets, Comments | tickets.list_comments
    DELETE /users/{id}/roles/{roleId} | | default | users.delete_role
    GET /Têtes | | | tetes.list
    POST /image-resize | | | images.resize
    GET /indexes/books/stats | | | indexes.get_book_stats
    POST /messages/info.json | | | messages.get_info
    POST /messages/send.json | | | messages.send
    GET /1.0/venue/{id}/setlists | resource__1.0_venue__id__setlists_getVenueSetlists_GET | | venue.list_setlists
    GET /email-validate | EmailValidate | Data Tools | data_tools.validate_email
    POST /image-resize | ImageResize | Imaging | imaging.resize_image
    POST /qr-code | QRCode | Imaging | imaging.create_qr_code
    GET /hlr-lookup | HLRLookup | Telephony | telephony.lookup_hlr
    GET /url-info | URLInfo | WWW | www.get_url_info
    POST /v1/voices/add | Add_voice_v1_voices_add_post | voices | voices.add
    POST /v1/voices/{id}/edit | Edit_voice_v1_voices__id__edit_post | voices | voices.edit
    POST /v1/text-to-speech/{id} | Text_to_speech_v1_text_to_speech__id__post | text-to-speech | text_to_speech.create
    POST /customers/{customer} | | | customers.update
    POST /api/admin/users | postAdminUsersCreate | users | users.admin_create
    DELETE /projects/{project}/build-cache | | | projects.delete_build_cache
    DELETE /users/{id}/unfollow | | | users.unfollow
    POST /invite_to_app | | | apps.invite_to
    GET /check_for_update | | | updates.check
    GET /get_users_for_topic | | | users_for_topic.list
    GET /get_channels | | | channels.list
    POST /get_channel | | | channels.get
    GET /get_settings | | | settings.get
"""


def _site(method, path, operation_id="", tags=()):
    operation = {**({"operationId": operation_id} if operation_id else {}), **({"tags": [*tags]} if tags else {})}
    return OperationSite(method, path, operation | {"responses": {}})


ROWS = [
    tuple(cell.strip() for cell in line.split("|")) for line in f"{GITHUB}{STRIPE}{OTHERS}".splitlines() if line.strip()
]


LIST = {"200": {"content": {"application/json": {"schema": {"type": "array", "items": {}}}}}}


@pytest.mark.parametrize(
    ("method", "path", "operation_id", "responses", "name"),
    [
        ("GET", "/readinglist", "getReadinglist", LIST, "readinglists.list"),
        ("GET", "/projects/{id}/checkout-key", "", LIST, "projects.list_checkout_keys"),
        ("POST", "/projects/{name}", "", {"201": {}}, "projects.create"),
        ("POST", "/projects/{name}/trees/{branch}", "", {"201": {}}, "projects.create_tree"),
    ],
)
def test_what_is_answered_says_what_is_done(method, path, operation_id, responses, name):
    site = _site(method, path, operation_id, ["readinglist"] if operation_id else ())
    site.operation["responses"] = responses
    assert rule(site, Naming()).names[0] == name


@pytest.mark.parametrize(("address", "operation_id", "tags", "name"), ROWS)
def test_an_operation_is_called_as_a_person_would_have_called_it(address, operation_id, tags, name):
    method, path = address.split(" ", 1)
    found = rule(_site(method, path, operation_id, [tag.strip() for tag in tags.split(",") if tag]), Naming())
    assert found.names[0] == name


def test_most_of_a_curated_table_is_what_the_rule_says(inputs):
    curated = inputs.names.operations
    naming = Naming(path_prefix="/api/", operation_suffix="Api")
    found = {site.key: rule(site, naming).names[0] for site in operations(inputs.upstream) if site.key in curated}
    same = [key for key, name in found.items() if curated[key] == name]
    assert len(same) >= 0.8 * len(found), {key: name for key, name in found.items() if key not in same}


def _named(*sites, table=None, ledger=None):
    given = {} if table is None else table
    return {one.key: one.value for one in rule_operations(sites, given, Naming(), ledger or Ledger())}


COLLIDING = [
    _site("GET", "/issues", tags=["Issues"]),
    _site("GET", "/repos/{owner}/{repo}/issues", tags=["Issues"]),
    _site("GET", "/orgs/{org}/issues", tags=["Issues"]),
    _site("PUT", "/issues/{id}", tags=["Issues"]),
    _site("PATCH", "/issues/{id}", tags=["Issues"]),
    _site("GET", "/v2/issues", tags=["Issues"]),
]


@pytest.mark.parametrize("seed", range(3))
def test_operations_of_the_same_name_are_told_apart_in_the_same_way_in_any_order_and_told(seed):
    ledger = Ledger()
    shuffled = random.Random(seed).sample(COLLIDING, len(COLLIDING))
    assert _named(*shuffled, ledger=ledger) == {
        "GET /issues": "issues.list",
        "GET /repos/{owner}/{repo}/issues": "issues.list_for_repo",
        "GET /orgs/{org}/issues": "issues.list_for_org",
        "PATCH /issues/{id}": "issues.update",
        "PUT /issues/{id}": "issues.replace",
        "GET /v2/issues": "issues.list_v2",
    }
    assert ledger.told["GET /v2/issues"] == "named issues.list_v2, for issues.list is GET /issues"
    assert len(ledger.told) == 4


def test_no_resource_has_what_every_package_or_client_has():
    sites = [_site("GET", "/pager"), _site("GET", "/close"), _site("GET", "/things"), _site("GET", "/index")]
    found = rule_operations(sites, {}, Naming(), Ledger(), reserved_classes(BY_RULE.package))
    assert [one.value for one in found] == ["pagers.get", "closes.get", "things.list", "indices.get"]


def test_what_the_table_says_is_taken():
    table = {"POST /x": "issues.list"}
    assert _named(COLLIDING[0], table=table) == {"GET /issues": "issues.get_issue"}


def test_a_name_stays_when_other_parts_of_the_document_change(inputs):
    sites = [*operations(inputs.upstream)]
    whole, half = _named(*sites), _named(*sites[::2])
    moved = {key for key, name in half.items() if whole[key] != name}
    assert not moved


TEXTS = st.text() | st.sampled_from(
    ["+1", "", "class", "__init__", "list", "9lives", "x" * 200, "日本", "close", "A1", "A_1"]
)


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(METHODS), TEXTS, TEXTS, st.lists(TEXTS, max_size=2)), max_size=6))
def test_whatever_stands_in_a_document_the_names_can_stand_and_differ(found):
    sites = {f"{m} /{p}": _site(m.upper(), f"/{p}", i, t) for m, p, i, t in found}
    names = [*_named(*sites.values()).values()]
    assert len({*names}) == len(names)
    for name in names:
        resource, _, verb = name.partition(".")
        assert is_snake(resource)
        assert is_snake(verb)
        assert resource != "close"
    assert len({class_of(name.partition(".")[0]) for name in names}) == len({name.partition(".")[0] for name in names})


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("+1", "plus_1"), ("-1", "minus_1"), ("$ref", "ref"), ("@type", "type"), ("class", "class_"), ("_id", "id"),
        ("userIDs", "user_ids"), ("2fa", "n2fa"), ("Número", "numero"), ("日本", "u65e5u672c"),
        ("\N{GREEK SMALL LETTER ALPHA}", "alpha"),
        ("", "value"), ("*", "star"), ("oAuthToken", "o_auth_token"), ("OAuthToken", "oauth_token"),
        ("__proto__", "proto"),
    ],
)  # fmt: skip
def test_a_field(wire, name):
    assert field_name(wire) == name


def test_fields_beside_each_other_differ_and_the_plainest_keeps_its_name():
    wires = ["name", "-name", "Name", "NAME", "fooBar", "foo_bar"]
    names = {
        "name": "name", "-name": "minus_name", "NAME": "name_2", "Name": "name_3",
        "foo_bar": "foo_bar", "fooBar": "foo_bar_2",
    }  # fmt: skip
    assert rule_fields(wires, {}) == rule_fields(reversed(wires), {}) == names


def test_no_field_has_the_name_of_a_method_of_every_model():
    names = rule_fields(["replace", "Replace", "old"], {})
    assert names["old"] == "old"
    assert "replace" not in names.values()
    assert len({*names.values()}) == 3


@given(st.lists(TEXTS, unique=True))
def test_whatever_the_fields_are_their_names_can_stand_and_differ(wires):
    names = [*rule_fields(wires, {}).values()]
    assert all(is_snake(name) for name in names)
    assert len({*names}) == len(wires)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("full-repository", "FullRepository"), ("payment_intent", "PaymentIntent"), ("3DSecure", "ThreeDSecure"),
        ("HTTPValidationError", "HTTPValidationError"), ("USER_STATUS", "UserStatus"), ("404", "N404"),
        ("日本", "U65e5u672c"), ("Größe", "Grosse"), ("List[Tax]", "ListTax"),
    ],
)  # fmt: skip
def test_a_class(text, name):
    assert class_name(text) == name


def _thing(**properties):
    return {"type": "object", "properties": properties}


def _complete(document, names=None):
    return complete(document, Overlay(()), names or Names(), name="it.json", configuration=BY_RULE)[0]


def test_what_only_the_query_of_the_address_tells_apart_is_called_by_it():
    def chosen(*names):
        parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]
        return get(tags=["weather"], parameters=parameters)

    paths = {
        "/current?city={city}&country={country}": chosen("city", "country"),
        "/current?lat={lat}&lon={lon}": chosen("lat", "lon"),
        "/current?station={station}": chosen("station"),
    }
    found = _complete(sample.document(paths)).document["paths"]
    names = {path: item["get"]["operationId"].partition(".")[2] for path, item in found.items()}
    assert names == {
        "/current?city={city}&country={country}": "get_current",
        "/current?lat={lat}&lon={lon}": "get_current_by_lat_and_lon",
        "/current?station={station}": "get_current_by_station",
    }


def test_what_is_a_path_in_an_operation_id_is_no_resource():
    long = get(operationId="put_templates_enterprise_security_classification_6_of_a_whole_company_schema#add")
    found = _complete(sample.document({"/templates/enterprise/schema": long})).document["paths"]
    resource = found["/templates/enterprise/schema"]["get"]["operationId"].rpartition(".")[0]
    assert resource
    assert len(resource) < 30


def test_what_a_framework_names_after_an_operation_or_a_module_is_called_as_a_person_would():
    names = ["Body_add_voice_v1_voices_post", "Body_of_nothing", "app__models__User", "app__views__User", "__odd__"]
    posted = get(tags=["voices"], operationId="add_voice_v1_voices_post")
    document = sample.document({"/v1/voices": posted}, schemas=dict.fromkeys(names, _thing(a={"type": "string"})))
    document["paths"]["/v1/voices"]["post"] = document["paths"]["/v1/voices"].pop("get")
    found = _complete(document)
    classes = {schema["x-upstream-id"]: name for name, schema in found.document["components"]["schemas"].items()}
    assert classes == {
        "Body_add_voice_v1_voices_post": "AddVoiceRequest",
        "Body_of_nothing": "BodyOfNothing",
        "app__models__User": "User",
        "app__views__User": "AppViewsUser",
        "__odd__": "Odd",
    }


def test_schemas_of_the_same_class_and_of_classes_that_every_package_has_are_told_apart_and_told():
    schemas = dict.fromkeys(
        ["tax-rate", "TaxRate", "Pager", "Things", "com.acme.Order", "Envoice"], _thing(a={"type": "string"})
    )
    document = sample.document({"/things": get(tags=["things"])}, schemas=schemas)
    found = _complete(document)
    classes = {schema["x-upstream-id"]: name for name, schema in found.document["components"]["schemas"].items()}
    assert classes == {
        "TaxRate": "TaxRate", "tax-rate": "TaxRateModel", "Pager": "PagerModel", "Things": "ThingsModel",
        "com.acme.Order": "Order", "Envoice": "EnvoiceModel",
    }  # fmt: skip
    assert found.ledger.told["tax-rate"] == "the class TaxRateModel, for TaxRate is taken"
    for name in classes.values():
        assert name not in reserved_classes(BY_RULE.package)
        check_class(name, "here")


def test_enums_of_the_same_values_at_several_places_are_one_by_their_shortest_name():
    state = {"type": "string", "enum": ["on", "off"]}
    document = sample.document(
        {"/lamps": get()},
        schemas={
            "LampCreate": _thing(state=state),
            "Lantern": _thing(state=state),
            "Lamp": _thing(state=state, mode={"type": "string", "enum": ["on"]}),
        },
    )
    found = _complete(document)
    assert {name for name, schema in found.document["components"]["schemas"].items() if "enum" in schema} == {
        "LampState",
        "LampMode",
    }


def test_a_table_only_overrides():
    document = sample.document({"/things": get(tags=["things"])}, schemas={"T": _thing(**{"A-b": {"type": "string"}})})
    found = _complete(document, Names(operations={"GET /things": "stuff.all"}, schemas={"T": "Tea"}))
    assert found.document["paths"]["/things"]["get"]["operationId"] == "stuff.all"
    assert "Tea" in found.document["components"]["schemas"]
