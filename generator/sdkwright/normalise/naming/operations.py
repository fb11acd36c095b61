"""Proposes a resource and a verb for an operation."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sdkwright.config import Naming
from sdkwright.normalise.extensions import GIVEN_NAME
from sdkwright.normalise.identifiers import snake
from sdkwright.normalise.naming.proposal import Evidence, Proposal, unique
from sdkwright.normalise.naming.words import plural, safe_snake
from sdkwright.normalise.sites import OperationSite, operations

_DEFAULTS = {"GET": "get", "POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}
# Of an operation, what does not tell it from another one at another address.
_NAMES = {"operationId", "tags", "summary", "description"}
_OPERATION_ID = 2


def propose_operations(
    unnamed: Sequence[OperationSite], names: Mapping[str, str], evidence: Evidence, naming: Naming
) -> Iterator[Proposal]:
    """A name for each of `unnamed`, in their order.

    Args:
        unnamed: The operations.
        names: The table of operations.
        evidence: What else a name may be concluded from.
        naming: What the vendor's names are made of.
    """
    if not unnamed:
        return
    used = set(names.values())
    moved = _moved(unnamed, dict(_gone(names, evidence)), evidence)
    for site in unnamed:
        # What has moved keeps its name: callers do not care about addresses.
        if former := moved.get(site.key):
            yield Proposal("operations", site.key, names[former], f"{former} before, which is gone")
            continue
        resource, _, verb = site.operation.get(GIVEN_NAME, "").rpartition(".")
        resource, verb = resource or _resource(site, names, naming), verb or _verb(site, names, naming)
        verbs = {value.rpartition(".")[2] for value in used if value.rpartition(".")[0] == resource}
        value = f"{resource}.{unique(verb, verbs, joint='_')}"
        used.add(value)
        upstream_id = site.operation.get("operationId")
        yield Proposal("operations", site.key, value, f"operationId {upstream_id}" if upstream_id else "its path")


def _gone(names: Mapping[str, str], evidence: Evidence) -> Iterator[tuple[str, dict[str, Any]]]:
    present = {site.key for site in operations(evidence.upstream)}
    # A name that something else of the document has too cannot be handed on.
    held = {names[key] for key in present if key in names}
    for site in operations(evidence.previous):
        if site.key in names and site.key not in present and names[site.key] not in held:
            yield site.key, site.operation


def _moved(unnamed: Sequence[OperationSite], gone: Mapping[str, dict[str, Any]], evidence: Evidence) -> dict[str, str]:
    """The former address of what has moved: of the same operationId, or both alone in having all the rest equal."""
    received = {site.key: site.operation for site in operations(evidence.upstream)}
    new = {site.key: received.get(site.key, {}) for site in unnamed}
    ids = {operation["operationId"]: key for key, operation in gone.items() if operation.get("operationId")}
    moved = {key: ids[found] for key, operation in new.items() if (found := operation.get("operationId")) in ids}
    left = {key: _content(key, operation) for key, operation in gone.items() if key not in moved.values()}
    contents = {key: _content(key, operation) for key, operation in new.items() if key not in moved}
    for key, content in contents.items():
        same = [former for former, other in left.items() if other == content]
        if len(same) == 1 and [*contents.values()].count(content) == 1:
            moved[key] = same[0]
    return moved


def _content(key: str, operation: Mapping[str, Any]) -> str:
    content = {word: value for word, value in operation.items() if word not in _NAMES}
    return f"{key.partition(' ')[0]} {json.dumps(content, sort_keys=True)}"


def _steps(path: str, naming: Naming) -> list[str]:
    return [step for step in path.removeprefix(naming.path_prefix).split("/") if step and "{" not in step]


def _words(site: OperationSite, naming: Naming) -> tuple[str, str]:
    """The two halves of an operationId, such as `Invoice_SendToClient`; empty for one that has none."""
    parts = str(site.operation.get("operationId", "")).split("_", 1)
    return (parts[0].removesuffix(naming.operation_suffix or ""), parts[1]) if len(parts) == _OPERATION_ID else ("", "")


def _resource(site: OperationSite, names: Mapping[str, str], naming: Naming) -> str:
    area, *tail = _steps(site.path, naming) or ["call"]
    used = Counter(
        value.rpartition(".")[0] for key, value in names.items() if _steps(key.partition(" ")[2], naming)[:1] == [area]
    )
    if used:
        resource, count = used.most_common(1)[0]
        # An area whose operations are a resource each, such as `general`, says nothing of the next one.
        if count > 1 or len(used) == 1 or not tail:
            return resource
        return _plural(_words(site, naming)[1] or tail[0])
    return _plural(_words(site, naming)[0] or area)


def _plural(text: str) -> str:
    # The plural is what must be able to stand: `options` cannot, though `option` can.
    return safe_snake(plural(snake(text).rstrip("_")), "resource")


def _verb(site: OperationSite, names: Mapping[str, str], naming: Naming) -> str:
    area, *tail = _steps(site.path, naming) or ["call"]
    last = tail[-1].lower() if tail else ""
    kin = [(_steps(key.partition(" ")[2], naming), value.rpartition(".")[2]) for key, value in names.items()]
    learned = Counter(verb for steps, verb in kin if len(steps) > 1 and steps[-1].lower() == last)
    if learned:
        return learned.most_common(1)[0][0]
    areas = {steps[0] for steps, _ in kin if steps}
    alone = (
        site.method == "GET"
        and area in areas
        and not any(steps[0] == area and verb != "list" for steps, verb in kin if steps)
    )
    if alone or (not tail and site.method == "GET"):
        return "list"
    spoken = snake(_words(site, naming)[1]) or "_".join(snake(step) for step in tail)
    if spoken.rstrip("_") == "list":
        return "list"
    return safe_snake(spoken, "call") if spoken else _DEFAULTS.get(site.method, "call")
