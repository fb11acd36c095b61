"""The typed event of a delivery, decoded only after its signature has been verified."""

import re
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from envoice._json.base_types import datetime_type
from envoice._json.codec import Undecodable, decode
from envoice._json.shapes import BUILDING, shape_of
from envoice._lazy import lazy_module
from envoice.errors import WebhookPayloadError

from ._handling import HandledEvent
from ._strict import MEMBERS
from .reading import TEXT, Received

if TYPE_CHECKING:
    from envoice import models
else:
    models = lazy_module(".models")

__all__ = ["WebhookEvent"]

BUILDS_ON: Final = (
    "models.ActivityType",
    "models.WebhookActivity",
    "models.WebhookActivity.created_on",
    "models.WebhookActivity.id",
    "models.WebhookActivity.type",
)

_T = TypeVar("_T")

_ENCODER: Final = msgspec.json.Encoder()
_TIME: Final = msgspec.json.Decoder(datetime_type())
_ORDINAL: Final = re.compile(r"-?[0-9]{1,20}")
_UNREAD: Final = (msgspec.MsgspecError, ValueError, OverflowError)


class WebhookEvent(HandledEvent, msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Something that happened to an invoice or an order, as a verified delivery tells it.

    Deliveries are repeated and late ones are normal: a receiver that was down gets all it missed, in order, so the same
    event (the same `id`) may come again, and `created_on` may be long ago. The repr shows no personal data.

    Attributes:
        activity: What happened; members that the delivery leaves out or gives as null are None.
        type: What kind of activity it is. One that this version does not know is kept, with its ordinal as the text.
        timestamp: When the delivery was made, with a time zone.
        raw: The exact bytes of the delivery.
    """

    activity: "models.WebhookActivity"
    type: "models.ActivityType | None"
    timestamp: datetime
    raw: bytes

    @property
    def id(self) -> int | None:
        """The id of the activity, the same in every delivery of it."""
        return self.activity.id

    @property
    def created_on(self) -> datetime | None:
        """When the activity happened, with a time zone."""
        return self.activity.created_on

    def __repr__(self) -> str:
        return f"WebhookEvent(id={self.id!r}, type={self.type!r}, timestamp={self.timestamp.isoformat()})"

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        """Return what `rich` prints: the same as the repr."""
        return [("id", self.id), ("type", self.type), ("timestamp", self.timestamp)]


def read_timestamp(received: "Received") -> datetime:
    """Return when a delivery says it was made, with a time zone.

    Args:
        received: The delivery.

    Raises:
        WebhookPayloadError: Timestamp is no time.
    """
    value = _ENCODER.encode(received.timestamp)
    try:
        timestamp = _TIME.decode(value)
    except _UNREAD:
        timestamp = _tolerant(value, datetime_type(), "Timestamp")
    return _aware(timestamp)


def read_event(received: "Received", timestamp: datetime) -> WebhookEvent:
    """Decode a delivery that has been verified.

    Args:
        received: The delivery.
        timestamp: Its time, as `read_timestamp` gives it.

    Raises:
        WebhookPayloadError: Activity is not what the vendor documents.
    """
    named: models.ActivityType | None = None
    try:
        activity = _activity_decoder().decode(received.activity)
    except _UNREAD:
        named, numbered = _type_by_name(received.activity)
        activity = _tolerant(numbered, _activity_decoder().type, "Activity")
    created_on = activity.created_on
    if created_on is not None and created_on.tzinfo is None:
        activity = msgspec.structs.replace(activity, created_on=_aware(created_on))
    kind = named if named is not None or activity.type is None else _activity_type(activity.type)
    return WebhookEvent(activity=activity, type=kind, timestamp=timestamp, raw=received.body)


def _aware(value: datetime) -> datetime:
    # The vendor documents its times with a Z, so one that comes without an offset is in UTC as well.
    return value.replace(tzinfo=UTC) if value.tzinfo is None else value


def _tolerant(value: bytes, kind: type[_T], name: str) -> _T:
    """Decode as the codec does, which takes what the service is known to send beyond its own document."""
    try:
        return decode(value, kind)
    except Undecodable as error:
        where = f"{name}.{error.path}" if error.path else name
        problem = f"The delivery has the wrong shape at {where}: {error.reason}."
    raise WebhookPayloadError(problem)


def _type_by_name(activity: bytes) -> "tuple[models.ActivityType | None, bytes]":
    """The type that stands there as a text, as enums do elsewhere in the service, and the activity with its number."""
    try:
        members = MEMBERS.decode(activity)
        text = TEXT.decode(members.get("Type", b"null"))
    except _UNREAD:
        return None, activity
    kind = _type_of_text(text)
    return kind, _ENCODER.encode(members | {"Type": kind.ordinal})


def _type_of_text(text: str) -> "models.ActivityType":
    """The type that a text stands for, be it a name in any case or the digits of an ordinal."""
    from envoice import models

    if _ORDINAL.fullmatch(text):
        return _activity_type(int(text))
    known = next((member for member in models.ActivityType if member.value.casefold() == text.casefold()), None)
    return known or models.ActivityType(text)


@cache
def _activity_decoder() -> "msgspec.json.Decoder[models.WebhookActivity]":
    from envoice import models  # building every model costs more than verifying; refuse forgeries first

    with BUILDING:
        # Which sees to the types of a clock that is frozen.
        shape_of(models.WebhookActivity)
        return msgspec.json.Decoder(models.WebhookActivity)


@lru_cache(maxsize=256)
def _activity_type(ordinal: int) -> "models.ActivityType":
    from envoice import models

    try:
        return models.ActivityType.from_ordinal(ordinal)
    except ValueError:
        problem = "The delivery has the wrong shape at Activity.Type: the number has more than 64 bits."
    raise WebhookPayloadError(problem)
