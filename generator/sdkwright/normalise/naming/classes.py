"""Names the classes of a document by rule: its schemas, and the enums that are written out in their places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from sdkwright.config import Naming
from sdkwright.normalise.identifiers import class_of, plain_letters, spelled, with_owners
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.naming.places import Classes, by_key, of_body
from sdkwright.normalise.naming.proposal import Proposal
from sdkwright.normalise.naming.schemas import class_for
from sdkwright.normalise.naming.words import camel
from sdkwright.normalise.sites import SchemaSite

_NAMESPACED: Final = re.compile(
    r"[A-Za-z0-9_$-]+(?:[./][A-Za-z0-9_$-]+)*[./](?P<last>[A-Z][A-Za-z0-9_]*[a-z][A-Za-z0-9_]*)"
)
_BODY: Final = "Body_"
_MODULES: Final = "__"
_NO_OPERATIONS: Final[Mapping[str, str]] = {}
_DIGITS: Final = ("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
_CAPITALS: Final = 4
_TAILS: Final = re.compile(r"(?:Create|Update|Summary|Request|Response|Input|Output|Dto|DTO)\Z")


def rule_schemas(
    names: Iterable[str],
    known: Iterable[str],
    naming: Naming,
    classes: Classes,
    ledger: Ledger,
    *,
    operations: Mapping[str, str] = _NO_OPERATIONS,
) -> Iterator[Proposal]:
    """A class for each schema; where several would have the same, the first one by name keeps it.

    Args:
        names: The vendor's names of the schemas.
        known: The vendor's names of all schemas.
        naming: What the vendor's names are made of.
        classes: What is taken.
        ledger: Is told who would have the same class.
        operations: The public names of the operations by their operationIds.
    """
    known = [*known]
    wanted = {name: [*_body(name, operations), *_candidates(name, known, naming)] for name in names}
    # Who is called so exactly comes first.
    for name in sorted(wanted, key=lambda name: (wanted[name][0] != name, name)):
        value = classes.take(*wanted[name])
        if value in classes.clashes:
            ledger.tell(name[:200], f"the class {value}, for {classes.clashes[value]} is taken")
        yield Proposal("schemas", name, value, f"the schema {name}")


def _body(name: str, operations: Mapping[str, str]) -> Iterator[str]:
    """The class of a body that a framework has named after its operation, path and method among it."""
    operation = operations.get(name.removeprefix(_BODY)) if name.startswith(_BODY) else None
    if operation is not None:
        yield of_body(operation)


def _candidates(name: str, known: Sequence[str], naming: Naming) -> list[str]:
    is_declared = bool(naming.schema_suffix or naming.page_prefix)
    plain = class_for(name, {}, known, naming) if is_declared else class_name(name)
    spaced = _NAMESPACED.fullmatch(name)
    short = [class_name(spaced["last"])] if spaced else []
    *modules, last = name.split(_MODULES)
    # `app__models__User`: the modules that a framework puts before classes of the same name.
    short += [class_name(last)] if modules and all(modules) and last[:1].isupper() else []
    return [*short, plain, f"{plain}Model"]


def class_name(text: str) -> str:
    """A vendor's name as a class: `FullRepository` for `full-repository`, `ThreeDSecure` for `3d_secure`."""
    words = [word for word in re.split(r"[^A-Za-z0-9]+", plain_letters(text)) if word]
    if len(words) > 1 or (words and words[0].isupper() and len(words[0]) > _CAPITALS):
        words = [word.capitalize() if word.isupper() and len(word) > _CAPITALS - 1 else word for word in words]
    joined = "".join(word[:1].upper() + word[1:] for word in words)
    if not joined:
        return camel(spelled(text)) or "Unnamed"
    if joined[0].isdigit():
        joined = (
            f"{_DIGITS[int(joined[0])]}{joined[1:2].upper()}{joined[2:]}" if joined[1:2].isalpha() else f"N{joined}"
        )
    return camel(joined)


def resource_classes(operations: Iterable[str]) -> set[str]:
    """The classes of the resources, which stand beside the models.

    Args:
        operations: The public names of the operations.
    """
    resources = {class_of(one) for name in operations for one in with_owners(name.rpartition(".")[0])}
    return {f"{prefix}{name}{suffix}" for name in resources for prefix in ("", "Async") for suffix in ("", "Raw")}


def rule_enums(
    sites: Sequence[SchemaSite],
    schemas: Mapping[str, str],
    operations: Mapping[str, str],
    classes: Classes,
    ledger: Ledger,
) -> Iterator[Proposal]:
    """A class for each enum that is written out in its place.

    Enums of the same values and the same last word are one; of their names the shortest is taken.

    Args:
        sites: The enums.
        schemas: The classes of the schemas by the vendor's names.
        operations: The public names of the operations by `METHOD path`.
        classes: What is taken.
        ledger: Is told who would have the same class.
    """
    groups: dict[tuple[str, str], list[SchemaSite]] = {}
    for site in sites:
        groups.setdefault((_last_word(site.key), repr(site.schema["enum"])), []).append(site)
    owners = {name: _TAILS.sub("", value) or value for name, value in schemas.items()}
    for group in sorted(groups.values(), key=lambda group: min(site.key for site in group)):
        item = [site.part in {"item", "value"} for site in group]
        wanted = {by_key(site.key, owners, operations, item=inside) for site, inside in zip(group, item, strict=True)}
        best = min(wanted, key=lambda name: (len(name), name))
        key = min(site.key for site in group)
        others = [*sorted(wanted - {best}), by_key(key, schemas, operations)]
        # Beside others, what they are together may have the name.
        others += [f"{best}Option"] if any(site.part == "member" for site in group) else []
        value = classes.take(best, *others)
        if value in classes.clashes:
            ledger.tell(key[:200], f"the enum {value}, for {classes.clashes[value]} is taken")
        yield from (Proposal("enums", site.key, value, f"the enum at {site.key}") for site in group)


def _last_word(key: str) -> str:
    return re.split(r"[.?/ ]", key.removesuffix(" response").removesuffix(" body"))[-1].lower()
