"""Signatures computed apart from the code under test, and the delivery they are computed for."""

import base64
import hashlib
import hmac
import json

KEY, SECRET = "the-key", "the-secret"
TIMESTAMP = "2018-02-06T11:43:30.1234567Z"
# Spaces, an escape and an order of members that no serialiser of ours would give back.
ACTIVITY = (
    rb'{ "Type":11,"Message" : "caf\u00e9 {[", "Id":71, "InvoiceId":3971, "OrderId":null,'
    rb' "CreatedOn":"2018-02-06T11:43:30.12Z"}'
)
ALL_IDS = b'{ "Id":71, "InvoiceId":3971, "OrderId":58 }'
SIMPLE = "hmac-sha256:secret:timestamp+activity:hex"


def delivery(signature, activity=ACTIVITY, timestamp=TIMESTAMP):
    """A delivery with any signature, or none that is a string."""
    head = b'{"Signature":%s,"Timestamp":"%s", "Activity": %s }'
    return head % (json.dumps(signature).encode(), timestamp.encode(), activity)


def compact(signature, activity, timestamp=TIMESTAMP):
    """The same in the notation of the vendor's serialiser."""
    return b'{"Signature":"%s","Timestamp":"%s","Activity":%s}' % (signature.encode(), timestamp.encode(), activity)


def parts(activity=ACTIVITY, timestamp=TIMESTAMP):
    """What each part of a signed text stands for in `delivery`."""
    members = json.loads(activity)

    def number(name):
        return b"" if members.get(name) is None else str(members[name]).encode()

    return {
        "timestamp": timestamp.encode(),
        "activity": activity,
        "body": b'{"Timestamp":"%s", "Activity": %s }' % (timestamp.encode(), activity),
        "blank_body": delivery("", activity, timestamp),
        "activity_id": number("Id"),
        "invoice_id": number("InvoiceId"),
        "order_id": number("OrderId"),
    }


def signature(scheme, values=None, *, key=KEY, secret=SECRET):
    """The signature of a delivery under a scheme."""
    values = parts() if values is None else values
    between = scheme.separator.encode()
    text = between.join(values[part] for part in scheme.signed)
    owned = {"key": key.encode(), "secret": secret.encode()}
    one, *other = [owned[name] for name in scheme.material.split("+") if name != "none"] or [b""]
    used = scheme.material_separator.encode().join([one, *other])
    other = other[0] if other else one
    if scheme.digest == "hmac-sha256":
        order = {
            "before": (used, text),
            "first": (one, other + between + text),
            "last": (one, text + between + other),
        }
        digest = hmac.new(*order[scheme.placement], hashlib.sha256)
    else:
        order = {
            "before": used + text,
            "after": text + used,
            "around": one + text + other,
            "first": used + between + text,
            "last": text + between + used,
            "ends": one + between + text + between + other,
        }
        digest = hashlib.sha256(order[scheme.placement])
    return digest.hexdigest() if scheme.encoding == "hex" else base64.b64encode(digest.digest()).decode()
