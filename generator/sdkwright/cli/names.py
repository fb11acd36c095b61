"""`name`: proposes public names for what has none, and takes them into the table."""

import argparse
from typing import Any

from sdkwright import pipeline, tree
from sdkwright.cli.arguments import add_origin, pinned, received
from sdkwright.normalise.naming.accept import accept
from sdkwright.normalise.naming.complete import complete
from sdkwright.project import Project
from sdkwright.text import say
from sdkwright.tree import disk


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("name", help="propose public names for what a document has and names.toml has not")
    add_origin(parser)
    parser.add_argument("--accept", action="store_true", help="write them into spec/names.toml, each with its origin")
    parser.set_defaults(run=_name)


def _name(project: Project, options: argparse.Namespace) -> int:
    old = pinned(project)
    new = received(project, options) if options.source or options.file else old
    overlay, names = pipeline.read_tables(project)
    _, proposals = complete(
        new.document,
        overlay,
        names,
        name=new.name,
        configuration=project.configuration,
        previous=old.document,
        complaints=[],
    )
    where = project.show(project.names)
    if not proposals:
        say(f"{new.name}: everything has a name.")
        return 0
    for proposal in proposals:
        say(f"[{proposal.table}] {proposal.line}")
    if options.accept:
        text = accept(pipeline.read_names(project), proposals, name=where)
        with tree.exclusive(project), disk.sentences(f"write {where}"):
            disk.replace(project.names, text.encode())
        print(f"{len(proposals)} names are in {where}; look at them before you generate.")
    else:
        print(f"{len(proposals)} proposals; `--accept` writes them into {where}.")
    return 0
