"""Builds the representation of a normalised document."""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from sdkwright.ir.api import Api, Flow, SecurityScheme
from sdkwright.ir.build_schemas import build_schemas, with_directions
from sdkwright.ir.constraints import constraints, limits
from sdkwright.ir.nodes import Types, deprecation, others, text
from sdkwright.ir.operations import (
    STYLES,
    Body,
    Content,
    Encoding,
    Header,
    OldName,
    Operation,
    Parameter,
    Response,
    Webhook,
)
from sdkwright.ir.pagination import Forward, Pagination, Turning
from sdkwright.ir.schemas import Deprecation
from sdkwright.ir.servers import Server, ServerVariable
from sdkwright.ir.twins import with_stream_twins
from sdkwright.normalise.deprecations import ALIASES
from sdkwright.normalise.sites import OPERATION, WEBHOOKS, OperationSite, operations

_RESPONSES: Final = "#/components/responses/"
_OF_OPERATIONS: Final = frozenset(OPERATION)
_OF_PARAMETERS: Final = frozenset({
    "name", "x-wire-name", "in", "required", "description", "schema", "x-unit", "style", "explode", "allowReserved",
    "content", "x-default", "deprecated",
})  # fmt: skip


def build(document: Mapping[str, Any]) -> Api:
    """The representation of a document.

    Args:
        document: The document as normalisation leaves it.

    Raises:
        GeneratorError: It is not as normalisation leaves it: a schema of another kind, or a reference to nothing.
    """
    components, info = document.get("components", {}), document.get("info", {})
    types = Types(components.get("schemas", {}))
    found = tuple(with_stream_twins([_operation(site, types) for site in operations(dict(document))]))
    webhooks = tuple(_webhook(name, node, types) for name, node in document.get(WEBHOOKS, {}).items())
    return Api(
        title=text(info, "title"),
        version=text(info, "version"),
        description=text(info, "description"),
        servers=tuple(map(_server, document.get("servers", ()))),
        security_schemes=tuple(_scheme(name, node) for name, node in components.get("securitySchemes", {}).items()),
        operations=found,
        schemas=with_directions(build_schemas(types), found, webhooks),
        responses={
            name: _response("", node, types, f"the response {name}")
            for name, node in components.get("responses", {}).items()
        },
        webhooks=webhooks,
    )


def _webhook(name: str, node: Mapping[str, Any], types: Types) -> Webhook:
    schema = node["schema"]
    type_ = types.of(schema, f"the webhook {name}"[:200])
    return Webhook(name, type_, types.nullable(schema), text(node, "summary"), text(node, "description"))


def _scheme(name: str, node: Mapping[str, Any]) -> SecurityScheme:
    return SecurityScheme(
        name,
        text(node, "type"),
        text(node, "in"),
        text(node, "name"),
        description=text(node, "description"),
        scheme=text(node, "scheme"),
        flows=tuple(
            Flow(kind, text(flow, "tokenUrl"), text(flow, "refreshUrl"), tuple(map(str, flow.get("scopes") or ())))
            for kind, flow in (node.get("flows") or {}).items()
        ),
        open_id_url=text(node, "openIdConnectUrl"),
    )


def _operation(site: OperationSite, types: Types) -> Operation:
    node = site.operation
    name = str(node["operationId"])
    responses = tuple(
        _response(status, response, types, name) for status, response in node.get("responses", {}).items()
    )
    security = node.get("security")
    return Operation(
        name=name,
        method=site.method,
        path=site.path,
        responses=responses,
        parameters=tuple(_parameter(item, types, site.key) for item in site.parameters),
        body=_body(node["requestBody"], types, name) if "requestBody" in node else None,
        security=None if security is None else tuple(map(_requirement, security)),
        servers=tuple(map(_server, node.get("servers", ()))),
        pagination=_pagination(node),
        summary=text(node, "summary"),
        description=text(node, "description"),
        upstream_id=text(node, "x-upstream-id"),
        idempotent=node.get("x-idempotent") is True,
        retry_on_429=node.get("x-retry-on-429") is True,
        retries=node.get("x-retries") is not False,
        fault_outcome=node.get("x-fault-outcome", "unknown"),
        deprecated=bool(node.get("deprecated")),
        deprecation=deprecation(node),
        aliases=tuple(OldName(alias, Deprecation(about["until"])) for alias, about in node.get(ALIASES, {}).items()),
        others=others(node, _OF_OPERATIONS),
    )


