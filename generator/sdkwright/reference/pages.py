"""Renders the pages: one for each resource, and one that lists them all."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import attrs

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.arguments import Argument
from sdkwright.emit.docstrings import ABOUT_FILES, left_out, plain, raised, takes_files
from sdkwright.emit.methods import Method
from sdkwright.emit.resources import Resource
from sdkwright.emit.security import Key, keys_of
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, Reference
from sdkwright.normalise.identifiers import is_file_name
from sdkwright.project import MARK, Project
from sdkwright.reference.additions import Added, added
from sdkwright.reference.deviations import deviations
from sdkwright.reference.examples import example
from sdkwright.reference.layout import call, heading
from sdkwright.reference.models import PAGE, linked, models_page, table
from sdkwright.reference.quoting import described, fenced, inline, prose
from sdkwright.reference.security import needs
from sdkwright.reference.webhook_events import PAGE as EVENTS_PAGE
from sdkwright.reference.webhook_events import events_page

_ERRORS: Final = "../reference/errors.md"
_OPTIONS: Final = "../guides/options.md"
_RETRIES: Final = "../guides/errors-and-retries.md"
_DEVIATIONS: Final = "../guides/deviations.md"
_HEADER: Final = (
    "<!-- Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: change spec/overlay.yaml, "
    "spec/names.toml or generator/sdkwright/reference. -->\n"
)
_PAGES: Final = frozenset({"index", PAGE.removesuffix(".md"), EVENTS_PAGE.removesuffix(".md")})


@attrs.frozen(slots=False)
class _Site:
    """What the pages are made from."""

    api: Api
    resources: Sequence[Resource]
    corrections: Mapping[str, Sequence[str]]
    project: Project
    by_hand: Mapping[str, Path] = attrs.field(
        default=attrs.Factory(lambda self: self.project.override_files(), takes_self=True)
    )

    @cached_property
    def keys(self) -> list[Key]:
        """What callers give for the security schemes."""
        return keys_of(self.project.configuration, self.api, place=MARK)

    def has(self, page: str) -> bool:
        """Whether the project has a page that these may lead to; a project without guides has none.

        Args:
            page: Where it is, seen from these.
        """
        return Path(os.path.normpath(self.project.root / "docs" / "pages" / "resources" / page)).is_file()

    def added(self, resource: Resource) -> list[Added]:
        """What hand-written code adds to a resource."""
        name = f"additions/{resource.attribute}.py"
        path = self.by_hand.get(name)
        return [] if path is None else added(path, resource.class_name, displayed_path=self.project.show(path))


def render(
    api: Api,
    resources: Sequence[Resource],
    corrections: Mapping[str, Sequence[str]],
    *,
    project: Project,
) -> dict[str, str]:
    """The pages by file name: `invoices.md` and so on, `models.md` and `index.md`.

    Args:
        api: The API.
        resources: The resources of the package, with their methods.
        corrections: By operation (`invoices.get`), what the overlay says of it: the reasons.
        project: The checkout, for the additions to resources.

    Raises:
        GeneratorError: A resource cannot be a file name, or an addition lacks its example.
    """
    site = _Site(api, resources, corrections, project)
    for resource in resources:
        if not is_file_name(resource.attribute):
            raise GeneratorError(f"{resource.path!r}: the resource cannot be a page; rename it in names.toml.")
    pages = {_file(resource): _page(resource, site) for resource in resources}
    if api.webhooks:
        pages[EVENTS_PAGE] = f"{_HEADER}\n{events_page(api, project)}"
    return {"index.md": _index(site), PAGE: f"{_HEADER}\n{models_page(api, project.configuration)}"} | pages


def _index(site: _Site) -> str:
    count = sum(len(_current_methods(resource)) for resource in site.resources)
    call = f": `{sample}`" if (sample := site.project.examples.documentation.call) else ""
    introduction = (
        f"{count} operations, each a method of a resource{call}. `Async{site.project.client}` has the same "
        "ones to `await`."
    )
    lines = [
        _HEADER,
        "# Resources",
        "",
        introduction,
        "",
        "| Resource | Methods |",
        "|---|---|",
    ]
    for resource in site.resources:
        names = [method.name for method in _current_methods(resource)] + [
            addition.name for addition in site.added(resource)
        ]
        links = ", ".join(f"[{inline(name)}]({_file(resource)}#{name})" for name in names)
        lines.append(f"| [{inline(resource.path)}]({_file(resource)}) | {links} |")
    if site.api.webhooks:
        lines += ["", f"[What the service sends to webhooks]({EVENTS_PAGE}), {len(site.api.webhooks)} events."]
    return "\n".join(lines) + "\n"


def _file(resource: Resource) -> str:
    """Its page. No resource has a hyphen in its name, and two have the names of other pages."""
    return f"{resource.attribute}{'-resource' if resource.attribute in _PAGES else ''}.md"


def _page(resource: Resource, site: _Site) -> str:
    title = resource.attribute.replace("_", " ").capitalize()
    options = f": see [Options]({_OPTIONS})" if site.has(_OPTIONS) else ", a `RequestOptions`"
    reached = (
        f"`client.{resource.path}`, an instance of `{resource.class_name}`; "
        f"`Async{site.project.client}` has the same methods to `await`. "
        f"Every method also takes `options=`{options}."
    )
    parts = [f"{_HEADER}\n# {title}", reached]
    if resource.children:
        below = ", ".join(f"[{inline(child.path)}]({_file(child)})" for child in resource.children)
        parts.append(f"Resources below it: {below}.")
    for method in resource.methods:
        parts += _old_name(method, resource) if method.alias_of else _method(method, resource, site)
    for addition in site.added(resource):
        parts += _added(addition, resource, site)
    return "\n\n".join(parts) + "\n"


def _current_methods(resource: Resource) -> list[Method]:
    return [method for method in resource.methods if method.alias_of is None]


def _heading(name: str, resource: Resource) -> str:
    return heading(f"{resource.path}.{name}", anchor=name)


def _old_name(method: Method, resource: Resource) -> list[str]:
    return [
        _heading(method.name, resource),
        f"Old name of [{inline(str(method.alias_of))}](#{method.alias_of}). {prose(method.deprecated)}",
    ]


def _method(method: Method, resource: Resource, site: _Site) -> Iterator[str]:
    yield _heading(method.name, resource)
    if method.deprecated is not None:
        yield f"**Deprecated.** {prose(method.deprecated)}"
    yield prose(method.summary)
    upstream = f"; {inline(method.upstream)} in the vendor's document" if method.upstream else ""
    yield f"{inline(method.operation.key)}{upstream}."
    yield fenced(example(resource.path, method, site.api, project=site.project))
    yield fenced(_signature(method), "py")
    if method.arguments:
        yield _arguments(method)
    if method.returned is not None:
        yield f"**Returns** {_returned(method)}: {prose(method.returned[1])}"
    else:
        yield "**Returns** nothing: the service answers without a body."
    faults = method.paginated is not None and site.project.configuration.errors.fault is not None
    errors = ", ".join(_error(name, site) for name, _ in raised(faults=faults))
    see = f": see [Errors and retries]({_RETRIES})" if site.has(_RETRIES) else ""
    yield f"**Raises** {errors}{see}."
    if needed := needs(method.operation, site.keys):
        yield needed
    if differences := [
        *deviations(method.operation, site.api, site.project.configuration),
        *map(prose, site.corrections.get(method.operation.name, ())),
    ]:
        more = f" ([more]({_DEVIATIONS}))" if site.has(_DEVIATIONS) else ""
        yield f"**What {prose(site.project.title)} really sends**{more}\n\n" + "\n".join(
            f"- {difference}" for difference in differences
        )


def _signature(method: Method) -> str:
    parts = [_parameter(argument) for argument in method.positional]
    if method.by_name:
        parts += ["*", *map(_parameter, method.by_name)]
    result = method.returned[0] if method.returned else "None"
    return call(f"def {method.name}(", parts, f") -> {result}: ...")


def _parameter(argument: Argument) -> str:
    default = "" if argument.default is None else f" = {argument.default}"
    return f"{argument.name}: {argument.annotation.source}{default}"


def _returned(method: Method) -> str:
    if method.paginated is not None:
        return linked(
            Annotation(Reference(method.paginated.items)),
            PAGE,
            within=method.returned[0].partition("[")[0] if method.returned else "Pager",
        )
    if method.stream is not None and method.stream.annotation is not None:
        return linked(method.stream.annotation, PAGE, within="Stream")
    if not method.answers:
        return linked(method.answer, PAGE) if method.answer is not None else ""
    texts = [
        inline(answer.spoken)
        if answer.annotation is None or answer.reading == "bytes"
        else linked(answer.annotation, PAGE)
        for answer in method.answers
    ]
    return " or ".join(sorted(dict.fromkeys(texts), key=lambda text: text == inline("None")))


def _arguments(method: Method) -> str:
    lines = []
    for argument in [*method.positional, *method.by_name]:
        needed = " <small>required</small>" if argument.default is None else ""
        kind = linked(argument.annotation, PAGE)
        lines.append(f"| {inline(argument.name)}{needed} | {kind} | {prose(argument.text)} |")
    annotations = [argument.annotation for argument in method.arguments]
    states = left_out(annotations, subject="What is left out is not sent", null="`None` is sent as null")
    files = ABOUT_FILES if takes_files(annotations) else ""
    return "\n\n".join(filter(None, [table("| Parameter | Type | Meaning |", lines), states, files]))


def _error(name: str, site: _Site) -> str:
    return f"[{inline(name)}]({_ERRORS}#{site.project.name}.errors.{name})" if site.has(_ERRORS) else inline(name)


def _added(addition: Added, resource: Resource, site: _Site) -> Iterator[str]:
    yield _heading(addition.name, resource)
    yield prose_blocks(addition.text)
    yield fenced(addition.example)
    yield fenced(call(f"def {addition.name}(", list(addition.parameters), f") -> {addition.result}: ..."), "py")
    lines = [f"| {inline(name)} | {described(text)} |" for name, text in addition.sections.get("Args", [])]
    yield table("| Parameter | Meaning |", lines)
    for kind, text in addition.sections.get("returns", []):
        yield f"**Returns** {inline(kind)}: {described(text)}"
    yield "**Raises**\n\n" + "\n".join(
        f"- {_error(name, site)}: {described(text)}" for name, text in addition.sections.get("raises", [])
    )


def prose_blocks(text: str) -> str:
    """Paragraphs of our own docstrings."""
    return "\n\n".join(described(plain(block)) for block in text.split("\n\n"))
