"""`keep`: keeps an operation or a property that a new document drops, for a while and deprecated, by the overlay."""

import argparse
import copy
import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sdkwright import documents, pipeline, reference, tree
from sdkwright.cli.arguments import add_origin, pinned, received
from sdkwright.documents import mapping, walk
from sdkwright.emit.package import version_of
from sdkwright.errors import GeneratorError
from sdkwright.normalise import Overlay
from sdkwright.normalise.context import Context
from sdkwright.normalise.deprecations import DEPRECATION, is_deprecation, is_due
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.naming.complete import complete
from sdkwright.normalise.passes.answers import plain_answers
from sdkwright.normalise.passes.keywords import keep_known_keywords
from sdkwright.normalise.passes.request_bodies import inline_request_bodies
from sdkwright.normalise.passes.request_media import choose_request_media
from sdkwright.normalise.replacements import check_replacements
from sdkwright.normalise.sites import method_steps, operations
from sdkwright.project import Project
from sdkwright.text import say
from sdkwright.tree import disk
from sdkwright.upstream import Upstream

_SCHEMAS: Final = "#/components/schemas/"
_NEW_OVERLAY: Final = b"overlay: 1.0.0\ninfo:\n  title: Corrections\n  version: 1.0.0\nactions:\n"
_ABSENT: Final = "revisions without it"


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "keep", help="keep an operation or a property that a new document drops, as deprecated, in the overlay"
    )
    parser.add_argument("what", help="as the vendor calls it: 'GET /invoices/pdf' or 'Invoice.Link'")
    parser.add_argument("--until", required=True, metavar="VERSION", help="the version in which it goes")
    parser.add_argument(
        "--use", metavar="NAME", help="what to use in its place: 'invoices.get_link', 'InvoiceLink.url'"
    )
    add_origin(parser)
    parser.set_defaults(run=_keep)


def _keep(project: Project, options: argparse.Namespace) -> int:
    about = {"until": options.until} | ({"use": options.use} if options.use else {})
    if not is_deprecation({DEPRECATION: about}):
        raise GeneratorError("--until is a version such as 0.3.0, and --use a name such as invoices.get_link.")
    if is_due(options.until, version_of(project)):
        raise GeneratorError(f"--until {options.until}: this is {version_of(project)} already; name a later version.")
    old, new = pinned(project), received(project, options)
    actions = list(_actions(options.what, _corrected(project, old.document), new.document, about))
    _check_use(options, old, new, actions, project)
    text = documents.dump_yaml({"actions": actions}, header="").partition("\n")[2]
    head = f"# --- {options.what}: kept until {options.until} by `generator keep`, from {old.name} {old.sha256[:12]}\n"
    name = project.show(project.overlay)
    content = _appended(_overlay(project), head + text)
    if not _ends_with(content, actions, project):
        raise GeneratorError(f"{name}: its actions are written in an unusual way; add these by hand:\n{text}")
    with tree.exclusive(project), disk.sentences(f"write {name}"):
        disk.replace(project.overlay, content)
    say(text, end="")
    say(f"{len(actions)} actions are in {name}: {options.what} stays until {options.until}, deprecated.")
    return 0


def _check_use(
    options: argparse.Namespace, old: Upstream, new: Upstream, actions: list[dict[str, Any]], project: Project
) -> None:
    """Refuse a replacement that the new document would not have."""
    if not options.use:
        return
    _, names = pipeline.read_tables(project)
    held = documents.load(_overlay(project), name=project.show(project.overlay))
    overlay = Overlay.parse(held | {"actions": (held["actions"] or []) + actions}, name=project.show(project.overlay))
    try:
        normalised, _ = complete(
            new.document,
            overlay,
            names,
            name=new.name,
            configuration=project.configuration,
            previous=old.document,
            complaints=[],
        )
    except GeneratorError:
        # What else is wrong with the document is no reason not to keep a part of it; taking it tells both.
        return
    check_replacements(normalised.document, reference.method_names(project.additions()))


def _appended(content: bytes, text: str) -> bytes:
    """`content` with `text` after an empty line, in the line ends that it has."""
    end = b"\r\n" if b"\r\n" in content else b"\n"
    lines = [b"", *text.encode().splitlines(), b""]
    return content + (b"" if content.endswith(b"\n") else end) + end.join(lines)


def _ends_with(content: bytes, actions: list[dict[str, Any]], project: Project) -> bool:
    """Whether an overlay is that of the project with `actions` at its end, and nothing else."""
    held = documents.load(_overlay(project), name="")
    try:
        found = documents.load(content, name="")
    except GeneratorError:
        return False
    return found == held | {"actions": (held["actions"] or []) + actions}


