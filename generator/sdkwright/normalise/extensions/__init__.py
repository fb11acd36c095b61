"""Reads the extensions of documents that were written for Fern or Speakeasy: names, pages and retries.

They are read before the keywords, which leave every extension behind, and put on the operations after the overlay, as
words of ours. What the overlay, `names.toml` or `sdk.toml` says counts before them. What cannot be read is told.
"""

from collections.abc import Mapping
from typing import Any, Final

import attrs

from sdkwright.normalise.extensions.naming import given_names, global_names
from sdkwright.normalise.extensions.pages import given_pages
from sdkwright.normalise.extensions.retries import given_retries
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.sites import operations

GIVEN_NAME: Final = "x-given-name"
"""On an operation, the name that its document gives it: a resource, a verb, or both."""

_PREFIXES: Final = ("x-fern-", "x-speakeasy-")


@attrs.frozen
class Extensions:
    """What the extensions of a document say.

    Attributes:
        words: Words of ours by operation, `METHOD path`, with their values.
    """

    words: Mapping[str, Mapping[str, Any]]

    def put(self, document: dict[str, Any]) -> None:
        """Put the words on the operations of a document that do not have them.

        Args:
            document: As the overlay leaves it; changed in place.
        """
        for site in operations(document) if self.words else ():
            for word, value in self.words.get(site.key, {}).items():
                site.operation.setdefault(word, value)


def read_extensions(upstream: dict[str, Any], ledger: Ledger) -> Extensions:
    """What the extensions of a document say.

    Args:
        upstream: The vendor's document, in the words of OpenAPI 3.0; not changed.
        ledger: Is told what they are read as, and what cannot be read.
    """
    found: dict[str, dict[str, Any]] = {}
    everywhere = global_names(upstream, ledger.tell)
    for site in operations(upstream):
        if not everywhere and not _has(upstream) and not _has(site.operation):
            continue
        words: dict[str, Any] = {}
        if name := given_names(site, everywhere, ledger.tell):
            words[GIVEN_NAME] = name
        words |= given_retries(site, upstream, ledger.tell)
        words |= given_pages(site, upstream, ledger.tell)
        if words:
            found[site.key] = words
    return Extensions(found)


def _has(node: Mapping[str, Any]) -> bool:
    return any(isinstance(word, str) and word.startswith(_PREFIXES) for word in node)
