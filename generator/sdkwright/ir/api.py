"""An API, whole."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from sdkwright.ir.operations import Operation, Resource, Response, Webhook
from sdkwright.ir.schemas import Alias, Direction, Enum, Model, Schema
from sdkwright.ir.servers import Server
from sdkwright.normalise.identifiers import with_owners


@attrs.frozen
class Flow:
    """One way to get a token of OAuth 2.

    Attributes:
        kind: OpenAPI's word, as in `clientCredentials`.
        token_url: Where tokens are fetched; empty if nowhere.
        refresh_url: Where they are renewed, if that is another address.
        scopes: What may be asked for.
    """

    kind: str
    token_url: str = ""
    refresh_url: str = ""
    scopes: tuple[str, ...] = ()


@attrs.frozen
class SecurityScheme:
    """A way to sign requests.

    Attributes:
        name: What operations call it.
        kind: OpenAPI's word, as in `apiKey`.
        location: Where an API key is sent, as in `header`; empty for other kinds.
        parameter: The name that an API key has there; empty for other kinds.
        description: The document's text.
        scheme: HTTP's name of the scheme, as in `bearer`; empty for other kinds.
        flows: The ways to get a token of OAuth 2.
        open_id_url: Where an OpenID provider describes itself.
    """

    name: str
    kind: str
    location: str = ""
    parameter: str = ""
    description: str = ""
    scheme: str = ""
    flows: tuple[Flow, ...] = ()
    open_id_url: str = ""


@attrs.frozen
class Api:
    """What a normalised document says.

    Attributes:
        title: The API's name.
        version: The vendor's word for this revision of the document.
        description: The document's text.
        servers: The addresses of the service, the first of which counts where a caller chooses none.
        security_schemes: The ways to sign requests.
        operations: Every operation, by path and method.
        schemas: Every named schema, by public name in the order of the names.
        responses: The shared responses, by name.
        webhooks: What the service sends to its callers by itself, by name.
    """

    title: str
    version: str
    description: str
    servers: tuple[Server, ...]
    security_schemes: tuple[SecurityScheme, ...]
    operations: tuple[Operation, ...] = attrs.field(repr=False)
    schemas: Mapping[str, Schema] = attrs.field(repr=False)
    responses: Mapping[str, Response] = attrs.field(repr=False)
    webhooks: tuple[Webhook, ...] = ()

    @cached_property
    def resources(self) -> tuple[Resource, ...]:
        """The operations by resource; both sorted by name. One that only others stand below has none."""
        found: dict[str, list[Operation]] = {}
        for operation in sorted(self.operations, key=lambda operation: operation.name):
            for name in with_owners(operation.resource):
                found.setdefault(name, [])
            found[operation.resource].append(operation)
        return tuple(Resource(name, tuple(found[name])) for name in sorted(found))

    @cached_property
    def models(self) -> dict[str, Model]:
        """The models by name."""
        return {name: schema for name, schema in self.schemas.items() if isinstance(schema, Model)}

    @cached_property
    def enums(self) -> dict[str, Enum]:
        """The enums by name."""
        return {name: schema for name, schema in self.schemas.items() if isinstance(schema, Enum)}

    @cached_property
    def aliases(self) -> dict[str, Alias]:
        """The names for other types, by name."""
        return {name: schema for name, schema in self.schemas.items() if isinstance(schema, Alias)}

    @cached_property
    def only_sent(self) -> frozenset[str]:
        """The schemas that requests carry and answers never do."""
        return frozenset(name for name, schema in self.schemas.items() if schema.direction is Direction.SENT)

    def reachable(self, names: Iterable[str]) -> set[str]:
        """The schemas that a value of one of `names` may hold, `names` among them."""
        return reachable(names, self.schemas)


def reachable(names: Iterable[str], schemas: Mapping[str, Schema]) -> set[str]:
    """The schemas that a value of one of `names` may hold, `names` among them."""
    found: set[str] = set()
    pending = [*names]
    while pending:
        name = pending.pop()
        if name not in found:
            found.add(name)
            pending += schemas[name].references
    return found
