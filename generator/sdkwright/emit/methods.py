"""Works out the method of each operation: its arguments, its result and where they go."""

import re
from typing import Any

import attrs
from openapi_python_client.parser.openapi import Endpoint

from sdkwright.emit.docstrings import docstring, plain, returned, sentence, summary
from sdkwright.emit.schemas import python_name
from sdkwright.emit.signatures import Field
from sdkwright.errors import GeneratorError
from sdkwright.normalise.deprecations import ALIAS_OF, ALIASES, DEPRECATION, message, was_required
from sdkwright.normalise.naming.words import singular
from sdkwright.normalise.sites import OperationSite

_RESERVED = {"options"}
_VERB_ORDER = ("list", "search", "get", "create", "update", "delete")


@attrs.frozen
class Argument:
    """One argument of a method.

    Attributes:
        name: In Python.
        wire: On the wire.
        annotation: Source of its type.
        default: Source of its default, or None if it is required.
        text: What it means, from the document.
        in_query: Whether it goes to the query; otherwise it is a field of the body, or the body itself.
        positional: Whether it may be given without its name: the id of what the operation acts on.
        obliged: Whether it had to be given before it, or a name of it, was deprecated.
    """

    name: str
    wire: str
    annotation: str
    default: str | None
    text: str
    in_query: bool
    positional: bool = False
    obliged: bool = False


@attrs.frozen
class Method:
    """One operation as a method, ready to be rendered.

    `summary`, `upstream` (the vendor's operationId) and `returned` (the type and what it is) are text of the document.
    `min_fields` is how many fields a body has at least, 0 where the document does not say.
    """

    name: str
    operation_id: str
    http_method: str
    path: str
    arguments: list[Argument]
    body_class: str | None
    result: str | None
    paginated: dict[str, str] | None
    idempotent: bool
    retry_on_429: bool
    fault_outcome: str
    doc: str
    async_doc: str
    deprecated: str | None = None
    alias_of: str | None = None
    summary: str = ""
    upstream: str = ""
    returned: tuple[str, str] | None = None
    min_fields: int = 0

    @property
    def constant(self) -> str:
        """The name of the module constant that holds the operation."""
        return f"_{(self.alias_of or self.name).upper()}"

    @property
    def positional(self) -> list[Argument]:
        """The arguments that may be given by place."""
        found = [argument for argument in self.arguments if argument.positional]
        return sorted(found, key=lambda argument: argument.default is not None)

    @property
    def by_name(self) -> list[Argument]:
        """The arguments that must be named: the required ones first."""
        named = [argument for argument in self.arguments if not argument.positional]
        return sorted(named, key=lambda argument: argument.default is not None)

    @property
    def query(self) -> list[Argument]:
        """The arguments that go to the query, the pager's own apart."""
        paging = self.paginated or {}
        return [argument for argument in self.arguments if argument.in_query and argument.name not in paging]

    @property
    def required(self) -> dict[str, str]:
        """The arguments without which the query is not sent, by wire name; by the empty one that which is the body."""
        return {wire: argument.name for wire, argument in self._loose if argument.default is None}

    @property
    def kinds(self) -> dict[str, tuple[str, str]]:
        """Name and type of each argument that no model declares, by the same names."""
        return {wire: (argument.name, _checked_as(argument.annotation)) for wire, argument in self._loose}

    @property
    def _loose(self) -> list[tuple[str, Argument]]:
        """The arguments that no model declares: those of the query by wire name, the whole body by the empty one."""
        found = [(argument.wire, argument) for argument in self.query]
        if self.body_class is None:
            found += [("", argument) for argument in self.body_fields]
        return found

    @property
    def body_fields(self) -> list[Argument]:
        """The arguments that go to the body."""
        return [argument for argument in self.arguments if not argument.in_query]

    def wire(self, name: str) -> str | None:
        """The wire name of the query argument `name`, or None if there is no such argument."""
        return next((argument.wire for argument in self.arguments if argument.in_query and argument.name == name), None)


def methods_of(
    endpoint: Endpoint, site: OperationSite, models: dict[str, list[Field]], schemas: dict[str, Any]
) -> list[Method]:
    """The method that calls `endpoint`, and one for each of its old names; arguments as `method`."""
    main = method(endpoint, site, models, schemas)
    aliases = [
        attrs.evolve(
            main,
            name=name,
            alias_of=main.name,
            deprecated=told,
            doc=_retitled(main.doc, main.operation_id, told),
            async_doc=_retitled(main.async_doc, main.operation_id, told),
        )
        for name, told in _aliases(main.operation_id, site).items()
    ]
    return [main, *aliases]


def _aliases(operation_id: str, site: OperationSite) -> dict[str, str]:
    """The old names of an operation, and what a caller is told of each."""
    resource = operation_id.partition(".")[0]
    found: dict[str, Any] = site.operation.get(ALIASES, {})
    return {name: message(f"{resource}.{name}", about, operation_id) for name, about in found.items()}


def _retitled(doc: str, name: str, told: str) -> str:
    rest = doc.partition("\n\n")[2]
    return _noted(f"Old name of `{name}`.\n\n{rest}", told)


