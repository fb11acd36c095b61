"""Calls as callers of a former SDK wrote them: run, read to their end, and written into one file."""

import inspect
from datetime import date, datetime
from pathlib import Path

LOCAL = {"parse_datetime": datetime.fromisoformat, "parse_date": date.fromisoformat, "Path": Path}


def method_of(client, call, view=""):
    """The method of a call; of a view of its resource, where one is named."""
    for name in call["resource"]:
        client = getattr(client, name)
    return getattr(getattr(client, view) if view else client, call["method"])


def arguments_of(call):
    """What a call gives: by place, and by name. Its values are sources, in the file that was named."""
    args = [eval(source, dict(LOCAL)) for source in call["args"]]
    return args, {name: eval(source, dict(LOCAL)) for name, source in call["kwargs"].items()}


def sync(client, call, view="", **more):
    """Run a call with further options."""
    args, kwargs = arguments_of(call)
    return method_of(client, call, view)(*args, **kwargs, **more)


async def awaited(client, call, view="", **more):
    """The same, awaited where it has to be."""
    found = sync(client, call, view, **more)
    return await found if inspect.isawaitable(found) and not hasattr(found, "__aiter__") else found


def read(found):
    """Read what a call gives to its end; return the items, or what it gave."""
    return list(found) if hasattr(found, "iter_pages") or hasattr(found, "__next__") else found


async def aread(found):
    """The same, awaited."""
    return [item async for item in found] if hasattr(found, "__aiter__") else found


def name_of(call):
    """A call as people read it."""
    return ".".join([*call["resource"], call["method"]])


def written(package, client, calls):
    """A file of all calls, for type checkers."""

    def text(owner, call):
        given = [*call["args"], *(f"{name}={source}" for name, source in call["kwargs"].items())]
        return f"{owner}.{name_of(call)}({', '.join(given)})"

    lines = ["from datetime import date, datetime", "from pathlib import Path"]
    lines += [f"from {package} import Async{client}, {client}", "parse_datetime = datetime.fromisoformat"]
    lines += ["parse_date = date.fromisoformat", f"def every(client: {client}) -> None:"]
    lines += [f"    {text('client', call)}" for call in calls]
    lines += [f"async def every_async(client: Async{client}) -> None:"]
    lines += [f"    await {text('client', call)}" for call in calls]
    return "\n".join(lines) + "\n"
