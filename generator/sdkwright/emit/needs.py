"""Works out which rooms of the runtime a document needs."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import attrs

from sdkwright.emit.answers import choices_of, has_one_answer
from sdkwright.emit.divided import is_divided
from sdkwright.emit.durations import DURATION, has_durations
from sdkwright.emit.every_type import types_of
from sdkwright.emit.forward import needed_rooms
from sdkwright.emit.headers import headers_of
from sdkwright.emit.limited import has_limits
from sdkwright.emit.security import keys_of
from sdkwright.emit.servers import servers_of
from sdkwright.error_paths import is_path
from sdkwright.ir import Alias, Anything, Api, Body, Object, Reference, Scalar, Union, is_plain
from sdkwright.media import FORM, JSON, QUERY_STRING
from sdkwright.project import MARK, Project
from sdkwright.rooms import ROOMS

# More than any project has overrides.
_KEPT: Final = 1_024
_TOKENS = frozenset({"bearer", "oauth2"})
_HOOKED = frozenset({"hook", "signed"})
_SECURITY = "hooks/security.py"
# What msgspec does not write as JSON has it, and what may hold such.
_OWN_FORMS = frozenset({Scalar("string", "decimal"), DURATION, Anything(), Object()})


def for_document(project: Project, api: Api) -> Project:
    """The project as one whose package carries what its document needs, and nothing else that a document may need.

    One whose needs are known stays as it is.

    Args:
        project: The checkout.
        api: What the document says.
    """
    return project if project.needs is not None else attrs.evolve(project, needs=frozenset(_needs(project, api)))


def _needs(project: Project, api: Api) -> Iterator[str]:
    parameters = any(
        not is_plain(parameter, api.schemas) for operation in api.operations for parameter in operation.parameters
    )
    bodies = any(_is_more_than_json(operation.body, api) for operation in api.operations)
    bodies |= any(
        parameter.style == QUERY_STRING and parameter.media_type == FORM
        for operation in api.operations
        for parameter in operation.parameters
    )
    if parameters:
        yield "parameters"
    if bodies:
        yield "bodies"
    if parameters or bodies:
        yield "parameters or bodies"
    streams = project.configuration.compatibility.stainless
    if streams or not all(map(has_one_answer, api.operations)) or any(map(choices_of, api.operations)):
        yield "answers"
    places = {key.place for key in keys_of(project.configuration, api, place=MARK)}
    if places & _TOKENS:
        yield "tokens"
    if places & _HOOKED or _SECURITY in project.override_files():
        yield "security hook"
    if servers_of(api, project).is_choice:
        yield "servers"
    yield from _needs_of_answers(project, api)
    yield from _needs_of_types(api)
    yield from _needs_of_overrides(project)


def _needs_of_answers(project: Project, api: Api) -> Iterator[str]:
    if any(map(headers_of, api.operations)):
        yield "headers"
    if api.webhooks:
        yield "webhook events"
    errors = project.configuration.errors
    if any(map(is_path, (*errors.message, errors.fields or ""))):
        yield "error paths"
    pages = [operation.pagination.forward for operation in api.operations if operation.pagination is not None]
    yield from needed_rooms([forward for forward in pages if forward is not None])


def _needs_of_types(api: Api) -> Iterator[str]:
    types = {*types_of(api)}
    unions = any(isinstance(type_, Union) for type_ in types) or any(
        isinstance(schema, Alias) for schema in api.schemas.values()
    )
    if unions:
        yield "unions"
    if unions or types & _OWN_FORMS or any(model.extras is not None for model in api.models.values()):
        yield "extras"
    if is_divided(api):
        yield "divided models"
    if has_limits(api):
        yield "limits"
    if has_durations(api):
        yield "durations"


def _needs_of_overrides(project: Project) -> Iterator[str]:
    for path in project.override_files().values():
        yield from _rooms_of(path.read_bytes(), project.name)


@lru_cache(_KEPT)
def _rooms_of(source: bytes, package: str) -> frozenset[str]:
    """The rooms that an override imports from."""
    imported = {*_imports(source, package)}
    return frozenset(room.name for room in ROOMS if any(map(room.has, imported)))


def _imports(source: bytes, package: str) -> Iterator[str]:
    """The modules of the package that an override may import, as files relative to the package."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        # Which the judge of overrides says better.
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            head, _, below = node.module.partition(".")
            if head == package:
                folder = below.replace(".", "/")
                yield f"{folder}.py"
                yield from (f"{folder}/{alias.name}.py".removeprefix("/") for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (
                f"{alias.name.removeprefix(f'{package}.').replace('.', '/')}.py"
                for alias in node.names
                if alias.name.startswith(f"{package}.")
            )


def _is_more_than_json(body: Body | None, api: Api) -> bool:
    """Whether a body is written in other ways than a JSON value that is always sent."""
    if body is None:
        return False
    content = body.content
    if len(body.contents) > 1 or content.media_type != JSON:
        return True
    is_model = isinstance(content.type, Reference) and content.type.name in api.models
    return is_model and not body.required
