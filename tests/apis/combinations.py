"""Combinations of the switches of `spec/sdk.toml`, few that have any three in each position, and a project of one."""

import itertools
import shutil

from sdkwright.project import MARK, Project
from tests.apis import projects

SWITCHES = {
    "webhooks": '[webhooks]\nstyle = "hook"\n',
    "cli": "[command_line]\nenabled = true\n",
    "mcp": "[mcp]\nenabled = true\n",
    "testing": "[testing]\nenabled = true\n",
    "otel": "[telemetry]\nenabled = true\n",
}
# The command line starts the server.
NEEDED = {"mcp": "cli"}
ALL = [frozenset(rooms) for count in range(len(SWITCHES) + 1) for rooms in itertools.combinations(SWITCHES, count)]
POSSIBLE = [rooms for rooms in ALL if all(needed in rooms for room, needed in NEEDED.items() if room in rooms)]
# Half of those without the server and half of those with it: any three switches have each position that is possible.
COMBINATIONS = [rooms for rooms in POSSIBLE if len(rooms) % 2 == 0]


def positions(switches, combinations):
    """Which of some switches are on together in combinations."""
    return {tuple(switch in rooms for switch in switches) for rooms in combinations}


HOOK = '''"""Deliveries that are JSON and carry no signature."""

from ._webhooks import DefaultDeliveries as Deliveries
from ._webhooks import DefaultEvent as WebhookEvent
from ._webhooks import DefaultEventType as EventType
from ._webhooks import DefaultWebhooks as Webhooks

__all__ = ["Deliveries", "EventType", "WebhookEvent", "Webhooks"]
'''


def name_of(rooms):
    return "_".join(["with", *sorted(rooms)]) if rooms else "with_nothing"


def lay(folder, rooms):
    """A project whose package has some rooms."""
    name = name_of(rooms)
    project = Project(folder)
    (folder / "spec").mkdir(parents=True)
    shutil.copyfile(projects.FOLDER / "tides" / "spec" / "upstream.json", folder / "spec" / "upstream.json")
    declared = (projects.FOLDER / "tides" / MARK).read_text(encoding="utf-8").replace('"tides"', f'"{name}"')
    (folder / MARK).write_text("\n".join([declared, *(SWITCHES[room] for room in sorted(rooms))]), encoding="utf-8")
    if "webhooks" in rooms:
        hook = folder / "overrides" / name / "hooks" / "webhooks.py"
        hook.parent.mkdir(parents=True)
        hook.write_text(HOOK, encoding="utf-8")
    return project
