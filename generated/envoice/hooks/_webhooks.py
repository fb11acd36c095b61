"""The hook for webhooks: how deliveries are verified, what event each of them is, and how events are told apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol, Self, TypeVar

import attrs

from .._api import TITLE
from ..enums import OpenEnum
from ..errors import ConfigurationError
from ..webhooks._handling import HandledEvent

BUILDS_ON: Final = ("_api.TITLE",)

_NONE: Final = f"{TITLE} declares no webhooks."

_EventT = TypeVar("_EventT")
_EventT_co = TypeVar("_EventT_co", covariant=True)


class Event(Protocol):
    """What a receiver needs to know of an event."""

    @property
    def type(self) -> OpenEnum | None:
        """What kind of event it is; None when the delivery does not say."""
        ...

    @property
    def raw(self) -> bytes:
        """The exact bytes of the delivery."""
        ...


class Verifier(Protocol[_EventT_co]):
    """Verifies deliveries and reads them. A hook's `Webhooks` has these members, whatever else it has."""

    @property
    def max_body(self) -> int:
        """The largest body to read, in bytes."""
        ...

    @classmethod
    def from_environment(cls) -> Self:
        """Return a verifier with what environment variables set.

        Raises:
            ConfigurationError: A variable is missing or cannot be used.
        """
        ...

    def unwrap(self, body: bytes, headers: Mapping[str, str] | None = None) -> _EventT_co:
        """Verify one delivery and return its event.

        Args:
            body: The request's body exactly as received.
            headers: The request's headers.

        Raises:
            WebhookError: The delivery is forged, too old, or cannot be read.
            ConfigurationError: The verifier cannot work as it is set up.
        """
        ...

    def describe_failure(self, error: BaseException | None, body: bytes) -> str:
        """Return the type, message and place of an error for a log, without secrets and without texts of the delivery.

        Args:
            error: What a handler or a store raised; None gives an empty text.
            body: The delivery.
        """
        ...


class DeliveryHook(Protocol[_EventT]):
    """What the package needs to know of deliveries beyond their verification."""

    def event_key(self, event: _EventT) -> str | None:
        """Return what is the same in every delivery of an event and in no other; None when the event has no id.

        Stores keep this text for weeks, so it must not change from one version to the next.

        Args:
            event: A verified event.
        """
        ...

    def read_unverified(self, body: bytes) -> _EventT:
        """Return the event of a delivery whose signature is not checked.

        Args:
            body: The request's body exactly as received.

        Raises:
            WebhookError: The delivery cannot be read.
        """
        ...

    def missing_setting(self, environ: Mapping[str, str]) -> str | None:
        """Return a sentence that says why `Webhooks.from_environment` cannot verify; None when it can.

        Args:
            environ: The environment variables.
        """
        ...

    def summary(self, event: _EventT) -> Mapping[str, Any]:
        """Return what a terminal may show of an event, by name: no personal data.

        Args:
            event: Any event, verified or not.
        """
        ...

    def summary_line(self, event: _EventT) -> str:
        """Return the same as one line for people, which may still hold control characters.

        Args:
            event: Any event, verified or not.
        """
        ...


class SampleHook(Protocol):
    """What `webhooks trigger` needs besides; a `Deliveries` without it has no samples."""

    def event_names(self) -> Sequence[str]:
        """Return the events of which there are samples, as the API names them."""
        ...

    def sample(self, name: str, environ: Mapping[str, str]) -> tuple[bytes, Mapping[str, str]]:
        """Return the body and the headers of a delivery that `Webhooks.from_environment` accepts.

        Args:
            name: One of `event_names`.
            environ: The environment variables, which say how it is signed.

        Raises:
            ConfigurationError: They do not say it.
        """
        ...


class DefaultEventType(OpenEnum):
    """The types of an API that declares none."""


@attrs.frozen
class DefaultEvent(HandledEvent):
    """An event of an API that declares none.

    Attributes:
        type: What kind of event it is.
        raw: The exact bytes of the delivery.
    """

    type: DefaultEventType | None
    raw: bytes


class DefaultWebhooks:
    """The verifier of an API that declares no webhooks: it cannot be made.

    Raises:
        ConfigurationError: Always.
    """

    max_body: int = 0

    def __init__(self) -> None:
        raise ConfigurationError(_NONE)

    @classmethod
    def from_environment(cls) -> Self:
        """Raise an error.

        Raises:
            ConfigurationError: Always.
        """
        return cls()

    def unwrap(self, body: bytes, headers: Mapping[str, str] | None = None) -> DefaultEvent:
        """Raise an error.

        Args:
            body: The request's body.
            headers: The request's headers.

        Raises:
            ConfigurationError: Always.
        """
        del body, headers
        raise ConfigurationError(_NONE)

    def describe_failure(self, error: BaseException | None, body: bytes) -> str:
        """Return the type of an error.

        Args:
            error: What was raised; None gives an empty text.
            body: The delivery.
        """
        del body
        return "" if error is None else type(error).__qualname__


class DefaultDeliveries:
    """Knows the deliveries of an API that declares no webhooks: there are none."""

    def event_key(self, event: DefaultEvent) -> str | None:
        """Return None: the event has no id.

        Args:
            event: Any event.
        """
        del event
        return None

    def read_unverified(self, body: bytes) -> DefaultEvent:
        """Raise an error.

        Args:
            body: The request's body.

        Raises:
            ConfigurationError: Always.
        """
        del body
        raise ConfigurationError(_NONE)

    def missing_setting(self, environ: Mapping[str, str]) -> str | None:
        """Return a sentence that says that there are no webhooks.

        Args:
            environ: The environment variables.
        """
        del environ
        return _NONE

    def summary(self, event: DefaultEvent) -> Mapping[str, Any]:
        """Return the type of an event.

        Args:
            event: Any event.
        """
        return {"type": event.type}

    def summary_line(self, event: DefaultEvent) -> str:
        """Return the type of an event.

        Args:
            event: Any event.
        """
        return str(event.type)
