# Generated from spec/openapi.yaml by `nox -s generate`. Do not edit: an edit is noticed, and lost with the next generation.
# What is written by hand lies in overrides/envoice; CONTRIBUTING.md says how to change what is generated.
"""The models: what the service takes and answers."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from ._struct import Model
from .enums import OpenEnum, OrOrdinal


class ActivityRecord(Model, kw_only=True):
    """
    `Activity` in the vendor's document.
    """

    estimation_id: int | None = field(name="EstimationId", default=None)
    estimation_number: str | None = field(name="EstimationNumber", default=None)
    id: int | None = field(name="Id", default=None)
    invoice_id: int | None = field(name="InvoiceId", default=None)
    invoice_number: str | None = field(name="InvoiceNumber", default=None)
    link: str | None = field(name="Link", default=None)
    message: str | None = field(name="Message", default=None)
    order_id: int | None = field(name="OrderId", default=None)
    order_number: str | None = field(name="OrderNumber", default=None)
    type: OrOrdinal[ActivityType] | None = field(name="Type", default=None)
    user_id: int | None = field(name="UserId", default=None)


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

    email: str | None = field(name="Email", default=None)
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
    """

    address: str | None = field(name="Address", default=None)
    client_country_id: int | None = field(name="ClientCountryId", default=None)
    client_currency_id: int | None = field(name="ClientCurrencyId", default=None)
    company_registration_number: str | None = field(name="CompanyRegistrationNumber", default=None)
    default_due_date_in_days: int | None = field(name="DefaultDueDateInDays", default=None)
    """
    Days
    """
    email: str | None = field(name="Email", default=None)
    id: int | None = field(name="Id", default=None)
    name: str | None = field(name="Name", default=None)
    phone_number: str | None = field(name="PhoneNumber", default=None)
    ui_language_id: int | None = field(name="UiLanguageId", default=None)
    user_id: int | None = field(name="UserId", default=None)
    vat: str | None = field(name="Vat", default=None)


class ClientUpdate(Model, kw_only=True):
    """
    `ClientUpdateApiModel` in the vendor's document.
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

    id: int | None = field(name="Id", default=None)
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

    id: int | None = field(name="Id", default=None)
    name: str | None = field(name="Name", default=None)
    value: str | None = field(name="Value", default=None)


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

    code: str | None = field(name="Code", default=None)
    id: int | None = field(name="Id", default=None)
    name: str | None = field(name="Name", default=None)
    symbol: str | None = field(name="Symbol", default=None)
    value: str | None = field(name="Value", default=None)


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

    attachments: list[EstimationAttachmentCreate] | None | UnsetType = field(name="Attachments", default=UNSET)
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
    items: list[EstimationItemCreate] | None | UnsetType = field(name="Items", default=UNSET)
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

    name: str | None = field(name="Name", default=None)
    """
    Name of the payment gateway
    """


class EstimationItem(Model, kw_only=True):
    """
    `EstimationItemApiModel` in the vendor's document.
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


class EstimationItemUpdate(Model, kw_only=True):
    """
    `EstimationUpdateItemApiModel` in the vendor's document.
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

    access_token: str | None = field(name="AccessToken", default=None)
    access_token_secret: str | None = field(name="AccessTokenSecret", default=None)
    data: str | None = field(name="Data", default=None)
    expires_on: datetime | None = field(name="ExpiresOn", default=None)
    external_user_id: str | None = field(name="ExternalUserId", default=None)
    external_username: str | None = field(name="ExternalUsername", default=None)
    id: int | None = field(name="Id", default=None)
    provider: str | None = field(name="Provider", default=None)
    user_id: int | None = field(name="UserId", default=None)


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
    """

    id: int | None = field(name="Id", default=None)
    invoice_id: int | None = field(name="InvoiceId", default=None)
    link: str | None = field(name="Link", default=None)
    obfuscated_file_name: str | None = field(name="ObfuscatedFileName", default=None)
    original_file_name: str | None = field(name="OriginalFileName", default=None)
    size: int | None = field(name="Size", default=None)
    """
    Bytes
    """
    type: OrOrdinal[AttachmentType] | None = field(name="Type", default=None)


