"""Asks a person at a terminal for what is proposed."""

from typing import Final

import attrs

from sdkwright.config import Package
from sdkwright.config.keys import value_kind
from sdkwright.config.values import RefusedError
from sdkwright.new.proposal import ASKED, Proposal
from sdkwright.text import printable, say

_ASKED: Final = ("client", "environment", "title", "base_url")


def ask(proposal: Proposal) -> None:
    """Ask for the names of the package and its address; an empty answer keeps what is proposed.

    Args:
        proposal: Is changed by the answers.
    """
    kinds = {field.name: value_kind(field) for field in attrs.fields(Package)}
    for key in _ASKED:
        while True:
            proposed = proposal.value("package", key) or "as the document says"
            answer = input(printable(f"{key} [{proposed}]: ")).strip()
            if not answer:
                break
            try:
                proposal.decide("package", key, kinds[key].read(answer), ASKED)
                break
            except RefusedError as refused:
                say(f"  {refused}.")
