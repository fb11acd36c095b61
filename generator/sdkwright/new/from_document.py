"""Fills a proposal from what an API's document says."""

from sdkwright.config import values
from sdkwright.emit.security import Key, keys_of
from sdkwright.emit.servers import servers_of
from sdkwright.ir import Api
from sdkwright.new.messages import messages_of
from sdkwright.new.page_tables import propose_pages
from sdkwright.new.pages import recognised
from sdkwright.new.proposal import Proposal, Setting, Table
from sdkwright.normalise.naming.words import camel
from sdkwright.project import MARK, Project
from sdkwright.text import clean


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
    propose_pages(proposal, recognised(api))
    _errors(proposal, api)
    for table in ("command_line", "mcp", "testing", "telemetry"):
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
