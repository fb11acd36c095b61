"""The typed representation of a normalised document, which everything after normalisation is made from.

`build` makes it once from the document. It is frozen, and it holds facts of the API only: what they become in Python,
in stubs or in documentation is for the modules that read it.
"""

from sdkwright.ir.api import Api, Flow, SecurityScheme
from sdkwright.ir.build import build
from sdkwright.ir.constraints import Limits
from sdkwright.ir.operations import (
    DEFAULT,
    Body,
    Content,
    Encoding,
    Header,
    OldName,
    Operation,
    Parameter,
    Resource,
    Response,
    Webhook,
)
from sdkwright.ir.pagination import Forward, Pagination, Turning
from sdkwright.ir.placing import is_one_value, is_plain
from sdkwright.ir.schemas import Alias, Deprecation, Direction, Enum, EnumKind, Field, Model, Schema
from sdkwright.ir.servers import Server, ServerVariable
from sdkwright.ir.types import Anything, Array, Map, Object, Reference, Scalar, Type, Union, inside, references

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
    "Encoding",
    "Enum",
    "EnumKind",
    "Field",
    "Flow",
    "Forward",
    "Header",
    "Limits",
    "Map",
    "Model",
    "Object",
    "OldName",
    "Operation",
    "Pagination",
    "Parameter",
    "Reference",
    "Resource",
    "Response",
    "Scalar",
    "Schema",
    "SecurityScheme",
    "Server",
    "ServerVariable",
    "Turning",
    "Type",
    "Union",
    "Webhook",
    "build",
    "inside",
    "is_one_value",
    "is_plain",
    "references",
]
