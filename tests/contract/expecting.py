"""What must come of each answer that a stub gives: a value with nothing lost, or one error of the package's tree."""

import json
from email.utils import parsedate_to_datetime

import msgspec
from envoice import errors

from tests.contract.calls import KEY, SECRET
from tests.contract.comparing import differences
from tests.contract.declared import undeclared
from tests.contract.offered import body, sent_json

_BY_STATUS = {
    400: errors.BadRequestError,
    401: errors.AuthenticationError,
    403: errors.PermissionDeniedError,
    404: errors.NotFoundError,
    409: errors.ConflictError,
    422: errors.UnprocessableEntityError,
    429: errors.RateLimitError,
    500: errors.InternalServerError,
    502: errors.InternalServerError,
    503: errors.InternalServerError,
    302: errors.APIStatusError,
    307: errors.APIStatusError,
}
_REFUSED = {400, 401, 403, 404, 409, 422, 429, 307}
"""Statuses that say that the operation was not carried out; any other leaves it unknown."""
BLANK = {"empty", "empty-untyped", "no-content", "blank"}
"""Successes without a body: what an operation that answers nothing expects, and any other must refuse."""
UNREADABLE = {
    *("html", "text", "xml", "truncated", "trailing", "garbage", "not-finite"),
    *("utf-16", "gzip-false", "gzip-cut", "brotli", "nested"),
}
"""Successes that are no JSON in UTF-8, or none that can be read."""
MISFITS = {"shapeless", "latin-1"}
"""JSON to whoever expects nothing, and to any other operation not what it answers."""
FAULTED = {"faulted", "faulted-filled", "faulted-silent"}
"""Successes whose envelope says that they are none."""
OUT_OF_TIME = {"hang"}


def problems(offer, outcome, seen):
    """What is wrong with what was seen of an outcome that is one answer, one sentence each.

    Args:
        offer: The operation.
        outcome: Its outcome, as the stubs name it.
        seen: What came of the call.
    """
    response = offer.mappings(outcome)[0]["response"]
    if outcome in OUT_OF_TIME:
        expected = errors.APITimeoutError
    elif "fault" in response or (outcome == "cut-short"):
        expected = errors.APIConnectionError
    elif response["status"] >= 300:
        expected = _BY_STATUS[response["status"]]
    elif outcome in UNREADABLE or (outcome in BLANK | MISFITS and offer.answers) or _is_null(response):
        expected = errors.DecodeError
    elif outcome in FAULTED:
        expected = errors.FaultError
    else:
        expected = None
    found = _of_value(offer, outcome, seen) if expected is None else _of_error(offer, outcome, seen, expected)
    return [f"{outcome}: {problem}" for problem in found]


def _of_value(offer, outcome, seen):
    if seen.error is not None:
        yield f"{type(seen.error).__name__}: {seen.error}"
    elif not offer.answers:
        if seen.value is not None:
            yield f"decoded as {seen.value!r}"
    else:
        sent = sent_json(offer.mappings(outcome)[0])
        yield from differences(sent, seen.value)
        if seen.unknown is not None and seen.unknown != undeclared(sent, offer.method, offer.path):
            yield f"the unknown fields are told as {seen.unknown!r}"


def _of_error(offer, outcome, seen, expected):
    error = seen.error
    if type(error) is not expected:
        yield f"{expected.__name__} expected, and {seen.value!r} or {error!r} seen"
        return
    if (error.operation, error.method) != (offer.operation, offer.method) or offer.path not in error.url:
        yield f"the error names {error.operation} {error.method} {error.url}"
    told = f"{error} {error!r} {vars(error)!r}"
    if KEY in told or SECRET in told:
        yield "the error tells a credential"
    if isinstance(error, errors.APIConnectionError) and not error.sent:
        yield "the request was sent, and the error says it was not"
    mapping = offer.mappings(outcome)[0]
    became = _became(mapping["response"], outcome, expected)
    if error.outcome != became or f"outcome {became}]" not in str(error):
        yield f"the outcome is told as {error.outcome!r}, not {became!r}"
    if isinstance(error, errors.APIStatusError):
        yield from _of_status(mapping, error, seen.now)
    if isinstance(error, errors.FaultError):
        yield from _of_fault(sent_json(mapping), error)


def _became(response, outcome, expected):
    """What became of the operation, as far as the answer tells."""
    if issubclass(expected, errors.APIStatusError):
        return "refused" if response["status"] in _REFUSED else "unknown"
    if expected is errors.DecodeError and (outcome in MISFITS or _is_null(response)):
        return "done"
    return "unknown"


def _of_status(mapping, error, now):
    response = mapping["response"]
    headers = {name.lower(): value for name, value in response.get("headers", {}).items()}
    told = {
        "status": (error.status, response["status"]),
        "request_id": (error.request_id, headers.get("x-request-id")),
        "retry_after": (error.retry_after, _seconds(headers.get("retry-after"), now)),
        "detail": (error.detail, _message(response)),
    }
    for name, (got, expected) in told.items():
        if got != expected:
            yield f"{name} is {got!r}, not {expected!r}"
    sent = body(mapping)
    same = msgspec.json.decode(error.body) == json.loads(sent) if "jsonBody" in response else error.body == sent
    if not same:
        yield f"the error has the body {error.body!r}"


def _of_fault(sent, error):
    said = [message["FaultMessage"] for message in sent["ErrorMessages"] or ()]
    if list(error.messages) != said:
        yield f"the fault says {error.messages!r}"
    yield from differences(sent, error.envelope)
    if error.page is None or error.page.items != (error.envelope.result or []):
        yield f"the page that came with the fault is {error.page!r}"


def _is_null(response):
    """Whether the whole answer is null, which is neither a model nor a number, a flag or a text."""
    return response.get("body") == "null"


def _message(response):
    """What an error page of ASP.NET says, with the fields that it names."""
    document = response.get("jsonBody")
    if not isinstance(document, dict):
        return None
    fields = document.get("ModelState", {})
    said = [document["Message"]] if document.get("Message") else []
    return "; ".join(said + [f"{name}: {text}" for name, texts in fields.items() for text in texts]) or None


def _seconds(header, now):
    """What a `Retry-After` asks for, in seconds from now."""
    if header is None or header == "soon":
        return None
    if header.isdigit():
        return float(header)
    return max(parsedate_to_datetime(header).timestamp() - now, 0.0)
