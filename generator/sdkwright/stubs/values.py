"""Believable single values, chosen by field name.

A value depends on nothing but its own place (`invoices.get/Client/Name`): what else the document holds, and the hash
seed, locale and clock of the machine never change it.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache

from faker import Faker

from sdkwright.stubs.shapes import Record

# Records that every account sees alike, as the vendor's guide shows them: an id that points at one is always right.
CATALOGUE: dict[str, list[Record]] = {
    "Country": [
        {"Id": 235, "Name": "United Kingdom (UK)", "Value": "GB"},
        {"Id": 237, "Name": "United States of America (USA)", "Value": "US"},
    ],
    "Currency": [
        {"Id": 163, "Name": "Euro Member Countries", "Value": "EUR", "Code": "978", "Symbol": "€"},
        {"Id": 170, "Name": "United Kingdom Pound", "Value": "GBP", "Code": "826", "Symbol": "£"},
    ],
    "UiLanguage": [
        {"Id": 1, "Name": "English", "UiCulture": "en-US"},
        {"Id": 3, "Name": "German", "UiCulture": "de-DE"},
    ],
}

_DATE_FORMATS = ["dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "d.M.yyyy"]
_GATEWAYS = ["paypal", "stripe", "klikandpay"]
_GOODS = ["Website audit", "Logo design", "Annual licence", "Support package", "Photo print, 30 x 40 cm"]
_SENTENCES = [
    "Thank you for your business.",
    "Work as agreed in our offer.",
    "Please name the number with your payment.",
    "Delivered within three working days.",
]
_WORK = ["Software development", "API integration", "Design", "Consulting", "Translation"]

_Text = Callable[[Faker], str]


def _one_of(*texts: str) -> _Text:
    return lambda fake: str(fake.random.choice(texts))


def _shaped(pattern: str) -> _Text:
    """Fill `#` with digits and `?` with capital letters."""
    return lambda fake: str(fake.bothify(pattern, letters="ABCDEFGHJKLMNPRSTUVWXYZ"))


def _address(fake: Faker) -> str:
    return f"{fake.street_address()}, {fake.city()}"


def _person(fake: Faker) -> str:
    return f"{fake.first_name()} {fake.last_name()}"


def _link(fake: Faker) -> str:
    return f"https://www.envoice.in/shared?token=stub{fake.hexify('^' * 12)}"


# What `Name` means depends on whose name it is: the first part found in the schema's name decides.
_NAMES: list[tuple[str, _Text]] = [
    ("InputField", _one_of("MerchantId", "MerchantKey")),
    ("Gateway", _one_of(*_GATEWAYS)),
    ("Category", _one_of("Consulting", "Hosting", "Licences", "Travel")),
    ("SubscriptionPlan", _one_of("Starter", "Professional")),
    ("ProductDiscount", _one_of("Early bird", "Spring sale")),
    ("Product", _one_of(*_GOODS)),
    ("Tax", _one_of("VAT", "Sales tax", "City tax")),
    ("OrderBilling", _person),
    ("OrderShipping", _person),
    ("Order", _one_of(*_GOODS)),
]

_TEXTS: dict[str, _Text] = {
    "Address": _address,
    "Bank": lambda fake: f"{fake.last_name()} Bank",
    "BankAccount": _shaped("########"),
    "BackgroundImage": _one_of("background.png"),
    "ButtonCallToAction": _one_of("Buy now", "Order now"),
    "Cname": _one_of("billing.example.com"),
    "Code": _shaped("SAVE-##"),
    "CompanyRegistrationNumber": _shaped("0#######"),
    "CouponCode": _shaped("SAVE-##"),
    "CurrencyCode": _one_of("EUR", "GBP"),
    "CurrencySymbol": _one_of("€", "£"),
    "DateFormats": _one_of(*_DATE_FORMATS),
    "DefaultDateFormat": _one_of(*_DATE_FORMATS),
    "EstimationNumber": _shaped("EST-00##"),
    "Iban": lambda fake: str(fake.iban()),
    "InvoiceNumber": _shaped("INV-00##"),
    "Number": _shaped("INV-00##"),
    "ObfuscatedFileName": lambda fake: f"{fake.hexify('^' * 16)}.pdf",
    "OrderNumber": _shaped("ORD-00##"),
    "OriginalFileName": _one_of("contract.pdf", "time-sheet.pdf", "specification.pdf"),
    # 555-01xx is set aside for fiction: nobody's telephone rings.
    "PhoneNumber": _shaped("+1-202-555-01##"),
    "PoNumber": _shaped("PO-####"),
    "Provider": _one_of(*_GATEWAYS),
    "ReferenceId": _shaped("REF-????-####"),
    "StoreName": lambda fake: str(fake.company()),
    "Subject": _shaped("Your invoice INV-00##"),
    "Swift": lambda fake: str(fake.swift(length=8)),
    "Terms": _one_of("Payment due within 14 days.", "Payment due within 30 days."),
    "Title": _one_of(*_WORK),
    "Username": lambda fake: str(fake.user_name()),
    "Vat": _shaped("GB#########"),
    "VatNumber": _shaped("GB#########"),
}

# Tried in this order when the whole name says nothing.
_ENDINGS: list[tuple[tuple[str, ...], _Text]] = [
    (("Email",), lambda fake: str(fake.safe_email())),
    (
        ("ApiKey", "ApiSecret", "Password", "Salt", "Token", "TokenSecret", "Data"),
        lambda fake: f"stub-{fake.hexify('^' * 16)}",
    ),
    (("Link", "Uri", "Url"), _link),
    (("Hex",), lambda fake: f"#{fake.hexify('^' * 6)}"),
    (("Id", "Identifier"), _shaped("????-####")),
    (("Description", "Message", "Note", "Notes", "Signature"), _one_of(*_SENTENCES)),
]

_LONG_AGO, _SPAN = datetime(2026, 1, 5, 8, tzinfo=UTC), timedelta(days=80)
# Dates that must not lie before the others of their record.
_LATER = ("Due", "End", "Expires", "Until", "ValidTo", "Paid", "Scheduled", "LastPayment", "LastSeen", "Cancel")


def seeded(place: str) -> Faker:
    """A source of values that knows nothing but `place`; it is shared, so take what you need before the next call."""
    fake = _faker()
    fake.seed_instance(place)
    return fake


def text(place: str, schema: str, field: str) -> str:
    """A string for `field` of `schema`, for example `INV-0042` for an invoice's `Number`."""
    fake = seeded(place)
    if field == "Name":
        return next((make for part, make in _NAMES if part in schema), _person)(fake)
    if field == "Number" and schema.startswith("Estimation"):
        field = "EstimationNumber"
    if field in _TEXTS:
        return _TEXTS[field](fake)
    for endings, make in _ENDINGS:
        if field.endswith(endings):
            return make(fake)
    return " ".join(fake.words(2)).capitalize()


