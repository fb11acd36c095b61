"""The commands of the small API, in place of those that a generator writes."""

import sys
from types import ModuleType

import sdk
from sdk import models
from sdk._commands import RESOURCES
from sdk.cli import _rows
from sdk.cli._command import Argument, Command
from sdk.cli._export_command import EXPORT

from tests.runtime import small_api

COLUMNS = ("number", "owner.name", "status", "made_on", "total_amount")
_ID = Argument("id", "int", "Its id.", required=True, positional=True)
_BODY_ID = _ID._replace(body=True)
_FIELDS = (
    Argument("access_token", "str", "Opens it.", body=True),
    Argument("made_on", "datetime", "When it was made.", body=True),
    Argument("notes", "str", "Notes.", body=True),
    Argument("number", "str", "Its number.", body=True),
    Argument("owner_id", "int", "Whose it is.", body=True),
    Argument("parts", "json", "Its parts.", body=True),
    Argument("status", "Status", "Its status.", body=True),
    Argument("total_amount", "decimal", "What it costs.", body=True),
    Argument("urgent", "bool", "Whether it is urgent.", body=True),
)
_PAGES = (Argument("page", "int", "The first page."), Argument("page_size", "int", "Items on a page."))
_NAME, _PERCENTAGE = (
    Argument("name", "str", "A name.", required=True, body=True),
    Argument("percentage", "decimal", "In percent.", required=True, body=True),
)
COMMANDS = {
    "things": (
        Command(
            "list", "All things.", "GET /things/all", _PAGES,
            item="Thing", paged=True, filters=(("status", "Status"),),
        ),
        Command("get", "One thing.", "GET /things/details", (_ID,), answer="Thing"),
        Command("create", "Make a thing.", "POST /things/new", _FIELDS, body="ThingCreate", answer="Thing"),
        Command("update", "Change a thing.", "POST /things/update", (_BODY_ID, *_FIELDS), body="ThingUpdate"),
        Command("delete", "Delete a thing.", "POST /things/delete", (_BODY_ID,), body="Identified"),
        Command("get_status", "Its status.", "GET /things/status", (_ID,)),
        Command(
            "change_status", "Change its status.", "POST /things/status",
            (_BODY_ID, Argument("status", "Status", "The new one.", required=True, body=True)), body="StatusChange",
        ),
    ),
    "owners": (
        Command("list", "All owners.", "GET /owners/all", (), item="Owner"),
        Command(
            "create", "Add an owner.", "POST /owners/new",
            (_NAME, Argument("email", "str", "An address.", body=True)), body="OwnerCreate",
        ),
    ),
    "taxes": (
        Command("list", "All taxes.", "GET /taxes/all", (), item="Tax"),
        Command("create", "Add a tax.", "POST /taxes/new", (_NAME, _PERCENTAGE), body="TaxCreate"),
        Command("delete", "Delete a tax.", "POST /taxes/delete", (_BODY_ID,), body="Identified"),
    ),
}  # fmt: skip
ENUMS = {"Status": ("draft", "paid", "unpaid")}


def stand_in(monkeypatch):
    """Let the command line have the small API for as long as a test lasts."""
    small_api.stand_in(monkeypatch)
    monkeypatch.setattr(_rows, "COLUMNS", COLUMNS)
    monkeypatch.setattr(EXPORT.params[0].type, "choices", tuple(COMMANDS))
    monkeypatch.setattr("sdk.cli._export_command._LISTED", {resource: resource for resource in COMMANDS})
    for name, kind in vars(small_api).items():
        if isinstance(kind, type) and kind.__module__ == small_api.__name__:
            monkeypatch.setattr(models, name, kind, raising=False)
    for resource, commands in COMMANDS.items():
        module = ModuleType(f"{sdk.__package_under_test__}._commands.{resource}")
        module.COMMANDS, module.ENUMS = commands, ENUMS
        monkeypatch.setitem(sys.modules, module.__name__, module)
        monkeypatch.setitem(RESOURCES, resource, tuple(command.verb for command in commands))
