"""The passes, in their order. A pass changes the document in place and returns how much it changed."""

from collections.abc import Callable
from typing import Any

import attrs

from sdkwright.normalise.context import Context
from sdkwright.normalise.passes.combinations import one_schema_each
from sdkwright.normalise.passes.enums import hoist_enums
from sdkwright.normalise.passes.merge_patches import nullable_patches
from sdkwright.normalise.passes.nullability import everything_nullable
from sdkwright.normalise.passes.numbers import numbers_to_decimal
from sdkwright.normalise.passes.objects import hoist_objects
from sdkwright.normalise.passes.operations import name_operations
from sdkwright.normalise.passes.order import stable_order
from sdkwright.normalise.passes.pagination import mark_pages
from sdkwright.normalise.passes.parameters import apart_from_the_body, plain_parameter_names
from sdkwright.normalise.passes.paths import match_templates
from sdkwright.normalise.passes.request_bodies import inline_request_bodies
from sdkwright.normalise.passes.request_media import choose_request_media
from sdkwright.normalise.passes.schema_types import plain_types
from sdkwright.normalise.passes.schemas import name_schemas
from sdkwright.normalise.passes.security import auth_headers_to_security
from sdkwright.normalise.passes.servers import plain_servers
from sdkwright.normalise.passes.text_in_json import text_in_json
from sdkwright.normalise.passes.unions import plain_unions
from sdkwright.normalise.passes.unnamed_components import write_out_components
from sdkwright.normalise.passes.unused_objects import drop_unused_objects


@attrs.frozen
class Pass:
    """One step of the normalisation.

    Attributes:
        run: Changes the document in place and counts the changes.
        mends: Whether it mends what is wrong, so that nothing to change is how it should be.
    """

    run: Callable[[dict[str, Any], Context], int]
    mends: bool = False

    @property
    def name(self) -> str:
        """The function's name."""
        return self.run.__name__


# What needs no names is done once, as soon as the overlay has had its say: afterwards a schema is a reference, an
# array, a map, a plain value, an inline enum, a union or, among the components only, an object or an enum.
SHAPES = (
    Pass(plain_types),
    Pass(one_schema_each),
    Pass(plain_unions),
    Pass(hoist_objects),
    Pass(write_out_components),
)
# Before the overlay come the keywords (see `normalise`), so that the overlay is the only source of extensions.
PASSES = (
    Pass(plain_servers),
    Pass(inline_request_bodies),
    Pass(choose_request_media),
    Pass(text_in_json, mends=True),
    Pass(nullable_patches, mends=True),
    Pass(auth_headers_to_security),
    Pass(match_templates, mends=True),
    Pass(drop_unused_objects, mends=True),
    Pass(name_operations),
    Pass(hoist_enums),
    Pass(plain_parameter_names),
    Pass(name_schemas),
    Pass(apart_from_the_body, mends=True),
    Pass(numbers_to_decimal),
    Pass(mark_pages),
    Pass(everything_nullable),
    Pass(stable_order),
)
