"""What `spec/sdk.toml` declares, and the sentence for each mistake in it."""

import attrs
import pytest
from hypothesis import given

from sdkwright import config
from sdkwright.errors import GeneratorError
from sdkwright.project import Project
from tests.generator.config.declared import is_read_or_refused, keys, tables_like

LEAST = '[package]\nname = "acme"\nclient = "Acme"\n'
FULL = """
[package]
name = "acme_billing"
client = "AcmeBilling"
environment = "ACME"
title = "Acme's billing"

[names]
path_prefix = "/v1/"
operation_suffix = "Service"
schema_suffix = "Dto"
page_prefix = "PageOf"
whole_suffix = "Full"
summary_suffix = "Short"
link_suffix = "Href"

[normalisation]
expected = ["name_schemas"]

[[security]]
scheme = "Key"
argument = "key"
variable = "ACME_KEY"

[[security]]
scheme = "Bearer"
argument = "token"
variable = "ACME_TOKEN"

[pagination.things]
style = "page-number"
items = "data"
total = "size"
count = "here"
default_size = 25
trust_total = true

[pagination.short]
style = "page-number"
items = "items"
default_size = 1

[errors]
message = ["error", "detail"]
fields = "errors"
request_id = ["x-trace"]
fault = { flag = "failed", messages = "why" }

[dialect]
nullable = "every-property"
enums = "closed"
dates = "dotnet"
bare_words = true

[webhooks]
style = "standard-webhooks"

[command_line]
enabled = true
columns = ["id", "client.name"]
doctor = ["orders", "tax_rates.periods"]

[testing]
enabled = true
"""


@pytest.fixture
def read(tmp_path):
    """Reads a text as the file of a project."""

    def read(content):
        path = tmp_path / "sdk.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return config.read(path, name="spec/sdk.toml")

    return read


@pytest.fixture
def refused(read):
    """The sentence that a text is refused with."""

    def refused(content):
        with pytest.raises(GeneratorError) as caught:
            read(content)
        said = str(caught.value)
        assert said.startswith("spec/sdk.toml")
        assert said.endswith(".")
        assert said.isprintable()
        assert len(said) < 400
        return said

    return refused


def test_everything_that_can_be_declared_is_read(read):
    assert read(FULL) == config.Configuration(
        package=config.Package(name="acme_billing", client="AcmeBilling", environment="ACME", title="Acme's billing"),
        names=config.Naming(
            path_prefix="/v1/",
            operation_suffix="Service",
            schema_suffix="Dto",
            page_prefix="PageOf",
            whole_suffix="Full",
            summary_suffix="Short",
            link_suffix="Href",
        ),
        normalisation=config.Normalisation(expected=("name_schemas",)),
        security=(
            config.Security(scheme="Key", argument="key", variable="ACME_KEY"),
            config.Security(scheme="Bearer", argument="token", variable="ACME_TOKEN"),
        ),
        pagination={
            "things": config.Pagination(
                style="page-number", items="data", total="size", count="here", default_size=25, trust_total=True
            ),
            "short": config.Pagination(style="page-number", items="items", default_size=1),
        },
        errors=config.Errors(
            message=("error", "detail"),
            fields="errors",
            request_id=("x-trace",),
            fault=config.Fault(flag="failed", messages="why"),
        ),
        dialect=config.Dialect(nullable="every-property", enums="closed", dates="dotnet", bare_words=True),
        webhooks=config.Webhooks(style="standard-webhooks"),
        command_line=config.CommandLine(
            enabled=True, columns=("id", "client.name"), doctor=("orders", "tax_rates.periods")
        ),
        testing=config.Testing(enabled=True),
    )


def test_the_least_declaration_has_two_names(read):
    found = read(LEAST)
    assert found == config.Configuration(package=config.Package(name="acme", client="Acme"))
    assert (found.package.environment, found.package.title) == ("ACME", "Acme")
    assert (found.security, found.pagination) == ((), {})
    assert (found.webhooks.style, found.command_line.enabled, found.testing.enabled) == ("none", False, False)


def test_what_is_read_cannot_be_changed(read):
    found = read(FULL)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.package.name = "other"
    with pytest.raises(TypeError):
        found.pagination["more"] = found.pagination["short"]


