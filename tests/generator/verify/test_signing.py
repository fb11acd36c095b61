"""The judge of security: each operation is signed as the document says, and what fetches tokens is declared."""

import attrs
import pytest

from sdkwright.ir import Flow, SecurityScheme
from sdkwright.verify.signing import judge
from sdkwright.verify.staged import Staged
from tests.generator import verify_sample as sample

OAUTH = SecurityScheme("club", "oauth2", flows=(Flow("clientCredentials", "https://login.example/token"),))
DEPENDENCIES = '[project]\nname = "envoice"\ndependencies = ["httpx"{}]\n'


@pytest.fixture
def judged(tmp_path):
    """What is said of a staged tree whose operations are signed in some way, and of a project's dependencies."""
    project, stage = sample.stage(tmp_path)

    def run(*alternatives, scheme=OAUTH, more=""):
        security = tuple(dict.fromkeys(alternative, ()) for alternative in alternatives)
        operations = tuple(attrs.evolve(operation, security=security) for operation in sample.API.operations)
        api = attrs.evolve(sample.API, security_schemes=(scheme,), operations=operations)
        project.pyproject.write_text(DEPENDENCIES.format(more), encoding="utf-8")
        return [str(problem) for problem in judge(Staged(root=stage, project=project, api=api)).problems]

    return run


def test_operations_that_say_nothing_are_signed_with_everything(judged):
    assert judged(("club",), more=', "oauthlib>=3.2.2"') == []


def test_an_operation_that_is_signed_in_another_way_is_named(judged):
    first, *_ = judged(more=', "oauthlib>=3.2.2"')
    assert first.startswith("envoice/resources/")
    assert "is signed by None, and not by ()" in first


@pytest.mark.parametrize("more", ["", ', "oauthlib-extras"', ', "requests-oauthlib>=1"'])
def test_what_fetches_tokens_has_to_be_declared(judged, more):
    [said] = judged(("club",), more=more)
    assert said.startswith("pyproject.toml: lacks oauthlib, with which the package fetches tokens; add it")


@pytest.mark.parametrize("more", [', "oauthlib"', ', "oauthlib >=3"', ', "OAuthlib[signals]~=3.2"'])
def test_a_dependency_in_any_spelling_will_do(judged, more):
    assert judged(("club",), more=more) == []


def test_a_scheme_that_fetches_nothing_needs_no_library(judged):
    assert judged(("club",), scheme=SecurityScheme("club", "http", scheme="bearer")) == []
