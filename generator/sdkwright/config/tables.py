"""The tables of `spec/sdk.toml`, a class each."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

import attrs

from sdkwright.config import values
from sdkwright.config.keys import key
from sdkwright.config.pagination import Pagination


@attrs.frozen(kw_only=True)
class Package:
    """`[package]`: the names of the SDK.

    Attributes:
        name: The distribution and the import package.
        client: The class of the synchronous client; the asynchronous one has `Async` before it.
        environment: Begins the names of the environment variables that the package reads; by default `name` in
            capitals.
        title: The API's name in prose; by default `client`.
        base_url: Where the service is, for a document that names no server or one relative to its own address.
    """

    name: str = key(values.PACKAGE_NAME)
    client: str = key(values.CLASS_NAME)
    environment: str = key(values.VARIABLE, default=attrs.Factory(lambda self: self.name.upper(), takes_self=True))
    title: str = key(values.LINE, default=attrs.Factory(lambda self: self.client, takes_self=True))
    base_url: str | None = key(values.BASE_URL, default=None)


@attrs.frozen(kw_only=True)
class Security:
    """`[[security]]`: how a caller gives what a security scheme needs.

    What is left out is named by rule, as are schemes without a table.

    Attributes:
        scheme: The scheme's name under `components.securitySchemes`.
        argument: The client's argument for a key or a token.
        variable: The environment variable that is read where the argument is left out.
        arguments: The client's arguments where a scheme has several, by their parts: `username`, `client_id`.
        variables: The environment variables of these, by the same parts.
        scopes: What tokens of OAuth 2 are asked for; by default what the operations require.
        client_authentication: How the client shows its secret to a token endpoint: in a header, or in the body.
        style: How requests carry it: as the document declares, or as the project's hook signs them.
        parts: What a caller gives for the hook to sign with, each an argument.
    """

    scheme: str = key(values.LINE)
    argument: str | None = key(values.ARGUMENT, default=None)
    variable: str | None = key(values.VARIABLE, default=None)
    arguments: Mapping[str, str] = key(values.ARGUMENTS, default=MappingProxyType({}))
    variables: Mapping[str, str] = key(values.VARIABLES, default=MappingProxyType({}))
    scopes: tuple[str, ...] = key(values.SCOPES, default=())
    client_authentication: str = key(values.CLIENT_AUTHENTICATION, default="header")
    style: str = key(values.SIGNING, default="declared")
    parts: tuple[str, ...] = key(values.SIGNING_PARTS, default=())

    @property
    def signed_with(self) -> tuple[str, ...]:
        """What a caller gives for the project's hook; nothing where requests carry it as the document declares."""
        return (self.parts or ("secret",)) if self.style == "hook" else ()


@attrs.frozen(kw_only=True)
class Fault:
    """`fault` of `[errors]`: a failure inside an answer with a status of success.

    Attributes:
        flag: The property that is true in such an answer.
        messages: The property that holds what went wrong.
    """

    flag: str = key(values.LINE)
    messages: str = key(values.LINE)


@attrs.frozen(kw_only=True)
class Errors:
    """`[errors]`: what an error says.

    Attributes:
        message: The properties that may hold the message, or the paths to them; the first that is there counts.
        fields: The property that maps names of fields to what is wrong with them, or the path to it.
        request_id: The headers that may hold the id of the request, the first that is there counts.
        fault: How a failure inside a successful answer looks.
    """

    message: tuple[str, ...] = key(values.ERROR_PATHS, default=())
    fields: str | None = key(values.ERROR_PATH, default=None)
    request_id: tuple[str, ...] = key(values.HEADERS, default=("x-request-id",))
    fault: Fault | None = key(Fault, "table", default=None)


@attrs.frozen(kw_only=True)
class Naming:
    """`[names]`: how things get public names, and what the vendor's names are made of, which no public name repeats.

    Attributes:
        mode: Whether what `spec/names.toml` does not name gets a name by rule, or stops the generation.
        path_prefix: What all paths begin with.
        operation_suffix: What the first half of an `operationId` ends in.
        schema_suffix: What the names of schemas end in; a schema without it is called a record.
        page_prefix: What the names of pages begin with, before the name of their items.
        whole_suffix: What the name of a whole record has before `schema_suffix`, beside its summary.
        summary_suffix: What the name of a summary has before `schema_suffix`.
        link_suffix: What the name of a link to something has before `schema_suffix`.
    """

    mode: str = key(values.NAMING, default="by-rule")
    path_prefix: str = key(values.PATH_PREFIX, default="/")
    operation_suffix: str | None = key(values.WORD, default=None)
    schema_suffix: str | None = key(values.WORD, default=None)
    page_prefix: str | None = key(values.WORD, default=None)
    whole_suffix: str | None = key(values.WORD, default=None)
    summary_suffix: str | None = key(values.WORD, default=None)
    link_suffix: str | None = key(values.WORD, default=None)


@attrs.frozen(kw_only=True)
class Normalisation:
    """`[normalisation]`: how the vendor's document is normalised.

    Attributes:
        expected: The passes that must find something to change; one that finds nothing stops the generation.
        partial: Whether operations that cannot be written are left out and listed; otherwise one stops the generation.
    """

    expected: tuple[str, ...] = key(values.PASSES, default=())
    partial: bool = key(values.SWITCH, default=False)


@attrs.frozen(kw_only=True)
class Dialect:
    """`[dialect]`: how the service writes JSON.

    Attributes:
        nullable: Which properties may be null: those of which the document says so, or every one.
        enums: What an enum may be: a value that the document lists (`closed`), any text (`open`), or any text and
            the ordinal of a value.
        dates: How dates are written: as RFC 3339 says, or as .NET writes them, perhaps without an offset.
        bare_words: Whether an answer that is an enum may come without quotes.
    """

    nullable: str = key(values.NULLABILITY, default="as-declared")
    enums: str = key(values.ENUMS, default="open")
    dates: str = key(values.DATES, default="rfc3339")
    bare_words: bool = key(values.SWITCH, default=False)


