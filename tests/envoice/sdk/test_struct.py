"""What every model does: immutable, quiet about defaults, and silent about secrets."""

import gc

import msgspec
import pytest
from envoice import ExternalConnectionRecord, Invoice, InvoiceLink, UserRecord, UserSettingsRecord, models
from envoice._json.hiding import is_secret
from envoice._schemas import SECRETS

SECRET = "s3cr3t-value"


@pytest.mark.parametrize(
    ("model", "field"),
    [
        (UserRecord, "password"),
        (UserRecord, "password_salt"),
        (UserRecord, "referrer_key"),
        (UserSettingsRecord, "api_key"),
        (UserSettingsRecord, "api_secret"),
        (Invoice, "access_token"),
        (ExternalConnectionRecord, "access_token_secret"),
        (ExternalConnectionRecord, "data"),
    ],
)
def test_a_secret_is_never_shown(model, field):
    shown = model(**({"id": 1} if model is Invoice else {}), **{field: SECRET})
    assert SECRET not in repr(shown) + str(shown) + repr(shown.__rich_repr__())
    assert f"{field}='<hidden>'" in repr(shown)
    assert getattr(shown, field) == SECRET


def test_what_is_declared_decides_over_the_name(monkeypatch):
    monkeypatch.setitem(SECRETS, "Invoice", {"access_token": False, "notes": True})
    assert [is_secret("Invoice", name) for name in ("access_token", "notes", "number")] == [False, True, False]
    assert repr(Invoice(id=1, access_token="plain", notes="hidden", number="1")) == (
        "Invoice(id=1, access_token='plain', notes='<hidden>', number='1')"
    )
    assert is_secret("Client", "access_token")


def test_a_link_is_shown_without_what_opens_it():
    link = InvoiceLink(link=f"https://www.envoice.in/invoice/shared?token={SECRET}")
    assert repr(link) == "InvoiceLink(link='https://www.envoice.in/invoice/shared?<hidden>')"


def test_other_text_is_shown_whole():
    assert repr(Invoice(id=1, notes="Paid? Yes.")) == "Invoice(id=1, notes='Paid? Yes.')"


def test_what_is_not_set_is_neither_shown_nor_sent():
    assert repr(Invoice(id=1)) == "Invoice(id=1)"
    assert msgspec.json.encode(Invoice(id=1)) == b'{"Id":1}'


def test_models_do_not_change():
    with pytest.raises(AttributeError):
        Invoice(id=1).id = 2
    assert msgspec.structs.replace(Invoice(id=1), id=2).id == 2


def test_every_model_is_on_the_base():
    classes = [value for value in vars(models).values() if isinstance(value, type)]
    structs = [value for value in classes if issubclass(value, msgspec.Struct)]
    assert len(structs) > 100
    assert all(struct is models.Model or struct.__repr__ is models.Model.__repr__ for struct in structs)


def test_the_garbage_collector_does_not_look_into_models():
    assert not gc.is_tracked(Invoice(id=1, items=[]))
    assert Invoice.__struct_config__.gc is False
