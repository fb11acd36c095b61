"""Believable single values.

A value depends on its own place alone (`invoices.get/Client/Name`). The rest of the document and the hash seed, locale
and clock of the machine never change it.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs

from sdkwright.errors import GeneratorError

if TYPE_CHECKING:
    from collections.abc import Collection

    from faker import Faker

    from sdkwright.examples.tables import Examples, Text

_BEGIN, _SPAN = datetime(2026, 1, 5, 8, tzinfo=UTC), timedelta(days=80)
_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
_PROVIDER: Final = re.compile(r"\{(\w+)\}")


def seeded(place: str) -> Faker:
    """A source of values that knows nothing but `place`; it is shared, so take what you need before the next call."""
    fake = _faker()
    fake.seed_instance(place)
    return fake


@attrs.frozen
class Values:
    """Makes values by the rules of a project.

    Attributes:
        examples: The rules.
        off: Further booleans that are false.
        known: Scalars that were made, by what they depend on; whoever makes them keeps them here.
    """

    examples: Examples
    off: Collection[str] = ()
    known: dict[tuple[str, ...], str | int | Decimal | bool] = attrs.field(
        factory=dict, init=False, eq=False, repr=False
    )

    def text(self, place: str, schema: str, field: str) -> str:
        """A string for `field` of `schema`, for example `INV-0042` for an invoice's `Number`.

        Raises:
            GeneratorError: A rule names a provider that Faker does not have.
        """
        fake = seeded(place)
        rule = next((rule for rule in self.examples.text if rule.fits(schema, field)), None)
        return " ".join(fake.words(2)).capitalize() if rule is None else _text(rule, fake)

    def integer(self, place: str, field: str, schema: str = "") -> int:
        """A whole number for `field`: an id, a number of days, a size in bytes."""
        rng = seeded(place).random
        identity = self.examples.identity
        for catalogue in self.examples.catalogue:
            if identity and catalogue.references and field.endswith(catalogue.references):
                return int(rng.choice(catalogue.records)[identity.field])
        for rule in self.examples.integer:
            if rule.fits(schema, field):
                return int(rng.randrange(rule.range[0], rule.range[1] + 1) if rule.range else rng.choice(rule.choices))
        # Small enough to be a month, a day of any month, or a count.
        return int(rng.randrange(1, 13))

    def decimal(self, place: str, field: str, schema: str = "") -> Decimal:
        """A decimal for `field`: money with two places, a percentage or a quantity."""
        rng = seeded(place).random
        low, high = 1_000, 49_999
        for rule in self.examples.decimal:
            if rule.fits(schema, field):
                if rule.choices:
                    return Decimal(rng.choice(rule.choices))
                low, high = rule.cents or (low, high)
                break
        return Decimal(rng.randrange(low, high + 1)).scaleb(-2)

    def boolean(self, place: str, field: str) -> bool:
        """True or False for `field`; an answer that is nothing else (no field) is True."""
        if not field:
            return True
        return bool(seeded(place).random.getrandbits(1)) and field not in {*self.examples.flags.off, *self.off}

    def moment(self, place: str, field: str) -> str:
        """A UTC date and time, ISO 8601 with `Z`, in the first half of 2026; due dates after dates of issue."""
        minutes = seeded(place).random.randrange(_SPAN // timedelta(minutes=1))
        is_later = any(part in field for part in self.examples.moments.later)
        start = _BEGIN + (_SPAN if is_later else timedelta())
        return (start + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(rule: Text, fake: Faker) -> str:
    if rule.choices:
        return str(fake.random.choice(rule.choices))
    if rule.shape is not None:
        return str(fake.bothify(rule.shape, letters=_LETTERS))
    if rule.hex is not None:
        return str(fake.hexify(rule.hex))
    return _PROVIDER.sub(lambda found: _provided(fake, found[1]), rule.faker or "")


def _provided(fake: Faker, name: str) -> str:
    provider = getattr(fake, name, None)
    if not callable(provider):
        raise GeneratorError(f"spec/examples.toml: [[text]] faker: Faker has no provider {{{name}}}; name one it has.")
    return str(provider())


@cache
def _faker() -> Faker:
    from faker import Faker  # noqa: PLC0415 - slow, and few commands make values

    # The locale is named, else Faker would follow the machine's.
    return Faker("en_US")
