"""Signs each request with an HMAC over its method, path, body and date."""

import hashlib
import hmac
from email.utils import formatdate
from urllib.parse import urlsplit

from toll_bridge.errors import ConfigurationError
from toll_bridge.hooks._security import DefaultSecurity, Signing

__all__ = ["Security"]


class Security(DefaultSecurity):
    """Signs as the service asks: `X-Bridge-Signature: KEY_ID:HMAC`, beside the date that is signed."""

    def headers(self, signing: Signing) -> dict[str, str]:
        """Return the date and the signature.

        Args:
            signing: The request, and the two halves of the key.

        Raises:
            ConfigurationError: The body is read while it is sent, so nothing can sign it before.
        """
        if signing.streamed:
            raise ConfigurationError("A body that is read while it is sent cannot be signed: give its bytes.")
        parts, date = urlsplit(signing.url), formatdate(signing.time, usegmt=True)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        body = hashlib.sha256(signing.content or b"").hexdigest()
        text = f"{signing.method}\n{path}\n{body}\n{date}"
        made = hmac.new(signing.values["secret_key"].encode(), text.encode(), hashlib.sha256).hexdigest()
        return {"Date": date, signing.kind: f"{signing.values['key_id']}:{made}"}
