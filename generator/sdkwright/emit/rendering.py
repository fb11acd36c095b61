"""Renders templates into files of one folder, and tells of a slip in one by its line."""

import traceback
from pathlib import Path

import attrs
from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from sdkwright import carried
from sdkwright.errors import GeneratorError

TEMPLATES = carried.folder("emit/templates")


@attrs.frozen
class Renderer:
    """Renders templates into files of one folder.

    Attributes:
        environment: Where templates come from, with the filters that escape.
        package: The folder.
        header: The first lines of every file.
    """

    environment: Environment
    package: Path
    header: str

    def __call__(self, name: str, template: str, **values: object) -> None:
        """Write the file `name` from a template.

        Raises:
            GeneratorError: The template has a slip.
        """
        try:
            text = self.environment.get_template(template).render(header=self.header, **values)
        # Jinja answers wrong arguments of a macro or a filter with a TypeError.
        except (TemplateError, TypeError) as error:
            raise GeneratorError(_sentence(error, template)) from error
        self.text(name, text)

    def module(self, name: str, text: str) -> None:
        """Write the module `name` with the header before its text."""
        self.text(name, f"{self.header}\n{text}")

    def text(self, name: str, text: str) -> None:
        """Write the file `name` as it is given."""
        path = self.package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _sentence(error: Exception, template: str) -> str:
    path, line = TEMPLATES / template, None
    if isinstance(error, TemplateSyntaxError):
        path, line = Path(error.filename or path), error.lineno
    else:
        stack = traceback.extract_tb(error.__traceback__)
        frames = [frame for frame in stack if Path(frame.filename).parent == TEMPLATES]
        if frames:
            path, line = Path(frames[-1].filename), frames[-1].lineno
    # Jinja's own words for what is not found hold the machine's paths.
    words = f"{error.name} is not there" if isinstance(error, TemplateNotFound) else getattr(error, "message", error)
    said = " ".join(str(words).split())
    place = f"sdkwright/emit/templates/{path.name}" + (f":{line}" if line else "")
    return f"{place}: {said} ({type(error).__name__}); fix the template there."
