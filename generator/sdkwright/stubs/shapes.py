"""The JSON objects that stubs consist of: what WireMock reads, and what the service answers."""

from typing import Any, TypeAlias

Mapping: TypeAlias = dict[str, Any]
"""One stub in WireMock's JSON format, or a part of it; numbers with a fraction are `Decimal`."""

Record: TypeAlias = dict[str, Any]
"""One object of an answer; numbers with a fraction are `Decimal`."""

Edge: TypeAlias = tuple[str, Mapping]
"""A name, and the keys of a mapping: `response`, and what else it needs; `chosen` is a pattern of further names."""