def test_the_projects_own_file_names_schemes_and_pages_of_its_document(normalised):
    found = Project.find(__file__).configuration
    assert [security.scheme for security in found.security] == [*normalised.document["components"]["securitySchemes"]]
    schemas = normalised.document["components"]["schemas"]
    [page] = found.pagination.values()
    assert {page.items, page.total, page.count} < set(schemas["InvoicePage"]["properties"])
    assert {found.errors.fault.flag, found.errors.fault.messages} < set(schemas["InvoicePage"]["properties"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            LEAST + 'titel = "Acme"',
            (
                ': [package] has no key "titel" (did you mean "title"?); it takes name, client, environment, title and '
                "base_url."
            ),
        ),
        (
            LEAST + "[dialekt]",
            (
                ' has no table "dialekt" (did you mean "dialect"?); it takes package, names, normalisation, security, '
                "pagination, errors, dialect, webhooks, command_line, mcp, testing, telemetry and compatibility."
            ),
        ),
        (
            LEAST + "[zzz]",
            (
                ' has no table "zzz"; it takes package, names, normalisation, security, pagination, errors, dialect, '
                "webhooks, command_line, mcp, testing, telemetry and compatibility."
            ),
        ),
        ("", " lacks package, a table; write [package]."),
        (
            '[package]\nname = "acme"',
            ": [package] lacks client; allowed is the name of a class, such as AcmeBilling.",
        ),
        (
            LEAST + '[dialect]\ndates = "rfc3393"',
            (
                ': [dialect] dates: "rfc3393" is not allowed (did you mean "rfc3339"?); allowed is "dotnet" or '
                '"rfc3339".'
            ),
        ),
        (
            LEAST + "[dialect]\nenums = 3",
            ': [dialect] enums: 3 is not allowed; allowed is "text-or-ordinal", "open" or "closed".',
        ),
        (
            LEAST + '[command_line]\ncolumns = ["id", "Client.name"]',
            (
                ': [command_line] columns: ["id", "Client.name"] is not allowed; allowed is a list of fields by their '
                'names in Python, each once, such as ["id", "client.name"].'
            ),
        ),
        (
            LEAST + '[command_line]\ndoctor = ["Orders"]',
            (
                ': [command_line] doctor: ["Orders"] is not allowed; allowed is a list of resources by their '
                'attributes, each once, such as ["orders"].'
            ),
        ),
        (
            LEAST + "[mcp]\nenabled = true",
            ": [mcp] enabled: the command line starts the server; set enabled under [command_line] too.",
        ),
        (
            LEAST + '[mcp]\ntools = ["orders"]',
            (
                ': [mcp] tools: ["orders"] is not allowed; allowed is a list of operations by their names in Python, '
                'each once, such as ["orders.list"].'
            ),
        ),
        (
            LEAST + '[mcp.prompts.bill]\nabout = "Bill"\ntext = " "',
            ': [mcp.prompts.bill] text: " " is not allowed; allowed is text of at most 4,000 characters.',
        ),
        (
            LEAST + '[mcp.prompts.bill]\nabout = "Bill"\ntext = "a\\u001bb"',
            (
                ': [mcp.prompts.bill] text: "a\N{REPLACEMENT CHARACTER}b" is not allowed; allowed is text of at most '
                "4,000 characters."
            ),
        ),
        (
            LEAST + "[command_line]\nenabled = 1",
            ": [command_line] enabled: 1 is not allowed; allowed is true or false.",
        ),
        (
            LEAST + '[pagination.a]\nstyle = "page-number"\nitems = "i"\ndefault_size = 0',
            ": [pagination.a] default_size: 0 is not allowed; allowed is a whole number from 1 to 1,000,000.",
        ),
        (
            LEAST + '[errors]\nfault = { flag = "a", mesages = "b" }',
            ': [errors.fault] has no key "mesages" (did you mean "messages"?); it takes flag and messages.',
        ),
        (
            LEAST + '[errors]\nrequest_id = ["X-Id"]',
            (
                ': [errors] request_id: ["X-Id"] is not allowed; allowed is a list of headers in lower case, '
                'each once, such as ["x-request-id"].'
            ),
        ),
        (
            LEAST + '[[security]]\nscheme = "a"\n[[security]]\nargument = "b"',
            (
                ": [[security]] number 2 lacks scheme; allowed is text of one line, at most 100 characters, without "
                '", \\ and `.'
            ),
        ),
        (
            LEAST + '[[security]]\nscheme = "a"\nargument = "timeout"\nvariable = "A"',
            (
                ': [[security]] number 1 argument: "timeout" is not allowed; allowed is the name of an argument '
                "in snake_case, such as api_key, that no client has otherwise."
            ),
        ),
        (
            LEAST + '[names]\npath_prefix = "api"',
            ': [names] path_prefix: "api" is not allowed; allowed is the beginning of a path, such as /api/.',
        ),
        (LEAST + "[security]", ": security is not a list of tables; write [[security]] above each."),
        (LEAST + "[[webhooks]]", ": webhooks is not a table; write [webhooks]."),
        (LEAST + "[pagination]\na = 1", ": pagination is not a table of named tables; write [pagination.NAME]."),
        (LEAST + "[errors]\nfault = true", ": errors.fault is not a table; write [errors.fault]."),
        (
            LEAST + '[pagination."A b"]',
            ': [pagination] has a table "A b"; its name must be a name in snake_case, such as envelope.',
        ),
        ("package = 3", ": package is not a table; write [package]."),
        (
            "[package",
            ": not TOML: Expected ']' at the end of a table declaration (at end of document); correct it there.",
        ),
        (b"[package]\nname = '\xff'", ": not UTF-8 text (byte 18); save it as UTF-8."),
        ("x = " + "[" * 5_000, ": not TOML: it is nested too deeply; correct it there."),
    ],
)
def test_a_mistake_is_a_sentence_with_the_place_and_the_way_out(text, said, refused):
    assert refused(text) == f"spec/sdk.toml{said}"


