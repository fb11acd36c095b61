"""Makes webhook deliveries as the service would send them, signed by any scheme, for the tests of a receiver."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, NamedTuple, TypedDict, Unpack, cast

import msgspec
from envoice import models
from envoice._json.base_types import as_base_type, find_unwritable, hook
from envoice.enums import OpenEnum
from envoice.errors import ConfigurationError
from envoice.webhooks._secrets import as_secrets, encoded
from envoice.webhooks._strict import MEMBERS
from envoice.webhooks.guarding import signer_of
from envoice.webhooks.material import combined
from envoice.webhooks.reading import MAX_BODY, read
from envoice.webhooks.schemes import Scheme

__all__ = ["ActivityFields", "SignedDelivery", "sign_delivery"]

EXPORTED_AS: Final = ("testing.SignedDelivery", "testing.sign_delivery")

BUILDS_ON: Final = (
    "models.ActivityType",
    "models.WebhookActivity",
    "models.WebhookActivity.created_on",
    "models.WebhookActivity.id",
    "models.WebhookActivity.invoice_id",
    "models.WebhookActivity.invoice_number",
    "models.WebhookActivity.link",
    "models.WebhookActivity.message",
    "models.WebhookActivity.order_id",
    "models.WebhookActivity.order_number",
    "models.WebhookActivity.type",
)

_ENCODER: Final = msgspec.json.Encoder(enc_hook=hook)


class SignedDelivery(NamedTuple):
    """A request's body and headers.

    Attributes:
        body: The exact bytes to post.
        headers: The headers to post them with.
    """

    body: bytes
    headers: dict[str, str]


class ActivityFields(TypedDict, total=False):
    """The fields of a `WebhookActivity`; None is sent as null."""

    message: str | None
    link: str | None
    type: models.ActivityType | int | None
    invoice_number: str | None
    invoice_id: int | None
    order_number: str | None
    order_id: int | None
    id: int | None
    created_on: datetime | str | None


def sign_delivery(
    scheme: Scheme | str,
    *,
    secret: str | None = None,
    key: str | None = None,
    activity: models.WebhookActivity | Mapping[str, Any] | bytes | None = None,
    timestamp: datetime | str | None = None,
    **fields: Unpack[ActivityFields],
) -> SignedDelivery:
    """Make a delivery that `Webhooks` with the same scheme accepts.

        body, headers = sign_delivery(SCHEME, secret=SECRET, id=71, type=ActivityType.PAID, invoice_id=3971)

    Args:
        scheme: How it is signed, as a `Scheme` or its line of configuration.
        secret: The secret to sign with.
        key: The key, for a scheme that uses it.
        activity: What happened: a model, the members as they are named in the JSON, or the exact bytes of the JSON.
        timestamp: When it is said to be made, a datetime or the text itself; the present time when None.
        fields: Fields of `WebhookActivity`, over those of `activity`; `type` takes an `ActivityType` or its ordinal.

    Returns:
        The body and the headers.

    Raises:
        ConfigurationError: The scheme signs with what is not given, or a field does not exist or has no JSON form.
        WebhookError: The bytes given are no Activity, or it has not what the scheme signs.
    """
    secret, key = as_secrets(secret), as_secrets(key)
    scheme = Scheme.parse(scheme) if isinstance(scheme, str) else scheme
    material = combined(scheme, secrets=encoded("secret", secret), keys=encoded("key", key))
    exact = activity if isinstance(activity, bytes) and not fields else _written(activity, fields)
    time = timestamp if isinstance(timestamp, str) else _time(timestamp or datetime.now(UTC))
    # No part of a signed text depends on what stands as the signature.
    signature = signer_of(scheme, *material[0])(read(_body("-", time, exact), MAX_BODY))
    body = _body(signature.decode("ascii"), time, exact)
    return SignedDelivery(body, {"content-type": "application/json; charset=utf-8"})


def _body(signature: str, timestamp: str, activity: bytes) -> bytes:
    members = _ENCODER.encode(signature), _ENCODER.encode(timestamp), activity
    return b'{"Signature":%b,"Timestamp":%b,"Activity":%b}' % members


def _written(activity: object, fields: ActivityFields) -> bytes:
    names = {field.name: field.encode_name for field in msgspec.structs.fields(models.WebhookActivity)}
    unknown = fields.keys() - names.keys()
    if unknown:
        raise ConfigurationError(f"WebhookActivity has no field {min(unknown)!r}; it has {', '.join(names)}.")
    try:
        members: dict[str, object] = {}
        if activity is not None:
            exact = activity if isinstance(activity, bytes) else _ENCODER.encode(_wire(activity))
            members.update(MEMBERS.decode(exact))
        members.update((names[name], _wire(value)) for name, value in fields.items())
        return _ENCODER.encode(members)
    except (msgspec.MsgspecError, TypeError, ValueError, OverflowError) as error:
        problem = f"cannot be written as JSON: {error}."
    path = find_unwritable(fields, _ENCODER.encode) or find_unwritable(activity, _ENCODER.encode)
    raise ConfigurationError(f"{f'The field {path!r} of the' if path else 'The'} activity {problem}")


def _wire(value: object) -> object:
    """The value as the service sends it: types as ordinals, times with seven digits and a Z."""
    if isinstance(value, Mapping):
        return {name: _wire(item) for name, item in cast("Mapping[str, object]", value).items()}
    if isinstance(value, datetime):
        return _time(value)
    if isinstance(value, OpenEnum):
        if value.ordinal is None:
            raise ConfigurationError(f"{value!r} has no ordinal, which is what a delivery carries.")
        return value.ordinal
    return value


def _time(value: datetime) -> str:
    value = as_base_type(value)
    utc = value if value.tzinfo is None else value.astimezone(UTC).replace(tzinfo=None)
    return f"{utc.isoformat(timespec='microseconds')}0Z"
