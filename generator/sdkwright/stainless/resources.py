"""Reads the methods: names, endpoints, streams, pages, and what is unwrapped."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from sdkwright.documents import mapping
from sdkwright.errors import GeneratorError
from sdkwright.normalise.identifiers import is_snake, snake
from sdkwright.stainless.answers import answer_of, is_scheme_of, unwrapped_field
from sdkwright.stainless.casing import in_python
from sdkwright.stainless.endpoints import Endpoints, path_parameters
from sdkwright.stainless.migration import Method, Migration
from sdkwright.stainless.models import schema_of
from sdkwright.stainless.tree import CLIENT, SHARED, is_skipped, resources_of, text

_STREAMS: Final = "text/event-stream"
INSIDE: Final = frozenset({
    "_address", "_answer", "_arguments", "_ask", "_begun", "_bytes", "_call", "_cast", "_client", "_core", "_filled",
    "_given", "_in_parts", "_is_decoded", "_mode", "_open", "_page", "_parsing", "_resource", "_send", "_setting",
    "_stream", "_variables",
})  # fmt: skip
"""What the classes of the surface have themselves."""


def read_methods(found: Mapping[str, Any], document: Mapping[str, Any], migration: Migration, *, name: str) -> None:
    """Read every method, and name its operation.

    Args:
        found: The configuration.
        document: The document.
        migration: What is filled.
        name: The configuration's file, for messages.

    Raises:
        GeneratorError: Two methods have the same name.
    """
    reader = _Reader(found, document, migration, name, Endpoints(document))
    seen: dict[str, str] = {}
    named = migration.names.setdefault("operations", {})
    for resource, place, node in resources_of(found):
        for path, where, about in _declared(resource, place, node, migration):
            if path in seen:
                raise GeneratorError(f"{name}: {where} and {seen[path]} are both called {path}; rename one of them.")
            seen[path] = where
            if (method := reader.method(path, where, about)) is None:
                continue
            migration.methods.append(method)
            if method.endpoint in named:
                migration.tell(where, f"{method.endpoint} is {named[method.endpoint]} already; both call it")
            if method.resource:
                # A method of the client itself has a name by rule below a resource.
                public = f"{method.resource}.{method.name.lstrip('_')}"
                if public == path or public not in named.values():
                    named.setdefault(method.endpoint, public)


def _declared(
    resource: str, place: str, node: Mapping[str, Any], migration: Migration
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """The methods of a resource: how each is called, where it stands, and what is said of it.

    Of an alias that is what is said of the method that it leads to.
    """
    methods = mapping(node.get("methods"))
    for word, said in methods.items():
        where = f"{place}.methods.{word}"
        if resource == SHARED:
            migration.tell(where, f"a method of {SHARED} has no resource; it is called by its name by rule")
            continue
        if is_skipped(said):
            migration.tell(where, "not made for Python; its operation gets a name by rule")
            continue
        about = said if isinstance(said, dict) else {"endpoint": said}
        if about.get("type") == "alias":
            target = methods.get(text(about.get("to")))
            if target is None:
                migration.refuse(f"{where}.to", f"no method of {place} is called {text(about.get('to'))!r}", "")
                continue
            about = target if isinstance(target, dict) else {"endpoint": target}
        if text(about.get("type")).startswith("webhook") and "endpoint" not in about:
            migration.tell(where, "it asks nothing; `webhooks` of the package verifies and reads deliveries")
            continue
        plain = str(word).lstrip("_")
        *owner, name = map(in_python, (plain if resource == CLIENT else f"{resource}.{plain}").split("."))
        # Callers of the former SDK's surface know an underscore in front too; our own method has none.
        front = str(word).removesuffix(plain)
        if f"{front}{name}" in INSIDE:
            migration.tell(where, f"{front}{name} is taken inside; the method is called {name}")
            front = ""
        path = ".".join([*owner, f"{front}{name}"])
        # A class would read two in front in a way of its own.
        if len(front) > 1 or not all(map(is_snake, [*owner, name])):
            migration.tell(where, f"{path!r} is no name in Python; the method is left out")
            continue
        yield path, where, about


@attrs.frozen
class _Reader:
    """Reads one method after the other.

    Attributes:
        found: The configuration.
        document: The document.
        migration: What is filled.
        name: The configuration's file.
        endpoints: The operations of the document.
    """

    found: Mapping[str, Any]
    document: Mapping[str, Any]
    migration: Migration
    name: str
    endpoints: Endpoints

    def method(self, path: str, place: str, about: Mapping[str, Any]) -> Method | None:
        """A method; None where the document has no such operation."""
        endpoint = self.endpoints.of(text(about.get("endpoint")), place, self.migration)
        if endpoint is None:
            return None
        if (kind := about.get("type", "http")) != "http":
            self.migration.tell(f"{place}.type", f"{kind!r} has no counterpart; the method is called as any other")
        operation, streaming = self.endpoints.operation(endpoint), mapping(about.get("streaming"))
        streams = about.get("streaming") is True or isinstance(about.get("streaming"), dict)
        argument = text(streaming.get("param_discriminator"))
        if streams and not argument and self._answers_both(operation):
            self.migration.tell(f"{place}.streaming", "no param_discriminator; the method gives its stream always")
        answer = answer_of(operation, self.document)
        scheme = "" if streams else self._scheme(about, operation, answer, place)
        return Method(
            path,
            endpoint,
            place,
            streams=streams,
            stream_argument=argument,
            event_model=schema_of(text(streaming.get("stream_event_model")), self.migration),
            scheme=scheme,
            unwrapped="" if scheme or streams else self._unwrapped(about, answer),
            body_argument=snake(text(about.get("body_param_name"))),
            positional=self._positional(about, endpoint),
        )

    def _scheme(self, about: Mapping[str, Any], operation: Mapping[str, Any], answer: Any, place: str) -> str:
        wanted = about.get("paginated")
        if wanted is False:
            return ""
        if isinstance(wanted, str):
            if (name := snake(wanted)) in self.migration.schemes:
                return name
            self.migration.tell(f"{place}.paginated", f"no scheme is called {wanted!r}; it is answered as one object")
            return ""
        schemes = self.migration.schemes.values()
        fitting = (one.name for one in schemes if is_scheme_of(one, operation, answer, self.document))
        scheme = next(fitting, "")
        if wanted is True and not scheme:
            self.migration.tell(f"{place}.paginated", "no scheme fits the answer; it is answered as one object")
        return scheme

    def _positional(self, about: Mapping[str, Any], endpoint: str) -> tuple[str, ...]:
        """The arguments that may be given by place: as is said, or the last parameter of the path."""
        own = about.get("positional_params")
        if isinstance(own, list):
            return tuple(str(one) for one in own)
        if mapping(self.found.get("settings")).get("positional_params") is False:
            return ()
        return tuple(path_parameters(endpoint)[-1:])

    def _unwrapped(self, about: Mapping[str, Any], answer: Any) -> str:
        own = about.get("unwrap_response", about.get("unwrap_response_fields"))
        if own is False:
            return ""
        fields = [own] if isinstance(own, str) else own
        demanded = isinstance(fields, list)
        named = {schema for table in self.migration.models.values() for schema in table.values()}
        words = [str(one) for one in fields] if isinstance(fields, list) else self.migration.unwrapped_fields
        return unwrapped_field(words, answer, self.document, named=named, demanded=demanded)

    def _answers_both(self, operation: Mapping[str, Any]) -> bool:
        contents = [mapping(one).get("content") for one in mapping(operation.get("responses")).values()]
        return any(_STREAMS in mapping(content) and len(mapping(content)) > 1 for content in contents)
