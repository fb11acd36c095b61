"""What one would write by hand for the decoding of an invoice: the floor that the generated models are held against."""

from __future__ import annotations

from datetime import datetime  # noqa: TC003 - msgspec reads the annotations
from decimal import Decimal  # noqa: TC003 - as above
from enum import StrEnum

import msgspec


class Invoice(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    access_token: str | None = None
    activities: list[InvoiceActivity] | None = None
    attachments: list[InvoiceAttachment] | None = None
    client: Client | None = None
    cloned_from_id: int | None = None
    currency: Currency | None = None
    discount_amount: Decimal | None = None
    due_date: datetime | None = msgspec.field(name="Duedate", default=None)
    enable_partial_payments: bool | None = None
    id: int | None = None
    invoice_category_id: int | None = None
    issued_on: datetime | None = None
    items: list[InvoiceItem] | None = None
    notes: str | None = None
    number: str | None = None
    payment_gateways: list[InvoiceGateway] | None = None
    payments: list[InvoicePayment] | None = None
    po_number: str | None = None
    recurring_profile: InvoiceRecurrence | None = None
    recurring_profile_id: int | None = None
    should_send_reminders: bool | None = None
    status: InvoiceStatus | None = None
    sub_total_amount: Decimal | None = None
    tax_amount: Decimal | None = None
    terms: str | None = None
    total_amount: Decimal | None = None


class ActivityType(StrEnum):
    """The values."""

    CREATED = "Created"
    DRAFT = "Draft"
    CLONED = "Cloned"
    SENT_VIA_EMAIL = "SentViaEmail"
    SENT_VIA_SMS = "SentViaSms"
    SENT_REMINDER_VIA_EMAIL = "SentReminderViaEmail"
    SENT_REMINDER_VIA_SMS = "SentReminderViaSms"
    OPENED = "Opened"
    VIEWED = "Viewed"
    REJECTED = "Rejected"
    UPDATED = "Updated"
    PAID = "Paid"
    UNPAID = "Unpaid"
    OVERDUE = "Overdue"
    NEW_MANUAL_PAYMENT = "NewManualPayment"
    NEW_PAYMENT_WITH_PAYPAL = "NewPaymentWithPaypal"
    NEW_PAYMENT_WITH_STRIPE = "NewPaymentWithStripe"
    NEW_PAYMENT_WITH_PAYONEER = "NewPaymentWithPayoneer"
    SENT_TO_ACCOUNTANT = "SentToAccountant"
    DOWNLOADED_AS_PDF = "DownloadedAsPdf"
    MARK_AS_PAID_BY_THE_CLIENT = "MarkAsPaidByTheClient"
    OPENED_ATTACHMENT = "OpenedAttachment"
    NEW_PAYMENT_WITH_SQUARE = "NewPaymentWithSquare"
    NEW_PAYMENT_WITH_KLIK_AND_PAY = "NewPaymentWithKlikAndPay"
    NEW_PAYMENT_WITH_RAZORPAY = "NewPaymentWithRazorpay"
    NEW_PAYMENT_WITH_WEPAY = "NewPaymentWithWepay"
    NEW_PAYMENT_WITH_HALKBANK = "NewPaymentWithHalkbank"
    CHANGE_STATUS = "ChangeStatus"
    ORDER_UPDATED = "OrderUpdated"
    ORDER_CREATED = "OrderCreated"
    NEW_PAYMENT_WITH_TWO_CHECKOUT = "NewPaymentWithTwoCheckout"
    NEW_PAYMENT_WITH_PAYMENT_WALL = "NewPaymentWithPaymentWall"
    NEW_PAYMENT_WITH_BAMBORA_EU = "NewPaymentWithBamboraEU"
    NEW_PAYMENT_WITH_BAMBORA_NA = "NewPaymentWithBamboraNA"
    VOID = "Void"
    NEW_PAYMENT_WITH_NLB = "NewPaymentWithNlb"
    NEW_PAYMENT_WITH_AUTHORIZE_NET = "NewPaymentWithAuthorizeNet"
    NEW_PAYMENT_WITH_BRAINTREE = "NewPaymentWithBraintree"
    ESTIMATION_CREATED = "EstimationCreated"
    ESTIMATION_DRAFT = "EstimationDraft"
    ESTIMATION_CLONED = "EstimationCloned"
    ESTIMATION_SENT_VIA_EMAIL = "EstimationSentViaEmail"
    ESTIMATION_OPENED = "EstimationOpened"
    ESTIMATION_VIEWED = "EstimationViewed"
    ESTIMATION_ACCEPTED = "EstimationAccepted"
    ESTIMATION_REJECTED = "EstimationRejected"
    ESTIMATION_UPDATED = "EstimationUpdated"
    ESTIMATION_DOWNLOADED_AS_PDF = "EstimationDownloadedAsPdf"
    INVOICE_DIGITALLY_SIGNED = "InvoiceDigitallySigned"


class AdditionalClientEmail(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    email: str | None = None


class AttachmentType(StrEnum):
    """The values."""

    EXTERNAL = "External"
    UPLOADED = "Uploaded"


class Client(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    additional_emails: list[AdditionalClientEmail] | None = None
    address: str | None = None
    client_country_id: int | None = None
    client_currency_id: int | None = None
    company_registration_number: str | None = None
    created_on: datetime | None = None
    default_due_date_in_days: int | None = None
    email: str | None = None
    id: int | None = None
    name: str | None = None
    phone_number: str | None = None
    ui_language_id: int | None = None
    vat: str | None = None


class Currency(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    code: str | None = None
    id: int | None = None
    name: str | None = None
    symbol: str | None = None
    value: str | None = None


class DayOfWeek(StrEnum):
    """The values."""

    SUNDAY = "Sunday"
    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"


class InvoiceActivity(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    id: int | None = None
    invoice_number: str | None = None
    link: str | None = None
    message: str | None = None
    type: ActivityType | None = None


class InvoiceAttachment(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    id: int | None = None
    link: str | None = None
    obfuscated_file_name: str | None = None
    original_file_name: str | None = None
    size: int | None = None
    type: AttachmentType | None = None


class InvoiceGateway(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    name: str | None = None


class InvoiceItem(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    cost: Decimal | None = None
    description: str | None = None
    discount_amount: Decimal | None = None
    discount_percentage: Decimal | None = None
    id: int | None = None
    quantity: Decimal | None = None
    sub_total_amount: Decimal | None = None
    tax_amount: Decimal | None = None
    tax_id: int | None = None
    tax_percentage: Decimal | None = None
    total_amount: Decimal | None = None
    work_type_id: int | None = None


class InvoicePayment(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    amount: Decimal | None = None
    id: int | None = None
    is_automatic: bool | None = None
    note: str | None = None
    paid_on: datetime | None = None
    reference_id: str | None = None
    type: PaymentType | None = None


class InvoiceRecurrence(msgspec.Struct, kw_only=True, frozen=True, rename="pascal"):
    """The fields."""

    day_of_month: int | None = None
    day_of_week: DayOfWeek | None = None
    due_date_in_days: int | None = None
    end_of_recurrence: datetime | None = msgspec.field(name="EndOfRecurrance", default=None)
    month: int | None = None
    recurrence_pattern: RecurrencePattern | None = msgspec.field(name="RecurrancePattern", default=None)
    recurrence_value: int | None = msgspec.field(name="RecurranceValue", default=None)
    start_of_recurrence: datetime | None = msgspec.field(name="StartOfRecurrance", default=None)
    status: RecurrenceStatus | None = None
    title: str | None = None


class InvoiceStatus(StrEnum):
    """The values."""

    DRAFT = "Draft"
    PAID = "Paid"
    UNPAID = "Unpaid"
    OVERDUE = "Overdue"
    VOID = "Void"


class PaymentType(StrEnum):
    """The values."""

    OTHER = "Other"
    PAYPAL = "Paypal"
    STRIPE = "Stripe"
    PAYONEER = "Payoneer"
    BANK = "Bank"
    CASH = "Cash"
    CHEQUE = "Cheque"
    ACH = "Ach"
    SEPA = "Sepa"
    SQUARE = "Square"
    KLIK_AND_PAY = "KlikAndPay"
    RAZORPAY = "Razorpay"
    WEPAY = "Wepay"
    HALKBANK = "Halkbank"
    TWO_CHECKOUT = "TwoCheckout"
    PAYMENT_WALL = "PaymentWall"
    BAMBORA_EU = "BamboraEU"
    BAMBORA_NA = "BamboraNA"
    NLB = "Nlb"
    AUTHORIZE_NET = "AuthorizeNet"
    BRAINTREE = "Braintree"


class RecurrencePattern(StrEnum):
    """The values."""

    DAILY = "Daily"
    WEEKLY = "Weekly"
    MONTHLY = "Monthly"
    YEARLY = "Yearly"


class RecurrenceStatus(StrEnum):
    """The values."""

    PENDING = "Pending"
    ACTIVE = "Active"
    CANCELLED = "Cancelled"
    FINISHED = "Finished"


class ItemCreate(msgspec.Struct, kw_only=True, frozen=True, rename="pascal", omit_defaults=True):
    """The fields."""

    cost: Decimal | int
    quantity: Decimal | int
    work_type_id: int
    description: str | None = None
    discount_percentage: Decimal | int | None = None
    tax_id: int | None = None
    tax_percentage: Decimal | int | None = None


class AttachmentCreate(msgspec.Struct, kw_only=True, frozen=True, rename="pascal", omit_defaults=True):
    """The fields."""

    link: str | None = None
    obfuscated_file_name: str | None = None
    original_file_name: str | None = None
    size: int | None = None
    type: AttachmentType | None = None


class Create(msgspec.Struct, kw_only=True, frozen=True, rename="pascal", omit_defaults=True):
    """The fields."""

    client_id: int
    currency_id: int
    items: list[ItemCreate]
    attachments: list[AttachmentCreate] | None = None
    cloned_from_id: int | None = None
    due_date: datetime | None = msgspec.field(name="Duedate", default=None)
    invoice_category_id: int | None = None
    issued_on: datetime | None = None
    notes: str | None = None
    number: str | None = None
    payment_gateways: list[InvoiceGateway] | None = None
    po_number: str | None = None
    recurring_profile: InvoiceRecurrence | None = None
    recurring_profile_id: int | None = None
    should_send_reminders: bool | None = None
    status: InvoiceStatus | None = None
    terms: str | None = None
