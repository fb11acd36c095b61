"""Renders templates into files of one folder, and tells of a slip in one by its line."""

import traceback
from pathlib import Path

import attrs
from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.errors import GeneratorError
from generator.project import Project

TEMPLATES = Project.here().root / "generator" / "emit" / "templates"


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

    def text(self, name: str, text: str) -> None:
        """Write the file `name` as it is given."""
        path = self.package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _sentence(error: Exception, template: str) -> str:
    where = f"{TEMPLATES / template}"
    if isinstance(error, TemplateSyntaxError):
        where = f"{error.filename or where}:{error.lineno}"
    else:
        frames = [one for one in traceback.extract_tb(error.__traceback__) if Path(one.filename).parent == TEMPLATES]
        where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else where
    # Jinja's own words for what is not found hold the machine's paths.
    words = f"{error.name} is not there" if isinstance(error, TemplateNotFound) else getattr(error, "message", error)
    said = " ".join(str(words).split())
    return f"{Project.here().show(Path(where))}: {said} ({type(error).__name__}); mend the template there."
