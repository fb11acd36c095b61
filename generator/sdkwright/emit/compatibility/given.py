"""What an argument of a method of the former SDK is."""

import attrs

from sdkwright.ir import Type


@attrs.frozen
class Given:
    """One argument of a method.

    Attributes:
        name: In Python.
        key: What our method calls it.
        wire: On the wire.
        place: Where it goes: `path` for all that is no plain query, `query`, `body`, or `whole` for the whole body.
        type: Its type.
        annotation: What a caller may give.
        required: Whether it must be given.
        positional: Whether it may be given by place.
        file: Whether it is a file.
        models: The models of its value whose fields are renamed.
        dotted: Whether it is an object in the query whose members stand behind a dot.
    """

    name: str
    key: str
    wire: str
    place: str
    type: Type
    annotation: str
    required: bool
    positional: bool
    file: bool
    models: str
    dotted: bool = False
