"""The rules by which changes are judged. Those of the wire say in their names whether they are about what is sent."""

from typing import Final

from sdkwright.diff.findings import Finding, Level, Rule, Severity

_SAFE, _RISKY, _BREAKING = Severity.SAFE, Severity.RISKY, Severity.BREAKING

RULES: Final[dict[str, Rule]] = {
    # --- operations -------------------------------------------------------------------------------------------------
    "operation-added": Rule(_SAFE, "Nothing that exists changes."),
    "operation-removed": Rule(_BREAKING, "Calls of it fail, and its method goes."),
    "operation-left-out": Rule(_RISKY, "It cannot be written, so the package is without it."),
    "operation-moved": Rule(_RISKY, "The installed version calls the old address; the new one keeps the method."),
    "operation-deprecated": Rule(_SAFE, "It works for now; callers are warned."),
    "operation-revived": Rule(_SAFE, "It is no longer deprecated."),
    "security-changed": Rule(_BREAKING, "Requests are signed in another way."),
    "server-changed": Rule(_RISKY, "Requests, and with them the credentials, go to another origin."),
    # --- parameters -------------------------------------------------------------------------------------------------
    "parameter-added-optional": Rule(_SAFE, "Nobody has to send it."),
    "parameter-added-required": Rule(_BREAKING, "Whoever does not send it is refused."),
    "parameter-moved": Rule(
        _RISKY, "The installed version sends the old name, or sends it elsewhere; the new one keeps the argument."
    ),
    "parameter-style-changed": Rule(_RISKY, "The installed version writes it in the old way."),
    "parameter-removed": Rule(_BREAKING, "The argument goes, and whoever sends it is ignored or refused."),
    "parameter-became-required": Rule(_BREAKING, "Whoever left it out is refused."),
    "parameter-became-optional": Rule(_SAFE, "Whoever sends it still may."),
    "parameter-type-widened": Rule(_SAFE, "Whatever was sent may still be sent."),
    "parameter-type-changed": Rule(_BREAKING, "What was sent is refused."),
    # --- bodies and answers -----------------------------------------------------------------------------------------
    "body-added-optional": Rule(_SAFE, "Nobody has to send it."),
    "body-added-required": Rule(_BREAKING, "Whoever sends none is refused."),
    "body-removed": Rule(_BREAKING, "The arguments go."),
    "body-became-required": Rule(_BREAKING, "Whoever sent none is refused."),
    "body-became-optional": Rule(_SAFE, "Whoever sends it still may."),
    "body-type-widened": Rule(_SAFE, "Whatever was sent may still be sent."),
    "body-type-changed": Rule(_BREAKING, "What was sent is refused."),
    "answer-added": Rule(_SAFE, "What answered nothing answers something; nobody had to look."),
    "answer-removed": Rule(_BREAKING, "What was read is no longer there."),
    "answer-type-widened": Rule(_SAFE, "The same type in Python holds it."),
    "answer-type-changed": Rule(_BREAKING, "What is read has another type."),
    "answer-status-changed": Rule(_SAFE, "Any 2xx is a success."),
    "errors-changed": Rule(_SAFE, "Every status is an error of the tree, documented or not."),
    "answer-paging-changed": Rule(_BREAKING, "A list is read in another way."),
    # --- properties -------------------------------------------------------------------------------------------------
    "sent-property-added-optional": Rule(_SAFE, "Nobody has to send it."),
    "sent-property-added-required": Rule(_BREAKING, "Whoever does not send it is refused."),
    "sent-property-removed": Rule(_BREAKING, "The argument goes, and whoever sends it is ignored or refused."),
    "sent-property-became-required": Rule(_BREAKING, "Whoever left it out is refused."),
    "sent-property-became-optional": Rule(_SAFE, "Whoever sends it still may."),
    "sent-property-type-widened": Rule(_SAFE, "Whatever was sent may still be sent."),
    "sent-property-type-changed": Rule(_BREAKING, "What was sent is refused."),
    "sent-property-became-nullable": Rule(_SAFE, "Null may be sent, which the models allow already."),
    "sent-property-became-not-nullable": Rule(_RISKY, "Whoever sends null may be refused."),
    "sent-fields-raised": Rule(_BREAKING, "Whoever sends fewer fields is refused."),
    "sent-fields-lowered": Rule(_SAFE, "Whoever sends more still may."),
    "received-property-added": Rule(_SAFE, "Nobody had to look at it."),
    "received-property-removed": Rule(_BREAKING, "Code reads the field."),
    "received-property-became-required": Rule(_SAFE, "It is never left out any more."),
    "received-property-became-optional": Rule(_RISKY, "Code may rely on its being there."),
    "received-property-type-widened": Rule(_SAFE, "The same type in Python holds it."),
    "received-property-type-changed": Rule(_BREAKING, "What is read has another type."),
    "received-property-became-nullable": Rule(_SAFE, "The models give None for any field already."),
    "received-property-became-not-nullable": Rule(_SAFE, "It is never null any more."),
    "property-moved": Rule(_RISKY, "The installed version uses the old name; the new one keeps the field."),
    # --- enums ------------------------------------------------------------------------------------------------------
    "sent-enum-value-added": Rule(_SAFE, "Nobody has to send it."),
    "received-enum-value-added": Rule(_RISKY, "It is read as a member; a match over all members meets one more."),
    "enum-value-removed": Rule(_BREAKING, "The member goes, and whoever sends it is refused."),
    "enum-ordinals-moved": Rule(_BREAKING, "The numbers that the service may send mean other values."),
    "sent-enum-closed": Rule(_BREAKING, "Any text could be sent; now only these values."),
    "received-enum-closed": Rule(_RISKY, "The text becomes an enum, which still compares as its text."),
    "enum-opened": Rule(_BREAKING, "The enum becomes a plain text, and its members go."),
    # --- unions -----------------------------------------------------------------------------------------------------
    "sent-variant-added": Rule(_SAFE, "Nobody has to send it."),
    "received-variant-added": Rule(_RISKY, "The installed version gives it raw; a match over all meets one more."),
    "sent-variant-removed": Rule(_BREAKING, "Whoever sends it is refused."),
    "received-variant-removed": Rule(_SAFE, "What still comes is read as before."),
    "variants-told-otherwise": Rule(_RISKY, "What comes may be read as another variant."),
    # --- schemas ----------------------------------------------------------------------------------------------------
    "schema-added": Rule(_SAFE, "Nothing that exists changes."),
    "schema-removed": Rule(_BREAKING, "Its class goes from the package."),
    "schema-direction-changed": Rule(_RISKY, "What was only sent is received now, or the reverse: fields change."),
    # --- the rest ---------------------------------------------------------------------------------------------------
    "property-deprecated": Rule(_SAFE, "It works for now."),
    "texts-changed": Rule(_SAFE, "Only descriptions differ."),
    "unread-changed": Rule(_SAFE, "The generator reads nothing of what differs."),
    "changed-otherwise": Rule(_RISKY, "No rule knows this change; look at the documents side by side."),
    "correction-idle": Rule(_RISKY, "What the overlay corrects is no longer there, and may be wrong elsewhere."),
    "name-missing": Rule(_SAFE, "Something new needs a public name before the package can be made."),
    "override-stands-on-nothing": Rule(_BREAKING, "A hand-written module needs a generated name that goes."),
    # --- surface ----------------------------------------------------------------------------------------------------
    "name-added": Rule(_SAFE, "Nothing that exists changes."),
    "name-removed": Rule(_BREAKING, "Code uses it."),
    "kind-changed": Rule(_BREAKING, "It is used in another way."),
    "base-removed": Rule(_BREAKING, "It is no longer what code takes it for."),
    "argument-added-optional": Rule(_SAFE, "Calls stay valid."),
    "argument-added-required": Rule(_BREAKING, "Calls without it fail."),
    "argument-removed": Rule(_BREAKING, "Calls with it fail."),
    "argument-became-required": Rule(_BREAKING, "Calls without it fail."),
    "argument-became-optional": Rule(_SAFE, "Calls stay valid."),
    "argument-kind-changed": Rule(_BREAKING, "Calls give it in another way."),
    "argument-default-changed": Rule(_RISKY, "Calls without it do something else."),
    "argument-type-widened": Rule(_SAFE, "What was given still may be."),
    "argument-type-changed": Rule(_BREAKING, "What was given is refused by type checkers."),
    "returned-type-narrowed": Rule(_SAFE, "What was expected still comes."),
    "returned-type-changed": Rule(_BREAKING, "Code expects another type."),
    "union-widened": Rule(_RISKY, "A match over all members meets one more."),
    "value-changed": Rule(_RISKY, "A constant or a member has another value."),
    "became-deprecated": Rule(_SAFE, "It works for now; callers are warned."),
    # --- callers ----------------------------------------------------------------------------------------------------
    "no-longer-type-checks": Rule(_BREAKING, "Code that passed the type checkers does not pass any more."),
}


_PLACES: Final = {name: place for place, name in enumerate(RULES)}
# What takes something away weighs more than what changes it; then the order above, from operations to texts.
_GONE: Final = ("operation-removed", "schema-removed", "name-removed")


def weight(rule: str) -> tuple[bool, int]:
    """Where a rule stands among those of its severity and level, the heaviest first."""
    return rule not in _GONE, _PLACES[rule]


def finding(level: Level, rule: str, place: str, text: str, affects: tuple[str, ...] = ()) -> Finding:
    """A finding with the severity of its rule."""
    return Finding(level, rule, RULES[rule].severity, place, text, affects)
