"""Works out the method of each operation: its arguments, its result and its docstring."""

import re
import textwrap
from typing import Any

import attrs
from openapi_python_client.parser.openapi import Endpoint

from generator.emit.models import UNITS
from generator.emit.schemas import python_name
from generator.emit.signatures import Field
from generator.errors import GeneratorError
from generator.normalise.sites import OperationSite

_WIDTH = 108
_VERB_ORDER = ("list", "search", "get", "create", "update", "delete")
_RAISES = (
    ("APIStatusError", "The service answered with an error, by class: `NotFoundError` for 404 and so on."),
    ("APIConnectionError", "The service could not be reached, or (`APITimeoutError`) not in time."),
    ("DecodeError", "The answer is not what the operation promises."),
)
_FAULT = ("FaultError", "The service marked a page as faulted; the error carries the page.")


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
    """

    name: str
    wire: str
    annotation: str
    default: str | None
    text: str
    in_query: bool

    @property
    def positional(self) -> bool:
        """Whether it may be given without its name: an id that the operation cannot do without."""
        return self.default is None and (self.name == "id" or self.name.endswith("_id"))


@attrs.frozen
class Method:
    """One operation as a method, ready to be rendered."""

    name: str
    operation_id: str
    http_method: str
    path: str
    arguments: list[Argument]
    body_class: str | None
    result: str | None
    paginated: dict[str, str] | None
    doc: str
    async_doc: str

    @property
    def constant(self) -> str:
        """The name of the module constant that holds the operation."""
        return f"_{self.name.upper()}"

    @property
    def positional(self) -> list[Argument]:
        """The arguments that may be given by place."""
        return [argument for argument in self.arguments if argument.positional]

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
    def body_fields(self) -> list[Argument]:
        """The arguments that go to the body."""
        return [argument for argument in self.arguments if not argument.in_query]

    def wire(self, name: str) -> str | None:
        """The wire name of the query argument `name`, or None if there is no such argument."""
        return next((argument.wire for argument in self.arguments if argument.in_query and argument.name == name), None)


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
    arguments = _query_arguments(endpoint, site)
    body_class, body_arguments = _body_arguments(endpoint, site, models, schemas)
    arguments += body_arguments
    names = [argument.name for argument in arguments]
    if twice := {name for name in names if names.count(name) > 1}:
        raise GeneratorError(
            f"{site.key}: the query and the body both have {min(twice)!r}; name one under [parameters]."
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
        doc=_doc(site, resource, arguments, result, pager="Pager"),
        async_doc=_doc(site, resource, arguments, result, pager="AsyncPager"),
    )


def in_reading_order(methods: list[Method]) -> list[Method]:
    """`methods` with the everyday verbs first."""
    rank = {verb: place for place, verb in enumerate(_VERB_ORDER)}
    return sorted(methods, key=lambda method: (rank.get(method.name, len(rank)), method.name))


def qualified(annotation: str) -> str:
    """`annotation` with `list` by another name, which a method called `list` cannot shadow."""
    return re.sub(r"\blist\[", "List[", annotation)


def singular(resource: str) -> str:
    """`invoice_categories` as people say one of them: "invoice category"."""
    words = resource.replace("_", " ")
    for plural, one in (("ies", "y"), ("xes", "x"), ("s", "")):
        if words.endswith(plural):
            return words.removesuffix(plural) + one
    return words


def _query_arguments(endpoint: Endpoint, site: OperationSite) -> list[Argument]:
    declared = {parameter["name"]: parameter for parameter in site.parameters}
    arguments = []
    for parsed in endpoint.query_parameters:
        parameter = declared[parsed.name.get_untrusted_value()]
        annotation = parsed.get_type_string(no_optional=True).as_unembedded_code()
        required = bool(parameter.get("required"))
        arguments.append(
            Argument(
                name=str(parameter["name"]),
                wire=str(parameter["x-wire-name"]),
                annotation=qualified(annotation if required else f"{annotation} | None"),
                default=None if required else "None",
                text=_sentence(parameter),
                in_query=True,
            )
        )
    return arguments


def _body_arguments(
    endpoint: Endpoint, site: OperationSite, models: dict[str, list[Field]], schemas: dict[str, Any]
) -> tuple[str | None, list[Argument]]:
    if not endpoint.bodies:
        return None, []
    annotation = endpoint.bodies[0].prop.get_type_string(no_optional=True).as_unembedded_code()
    if annotation not in schemas:
        name = str(site.operation["requestBody"]["x-name"])
        return None, [Argument(name, name, qualified(annotation), None, "Its id.", in_query=False)]
    properties = schemas[annotation].get("properties", {})
    texts = {python_name(wire, value): _sentence(value) for wire, value in properties.items()}
    found = [
        Argument(field.name, field.wire, qualified(field.annotation), field.default, texts[field.name], in_query=False)
        for field in models[annotation]
    ]
    return annotation, found


def _result(endpoint: Endpoint) -> str | None:
    """Source of the type that the answer decodes to, or None when there is none."""
    for response in endpoint.responses:
        annotation = response.prop.get_type_string(no_optional=True).as_unembedded_code()
        if annotation != "Any":
            return qualified(annotation)
    return None


def _doc(site: OperationSite, resource: str, arguments: list[Argument], result: str | None, *, pager: str) -> str:
    upstream = site.operation.get("x-upstream-id")
    calls = f"Calls `{site.key}`" + (f" (`{_plain(upstream)}` in the vendor's document)." if upstream else ".")
    summary = _plain(site.operation.get("summary")).rstrip(".") or f"Call {site.operation['operationId']}"
    sections = [*_wrapped(f"{summary}."), "", *_wrapped(calls)]
    if arguments:
        sections += ["", "Args:"]
        for argument in arguments:
            sections += _item(f"{argument.name} ({_spoken(argument.annotation)})", argument.text)
    if result is not None:
        sections += ["", "Returns:", *_item(*_returned(site, resource, result, pager))]
    sections += ["", "Raises:"]
    for name, text in (*_RAISES, *((_FAULT,) if "x-paginated" in site.operation else ())):
        sections += _item(name, text)
    return "\n".join(sections)


def _returned(site: OperationSite, resource: str, result: str, pager: str) -> tuple[str, str]:
    """The type that the method returns, and what the value is."""
    one, verb = singular(resource), str(site.operation["operationId"]).partition(".")[2]
    spoken = _spoken(result)
    if paginated := site.operation.get("x-paginated"):
        return f"{pager}[{paginated['items']}]", "The items, fetched page by page as they are read."
    if result == "int" and verb in {"create", "delete"}:
        return spoken, f"The id of the {'new' if verb == 'create' else 'deleted'} {one}."
    if result == "int" and verb.startswith("send_to_"):
        return spoken, f"The id of the {one} that was sent."
    if result == "bool":
        return spoken, "The service's yes or no."
    if result.startswith("List["):
        return spoken, "All of them, in the service's order."
    return spoken, "What the service answers."


def _spoken(annotation: str) -> str:
    """A type as a docstring names it: without the ways to leave the argument out."""
    choices = [choice for choice in annotation.split(" | ") if choice not in {"None", "UnsetType"}]
    return " or ".join(choices).replace("List[", "list[")


def _sentence(schema: dict[str, Any]) -> str:
    """The description and unit of a parameter or property as one sentence."""
    text = _plain(schema.get("description")).rstrip(".")
    unit = UNITS.get(schema.get("x-unit", ""))
    if text and unit:
        return f"{text}; {unit}."
    return f"{text or (unit or '').capitalize()}." if text or unit else "Not described by the vendor."


def _plain(text: object) -> str:
    """`text` on one line: no character of it can start a new one."""
    return " ".join(str(text or "").split())


def _item(name: str, text: str) -> list[str]:
    return textwrap.wrap(
        f"{name}: {text}",
        _WIDTH - 4,
        initial_indent="    ",
        subsequent_indent="        ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def _wrapped(text: str, indent: int = 0) -> list[str]:
    space = " " * indent
    return textwrap.wrap(
        text, _WIDTH - 4, initial_indent=space, subsequent_indent=space, break_long_words=False, break_on_hyphens=False
    )
