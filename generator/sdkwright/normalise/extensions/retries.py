"""Reads what Fern's and Speakeasy's extensions say of repeating a call."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from sdkwright.normalise.sites import OperationSite
from sdkwright.text import clean

Tell = Callable[[str, str], None]

FERN: Final = "x-fern-retries"
SPEAKEASY: Final = "x-speakeasy-retries"
NEVER: Final = {"x-retries": False}
"""The word of ours for an operation that is never repeated."""

_TOO_MANY: Final = 429
_REPEATED: Final = frozenset({408, 429, *range(500, 600)} - {501, 505})
"""The statuses after which a client repeats a call that may be repeated."""
_STATUS: Final = re.compile(r"([1-5])(?:([0-9]{2})|[xX]{2})")
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY", "SEARCH", "PROPFIND", "REPORT"})
"""The methods that may be repeated whatever a document says. The runtime, which packages carry, has the same list."""
_MOST: Final = 100


def given_retries(site: OperationSite, upstream: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    """Words of ours for what a document says of repeating an operation.

    Args:
        site: The operation.
        upstream: The document, which may say the same of all.
        tell: Is told what is read as less, and what cannot be read.
    """
    if (fern := site.operation.get(FERN, upstream.get(FERN))) is not None:
        own = FERN in site.operation
        disabled = fern.get("disabled") if isinstance(fern, dict) else None
        if disabled is True:
            return {**NEVER}
        if disabled is not False and own:
            tell(f"{site.key} {FERN}", "not read, for it has no `disabled` that is true or false")
    if SPEAKEASY in site.operation:
        return _of_operation(site, site.operation[SPEAKEASY], tell)
    if SPEAKEASY in upstream:
        return _of_document(site, upstream[SPEAKEASY], tell)
    return {}


def _of_operation(site: OperationSite, value: object, tell: Tell) -> dict[str, Any]:
    where = f"{site.key} {SPEAKEASY}"
    statuses = _statuses(value, where, tell)
    if statuses is None:
        return {}
    if not statuses:
        return {**NEVER}
    _tell_less(where, value, statuses, tell)
    if site.method in SAFE:
        return {}
    if statuses & {*range(500, 600)}:
        # The vendor says of this operation that it may be sent once more after a failure of any kind.
        tell(where, f"read as a {site.method} that may be repeated, as a GET is")
        return {"x-idempotent": True}
    return {"x-retry-on-429": True} if _TOO_MANY in statuses else {}


def _of_document(site: OperationSite, value: object, tell: Tell) -> dict[str, Any]:
    """What the top of a document says of all operations: a POST is repeated where it was not acted on, no further."""
    statuses = _statuses(value, SPEAKEASY, tell)
    if statuses is None:
        return {}
    if not statuses:
        return {**NEVER}
    _tell_less(SPEAKEASY, value, statuses, tell)
    if site.method in SAFE or _TOO_MANY not in statuses:
        return {}
    tell(SPEAKEASY, "of a call that may change something, read for 429 alone, for what fails may have been done")
    return {"x-retry-on-429": True}


def _statuses(value: object, where: str, tell: Tell) -> set[int] | None:
    """The statuses after which a call is repeated: none where it never is, and None where that cannot be read."""
    if not isinstance(value, dict):
        tell(where, "not read, for it is no object")
        return None
    strategy = value.get("strategy", "backoff")
    if strategy == "none":
        return set()
    listed = value.get("statusCodes", ["5XX"])
    if strategy != "backoff" or not isinstance(listed, list):
        tell(where, "not read, for its strategy is not `backoff` or `none`, or statusCodes is no list")
        return None
    found: set[int] = set()
    for one in listed[:_MOST]:
        match = None if isinstance(one, bool) else _STATUS.fullmatch(str(one)[:4])
        if match is None:
            tell(where, f"'{clean(str(one)[:20])}' is no status, and not read")
        elif match[2]:
            found.add(int(match[0]))
        else:
            found |= {*range(int(match[1]) * 100, int(match[1]) * 100 + 100)}
    if not found:
        tell(where, "not read, for it has no status")
        return None
    return found


def _tell_less(where: str, value: object, statuses: set[int], tell: Tell) -> None:
    """Tell what of it no word of ours says."""
    if isinstance(value, dict) and value.get("backoff"):
        tell(where, "its backoff is left to `retry=` of the client")
    whole = {hundred for hundred in range(100, 600, 100) if {*range(hundred, hundred + 100)} <= statuses}
    more = sorted(one for one in statuses - _REPEATED if one // 100 * 100 not in whole)
    others = [*map(str, more), *(f"{hundred // 100}XX" for hundred in sorted(whole - {500}))]
    if others:
        tell(where, f"not repeated after {', '.join(others[:10])}, which says that the request is at fault")
