# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._json.model import Model
from ._json.nullable import ABSENT, Nullable, NullableAmount
from .enums import OpenEnum, OrOrdinal

__all__ = [
    "ActivityRecord",
    "ActivityType",
    "AdditionalClientEmail",
    "AdditionalClientEmailRecord",
    "AttachmentType",
    "CheckoutFields",
    "Client",
    "ClientCreate",
    "ClientDelete",
    "ClientRecord",
    "ClientUpdate",
    "Country",
    "CountryRecord",
    "Currency",
    "CurrencyRecord",
    "DayOfWeek",
    "ErrorBody",
    "ErrorInfo",
    "Estimation",
    "EstimationActivity",
    "EstimationAttachment",
    "EstimationAttachmentCreate",
    "EstimationAttachmentUpdate",
    "EstimationCreate",
    "EstimationDelete",
    "EstimationGateway",
    "EstimationItem",
    "EstimationItemCreate",
    "EstimationItemUpdate",
    "EstimationLink",
    "EstimationPage",
    "EstimationSendToClient",
    "EstimationStatus",
    "EstimationStatusChange",
    "EstimationSummary",
    "EstimationUpdate",
    "ExternalConnectionRecord",
    "GatewayConnectionType",
    "GatewayCurrency",
    "GatewayFieldType",
    "Invoice",
    "InvoiceActivity",
    "InvoiceAttachment",
    "InvoiceAttachmentCreate",
    "InvoiceAttachmentRecord",
    "InvoiceAttachmentUpdate",
    "InvoiceCategory",
    "InvoiceCategoryCreate",
    "InvoiceCategoryDelete",
    "InvoiceCategoryPage",
    "InvoiceCategoryUpdate",
    "InvoiceCreate",
    "InvoiceDelete",
    "InvoiceGateway",
    "InvoiceGatewayRecord",
    "InvoiceItem",
    "InvoiceItemCreate",
    "InvoiceItemRecord",
    "InvoiceItemUpdate",
    "InvoiceLink",
    "InvoiceMessageRecord",
    "InvoiceMessageType",
    "InvoicePage",
    "InvoicePayment",
    "InvoiceRecord",
    "InvoiceRecurrence",
    "InvoiceSendToAccountant",
    "InvoiceSendToClient",
    "InvoiceStatus",
    "InvoiceStatusChange",
    "InvoiceSummary",
    "InvoiceTemplate",
    "InvoiceUpdate",
    "Order",
    "OrderAttachment",
    "OrderBillingDetails",
    "OrderCreate",
    "OrderDelete",
    "OrderItem",
    "OrderPage",
    "OrderShippingDetails",
    "OrderStatus",
    "OrderStatusChange",
    "OrderSummary",
    "PaymentGateway",
    "PaymentGatewayInputFieldRecord",
    "PaymentGatewayRecord",
    "PaymentLinkDelete",
    "PaymentLinkItemRecord",
    "PaymentLinkPage",
    "PaymentLinkRecord",
    "PaymentLinkUri",
    "PaymentRecord",
    "PaymentType",
    "Product",
    "ProductAttachment",
    "ProductCoupon",
    "ProductCreate",
    "ProductDelete",
    "ProductDiscount",
    "ProductGateway",
    "ProductItem",
    "ProductPage",
    "ProductStatus",
    "ProductSummary",
    "ProductUpdate",
    "Profession",
    "QueryOptionsRecord",
    "QueuedInvoiceRecord",
    "QueuedInvoiceStatus",
    "RecurrencePattern",
    "RecurrenceStatus",
    "RecurringProfileRecord",
    "ReferralProgram",
    "SearchRequestRecord",
    "SortOrder",
    "SubscriptionBillingPeriod",
    "SubscriptionCancellationReason",
    "SubscriptionFeature",
    "SubscriptionPlanRecord",
    "SubscriptionStatus",
    "Tax",
    "TaxCreate",
    "TaxDelete",
    "TaxRecord",
    "TaxUpdate",
    "UiLanguage",
    "UiLanguageRecord",
    "UserExperience",
    "UserRecord",
    "UserSettingsRecord",
    "UserStatus",
    "UserType",
    "WebhookActivity",
    "WebhookDelivery",
    "WorkType",
    "WorkTypeCreate",
    "WorkTypeDelete",
    "WorkTypeRecord",
    "WorkTypeUpdate",
]


class ActivityRecord(Model, kw_only=True):
    """
    `Activity` in the vendor's document.
    """

    estimation_id: Nullable[int] = field(name="EstimationId", default=ABSENT)
    estimation_number: Nullable[str] = field(name="EstimationNumber", default=ABSENT)
    id: Nullable[int] = field(name="Id", default=ABSENT)
    invoice_id: Nullable[int] = field(name="InvoiceId", default=ABSENT)
    invoice_number: Nullable[str] = field(name="InvoiceNumber", default=ABSENT)
    link: Nullable[str] = field(name="Link", default=ABSENT)
    message: Nullable[str] = field(name="Message", default=ABSENT)
    order_id: Nullable[int] = field(name="OrderId", default=ABSENT)
    order_number: Nullable[str] = field(name="OrderNumber", default=ABSENT)
    type: Nullable[OrOrdinal[ActivityType]] = field(name="Type", default=ABSENT)
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)


