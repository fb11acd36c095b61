"""The default hook for webhooks, of an API that declares none: whatever is asked of it says so."""

import pytest
from sdk.errors import ConfigurationError

_webhooks = pytest.importorskip("sdk.hooks._webhooks", reason="a package without webhooks has no hook for them")
DefaultDeliveries, DefaultWebhooks = _webhooks.DefaultDeliveries, _webhooks.DefaultWebhooks
EVENT = _webhooks.DefaultEvent(None, b"{}")


@pytest.mark.parametrize(
    "ask",
    [
        DefaultWebhooks,
        DefaultWebhooks.from_environment,
        lambda: DefaultWebhooks.__new__(DefaultWebhooks).unwrap(b"{}", {}),
        lambda: DefaultDeliveries().read_unverified(b"{}"),
    ],
)
def test_nothing_is_verified_or_read(ask):
    with pytest.raises(ConfigurationError, match="webhooks"):
        ask()


def test_what_is_missing_is_the_webhooks():
    with pytest.raises(ConfigurationError) as caught:
        DefaultWebhooks()
    assert DefaultDeliveries().missing_setting({}) == str(caught.value)


def test_an_event_has_no_id_and_shows_its_type_alone():
    hook = DefaultDeliveries()
    assert hook.event_key(EVENT) is None
    assert hook.summary(EVENT) == {"type": None}
    assert hook.summary_line(EVENT) == "None"


def test_a_failure_is_described_by_its_type():
    hook = DefaultWebhooks.__new__(DefaultWebhooks)
    assert hook.describe_failure(None, b"secret") == ""
    assert hook.describe_failure(ValueError("secret"), b"secret") == "ValueError"
