"""The command `doctor`."""

from __future__ import annotations

import click

from ._session import Session


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@click.option("--deviations/--no-deviations", default=True, help="Whether to compare some answers with the document.")
@click.pass_context
def DOCTOR(context: click.Context, *, as_json: bool, deviations: bool) -> None:  # noqa: N802 - a constant: the command
    """Check credentials, connection, clock and versions, and report where answers differ from the document.

    Only GETs are sent, and nothing is changed. The exit status is that of the first check that failed, 0 if none did.
    """
    from ._doctor import examine, exit_status  # `--help` does without it
    from ._output import json_text

    session: Session = context.obj
    found = list(examine(session, deviations=deviations))
    if as_json:
        click.echo(json_text([check.row() for check in found]))
    else:
        from ._table import print_checks  # rich costs more than all the rest

        print_checks([(check.state, check.name, check.detail) for check in found])
    context.exit(exit_status(found))
