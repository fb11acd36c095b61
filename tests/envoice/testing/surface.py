"""Finds the methods of a client by the names of operations, and arguments that they need."""

import inspect

from envoice import OpenEnum, models


def method_of(client, name):
    resource, verb = name.split(".")
    return getattr(getattr(client, resource), verb)


SIMPLE = {"int": 1, "Decimal | int": 1, "str": "text", "bool": True}


def required(method):
    """Arguments for the parameters without a default, and one more where those only say what is acted on."""
    parameters = inspect.signature(method).parameters.values()
    values = {item.name: _value(item.annotation) for item in parameters if item.default is inspect.Parameter.empty}
    if method.__name__ in {"create", "update", "change_shipping_details"} and values.keys() <= {"id", "order_id"}:
        more = next(item for item in parameters if item.annotation.startswith("str | "))
        values[more.name] = "text"
    return values


def _value(annotation):
    return [] if annotation.startswith("List[") else SIMPLE.get(annotation) or enum_of(annotation)


def enum_of(annotation):
    kind = getattr(models, annotation)
    assert issubclass(kind, OpenEnum)
    return next(iter(kind))