def method(endpoint: Endpoint, site: OperationSite, models: dict[str, list[Field]], schemas: dict[str, Any]) -> Method:
    """The method that calls `endpoint`.

    Args:
        endpoint: The operation as openapi-python-client parsed it.
        site: The same operation in the normalised document.
        models: The fields of the generated models.
        schemas: The schemas of the normalised document.

    Raises:
        GeneratorError: A query parameter and a body field have the same name.
    """
    resource, _, verb = str(site.operation["operationId"]).partition(".")
    arguments = _query_arguments(endpoint, site, schemas)
    body_class, body_arguments = _body_arguments(endpoint, site, models, schemas)
    arguments += body_arguments
    identifying = {"id", f"{singular(resource)}_id".replace(" ", "_")}
    arguments = [
        attrs.evolve(
            argument, positional=(argument.default is None or argument.obliged) and argument.name in identifying
        )
        for argument in arguments
    ]
    names = [argument.name for argument in arguments]
    if twice := {name for name in names if names.count(name) > 1}:
        raise GeneratorError(
            f"{site.key}: the query and the body both have {min(twice)!r}; name one under [parameters]."
        )
    if taken := _RESERVED.intersection(names):
        raise GeneratorError(
            f"{site.key}: {min(taken)!r} is an argument that every method has; give the parameter or property another "
            "name in spec/names.toml."
        )
    result = _result(endpoint)
    paginated = site.operation.get("x-paginated")
    return Method(
        name=verb,
        operation_id=str(site.operation["operationId"]),
        http_method=site.method,
        path=site.path,
        arguments=arguments,
        body_class=body_class,
        result=result,
        paginated=paginated,
        idempotent=site.operation.get("x-idempotent") is True,
        retry_on_429=site.operation.get("x-retry-on-429") is True,
        fault_outcome=site.operation.get("x-fault-outcome", "unknown"),
        doc=_noted(docstring(site, arguments, result, pager="Pager"), _deprecated(site)),
        async_doc=_noted(docstring(site, arguments, result, pager="AsyncPager"), _deprecated(site)),
        deprecated=_deprecated(site),
        summary=summary(site),
        upstream=plain(site.operation.get("x-upstream-id")),
        returned=None if result is None else returned(site, result, "Pager"),
        min_fields=_min_fields(schemas.get(body_class or "", {})),
    )


def _min_fields(schema: dict[str, Any]) -> int:
    least = schema.get("minProperties")
    # What the vendor writes there may be anything.
    return least if type(least) is int and 0 < least <= len(schema.get("properties", {})) else 0


def _noted(doc: str, deprecated: str | None) -> str:
    head, _, rest = doc.partition("\n\n")
    return doc if deprecated is None else f"{head}\n\nDeprecated: {deprecated}\n\n{rest}"


def _deprecated(site: OperationSite) -> str | None:
    """What a caller is told of an operation that goes, or None."""
    about = site.operation.get(DEPRECATION)
    if about is None and not site.operation.get("deprecated"):
        return None
    return message(str(site.operation["operationId"]), about)


def in_reading_order(methods: list[Method]) -> list[Method]:
    """`methods` with the everyday verbs first."""
    rank = {verb: place for place, verb in enumerate(_VERB_ORDER)}
    return sorted(methods, key=lambda method: (rank.get(method.name, len(rank)), method.name))


def qualified(annotation: str) -> str:
    """`annotation` with `list` by another name, which a method called `list` cannot shadow."""
    return re.sub(r"\blist\[", "List[", annotation)


def _query_arguments(endpoint: Endpoint, site: OperationSite, schemas: dict[str, Any]) -> list[Argument]:
    declared = {parameter["name"]: parameter for parameter in site.parameters}
    arguments = []
    for parsed in endpoint.query_parameters:
        parameter = declared[parsed.name.get_untrusted_value()]
        annotation = _ours(parsed.get_type_string(no_optional=True).as_unembedded_code())
        required = bool(parameter.get("required"))
        arguments.append(
            Argument(
                name=str(parameter["name"]),
                wire=str(parameter["x-wire-name"]),
                annotation=qualified(annotation if required else f"{annotation} | None"),
                default=None if required else "None",
                text=sentence(parameter, schemas),
                in_query=True,
            )
        )
    return arguments


def _checked_as(annotation: str) -> str:
    """Source of the type that an argument is checked against: None passes anyway, and so does an int for a decimal."""
    return re.sub(r"Decimal \| int", "Decimal", annotation.removesuffix(" | None"))


def _ours(annotation: str) -> str:
    """The type of a query value as our modules import it, with numbers as exact as in the models."""
    return re.sub(r"\bfloat\b", "Decimal | int", annotation.replace("datetime.datetime", "datetime"))


def _body_arguments(
    endpoint: Endpoint, site: OperationSite, models: dict[str, list[Field]], schemas: dict[str, Any]
) -> tuple[str | None, list[Argument]]:
    if not endpoint.bodies:
        return None, []
    annotation = endpoint.bodies[0].prop.get_type_string(no_optional=True).as_unembedded_code()
    if annotation not in schemas:
        body = site.operation["requestBody"]
        name, text = str(body["x-name"]), sentence({"description": body.get("description")}, schemas)
        return None, [Argument(name, name, qualified(annotation), None, text, in_query=False)]
    properties = schemas[annotation].get("properties", {})
    texts = {python_name(wire, value): sentence(value, schemas) for wire, value in properties.items()}
    obliged = {value.get(ALIAS_OF, wire) for wire, value in properties.items() if was_required(value)}
    return annotation, [
        Argument(
            field.name,
            field.wire,
            qualified(field.annotation),
            field.default,
            texts[field.name],
            in_query=False,
            obliged=field.wire in obliged,
        )
        for field in models[annotation]
    ]


def _result(endpoint: Endpoint) -> str | None:
    """Source of the type that the answer decodes to, or None when there is none."""
    for response in endpoint.responses:
        annotation = response.prop.get_type_string(no_optional=True).as_unembedded_code()
        if annotation != "Any":
            return qualified(annotation)
    return None
