"""One and many of an English noun, for the last word of a name in snake_case."""

import re
from collections.abc import Callable
from typing import Final

_UNCOUNTABLE: Final = """
    about forex
    access activity admin advice analytics api audio auth authentication authorization availability balance billing
    chat checkout code commerce compliance compute config configuration content content_type crypto csv data debug
    delivery email_verification energy equipment feedback finance geo geocoding geolocation git gitignore health
    healthcheck help history identity info information insights inventory iot issuing json legal live liveness
    latest localization login logistics logout mail maintenance management markdown market marketing me media messaging
    meta metadata mfa money music my news oauth oidc payroll pdf ping pricing public radar readiness reporting
    reputation research root safety sandbox search security self shipping sms software spam staff status stock
    speech storage store support system telemetry telephony terminal token_info traffic training translate travel
    treasury trust twin
    usage utility version weather whoami wisdom www xml
    all available current daily hourly monthly only popular recent similar weekly
"""
UNCOUNTABLE: Final = frozenset(_UNCOUNTABLE.split())
"""Words that stay as they are: what cannot be counted, and areas of a service that there is one of."""

_IRREGULAR: Final = {
    "alias": "aliases", "analysis": "analyses", "axis": "axes", "basis": "bases", "bias": "biases",
    "bonus": "bonuses", "bus": "buses", "cache": "caches", "calf": "calves", "campus": "campuses",
    "canvas": "canvases", "child": "children", "cookie": "cookies", "crisis": "crises", "criterion": "criteria",
    "datum": "data", "diagnosis": "diagnoses", "foot": "feet", "gas": "gases", "half": "halves",
    "headache": "headaches", "index": "indices", "knife": "knives", "leaf": "leaves", "lens": "lenses",
    "life": "lives", "man": "men", "matrix": "matrices", "mouse": "mice", "movie": "movies", "niche": "niches",
    "pass": "passes", "person": "people", "phenomenon": "phenomena", "quiz": "quizzes", "selfie": "selfies",
    "shelf": "shelves", "shoe": "shoes", "status": "statuses", "tie": "ties", "tooth": "teeth",
    "vertex": "vertices", "virus": "viruses", "wife": "wives", "wolf": "wolves", "woman": "women",
    "zombie": "zombies",
}  # fmt: skip
_ONE: Final = {many: one for one, many in _IRREGULAR.items() if one != "datum"} | {"indexes": "index"}
_SAME: Final = UNCOUNTABLE | {
    "aws", "css", "dns", "gps", "has", "https", "ios", "its", "means", "series", "sms", "species", "tls", "was", "yes",
}  # fmt: skip
_SHORT: Final = 2
_BEHIND: Final = re.compile(r"(?P<head>.+?)(?P<rest>_(?:for|of|by|in|from|with|on|at)_.+)")


def one(name: str) -> str:
    """The last word of a name in the singular: `invoice_category` for `invoice_categories`."""
    return _changed(name, _one)


def many(name: str) -> str:
    """The last word of a name in the plural; what cannot be counted or is a plural stays."""
    return _changed(name, _many)


def is_many(name: str) -> bool:
    """Whether the last word of a name is a plural."""
    return one(name) != name


def _changed(name: str, change: Callable[[str], str]) -> str:
    """The noun of a name changed: the last word, or the one before a preposition, as in `users_for_topic`."""
    if "_to_" in name:
        # `text_to_speech` is an activity.
        return name
    behind = _BEHIND.fullmatch(name)
    name, rest = (behind["head"], behind["rest"]) if behind else (name, "")
    head, joint, word = name.rpartition("_")
    return f"{head}{joint}{change(word)}{rest}"


def _one(word: str) -> str:
    if word in _ONE:
        return _ONE[word]
    if word in _SAME or word in _IRREGULAR or len(word) <= _SHORT or word.endswith(("ss", "us", "is", "ous", "ics")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "tuses", "nuses", "ruses", "puses", "toes", "roes")):
        return word[:-2]
    return word.removesuffix("s")


def _many(word: str) -> str:
    if word in _IRREGULAR and word != "status":
        return _IRREGULAR[word]
    if not word or word in _SAME or word in _ONE or word.endswith("ing"):
        return word
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return f"{word[:-1]}ies"
    if word.endswith(("ss", "x", "z", "ch", "sh")):
        return f"{word}es"
    return word if word.endswith("s") else f"{word}s"
