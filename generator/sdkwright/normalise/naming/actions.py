"""Says what an operation does, in as few words as a person would: by its operationId, or by its address and method."""

from typing import Any, Final

import attrs

from sdkwright.normalise.naming.addresses import Address, Step, squashed
from sdkwright.normalise.naming.lexicon import (
    ALIASES,
    EXISTING,
    ONE_OF_MANY,
    PREPOSITIONS,
    READ_ALONE,
    READS,
    TRAILING,
    VERBS,
    is_verb,
    method_verb,
)
from sdkwright.normalise.naming.plurals import is_many, many, one
from sdkwright.normalise.sites import OperationSite

_JOINTS: Final = PREPOSITIONS | {"and", "or"}
_ARTICLES: Final = frozenset({"a", "an", "the", "of"})
_METHODS: Final = frozenset({"get", "post", "put", "patch", "delete"})
_LONGEST: Final = 300
_SUCCESS: Final = ("200", "2XX", "default")


@attrs.frozen
class Action:
    """What is known of what an operation does.

    Attributes:
        site: The operation.
        address: Its path, read.
        tail: The steps behind the one that is called as the resource.
        resource: Its resource.
    """

    site: OperationSite
    address: Address
    tail: tuple[Step, ...]
    resource: str

    @property
    def answers_list(self) -> bool:
        """Whether it answers an array."""
        responses = self.site.operation.get("responses")
        responses = responses if isinstance(responses, dict) else {}
        found: Any = next((responses[status] for status in _SUCCESS if status in responses), {})
        content = found.get("content") if isinstance(found, dict) else None
        media: Any = next(iter(content.values()), {}) if isinstance(content, dict) and content else {}
        schema = media.get("schema") if isinstance(media, dict) else None
        return isinstance(schema, dict) and (schema.get("type") == "array" or "items" in schema)


def by_address(action: Action) -> str:
    """The verb by the address and the method: `create_source` for a POST to `/customers/{customer}/sources`.

    Args:
        action: What is known.
    """
    method, tail = action.site.method, action.tail
    if tail:
        *middle, last = tail
        owner = one(middle[-1].name) if middle else ""
        said = _done(last, owner, method) or _with_noun(last, owner, action)
        words, _ = _without_resource(said.split("_"), action.resource)
        return "_".join(words) if words else said
    if action.address.is_item:
        return _posted(action) if method == "POST" else method_verb(method)
    if method == "POST" and action.address.steps and action.address.steps[-1].name in EXISTING:
        return method_verb("PATCH")
    return "list" if method == "GET" and (action.answers_list or _is_listed(action)) else method_verb(method)


def _posted(action: Action) -> str:
    """What a POST does to what its address ends with: it updates it, if nothing says that something is made of it."""
    operation = action.site.operation
    said = squashed(str(operation.get("operationId", ""))[:_LONGEST])
    resource = squashed(one(action.resource))
    answers = operation.get("responses")
    makes = isinstance(answers, dict) and "201" in answers and "200" not in answers
    return "create" if makes or (resource and said.startswith((resource, squashed(action.resource)))) else "update"


def _done(last: Step, owner: str, method: str) -> str:
    """What the end of an address says to do, with what it is done to; empty if it is a noun."""
    if last.is_collection:
        return ""
    word, _, rest = last.name.partition("_")
    if method == "GET" and ALIASES.get(last.name) == "list":
        return f"list_{many(owner)}".rstrip("_")
    if last.name == "new" and method == "POST":
        return f"create_{owner}".rstrip("_")
    if not is_verb(last.name, method=method):
        *noun, end = last.name.split("_")
        # `/email-validate`: the verb comes last.
        return "_".join([end, *noun]) if noun and end in TRAILING and word not in VERBS else ""
    verb = word if rest else ALIASES.get(word, word)
    return "_".join(filter(None, (verb, owner, rest)))


