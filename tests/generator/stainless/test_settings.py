"""What only the surface reads of a configuration: arguments of clients, defaults, and how long calls take."""

import json

import pytest

from sdkwright.stainless.settings import read_settings


@pytest.fixture
def settings(tmp_path):
    def read(**client):
        file = tmp_path / "stainless.yml"
        file.write_text(json.dumps({"client_settings": client}), encoding="utf-8")
        return read_settings(file, ["api_key", "password"])

    return read


@pytest.mark.parametrize(
    ("said", "seconds"),
    [(90_000, 90), ("PT2M", 120), ("PT1H0.5S", 3600.5), (0, None), (True, None), ("PT", None), ("1 min", None),
     ("P1D", None), (-5, None), (10**12, None), ({}, None)],
)  # fmt: skip
def test_times_are_milliseconds_or_durations(settings, said, seconds):
    assert settings(default_timeout=said).timeout == seconds


@pytest.mark.parametrize(("said", "count"), [(0, 0), (4, 4), (-1, None), (True, None), ("4", None), (10**6, None)])
def test_attempts_are_counted(settings, said, count):
    assert settings(default_retries={"max_retries": said}).retries == count


def test_the_header_of_a_repeated_request_is_read_in_both_forms(settings):
    assert settings(idempotency={"header": "A"}).idempotency == settings(idempotency_header="A").idempotency == "A"


def test_arguments_have_defaults_those_of_security_among_them(settings):
    found = settings(
        default_headers={"X-A": "1", "X-B": 2},
        opts={
            "password": {"auth": {"security_scheme": "Key"}, "default": "none"},
            "apiVersion": {"default": 2, "send_in_header": "X-V"},
            "region": {"server_variable": "region", "default": ["x"]},
            "timeout": {"default": 3},
        },
    )
    assert found.defaults == {"password": "none", "api_version": 2}
    assert found.headers == {"X-A": "1"}
    assert [(one.name, one.header, one.server) for one in found.arguments] == [
        ("api_version", "X-V", ""),
        ("region", "", "region"),
    ]
