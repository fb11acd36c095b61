"""The tables of `spec/examples.toml`, a class each."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import attrs

from sdkwright.config.keys import key
from sdkwright.config.values import FIELDS, LINE, RefusedError
from sdkwright.examples import kinds
from sdkwright.examples.formulas import Formula


@attrs.frozen(kw_only=True)
class Rule:
    """Which fields a rule is for; the first rule that is for a field counts.

    Attributes:
        fields: Names of fields, whole.
        endings: What names of fields end in.
        schema: What is part of the name of the schema; by default any schema will do.
    """

    fields: tuple[str, ...] = key(FIELDS, default=())
    endings: tuple[str, ...] = key(FIELDS, default=())
    schema: str = key(LINE, default="")

    def __attrs_post_init__(self) -> None:
        if not self.fields and not self.endings:
            raise RefusedError("needs fields or endings, or both")

    def fits(self, schema: str, field: str) -> bool:
        """Whether the rule is for a field of a schema."""
        return self.schema in schema and (field in self.fields or field.endswith(self.endings or ("\0",)))


@attrs.frozen(kw_only=True)
class Text(Rule):
    """`[[text]]`: what a field of text holds; exactly one of the four.

    Attributes:
        choices: One of these.
        shape: This, with a digit for each `#` and a capital letter for each `?`.
        hex: This, with a hexadecimal digit for each `^`.
        faker: This, with what Faker's providers give for the names in braces.
    """

    choices: tuple[str, ...] = key(kinds.WORDS, default=())
    shape: str | None = key(LINE, default=None)
    hex: str | None = key(LINE, default=None)
    faker: str | None = key(kinds.FAKER, default=None)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if sum(map(bool, (self.choices, self.shape, self.hex, self.faker))) != 1:
            raise RefusedError("needs exactly one of choices, shape, hex and faker")


@attrs.frozen(kw_only=True)
class Integer(Rule):
    """`[[integer]]`: what a whole number is; exactly one of the two.

    Attributes:
        choices: One of these.
        range: From the first to the second, both included.
    """

    choices: tuple[int, ...] = key(kinds.INTEGERS, default=())
    range: tuple[int, int] | None = key(kinds.RANGE, default=None)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if bool(self.choices) == bool(self.range):
            raise RefusedError("needs exactly one of choices and range")


@attrs.frozen(kw_only=True)
class Number(Rule):
    """`[[decimal]]`: what a number with a fraction is; exactly one of the two.

    Attributes:
        choices: One of these.
        cents: Hundredths, from the first to the second, both included.
    """

    choices: tuple[Decimal, ...] = key(kinds.DECIMALS, default=())
    cents: tuple[int, int] | None = key(kinds.RANGE, default=None)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if bool(self.choices) == bool(self.cents):
            raise RefusedError("needs exactly one of choices and cents")


@attrs.frozen(kw_only=True)
class Flags:
    """`[flags]`: what a boolean is.

    Attributes:
        off: The fields that are false.
    """

    off: tuple[str, ...] = key(FIELDS, default=())


@attrs.frozen(kw_only=True)
class Moments:
    """`[moments]`: when something is.

    Attributes:
        later: Parts of the names of dates that must not lie before the others of their record.
    """

    later: tuple[str, ...] = key(FIELDS, default=())


@attrs.frozen(kw_only=True)
class Enums:
    """`[enums]`: which value of an enum an example has.

    Attributes:
        fresh: The fields that have the first value in what was created a moment ago.
    """

    fresh: tuple[str, ...] = key(FIELDS, default=())


@attrs.frozen(kw_only=True)
class Catalogue:
    """`[[catalogue]]`: records that every account sees alike.

    Attributes:
        schemas: The schemas of the records.
        references: What names of fields end in that hold the id of one.
        records: The records.
    """

    schemas: tuple[str, ...] = key(FIELDS)
    references: tuple[str, ...] = key(FIELDS, default=())
    records: tuple[Mapping[str, Any], ...] = key(kinds.RECORDS)


@attrs.frozen(kw_only=True)
class Identity:
    """`[identity]`: how records refer to each other.

    Attributes:
        field: The field that holds a record's own id. `ClientId` beside `Client` holds the id of that record.
    """

    field: str = key(LINE)


@attrs.frozen(kw_only=True)
class Mailbox:
    """`[[mailbox]]`: an email address that is made of a name beside it.

    Attributes:
        field: The address.
        name: The name.
        domain: The part of the address after the `@`.
    """

    field: str = key(LINE)
    name: str = key(LINE)
    domain: str = key(LINE, default="example.com")


@attrs.frozen(kw_only=True)
class Amount:
    """`[[amounts.formula]]`: an amount that follows from other fields.

    Attributes:
        field: The amount.
        value: The formula; where a name in it has no value, the amount stays as it is.
    """

    field: str = key(LINE)
    value: Formula = key(kinds.FORMULA)


@attrs.frozen(kw_only=True)
class Amounts:
    """`[amounts]`: amounts that agree with each other.

    Attributes:
        items: The field that holds the parts of a whole.
        sums: The amounts of a whole that are the sums of those of its parts; parts without the first are not summed.
        formula: The amounts that follow from other fields, in order; what is summed does not.
    """

    items: str | None = key(LINE, default=None)
    sums: tuple[str, ...] = key(FIELDS, default=())
    formula: tuple[Amount, ...] = key(Amount, "list", default=())


@attrs.frozen(kw_only=True)
class ErrorTexts:
    """`[errors]`: what the service says of errors.

    Attributes:
        messages: The message by status, in place of a general one.
        fields: What is wrong with each field of a request.
        exception: What an error of the server shows of itself besides the message.
        faults: The messages of a fault inside a successful answer.
    """

    messages: Mapping[int, str] = key(kinds.STATUSES, default=MappingProxyType({}))
    fields: Mapping[str, list[str]] = key(kinds.FIELD_ERRORS, default=MappingProxyType({}))
    exception: Mapping[str, Any] = key(kinds.RECORD, default=MappingProxyType({}))
    faults: tuple[Mapping[str, Any], ...] = key(kinds.RECORDS, default=())


@attrs.frozen(kw_only=True)
class Documentation:
    """`[documentation]`: what the pages of the resources show.

    Attributes:
        call: A call for the page that lists the resources.
        telling: The optional arguments and fields that an example shows, the most telling first.
    """

    call: str | None = key(kinds.CALL, default=None)
    telling: tuple[str, ...] = key(FIELDS, default=())


@attrs.frozen(kw_only=True)
class Examples:
    """What `spec/examples.toml` declares.

    Attributes:
        text: What fields of text hold.
        integer: What whole numbers are.
        decimal: What numbers with a fraction are.
        flags: What booleans are.
        moments: When something is.
        enums: Which values of enums are shown.
        catalogue: Records that every account sees alike.
        identity: How records refer to each other.
        mailbox: Email addresses that are made of names.
        amounts: Amounts that agree with each other.
        errors: What the service says of errors.
        documentation: What the pages of the resources show.
    """

    text: tuple[Text, ...] = key(Text, "list", default=())
    integer: tuple[Integer, ...] = key(Integer, "list", default=())
    decimal: tuple[Number, ...] = key(Number, "list", default=())
    flags: Flags = key(Flags, "table", default=Flags())
    moments: Moments = key(Moments, "table", default=Moments())
    enums: Enums = key(Enums, "table", default=Enums())
    catalogue: tuple[Catalogue, ...] = key(Catalogue, "list", default=())
    identity: Identity | None = key(Identity, "table", default=None)
    mailbox: tuple[Mailbox, ...] = key(Mailbox, "list", default=())
    amounts: Amounts = key(Amounts, "table", default=Amounts())
    errors: ErrorTexts = key(ErrorTexts, "table", default=ErrorTexts())
    documentation: Documentation = key(Documentation, "table", default=Documentation())

    def records(self, schema: str) -> tuple[Mapping[str, Any], ...]:
        """The records of a schema that every account sees alike; none for most schemas."""
        return next((found.records for found in self.catalogue if schema in found.schemas), ())
