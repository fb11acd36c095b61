"""Brings the parameters that a path has in braces and those that are declared together."""

import re
from typing import Any, Final

from sdkwright.normalise.context import Context
from sdkwright.normalise.paths import template_names
from sdkwright.normalise.sites import OperationSite, operations, parameter_enums

_PLAIN: Final = re.compile(r"[^a-z0-9]")


def match_templates(document: dict[str, Any], context: Context) -> int:
    """Declare what a path has and nobody declares, and send in the query what the path does not have."""
    return sum(_match(site, context) for site in operations(document))


def _match(site: OperationSite, context: Context) -> int:
    names = template_names(site.path)
    declared = [parameter for parameter in site.parameters if parameter["in"] == "path"]
    in_query = {parameter["name"] for parameter in site.parameters if parameter["in"] == "query"}
    query = site.path.partition("#")[0].partition("?")[2]
    wanted = [
        name
        for name in names
        if name not in {parameter["name"] for parameter in declared}
        # What the query's own text repeats is declared there.
        and not (name in in_query and f"{{{name}}}" in query)
    ]
    count = 0
    for parameter in declared:
        parameter["required"] = True
        if parameter["name"] in names:
            continue
        count += 1
        close = [name for name in wanted if _plain(name) == _plain(parameter["name"])]
        if len(close) == 1:
            wanted.remove(close[0])
            _rename(site, parameter, close[0], context)
        else:
            _to_query(site, parameter, in_query, context)
    for name in wanted:
        parameter = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        site.operation.setdefault("parameters", []).append(parameter)
        key = site.parameter_key(parameter)
        context.ledger.added("parameter", key, "the path has it, and nobody declares it: a required text")
        context.ledger.tell(site.key, f"the path has {{{name}}}, which is not declared; it is a required text")
    return count + len(wanted)


def _plain(name: str) -> str:
    return _PLAIN.sub("", name.lower())


def _rename(site: OperationSite, parameter: dict[str, Any], name: str, context: Context) -> None:
    was, enums = site.parameter_key(parameter), parameter_enums(site, parameter)
    context.ledger.tell(site.key, f"the path has {{{name}}}, and declared is {parameter['name']}; taken for the same")
    parameter["name"] = name
    context.ledger.lives("parameter", was, site.parameter_key(parameter), reason="as the path spells it")
    for old, new in zip(enums, parameter_enums(site, parameter), strict=True):
        context.ledger.lives("enum", old, new, reason="as the path spells it")


def _to_query(site: OperationSite, parameter: dict[str, Any], in_query: set[str], context: Context) -> None:
    was, name, enums = site.parameter_key(parameter), parameter["name"], parameter_enums(site, parameter)
    if name in in_query:
        for enum in enums:
            context.ledger.dropped("enum", enum, "the path does not have it, and the query does")
        site.operation["parameters"] = [item for item in site.parameters if item is not parameter]
        context.ledger.dropped("parameter", was, "the path does not have it, and the query does")
        context.ledger.tell(site.key, f"the path has no {{{name}}}; the parameter of the query counts")
        return
    in_query.add(name)
    parameter["in"] = "query"
    parameter.pop("style", None)
    parameter.pop("explode", None)
    context.ledger.lives("parameter", was, site.parameter_key(parameter), reason="the path does not have it")
    for old, new in zip(enums, parameter_enums(site, parameter), strict=True):
        context.ledger.lives("enum", old, new, reason="the path does not have it")
    context.ledger.tell(site.key, f"the path has no {{{name}}}; it is sent in the query")
