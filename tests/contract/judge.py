"""Has openapi-core judge requests and responses by the vendor's own document, of which the package uses JSON alone."""

import copy
import json
from functools import cache
from urllib.parse import urlencode

from sdkwright.contract.judging import Judge as GeneralJudge
from sdkwright.contract.recording import Exchange
from sdkwright.project import Project
from sdkwright.stubs.exchange import Answer, Asked

_JSON = "application/json"


def judging_copy(document):
    """The vendor's document with no media type but JSON, and with every answer written out."""
    strict = copy.deepcopy(document)
    for item in strict["paths"].values():
        for operation in item.values():
            if "$ref" in operation.get("requestBody", {}):
                name = operation["requestBody"]["$ref"].rpartition("/")[2]
                operation["requestBody"] = copy.deepcopy(document["components"]["requestBodies"][name])
            for holder in (operation.get("requestBody", {}), *operation["responses"].values()):
                if "content" in holder:
                    holder["content"] = {_JSON: holder["content"][_JSON]}
    return strict


class Judge:
    """Judges by one document.

    Args:
        document: The vendor's, as received.
    """

    def __init__(self, document) -> None:
        self._judge = GeneralJudge(judging_copy(document))
        self._known = {}

    def request(self, received):
        """What is wrong with a request of a journal; the same request is judged once, whatever stub it asks for."""
        headers = frozenset(pair for pair in received.headers.items() if pair[0] != "x-stub")
        key = (received.method, received.path, received.query, received.body, headers)
        if key not in self._known:
            self._known[key] = _said(self._judge.request(received.path, _exchange(received)))
        return self._known[key]

    def response(self, received, status, content_type, body):
        """What is wrong with an answer to a request."""
        answer = Answer(status, (("Content-Type", content_type),), body)
        return _said(self._judge.answer(received.path, _exchange(received, answer)))


@cache
def judge():
    """The judge by the vendor's document of this checkout."""
    return Judge(json.loads(Project.find(__file__).upstream.read_bytes()))


def _exchange(received, answer=None):
    url = f"{received.path}?{urlencode(received.query)}"
    asked = Asked.of(received.method, url, received.headers.items(), received.body)
    return Exchange(asked, answer or Answer(200), received.stub)


def _said(judgement):
    return [*judgement.problems, *filter(None, [judgement.unjudged])]
