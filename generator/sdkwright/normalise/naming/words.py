"""Words out of the vendor's names, and their plurals."""

import re

from sdkwright.normalise.identifiers import MAX_NAME, RESERVED, snake

_ENDINGS = (("ies", "y"), ("xes", "x"), ("s", ""))


def singular(resource: str) -> str:
    """`invoice_categories` as people say one of them: "invoice category"."""
    words = resource.replace("_", " ")
    for plural_ending, singular_ending in _ENDINGS:
        if words.endswith(plural_ending):
            return words.removesuffix(plural_ending) + singular_ending
    return words


def plural(words: str) -> str:
    """`invoice_category` as the name of a resource: `invoice_categories`; what looks like a plural stays."""
    if not words or words.endswith("s"):
        return words
    if words.endswith("y") and words[-2:-1] not in set("aeiou"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"


def camel(text: str) -> str:
    """`text` as the name of a class; "" if no letter is in it."""
    words = re.sub(r"[^A-Za-z0-9]+", " ", text).split()
    joined = "".join(word[:1].upper() + word[1:] for word in words).lstrip("0123456789")
    return (joined[:1].upper() + joined[1:])[:MAX_NAME]


def safe_snake(text: str, fallback: str) -> str:
    """`text` in snake_case as a name that can stand: after `fallback` where it alone could not."""
    name = re.sub(r"[^a-z0-9_]", "", snake(text))[:MAX_NAME].strip("_")
    if not name or not name[0].isalpha() or name in RESERVED:
        name = f"{fallback}_{name}".rstrip("_")
    return name
