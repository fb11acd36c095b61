"""The parts of a normalised document as text, for people who look at two revisions side by side."""

from collections.abc import Mapping
from typing import Any

import attrs
import yaml

from sdkwright.normalise.sites import operations


@attrs.frozen
class Excerpt:
    """One operation or schema as the normalised document writes it; equal if the documents say the same."""

    _value: object = attrs.field(repr=False)

    @property
    def lines(self) -> list[str]:
        """Its YAML."""
        return yaml.dump(
            self._value, sort_keys=False, allow_unicode=True, width=100, Dumper=_WithoutAnchors
        ).splitlines()


@attrs.frozen
class Excerpts:
    """The operations and the schemas of a document.

    Attributes:
        operations: By public name, as in `invoices.get`.
        schemas: By public name, hoisted enums among them.
    """

    operations: Mapping[str, Excerpt]
    schemas: Mapping[str, Excerpt]

    @classmethod
    def of(cls, document: dict[str, Any]) -> "Excerpts":
        """The excerpts of a document that is not changed any more."""
        return cls(
            {str(site.operation["operationId"]): Excerpt({site.key: site.operation}) for site in operations(document)},
            {name: Excerpt(schema) for name, schema in document["components"]["schemas"].items()},
        )


class _WithoutAnchors(yaml.SafeDumper):
    """Writes no anchors, which mean nothing to a reader."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's signature
        return True
