"""Makes the deliveries of `envoice webhooks trigger`."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Final

from envoice.errors import ConfigurationError
from envoice.models import ActivityType, WebhookActivity
from envoice.testing import build, sign_delivery
from envoice.webhooks._secrets import from_variables, values_of
from envoice.webhooks.material import KEY_VARIABLES, SECRET_VARIABLES
from envoice.webhooks.verification import SCHEME_VARIABLE

BUILDS_ON: Final = ("models.ActivityType", "models.WebhookActivity", "testing.build", "testing.sign_delivery")


def sample(name: str, environ: Mapping[str, str]) -> tuple[bytes, Mapping[str, str]]:
    """Return the body and the headers of a made-up delivery with an id of its own, signed as the environment says.

    Args:
        name: The type of the activity, as the service names it.
        environ: The environment variables.

    Raises:
        ConfigurationError: They say no scheme, or not what it signs with.
    """
    line = environ.get(SCHEME_VARIABLE)
    if not line:
        raise ConfigurationError(
            f"{SCHEME_VARIABLE} is not set, so no delivery can be signed; `envoice webhooks identify` finds it."
        )
    secrets = values_of(from_variables(environ, SECRET_VARIABLES))
    keys = values_of(from_variables(environ, KEY_VARIABLES))
    about = {"invoice_id": 3971, "invoice_number": "2026-01-2185", "message": "A sample", "link": None}
    members = {"id": int(time.time()), "type": ActivityType(name).ordinal, "order_id": None, "order_number": None}
    activity = build(WebhookActivity, **about, **members)
    made = sign_delivery(line, secret=next(iter(secrets), None), key=next(iter(keys), None), activity=activity)
    return made.body, made.headers
