"""`docs`: the pages that follow from the package and its examples, and what the site is built from."""

import argparse
from typing import Any

from sdkwright.project import Project


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("docs", help="write the pages that follow from the package and from examples/")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--check", action="store_true", help="fail if a page in place differs")
    choice.add_argument(
        "--stage", action="store_true", help="lay out what the site is built from, and print the settings' path"
    )
    choice.add_argument("--finish", action="store_true", help="add to the built site what its builder does not")
    choice.add_argument("--follow", action="store_true", help="stage again after each change of a page, until stopped")
    parser.set_defaults(run=_docs)


# Reading the package takes griffe, which no other command shall wait for.
def _docs(project: Project, options: argparse.Namespace) -> None:
    from sdkwright import site

    if options.stage:
        print(project.show(site.stage(project)))
    elif options.follow:
        site.follow(project)
    elif options.finish:
        print(f"completed {project.show(site.finish(project))}")
    elif options.check:
        site.check(project)
        print("the pages made of code are current")
    else:
        changed = site.write(project)
        print("".join(f"  {project.show(path)}\n" for path in changed) + f"{len(changed)} pages written", end="\n")
