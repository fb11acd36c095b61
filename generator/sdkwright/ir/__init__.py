"""The typed representation of a normalised document, which everything after normalisation is made from.

`build` makes it once from the document. It is frozen, and it holds facts of the API only: what they become in Python,
in stubs or in documentation is for the modules that read it.
"""

from sdkwright.ir.api import Api, SecurityScheme
from sdkwright.ir.build import build
from sdkwright.ir.operations import (
    DEFAULT,
    Alias,
    Body,
    Content,
    Header,
    Operation,
    Pagination,
    Parameter,
    Resource,
    Response,
)
from sdkwright.ir.schemas import Deprecation, Direction, Enum, Field, Model, Schema
from sdkwright.ir.types import Anything, Array, Object, Reference, Scalar, Type, references

__all__ = [
    "DEFAULT",
    "Alias",
    "Anything",
    "Api",
    "Array",
    "Body",
    "Content",
    "Deprecation",
    "Direction",
    "Enum",
    "Field",
    "Header",
    "Model",
    "Object",
    "Operation",
    "Pagination",
    "Parameter",
    "Reference",
    "Resource",
    "Response",
    "Scalar",
    "Schema",
    "SecurityScheme",
    "Type",
    "build",
    "references",
]
