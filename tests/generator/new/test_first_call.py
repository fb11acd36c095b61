"""The first call of a new package runs where no file lies."""

import ast

import attrs

from sdkwright import pipeline
from sdkwright.new.first_call import candidates
from sdkwright.project import Project
from tests.apis import projects


def test_a_file_that_is_sent_is_written_out():
    project = Project(projects.FOLDER / "radio_station")
    _, _, api = pipeline.accounted(project)
    uploads = attrs.evolve(api, operations=[one for one in api.operations if one.key == "POST /recordings"])
    (call,) = candidates(uploads, project)
    assert 'file=b"file"' in call.source
    assert not {"Path", "open"} & {
        node.id for node in ast.walk(ast.parse(call.quickstart)) if isinstance(node, ast.Name)
    }
