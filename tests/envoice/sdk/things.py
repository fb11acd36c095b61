"""Small models of a package's own, beside Envoice's."""

from decimal import Decimal

from envoice._json.model import Model
from msgspec import UNSET, UnsetType, field


class Line(Model, kw_only=True):
    cost: Decimal | None = field(name="Cost", default=None)
    note: str | None = field(name="Note", default=None)


class Thing(Model, kw_only=True):
    id: int | None = field(name="Id", default=None)


class ThingCreate(Model, kw_only=True):
    number: str | UnsetType | None = field(name="Number", default=UNSET)
    cost: Decimal | UnsetType | None = field(name="Cost", default=UNSET)
    items: list[Line] | UnsetType | None = field(name="Items", default=UNSET)