def _with_noun(last: Step, owner: str, action: Action) -> str:
    """The verb of the method with what the address ends with."""
    method = action.site.method
    usual = method_verb(method)
    name = last.name.removeprefix("all_" if method == "GET" else "new_") or last.name
    noun = one(name)
    if action.address.is_item:
        usual = _posted(action) if method == "POST" else usual
    elif method == "GET":
        several = action.answers_list or (is_many(name) and name not in ONE_OF_MANY)
        noun, usual = (many(name), "list") if several else (name, usual)
    elif method != "POST":
        noun = name
    elif name in READ_ALONE:
        noun, usual = name, "get"
    return "_".join(filter(None, (usual, owner, noun)))


def _is_listed(action: Action) -> bool:
    """Whether a constant address is that of a collection: a plural, as `issues`."""
    steps = action.address.steps
    name = steps[-1].name if steps else action.resource
    return is_many(name) and name not in ONE_OF_MANY


def by_words(said: str, action: Action) -> str:
    """The verb by what an operationId says, without what the resource says already; empty if nothing is left.

    Args:
        said: The words of the id, in snake_case.
        action: What is known.
    """
    words = [word for word in said.split("_") if word]
    if len(words) > 1 and words[0] in _METHODS and words[0] == action.site.method.lower() and _acts(words[1:]):
        words = words[1:]
    words = _without_parameters(words, action.address)
    words, several = _without_resource(words, action.resource)
    if not words:
        return ""
    if words[0] in {"post", "put", "patch"} and words[0] == action.site.method.lower():
        # Of a POST, `post_message` may say what is meant.
        words[0] = words[0] if words[0] == "post" and words[1:] else method_verb(action.site.method)
    whole = "_".join(words)
    if whole in ALIASES and not (whole in READS and several is not False and _is_plain(action)):
        return ALIASES[whole]
    verb, rest = words[0], words[1:]
    if verb in READS | {"list"} and rest[:1] == ["all"]:
        return "_".join(["list", *(word for word in rest[1:] if word not in _ARTICLES)])
    if verb in READS and not rest:
        return _read(verb, action, several=bool(several))
    if action.site.method == "GET" and len(words) == 1 and verb not in VERBS:
        return f"{'list' if is_many(verb) and action.answers_list else 'get'}_{verb}"
    return whole


def _read(verb: str, action: Action, *, several: bool) -> str:
    """What an operation does that says no more than that it reads."""
    if _is_plain(action) and (several or action.answers_list):
        return "list"
    return "get" if verb in {*ALIASES, "get"} else verb


def _acts(words: list[str]) -> bool:
    """Whether words say what is done, at their beginning or their end."""
    return words[0] in VERBS or (len(words) > 1 and words[-1] in {"create", "delete", "update"})


def _is_plain(action: Action) -> bool:
    """Whether it may ask for several: nothing is chosen at the end of its address."""
    return action.site.method == "GET" and not action.address.is_item


def _without_parameters(words: list[str], address: Address) -> list[str]:
    """The words without `by_id` or `by_name` at their end, where the address has such a parameter."""
    if "by" not in words[1:]:
        return words
    place = len(words) - 1 - words[::-1].index("by")
    wanted = "".join(words[place + 1 :])
    known = [squashed(name) for name in address.parameters]
    if any(wanted and (name.endswith(wanted) or wanted.endswith(name)) for name in known if name):
        return words[:place]
    return words


def _without_resource(words: list[str], resource: str) -> tuple[list[str], bool | None]:
    """The words without the resource's, and whether it stood there in the plural; None if it did not."""
    single, several = one(resource).split("_"), many(resource).split("_")
    for start in (1, 0):
        while len(words) > start and start and words[start] in _ARTICLES:
            words = words[:start] + words[start + 1 :]
        for noun in (several, single):
            here = words[start : start + len(noun)]
            if here == noun and len(words) >= start + len(noun):
                return words[:start] + words[start + len(noun) :], noun is several and single != several
    for noun in (several, single):
        if len(words) > len(noun) and words[-len(noun) :] == noun and words[-len(noun) - 1] not in _JOINTS:
            return words[: -len(noun)], noun is several and single != several
    return words, None