def _overlay(project: Project) -> bytes:
    """The overlay as it is; without a word in it, one that has no action yet."""
    content = project.overlay.read_bytes() if project.overlay.exists() else b""
    return content if content.strip() else _NEW_OVERLAY


def _corrected(project: Project, document: dict[str, Any]) -> dict[str, Any]:
    """The old document with our corrections, in the one media type: what is taken from it needs none any more."""
    overlay, names = pipeline.read_tables(project)
    context = Context(names, Ledger(), configuration=project.configuration)
    corrected = copy.deepcopy(document)
    keep_known_keywords(corrected, context)
    overlay.apply(corrected)
    inline_request_bodies(corrected, context)
    choose_request_media(corrected, context)
    plain_answers(corrected, context)
    return corrected


def _actions(what: str, old: dict[str, Any], new: dict[str, Any], about: dict[str, str]) -> Iterator[dict[str, Any]]:
    reason = f"The vendor has dropped it; kept until {about['until']} for who uses it."
    if " " in what:
        yield from _operation(what, old, new, about, reason)
        return
    schema, _, name = what.rpartition(".")
    properties = _schemas_of(old).get(schema, {}).get("properties", {})
    if name not in properties:
        raise GeneratorError(f"{what}: the pinned document has no such property; name it as in Invoice.Link.")
    _refuse_kept(what, properties[name])
    if schema not in _schemas_of(new):
        raise GeneratorError(f"{what}: the new document drops {schema} altogether; keep an operation that uses it.")
    if name in _schemas_of(new)[schema].get("properties", {}):
        raise GeneratorError(f"{what}: the new document still has it.")
    yield from _schemas(properties[name], old, new, reason)
    target = f"$.components.schemas[{json.dumps(schema)}].properties"
    yield from _replaced(target, name, properties[name] | {"deprecated": True, DEPRECATION: about}, reason)


def _operation(
    what: str, old: dict[str, Any], new: dict[str, Any], about: dict[str, str], reason: str
) -> Iterator[dict[str, Any]]:
    site = {site.key: site for site in operations(old)}.get(what)
    if site is None:
        raise GeneratorError(f"{what}: the pinned document has no such operation; name it as in GET /api/invoice/pdf.")
    _refuse_kept(what, site.operation)
    if what in {other.key for other in operations(new)}:
        raise GeneratorError(f"{what}: the new document still has it.")
    yield from _schemas(site.operation, old, new, reason)
    kept = site.operation | {"deprecated": True, DEPRECATION: about}
    *outer, word = method_steps(site.method)
    item = mapping(new["paths"].get(site.path))
    target = "".join(f"[{json.dumps(step)}]" for step in (site.path, *outer))
    if item and all(step in item for step in outer):
        yield from _replaced(f"$.paths{target}", word, kept, reason)
    elif item:
        yield from _replaced(f"$.paths[{json.dumps(site.path)}]", outer[0], {word: kept}, reason)
    else:
        yield from _replaced("$.paths", site.path, _nested([*outer, word], kept), reason)


def _nested(steps: Sequence[str], value: dict[str, Any]) -> dict[str, Any]:
    for step in reversed(steps):
        value = {step: value}
    return value


def _refuse_kept(what: str, node: dict[str, Any]) -> None:
    if DEPRECATION in node:
        raise GeneratorError(
            f"{what}: it is kept until {node[DEPRECATION]['until']} already; change that in spec/overlay.yaml."
        )


def _schemas_of(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document.get("components", {}).get("schemas", {})
    return found


def _schemas(start: Any, old: dict[str, Any], new: dict[str, Any], reason: str) -> Iterator[dict[str, Any]]:
    """The schemas that something needs and the new document drops as well."""
    found: set[str] = set()
    pending = [start]
    while pending:
        for _, node in walk(pending.pop()):
            reference = node.get("$ref", "") if isinstance(node, dict) else ""
            name = reference.removeprefix(_SCHEMAS)
            if reference.startswith(_SCHEMAS) and name not in found and name not in _schemas_of(new):
                found.add(name)
                pending.append(_schemas_of(old)[name])
    for name in sorted(found):
        yield from _replaced("$.components.schemas", name, _schemas_of(old)[name], reason)


def _replaced(target: str, name: str, value: Any, reason: str) -> Iterator[dict[str, Any]]:
    """What makes `name` be `value`, whether a revision has it or not."""
    yield {
        "target": f"{target}[{json.dumps(name)}]", "description": reason, "remove": True, "x-absent-in": _ABSENT
    }  # fmt: skip
    yield {"target": target, "description": "As above.", "update": {name: value}}