@pytest.mark.parametrize("key", ["scheme", "argument", "variable"])
def test_two_schemes_share_nothing(key, refused):
    one = {"scheme": "a", "argument": "a", "variable": "A"}
    two = {"scheme": "b", "argument": "b", "variable": "B"} | {key: one[key]}
    tables = ["".join(f'{name} = "{value}"\n' for name, value in table.items()) for table in (one, two)]
    said = refused(LEAST + "".join(f"[[security]]\n{table}" for table in tables))
    assert said == f'spec/sdk.toml: [[security]] {key}: "{one[key]}" stands twice; each has one of its own.'


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("name", "Acme"),
        ("name", "../acme"),
        ("name", "acme-billing"),
        ("name", "json"),
        ("name", "httpx"),
        ("name", "class"),
        ("name", "acme\\n"),
        ("client", "acme"),
        ("client", "Acme()"),
        ("client", "None"),
        ("environment", "acme"),
        ("title", ""),
        ("title", " Acme"),
        ("title", "Acme\\nBilling"),
        ("title", 'Acme \\"Billing\\"'),
        ("title", "Acme \\\\"),
        ("title", "A" * 101),
        ("title", "\\u001b[2J"),
        ("name", "\\u202e" + "a" * 5_000),
    ],
)
def test_a_name_that_would_break_the_package_is_refused(key, value, refused):
    names = {"name": "acme", "client": "Acme"} | {key: value}
    said = refused("[package]\n" + "".join(f'{name} = "{text}"\n' for name, text in names.items()))
    assert said.startswith(f"spec/sdk.toml: [package] {key}: ")
    assert "; allowed is " in said


@given(table=tables_like(config.Configuration))
def test_whatever_it_holds_is_read_or_refused_in_a_sentence(table):
    assert is_read_or_refused(
        {"package": {"name": "acme", "client": "Acme"}} | table, config.Configuration, "spec/sdk.toml"
    )


def test_a_file_that_is_not_there_is_a_sentence(tmp_path):
    said = r"^spec/sdk.toml: missing; write it, with a table \[package\] that has a name and a client\.$"
    with pytest.raises(GeneratorError, match=said):
        config.read(tmp_path / "sdk.toml", name="spec/sdk.toml")


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path):
    with pytest.raises(GeneratorError, match=r"^spec/sdk.toml: cannot be read \(Is a directory\); make it a readable"):
        config.read(tmp_path, name="spec/sdk.toml")


def test_every_key_and_table_is_described_for_maintainers():
    page = (Project.find(__file__).root / "docs/pages/maintainers/configuration.md").read_text(encoding="utf-8")
    for path, name in keys(config.Configuration):
        section = page if not path else page.partition(f"\n## `{head(path)}`\n")[2].partition("\n## ")[0]
        assert f"`{name}`" in section or f"\n## `{head(name)}`\n" in section, (path, name)


def head(path):
    """A table as its heading on the page writes it."""
    return {"security": "[[security]]", "pagination": "[pagination.NAME]"}.get(path, f"[{path.partition('.')[0]}]")
