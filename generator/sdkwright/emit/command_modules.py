"""Writes the modules that the command line, and the server for agents, know the operations by."""

from collections.abc import Iterator
from typing import Final

import griffe

from sdkwright.emit.commands import commands_of
from sdkwright.emit.rendering import Renderer
from sdkwright.emit.resources import Resource
from sdkwright.emit.tools import MODULE as TOOLS
from sdkwright.emit.tools import tools_module
from sdkwright.ir import Api
from sdkwright.normalise import Names
from sdkwright.normalise.identifiers import flat
from sdkwright.project import Project

_ADDITIONS: Final = "additions/"


def write_commands(render: Renderer, resources: list[Resource], api: Api, project: Project) -> None:
    """Write what the command line knows of each resource, and what is declared of the tools for agents.

    Args:
        render: What writes the modules.
        resources: The resources.
        api: The API.
        project: The project.

    Raises:
        GeneratorError: A tool is declared for an operation that there is not.
    """
    by_hand = project.override_files()
    found = [
        commands_of(resource, api, by_hand.get(f"{_ADDITIONS}{resource.attribute}.py"))
        for resource in resources
        if resource.methods
    ]
    render("_commands/__init__.py", "commands_init.py.jinja", resources=found)
    for resource in found:
        render(
            f"_commands/{flat(resource.attribute)}.py",
            "commands.py.jinja",
            attribute=flat(resource.attribute),
            package=project.name,
            commands=resource.commands,
            enums=resource.enums,
        )
    if project.carries(TOOLS):
        text = project.names.read_text(encoding="utf-8") if project.names.exists() else ""
        named = Names.parse(text, name=project.show(project.names)).operations.values()
        render.module(TOOLS, tools_module(project.configuration.mcp, found, {*named, *_left_out(project)}))


def _left_out(project: Project) -> Iterator[str]:
    """The operations of the hand-written modules that are not in use this time."""
    for name, path in project.left_out_files().items():
        if name.startswith(_ADDITIONS):
            attribute = name.removeprefix(_ADDITIONS).removesuffix(".py")
            for resource in griffe.visit(path.stem, path, path.read_text(encoding="utf-8")).classes.values():
                yield from (f"{attribute}.{method}" for method in resource.functions)
