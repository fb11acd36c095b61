"""What Envoice says of a call that failed, beyond what `spec/sdk.toml` declares."""

from typing import ClassVar

from envoice.hooks._errors import DefaultErrors, Fault

__all__ = ["Errors"]


class PageFault(Fault):
    """A fault in the place of a page of a list that cannot be read: a page without items."""

    @property
    def total_count(self) -> None:
        """Nothing."""

    @property
    def result(self) -> None:
        """Nothing."""


class Errors(DefaultErrors):
    """Reads the messages of a fault, which are objects: the text for users first, the code where there is no text."""

    fault_message_fields: ClassVar[tuple[str, ...]] = ("UserVisibleMessage", "FaultMessage", "Code")
    fault_type: ClassVar[type[Fault]] = PageFault
