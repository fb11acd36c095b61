"""Applies an OpenAPI Overlay (https://spec.openapis.org/overlay/v1.0.0) and insists that every action does something.

No published implementation served: they cover a part of RFC 9535's expressions and pass over an action that matches
nothing. The expressions themselves are jsonpath-rfc9535's.
"""

import copy
from typing import Any, Final

import attrs
import jsonpath_rfc9535

from generator.errors import GeneratorError
from generator.limits import ACTIONS

_ACTION_KEYS = {"target", "description", "update", "remove", "x-absent-in"}

MAX_TARGET: Final = 2_000


@attrs.frozen
class Action:
    """One correction.

    Attributes:
        number: Its place in the overlay, from 1.
        target: A JSONPath (RFC 9535) into the upstream document.
        reason: Why the correction is made.
        update: What to merge into each target, or None for a removal.
        absent_in: Which revisions lack the target; None if every revision must have it.
    """

    number: int
    target: str
    reason: str
    update: Any
    absent_in: str | None

    def apply(self, document: dict[str, Any]) -> int:
        """Change `document` in place and return how many places matched."""
        if len(self.target) > MAX_TARGET:
            raise GeneratorError(
                f"{self}: a target of {len(self.target):,} characters; at most {MAX_TARGET:,} are read."
            )
        try:
            locations = {node.location for node in jsonpath_rfc9535.find(self.target, document)}
        except (RecursionError, OverflowError, ValueError):
            raise GeneratorError(f"{self}: the target is nested too deeply or has a number out of range.") from None
        except jsonpath_rfc9535.JSONPathError as error:
            raise GeneratorError(f"{self}: {error}; see RFC 9535 for the syntax.") from None
        # Deepest and last first, so that removing a list item cannot move a later target.
        for location in sorted(locations, reverse=True):
            if self.update is None:
                _remove(document, location, self)
            else:
                _merge(document, location, self.update, self)
        return len(locations)

    def __str__(self) -> str:
        return f"overlay action {self.number} ({self.target[:100]})"


@attrs.frozen
class Overlay:
    """A parsed overlay document."""

    actions: tuple[Action, ...]

    @classmethod
    def parse(cls, document: dict[str, Any], *, name: str) -> "Overlay":
        """Read an overlay document.

        Raises:
            GeneratorError: It is not an overlay 1.0, or an action lacks its target, reason or effect.
        """
        if not str(document.get("overlay", "")).startswith("1.0"):
            raise GeneratorError(f"{name}: not an OpenAPI Overlay 1.0; it starts with `overlay: 1.0.0`.")
        actions = document.get("actions")
        if not isinstance(actions, list) or not actions:
            raise GeneratorError(f"{name}: an overlay needs a list of `actions`.")
        if len(actions) > ACTIONS:
            raise GeneratorError(f"{name}: {len(actions):,} actions; at most {ACTIONS:,} are read.")
        return cls(tuple(_action(item, number, name) for number, item in enumerate(actions, 1)))

    def apply(self, document: dict[str, Any], complaints: list[str] | None = None) -> tuple[int, list[str]]:
        """Change `document` in place.

        Args:
            document: The vendor's document.
            complaints: Takes the actions that match nothing, to go on without them; None to refuse.

        Returns:
            How many places were changed, and a line for each action whose target this revision may lack and does.

        Raises:
            GeneratorError: An action matches nothing.
        """
        changed, absent = 0, []
        for action in self.actions:
            count = action.apply(document)
            changed += count
            if count == 0 and action.absent_in:
                absent.append(f"{action}: absent, as in {action.absent_in}")
            elif count == 0:
                idle = (
                    f"{action} matches nothing; correct its target, delete it, or say with `x-absent-in` which "
                    "revisions lack it."
                )
                if complaints is None:
                    raise GeneratorError(idle)
                complaints.append(idle)
        return changed, absent


def _action(item: object, number: int, name: str) -> Action:
    where = f"{name}: action {number}"
    if not isinstance(item, dict):
        raise GeneratorError(f"{where} is not an object.")
    if unknown := set(item) - _ACTION_KEYS:
        raise GeneratorError(f"{where} has unknown keys: {', '.join(sorted(unknown))}.")
    if not isinstance(item.get("target"), str) or not isinstance(item.get("description"), str):
        raise GeneratorError(f"{where} needs a `target` (a JSONPath) and a `description` (the reason).")
    absent_in = item.get("x-absent-in")
    if not item["description"].strip() or not (absent_in is None or (isinstance(absent_in, str) and absent_in.strip())):
        raise GeneratorError(
            f"{where}: `description` is the reason and `x-absent-in` names revisions: texts, not empty."
        )
    if ("update" in item) == (item.get("remove") is True):
        raise GeneratorError(f"{where} needs either an `update` or `remove: true`.")
    return Action(number, item["target"].strip(), item["description"], item.get("update"), absent_in)


def _remove(document: Any, location: tuple[str | int, ...], action: Action) -> None:
    if not location:
        raise GeneratorError(f"{action} removes the whole document; name a part of it.")
    parent = _at(document, location[:-1])
    del parent[location[-1]]


def _merge(document: Any, location: tuple[str | int, ...], update: object, action: Action) -> None:
    target = _at(document, location)
    if isinstance(target, list):
        target.append(copy.deepcopy(update))
    elif isinstance(target, dict) and isinstance(update, dict):
        _merge_objects(target, update)
    else:
        raise GeneratorError(f"{action} updates a {type(target).__name__}; an update needs an object or a list.")


def _merge_objects(target: dict[str, Any], update: dict[str, Any]) -> None:
    for key, value in update.items():
        old = target.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            _merge_objects(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            old.extend(copy.deepcopy(value))
        else:
            target[key] = copy.deepcopy(value)


def _at(document: Any, location: tuple[str | int, ...]) -> Any:
    for step in location:
        document = document[step]
    return document
