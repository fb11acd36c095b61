"""Applies an OpenAPI Overlay, 1.0 or 1.1 (https://spec.openapis.org/overlay/), and insists that every action acts.

No published implementation served: they cover a part of RFC 9535's expressions and pass over an action that matches
nothing. The expressions themselves are jsonpath-rfc9535's.
"""

import json
import re
from functools import lru_cache
from typing import Any, Final

import attrs
import jsonpath_rfc9535

from sdkwright import documents
from sdkwright.errors import GeneratorError
from sdkwright.limits import ACTIONS
from sdkwright.normalise import merging

_ROOT_KEYS: Final = {"overlay", "info", "extends", "actions"}
_ACTION_KEYS: Final = {"target", "description", "update", "remove", "x-absent-in"}
_VERSION: Final = re.compile(r"1\.(0)(?!\d).*|1\.(1)(?:\.\d+)?")

MAX_TARGET: Final = 2_000
# A document may be normalised many times in one process, as for a comparison.
_compiled: Final = lru_cache(maxsize=ACTIONS)(jsonpath_rfc9535.compile)


@attrs.frozen
class Action:
    """One correction: an update, a copy or a removal.

    Attributes:
        number: Its place in the overlay, from 1.
        target: A JSONPath (RFC 9535) into the upstream document.
        reason: Why the correction is made.
        absent_in: Which revisions lack the target; None if every revision must have it.
        update: What to merge into each target; None in a copy or a removal.
        copy: A JSONPath to the one value to merge into each target, or None.
        remove: Whether the targets go.
        minor: Of the version of overlays by which it is read: 0 or 1.
        file: The overlay's name, for errors.
    """

    number: int
    target: str
    reason: str
    absent_in: str | None
    update: Any
    copy: str | None
    remove: bool
    minor: int
    file: str

    def apply(self, document: dict[str, Any], added: int = 0) -> tuple[int, int]:
        """Change `document` in place.

        Args:
            document: The document as the actions before this one left it.
            added: How many values they gave it.

        Returns:
            How many places matched, and how many values the document was given.

        Raises:
            GeneratorError: An expression is none, or what it selects does not go with the action.
        """
        places = self._find(self.target, document)
        sources = self._find(self.copy, document) if self.copy is not None else []
        if not places:
            return 0, 0
        # Deepest and last first, so that removing a list item cannot move a later target.
        places.sort(reverse=True)
        if self.remove:
            for place in places:
                merging.remove(document, place, where=self._where)
            return len(places), 0
        if self.minor:
            self._check_kinds(document, places)
        value = self._copied(document, sources) if self.copy is not None else self.update
        size = merging.Size.of(value)
        merging.check_room(places, size, added, where=self._where)
        merge = merging.merge_1_1 if self.minor else merging.merge_1_0
        for place in places:
            merge(document, place, value, where=self._where)
        return len(places), size.values * len(places)

    def _find(self, expression: str, document: dict[str, Any]) -> list[merging.Location]:
        what = "" if expression == self.target else f" copies from {expression[:100]}"
        if len(expression) > MAX_TARGET:
            raise GeneratorError(
                f"{self._where}{what}: an expression of {len(expression):,} characters; at most {MAX_TARGET:,} are "
                "read."
            )
        try:
            return list({node.location for node in _compiled(expression).find(document)})
        except jsonpath_rfc9535.JSONPathError as error:
            raise GeneratorError(f"{self._where}{what}: {error}; see RFC 9535 for the syntax.") from None
        except (RecursionError, OverflowError, ValueError):
            raise GeneratorError(
                f"{self._where}{what}: it is nested too deeply, or has a number out of range."
            ) from None

    def _check_kinds(self, document: dict[str, Any], places: list[merging.Location]) -> None:
        kinds = sorted({merging.kind(merging.at(document, place)) for place in places})
        if len(kinds) > 1:
            raise GeneratorError(f"{self._where} selects {' and '.join(kinds)} together; select one kind.")

    def _copied(self, document: dict[str, Any], sources: list[merging.Location]) -> Any:
        if len(sources) != 1:
            count = f"{len(sources):,} places" if sources else "nothing"
            raise GeneratorError(
                f"{self._where} copies from {str(self.copy)[:100]}, which selects {count}; it must select one."
            )
        # The copy is made before anything changes: a target may hold its source, or lie in it.
        return documents.copied(merging.at(document, sources[0]))

    @property
    def _where(self) -> str:
        return f"{self} of {self.file}"

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
            GeneratorError: It is not an overlay 1.0 or 1.1, or an action lacks its target, reason or effect.
        """
        minor = _minor(document, name)
        if minor:
            _check_root(document, name)
        actions = document.get("actions")
        if not isinstance(actions, list) or not actions:
            raise GeneratorError(f"{name}: an overlay needs a list of `actions`.")
        if len(actions) > ACTIONS:
            raise GeneratorError(f"{name}: {len(actions):,} actions; at most {ACTIONS:,} are read.")
        read = tuple(_action(item, number, minor, name) for number, item in enumerate(actions, 1))
        if minor:
            _check_unique(actions, name)
        return cls(read)

    def apply(self, document: dict[str, Any], complaints: list[str] | None = None) -> tuple[int, list[str]]:
        """Change `document` in place.

        Args:
            document: The vendor's document.
            complaints: Takes the actions that match nothing, to go on without them; None to refuse.

        Returns:
            How many places were changed, and a line for each action whose target this revision may lack and does.

        Raises:
            GeneratorError: An action matches nothing, or what it selects does not go with what it does.
        """
        changed, added, absent = 0, 0, []
        for action in self.actions:
            count, values = action.apply(document, added)
            changed, added = changed + count, added + values
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


def _minor(document: dict[str, Any], name: str) -> int:
    version = document.get("overlay")
    if version is None:
        raise GeneratorError(f"{name}: not an OpenAPI Overlay; it starts with `overlay: 1.1.0`.")
    if (found := _VERSION.fullmatch(str(version))) is None:
        raise GeneratorError(
            f"{name}: `overlay` is {str(version)[:20]!a}, and we read OpenAPI Overlays 1.0 and 1.1; write it as "
            "one of them."
        )
    return int(found[1] or found[2])


def _check_root(document: dict[str, Any], name: str) -> None:
    """Check what surrounds the actions as Overlay 1.1 has it."""
    if unknown := sorted(key for key in set(document) - _ROOT_KEYS if not key.startswith("x-")):
        raise GeneratorError(f"{name}: an overlay has no {', '.join(unknown)[:200]}; names of your own begin with x-.")
    if not isinstance(document.get("extends", ""), str):
        raise GeneratorError(f"{name}: `extends` is not a text; it is the address of the document to correct.")
    info = document.get("info")
    if not isinstance(info, dict) or not all(isinstance(info.get(key), str) for key in ("title", "version")):
        raise GeneratorError(f"{name}: an overlay needs an `info` with a `title` and a `version`, both texts.")
    if not isinstance(info.get("description", ""), str):
        raise GeneratorError(f"{name}: the `description` in `info` is not a text.")
    if unknown := sorted(key for key in set(info) - {"title", "version", "description"} if not key.startswith("x-")):
        raise GeneratorError(f"{name}: `info` has no {', '.join(unknown)[:200]}; names of your own begin with x-.")


def _check_unique(actions: list[Any], name: str) -> None:
    seen: dict[str, int] = {}
    for number, item in enumerate(actions, 1):
        first = seen.setdefault(json.dumps(item, sort_keys=True), number)
        if first != number:
            raise GeneratorError(f"{name}: action {number} repeats action {first}; delete one.")


def _action(item: object, number: int, minor: int, name: str) -> Action:
    where = f"{name}: action {number}"
    if not isinstance(item, dict):
        raise GeneratorError(f"{where} is not an object.")
    _check_keys(item, minor, where)
    if not isinstance(item.get("target"), str) or not isinstance(item.get("description"), str):
        raise GeneratorError(f"{where} needs a `target` (a JSONPath) and a `description` (the reason).")
    absent_in = item.get("x-absent-in")
    if not item["description"].strip() or not (absent_in is None or (isinstance(absent_in, str) and absent_in.strip())):
        raise GeneratorError(
            f"{where}: `description` is the reason and `x-absent-in` names revisions: texts, not empty."
        )
    _check_effect(item, minor, where)
    return Action(
        number=number,
        target=item["target"].strip(),
        reason=item["description"],
        absent_in=absent_in,
        update=item.get("update"),
        copy=item["copy"].strip() if "copy" in item else None,
        remove=item.get("remove") is True,
        minor=minor,
        file=name,
    )


def _check_keys(item: dict[str, Any], minor: int, where: str) -> None:
    unknown = set(item) - _ACTION_KEYS
    if minor:
        unknown = {key for key in unknown if key != "copy" and not key.startswith("x-")}
    elif "copy" in unknown:
        raise GeneratorError(f"{where} has `copy`, which Overlay 1.0 does not know; write `overlay: 1.1.0`.")
    if unknown:
        raise GeneratorError(f"{where} has unknown keys: {', '.join(sorted(unknown))}.")


def _check_effect(item: dict[str, Any], minor: int, where: str) -> None:
    """Check that an action does one thing."""
    effects = [key for key in ("update", "copy") if key in item] + ["remove"] * (item.get("remove") is True)
    if len(effects) != 1:
        choice = "one of `update`, `copy` and `remove: true`" if minor else "either an `update` or `remove: true`"
        found = f", and has {' and '.join(effects)}" if minor and effects else ""
        raise GeneratorError(f"{where} needs {choice}{found}.")
    if minor and not isinstance(item.get("remove", False), bool):
        raise GeneratorError(f"{where}: `remove` is neither true nor false.")
    if not isinstance(item.get("copy", ""), str):
        raise GeneratorError(f"{where}: `copy` is not a text; it is the JSONPath of the value to copy.")
