"""README's picture shows what the commands print today, and fetches nothing."""

import re
import tomllib

import pytest

from sdkwright.demo import picture
from sdkwright.errors import GeneratorError
from sdkwright.project import Project

PROJECT = Project.find(__file__)


@pytest.fixture(scope="module")
def session():
    return picture.session(PROJECT, PROJECT.stubs)


def test_the_committed_picture_is_of_today(session):
    committed = PROJECT.picture.read_text(encoding="utf-8")
    assert picture.words(committed) == picture.words(picture.draw(session, title="envoice")), (
        "run `nox -s demo -- --picture`"
    )


def test_every_command_stands_in_it_with_what_it_printed(session):
    parts = session.split("$\x1b[0m envoice ")[1:]
    assert [part.splitlines()[0] for part in parts] == tomllib.loads(PROJECT.session.read_text(encoding="utf-8"))[
        "commands"
    ]
    assert all(len(part.splitlines()) > 1 for part in parts)
    assert "Traceback" not in session


def test_it_fetches_nothing(session):
    addresses = set(re.findall(r"(?:https?:)?//[^ \"'<)]+", picture.draw(session, title="envoice")))
    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "@import" not in picture.draw(session, title="envoice")


def test_a_command_that_no_stub_knows_is_told(tmp_path):
    (tmp_path / "none.json").write_text('{"mappings": []}')
    with pytest.raises(GeneratorError, match=r"the picture: .*GET /api/"):
        picture.session(PROJECT, tmp_path)