class ActivityType(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

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


class AdditionalClientEmail(Model, kw_only=True):
    """
    `AdditionalClientEmailApiModel` in the vendor's document.
    """

    email: Nullable[str] = field(name="Email", default=ABSENT)
    """
    CC
    """


class AdditionalClientEmailRecord(Model, kw_only=True):
    """
    `AdditionalClientEmail` in the vendor's document.
    """

    client: ClientRecord | None = field(name="Client", default=None)
    client_id: int | None = field(name="ClientId", default=None)
    email: str | None = field(name="Email", default=None)
    id: int | None = field(name="Id", default=None)


class AttachmentType(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    EXTERNAL = "External"
    UPLOADED = "Uploaded"


class CheckoutFields(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    SHOW_MINIMUM_REQUIRED_FIELDS = "ShowMinimumRequiredFields"
    SHOW_ALL_FIELDS = "ShowAllFields"


class Client(Model, kw_only=True):
    """
    `ClientDetailsApiModel` in the vendor's document.

    In days: `default_due_date_in_days`.
    """

    additional_emails: list[AdditionalClientEmail] | None = field(name="AdditionalEmails", default=None)
    """
    Client additional emails contact for CC
    """
    address: str | None = field(name="Address", default=None)
    """
    Client business address
    """
    client_country_id: int | None = field(name="ClientCountryId", default=None)
    """
    Indicates the country where the clients is from
    """
    client_currency_id: int | None = field(name="ClientCurrencyId", default=None)
    """
    Indicates the default system currency used by the user for the client
    """
    company_registration_number: str | None = field(name="CompanyRegistrationNumber", default=None)
    """
    Client's Company Registration Number
    """
    created_on: datetime | None = field(name="CreatedOn", default=None)
    """
    Date of creation
    """
    default_due_date_in_days: int | None = field(name="DefaultDueDateInDays", default=None)
    """
    Client custom payment terms (days)
    """
    email: str | None = field(name="Email", default=None)
    """
    Client email
    """
    id: int | None = field(name="Id", default=None)
    """
    Entity id
    """
    name: str | None = field(name="Name", default=None)
    """
    Name of the client
    """
    phone_number: str | None = field(name="PhoneNumber", default=None)
    """
    Client phone numer
    """
    ui_language_id: int | None = field(name="UiLanguageId", default=None)
    """
    Hold a value of the language in which the invoice will be sent
    """
    vat: str | None = field(name="Vat", default=None)
    """
    Client's VAT number
    """


class ClientCreate(Model, kw_only=True):
    """
    `ClientCreateApiModel` in the vendor's document.

    In days: `default_due_date_in_days`.
    """

    client_country_id: int = field(name="ClientCountryId")
    """
    Indicates the country where the clients is from
    """
    client_currency_id: int = field(name="ClientCurrencyId")
    """
    Indicates the default system currency used by the user for the client
    """
    email: str = field(name="Email")
    """
    Client email
    """
    name: str = field(name="Name")
    """
    Name of the client
    """
    ui_language_id: int = field(name="UiLanguageId")
    """
    Hold a value of the language in which the invoice will be sent
    """
    additional_emails: list[AdditionalClientEmail] | None | UnsetType = field(name="AdditionalEmails", default=UNSET)
    """
    Client additional emails contact for CC
    """
    address: str | None | UnsetType = field(name="Address", default=UNSET)
    """
    Client business address
    """
    company_registration_number: str | None | UnsetType = field(name="CompanyRegistrationNumber", default=UNSET)
    """
    Client's Company Registration Number
    """
    default_due_date_in_days: int | None | UnsetType = field(name="DefaultDueDateInDays", default=UNSET)
    """
    Client custom payment terms (days)
    """
    phone_number: str | None | UnsetType = field(name="PhoneNumber", default=UNSET)
    """
    Client phone numer
    """
    vat: str | None | UnsetType = field(name="Vat", default=UNSET)
    """
    Client's VAT number
    """


class ClientDelete(Model, kw_only=True):
    """
    `ClientDeleteApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of client to be deleted
    """


class ClientRecord(Model, kw_only=True):
    """
    `Client` in the vendor's document.

    In days: `default_due_date_in_days`.
    """

    address: Nullable[str] = field(name="Address", default=ABSENT)
    client_country_id: Nullable[int] = field(name="ClientCountryId", default=ABSENT)
    client_currency_id: Nullable[int] = field(name="ClientCurrencyId", default=ABSENT)
    company_registration_number: Nullable[str] = field(name="CompanyRegistrationNumber", default=ABSENT)
    default_due_date_in_days: Nullable[int] = field(name="DefaultDueDateInDays", default=ABSENT)
    """
    Days
    """
    email: Nullable[str] = field(name="Email", default=ABSENT)
    id: Nullable[int] = field(name="Id", default=ABSENT)
    name: Nullable[str] = field(name="Name", default=ABSENT)
    phone_number: Nullable[str] = field(name="PhoneNumber", default=ABSENT)
    ui_language_id: Nullable[int] = field(name="UiLanguageId", default=ABSENT)
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)
    vat: Nullable[str] = field(name="Vat", default=ABSENT)


class ClientUpdate(Model, kw_only=True):
    """
    `ClientUpdateApiModel` in the vendor's document.

    In days: `default_due_date_in_days`.
    """

    id: int = field(name="Id")
    """
    Entity id
    """
    additional_emails: list[AdditionalClientEmail] | None | UnsetType = field(name="AdditionalEmails", default=UNSET)
    """
    Client additional emails contact for CC
    """
    address: str | None | UnsetType = field(name="Address", default=UNSET)
    """
    Client business address
    """
    client_country_id: int | None | UnsetType = field(name="ClientCountryId", default=UNSET)
    """
    Indicates the country where the clients is from
    """
    client_currency_id: int | None | UnsetType = field(name="ClientCurrencyId", default=UNSET)
    """
    Indicates the default system currency used by the user for the client
    """
    company_registration_number: str | None | UnsetType = field(name="CompanyRegistrationNumber", default=UNSET)
    """
    Client's Company Registration Number
    """
    default_due_date_in_days: int | None | UnsetType = field(name="DefaultDueDateInDays", default=UNSET)
    """
    Client custom payment terms (days)
    """
    email: str | None | UnsetType = field(name="Email", default=UNSET)
    """
    Client email
    """
    name: str | None | UnsetType = field(name="Name", default=UNSET)
    """
    Name of the client
    """
    phone_number: str | None | UnsetType = field(name="PhoneNumber", default=UNSET)
    """
    Client phone numer
    """
    ui_language_id: int | None | UnsetType = field(name="UiLanguageId", default=UNSET)
    """
    Hold a value of the language in which the invoice will be sent
    """
    vat: str | None | UnsetType = field(name="Vat", default=UNSET)
    """
    Client's VAT number
    """


class Country(Model, kw_only=True):
    """
    `CountryDetailsApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Entity id
    """
    name: str | None = field(name="Name", default=None)
    """
    Name of the country
    """
    value: str | None = field(name="Value", default=None)
    """
    Country short code
    """


class CountryRecord(Model, kw_only=True):
    """
    `Country` in the vendor's document.
    """

    id: Nullable[int] = field(name="Id", default=ABSENT)
    name: Nullable[str] = field(name="Name", default=ABSENT)
    value: Nullable[str] = field(name="Value", default=ABSENT)


class Currency(Model, kw_only=True):
    """
    `CurrencyDetailsApiModel` in the vendor's document.
    """

    code: str | None = field(name="Code", default=None)
    """
    Currency short numeric code
    """
    id: int | None = field(name="Id", default=None)
    """
    Entity id
    """
    name: str | None = field(name="Name", default=None)
    """
    Name of the currency
    """
    symbol: str | None = field(name="Symbol", default=None)
    """
    Currency symbol
    """
    value: str | None = field(name="Value", default=None)
    """
    Currency short alpha code
    """


class CurrencyRecord(Model, kw_only=True):
    """
    `Currency` in the vendor's document.
    """

    code: Nullable[str] = field(name="Code", default=ABSENT)
    id: Nullable[int] = field(name="Id", default=ABSENT)
    name: Nullable[str] = field(name="Name", default=ABSENT)
    symbol: Nullable[str] = field(name="Symbol", default=ABSENT)
    value: Nullable[str] = field(name="Value", default=ABSENT)


class DayOfWeek(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    SUNDAY = "Sunday"
    MONDAY = "Monday"
    TUESDAY = "Tuesday"
    WEDNESDAY = "Wednesday"
    THURSDAY = "Thursday"
    FRIDAY = "Friday"
    SATURDAY = "Saturday"


class ErrorBody(Model, kw_only=True):
    """
    The JSON body of an error, where the service sends one.
    """

    message: str | None = field(name="Message", default=None)
    """
    What went wrong, for a person to read
    """


class ErrorInfo(Model, kw_only=True):
    """
    `IErrorInfo` in the vendor's document.
    """

    code: str | None = field(name="Code", default=None)
    fault_message: str | None = field(name="FaultMessage", default=None)
    group: str | None = field(name="Group", default=None)
    user_visible_message: str | None = field(name="UserVisibleMessage", default=None)


class Estimation(Model, kw_only=True):
    """
    `EstimationFullDetailsApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `sub_total_amount`, `tax_amount`,
    `total_amount`.
    """

    access_token: str | None = field(name="AccessToken", default=None)
    """
    Security access token used for accessing the estimation anonymously
    """
    activities: list[EstimationActivity] | None = field(name="Activities", default=None)
    """
    List of estimation activities. estimation audit log
    """
    attachments: list[EstimationAttachment] | None = field(name="Attachments", default=None)
    """
    List of estimation attachments
    """
    client: Client | None = field(name="Client", default=None)
    cloned_from_id: int | None = field(name="ClonedFromId", default=None)
    """
    Indicate from which estimation this estimation has been cloned from
    """
    currency: Currency | None = field(name="Currency", default=None)
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Amount that goes as a discount (money, in the currency of the document it belongs to)
    """
    expires_on: datetime | None = field(name="ExpiresOn", default=None)
    """
    Indicates when the estimation will be proclamed as due
    """
    id: int | None = field(name="Id", default=None)
    """
    Estimation id
    """
    issued_on: datetime | None = field(name="IssuedOn", default=None)
    """
    Indicates when the estimation was issued
    """
    items: list[EstimationItem] | None = field(name="Items", default=None)
    """
    List of estimation items
    """
    notes: str | None = field(name="Notes", default=None)
    """
    Internal note regarding the estimation
    """
    number: str | None = field(name="Number", default=None)
    """
    Unique estimation number
    """
    payment_gateways: list[EstimationGateway] | None = field(name="PaymentGateways", default=None)
    """
    List of enabled payment gateways for this estimation
    """
    po_number: str | None = field(name="PoNumber", default=None)
    """
    Unique number generated by the buyer
    """
    status: OrOrdinal[EstimationStatus] | None = field(name="Status", default=None)
    """
    Indicate the status of the estimation (paid/unpaid/overdue)
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Total amount of the estimation without tax (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Amount that goes to the tax (money, in the currency of the document it belongs to)
    """
    terms: str | None = field(name="Terms", default=None)
    """
    Terms of agreement
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of the estimation with tax (money, in the currency of the document it belongs to)
    """


class EstimationActivity(Model, kw_only=True):
    """
    `EstimationActivityApiModel` in the vendor's document.
    """

    estimation_number: str | None = field(name="EstimationNumber", default=None)
    """
    Indicates to which estimation this activity refers to
    """
    id: int | None = field(name="Id", default=None)
    """
    Id of estimation activity
    """
    link: str | None = field(name="Link", default=None)
    """
    Url which point out to a certain activity action. Ex: Click to view the payment
    """
    message: str | None = field(name="Message", default=None)
    """
    Message associated with the activity
    """
    type: OrOrdinal[ActivityType] | None = field(name="Type", default=None)
    """
    Type of the activity
    """


class EstimationAttachment(Model, kw_only=True):
    """
    `EstimationAttachmentApiModel` in the vendor's document.

    In bytes: `size`.
    """

    id: int | None = field(name="Id", default=None)
    """
    Id of estimation attachment
    """
    link: str | None = field(name="Link", default=None)
    """
    Link to the file
    """
    obfuscated_file_name: str | None = field(name="ObfuscatedFileName", default=None)
    """
    Hashed file name to avoid url wildguessing
    """
    original_file_name: str | None = field(name="OriginalFileName", default=None)
    """
    Name of the file
    """
    size: int | None = field(name="Size", default=None)
    """
    File size number in bytes (bytes)
    """
    type: OrOrdinal[AttachmentType] | None = field(name="Type", default=None)
    """
    Type of the link (Attached or external)
    """


class EstimationAttachmentCreate(Model, kw_only=True):
    """
    `EstimationCreateAttachmentApiModel` in the vendor's document.

    In bytes: `size`.
    """

    link: str | None | UnsetType = field(name="Link", default=UNSET)
    """
    Link to the file
    """
    obfuscated_file_name: str | None | UnsetType = field(name="ObfuscatedFileName", default=UNSET)
    """
    Hashed file name to avoid url wildguessing
    """
    original_file_name: str | None | UnsetType = field(name="OriginalFileName", default=UNSET)
    """
    Name of the file
    """
    size: int | None | UnsetType = field(name="Size", default=UNSET)
    """
    File size number in bytes (bytes)
    """
    type: AttachmentType | None | UnsetType = field(name="Type", default=UNSET)
    """
    Type of the link (Attached or external)
    """


class EstimationAttachmentUpdate(Model, kw_only=True):
    """
    `EstimationUpdateAttachmentApiModel` in the vendor's document.

    In bytes: `size`.
    """

    id: int | None | UnsetType = field(name="Id", default=UNSET)
    """
    Id of estimation attachment
    """
    link: str | None | UnsetType = field(name="Link", default=UNSET)
    """
    Link to the file
    """
    obfuscated_file_name: str | None | UnsetType = field(name="ObfuscatedFileName", default=UNSET)
    """
    Hashed file name to avoid url wildguessing
    """
    original_file_name: str | None | UnsetType = field(name="OriginalFileName", default=UNSET)
    """
    Name of the file
    """
    size: int | None | UnsetType = field(name="Size", default=UNSET)
    """
    File size number in bytes (bytes)
    """
    type: AttachmentType | None | UnsetType = field(name="Type", default=UNSET)
    """
    Type of the link (Attached or external)
    """


class EstimationCreate(Model, kw_only=True):
    """
    `EstimationCreateApiModel` in the vendor's document.
    """

    client_id: int = field(name="ClientId")
    """
    The client to whom this estimation is assigned
    """
    currency_id: int = field(name="CurrencyId")
    """
    Id of the currency for the estimation amounts
    """
    items: list[EstimationItemCreate] = field(name="Items")
    """
    List of estimation items
    """
    attachments: list[EstimationAttachmentCreate] | None | UnsetType = field(name="Attachments", default=UNSET)
    """
    List of estimation attachments
    """
    cloned_from_id: int | None | UnsetType = field(name="ClonedFromId", default=UNSET)
    """
    Indicate from which estimation this estimation has been cloned from
    """
    expires_on: datetime | None | UnsetType = field(name="ExpiresOn", default=UNSET)
    """
    Indicates when the estimation will be proclamed as due
    """
    issued_on: datetime | None | UnsetType = field(name="IssuedOn", default=UNSET)
    """
    Indicates when the estimation was issued
    """
    notes: str | None | UnsetType = field(name="Notes", default=UNSET)
    """
    Internal note regarding the estimation
    """
    number: str | None | UnsetType = field(name="Number", default=UNSET)
    """
    Unique estimation number
    """
    payment_gateways: list[EstimationGateway] | None | UnsetType = field(name="PaymentGateways", default=UNSET)
    """
    List of enabled payment gateways for this estimation
    """
    po_number: str | None | UnsetType = field(name="PoNumber", default=UNSET)
    """
    Unique number generated by the buyer
    """
    status: EstimationStatus | None | UnsetType = field(name="Status", default=UNSET)
    """
    Indicate the status of the estimation (paid/unpaid/overdue)
    """
    terms: str | None | UnsetType = field(name="Terms", default=UNSET)
    """
    Terms of agreement
    """


class EstimationDelete(Model, kw_only=True):
    """
    `EstimationDeleteApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of estimation to be deleted
    """


class EstimationGateway(Model, kw_only=True):
    """
    `EstimationGatewayApiModel` in the vendor's document.
    """

    name: Nullable[str] = field(name="Name", default=ABSENT)
    """
    Name of the payment gateway
    """


class EstimationItem(Model, kw_only=True):
    """
    `EstimationItemApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`, `discount_amount`, `sub_total_amount`,
    `tax_amount`, `total_amount`.

    In percent, 18 for 18 %: `discount_percentage`, `tax_percentage`.
    """

    cost: Decimal | None = field(name="Cost", default=None)
    """
    Amount per unit (money, in the currency of the document it belongs to)
    """
    description: str | None = field(name="Description", default=None)
    """
    Additional description attached to the estimation item
    """
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Amount that goes as a discount (money, in the currency of the document it belongs to)
    """
    discount_percentage: Decimal | None = field(name="DiscountPercentage", default=None)
    """
    Discount percentage for the overall amount (in percent, 18 for 18 %)
    """
    id: int | None = field(name="Id", default=None)
    """
    Id of estimation item
    """
    quantity: Decimal | None = field(name="Quantity", default=None)
    """
    Quantity in total used for the work type
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Sub-Total amount of the estimation item (Amount without tax) (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Amount that goes to the tax (money, in the currency of the document it belongs to)
    """
    tax_id: int | None = field(name="TaxId", default=None)
    """
    Tax applied on the item
    """
    tax_percentage: Decimal | None = field(name="TaxPercentage", default=None)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of the estimation item (money, in the currency of the document it belongs to)
    """
    work_type_id: int | None = field(name="WorkTypeId", default=None)
    """
    Work type (Name of the service)
    """


class EstimationItemCreate(Model, kw_only=True):
    """
    `EstimationCreateItemApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`.

    In percent, 18 for 18 %: `discount_percentage`, `tax_percentage`.
    """

    cost: Decimal | int = field(name="Cost")
    """
    Amount per unit (money, in the currency of the document it belongs to)
    """
    quantity: Decimal | int = field(name="Quantity")
    """
    Quantity in total used for the work type
    """
    work_type_id: int = field(name="WorkTypeId")
    """
    Work type (Name of the service)
    """
    description: str | None | UnsetType = field(name="Description", default=UNSET)
    """
    Additional description attached to the estimation item
    """
    discount_percentage: Decimal | int | None | UnsetType = field(name="DiscountPercentage", default=UNSET)
    """
    Discount percentage for the overall amount (in percent, 18 for 18 %)
    """
    tax_id: int | None | UnsetType = field(name="TaxId", default=UNSET)
    """
    Tax applied on the item
    """
    tax_percentage: Decimal | int | None | UnsetType = field(name="TaxPercentage", default=UNSET)
    """
    Tax percentage (in percent, 18 for 18 %)
    """


class EstimationItemUpdate(Model, kw_only=True):
    """
    `EstimationUpdateItemApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`.

    In percent, 18 for 18 %: `discount_percentage`, `tax_percentage`.
    """

    cost: Decimal | int | None | UnsetType = field(name="Cost", default=UNSET)
    """
    Amount per unit (money, in the currency of the document it belongs to)
    """
    description: str | None | UnsetType = field(name="Description", default=UNSET)
    """
    Additional description attached to the estimation item
    """
    discount_percentage: Decimal | int | None | UnsetType = field(name="DiscountPercentage", default=UNSET)
    """
    Discount percentage for the overall amount (in percent, 18 for 18 %)
    """
    id: int | None | UnsetType = field(name="Id", default=UNSET)
    """
    Id of estimation item
    """
    quantity: Decimal | int | None | UnsetType = field(name="Quantity", default=UNSET)
    """
    Quantity in total used for the work type
    """
    tax_id: int | None | UnsetType = field(name="TaxId", default=UNSET)
    """
    Tax applied on the item
    """
    tax_percentage: Decimal | int | None | UnsetType = field(name="TaxPercentage", default=UNSET)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    work_type_id: int | None | UnsetType = field(name="WorkTypeId", default=UNSET)
    """
    Work type (Name of the service)
    """


class EstimationLink(Model, kw_only=True):
    """
    `EstimationUriApiModel` in the vendor's document.
    """

    link: str | None = field(name="Link", default=None)
    """
    Unique link to the estimation
    """


class EstimationPage(Model, kw_only=True):
    """
    `ListResult_EstimationDetailsApiModel_` in the vendor's document.
    """

    count: int | None = field(name="Count", default=None)
    error_messages: list[ErrorInfo] | None = field(name="ErrorMessages", default=None)
    is_faulted: bool | None = field(name="IsFaulted", default=None)
    result: list[EstimationSummary] | None = field(name="Result", default=None)
    total_count: int | None = field(name="TotalCount", default=None)


class EstimationSendToClient(Model, kw_only=True):
    """
    `SendEstimationToClientApiModel` in the vendor's document.
    """

    estimation_id: int = field(name="EstimationId")
    """
    Id of the estimation
    """
    attach_pdf: bool | None | UnsetType = field(name="AttachPdf", default=UNSET)
    """
    Should attach pdf file
    """
    id: int | None | UnsetType = field(name="Id", default=UNSET)
    """
    The old name of `EstimationId`; the vendor means to remove it
    """
    message: str | None | UnsetType = field(name="Message", default=UNSET)
    """
    Message to be embedded in the email
    """
    send_to_self: bool | None | UnsetType = field(name="SendToSelf", default=UNSET)
    """
    Should email copy be send to self
    """
    subject: str | None | UnsetType = field(name="Subject", default=UNSET)
    """
    Subject for the email
    """


class EstimationStatus(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    DRAFT = "Draft"
    ACCEPTED = "Accepted"
    REJECTED = "Rejected"


class EstimationStatusChange(Model, kw_only=True):
    """
    `EstimationChangeStatusApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Estimation Id
    """
    status: EstimationStatus = field(name="Status")
    """
    New status of the estimation
    """


class EstimationSummary(Model, kw_only=True):
    """
    `EstimationDetailsApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `sub_total_amount`, `tax_amount`,
    `total_amount`.
    """

    access_token: str | None = field(name="AccessToken", default=None)
    """
    Security access token used for accessing the estimation anonymously
    """
    client: Client | None = field(name="Client", default=None)
    cloned_from_id: int | None = field(name="ClonedFromId", default=None)
    """
    Indicate from which estimation this estimation has been cloned from
    """
    currency: Currency | None = field(name="Currency", default=None)
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Amount that goes as a discount (money, in the currency of the document it belongs to)
    """
    expires_on: datetime | None = field(name="ExpiresOn", default=None)
    """
    Indicates when the estimation will be proclamed as due
    """
    id: int | None = field(name="Id", default=None)
    """
    Estimation id
    """
    issued_on: datetime | None = field(name="IssuedOn", default=None)
    """
    Indicates when the estimation was issued
    """
    notes: str | None = field(name="Notes", default=None)
    """
    Internal note regarding the estimation
    """
    number: str | None = field(name="Number", default=None)
    """
    Unique estimation number
    """
    po_number: str | None = field(name="PoNumber", default=None)
    """
    Unique number generated by the buyer
    """
    status: OrOrdinal[EstimationStatus] | None = field(name="Status", default=None)
    """
    Indicate the status of the estimation (paid/unpaid/overdue)
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Total amount of the estimation without tax (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Amount that goes to the tax (money, in the currency of the document it belongs to)
    """
    terms: str | None = field(name="Terms", default=None)
    """
    Terms of agreement
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of the estimation with tax (money, in the currency of the document it belongs to)
    """


class EstimationUpdate(Model, kw_only=True):
    """
    `EstimationUpdateApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    estimation id
    """
    attachments: list[EstimationAttachmentUpdate] | None | UnsetType = field(name="Attachments", default=UNSET)
    """
    List of estimation attachments
    """
    client_id: int | None | UnsetType = field(name="ClientId", default=UNSET)
    """
    The client to whom this estimation is assigned
    """
    cloned_from_id: int | None | UnsetType = field(name="ClonedFromId", default=UNSET)
    """
    Indicate from which estimation this estimation has been cloned from
    """
    currency_id: int | None | UnsetType = field(name="CurrencyId", default=UNSET)
    """
    Id of the currency for the estimation amounts
    """
    expires_on: datetime | None | UnsetType = field(name="ExpiresOn", default=UNSET)
    """
    Indicates when the estimation will be proclamed as due
    """
    issued_on: datetime | None | UnsetType = field(name="IssuedOn", default=UNSET)
    """
    Indicates when the estimation was issued
    """
    items: list[EstimationItemUpdate] | None | UnsetType = field(name="Items", default=UNSET)
    """
    List of estimation items
    """
    notes: str | None | UnsetType = field(name="Notes", default=UNSET)
    """
    Internal note regarding the estimation
    """
    number: str | None | UnsetType = field(name="Number", default=UNSET)
    """
    Unique estimation number
    """
    payment_gateways: list[EstimationGateway] | None | UnsetType = field(name="PaymentGateways", default=UNSET)
    """
    List of enabled payment gateways for this estimation
    """
    po_number: str | None | UnsetType = field(name="PoNumber", default=UNSET)
    """
    Unique number generated by the buyer
    """
    status: EstimationStatus | None | UnsetType = field(name="Status", default=UNSET)
    """
    Indicate the status of the estimation (paid/unpaid/overdue)
    """
    terms: str | None | UnsetType = field(name="Terms", default=UNSET)
    """
    Terms of agreement
    """


class ExternalConnectionRecord(Model, kw_only=True):
    """
    `ExternalConnection` in the vendor's document.
    """

    access_token: Nullable[str] = field(name="AccessToken", default=ABSENT)
    access_token_secret: Nullable[str] = field(name="AccessTokenSecret", default=ABSENT)
    data: Nullable[str] = field(name="Data", default=ABSENT)
    expires_on: Nullable[datetime] = field(name="ExpiresOn", default=ABSENT)
    external_user_id: Nullable[str] = field(name="ExternalUserId", default=ABSENT)
    external_username: Nullable[str] = field(name="ExternalUsername", default=ABSENT)
    id: Nullable[int] = field(name="Id", default=ABSENT)
    provider: Nullable[str] = field(name="Provider", default=ABSENT)
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)


class GatewayConnectionType(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    OAUTH = "OAuth"
    INPUT_FIELDS = "InputFields"
    DROPDOWN = "Dropdown"


class GatewayCurrency(Model, kw_only=True):
    """
    `CurrencyApiModel` in the vendor's document.
    """

    name: str | None = field(name="Name", default=None)
    """
    Name of the currency
    """
    value: str | None = field(name="Value", default=None)
    """
    Currency short code
    """


class GatewayFieldType(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    INPUT = "Input"
    DROPDOWN = "Dropdown"


class Invoice(Model, kw_only=True):
    """
    `InvoiceFullDetailsApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `sub_total_amount`, `tax_amount`,
    `total_amount`.
    """

    id: int = field(name="Id")
    """
    Invoice id
    """
    access_token: str | None = field(name="AccessToken", default=None)
    """
    Security access token used for accessing the invoice anonymously
    """
    activities: list[InvoiceActivity] | None = field(name="Activities", default=None)
    """
    List of invoice activities. Invoice audit log
    """
    attachments: list[InvoiceAttachment] | None = field(name="Attachments", default=None)
    """
    List of invoice attachments
    """
    client: Client | None = field(name="Client", default=None)
    cloned_from_id: int | None = field(name="ClonedFromId", default=None)
    """
    Indicate from which invoice this invoice has been cloned from
    """
    currency: Currency | None = field(name="Currency", default=None)
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Amount that goes as a discount (money, in the currency of the document it belongs to)
    """
    due_date: datetime | None = field(name="Duedate", default=None)
    """
    Indicates when the invoice will be proclamed as due
    """
    enable_partial_payments: bool | None = field(name="EnablePartialPayments", default=None)
    """
    Indicate that the invoice allows the user to pay the invoice partially
    """
    invoice_category_id: int | None = field(name="InvoiceCategoryId", default=None)
    """
    Hold the id of the invoice category
    """
    issued_on: datetime | None = field(name="IssuedOn", default=None)
    """
    Indicates when the invoice was issued
    """
    items: list[InvoiceItem] | None = field(name="Items", default=None)
    """
    List of invoice items
    """
    notes: str | None = field(name="Notes", default=None)
    """
    Internal note regarding the invoice
    """
    number: str | None = field(name="Number", default=None)
    """
    Unique invoice number
    """
    payment_gateways: list[InvoiceGateway] | None = field(name="PaymentGateways", default=None)
    """
    List of enabled payment gateways for this invoice
    """
    payments: list[InvoicePayment] | None = field(name="Payments", default=None)
    """
    List of invoice payments
    """
    po_number: str | None = field(name="PoNumber", default=None)
    """
    Unique number generated by the buyer
    """
    recurring_profile: InvoiceRecurrence | None = field(name="RecurringProfile", default=None)
    recurring_profile_id: int | None = field(name="RecurringProfileId", default=None)
    """
    Hold the id of the recurring profile
    """
    should_send_reminders: bool | None = field(name="ShouldSendReminders", default=None)
    """
    Should send email reminders to client?
    """
    status: OrOrdinal[InvoiceStatus] | None = field(name="Status", default=None)
    """
    Indicate the status of the invoice (paid/unpaid/overdue)
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Total amount of the invoice without tax (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Amount that goes to the tax (money, in the currency of the document it belongs to)
    """
    terms: str | None = field(name="Terms", default=None)
    """
    Terms of agreement
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of the invoice with tax (money, in the currency of the document it belongs to)
    """


class InvoiceActivity(Model, kw_only=True):
    """
    `InvoiceActivityApiModel` in the vendor's document.
    """

    id: int | None = field(name="Id", default=None)
    """
    Id of invoice activity
    """
    invoice_number: str | None = field(name="InvoiceNumber", default=None)
    """
    Indicates to which invoice this activity refers to
    """
    link: str | None = field(name="Link", default=None)
    """
    Url which point out to a certain activity action. Ex: Click to view the payment
    """
    message: str | None = field(name="Message", default=None)
    """
    Message associated with the activity
    """
    type: OrOrdinal[ActivityType] | None = field(name="Type", default=None)
    """
    Type of the activity
    """


class InvoiceAttachment(Model, kw_only=True):
    """
    `InvoiceAttachmentApiModel` in the vendor's document.

    In bytes: `size`.
    """

    id: int | None = field(name="Id", default=None)
    """
    Id of invoice attachment
    """
    link: str | None = field(name="Link", default=None)
    """
    Link to the file
    """
    obfuscated_file_name: str | None = field(name="ObfuscatedFileName", default=None)
    """
    Hashed file name to avoid url wildguessing
    """
    original_file_name: str | None = field(name="OriginalFileName", default=None)
    """
    Name of the file
    """
    size: int | None = field(name="Size", default=None)
    """
    File size number in bytes (bytes)
    """
    type: OrOrdinal[AttachmentType] | None = field(name="Type", default=None)
    """
    Type of the link (Attached or external)
    """


class InvoiceAttachmentCreate(Model, kw_only=True):
    """
    `InvoiceCreateAttachmentApiModel` in the vendor's document.

    In bytes: `size`.
    """

    link: str | None | UnsetType = field(name="Link", default=UNSET)
    """
    Link to the file
    """
    obfuscated_file_name: str | None | UnsetType = field(name="ObfuscatedFileName", default=UNSET)
    """
    Hashed file name to avoid url wildguessing
    """
    original_file_name: str | None | UnsetType = field(name="OriginalFileName", default=UNSET)
    """
    Name of the file
    """
    size: int | None | UnsetType = field(name="Size", default=UNSET)
    """
    File size number in bytes (bytes)
    """
    type: AttachmentType | None | UnsetType = field(name="Type", default=UNSET)
    """
    Type of the link (Attached or external)
    """


class InvoiceAttachmentRecord(Model, kw_only=True):
    """
    `InvoiceAttachment` in the vendor's document.

    In bytes: `size`.
    """

    id: Nullable[int] = field(name="Id", default=ABSENT)
    invoice_id: Nullable[int] = field(name="InvoiceId", default=ABSENT)
    link: Nullable[str] = field(name="Link", default=ABSENT)
    obfuscated_file_name: Nullable[str] = field(name="ObfuscatedFileName", default=ABSENT)
    original_file_name: Nullable[str] = field(name="OriginalFileName", default=ABSENT)
    size: Nullable[int] = field(name="Size", default=ABSENT)
    """
    Bytes
    """
    type: Nullable[OrOrdinal[AttachmentType]] = field(name="Type", default=ABSENT)


class InvoiceAttachmentUpdate(Model, kw_only=True):
    """
    `InvoiceUpdateAttachmentApiModel` in the vendor's document.

    In bytes: `size`.
    """

    id: int | None | UnsetType = field(name="Id", default=UNSET)
    """
    Id of invoice attachment
    """
    link: str | None | UnsetType = field(name="Link", default=UNSET)
    """
    Link to the file
    """
    obfuscated_file_name: str | None | UnsetType = field(name="ObfuscatedFileName", default=UNSET)
    """
    Hashed file name to avoid url wildguessing
    """
    original_file_name: str | None | UnsetType = field(name="OriginalFileName", default=UNSET)
    """
    Name of the file
    """
    size: int | None | UnsetType = field(name="Size", default=UNSET)
    """
    File size number in bytes (bytes)
    """
    type: AttachmentType | None | UnsetType = field(name="Type", default=UNSET)
    """
    Type of the link (Attached or external)
    """


class InvoiceCategory(Model, kw_only=True):
    """
    `InvoiceCategoryApiModel` in the vendor's document.
    """

    id: int | None = field(name="Id", default=None)
    """
    Entity id
    """
    name: str | None = field(name="Name", default=None)
    """
    Category name
    """


class InvoiceCategoryCreate(Model, kw_only=True):
    """
    `InvoiceCategoryCreateApiModel` in the vendor's document.
    """

    name: str = field(name="Name")
    """
    Category name
    """


class InvoiceCategoryDelete(Model, kw_only=True):
    """
    `InvoiceCategoryDeleteApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of invoice category to be deleted
    """


class InvoiceCategoryPage(Model, kw_only=True):
    """
    `ListResult_InvoiceCategoryApiModel_` in the vendor's document.
    """

    count: int | None = field(name="Count", default=None)
    error_messages: list[ErrorInfo] | None = field(name="ErrorMessages", default=None)
    is_faulted: bool | None = field(name="IsFaulted", default=None)
    result: list[InvoiceCategory] | None = field(name="Result", default=None)
    total_count: int | None = field(name="TotalCount", default=None)


class InvoiceCategoryUpdate(Model, kw_only=True):
    """
    `InvoiceCategoryUpdateApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Entity id
    """
    name: str | None | UnsetType = field(name="Name", default=UNSET)
    """
    Category name
    """


class InvoiceCreate(Model, kw_only=True):
    """
    `InvoiceCreateApiModel` in the vendor's document.
    """

    client_id: int = field(name="ClientId")
    """
    The client to whom this invoice is assigned
    """
    currency_id: int = field(name="CurrencyId")
    """
    Id of the currency for the invoice amounts
    """
    items: list[InvoiceItemCreate] = field(name="Items")
    """
    List of invoice items
    """
    attachments: list[InvoiceAttachmentCreate] | None | UnsetType = field(name="Attachments", default=UNSET)
    """
    List of invoice attachments
    """
    cloned_from_id: int | None | UnsetType = field(name="ClonedFromId", default=UNSET)
    """
    Indicate from which invoice this invoice has been cloned from
    """
    due_date: datetime | None | UnsetType = field(name="Duedate", default=UNSET)
    """
    Indicates when the invoice will be proclamed as due
    """
    invoice_category_id: int | None | UnsetType = field(name="InvoiceCategoryId", default=UNSET)
    """
    Hold the id of the invoice category
    """
    issued_on: datetime | None | UnsetType = field(name="IssuedOn", default=UNSET)
    """
    Indicates when the invoice was issued
    """
    notes: str | None | UnsetType = field(name="Notes", default=UNSET)
    """
    Internal note regarding the invoice
    """
    number: str | None | UnsetType = field(name="Number", default=UNSET)
    """
    Unique invoice number
    """
    payment_gateways: list[InvoiceGateway] | None | UnsetType = field(name="PaymentGateways", default=UNSET)
    """
    List of enabled payment gateways for this invoice
    """
    po_number: str | None | UnsetType = field(name="PoNumber", default=UNSET)
    """
    Unique number generated by the buyer
    """
    recurring_profile: InvoiceRecurrence | None | UnsetType = field(name="RecurringProfile", default=UNSET)
    recurring_profile_id: int | None | UnsetType = field(name="RecurringProfileId", default=UNSET)
    """
    Hold the id of the recurring profile
    """
    should_send_reminders: bool | None | UnsetType = field(name="ShouldSendReminders", default=UNSET)
    """
    Should send email reminders to client?
    """
    status: InvoiceStatus | None | UnsetType = field(name="Status", default=UNSET)
    """
    Indicate the status of the invoice (paid/unpaid/overdue)
    """
    terms: str | None | UnsetType = field(name="Terms", default=UNSET)
    """
    Terms of agreement
    """


class InvoiceDelete(Model, kw_only=True):
    """
    `InvoiceDeleteApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of invoice to be deleted
    """


class InvoiceGateway(Model, kw_only=True):
    """
    `InvoiceGatewayApiModel` in the vendor's document.
    """

    name: Nullable[str] = field(name="Name", default=ABSENT)
    """
    Name of the payment gateway
    """


class InvoiceGatewayRecord(Model, kw_only=True):
    """
    `PaymentGatewayForInvoice` in the vendor's document.
    """

    id: Nullable[int] = field(name="Id", default=ABSENT)
    name: Nullable[str] = field(name="Name", default=ABSENT)


class InvoiceItem(Model, kw_only=True):
    """
    `InvoiceItemApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`, `discount_amount`, `sub_total_amount`,
    `tax_amount`, `total_amount`.

    In percent, 18 for 18 %: `discount_percentage`, `tax_percentage`.
    """

    id: int = field(name="Id")
    """
    Id of invoice item
    """
    cost: Decimal | None = field(name="Cost", default=None)
    """
    Amount per unit (money, in the currency of the document it belongs to)
    """
    description: str | None = field(name="Description", default=None)
    """
    Additional description attached to the invoice item
    """
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Amount that goes as a discount (money, in the currency of the document it belongs to)
    """
    discount_percentage: Decimal | None = field(name="DiscountPercentage", default=None)
    """
    Discount percentage for the overall amount (in percent, 18 for 18 %)
    """
    quantity: Decimal | None = field(name="Quantity", default=None)
    """
    Quantity in total used for the work type
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Sub-Total amount of the invoice item (Amount without tax) (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Amount that goes to the tax (money, in the currency of the document it belongs to)
    """
    tax_id: int | None = field(name="TaxId", default=None)
    """
    Tax applied on the item
    """
    tax_percentage: Decimal | None = field(name="TaxPercentage", default=None)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of the invoice item (money, in the currency of the document it belongs to)
    """
    work_type_id: int | None = field(name="WorkTypeId", default=None)
    """
    Work type (Name of the service)
    """


class InvoiceItemCreate(Model, kw_only=True):
    """
    `InvoiceCreateItemApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`.

    In percent, 18 for 18 %: `discount_percentage`, `tax_percentage`.
    """

    cost: Decimal | int = field(name="Cost")
    """
    Amount per unit (money, in the currency of the document it belongs to)
    """
    quantity: Decimal | int = field(name="Quantity")
    """
    Quantity in total used for the work type
    """
    work_type_id: int = field(name="WorkTypeId")
    """
    Work type (Name of the service)
    """
    description: str | None | UnsetType = field(name="Description", default=UNSET)
    """
    Additional description attached to the invoice item
    """
    discount_percentage: Decimal | int | None | UnsetType = field(name="DiscountPercentage", default=UNSET)
    """
    Discount percentage for the overall amount (in percent, 18 for 18 %)
    """
    tax_id: int | None | UnsetType = field(name="TaxId", default=UNSET)
    """
    Tax applied on the item
    """
    tax_percentage: Decimal | int | None | UnsetType = field(name="TaxPercentage", default=UNSET)
    """
    Tax percentage (in percent, 18 for 18 %)
    """


class InvoiceItemRecord(Model, kw_only=True):
    """
    `InvoiceItem` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`, `discount_amount`, `sub_total_amount`,
    `tax_amount`, `total_amount`.

    In percent, 18 for 18 %: `discount_percentage`, `tax_percentage`.
    """

    cost: NullableAmount = field(name="Cost", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    description: Nullable[str] = field(name="Description", default=ABSENT)
    discount_amount: NullableAmount = field(name="DiscountAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    discount_percentage: NullableAmount = field(name="DiscountPercentage", default=ABSENT)
    """
    In percent, 18 for 18 %
    """
    id: Nullable[int] = field(name="Id", default=ABSENT)
    invoice_id: Nullable[int] = field(name="InvoiceId", default=ABSENT)
    quantity: NullableAmount = field(name="Quantity", default=ABSENT)
    sub_total_amount: NullableAmount = field(name="SubTotalAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    tax_amount: NullableAmount = field(name="TaxAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    tax_id: Nullable[int] = field(name="TaxId", default=ABSENT)
    tax_percentage: NullableAmount = field(name="TaxPercentage", default=ABSENT)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: NullableAmount = field(name="TotalAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    work_type_id: Nullable[int] = field(name="WorkTypeId", default=ABSENT)


class InvoiceItemUpdate(Model, kw_only=True):
    """
    `InvoiceUpdateItemApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`.

    In percent, 18 for 18 %: `discount_percentage`, `tax_percentage`.
    """

    cost: Decimal | int | None | UnsetType = field(name="Cost", default=UNSET)
    """
    Amount per unit (money, in the currency of the document it belongs to)
    """
    description: str | None | UnsetType = field(name="Description", default=UNSET)
    """
    Additional description attached to the invoice item
    """
    discount_percentage: Decimal | int | None | UnsetType = field(name="DiscountPercentage", default=UNSET)
    """
    Discount percentage for the overall amount (in percent, 18 for 18 %)
    """
    id: int | None | UnsetType = field(name="Id", default=UNSET)
    """
    Id of invoice item
    """
    quantity: Decimal | int | None | UnsetType = field(name="Quantity", default=UNSET)
    """
    Quantity in total used for the work type
    """
    tax_id: int | None | UnsetType = field(name="TaxId", default=UNSET)
    """
    Tax applied on the item
    """
    tax_percentage: Decimal | int | None | UnsetType = field(name="TaxPercentage", default=UNSET)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    work_type_id: int | None | UnsetType = field(name="WorkTypeId", default=UNSET)
    """
    Work type (Name of the service)
    """


class InvoiceLink(Model, kw_only=True):
    """
    `InvoiceUriApiModel` in the vendor's document.
    """

    link: str | None = field(name="Link", default=None)
    """
    Unique link to the invoice
    """


class InvoiceMessageRecord(Model, kw_only=True):
    """
    `InvoiceMessage` in the vendor's document.
    """

    attach_pdf: bool | None = field(name="AttachPdf", default=None)
    id: int | None = field(name="Id", default=None)
    invoice_id: int | None = field(name="InvoiceId", default=None)
    message: str | None = field(name="Message", default=None)
    send_to_self: bool | None = field(name="SendToSelf", default=None)
    subject: str | None = field(name="Subject", default=None)
    type: OrOrdinal[InvoiceMessageType] | None = field(name="Type", default=None)


class InvoiceMessageType(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    SEND_INVOICE = "SendInvoice"
    SEND_INVOICE_REMINDER = "SendInvoiceReminder"


class InvoicePage(Model, kw_only=True):
    """
    `ListResult_InvoiceDetailsApiModel_` in the vendor's document.
    """

    count: int | None = field(name="Count", default=None)
    error_messages: list[ErrorInfo] | None = field(name="ErrorMessages", default=None)
    is_faulted: bool | None = field(name="IsFaulted", default=None)
    result: list[InvoiceSummary] | None = field(name="Result", default=None)
    total_count: int | None = field(name="TotalCount", default=None)


class InvoicePayment(Model, kw_only=True):
    """
    `InvoicePaymentApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `amount`.
    """

    amount: Decimal | None = field(name="Amount", default=None)
    """
    Total amount of the payment (money, in the currency of the document it belongs to)
    """
    id: int | None = field(name="Id", default=None)
    """
    Id of invoice payment
    """
    is_automatic: bool | None = field(name="IsAutomatic", default=None)
    """
    Indicate if the payment is automatic or manual
    """
    note: str | None = field(name="Note", default=None)
    """
    Internal payment note
    """
    paid_on: datetime | None = field(name="PaidOn", default=None)
    """
    When the payment was done by the client
    """
    reference_id: str | None = field(name="ReferenceId", default=None)
    """
    Id of the payment
    """
    type: OrOrdinal[PaymentType] | None = field(name="Type", default=None)
    """
    Type of payment
    """


class InvoiceRecord(Model, kw_only=True):
    """
    `Invoice` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `sub_total_amount`, `tax_amount`,
    `total_amount`.
    """

    access_token: Nullable[str] = field(name="AccessToken", default=ABSENT)
    activities: Nullable[list[ActivityRecord]] = field(name="Activities", default=ABSENT)
    attachments: Nullable[list[InvoiceAttachmentRecord]] = field(name="Attachments", default=ABSENT)
    client_id: Nullable[int] = field(name="ClientId", default=ABSENT)
    cloned_from_id: Nullable[int] = field(name="ClonedFromId", default=ABSENT)
    currency_id: Nullable[int] = field(name="CurrencyId", default=ABSENT)
    discount_amount: NullableAmount = field(name="DiscountAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    due_date: Nullable[datetime] = field(name="Duedate", default=ABSENT)
    enable_partial_payments: Nullable[bool] = field(name="EnablePartialPayments", default=ABSENT)
    estimation_id: Nullable[int] = field(name="EstimationId", default=ABSENT)
    id: Nullable[int] = field(name="Id", default=ABSENT)
    invoice_category_id: Nullable[int] = field(name="InvoiceCategoryId", default=ABSENT)
    is_digitally_signed: Nullable[bool] = field(name="IsDigitallySigned", default=ABSENT)
    issued_on: Nullable[datetime] = field(name="IssuedOn", default=ABSENT)
    items: Nullable[list[InvoiceItemRecord]] = field(name="Items", default=ABSENT)
    notes: Nullable[str] = field(name="Notes", default=ABSENT)
    number: Nullable[str] = field(name="Number", default=ABSENT)
    order_id: Nullable[int] = field(name="OrderId", default=ABSENT)
    payment_gateways: Nullable[list[InvoiceGatewayRecord]] = field(name="PaymentGateways", default=ABSENT)
    payment_link_id: Nullable[int] = field(name="PaymentLinkId", default=ABSENT)
    payments: Nullable[list[PaymentRecord]] = field(name="Payments", default=ABSENT)
    po_number: Nullable[str] = field(name="PoNumber", default=ABSENT)
    recurring_profile_id: Nullable[int] = field(name="RecurringProfileId", default=ABSENT)
    should_send_reminders: Nullable[bool] = field(name="ShouldSendReminders", default=ABSENT)
    status: Nullable[OrOrdinal[InvoiceStatus]] = field(name="Status", default=ABSENT)
    sub_total_amount: NullableAmount = field(name="SubTotalAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    tax_amount: NullableAmount = field(name="TaxAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    terms: Nullable[str] = field(name="Terms", default=ABSENT)
    total_amount: NullableAmount = field(name="TotalAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)


class InvoiceRecurrence(Model, kw_only=True):
    """
    Definition of invoice recurring profile. `InvoiceRecurringApiModel` in the vendor's document.

    In days: `due_date_in_days`.
    """

    day_of_month: Nullable[int] = field(name="DayOfMonth", default=ABSENT)
    """
    Day of month when the recurrance should happen
    """
    day_of_week: Nullable[OrOrdinal[DayOfWeek]] = field(name="DayOfWeek", default=ABSENT)
    """
    Day when the recurrance should happen
    """
    due_date_in_days: Nullable[int] = field(name="DueDateInDays", default=ABSENT)
    """
    Total number of days for the client to pay the invoice after issuing it (days)
    """
    end_of_recurrence: Nullable[datetime] = field(name="EndOfRecurrance", default=ABSENT)
    """
    Indcate the date when the recurrance should stop
    """
    month: Nullable[int] = field(name="Month", default=ABSENT)
    """
    Month when the recurrance should happen
    """
    recurrence_pattern: Nullable[OrOrdinal[RecurrencePattern]] = field(name="RecurrancePattern", default=ABSENT)
    """
    How often the recurrance occurs
    """
    recurrence_value: Nullable[int] = field(name="RecurranceValue", default=ABSENT)
    """
    Recurring every [value] RecurrancePattern Ex: Recur every 1 week
    """
    start_of_recurrence: Nullable[datetime] = field(name="StartOfRecurrance", default=ABSENT)
    """
    Indcate the date when the recurrance has started
    """
    status: Nullable[OrOrdinal[RecurrenceStatus]] = field(name="Status", default=ABSENT)
    """
    The status of the recurrance
    """
    title: Nullable[str] = field(name="Title", default=ABSENT)
    """
    Title of the recurring profile. Ex: BRAND PACKAGE - 2017-08-16 - 2018-08-16
    """


class InvoiceSendToAccountant(Model, kw_only=True):
    """
    `SendInvoiceToAccountantApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of the invoice
    """


class InvoiceSendToClient(Model, kw_only=True):
    """
    `SendInvoiceToClientApiModel` in the vendor's document.
    """

    invoice_id: int = field(name="InvoiceId")
    """
    Id of the invoice
    """
    attach_pdf: bool | None | UnsetType = field(name="AttachPdf", default=UNSET)
    """
    Should attach pdf file
    """
    id: int | None | UnsetType = field(name="Id", default=UNSET)
    """
    The old name of `InvoiceId`; the vendor means to remove it
    """
    message: str | None | UnsetType = field(name="Message", default=UNSET)
    """
    Message to be embedded in the email
    """
    send_to_self: bool | None | UnsetType = field(name="SendToSelf", default=UNSET)
    """
    Should email copy be send to self
    """
    subject: str | None | UnsetType = field(name="Subject", default=UNSET)
    """
    Subject for the email
    """


class InvoiceStatus(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    DRAFT = "Draft"
    PAID = "Paid"
    UNPAID = "Unpaid"
    OVERDUE = "Overdue"
    VOID = "Void"


class InvoiceStatusChange(Model, kw_only=True):
    """
    `ChangeStatusApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Invoice Id
    """
    status: InvoiceStatus = field(name="Status")
    """
    New status of the invoice
    """


class InvoiceSummary(Model, kw_only=True):
    """
    `InvoiceDetailsApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `sub_total_amount`, `tax_amount`,
    `total_amount`.
    """

    access_token: str | None = field(name="AccessToken", default=None)
    """
    Security access token used for accessing the invoice anonymously
    """
    client: Client | None = field(name="Client", default=None)
    cloned_from_id: int | None = field(name="ClonedFromId", default=None)
    """
    Indicate from which invoice this invoice has been cloned from
    """
    currency: Currency | None = field(name="Currency", default=None)
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Amount that goes as a discount (money, in the currency of the document it belongs to)
    """
    due_date: datetime | None = field(name="Duedate", default=None)
    """
    Indicates when the invoice will be proclamed as due
    """
    enable_partial_payments: bool | None = field(name="EnablePartialPayments", default=None)
    """
    Indicate that the invoice allows the user to pay the invoice partially
    """
    id: int | None = field(name="Id", default=None)
    """
    Invoice id
    """
    invoice_category_id: int | None = field(name="InvoiceCategoryId", default=None)
    """
    Hold the id of the invoice category
    """
    issued_on: datetime | None = field(name="IssuedOn", default=None)
    """
    Indicates when the invoice was issued
    """
    notes: str | None = field(name="Notes", default=None)
    """
    Internal note regarding the invoice
    """
    number: str | None = field(name="Number", default=None)
    """
    Unique invoice number
    """
    po_number: str | None = field(name="PoNumber", default=None)
    """
    Unique number generated by the buyer
    """
    recurring_profile: InvoiceRecurrence | None = field(name="RecurringProfile", default=None)
    recurring_profile_id: int | None = field(name="RecurringProfileId", default=None)
    """
    Hold the id of the recurring profile
    """
    should_send_reminders: bool | None = field(name="ShouldSendReminders", default=None)
    """
    Should send email reminders to client?
    """
    status: OrOrdinal[InvoiceStatus] | None = field(name="Status", default=None)
    """
    Indicate the status of the invoice (paid/unpaid/overdue)
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Total amount of the invoice without tax (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Amount that goes to the tax (money, in the currency of the document it belongs to)
    """
    terms: str | None = field(name="Terms", default=None)
    """
    Terms of agreement
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of the invoice with tax (money, in the currency of the document it belongs to)
    """


class InvoiceTemplate(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    DEFAULT = "Default"
    TEMPLATE1 = "Template1"
    TEMPLATE2 = "Template2"


class InvoiceUpdate(Model, kw_only=True):
    """
    `InvoiceUpdateApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Invoice id
    """
    attachments: list[InvoiceAttachmentUpdate] | None | UnsetType = field(name="Attachments", default=UNSET)
    """
    List of invoice attachments
    """
    client_id: int | None | UnsetType = field(name="ClientId", default=UNSET)
    """
    The client to whom this invoice is assigned
    """
    cloned_from_id: int | None | UnsetType = field(name="ClonedFromId", default=UNSET)
    """
    Indicate from which invoice this invoice has been cloned from
    """
    currency_id: int | None | UnsetType = field(name="CurrencyId", default=UNSET)
    """
    Id of the currency for the invoice amounts
    """
    due_date: datetime | None | UnsetType = field(name="Duedate", default=UNSET)
    """
    Indicates when the invoice will be proclamed as due
    """
    invoice_category_id: int | None | UnsetType = field(name="InvoiceCategoryId", default=UNSET)
    """
    Hold the id of the invoice category
    """
    issued_on: datetime | None | UnsetType = field(name="IssuedOn", default=UNSET)
    """
    Indicates when the invoice was issued
    """
    items: list[InvoiceItemUpdate] | None | UnsetType = field(name="Items", default=UNSET)
    """
    List of invoice items
    """
    notes: str | None | UnsetType = field(name="Notes", default=UNSET)
    """
    Internal note regarding the invoice
    """
    number: str | None | UnsetType = field(name="Number", default=UNSET)
    """
    Unique invoice number
    """
    payment_gateways: list[InvoiceGateway] | None | UnsetType = field(name="PaymentGateways", default=UNSET)
    """
    List of enabled payment gateways for this invoice
    """
    po_number: str | None | UnsetType = field(name="PoNumber", default=UNSET)
    """
    Unique number generated by the buyer
    """
    recurring_profile: InvoiceRecurrence | None | UnsetType = field(name="RecurringProfile", default=UNSET)
    recurring_profile_id: int | None | UnsetType = field(name="RecurringProfileId", default=UNSET)
    """
    Hold the id of the recurring profile
    """
    should_send_reminders: bool | None | UnsetType = field(name="ShouldSendReminders", default=UNSET)
    """
    Should send email reminders to client?
    """
    status: InvoiceStatus | None | UnsetType = field(name="Status", default=UNSET)
    """
    Indicate the status of the invoice (paid/unpaid/overdue)
    """
    terms: str | None | UnsetType = field(name="Terms", default=UNSET)
    """
    Terms of agreement
    """


class Order(Model, kw_only=True):
    """
    `OrderFullDetailsApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `shipping_amount`,
    `sub_total_amount`, `tax_amount`, `total_amount`, `total_with_shipping`.
    """

    access_token: str | None = field(name="AccessToken", default=None)
    """
    Product short link
    """
    after_payment_description: str | None = field(name="AfterPaymentDescription", default=None)
    """
    After payment description
    """
    attachments: list[OrderAttachment] | None = field(name="Attachments", default=None)
    """
    List of Order attachments
    """
    coupon_code: str | None = field(name="CouponCode", default=None)
    """
    Coupon to apply in order to get the discount
    """
    currency: Currency | None = field(name="Currency", default=None)
    currency_id: int | None = field(name="CurrencyId", default=None)
    """
    Foreign key Currency
    """
    description: str | None = field(name="Description", default=None)
    """
    Product description
    """
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Discount amount (money, in the currency of the document it belongs to)
    """
    id: int | None = field(name="Id", default=None)
    """
    Order id
    """
    items: list[OrderItem] | None = field(name="Items", default=None)
    """
    List of Order items
    """
    name: str | None = field(name="Name", default=None)
    """
    Product alias
    """
    note: str | None = field(name="Note", default=None)
    """
    Customer note to seller
    """
    order_billing_details: OrderBillingDetails | None = field(name="OrderBillingDetails", default=None)
    order_shipping_details: OrderShippingDetails | None = field(name="OrderShippingDetails", default=None)
    product_id: int | None = field(name="ProductId", default=None)
    """
    Product id
    """
    referral: str | None = field(name="Referral", default=None)
    """
    Represent the referral for this order
    """
    shipping_amount: Decimal | None = field(name="ShippingAmount", default=None)
    """
    Cost for shipping the product (money, in the currency of the document it belongs to)
    """
    shipping_description: str | None = field(name="ShippingDescription", default=None)
    """
    Client instructions for shipping
    """
    status: OrOrdinal[OrderStatus] | None = field(name="Status", default=None)
    """
    Order status
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Sub total amount (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Tax amount (money, in the currency of the document it belongs to)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount (money, in the currency of the document it belongs to)
    """
    total_with_shipping: Decimal | None = field(name="TotalWithShipping", default=None)
    """
    Total amount with shipping (money, in the currency of the document it belongs to)
    """
    what_happens_next_description: str | None = field(name="WhatHappensNextDescription", default=None)
    """
    What happens next description
    """


class OrderAttachment(Model, kw_only=True):
    """
    `OrderAttachmentApiModel` in the vendor's document.

    In bytes: `size`.
    """

    link: Nullable[str] = field(name="Link", default=ABSENT)
    """
    Link to the file
    """
    obfuscated_file_name: Nullable[str] = field(name="ObfuscatedFileName", default=ABSENT)
    """
    Hashed file name to avoid url wildguessing
    """
    original_file_name: Nullable[str] = field(name="OriginalFileName", default=ABSENT)
    """
    Name of the file
    """
    size: Nullable[int] = field(name="Size", default=ABSENT)
    """
    File size number in bytes (bytes)
    """
    type: Nullable[OrOrdinal[AttachmentType]] = field(name="Type", default=ABSENT)
    """
    Type of the link (Attached or external)
    """


class OrderBillingDetails(Model, kw_only=True):
    """
    `OrderBillingDetailsApiModel` in the vendor's document.
    """

    address: Nullable[str] = field(name="Address", default=ABSENT)
    """
    Client street and number
    """
    country_id: Nullable[int] = field(name="CountryId", default=ABSENT)
    """
    Client country id
    """
    email: Nullable[str] = field(name="Email", default=ABSENT)
    """
    Client email
    """
    name: Nullable[str] = field(name="Name", default=ABSENT)
    """
    Client name
    """
    phone_number: Nullable[str] = field(name="PhoneNumber", default=ABSENT)
    """
    Client phone number
    """


class OrderCreate(Model, kw_only=True):
    """
    `OrderCreateApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `shipping_amount`,
    `sub_total_amount`, `tax_amount`, `total_amount`.
    """

    after_payment_description: str | None | UnsetType = field(name="AfterPaymentDescription", default=UNSET)
    """
    After payment description
    """
    attachments: list[OrderAttachment] | None | UnsetType = field(name="Attachments", default=UNSET)
    """
    List of Order attachments
    """
    coupon_code: str | None | UnsetType = field(name="CouponCode", default=UNSET)
    """
    Coupon to apply in order to get the discount
    """
    currency_id: int | None | UnsetType = field(name="CurrencyId", default=UNSET)
    """
    Foreign key Currency
    """
    description: str | None | UnsetType = field(name="Description", default=UNSET)
    """
    Product description
    """
    discount_amount: Decimal | int | None | UnsetType = field(name="DiscountAmount", default=UNSET)
    """
    Discount amount (money, in the currency of the document it belongs to)
    """
    items: list[OrderItem] | None | UnsetType = field(name="Items", default=UNSET)
    """
    List of Order items
    """
    name: str | None | UnsetType = field(name="Name", default=UNSET)
    """
    Product alias
    """
    note: str | None | UnsetType = field(name="Note", default=UNSET)
    """
    Customer note to seller
    """
    order_billing_details: OrderBillingDetails | None | UnsetType = field(name="OrderBillingDetails", default=UNSET)
    order_shipping_details: OrderShippingDetails | None | UnsetType = field(name="OrderShippingDetails", default=UNSET)
    product_id: int | None | UnsetType = field(name="ProductId", default=UNSET)
    """
    Product id
    """
    referral: str | None | UnsetType = field(name="Referral", default=UNSET)
    """
    Represent the referral for this order
    """
    shipping_amount: Decimal | int | None | UnsetType = field(name="ShippingAmount", default=UNSET)
    """
    Cost for shipping the product (money, in the currency of the document it belongs to)
    """
    shipping_description: str | None | UnsetType = field(name="ShippingDescription", default=UNSET)
    """
    Client instructions for shipping
    """
    status: OrderStatus | None | UnsetType = field(name="Status", default=UNSET)
    """
    Order status
    """
    sub_total_amount: Decimal | int | None | UnsetType = field(name="SubTotalAmount", default=UNSET)
    """
    Sub total amount (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | int | None | UnsetType = field(name="TaxAmount", default=UNSET)
    """
    Tax amount (money, in the currency of the document it belongs to)
    """
    total_amount: Decimal | int | None | UnsetType = field(name="TotalAmount", default=UNSET)
    """
    Total amount (money, in the currency of the document it belongs to)
    """
    what_happens_next_description: str | None | UnsetType = field(name="WhatHappensNextDescription", default=UNSET)
    """
    What happens next description
    """


class OrderDelete(Model, kw_only=True):
    """
    `OrderDeleteApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of order to be deleted
    """


class OrderItem(Model, kw_only=True):
    """
    `OrderItemApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`, `sub_total_amount`, `tax_amount`,
    `total_amount`.

    In percent, 18 for 18 %: `tax_percentage`.
    """

    cost: NullableAmount = field(name="Cost", default=ABSENT)
    """
    Work item cost (money, in the currency of the document it belongs to)
    """
    description: Nullable[str] = field(name="Description", default=ABSENT)
    """
    General description
    """
    product_item_id: Nullable[int] = field(name="ProductItemId", default=ABSENT)
    """
    Foreign key product item id
    """
    quantity: NullableAmount = field(name="Quantity", default=ABSENT)
    """
    Work item quantity
    """
    reference_id: Nullable[str] = field(name="ReferenceId", default=ABSENT)
    """
    Order SKU
    """
    sub_total_amount: NullableAmount = field(name="SubTotalAmount", default=ABSENT)
    """
    Subtotal amount of product (money, in the currency of the document it belongs to)
    """
    tax_amount: NullableAmount = field(name="TaxAmount", default=ABSENT)
    """
    Tax amount (money, in the currency of the document it belongs to)
    """
    tax_id: Nullable[int] = field(name="TaxId", default=ABSENT)
    """
    Foreign key Tax id
    """
    tax_percentage: NullableAmount = field(name="TaxPercentage", default=ABSENT)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: NullableAmount = field(name="TotalAmount", default=ABSENT)
    """
    Total amount of product (money, in the currency of the document it belongs to)
    """
    work_type_id: Nullable[int] = field(name="WorkTypeId", default=ABSENT)
    """
    Foreign key work type id
    """


class OrderPage(Model, kw_only=True):
    """
    `ListResult_OrderDetailsApiModel_` in the vendor's document.
    """

    count: int | None = field(name="Count", default=None)
    error_messages: list[ErrorInfo] | None = field(name="ErrorMessages", default=None)
    is_faulted: bool | None = field(name="IsFaulted", default=None)
    result: list[OrderSummary] | None = field(name="Result", default=None)
    total_count: int | None = field(name="TotalCount", default=None)


class OrderShippingDetails(Model, kw_only=True):
    """
    `OrderShippingDetailsApiModel` in the vendor's document.
    """

    address: Nullable[str] = field(name="Address", default=ABSENT)
    """
    Client street and number
    """
    country_id: Nullable[int] = field(name="CountryId", default=ABSENT)
    """
    Client country id
    """
    email: Nullable[str] = field(name="Email", default=ABSENT)
    """
    Client email
    """
    name: Nullable[str] = field(name="Name", default=ABSENT)
    """
    Client name
    """
    phone_number: Nullable[str] = field(name="PhoneNumber", default=ABSENT)
    """
    Client phone number
    """


class OrderStatus(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    PENDING_PAYMENT = "PendingPayment"
    PROCESSING = "Processing"
    SHIPPED = "Shipped"
    COMPLETED = "Completed"
    ON_HOLD = "OnHold"
    CANCELLED = "Cancelled"
    REFUNDED = "Refunded"
    FAILED = "Failed"


class OrderStatusChange(Model, kw_only=True):
    """
    `ChangeOrderStatusApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Order Id
    """
    status: OrderStatus = field(name="Status")
    """
    New status of the order
    """
    reason: str | None | UnsetType = field(name="Reason", default=UNSET)
    """
    Reason for status change
    """


class OrderSummary(Model, kw_only=True):
    """
    `OrderDetailsApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `shipping_amount`,
    `sub_total_amount`, `tax_amount`, `total_amount`, `total_with_shipping`.
    """

    access_token: str | None = field(name="AccessToken", default=None)
    """
    Product short link
    """
    after_payment_description: str | None = field(name="AfterPaymentDescription", default=None)
    """
    After payment description
    """
    coupon_code: str | None = field(name="CouponCode", default=None)
    """
    Coupon to apply in order to get the discount
    """
    currency: Currency | None = field(name="Currency", default=None)
    currency_id: int | None = field(name="CurrencyId", default=None)
    """
    Foreign key Currency
    """
    description: str | None = field(name="Description", default=None)
    """
    Product description
    """
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Discount amount (money, in the currency of the document it belongs to)
    """
    id: int | None = field(name="Id", default=None)
    """
    Order id
    """
    name: str | None = field(name="Name", default=None)
    """
    Product alias
    """
    note: str | None = field(name="Note", default=None)
    """
    Customer note to seller
    """
    order_billing_details: OrderBillingDetails | None = field(name="OrderBillingDetails", default=None)
    order_shipping_details: OrderShippingDetails | None = field(name="OrderShippingDetails", default=None)
    product_id: int | None = field(name="ProductId", default=None)
    """
    Product id
    """
    referral: str | None = field(name="Referral", default=None)
    """
    Represent the referral for this order
    """
    shipping_amount: Decimal | None = field(name="ShippingAmount", default=None)
    """
    Cost for shipping the product (money, in the currency of the document it belongs to)
    """
    shipping_description: str | None = field(name="ShippingDescription", default=None)
    """
    Client instructions for shipping
    """
    status: OrOrdinal[OrderStatus] | None = field(name="Status", default=None)
    """
    Order status
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Sub total amount (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Tax amount (money, in the currency of the document it belongs to)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount (money, in the currency of the document it belongs to)
    """
    total_with_shipping: Decimal | None = field(name="TotalWithShipping", default=None)
    """
    Total amount with shipping (money, in the currency of the document it belongs to)
    """
    what_happens_next_description: str | None = field(name="WhatHappensNextDescription", default=None)
    """
    What happens next description
    """


class PaymentGateway(Model, kw_only=True):
    """
    `PaymentGatewayDetailsApiModel` in the vendor's document.
    """

    name: str | None = field(name="Name", default=None)
    """
    Name of the payment gateway
    """
    supported_currencies: list[GatewayCurrency] | None = field(name="SupportedCurrencies", default=None)
    """
    List of supported currencies.
    """


class PaymentGatewayInputFieldRecord(Model, kw_only=True):
    """
    `PaymentGatewayInputField` in the vendor's document.
    """

    is_configurable: bool | None = field(name="IsConfigurable", default=None)
    name: str | None = field(name="Name", default=None)
    type: OrOrdinal[GatewayFieldType] | None = field(name="Type", default=None)
    value: str | None = field(name="Value", default=None)
    values: list[str] | None = field(name="Values", default=None)


class PaymentGatewayRecord(Model, kw_only=True):
    """
    `PaymentGateway` in the vendor's document.

    In money, in the currency of the document it belongs to: `maximum_amount`, `minimum_amount`.
    """

    can_disconnect: bool | None = field(name="CanDisconnect", default=None)
    client_import_uri: str | None = field(name="ClientImportUri", default=None)
    connection_type: OrOrdinal[GatewayConnectionType] | None = field(name="ConnectionType", default=None)
    external_connection_id: int | None = field(name="ExternalConnectionId", default=None)
    fields: list[PaymentGatewayInputFieldRecord] | None = field(name="Fields", default=None)
    is_connected: bool | None = field(name="IsConnected", default=None)
    is_enabled: bool | None = field(name="IsEnabled", default=None)
    maximum_amount: Decimal | None = field(name="MaximumAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    minimum_amount: Decimal | None = field(name="MinimumAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    name: str | None = field(name="Name", default=None)
    oauth_uri: str | None = field(name="OAuthUri", default=None)
    refund_uri: str | None = field(name="RefundUri", default=None)
    supported_currencies: list[CurrencyRecord] | None = field(name="SupportedCurrencies", default=None)
    supports_clients_import: bool | None = field(name="SupportsClientsImport", default=None)
    supports_instant_checkout: bool | None = field(name="SupportsInstantCheckout", default=None)
    supports_refund: bool | None = field(name="SupportsRefund", default=None)


class PaymentLinkDelete(Model, kw_only=True):
    """
    Not described by the vendor.
    """

    id: int = field(name="Id")
    """
    Id of payment link to be deleted
    """


class PaymentLinkItemRecord(Model, kw_only=True):
    """
    `PaymentLinkItem` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`, `discount_amount`, `sub_total_amount`,
    `tax_amount`, `total_amount`.

    In percent, 18 for 18 %: `discount_percentage`, `tax_percentage`.
    """

    cost: NullableAmount = field(name="Cost", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    discount_amount: NullableAmount = field(name="DiscountAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    discount_percentage: NullableAmount = field(name="DiscountPercentage", default=ABSENT)
    """
    In percent, 18 for 18 %
    """
    id: Nullable[int] = field(name="Id", default=ABSENT)
    payment_link_id: Nullable[int] = field(name="PaymentLinkId", default=ABSENT)
    quantity: NullableAmount = field(name="Quantity", default=ABSENT)
    sub_total_amount: NullableAmount = field(name="SubTotalAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    tax: Nullable[TaxRecord] = field(name="Tax", default=ABSENT)
    tax_amount: NullableAmount = field(name="TaxAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    tax_id: Nullable[int] = field(name="TaxId", default=ABSENT)
    tax_percentage: NullableAmount = field(name="TaxPercentage", default=ABSENT)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: NullableAmount = field(name="TotalAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    work_type: Nullable[WorkTypeRecord] = field(name="WorkType", default=ABSENT)
    work_type_id: Nullable[int] = field(name="WorkTypeId", default=ABSENT)


class PaymentLinkPage(Model, kw_only=True):
    """
    `ListResult_PaymentLink_` in the vendor's document.
    """

    count: int | None = field(name="Count", default=None)
    error_messages: list[ErrorInfo] | None = field(name="ErrorMessages", default=None)
    is_faulted: bool | None = field(name="IsFaulted", default=None)
    result: list[PaymentLinkRecord] | None = field(name="Result", default=None)
    total_count: int | None = field(name="TotalCount", default=None)


class PaymentLinkRecord(Model, kw_only=True):
    """
    `PaymentLink` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`, `sub_total_amount`, `tax_amount`,
    `total_amount`.
    """

    access_token: Nullable[str] = field(name="AccessToken", default=ABSENT)
    client: Nullable[ClientRecord] = field(name="Client", default=ABSENT)
    client_id: Nullable[int] = field(name="ClientId", default=ABSENT)
    currency: Nullable[CurrencyRecord] = field(name="Currency", default=ABSENT)
    currency_id: Nullable[int] = field(name="CurrencyId", default=ABSENT)
    discount_amount: NullableAmount = field(name="DiscountAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    id: Nullable[int] = field(name="Id", default=ABSENT)
    invoice: Nullable[InvoiceRecord] = field(name="Invoice", default=ABSENT)
    items: Nullable[list[PaymentLinkItemRecord]] = field(name="Items", default=ABSENT)
    number: Nullable[str] = field(name="Number", default=ABSENT)
    sub_total_amount: NullableAmount = field(name="SubTotalAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    tax_amount: NullableAmount = field(name="TaxAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    total_amount: NullableAmount = field(name="TotalAmount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    user: Nullable[UserRecord] = field(name="User", default=ABSENT)
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)


class PaymentLinkUri(Model, kw_only=True):
    """
    `PaymentLinkUriApiModel` in the vendor's document.
    """

    link: str | None = field(name="Link", default=None)
    """
    Unique link to the invoice
    """


class PaymentRecord(Model, kw_only=True):
    """
    `Payment` in the vendor's document.

    In money, in the currency of the document it belongs to: `amount`.
    """

    amount: NullableAmount = field(name="Amount", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    id: Nullable[int] = field(name="Id", default=ABSENT)
    invoice: Nullable[InvoiceRecord] = field(name="Invoice", default=ABSENT)
    invoice_id: Nullable[int] = field(name="InvoiceId", default=ABSENT)
    is_automatic: Nullable[bool] = field(name="IsAutomatic", default=ABSENT)
    note: Nullable[str] = field(name="Note", default=ABSENT)
    paid_on: Nullable[datetime] = field(name="PaidOn", default=ABSENT)
    reference_id: Nullable[str] = field(name="ReferenceId", default=ABSENT)
    type: Nullable[OrOrdinal[PaymentType]] = field(name="Type", default=ABSENT)


class PaymentType(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

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


class Product(Model, kw_only=True):
    """
    `ProductFullDetailsApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `shipping_amount`, `sub_total_amount`,
    `total_amount`, `total_with_shipping`.
    """

    access_token: str | None = field(name="AccessToken", default=None)
    """
    Product short link
    """
    after_payment_description: str | None = field(name="AfterPaymentDescription", default=None)
    """
    After payment description
    """
    attachments: list[ProductAttachment] | None = field(name="Attachments", default=None)
    """
    List of product attachments
    """
    button_call_to_action: str | None = field(name="ButtonCallToAction", default=None)
    """
    Default button call to action Ex: Buy now, subscribe, ...
    """
    coupons: list[ProductCoupon] | None = field(name="Coupons", default=None)
    """
    List of product coupons
    """
    currency: Currency | None = field(name="Currency", default=None)
    currency_id: int | None = field(name="CurrencyId", default=None)
    """
    Foreign key Currency
    """
    description: str | None = field(name="Description", default=None)
    """
    Product description
    """
    discounts: list[ProductDiscount] | None = field(name="Discounts", default=None)
    """
    List of product discounts
    """
    id: int | None = field(name="Id", default=None)
    """
    Product id
    """
    is_featured: bool | None = field(name="IsFeatured", default=None)
    """
    Indicate that the product is set as featured
    """
    items: list[ProductItem] | None = field(name="Items", default=None)
    """
    List of product items
    """
    name: str | None = field(name="Name", default=None)
    """
    Product alias
    """
    payment_gateways: list[ProductGateway] | None = field(name="PaymentGateways", default=None)
    """
    List of enabled payment gateways for this product
    """
    shipping_amount: Decimal | None = field(name="ShippingAmount", default=None)
    """
    Cost for shipping the product (money, in the currency of the document it belongs to)
    """
    shipping_description: str | None = field(name="ShippingDescription", default=None)
    """
    Client instructions for shipping
    """
    status: OrOrdinal[ProductStatus] | None = field(name="Status", default=None)
    """
    Product availability status
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Subtotal amount of product (money, in the currency of the document it belongs to)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of product (money, in the currency of the document it belongs to)
    """
    total_with_shipping: Decimal | None = field(name="TotalWithShipping", default=None)
    """
    Total amount of product with shipping (money, in the currency of the document it belongs to)
    """
    what_happens_next_description: str | None = field(name="WhatHappensNextDescription", default=None)
    """
    What happens next description
    """


class ProductAttachment(Model, kw_only=True):
    """
    `ProductAttachmentApiModel` in the vendor's document.

    In bytes: `size`.
    """

    id: Nullable[int] = field(name="Id", default=ABSENT)
    """
    Product attachment id
    """
    link: Nullable[str] = field(name="Link", default=ABSENT)
    """
    Link to the file
    """
    obfuscated_file_name: Nullable[str] = field(name="ObfuscatedFileName", default=ABSENT)
    """
    Hashed file name to avoid url wildguessing
    """
    original_file_name: Nullable[str] = field(name="OriginalFileName", default=ABSENT)
    """
    Name of the file
    """
    size: Nullable[int] = field(name="Size", default=ABSENT)
    """
    File size number in bytes (bytes)
    """
    type: Nullable[OrOrdinal[AttachmentType]] = field(name="Type", default=ABSENT)
    """
    Type of the link (Attached or external)
    """


class ProductCoupon(Model, kw_only=True):
    """
    `ProductCouponApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`.

    In percent, 18 for 18 %: `discount_percentage`.
    """

    code: Nullable[str] = field(name="Code", default=ABSENT)
    """
    Coupon to apply in order to get the discount
    """
    discount_amount: NullableAmount = field(name="DiscountAmount", default=ABSENT)
    """
    Discount amount (money, in the currency of the document it belongs to)
    """
    discount_percentage: NullableAmount = field(name="DiscountPercentage", default=ABSENT)
    """
    Discount percentage (in percent, 18 for 18 %)
    """
    id: Nullable[int] = field(name="Id", default=ABSENT)
    """
    Product coupon id
    """
    valid_until: Nullable[datetime] = field(name="ValidUntil", default=ABSENT)
    """
    Coupon expiration date
    """


class ProductCreate(Model, kw_only=True):
    """
    `ProductCreateApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `shipping_amount`.
    """

    currency_id: int = field(name="CurrencyId")
    """
    Foreign key Currency
    """
    name: str = field(name="Name")
    """
    Product alias
    """
    after_payment_description: str | None | UnsetType = field(name="AfterPaymentDescription", default=UNSET)
    """
    After payment description
    """
    attachments: list[ProductAttachment] | None | UnsetType = field(name="Attachments", default=UNSET)
    """
    List of product attachments
    """
    button_call_to_action: str | None | UnsetType = field(name="ButtonCallToAction", default=UNSET)
    """
    Default button call to action Ex: Buy now, subscribe, ...
    """
    coupons: list[ProductCoupon] | None | UnsetType = field(name="Coupons", default=UNSET)
    """
    List of product coupons
    """
    description: str | None | UnsetType = field(name="Description", default=UNSET)
    """
    Product description
    """
    discounts: list[ProductDiscount] | None | UnsetType = field(name="Discounts", default=UNSET)
    """
    List of product discounts
    """
    is_featured: bool | None | UnsetType = field(name="IsFeatured", default=UNSET)
    """
    Indicate that the product is set as featured
    """
    items: list[ProductItem] | None | UnsetType = field(name="Items", default=UNSET)
    """
    List of product items
    """
    payment_gateways: list[ProductGateway] | None | UnsetType = field(name="PaymentGateways", default=UNSET)
    """
    List of enabled payment gateways for this product
    """
    shipping_amount: Decimal | int | None | UnsetType = field(name="ShippingAmount", default=UNSET)
    """
    Cost for shipping the product (money, in the currency of the document it belongs to)
    """
    shipping_description: str | None | UnsetType = field(name="ShippingDescription", default=UNSET)
    """
    Client instructions for shipping
    """
    status: ProductStatus | None | UnsetType = field(name="Status", default=UNSET)
    """
    Product availability status
    """
    what_happens_next_description: str | None | UnsetType = field(name="WhatHappensNextDescription", default=UNSET)
    """
    What happens next description
    """


class ProductDelete(Model, kw_only=True):
    """
    `ProductDeleteApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of product to be deleted
    """


class ProductDiscount(Model, kw_only=True):
    """
    `ProductDiscountApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `discount_amount`.

    In percent, 18 for 18 %: `discount_percentage`.
    """

    discount_amount: NullableAmount = field(name="DiscountAmount", default=ABSENT)
    """
    Discount amount (money, in the currency of the document it belongs to)
    """
    discount_percentage: NullableAmount = field(name="DiscountPercentage", default=ABSENT)
    """
    Discount percentage (in percent, 18 for 18 %)
    """
    id: Nullable[int] = field(name="Id", default=ABSENT)
    """
    Product discount id
    """
    name: Nullable[str] = field(name="Name", default=ABSENT)
    """
    Name
    """
    valid_from: Nullable[datetime] = field(name="ValidFrom", default=ABSENT)
    """
    Discount start date
    """
    valid_to: Nullable[datetime] = field(name="ValidTo", default=ABSENT)
    """
    Discount expiration date
    """


class ProductGateway(Model, kw_only=True):
    """
    `ProductGatewayApiModel` in the vendor's document.
    """

    name: Nullable[str] = field(name="Name", default=ABSENT)
    """
    Payment gateway name
    """


class ProductItem(Model, kw_only=True):
    """
    `ProductItemApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `cost`, `sub_total_amount`, `tax_amount`,
    `total_amount`.

    In percent, 18 for 18 %: `tax_percentage`.
    """

    cost: NullableAmount = field(name="Cost", default=ABSENT)
    """
    Work item cost (money, in the currency of the document it belongs to)
    """
    description: Nullable[str] = field(name="Description", default=ABSENT)
    """
    General description
    """
    id: Nullable[int] = field(name="Id", default=ABSENT)
    """
    Product item id
    """
    minimum_quantity: NullableAmount = field(name="MinimumQuantity", default=ABSENT)
    """
    Minimum required quantity in order to buy a work item
    """
    reference_id: Nullable[str] = field(name="ReferenceId", default=ABSENT)
    """
    Product SKU
    """
    sub_total_amount: NullableAmount = field(name="SubTotalAmount", default=ABSENT)
    """
    Subtotal amount of product (money, in the currency of the document it belongs to)
    """
    tax_amount: NullableAmount = field(name="TaxAmount", default=ABSENT)
    """
    Tax amount (money, in the currency of the document it belongs to)
    """
    tax_id: Nullable[int] = field(name="TaxId", default=ABSENT)
    """
    Foreign key Tax id
    """
    tax_percentage: NullableAmount = field(name="TaxPercentage", default=ABSENT)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: NullableAmount = field(name="TotalAmount", default=ABSENT)
    """
    Total amount of product (money, in the currency of the document it belongs to)
    """
    work_type_id: Nullable[int] = field(name="WorkTypeId", default=ABSENT)
    """
    Foreign key work type id
    """


class ProductPage(Model, kw_only=True):
    """
    `ListResult_ProductDetailsApiModel_` in the vendor's document.
    """

    count: int | None = field(name="Count", default=None)
    error_messages: list[ErrorInfo] | None = field(name="ErrorMessages", default=None)
    is_faulted: bool | None = field(name="IsFaulted", default=None)
    result: list[ProductSummary] | None = field(name="Result", default=None)
    total_count: int | None = field(name="TotalCount", default=None)


class ProductStatus(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    ACTIVE = "Active"
    NOT_AVAILABLE = "NotAvailable"
    INACTIVE = "Inactive"


class ProductSummary(Model, kw_only=True):
    """
    `ProductDetailsApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `shipping_amount`, `sub_total_amount`,
    `total_amount`, `total_with_shipping`.
    """

    access_token: str | None = field(name="AccessToken", default=None)
    """
    Product short link
    """
    after_payment_description: str | None = field(name="AfterPaymentDescription", default=None)
    """
    After payment description
    """
    button_call_to_action: str | None = field(name="ButtonCallToAction", default=None)
    """
    Default button call to action Ex: Buy now, subscribe, ...
    """
    currency: Currency | None = field(name="Currency", default=None)
    currency_id: int | None = field(name="CurrencyId", default=None)
    """
    Foreign key Currency
    """
    description: str | None = field(name="Description", default=None)
    """
    Product description
    """
    id: int | None = field(name="Id", default=None)
    """
    Product id
    """
    is_featured: bool | None = field(name="IsFeatured", default=None)
    """
    Indicate that the product is set as featured
    """
    name: str | None = field(name="Name", default=None)
    """
    Product alias
    """
    shipping_amount: Decimal | None = field(name="ShippingAmount", default=None)
    """
    Cost for shipping the product (money, in the currency of the document it belongs to)
    """
    shipping_description: str | None = field(name="ShippingDescription", default=None)
    """
    Client instructions for shipping
    """
    status: OrOrdinal[ProductStatus] | None = field(name="Status", default=None)
    """
    Product availability status
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Subtotal amount of product (money, in the currency of the document it belongs to)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of product (money, in the currency of the document it belongs to)
    """
    total_with_shipping: Decimal | None = field(name="TotalWithShipping", default=None)
    """
    Total amount of product with shipping (money, in the currency of the document it belongs to)
    """
    what_happens_next_description: str | None = field(name="WhatHappensNextDescription", default=None)
    """
    What happens next description
    """


class ProductUpdate(Model, kw_only=True):
    """
    `ProductUpdateApiModel` in the vendor's document.

    In money, in the currency of the document it belongs to: `shipping_amount`.
    """

    id: int = field(name="Id")
    """
    Product id
    """
    after_payment_description: str | None | UnsetType = field(name="AfterPaymentDescription", default=UNSET)
    """
    After payment description
    """
    attachments: list[ProductAttachment] | None | UnsetType = field(name="Attachments", default=UNSET)
    """
    List of product attachments
    """
    button_call_to_action: str | None | UnsetType = field(name="ButtonCallToAction", default=UNSET)
    """
    Default button call to action Ex: Buy now, subscribe, ...
    """
    coupons: list[ProductCoupon] | None | UnsetType = field(name="Coupons", default=UNSET)
    """
    List of product coupons
    """
    currency_id: int | None | UnsetType = field(name="CurrencyId", default=UNSET)
    """
    Foreign key Currency
    """
    description: str | None | UnsetType = field(name="Description", default=UNSET)
    """
    Product description
    """
    discounts: list[ProductDiscount] | None | UnsetType = field(name="Discounts", default=UNSET)
    """
    List of product discounts
    """
    is_featured: bool | None | UnsetType = field(name="IsFeatured", default=UNSET)
    """
    Indicate that the product is set as featured
    """
    items: list[ProductItem] | None | UnsetType = field(name="Items", default=UNSET)
    """
    List of product items
    """
    name: str | None | UnsetType = field(name="Name", default=UNSET)
    """
    Product alias
    """
    payment_gateways: list[ProductGateway] | None | UnsetType = field(name="PaymentGateways", default=UNSET)
    """
    List of enabled payment gateways for this product
    """
    shipping_amount: Decimal | int | None | UnsetType = field(name="ShippingAmount", default=UNSET)
    """
    Cost for shipping the product (money, in the currency of the document it belongs to)
    """
    shipping_description: str | None | UnsetType = field(name="ShippingDescription", default=UNSET)
    """
    Client instructions for shipping
    """
    status: ProductStatus | None | UnsetType = field(name="Status", default=UNSET)
    """
    Product availability status
    """
    what_happens_next_description: str | None | UnsetType = field(name="WhatHappensNextDescription", default=UNSET)
    """
    What happens next description
    """


class Profession(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    OTHER = "Other"
    DESIGN_AND_CREATIVE = "DesignAndCreative"
    SOFTWARE_DEVELOPMENT = "SoftwareDevelopment"
    CONTENT_WRITING_AND_MARKETING = "ContentWritingAndMarketing"
    FREELANCERS = "Freelancers"
    CONSULTANTS = "Consultants"
    SMES = "Smes"
    ENTERPRISE = "Enterprise"
    ECOMMERCE = "ECommerce"
    INDIVIDUAL = "Individual"


class QueryOptionsRecord(Model, kw_only=True):
    """
    `QueryOptions` in the vendor's document.
    """

    page: int | None = field(name="Page", default=None)
    page_size: int | None = field(name="PageSize", default=None)


class QueuedInvoiceRecord(Model, kw_only=True):
    """
    `QueuedInvoice` in the vendor's document.
    """

    cloned_from_id: int | None = field(name="ClonedFromId", default=None)
    id: int | None = field(name="Id", default=None)
    invoice: InvoiceRecord | None = field(name="Invoice", default=None)
    invoice_id: int | None = field(name="InvoiceId", default=None)
    recurring_profile_id: int | None = field(name="RecurringProfileId", default=None)
    scheduled_for: datetime | None = field(name="ScheduledFor", default=None)
    status: OrOrdinal[QueuedInvoiceStatus] | None = field(name="Status", default=None)
    user_id: int | None = field(name="UserId", default=None)


class QueuedInvoiceStatus(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    PENDING = "Pending"
    CANCELLED = "Cancelled"
    FAILED = "Failed"
    PROCESSED = "Processed"


class RecurrencePattern(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    DAILY = "Daily"
    WEEKLY = "Weekly"
    MONTHLY = "Monthly"
    YEARLY = "Yearly"


class RecurrenceStatus(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    PENDING = "Pending"
    ACTIVE = "Active"
    CANCELLED = "Cancelled"
    FINISHED = "Finished"


class RecurringProfileRecord(Model, kw_only=True):
    """
    `RecurringProfile` in the vendor's document.

    In days: `due_date_in_days`.
    """

    day_of_month: int | None = field(name="DayOfMonth", default=None)
    day_of_week: OrOrdinal[DayOfWeek] | None = field(name="DayOfWeek", default=None)
    due_date_in_days: int | None = field(name="DueDateInDays", default=None)
    """
    Days
    """
    end_of_recurrence: datetime | None = field(name="EndOfRecurrance", default=None)
    id: int | None = field(name="Id", default=None)
    invoice_id: int | None = field(name="InvoiceId", default=None)
    month: int | None = field(name="Month", default=None)
    recurrence_pattern: OrOrdinal[RecurrencePattern] | None = field(name="RecurrancePattern", default=None)
    recurrence_value: int | None = field(name="RecurranceValue", default=None)
    start_of_recurrence: datetime | None = field(name="StartOfRecurrance", default=None)
    status: OrOrdinal[RecurrenceStatus] | None = field(name="Status", default=None)
    title: str | None = field(name="Title", default=None)


class ReferralProgram(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    ENABLED = "Enabled"
    DISABLED = "Disabled"


class SearchRequestRecord(Model, kw_only=True):
    """
    `SearchRequest` in the vendor's document.
    """

    order: OrOrdinal[SortOrder] | None = field(name="Order", default=None)
    order_by: str | None = field(name="OrderBy", default=None)
    page: int | None = field(name="Page", default=None)
    page_size: int | None = field(name="PageSize", default=None)
    query: str | None = field(name="Query", default=None)


class SortOrder(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    NONE = "None"
    ASC = "Asc"
    DESC = "Desc"


class SubscriptionBillingPeriod(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    MONTHLY = "Monthly"
    YEARLY = "Yearly"


class SubscriptionCancellationReason(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    FAIL_TO_CAPTURE_FEE = "FailToCaptureFee"
    FRAUD = "Fraud"


class SubscriptionFeature(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    API = "Api"
    TEAMS = "Teams"
    CLIENTS = "Clients"
    SHOP = "Shop"
    PAYMENT_LINKS = "PaymentLinks"
    CNAME = "Cname"


class SubscriptionPlanRecord(Model, kw_only=True):
    """
    `SubscriptionPlan` in the vendor's document.

    In money, in the currency of the document it belongs to: `price`.

    In days: `trial_number_of_days`.
    """

    cancelled_on: Nullable[datetime] = field(name="CancellatedOn", default=ABSENT)
    coupon_code: Nullable[str] = field(name="CouponCode", default=ABSENT)
    currency_code: Nullable[str] = field(name="CurrencyCode", default=ABSENT)
    external_identifier: Nullable[str] = field(name="ExternalIdentifier", default=ABSENT)
    features: Nullable[list[OrOrdinal[SubscriptionFeature]]] = field(name="Features", default=ABSENT)
    has_due_payment: Nullable[bool] = field(name="HasDuePayment", default=ABSENT)
    has_due_payment_since: Nullable[datetime] = field(name="HasDuePaymentSince", default=ABSENT)
    id: Nullable[int] = field(name="Id", default=ABSENT)
    identifier: Nullable[str] = field(name="Identifier", default=ABSENT)
    is_active: Nullable[bool] = field(name="IsActive", default=ABSENT)
    is_lifetime: Nullable[bool] = field(name="IsLifetime", default=ABSENT)
    last_payment_on: Nullable[datetime] = field(name="LastPaymentOn", default=ABSENT)
    max_clients: Nullable[int] = field(name="MaxClients", default=ABSENT)
    name: Nullable[str] = field(name="Name", default=ABSENT)
    on_hold: Nullable[bool] = field(name="OnHold", default=ABSENT)
    order_identifier: Nullable[str] = field(name="OrderIdentifier", default=ABSENT)
    price: NullableAmount = field(name="Price", default=ABSENT)
    """
    Money, in the currency of the document it belongs to
    """
    recurrence: Nullable[OrOrdinal[SubscriptionBillingPeriod]] = field(name="Recurrence", default=ABSENT)
    sale_id: Nullable[int] = field(name="SaleId", default=ABSENT)
    status: Nullable[OrOrdinal[SubscriptionStatus]] = field(name="Status", default=ABSENT)
    system_cancellation_reason: Nullable[OrOrdinal[SubscriptionCancellationReason]] = field(
        name="SystemCancelationReason", default=ABSENT
    )
    trial_ends_on: Nullable[datetime] = field(name="TrialEndsOn", default=ABSENT)
    trial_number_of_days: Nullable[int] = field(name="TrialNumberOfDays", default=ABSENT)
    """
    Days
    """
    trial_starts_on: Nullable[datetime] = field(name="TrialStartsOn", default=ABSENT)
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)
    version: Nullable[int] = field(name="Version", default=ABSENT)


class SubscriptionStatus(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    ACTIVE_TRIAL = "ActiveTrial"
    EXPIRED_TRIAL = "ExpiredTrial"
    ACTIVE = "Active"
    CANCELED = "Canceled"
    FRAUDULENT = "Fraudlent"


class Tax(Model, kw_only=True):
    """
    `TaxDetailsApiModel` in the vendor's document.

    In percent, 18 for 18 %: `percentage`.
    """

    created_on: datetime | None = field(name="CreatedOn", default=None)
    """
    Date of creation
    """
    id: int | None = field(name="Id", default=None)
    """
    Entity id
    """
    name: str | None = field(name="Name", default=None)
    """
    Name of the tax
    """
    percentage: Decimal | None = field(name="Percentage", default=None)
    """
    Tax percentage (in percent, 18 for 18 %)
    """


class TaxCreate(Model, kw_only=True):
    """
    `TaxCreateApiModel` in the vendor's document.

    In percent, 18 for 18 %: `percentage`.
    """

    name: str = field(name="Name")
    """
    Name of the tax
    """
    percentage: Decimal | int = field(name="Percentage")
    """
    Tax percentage (in percent, 18 for 18 %)
    """


class TaxDelete(Model, kw_only=True):
    """
    `TaxDeleteApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of tax to be deleted
    """


class TaxRecord(Model, kw_only=True):
    """
    `Tax` in the vendor's document.

    In percent, 18 for 18 %: `percentage`.
    """

    id: Nullable[int] = field(name="Id", default=ABSENT)
    name: Nullable[str] = field(name="Name", default=ABSENT)
    percentage: NullableAmount = field(name="Percentage", default=ABSENT)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)


class TaxUpdate(Model, kw_only=True):
    """
    `TaxUpdateApiModel` in the vendor's document.

    In percent, 18 for 18 %: `percentage`.
    """

    id: int = field(name="Id")
    """
    Entity id
    """
    name: str | None | UnsetType = field(name="Name", default=UNSET)
    """
    Name of the tax
    """
    percentage: Decimal | int | None | UnsetType = field(name="Percentage", default=UNSET)
    """
    Tax percentage (in percent, 18 for 18 %)
    """


class UiLanguage(Model, kw_only=True):
    """
    `UILanguageDetailsApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Entity id
    """
    name: str | None = field(name="Name", default=None)
    """
    Name of the language
    """
    ui_culture: str | None = field(name="UiCulture", default=None)
    """
    Ui culture options
    """


class UiLanguageRecord(Model, kw_only=True):
    """
    `UiLanguage` in the vendor's document.
    """

    id: Nullable[int] = field(name="Id", default=ABSENT)
    name: Nullable[str] = field(name="Name", default=ABSENT)
    ui_culture: Nullable[str] = field(name="UiCulture", default=ABSENT)


class UserExperience(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    ONE = "One"
    ONE_TO_THREE = "OneToThree"
    THREE_TO_FIVE = "ThreeToFive"
    SIX_PLUS = "SixPlus"


class UserRecord(Model, kw_only=True):
    """
    `User` in the vendor's document.
    """

    action_notifications_last_read_on: Nullable[datetime] = field(name="ActionNotificationsLastReadOn", default=ABSENT)
    email: Nullable[str] = field(name="Email", default=ABSENT)
    external_connections: Nullable[list[ExternalConnectionRecord]] = field(name="ExternalConnections", default=ABSENT)
    has_been_onboarded: Nullable[bool] = field(name="HasBeenOnboarded", default=ABSENT)
    id: Nullable[int] = field(name="Id", default=ABSENT)
    is_locked: Nullable[bool] = field(name="IsLocked", default=ABSENT)
    is_verified: Nullable[bool] = field(name="IsVerified", default=ABSENT)
    knowledge_notifications_last_read_on: Nullable[datetime] = field(
        name="KnowledgeNotificationsLastReadOn", default=ABSENT
    )
    last_seen_on: Nullable[datetime] = field(name="LastSeenOn", default=ABSENT)
    name: Nullable[str] = field(name="Name", default=ABSENT)
    password: Nullable[str] = field(name="Password", default=ABSENT)
    password_salt: Nullable[str] = field(name="PasswordSalt", default=ABSENT)
    referral_path: Nullable[str] = field(name="ReferralPath", default=ABSENT)
    referred_users: Nullable[int] = field(name="ReferredUsers", default=ABSENT)
    referrer_key: Nullable[str] = field(name="ReferrerKey", default=ABSENT)
    settings: Nullable[UserSettingsRecord] = field(name="Settings", default=ABSENT)
    status: Nullable[OrOrdinal[UserStatus]] = field(name="Status", default=ABSENT)
    subscription_plan: Nullable[SubscriptionPlanRecord] = field(name="SubscriptionPlan", default=ABSENT)
    type: Nullable[OrOrdinal[UserType]] = field(name="Type", default=ABSENT)
    username: Nullable[str] = field(name="Username", default=ABSENT)
    verified_on: Nullable[datetime] = field(name="VerifiedOn", default=ABSENT)
    years_of_experience: Nullable[OrOrdinal[UserExperience]] = field(name="YearsOfExperience", default=ABSENT)


class UserSettingsRecord(Model, kw_only=True):
    """
    `UserSettings` in the vendor's document.

    In days: `default_due_date_in_days`.
    """

    accountant_email: Nullable[str] = field(name="AccountantEmail", default=ABSENT)
    address: Nullable[str] = field(name="Address", default=ABSENT)
    api_key: Nullable[str] = field(name="ApiKey", default=ABSENT)
    api_secret: Nullable[str] = field(name="ApiSecret", default=ABSENT)
    background_image: Nullable[str] = field(name="BackgroundImage", default=ABSENT)
    bank: Nullable[str] = field(name="Bank", default=ABSENT)
    bank_account: Nullable[str] = field(name="BankAccount", default=ABSENT)
    cname: Nullable[str] = field(name="Cname", default=ABSENT)
    company_registration_number: Nullable[str] = field(name="CompanyRegistrationNumber", default=ABSENT)
    country: Nullable[CountryRecord] = field(name="Country", default=ABSENT)
    country_id: Nullable[int] = field(name="CountryId", default=ABSENT)
    currency: Nullable[CurrencyRecord] = field(name="Currency", default=ABSENT)
    currency_id: Nullable[int] = field(name="CurrencyId", default=ABSENT)
    currency_symbol: Nullable[str] = field(name="CurrencySymbol", default=ABSENT)
    default_date_format: Nullable[str] = field(name="DefaultDateFormat", default=ABSENT)
    default_due_date_in_days: Nullable[int] = field(name="DefaultDueDateInDays", default=ABSENT)
    """
    Days
    """
    do_not_track: Nullable[bool] = field(name="DoNotTrack", default=ABSENT)
    enable_client_portal: Nullable[bool] = field(name="EnableClientPortal", default=ABSENT)
    enable_predictive_invoicing: Nullable[bool] = field(name="EnablePredictiveInvoicing", default=ABSENT)
    enable_recurring_invoicing: Nullable[bool] = field(name="EnableRecurringInvoicing", default=ABSENT)
    has_invoice_logo: Nullable[bool] = field(name="HasInvoiceLogo", default=ABSENT)
    iban: Nullable[str] = field(name="Iban", default=ABSENT)
    id: Nullable[int] = field(name="Id", default=ABSENT)
    invoice_template: Nullable[OrOrdinal[InvoiceTemplate]] = field(name="InvoiceTemplate", default=ABSENT)
    invoice_template_color_hex: Nullable[str] = field(name="InvoiceTemplateColorHex", default=ABSENT)
    phone_number: Nullable[str] = field(name="PhoneNumber", default=ABSENT)
    profession: Nullable[OrOrdinal[Profession]] = field(name="Profession", default=ABSENT)
    receive_sms_notifications: Nullable[bool] = field(name="ReceiveSmsNotifications", default=ABSENT)
    referral_program: Nullable[OrOrdinal[ReferralProgram]] = field(name="ReferralProgram", default=ABSENT)
    store_checkout_fields: Nullable[OrOrdinal[CheckoutFields]] = field(name="StoreCheckoutFields", default=ABSENT)
    store_color_hex: Nullable[str] = field(name="StoreColorHex", default=ABSENT)
    store_currency: Nullable[CurrencyRecord] = field(name="StoreCurrency", default=ABSENT)
    store_currency_id: Nullable[int] = field(name="StoreCurrencyId", default=ABSENT)
    store_custom_java_script: Nullable[str] = field(name="StoreCustomJavaScript", default=ABSENT)
    store_description: Nullable[str] = field(name="StoreDescription", default=ABSENT)
    store_email: Nullable[str] = field(name="StoreEmail", default=ABSENT)
    store_language: Nullable[UiLanguageRecord] = field(name="StoreLanguage", default=ABSENT)
    store_language_id: Nullable[int] = field(name="StoreLanguageId", default=ABSENT)
    store_name: Nullable[str] = field(name="StoreName", default=ABSENT)
    store_purchase_email_message: Nullable[str] = field(name="StorePurchaseEmailMessage", default=ABSENT)
    store_purchase_thank_you_message: Nullable[str] = field(name="StorePurchaseThankYouMessage", default=ABSENT)
    store_text_color_hex: Nullable[str] = field(name="StoreTextColorHex", default=ABSENT)
    store_url: Nullable[str] = field(name="StoreUrl", default=ABSENT)
    subscribe_to_product_emails: Nullable[bool] = field(name="SubscribeToProductEmails", default=ABSENT)
    swift: Nullable[str] = field(name="Swift", default=ABSENT)
    terms: Nullable[str] = field(name="Terms", default=ABSENT)
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)
    user_signature: Nullable[str] = field(name="UserSignature", default=ABSENT)
    vat_number: Nullable[str] = field(name="VatNumber", default=ABSENT)
    years_of_experience: Nullable[int] = field(name="YearsOfExperience", default=ABSENT)


class UserStatus(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    NORMAL = "Normal"
    FRAUDULENT = "Fraudlent"
    LOCKED = "Locked"


class UserType(OpenEnum):
    """
    Values in the vendor's order; one that is not listed is kept as it comes.
    """

    ANONYMOUS = "Anonymous"
    CUSTOMER = "Customer"
    SYSTEM_ADMINISTRATOR = "SystemAdministrator"
    COLLABORATOR = "Collaborator"


class WebhookActivity(Model, kw_only=True):
    """
    One thing that happened to an invoice or an order.
    """

    created_on: datetime | None = field(name="CreatedOn", default=None)
    """
    When the activity happened
    """
    id: int | None = field(name="Id", default=None)
    """
    Id of the activity, the same in every delivery of it
    """
    invoice_id: int | None = field(name="InvoiceId", default=None)
    """
    Id of the invoice
    """
    invoice_number: str | None = field(name="InvoiceNumber", default=None)
    """
    Number of the invoice
    """
    link: str | None = field(name="Link", default=None)
    """
    Share URL of the invoice or order
    """
    message: str | None = field(name="Message", default=None)
    """
    What happened, for a person to read
    """
    order_id: int | None = field(name="OrderId", default=None)
    """
    Id of the order
    """
    order_number: str | None = field(name="OrderNumber", default=None)
    """
    Number of the order
    """
    type: int | None = field(name="Type", default=None)
    """
    The ordinal of the activity type in `ActivityType`
    """


class WebhookDelivery(Model, kw_only=True):
    """
    What the service posts to a webhook URL.
    """

    activity: WebhookActivity | None = field(name="Activity", default=None)
    signature: str | None = field(name="Signature", default=None)
    """
    A "sha256 string"; the vendor documents no more than that
    """
    timestamp: datetime | None = field(name="Timestamp", default=None)
    """
    When the delivery was made
    """


class WorkType(Model, kw_only=True):
    """
    `WorkTypeDetailsApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Entity id
    """
    created_on: datetime | None = field(name="CreatedOn", default=None)
    """
    Date of creation
    """
    title: str | None = field(name="Title", default=None)
    """
    Indicates the title of of the work type (Logo design, development...)
    """


class WorkTypeCreate(Model, kw_only=True):
    """
    `WorkTypeCreateApiModel` in the vendor's document.
    """

    title: str = field(name="Title")
    """
    Indicates the title of of the work type (Logo design, development...)
    """


class WorkTypeDelete(Model, kw_only=True):
    """
    `WorkTypeDeleteApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Id of work type to be deleted
    """


class WorkTypeRecord(Model, kw_only=True):
    """
    `WorkType` in the vendor's document.
    """

    id: Nullable[int] = field(name="Id", default=ABSENT)
    title: Nullable[str] = field(name="Title", default=ABSENT)
    user_id: Nullable[int] = field(name="UserId", default=ABSENT)


class WorkTypeUpdate(Model, kw_only=True):
    """
    `WorkTypeUpdateApiModel` in the vendor's document.
    """

    id: int = field(name="Id")
    """
    Entity id
    """
    title: str | None | UnsetType = field(name="Title", default=UNSET)
    """
    Indicates the title of of the work type (Logo design, development...)
    """
