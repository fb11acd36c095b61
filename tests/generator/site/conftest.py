"""A small project with a package, pages and examples, of which nothing was generated."""

import textwrap

import pytest

from sdkwright.project import Project

PACKAGE = {
    "__init__.py": '"""Harbour."""\n',
    "client.py": '''
        """The clients: `Harbour`, and `AsyncHarbour` with the same surface to await."""

        from ._core import Base

        __all__ = ["AsyncHarbour", "Harbour"]


        class AsyncHarbour(Base):
            """The same, to await."""

            async def aclose(self) -> None:
                """Close it."""


        class Harbour(Base):
            """A client of <script>alert(1)</script>.

            Args:
                key: Its key.

            Raises:
                HarbourError: There is none.
            """

            def __init__(self, *, key: str = "x", **more: object) -> None:
                self._key = key

            def call(self) -> None:
                """Make a call, for resources."""

            @property
            def is_closed(self) -> bool:
                """Whether it is closed."""
                return False
        ''',
    "_core.py": '''
        class Base:
            """What both have."""

            def close(self, *timeouts: float) -> int:
                """Close it.

                Args:
                    *timeouts: Seconds.

                Returns:
                    How many were open.
                """
                return 0
        ''',
    "errors.py": '''
        """Every error.

            HarbourError
            └── LostError

        - one thing
        - another
          thing
        """

        from typing import Final

        __all__ = ["LIMIT", "HarbourError", "LostError", "explain"]

        LIMIT: Final = 3
        """Bytes."""


        class HarbourError(Exception):
            """The base of all.

            Attributes:
                path: Where.
            """

            path: str


        class LostError(HarbourError):
            """It is lost."""


        def explain(error: HarbourError) -> str:
            """Say what it is.

            Examples:
                >>> explain(error)
                'lost'
            """
            return ""
        ''',
    "pagination/__init__.py": '"""Lists."""\n\n__all__: list[str] = []\n',
    "resources/__init__.py": "",
    "resources/boats.py": '''
        from typing import List


        class Boats:
            """Boats."""

            def get(self, id: int) -> str:
                """Get one."""

            def list(self, *, page: int = 1) -> List[str]:
                """List all."""


        class AsyncBoats:
            """Boats."""
        ''',
    "additions/__init__.py": "",
    "additions/boats.py": '''
        from harbour.resources import boats


        class Boats(boats.Boats):
            """Boats."""

            def find(self, name: str) -> str:
                """Find one."""
        ''',
    "models.py": '''
        __all__ = ["Boat"]


        class Boat:
            """A boat."""

            name: str
            length = 3
        ''',
}
PAGES = {
    "index.md": "# Harbour\n\nBoats, *typed*. "
    "[Money](guides/money.md) ![A boat](../boat.svg) [All](../../CHANGELOG.md#x)\n",
    "guides/errors-and-retries.md": "---\ndescription: Said by hand.\n---\n\n# Errors and retries\n\nText.\n",
    "guides/money.md": "# Money\n\n```python\nx = 1\n```\n\n`overrides/<package>/` is code. " + "More words. " * 30,
    "resources/boats.md": "<!-- Generated from spec/openapi.yaml -->\n\n# Boats\n\n"
    '<a id="get"></a>\n\n## boats.get\n\n<code>a&#95;b</code>\n',
    "resources/index.md": "# Resources\n",
    "maintainers/a.md": "# For maintainers\n",
    "style.css": "a {}\n",
}
SETTINGS = """
[project]
site_name = "harbour"
docs_dir = "pages"
nav = [
  { "Resources" = [
    # Here `nox -s docs` names a page for each resource.
  ] },
  { "Reference" = [
    # Here `nox -s docs` names a page for each module.
  ] },
  { "Cookbook" = [
    # Here `nox -s docs` names a page for each program.
  ] },
]

[project.extra]
generator = false

[project.theme]
font = false
"""
PROGRAM = '''"""Bills once: `never` twice.

    pip install harbour
    python bill.py

Whatever happens,
it goes on.
"""
'''


def write(root, texts):
    for name, text in texts.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")


@pytest.fixture
def project(tmp_path):
    write(tmp_path / "spec", {"sdk.toml": '[package]\nname = "harbour"\nclient = "Harbour"\ntitle = "Har*bour"\n'})
    write(tmp_path / "generated" / "harbour", PACKAGE)
    write(tmp_path / "docs" / "pages", PAGES)
    write(
        tmp_path,
        {
            "docs/zensical.toml": SETTINGS.lstrip(),
            "docs/boat.svg": "<svg/>",
            "docs/SECURITY.md": "# Security\n\nTell us.\n",
            "CHANGELOG.md": "# Changelog\n\nNone yet.\n",
            "pyproject.toml": '[project]\nname = "harbour"\ndescription = "Boats, typed"\n',
            "examples/bill.py": PROGRAM,
            "examples/_helper.py": "",
        },
    )
    return Project(tmp_path)