class InvoiceAttachmentUpdate(Model, kw_only=True):
    """
    `InvoiceUpdateAttachmentApiModel` in the vendor's document.
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

    attachments: list[InvoiceAttachmentCreate] | None | UnsetType = field(name="Attachments", default=UNSET)
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
    items: list[InvoiceItemCreate] | None | UnsetType = field(name="Items", default=UNSET)
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

    name: str | None = field(name="Name", default=None)
    """
    Name of the payment gateway
    """


class InvoiceGatewayRecord(Model, kw_only=True):
    """
    `PaymentGatewayForInvoice` in the vendor's document.
    """

    id: int | None = field(name="Id", default=None)
    name: str | None = field(name="Name", default=None)


class InvoiceItem(Model, kw_only=True):
    """
    `InvoiceItemApiModel` in the vendor's document.
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
    id: int | None = field(name="Id", default=None)
    """
    Id of invoice item
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


class InvoiceItemRecord(Model, kw_only=True):
    """
    `InvoiceItem` in the vendor's document.
    """

    cost: Decimal | None = field(name="Cost", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    description: str | None = field(name="Description", default=None)
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    discount_percentage: Decimal | None = field(name="DiscountPercentage", default=None)
    """
    In percent, 18 for 18 %
    """
    id: int | None = field(name="Id", default=None)
    invoice_id: int | None = field(name="InvoiceId", default=None)
    quantity: Decimal | None = field(name="Quantity", default=None)
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    tax_id: int | None = field(name="TaxId", default=None)
    tax_percentage: Decimal | None = field(name="TaxPercentage", default=None)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    work_type_id: int | None = field(name="WorkTypeId", default=None)


class InvoiceItemUpdate(Model, kw_only=True):
    """
    `InvoiceUpdateItemApiModel` in the vendor's document.
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
    """

    access_token: str | None = field(name="AccessToken", default=None)
    activities: list[ActivityRecord] | None = field(name="Activities", default=None)
    attachments: list[InvoiceAttachmentRecord] | None = field(name="Attachments", default=None)
    client_id: int | None = field(name="ClientId", default=None)
    cloned_from_id: int | None = field(name="ClonedFromId", default=None)
    currency_id: int | None = field(name="CurrencyId", default=None)
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    due_date: datetime | None = field(name="Duedate", default=None)
    enable_partial_payments: bool | None = field(name="EnablePartialPayments", default=None)
    estimation_id: int | None = field(name="EstimationId", default=None)
    id: int | None = field(name="Id", default=None)
    invoice_category_id: int | None = field(name="InvoiceCategoryId", default=None)
    is_digitally_signed: bool | None = field(name="IsDigitallySigned", default=None)
    issued_on: datetime | None = field(name="IssuedOn", default=None)
    items: list[InvoiceItemRecord] | None = field(name="Items", default=None)
    notes: str | None = field(name="Notes", default=None)
    number: str | None = field(name="Number", default=None)
    order_id: int | None = field(name="OrderId", default=None)
    payment_gateways: list[InvoiceGatewayRecord] | None = field(name="PaymentGateways", default=None)
    payment_link_id: int | None = field(name="PaymentLinkId", default=None)
    payments: list[PaymentRecord] | None = field(name="Payments", default=None)
    po_number: str | None = field(name="PoNumber", default=None)
    recurring_profile_id: int | None = field(name="RecurringProfileId", default=None)
    should_send_reminders: bool | None = field(name="ShouldSendReminders", default=None)
    status: OrOrdinal[InvoiceStatus] | None = field(name="Status", default=None)
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    terms: str | None = field(name="Terms", default=None)
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    user_id: int | None = field(name="UserId", default=None)


class InvoiceRecurrence(Model, kw_only=True):
    """
    Definition of invoice recurring profile. `InvoiceRecurringApiModel` in the vendor's document.
    """

    day_of_month: int | None = field(name="DayOfMonth", default=None)
    """
    Day of month when the recurrance should happen
    """
    day_of_week: OrOrdinal[DayOfWeek] | None = field(name="DayOfWeek", default=None)
    """
    Day when the recurrance should happen
    """
    due_date_in_days: int | None = field(name="DueDateInDays", default=None)
    """
    Total number of days for the client to pay the invoice after issuing it (days)
    """
    end_of_recurrence: datetime | None = field(name="EndOfRecurrance", default=None)
    """
    Indcate the date when the recurrance should stop
    """
    month: int | None = field(name="Month", default=None)
    """
    Month when the recurrance should happen
    """
    recurrence_pattern: OrOrdinal[RecurrencePattern] | None = field(name="RecurrancePattern", default=None)
    """
    How often the recurrance occurs
    """
    recurrence_value: int | None = field(name="RecurranceValue", default=None)
    """
    Recurring every [value] RecurrancePattern Ex: Recur every 1 week
    """
    start_of_recurrence: datetime | None = field(name="StartOfRecurrance", default=None)
    """
    Indcate the date when the recurrance has started
    """
    status: OrOrdinal[RecurrenceStatus] | None = field(name="Status", default=None)
    """
    The status of the recurrance
    """
    title: str | None = field(name="Title", default=None)
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


class OrderBillingDetails(Model, kw_only=True):
    """
    `OrderBillingDetailsApiModel` in the vendor's document.
    """

    address: str | None = field(name="Address", default=None)
    """
    Client street and number
    """
    country_id: int | None = field(name="CountryId", default=None)
    """
    Client country id
    """
    email: str | None = field(name="Email", default=None)
    """
    Client email
    """
    name: str | None = field(name="Name", default=None)
    """
    Client name
    """
    phone_number: str | None = field(name="PhoneNumber", default=None)
    """
    Client phone number
    """


class OrderCreate(Model, kw_only=True):
    """
    `OrderCreateApiModel` in the vendor's document.
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
    """

    cost: Decimal | None = field(name="Cost", default=None)
    """
    Work item cost (money, in the currency of the document it belongs to)
    """
    description: str | None = field(name="Description", default=None)
    """
    General description
    """
    product_item_id: int | None = field(name="ProductItemId", default=None)
    """
    Foreign key product item id
    """
    quantity: Decimal | None = field(name="Quantity", default=None)
    """
    Work item quantity
    """
    reference_id: str | None = field(name="ReferenceId", default=None)
    """
    Order SKU
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Subtotal amount of product (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Tax amount (money, in the currency of the document it belongs to)
    """
    tax_id: int | None = field(name="TaxId", default=None)
    """
    Foreign key Tax id
    """
    tax_percentage: Decimal | None = field(name="TaxPercentage", default=None)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of product (money, in the currency of the document it belongs to)
    """
    work_type_id: int | None = field(name="WorkTypeId", default=None)
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

    address: str | None = field(name="Address", default=None)
    """
    Client street and number
    """
    country_id: int | None = field(name="CountryId", default=None)
    """
    Client country id
    """
    email: str | None = field(name="Email", default=None)
    """
    Client email
    """
    name: str | None = field(name="Name", default=None)
    """
    Client name
    """
    phone_number: str | None = field(name="PhoneNumber", default=None)
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
    .
    """

    id: int = field(name="Id")
    """
    Id of payment link to be deleted
    """


class PaymentLinkItemRecord(Model, kw_only=True):
    """
    `PaymentLinkItem` in the vendor's document.
    """

    cost: Decimal | None = field(name="Cost", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    discount_percentage: Decimal | None = field(name="DiscountPercentage", default=None)
    """
    In percent, 18 for 18 %
    """
    id: int | None = field(name="Id", default=None)
    payment_link_id: int | None = field(name="PaymentLinkId", default=None)
    quantity: Decimal | None = field(name="Quantity", default=None)
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    tax: TaxRecord | None = field(name="Tax", default=None)
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    tax_id: int | None = field(name="TaxId", default=None)
    tax_percentage: Decimal | None = field(name="TaxPercentage", default=None)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    work_type: WorkTypeRecord | None = field(name="WorkType", default=None)
    work_type_id: int | None = field(name="WorkTypeId", default=None)


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
    """

    access_token: str | None = field(name="AccessToken", default=None)
    client: ClientRecord | None = field(name="Client", default=None)
    client_id: int | None = field(name="ClientId", default=None)
    currency: CurrencyRecord | None = field(name="Currency", default=None)
    currency_id: int | None = field(name="CurrencyId", default=None)
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    id: int | None = field(name="Id", default=None)
    invoice: InvoiceRecord | None = field(name="Invoice", default=None)
    items: list[PaymentLinkItemRecord] | None = field(name="Items", default=None)
    number: str | None = field(name="Number", default=None)
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    user: UserRecord | None = field(name="User", default=None)
    user_id: int | None = field(name="UserId", default=None)


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
    """

    amount: Decimal | None = field(name="Amount", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    id: int | None = field(name="Id", default=None)
    invoice: InvoiceRecord | None = field(name="Invoice", default=None)
    invoice_id: int | None = field(name="InvoiceId", default=None)
    is_automatic: bool | None = field(name="IsAutomatic", default=None)
    note: str | None = field(name="Note", default=None)
    paid_on: datetime | None = field(name="PaidOn", default=None)
    reference_id: str | None = field(name="ReferenceId", default=None)
    type: OrOrdinal[PaymentType] | None = field(name="Type", default=None)


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
    """

    id: int | None = field(name="Id", default=None)
    """
    Product attachment id
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


class ProductCoupon(Model, kw_only=True):
    """
    `ProductCouponApiModel` in the vendor's document.
    """

    code: str | None = field(name="Code", default=None)
    """
    Coupon to apply in order to get the discount
    """
    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Discount amount (money, in the currency of the document it belongs to)
    """
    discount_percentage: Decimal | None = field(name="DiscountPercentage", default=None)
    """
    Discount percentage (in percent, 18 for 18 %)
    """
    id: int | None = field(name="Id", default=None)
    """
    Product coupon id
    """
    valid_until: datetime | None = field(name="ValidUntil", default=None)
    """
    Coupon expiration date
    """


class ProductCreate(Model, kw_only=True):
    """
    `ProductCreateApiModel` in the vendor's document.
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
    """

    discount_amount: Decimal | None = field(name="DiscountAmount", default=None)
    """
    Discount amount (money, in the currency of the document it belongs to)
    """
    discount_percentage: Decimal | None = field(name="DiscountPercentage", default=None)
    """
    Discount percentage (in percent, 18 for 18 %)
    """
    id: int | None = field(name="Id", default=None)
    """
    Product discount id
    """
    name: str | None = field(name="Name", default=None)
    """
    Name
    """
    valid_from: datetime | None = field(name="ValidFrom", default=None)
    """
    Discount start date
    """
    valid_to: datetime | None = field(name="ValidTo", default=None)
    """
    Discount expiration date
    """


class ProductGateway(Model, kw_only=True):
    """
    `ProductGatewayApiModel` in the vendor's document.
    """

    name: str | None = field(name="Name", default=None)
    """
    Payment gateway name
    """


class ProductItem(Model, kw_only=True):
    """
    `ProductItemApiModel` in the vendor's document.
    """

    cost: Decimal | None = field(name="Cost", default=None)
    """
    Work item cost (money, in the currency of the document it belongs to)
    """
    description: str | None = field(name="Description", default=None)
    """
    General description
    """
    id: int | None = field(name="Id", default=None)
    """
    Product item id
    """
    minimum_quantity: Decimal | None = field(name="MinimumQuantity", default=None)
    """
    Minimum required quantity in order to buy a work item
    """
    reference_id: str | None = field(name="ReferenceId", default=None)
    """
    Product SKU
    """
    sub_total_amount: Decimal | None = field(name="SubTotalAmount", default=None)
    """
    Subtotal amount of product (money, in the currency of the document it belongs to)
    """
    tax_amount: Decimal | None = field(name="TaxAmount", default=None)
    """
    Tax amount (money, in the currency of the document it belongs to)
    """
    tax_id: int | None = field(name="TaxId", default=None)
    """
    Foreign key Tax id
    """
    tax_percentage: Decimal | None = field(name="TaxPercentage", default=None)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    total_amount: Decimal | None = field(name="TotalAmount", default=None)
    """
    Total amount of product (money, in the currency of the document it belongs to)
    """
    work_type_id: int | None = field(name="WorkTypeId", default=None)
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
    """

    cancelled_on: datetime | None = field(name="CancellatedOn", default=None)
    coupon_code: str | None = field(name="CouponCode", default=None)
    currency_code: str | None = field(name="CurrencyCode", default=None)
    external_identifier: str | None = field(name="ExternalIdentifier", default=None)
    features: list[OrOrdinal[SubscriptionFeature]] | None = field(name="Features", default=None)
    has_due_payment: bool | None = field(name="HasDuePayment", default=None)
    has_due_payment_since: datetime | None = field(name="HasDuePaymentSince", default=None)
    id: int | None = field(name="Id", default=None)
    identifier: str | None = field(name="Identifier", default=None)
    is_active: bool | None = field(name="IsActive", default=None)
    is_lifetime: bool | None = field(name="IsLifetime", default=None)
    last_payment_on: datetime | None = field(name="LastPaymentOn", default=None)
    max_clients: int | None = field(name="MaxClients", default=None)
    name: str | None = field(name="Name", default=None)
    on_hold: bool | None = field(name="OnHold", default=None)
    order_identifier: str | None = field(name="OrderIdentifier", default=None)
    price: Decimal | None = field(name="Price", default=None)
    """
    Money, in the currency of the document it belongs to
    """
    recurrence: OrOrdinal[SubscriptionBillingPeriod] | None = field(name="Recurrence", default=None)
    sale_id: int | None = field(name="SaleId", default=None)
    status: OrOrdinal[SubscriptionStatus] | None = field(name="Status", default=None)
    system_cancellation_reason: OrOrdinal[SubscriptionCancellationReason] | None = field(
        name="SystemCancelationReason", default=None
    )
    trial_ends_on: datetime | None = field(name="TrialEndsOn", default=None)
    trial_number_of_days: int | None = field(name="TrialNumberOfDays", default=None)
    """
    Days
    """
    trial_starts_on: datetime | None = field(name="TrialStartsOn", default=None)
    user_id: int | None = field(name="UserId", default=None)
    version: int | None = field(name="Version", default=None)


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
    """

    id: int | None = field(name="Id", default=None)
    name: str | None = field(name="Name", default=None)
    percentage: Decimal | None = field(name="Percentage", default=None)
    """
    Tax percentage (in percent, 18 for 18 %)
    """
    user_id: int | None = field(name="UserId", default=None)


class TaxUpdate(Model, kw_only=True):
    """
    `TaxUpdateApiModel` in the vendor's document.
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

    id: int | None = field(name="Id", default=None)
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

    id: int | None = field(name="Id", default=None)
    name: str | None = field(name="Name", default=None)
    ui_culture: str | None = field(name="UiCulture", default=None)


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

    action_notifications_last_read_on: datetime | None = field(name="ActionNotificationsLastReadOn", default=None)
    email: str | None = field(name="Email", default=None)
    external_connections: list[ExternalConnectionRecord] | None = field(name="ExternalConnections", default=None)
    has_been_onboarded: bool | None = field(name="HasBeenOnboarded", default=None)
    id: int | None = field(name="Id", default=None)
    is_locked: bool | None = field(name="IsLocked", default=None)
    is_verified: bool | None = field(name="IsVerified", default=None)
    knowledge_notifications_last_read_on: datetime | None = field(name="KnowledgeNotificationsLastReadOn", default=None)
    last_seen_on: datetime | None = field(name="LastSeenOn", default=None)
    name: str | None = field(name="Name", default=None)
    password: str | None = field(name="Password", default=None)
    password_salt: str | None = field(name="PasswordSalt", default=None)
    referral_path: str | None = field(name="ReferralPath", default=None)
    referred_users: int | None = field(name="ReferredUsers", default=None)
    referrer_key: str | None = field(name="ReferrerKey", default=None)
    settings: UserSettingsRecord | None = field(name="Settings", default=None)
    status: OrOrdinal[UserStatus] | None = field(name="Status", default=None)
    subscription_plan: SubscriptionPlanRecord | None = field(name="SubscriptionPlan", default=None)
    type: OrOrdinal[UserType] | None = field(name="Type", default=None)
    username: str | None = field(name="Username", default=None)
    verified_on: datetime | None = field(name="VerifiedOn", default=None)
    years_of_experience: OrOrdinal[UserExperience] | None = field(name="YearsOfExperience", default=None)


class UserSettingsRecord(Model, kw_only=True):
    """
    `UserSettings` in the vendor's document.
    """

    accountant_email: str | None = field(name="AccountantEmail", default=None)
    address: str | None = field(name="Address", default=None)
    api_key: str | None = field(name="ApiKey", default=None)
    api_secret: str | None = field(name="ApiSecret", default=None)
    background_image: str | None = field(name="BackgroundImage", default=None)
    bank: str | None = field(name="Bank", default=None)
    bank_account: str | None = field(name="BankAccount", default=None)
    cname: str | None = field(name="Cname", default=None)
    company_registration_number: str | None = field(name="CompanyRegistrationNumber", default=None)
    country: CountryRecord | None = field(name="Country", default=None)
    country_id: int | None = field(name="CountryId", default=None)
    currency: CurrencyRecord | None = field(name="Currency", default=None)
    currency_id: int | None = field(name="CurrencyId", default=None)
    currency_symbol: str | None = field(name="CurrencySymbol", default=None)
    default_date_format: str | None = field(name="DefaultDateFormat", default=None)
    default_due_date_in_days: int | None = field(name="DefaultDueDateInDays", default=None)
    """
    Days
    """
    do_not_track: bool | None = field(name="DoNotTrack", default=None)
    enable_client_portal: bool | None = field(name="EnableClientPortal", default=None)
    enable_predictive_invoicing: bool | None = field(name="EnablePredictiveInvoicing", default=None)
    enable_recurring_invoicing: bool | None = field(name="EnableRecurringInvoicing", default=None)
    has_invoice_logo: bool | None = field(name="HasInvoiceLogo", default=None)
    iban: str | None = field(name="Iban", default=None)
    id: int | None = field(name="Id", default=None)
    invoice_template: OrOrdinal[InvoiceTemplate] | None = field(name="InvoiceTemplate", default=None)
    invoice_template_color_hex: str | None = field(name="InvoiceTemplateColorHex", default=None)
    phone_number: str | None = field(name="PhoneNumber", default=None)
    profession: OrOrdinal[Profession] | None = field(name="Profession", default=None)
    receive_sms_notifications: bool | None = field(name="ReceiveSmsNotifications", default=None)
    referral_program: OrOrdinal[ReferralProgram] | None = field(name="ReferralProgram", default=None)
    store_checkout_fields: OrOrdinal[CheckoutFields] | None = field(name="StoreCheckoutFields", default=None)
    store_color_hex: str | None = field(name="StoreColorHex", default=None)
    store_currency: CurrencyRecord | None = field(name="StoreCurrency", default=None)
    store_currency_id: int | None = field(name="StoreCurrencyId", default=None)
    store_custom_java_script: str | None = field(name="StoreCustomJavaScript", default=None)
    store_description: str | None = field(name="StoreDescription", default=None)
    store_email: str | None = field(name="StoreEmail", default=None)
    store_language: UiLanguageRecord | None = field(name="StoreLanguage", default=None)
    store_language_id: int | None = field(name="StoreLanguageId", default=None)
    store_name: str | None = field(name="StoreName", default=None)
    store_purchase_email_message: str | None = field(name="StorePurchaseEmailMessage", default=None)
    store_purchase_thank_you_message: str | None = field(name="StorePurchaseThankYouMessage", default=None)
    store_text_color_hex: str | None = field(name="StoreTextColorHex", default=None)
    store_url: str | None = field(name="StoreUrl", default=None)
    subscribe_to_product_emails: bool | None = field(name="SubscribeToProductEmails", default=None)
    swift: str | None = field(name="Swift", default=None)
    terms: str | None = field(name="Terms", default=None)
    user_id: int | None = field(name="UserId", default=None)
    user_signature: str | None = field(name="UserSignature", default=None)
    vat_number: str | None = field(name="VatNumber", default=None)
    years_of_experience: int | None = field(name="YearsOfExperience", default=None)


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

    created_on: datetime | None = field(name="CreatedOn", default=None)
    """
    Date of creation
    """
    id: int | None = field(name="Id", default=None)
    """
    Entity id
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

    id: int | None = field(name="Id", default=None)
    title: str | None = field(name="Title", default=None)
    user_id: int | None = field(name="UserId", default=None)


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
