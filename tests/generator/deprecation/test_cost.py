"""A package without deprecations pays nothing for them, and one with some only where they are."""

import pytest

USES = {
    "the import": "",
    "a client": "envoice.Envoice(api_key='k', api_secret='s')",
    "a resource": "envoice.Envoice(api_key='k', api_secret='s').invoices",
    "an asynchronous resource": "envoice.AsyncEnvoice(api_key='k', api_secret='s').invoices.with_raw_response",
    "a model": "envoice.InvoiceSendToClient(invoice_id=1)",
    "every model": "import envoice.models; [getattr(envoice, name) for name in envoice.__all__]",
    "a call": (
        "from envoice.testing import FakeService; fake = FakeService(); fake.client().invoices.get(1); "
        "fake.client().invoices.send_to_client(invoice_id=1)"
    ),
}


def loaded(trial, use):
    """The modules of the package that are loaded once something has been used."""
    program = f"import envoice, sys; {use or '0'}; print(*sorted(name for name in sys.modules if 'envoice' in name))"
    ran = trial.python("-W", "error", "-c", program)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.split())


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_nothing_of_it_is_loaded_where_nothing_is_deprecated(plain, use):
    assert "envoice._json.deprecation" not in loaded(plain, use)


def test_no_resource_names_it_where_nothing_is_deprecated(plain):
    assert (plain.folder / "envoice" / "_json" / "deprecation.py").exists()
    for path in (plain.folder / "envoice" / "resources").glob("*.py"):
        assert "deprecat" not in path.read_text(encoding="utf-8")
    assert "FIELDS: Final[dict[str, dict[str, tuple[str, str, bool]]]] = {}\n" in (
        plain.folder / "envoice" / "_deprecated.py"
    ).read_text(encoding="utf-8")


def test_models_are_made_without_a_detour_where_nothing_is_deprecated(plain):
    program = (
        "from envoice import models; from envoice._json.model import Model; "
        "print([kind for kind in vars(models).values() if hasattr(kind, '__post_init__')])"
    )
    assert plain.python("-c", program).stdout == "[]\n"


def test_only_what_is_deprecated_makes_a_detour(package):
    program = (
        "from envoice import models; "
        "print(sorted(name for name, kind in vars(models).items() if hasattr(kind, '__post_init__')))"
    )
    assert package.python("-c", program).stdout == (
        "['Invoice', 'InvoiceLink', 'InvoiceRecurrence', 'InvoiceSendToAccountant', 'InvoiceSendToClient', "
        "'Order', 'WebhookActivity']\n"
    )


def test_it_is_loaded_where_something_is_deprecated_and_only_then(package):
    assert "envoice._json.deprecation" not in loaded(package, "")
    assert "envoice._json.deprecation" not in loaded(package, "envoice.Envoice(api_key='k', api_secret='s')")
    assert "envoice._json.deprecation" in loaded(package, "envoice.Envoice(api_key='k', api_secret='s').products")
    assert "envoice._json.deprecation" in loaded(package, "envoice.InvoiceLink()")
