"""Keys that no configuration of that generator has are refused, each with the nearest."""

import pytest

from sdkwright.stainless.known import unknown_keys
from tests.generator.stainless.notes import places, reading


@pytest.mark.parametrize(
    ("found", "unknown"),
    [
        ({"resource": {}}, {"resource": "resources"}),
        ({"resources": {"a": {"method": {}}}}, {"resources.a.method": "methods"}),
        ({"resources": {"a": {"subresources": {"b": {"zzz": 1}}}}}, {"resources.a.subresources.b.zzz": ""}),
        ({"resources": {"a": {"methods": {"b": {"endpont": ""}}}}}, {"resources.a.methods.b.endpont": "endpoint"}),
        (
            {"resources": {"a": {"methods": {"b": {"streaming": {"param_discrim": 1}}}}}},
            {"resources.a.methods.b.streaming.param_discrim": "param_discriminator"},
        ),
        (
            {"resources": {"a": {"models": {"b": {"openapi_url": ""}}}}},
            {"resources.a.models.b.openapi_url": "openapi_uri"},
        ),
        ({"query_settings": {"array_fromat": 1}}, {"query_settings.array_fromat": "array_format"}),
        ({"pagination": [{"typ": 1}]}, {"pagination.0.typ": "type"}),
        ({"pagination": {"typ": 1}}, {"pagination.typ": "type"}),
        ({"client_settings": {"opts": {"a": {"auht": 1}}}}, {"client_settings.opts.a.auht": "auth"}),
        ({"client_settings": {"opts": {"a": {"auth": {"rol": 1}}}}}, {"client_settings.opts.a.auth.rol": "role"}),
    ],
)  # fmt: skip
def test_unknown_keys_are_found_with_the_nearest(found, unknown):
    assert dict(unknown_keys(found)) == unknown


@pytest.mark.parametrize(
    "found",
    [
        {"settings": {"any": 1}, "readme": {"any": 1}, "targets": {"any": 1}, "x-ours": 1, "edition": "2025"},
        {"resources": [1], "client_settings": {"opts": 3}, "pagination": None, "query_settings": "x"},
        {"resources": {"a": 1, "b": {"methods": {"c": "get /x"}, "models": 3, "subresources": 3, "mcp": True}}},
    ],
)
def test_what_is_known_or_no_mapping_is_no_finding(found):
    assert list(unknown_keys(found)) == []


def test_an_unknown_key_is_refused_and_told_once():
    found = reading(resorces={"a": {"b": 1}})
    assert found.refused == ["resorces: no such configuration has this key; did you mean resources?"]
    assert places(found) == ["resorces"]
