"""Rooms and what a project has for them: every mistake is one sentence, and a front offers what overrides define."""

import attrs
import pytest

from sdkwright.emit.fronts import Export, exports, home_of
from sdkwright.errors import GeneratorError
from sdkwright.verify.rooms import refuse_misplaced
from tests.generator.checkout import declare


@pytest.fixture
def project(tmp_path):
    return declare(tmp_path)


def override(project, name, text=""):
    path = project.overrides / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def refused(judge, project):
    with pytest.raises(GeneratorError) as caught:
        judge(project)
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "switch"),
    [
        ("webhooks/schemes.py", "[webhooks] style"),
        ("cli/_identify.py", "[command_line] enabled"),
        ("hooks/command_line.py", "[command_line] enabled"),
        ("testing/deliveries.py", "[testing] enabled"),
    ],
)
def test_an_override_in_a_room_that_is_not_wanted_is_refused(project, name, switch):
    override(project, name)
    assert refused(refuse_misplaced, project) == (
        f"overrides/envoice/{name} lies in a room that the package does without; set {switch} in spec/sdk.toml, or "
        f"generate without the override: --without {name}."
    )
    refuse_misplaced(attrs.evolve(project, without=frozenset({name})))


def declared(project, style):
    with (project.spec / "sdk.toml").open("a", encoding="utf-8") as file:
        file.write(f'[webhooks]\nstyle = "{style}"\n')
    return attrs.evolve(project)


def test_webhooks_by_a_hook_need_the_hook(project):
    project = declared(project, "hook")
    assert refused(refuse_misplaced, project) == (
        'spec/sdk.toml: [webhooks] style is "hook", and there is no overrides/envoice/hooks/webhooks.py; write that '
        'module, or set the style to "none".'
    )
    override(project, "hooks/webhooks.py")
    refuse_misplaced(project)


def test_a_style_that_cannot_be_generated_is_refused(project):
    assert "cannot be generated yet" in refused(refuse_misplaced, declared(project, "standard-webhooks"))


def test_what_overrides_export_is_offered_by_the_room_and_by_the_package(project):
    override(
        project,
        "webhooks/schemes.py",
        'EXPORTED_AS: Final = ("Scheme", "webhooks.Scheme", "webhooks.LIMIT")\nLIMIT = 3\n\n\nclass Scheme: ...\n',
    )
    override(project, "webhooks/other.py", "class Scheme: ...\n")
    found = exports(project)
    assert found == [
        Export("", "Scheme", "webhooks.schemes"),
        Export("webhooks", "LIMIT", "webhooks.schemes"),
        Export("webhooks", "Scheme", "webhooks.schemes"),
    ]
    assert home_of(found[0], found) == ".webhooks"
    assert home_of(found[0], found[:1]) == ".webhooks.schemes"


@pytest.mark.parametrize(
    ("listed", "problem"),
    [
        ("[1]", "EXPORTED_AS is not a literal tuple of texts."),
        ("(name,)", "EXPORTED_AS is not a literal tuple of texts."),
        ('("webhooks.Gone",)', "EXPORTED_AS names webhooks.Gone, and the module defines no Gone."),
        (
            '("options.Here",)',
            "EXPORTED_AS names options.Here, and options offers no names; those that do are testing, webhooks, and {}.",
        ),
    ],
)
def test_an_export_that_leads_nowhere_is_refused(project, listed, problem):
    override(project, "webhooks/a.py", f"EXPORTED_AS: Final = {listed}\n\n\nclass Here: ...\n")
    assert refused(exports, project) == f"overrides/envoice/webhooks/a.py: {problem.format('the package itself')}"