def integer(place: str, field: str) -> int:
    """A whole number for `field`: an id, a number of days, a size in bytes."""
    rng = seeded(place).random
    for ending, records in CATALOGUE.items():
        if field.endswith((f"{ending}Id", f"{ending.removeprefix('Ui')}Id")):
            return int(rng.choice(records)["Id"])
    if field.endswith("Id"):
        return int(rng.randrange(1_000, 10_000))
    if field.endswith("Days"):
        return int(rng.choice([14, 30]))
    if field == "Size":
        return int(rng.randrange(10_000, 2_000_000))
    # Small enough to be a month, a day of any month, or a count.
    return int(rng.randrange(1, 13))


def decimal(place: str, field: str) -> Decimal:
    """A decimal for `field`: money with two places, a percentage or a quantity."""
    rng = seeded(place).random
    if field.endswith("Percentage"):
        return Decimal(rng.choice([5, 10, 20]))
    if field.endswith("Quantity"):
        return Decimal(rng.choice(["1", "2", "3", "1.5", "8"]))
    if field == "MinimumAmount":
        return Decimal("1.00")
    if field == "MaximumAmount":
        return Decimal("10000.00")
    cents = rng.randrange(300, 2_000) if field == "ShippingAmount" else rng.randrange(1_000, 50_000)
    return Decimal(cents).scaleb(-2)


def boolean(place: str, field: str) -> bool:
    """True or False for `field`; an answer that is nothing else (no field) is True."""
    if not field:
        return True
    return bool(seeded(place).random.getrandbits(1)) and field not in {"IsFaulted", "IsLocked"}


def moment(place: str, field: str) -> str:
    """A UTC date and time, ISO 8601 with `Z`, in the first half of 2026; due dates after dates of issue."""
    minutes = seeded(place).random.randrange(_SPAN // timedelta(minutes=1))
    start = _LONG_AGO + (_SPAN if any(part in field for part in _LATER) else timedelta())
    return (start + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def _faker() -> Faker:
    # The locale is named, else Faker would follow the machine's.
    return Faker("en_US")
