"""The words of schemas that are read: the formats that make another type, and the keywords that narrow one."""

from collections.abc import Collection
from typing import Final

STRING_FORMATS: Final = frozenset({"date-time", "date", "time", "duration", "uuid", "byte", "binary", "decimal"})
"""The formats that make a string another type."""

FORMATS: Final[dict[str, Collection[str]]] = {
    "string": STRING_FORMATS,
    "integer": ("int32", "int64"),
    "number": ("float", "double", "decimal"),
}
"""The formats that are read, by the type that may have them; generators would make types of others, and imports."""

CONSTRAINTS: Final = (
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
)  # fmt: skip
"""The keywords of OpenAPI 3.0 that only narrow which values are valid."""

IGNORED: Final = (
    "not", "if", "then", "else", "patternProperties", "prefixItems", "contains", "dependencies", "dependentSchemas",
    "propertyNames", "unevaluatedProperties", "unevaluatedItems", "dependentRequired",
)  # fmt: skip
"""The keywords that narrow it in ways that no type can say."""

STATED: Final = "x-stated-values"
"""On a schema whose type does not say them, the values that the document lists, as of a boolean, or that stand for the
only member of a union."""

VALUES: Final = "x-discriminator-values"
"""On a member of a union, the values of the discriminator that stand for it."""

TITLE: Final = "title"
"""On a member of a union, what it is called; nothing else keeps its title."""

DIRECTIONS: Final = ("readOnly", "writeOnly")
"""The keywords that say of a property who may set it."""

ANNOTATIONS: Final = (
    "description", "nullable", *DIRECTIONS, "deprecated", "default", "x-unit", "x-secret", "x-deprecation",
    "x-aliases", VALUES, TITLE,
)  # fmt: skip
"""The keywords that say something of the place where a schema stands, whatever its type is."""

SCHEMAS: Final = "#/components/schemas/"
"""What every reference to a schema begins with."""
