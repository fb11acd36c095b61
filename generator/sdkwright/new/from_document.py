"""Fills a proposal from what an API's document says."""

from typing import Any, Final

from sdkwright.config import values
from sdkwright.emit.security import Key, keys_of
from sdkwright.emit.servers import servers_of
from sdkwright.ir import Api, Array, Model, Operation, Reference
from sdkwright.new.messages import messages_of
from sdkwright.new.pages import Pages, recognised
from sdkwright.new.proposal import Proposal, Setting, Table
from sdkwright.normalise.naming.proposal import unique
from sdkwright.normalise.naming.words import camel
from sdkwright.project import MARK, Project
from sdkwright.text import clean

_NAMES: Final = {
    "page-number": "pages",
    "offset": "offsets",
    "cursor": "cursors",
    "next-url": "next_urls",
    "link-header": "link_headers",
}
_SHOWN: Final = 6
"""Ways of paging that are told at most; a document with more has no rule."""


def begin(name: str) -> Proposal:
    """What a name alone decides.

    Args:
        name: The package, which is checked.
    """
    proposal = Proposal()
    proposal.decide("package", "name", name, "the name that was given")
    proposal.decide("package", "client", camel(name), "the package's name as a class", "likely")
    proposal.decide("package", "environment", name.upper(), "the package's name in capitals", "likely")
    return proposal


def propose(proposal: Proposal, project: Project, api: Api) -> None:
    """Add what a document says.

    Args:
        proposal: Is added to.
        project: A project with the document, whose configuration holds what was decided before.
        api: What is made of it.
    """
    _title(proposal, api)
    _base_url(proposal, project, api)
    _security(proposal, keys_of(project.configuration, api, place=MARK), api)
    for number, (pages, operations) in enumerate(recognised(api).items(), 1):
        if number > _SHOWN:
            proposal.undecided.append(f"How lists turn pages beyond the {number - 1} ways that were recognised first.")
            break
        _pages(proposal, pages, operations, api)
    _errors(proposal, api)
    for table in ("command_line", "testing"):
        proposal.decide(table, "enabled", value=True, reason="costs its users nothing until they use it")


def _title(proposal: Proposal, api: Api) -> None:
    title = " ".join(api.title.split())
    if proposal.value("package", "title") is not None:
        return
    if values.LINE.accepts(title):
        proposal.decide("package", "title", title, "the document's title")
    else:
        proposal.undecided.append("What the API is called in prose: the document's title is no line of text.")


def _base_url(proposal: Proposal, project: Project, api: Api) -> None:
    servers = servers_of(api, project)
    if not servers.default_url:
        said = "no server is absolute" if api.servers else "the document names no server"
        proposal.undecided.append(
            f"Where the service is, for {said}: set base_url under [package] in spec/sdk.toml, or callers must give it."
        )
    elif servers.is_choice:
        proposal.undecided.append(
            f"Which of {len(servers.listed)} servers callers want by default: it is {clean(servers.default_url)} now."
        )


def _security(proposal: Proposal, keys: list[Key], api: Api) -> None:
    kinds = {scheme.name: scheme for scheme in api.security_schemes}
    for name in dict.fromkeys(key.scheme for key in keys):
        if not values.LINE.accepts(name):
            proposal.undecided.append(f"How the keys of a security scheme are called, whose name is {clean(name)}.")
            continue
        own = [key for key in keys if key.scheme == name]
        settings: dict[str, Setting] = {"scheme": Setting(name)}
        if len(own) == 1:
            settings |= {"argument": Setting(own[0].argument), "variable": Setting(own[0].variable)}
        else:
            settings["arguments"] = Setting({_part(key): key.argument for key in own})
            settings["variables"] = Setting({_part(key): key.variable for key in own})
        scheme = kinds[name]
        kind = f"{scheme.kind} {scheme.scheme or scheme.location}".strip()
        said = f"the document's security scheme of kind {clean(kind)}; names by rule"
        proposal.tables.append(Table("security", settings, repeated=True, reason=said))
    if not keys:
        proposal.undecided.append("How requests are signed: the document has no security scheme that is used.")


def _part(key: Key) -> str:
    """The part of a scheme that a key is, as `arguments` calls it."""
    return key.header if key.place in {"basic", "oauth2"} else "access_token"


