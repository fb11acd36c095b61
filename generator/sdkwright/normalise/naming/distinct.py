"""Names operations by rule, each by another name: where several would have the same, the order is always the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from sdkwright.config import Naming
from sdkwright.normalise.extensions import GIVEN_NAME
from sdkwright.normalise.identifiers import MAX_NAME, class_of, with_owners
from sdkwright.normalise.ledger import Ledger
from sdkwright.normalise.naming.proposal import Proposal, unique
from sdkwright.normalise.naming.reserved import reserved_resources
from sdkwright.normalise.naming.rule import Ruled, rule
from sdkwright.normalise.sites import OperationSite


def rule_operations(
    sites: Sequence[OperationSite],
    table: Mapping[str, str],
    naming: Naming,
    ledger: Ledger,
    classes: frozenset[str] = frozenset(),
) -> Iterator[Proposal]:
    """A name for each operation, in their order.

    Args:
        sites: The operations.
        table: Names that are taken, by `METHOD path`.
        naming: What the vendor's names are made of.
        ledger: Is told who would have the same name.
        classes: Those that the class of no resource can be, nor the one of its asynchronous twin.
    """

    def is_taken(resource: str) -> bool:
        class_ = class_of(resource)
        return resource in reserved_resources() or not classes.isdisjoint({class_, f"Async{class_}"})

    ruled = [_as_given(rule(site, naming, is_taken), is_taken, ledger) for site in sites]
    chosen = _chosen(ruled, table, ledger)
    for one in ruled:
        yield Proposal("operations", one.site.key, chosen[one.site.key], one.origin)


def _as_given(ruled: Ruled, is_taken: Callable[[str], bool], ledger: Ledger) -> Ruled:
    """What the rule makes of an operation whose document gives it a name, a resource or a verb."""
    given = ruled.site.operation.get(GIVEN_NAME, "")
    if not given:
        return ruled
    group, _, verb = given.rpartition(".")
    if group and (len(given) > MAX_NAME or any(map(is_taken, with_owners(group)))):
        ledger.tell(ruled.site.key, f"not below {group}, which no resource can be called")
        group = ""
    verbs = [*filter(None, [verb]), *(name.rpartition(".")[2] for name in ruled.names)]
    resource = group or ruled.names[0].rpartition(".")[0]
    names = tuple(dict.fromkeys(f"{resource}.{one}" for one in verbs))
    # Whoever is called so by a person comes before whoever the rule calls so.
    order = (ruled.order[0], False, -1 if verb else ruled.order[2], *ruled.order[3:])
    return attrs.evolve(ruled, names=names, origin="an extension of the document", order=order)


def _chosen(ruled: Sequence[Ruled], table: Mapping[str, str], ledger: Ledger) -> dict[str, str]:
    held = {name: key for key, name in table.items()}
    paths = [name.rpartition(".")[0] for name in (*held, *(one.names[0] for one in ruled))]
    # A resource below another one is a property of that, where no method can be called so.
    held |= {path: f"the resource {path}" for one in paths for path in with_owners(one)[1:] if path not in held}
    resources = {class_of(name.rpartition(".")[0]): name.rpartition(".")[0] for name in held}
    order = sorted(ruled, key=lambda one: one.order)
    chosen: dict[str, str] = {}
    late = []
    for one in order:
        best = _on(resources, one.names[0])
        if best in held:
            late.append(one)
        else:
            held[best], chosen[one.site.key] = one.site.key, best
    # Whoever has the best name of its own keeps it; only then the others take what says more of them.
    for one in late:
        names = [_on(resources, name) for name in one.names]
        found = next((name for name in names if name not in held), "")
        if not found:
            resource, _, verb = names[0].rpartition(".")
            verbs = {name.rpartition(".")[2] for name in held if name.startswith(f"{resource}.")}
            found = f"{resource}.{unique(verb, verbs, joint='_')}"
        ledger.tell(one.site.key, f"named {found}, for {names[0]} is {held[names[0]]}")
        held[found], chosen[one.site.key] = one.site.key, found
    return chosen


def _on(resources: dict[str, str], name: str) -> str:
    """The name on a resource that shares its class with no other: `a_1` and `a1` would be `A1` both."""
    resource, _, verb = name.rpartition(".")
    return f"{resources.setdefault(class_of(resource), resource)}.{verb}"