@attrs.frozen(kw_only=True)
class Webhooks:
    """`[webhooks]`: what the service delivers to its callers.

    Attributes:
        style: `none`, the Standard Webhooks specification, or `hook` for what an override reads.
    """

    style: str = key(values.WEBHOOKS, default="none")


_COLUMNS: Final = (
    "id", "number", "name", "title", "email", "status", "amount", "value", "code", "type", "description", "message",
    "link", "url",
)  # fmt: skip


@attrs.frozen(kw_only=True)
class CommandLine:
    """`[command_line]`: the package's own command.

    Attributes:
        enabled: Whether the package has one.
        columns: The fields that a person looks for first, in this order, by their names in Python.
        doctor: The resources whose lists the command `doctor` reads: first the one by which it tries the credentials.
    """

    enabled: bool = key(values.SWITCH, default=False)
    columns: tuple[str, ...] = key(values.COLUMNS, default=_COLUMNS)
    doctor: tuple[str, ...] = key(values.RESOURCES, default=())


@attrs.frozen(kw_only=True)
class Prompt:
    """`[mcp.prompts.NAME]`: what a person may ask an agent for by name.

    Attributes:
        about: What it is for, in one line.
        text: What the agent is asked; `{month}` is an argument of it.
    """

    about: str = key(values.LINE)
    text: str = key(values.PROMPT)


@attrs.frozen(kw_only=True)
class Mcp:
    """`[mcp]`: the server of the Model Context Protocol, which the package's command starts.

    Attributes:
        enabled: Whether the package has one; it needs the command line.
        tools: The operations with a tool of their own, as far as they fit; by default the lists and single records.
        reads: The operations that change nothing, whatever their HTTP method says.
        deletes: The operations that delete something, whatever their HTTP method and name say.
        prompts: What a person may ask an agent for by name.
    """

    enabled: bool = key(values.SWITCH, default=False)
    tools: tuple[str, ...] = key(values.OPERATION_NAMES, default=())
    reads: tuple[str, ...] = key(values.OPERATION_NAMES, default=())
    deletes: tuple[str, ...] = key(values.OPERATION_NAMES, default=())
    prompts: Mapping[str, Prompt] = key(Prompt, "named", default=MappingProxyType({}))


@attrs.frozen(kw_only=True)
class Testing:
    """`[testing]`: what callers test their code with.

    Attributes:
        enabled: Whether the package has it.
    """

    enabled: bool = key(values.SWITCH, default=False)


@attrs.frozen(kw_only=True)
class Telemetry:
    """`[telemetry]`: spans and metrics of OpenTelemetry.

    Attributes:
        enabled: Whether the package can record them, in its module `otel`, for the extra `otel`.
    """

    enabled: bool = key(values.SWITCH, default=False)


@attrs.frozen(kw_only=True)
class Compatibility:
    """`[compatibility]`: whose callers the package keeps.

    Attributes:
        stainless: Whether the package has the surface of an SDK that Stainless made, as `spec/stainless.yml` declares
            it.
    """

    stainless: bool = key(values.SWITCH, default=False)


@attrs.frozen(kw_only=True)
class Configuration:
    """What `spec/sdk.toml` declares.

    Attributes:
        package: The names of the SDK.
        names: What the vendor's names are made of.
        normalisation: How the vendor's document is normalised.
        security: How a caller gives what each security scheme needs.
        pagination: The pages that the service answers, by a name of ours.
        errors: What an error says.
        dialect: How the service writes JSON.
        webhooks: What the service delivers.
        command_line: The package's own command.
        mcp: Its server for agents.
        testing: What callers test their code with.
        telemetry: Spans and metrics of OpenTelemetry.
        compatibility: Whose callers the package keeps.
    """

    package: Package = key(Package, "table")
    names: Naming = key(Naming, "table", default=Naming())
    normalisation: Normalisation = key(Normalisation, "table", default=Normalisation())
    security: tuple[Security, ...] = key(Security, "list", default=())
    pagination: Mapping[str, Pagination] = key(Pagination, "named", default=MappingProxyType({}))
    errors: Errors = key(Errors, "table", default=Errors())
    dialect: Dialect = key(Dialect, "table", default=Dialect())
    webhooks: Webhooks = key(Webhooks, "table", default=Webhooks())
    command_line: CommandLine = key(CommandLine, "table", default=CommandLine())
    mcp: Mcp = key(Mcp, "table", default=Mcp())
    testing: Testing = key(Testing, "table", default=Testing())
    telemetry: Telemetry = key(Telemetry, "table", default=Telemetry())
    compatibility: Compatibility = key(Compatibility, "table", default=Compatibility())

    def page_of(self, properties: Collection[str]) -> Pagination | None:
        """How an answer is paged by number that has these properties; None where it is no such page.

        Args:
            properties: The names on the wire.
        """
        names = {*properties}
        return next((page for page in self.numbered.values() if {*page.paths} | self.fault_names <= names), None)

    @property
    def numbered(self) -> Mapping[str, Pagination]:
        """The tables of pages of which any can be asked for by its number."""
        return {name: page for name, page in self.pagination.items() if page.is_numbered}

    @property
    def fault_names(self) -> frozenset[str]:
        """The properties by which an answer with a status of success says that the call failed."""
        fault = self.errors.fault
        return frozenset((fault.flag, fault.messages) if fault else ())