def _pages(proposal: Proposal, pages: Pages, operations: list[Operation], api: Api) -> None:
    taken = {table.path.removeprefix("pagination.") for table in proposal.tables}
    name = unique(_NAMES[pages.style], taken, joint="_")
    count = f"{len(operations)} operation{'s' if len(operations) > 1 else ''}"
    example = f"{operations[0].name} and {count} in all" if len(operations) > 1 else operations[0].name
    settings = {"style": Setting(pages.style)}
    if pages.items:
        settings["items"] = Setting(pages.items)
    if pages.total:
        settings["total"] = Setting(pages.total)
    if pages.default_size:
        settings["default_size"] = Setting(pages.default_size, f"the default of {clean(pages.size)}")
    why = _obstacle(proposal, pages, api)
    said = f"{pages.reason}, as in {example}"
    if why:
        for key, value in (("turned_by", pages.turn), ("sized_by", pages.size), ("next", pages.next)):
            if value:
                settings[key] = Setting(value)
        table = Table(f"pagination.{name}", settings, reason=f"{said}; {why}", live=False)
        proposal.undecided.append(f"Pages by {pages.style} in {example}: {why}.")
    else:
        table = Table(f"pagination.{name}", settings, reason=said)
        for operation in operations:
            _name_parameters(proposal, pages, operation)
    table.confidence = pages.confidence
    proposal.tables.append(table)


def _obstacle(proposal: Proposal, pages: Pages, api: Api) -> str:
    """Why the generator makes no pager of it by itself; empty if it does."""
    if pages.style != "page-number":
        return "no pager of this style is made, so the methods are plain and take the document's parameters"
    if not pages.items or "." in pages.items or "." in pages.total:
        return "its items or their number do not stand at the answer's top, so the methods are plain"
    if pages.first == 0:
        return "its pages count from 0, and pagers count from 1"
    if pages.default_size is None:
        return "the document does not say how many items a page has; set default_size and take the # away"
    if any(proposal.value(table.path, "items") == pages.items for table in _live(proposal)):
        return "another table with the same properties is there already"
    return _plain_items(pages, api)


def _plain_items(pages: Pages, api: Api) -> str:
    """Which operation has an answer of the same properties whose items no pager could give; empty if none has."""
    properties = {pages.items, pages.total} - {""}
    for operation in api.operations:
        model = _answer(operation, api)
        if model is None or not properties <= {field.wire for field in model.fields}:
            continue
        type_ = model.field(pages.items).type
        if not isinstance(type_, Array) or not isinstance(type_.items, Reference):
            return f"{operation.name} has such properties too, and its items are no objects with a name"
    return ""


def _live(proposal: Proposal) -> list[Table]:
    return [table for table in proposal.tables if table.live and table.path.startswith("pagination.")]


def _answer(operation: Operation, api: Api) -> Model | None:
    content = operation.success.content
    named: Any = api.schemas.get(content.type.name) if content and isinstance(content.type, Reference) else None
    return named if isinstance(named, Model) else None


def _name_parameters(proposal: Proposal, pages: Pages, operation: Operation) -> None:
    """Give the parameters that turn pages the names by which pagers find them."""
    names = {parameter.name for parameter in operation.parameters}
    for wire, name in ((pages.turn, "page"), (pages.size, "page_size")):
        found = next((one for one in operation.parameters if one.wire == wire and one.location == "query"), None)
        if found is not None and found.name != name and name not in names:
            proposal.name("parameters", f"{operation.key} ?{wire}", name, "turns pages")


def _errors(proposal: Proposal, api: Api) -> None:
    found = messages_of(api)
    if paths := [path for path in found.nested if values.ERROR_PATH.accepts(path)]:
        said = f"texts below the top in the {found.answers} kinds of errors that the document describes"
        proposal.decide("errors", "message", paths, said, "likely")
    elif good := [name for name in found.properties if values.ERROR_PATH.accepts(name)]:
        said = f"texts in the {found.answers} kinds of errors that the document describes"
        proposal.decide("errors", "message", good, said, "certain" if len(good) == 1 else "likely")
    else:
        proposal.undecided.append("What errors say: the document describes no error with a text.")
    if found.fields and values.ERROR_PATH.accepts(found.fields):
        proposal.decide("errors", "fields", found.fields, "maps names to what is wrong with them", "likely")
    if found.request_ids:
        every = list(dict.fromkeys([*found.request_ids, "x-request-id"]))
        if values.HEADERS.accepts(every):
            proposal.decide("errors", "request_id", every, "headers that the document declares")
