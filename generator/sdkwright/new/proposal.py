"""What is proposed for a new project, each decision with its reason: `spec/sdk.toml`, `names.toml` and the overlay.

Whoever knows something of the project fills the same proposal; what is said later replaces what was said before.
"""

from collections.abc import Iterator
from typing import Any, Final, Literal, TypeAlias

import attrs

Confidence: TypeAlias = Literal["certain", "likely", "a guess"]
"""How sure a decision is: the document says so, it follows from what it says, or it is only usual."""
ASKED: Final = "asked for"
"""The reason of what a person said, which nothing replaces."""


@attrs.frozen
class Setting:
    """A key of a table with its value.

    Attributes:
        value: As TOML has it: text, a whole number, a truth value, a list, or a table of texts.
        reason: Why, in a few words.
        confidence: How sure that is.
    """

    value: Any
    reason: str = ""
    confidence: Confidence = "certain"


@attrs.define
class Table:
    """A table of `spec/sdk.toml`.

    Attributes:
        path: What stands in its brackets, as in `package` or `pagination.pages`.
        settings: Its keys.
        repeated: Whether it is one of several, in double brackets.
        reason: Why the table is there, or why it is only a comment.
        confidence: How sure that is.
        live: Whether it counts; otherwise it is written as a comment, for a person to decide on.
    """

    path: str
    settings: dict[str, Setting] = attrs.field(factory=dict)
    repeated: bool = False
    reason: str = ""
    confidence: Confidence = "certain"
    live: bool = True


@attrs.frozen
class Named:
    """A public name.

    Attributes:
        value: The name.
        reason: Why it is that one.
    """

    value: str
    reason: str = ""


@attrs.frozen
class Action:
    """A correction of the document, as an action of the overlay.

    Attributes:
        target: Where, as a JSONPath.
        description: Why, which must not be empty.
        update: What is merged there; None where the place is removed.
    """

    target: str
    description: str
    update: Any = None


@attrs.define
class Proposal:
    """What is proposed for a project.

    Attributes:
        tables: The tables of `spec/sdk.toml`, in the order in which they are written.
        names: The tables of `spec/names.toml`, as in `operations`: what is named, and how.
        overlay: The actions of `spec/overlay.yaml`.
        undecided: What nobody could decide, a sentence each.
    """

    tables: list[Table] = attrs.field(factory=list)
    names: dict[str, dict[str, Named]] = attrs.field(factory=dict)
    overlay: list[Action] = attrs.field(factory=list)
    undecided: list[str] = attrs.field(factory=list)

    def settle(self, beginning: str) -> None:
        """Take out what is no longer undecided.

        Args:
            beginning: How its sentences begin.
        """
        self.undecided = [one for one in self.undecided if not one.startswith(beginning)]

    def table(self, path: str) -> Table:
        """The live table of a path that stands once; made if it is not there.

        Args:
            path: What stands in its brackets.
        """
        for table in self.tables:
            if table.path == path and table.live and not table.repeated:
                return table
        self.tables.append(made := Table(path))
        return made

    def decide(self, path: str, key: str, value: Any, reason: str, confidence: Confidence = "certain") -> None:
        """Set a key of a table, in place of what it was.

        Args:
            path: The table, as in `package`.
            key: The key.
            value: Its value.
            reason: Why.
            confidence: How sure that is.
        """
        self.table(path).settings[key] = Setting(value, reason, confidence)

    def value(self, path: str, key: str) -> Any:
        """What a key of a live table is set to; None where it is not."""
        for table in self.tables:
            if table.path == path and table.live and key in table.settings:
                return table.settings[key].value
        return None

    def discard(self, path: str) -> None:
        """Take out every table of a path and those below it, for whoever knows better.

        Args:
            path: As in `security` or `pagination`.
        """
        self.tables = [one for one in self.tables if one.path != path and not one.path.startswith(f"{path}.")]

    def name(self, table: str, key: str, value: str, reason: str = "") -> None:
        """Give a public name, in place of another.

        Args:
            table: The table of `spec/names.toml`, as in `operations`.
            key: What is named, as that table writes it.
            value: The name.
            reason: Why.
        """
        self.names.setdefault(table, {})[key] = Named(value, reason)

    def decisions(self) -> Iterator[str]:
        """What was decided, for people: a line for each key, with its reason."""
        for table in self.tables:
            if not table.live:
                yield f"{table.path}: left as a comment, {table.reason}"
                continue
            if table.reason:
                yield f"{table.path}: {table.reason} ({table.confidence})"
            for key, setting in table.settings.items():
                if setting.reason:
                    yield f"{table.path}.{key} = {shown(setting.value)}: {setting.reason} ({setting.confidence})"


def shown(value: Any) -> str:
    """A value as people read it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return ", ".join(map(shown, value))
    if isinstance(value, dict):
        return ", ".join(f"{key} {shown(one)}" for key, one in value.items())
    return str(value)
