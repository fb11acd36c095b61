"""Writes `webhook_events.py`: the events that the document's webhooks carry, and the function that reads them."""

from collections.abc import Collection, Iterator
from itertools import combinations
from typing import Final

import attrs

from sdkwright.emit.annotations import source
from sdkwright.emit.later import of_models
from sdkwright.ir import Api, Enum, Model, Reference, Webhook, references

MODULE: Final = "webhook_events"
"""The public module of a package whose document has webhooks."""

_LIKELY: Final = ("type", "event", "event_type", "eventType", "kind", "name", "action")


@attrs.frozen
class Telling:
    """What tells the events of an API apart where nobody says which one a body is.

    Attributes:
        wire: The name in JSON of the property that does; empty where all are of one type.
        names: By the values of that property, the webhook that each stands for.
    """

    wire: str = ""
    names: dict[str | int, str] = attrs.field(factory=dict)


def webhook_events(api: Api, title: str, *, later: Collection[str] = ()) -> dict[str, object]:
    """What the template of the module is filled with.

    Args:
        api: The API, which has webhooks.
        title: What the API is called.
        later: The models, where each is loaded when it is first used.
    """
    told = telling(api)
    events = [
        {
            "name": ascii(webhook.name),
            "said": of_models(_said(webhook, chosen=False), later),
            "kind": of_models(_said(webhook, chosen=True), later),
        }
        for webhook in api.webhooks
    ]
    return {
        "title": title,
        "events": events,
        "every": " | ".join(dict.fromkeys(event["said"] for event in events)),
        "models": sorted({name for webhook in api.webhooks for name in references(webhook.type)} - {*later}),
        "later": bool(later),
        "is_told": told is not None,
        "tag": ascii(told.wire) if told is not None else ascii(""),
        "tagged": [(ascii(value), ascii(name)) for value, name in (told.names if told is not None else {}).items()],
    }


def telling(api: Api) -> Telling | None:
    """What tells the events of an API apart; None where only the names of their webhooks do.

    Args:
        api: The API.
    """
    types = {(webhook.type, webhook.nullable): webhook.name for webhook in api.webhooks}
    if len(types) == 1:
        return Telling()
    models = {}
    for (type_, nullable), name in types.items():
        model = api.schemas.get(type_.name) if isinstance(type_, Reference) else None
        if nullable or not isinstance(model, Model):
            return None
        models[name] = model
    return next(_ways(api, models), None)


def _ways(api: Api, models: dict[str, Model]) -> Iterator[Telling]:
    """The properties whose values are other ones in each model, the likeliest first."""
    found = [{field.wire: _values(api, field.type) for field in model.fields} for model in models.values()]
    shared = [wire for wire in found[0] if all(values.get(wire) for values in found)]
    for wire in sorted(shared, key=lambda wire: (wire not in _LIKELY, wire)):
        sets = [frozenset(values[wire]) for values in found]
        if all(one.isdisjoint(other) for one, other in combinations(sets, 2)):
            yield Telling(
                wire,
                {value: name for name, values in zip(models, found, strict=True) for value in values[wire]},
            )


def _values(api: Api, type_: object) -> tuple[str | int, ...]:
    """The values of an enum; none of any other type."""
    schema = api.schemas.get(type_.name) if isinstance(type_, Reference) else None
    return schema.values if isinstance(schema, Enum) else ()


def _said(webhook: Webhook, *, chosen: bool) -> str:
    """The type of an event as source."""
    said = source(webhook.type, chosen=chosen)
    return f"{said} | None" if webhook.nullable else said
