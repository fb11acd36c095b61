"""Writes names in the cases in which the former generator wrote them: `ApolloSDK` for `apollo-sdk`."""

import re
from collections.abc import Mapping
from typing import Any, Final

from sdkwright.documents import mapping
from sdkwright.normalise.identifiers import MAX_NAME, is_snake, snake
from sdkwright.stainless.tree import text

_INITIALISMS: Final = frozenset({
    "3ds", "ach", "acl", "ai", "api", "ats", "cpu", "crm", "db", "dns", "e2e", "eeoc", "gb", "gpu", "hd", "hris",
    "html", "http", "https", "id", "ip", "iso", "jsonl", "kb", "kyb", "kyc", "lfs", "mb", "mp3", "mp4", "nft", "saml",
    "sdk", "sku", "sms", "ss", "ssh", "sso", "url",
})  # fmt: skip
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*")


def in_python(name: object) -> str:
    """A name as Python has it: `query_chunks` for `queryChunks`.

    Args:
        name: What the configuration calls it.
    """
    return str(name) if is_snake(str(name)) else snake(str(name))


class Casings:
    """How words are written, as `custom_casings` of a configuration says it.

    Args:
        found: The configuration.
    """

    def __init__(self, found: Mapping[str, Any]) -> None:
        self._initialisms = set(_INITIALISMS)
        self._pascal: dict[str, str] = {}
        for word, about in mapping(found.get("custom_casings")).items():
            key, said = snake(word).strip("_"), mapping(about)
            said = mapping(said.get("singular")) or said
            if said.get("initialism") is True:
                self._initialisms.add(key)
            elif said.get("initialism") is False:
                self._initialisms.discard(key)
            elif _WORD.fullmatch(pascal := text(said.get("pascal"))):
                self._pascal[key] = pascal

    def pascal(self, name: str) -> str:
        """A name as that of a class; empty if no letter is in it.

        Args:
            name: In any case, as in `apollo-sdk` or `api_key`.
        """
        words = [word for word in snake(name).split("_") if word]
        if (whole := "_".join(words)) in self._pascal:
            return self._pascal[whole][:MAX_NAME]
        joined = "".join(map(self._word, words)).lstrip("0123456789")
        return (joined[:1].upper() + joined[1:])[:MAX_NAME]

    def _word(self, word: str) -> str:
        if word in self._pascal:
            return self._pascal[word]
        if word in self._initialisms:
            return word.upper()
        if word.endswith("s") and word[:-1] in self._initialisms:
            return f"{word[:-1].upper()}s"
        return word[:1].upper() + word[1:]
