"""Finds the methods of a client by the names of operations, and arguments that they need."""

import inspect

from envoice import OpenEnum, models


def method_of(client, name):
    resource, verb = name.split(".")
    return getattr(getattr(client, resource), verb)


def required(method):
    """Arguments for the parameters without a default."""
    simple = {"int": 1, "Decimal | int": 1, "str": "text", "bool": True}
    values = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if parameter.default is inspect.Parameter.empty:
            values[name] = simple.get(parameter.annotation) or enum_of(parameter.annotation)
    return values


def enum_of(annotation):
    kind = getattr(models, annotation)
    assert issubclass(kind, OpenEnum)
    return next(iter(kind))