def _server(node: Mapping[str, Any]) -> Server:
    variables = tuple(
        ServerVariable(name, text(about, "default"), tuple(about.get("enum", ())), text(about, "description"))
        for name, about in node.get("variables", {}).items()
    )
    return Server(node["url"], text(node, "x-name"), text(node, "description"), variables)


def _requirement(node: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    return {scheme: tuple(scopes) for scheme, scopes in node.items()}


def _pagination(node: Mapping[str, Any]) -> Pagination | None:
    about = node.get("x-paginated")
    if about is None:
        return None
    return Pagination(about["items"], about.get("page", ""), about.get("page_size", ""), _forward(about.get("by")))


def _forward(node: Mapping[str, Any] | None) -> Forward | None:
    """How each page leads to the next, as `mark_pages` writes it."""
    if node is None:
        return None
    paths = {name: tuple(node.get(name, ())) for name in ("items", "next", "last_item", "has_more", "total", "pages")}
    turned, sized = (
        None if name not in node else Turning(node[name]["name"], in_body=node[name]["in"] == "body")
        for name in ("turned_by", "sized_by")
    )
    return Forward(
        style=node["style"],
        turned_by=turned,
        sized_by=sized,
        first=node.get("first", 0),
        default_size=node.get("default_size", 0),
        trust_total=node.get("trust_total", False),
        **paths,
    )


def _parameter(node: Mapping[str, Any], types: Types, where: str) -> Parameter:
    wire, place = node.get("x-wire-name", node["name"]), node["in"]
    style = node.get("style") or STYLES[place]
    return Parameter(
        name=node["name"],
        wire=wire,
        type=types.of(node.get("schema", {}), f"{where} {place} {wire}"[:200]),
        location=place,
        required=bool(node.get("required")),
        nullable=types.nullable(node.get("schema", {})),
        description=text(node, "description"),
        unit=text(node, "x-unit"),
        style=style,
        explode=bool(node.get("explode", style == "form")),
        reserved=node.get("allowReserved") is True,
        media_type=next(iter(node.get("content", {})), ""),
        default=text(node, "x-default"),
        constraints=constraints(node.get("schema", {})),
        limits=limits(node.get("schema", {})),
        deprecated=bool(node.get("deprecated")),
        others=others(node, _OF_PARAMETERS),
    )


def _body(node: Mapping[str, Any], types: Types, where: str) -> Body | None:
    # Without a schema it may be anything; an answer without one is read as none.
    media = {media_type: {"schema": {}} | media for media_type, media in node.get("content", {}).items()}
    contents = _contents({"content": media}, types, f"{where} body")
    if not contents:
        return None
    encodings = [_encodings(about.get("encoding", {}), types, where) for about in media.values()]
    contents = tuple(attrs.evolve(content, encodings=found) for content, found in zip(contents, encodings, strict=True))
    return Body(contents, bool(node.get("required")), text(node, "description"), text(node, "x-name"))


def _encodings(node: Mapping[str, Any], types: Types, where: str) -> dict[str, Encoding]:
    return {name: _encoding(about, types, f"{where} {name}") for name, about in node.items()}


def _encoding(node: Mapping[str, Any], types: Types, where: str) -> Encoding:
    style = text(node, "style") or ("form" if "explode" in node else "")
    return Encoding(
        text(node, "contentType"),
        style,
        explode=node.get("explode", style in {"", "form"}) is True,
        reserved=node.get("allowReserved") is True,
        headers=_headers(node, types, where),
    )


def _response(status: str, node: Mapping[str, Any], types: Types, where: str) -> Response:
    shared = text(node, "$ref").removeprefix(_RESPONSES)
    return Response(
        status, text(node, "description"), _contents(node, types, where), shared, _headers(node, types, where)
    )


def _headers(node: Mapping[str, Any], types: Types, where: str) -> tuple[Header, ...]:
    return tuple(
        Header(
            name,
            types.of(header.get("schema", {}), f"{where} header {name}"[:200]),
            required=bool(header.get("required")),
            description=text(header, "description"),
        )
        for name, header in node.get("headers", {}).items()
    )


def _contents(node: Mapping[str, Any], types: Types, where: str) -> tuple[Content, ...]:
    return tuple(
        Content(
            media_type,
            types.of(media["schema"], where),
            nullable=types.nullable(media["schema"]),
            limits=limits(media["schema"]),
        )
        for media_type, media in node.get("content", {}).items()
        if "schema" in media
    )
