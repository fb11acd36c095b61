"""Makes a page of the cookbook of each program in `examples/`: its docstring as prose, and the program whole."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs

from sdkwright.errors import GeneratorError
from sdkwright.reference.quoting import described, fenced

FOLDER: Final = "cookbook"
_HEADER: Final = (
    "<!-- Generated from {source} by `sdkwright docs`. Do not edit: change the program, and run `nox -s generate`. -->"
)
_SPELT: Final = {
    "api": "API",
    "asgi": "ASGI",
    "django": "Django",
    "fastapi": "FastAPI",
    "flask": "Flask",
    "lambda": "Lambda",
    "mcp": "MCP",
    "opentelemetry": "OpenTelemetry",
    "pdf": "PDF",
    "wsgi": "WSGI",
}
_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


@attrs.frozen
class Recipe:
    """One program.

    Attributes:
        name: Its file without the ending.
        source: Its file, relative to the checkout.
        program: The text of the file.
        summary: The first sentence of its docstring.
        rest: What else its docstring says.
    """

    name: str
    source: str
    program: str
    summary: str
    rest: str

    @property
    def title(self) -> str:
        """The name in words."""
        return titled(self.name)


def titled(name: str) -> str:
    """The name of a program or module in words, known names as they are spelt.

    Args:
        name: The name of its file without the ending.
    """
    words = name.replace("_", " ").capitalize()
    return re.sub(r"[a-z]+", lambda found: _SPELT.get(found[0].lower(), found[0]), words, flags=re.IGNORECASE)


def recipes(folder: Path) -> list[Recipe]:
    """The programs of a folder, sorted; those that begin with an underscore are none.

    Args:
        folder: `examples/`; where it is missing, there are none.

    Raises:
        GeneratorError: A program is no Python, or has no docstring.
    """
    return [_recipe(path) for path in sorted(folder.glob("*.py")) if _NAME.fullmatch(path.stem)]


def _recipe(path: Path) -> Recipe:
    source = f"{path.parent.name}/{path.name}"
    try:
        program = path.read_text(encoding="utf-8")
        # As it stands: where all but the first line is indented, cleaning would take that for no block.
        said = (ast.get_docstring(ast.parse(program), clean=False) or "").strip()
    except (SyntaxError, ValueError) as error:
        raise GeneratorError(f"{source}: {error}; its page in the cookbook shows the program.") from None
    summary, _, rest = said.partition("\n\n")
    if not summary:
        raise GeneratorError(f"{source}: a program of the cookbook says what it does in its docstring; write one.")
    return Recipe(path.stem, source, program, " ".join(summary.split()), rest)


def pages(found: list[Recipe], title: str) -> Iterator[tuple[str, str]]:
    """The pages by their names relative to `docs/pages`.

    Args:
        found: The programs.
        title: The API's name in prose, as Markdown.
    """
    if not found:
        return
    lines = [f"- [{recipe.title}]({recipe.name}.md): {described(recipe.summary)}" for recipe in found]
    header = _HEADER.format(source="examples/")
    opening = f"Whole programs on {title}, to copy and change."
    yield f"{FOLDER}/index.md", "\n\n".join([header, "# Cookbook", opening, "\n".join(lines)]) + "\n"
    for recipe in found:
        parts = [_HEADER.format(source=recipe.source), f"# {recipe.title}", described(recipe.summary)]
        parts += [*_blocks(recipe.rest), "## The program", fenced(recipe.program)]
        yield f"{FOLDER}/{recipe.name}.md", "\n\n".join(parts) + "\n"


def _blocks(text: str) -> Iterator[str]:
    """The paragraphs of a docstring; one that is indented is a list of commands."""
    for block in filter(None, re.split(r"\n\s*\n", text)):
        lines = block.rstrip().splitlines()
        if all(line.startswith("    ") for line in lines):
            yield fenced("\n".join(line[4:] for line in lines), "console")
        else:
            yield described(" ".join(block.split()))
