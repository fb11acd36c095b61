"""What a configuration of that generator says, in our words."""

from collections.abc import Mapping
from typing import Any

import attrs


@attrs.frozen
class Method:
    """A method as the configuration declares it.

    Attributes:
        path: How it is called, as in `chat.completions.create`; of a method of the client itself, its name.
        endpoint: The operation of the document, as in `POST /v1/chat/completions`.
        place: Where the configuration says so, for messages.
        streams: Whether it answers a stream, always or when it is asked to.
        stream_argument: The argument that asks for the stream; empty where it always streams.
        event_model: The model of the stream's items, by its schema in the document; empty where nothing says it.
        scheme: The pagination scheme of its answer; empty where it answers no page.
        unwrapped: The field that is answered in place of the whole; empty for none.
        body_argument: The name of the argument that is the whole body; empty where its fields are arguments.
        positional: The arguments that may be given by place, in that order, by their names on the wire.
        names: What the document itself calls arguments, by their names on the wire.
    """

    path: str
    endpoint: str
    place: str
    streams: bool = False
    stream_argument: str = ""
    event_model: str = ""
    scheme: str = ""
    unwrapped: str = ""
    body_argument: str = ""
    positional: tuple[str, ...] = ()
    names: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def resource(self) -> str:
        """The resource that it belongs to, as in `chat.completions`; empty for the client itself."""
        return self.path.rpartition(".")[0]

    @property
    def name(self) -> str:
        """Its name there, as in `create`."""
        return self.path.rpartition(".")[2]


@attrs.frozen
class Scheme:
    """A way to turn pages.

    Attributes:
        name: As the configuration calls it.
        kind: `cursor`, `cursor_id`, `cursor_url`, `offset`, `page_number` or `fake_page`, which has no next one.
        request: From the purpose of a parameter to its name on the wire.
        response: From the purpose of a field to its path in the answer, as in `meta.next_cursor`; that of a field of
            an item goes through the items, as in `data.id`.
        items: The field that holds the items.
        parameters: All parameters of the scheme.
        fields: All fields of the answer.
        sized_by: The parameter that says how many items a page has; empty for none.
        in_body: Whether the parameters are fields of the body.
        ends_empty: Whether a page without items is the last one.
    """

    name: str
    kind: str
    request: dict[str, str]
    response: dict[str, str]
    items: str
    parameters: frozenset[str]
    fields: frozenset[str]
    sized_by: str = ""
    in_body: bool = False
    ends_empty: bool = True


@attrs.define
class Migration:
    """What becomes of a configuration.

    Attributes:
        tables: Tables of `spec/sdk.toml`: of one name to its keys; a list of tables where they are repeated.
        names: Tables of `spec/names.toml`.
        overlay: Actions of the overlay.
        methods: The methods, in the configuration's order.
        schemes: The pagination schemes, by name.
        models: The public names of models by resource (empty for those of no resource), with their schemas.
        told: What a person has to know, a sentence each.
        document: The document as the configuration changes it.
        shared: The names of models that belong to several resources.
        unwrapped_fields: The fields of answers that the settings unwrap.
        refused: What a new project is not made of, a sentence each; it is told as well, with what becomes of it.
    """

    tables: dict[str, Any] = attrs.field(factory=dict)
    names: dict[str, dict[str, str]] = attrs.field(factory=dict)
    overlay: list[dict[str, Any]] = attrs.field(factory=list)
    methods: list[Method] = attrs.field(factory=list)
    schemes: dict[str, Scheme] = attrs.field(factory=dict)
    models: dict[str, dict[str, str]] = attrs.field(factory=dict)
    told: list[str] = attrs.field(factory=list)
    document: dict[str, Any] = attrs.field(factory=dict, repr=False)
    shared: set[str] = attrs.field(factory=set)
    unwrapped_fields: tuple[str, ...] = ()
    refused: list[str] = attrs.field(factory=list)

    def tell(self, place: str, text: str) -> None:
        """Say what becomes of a key.

        Args:
            place: Its path in the configuration.
            text: What becomes of it, in a few words.
        """
        self.told.append(f"{place}: {text}.")

    def refuse(self, place: str, wrong: str, becomes: str) -> None:
        """Say what is wrong with a key, and what becomes of it where that does not matter.

        Args:
            place: Its path in the configuration.
            wrong: What is wrong, in a few words.
            becomes: What becomes of it.
        """
        self.refused.append(f"{place}: {wrong}")
        self.tell(place, f"{wrong}; {becomes or 'it is left out'}")
