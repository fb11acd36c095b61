"""Makes Python names out of wire names; nothing else turns text of the document into an identifier."""

import builtins
import keyword
import re
import unicodedata
from functools import lru_cache

from sdkwright.errors import GeneratorError

_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_NOT_NAME = re.compile(r"[^0-9a-zA-Z]+")
_SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*_?")
_MEMBER = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
_CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")

# Names that generated code uses itself, and so must not shadow in a class body or a signature.
_USED_BY_CODE = {
    "self",
    "cls",
    "field",
    "int",
    "str",
    "bool",
    "list",
    "dict",
    "float",
    "datetime",
    "builtins",
    "options",
    # What every model has.
    "to_dict",
    "to_json",
    "from_dict",
    "from_json",
    "additional_properties",
}
RESERVED = frozenset(keyword.kwlist) | _USED_BY_CODE
RESERVED_CLASSES = {name for name in dir(builtins) if name[:1].isupper()} | {
    "ABSENT", "Any", "AsyncForwardPager", "AsyncPager", "AsyncResource", "CalendarDuration", "Decimal", "DecimalText",
    "Duration", "Extras", "FileTypes", "Final", "ForwardPage", "ForwardPager", "List", "Literal", "Model", "Nullable",
    "NullableAmount", "Omissible", "OmissibleAmount", "OpenEnum", "OpenIntEnum", "Operation", "OrOrdinal", "Page",
    "Pager", "ReadOnly",
    "RequiredAmount", "StrEnum", "SyncResource", "UNSET", "UUID", "UnsetType", "Upload",
    "json_default", "to_arrow", "to_rows",
}  # fmt: skip

MAX_NAME = 128
_FILE_NAME = re.compile(r"[a-z][a-z0-9_]{0,200}")
OF_EVERY_RESOURCE = frozenset({"with_raw_response", "with_streaming_response"})
"""What no method and no resource below another can be called."""

OF_EVERY_MODEL = frozenset({"replace"})
"""What a method may be called, and no field."""

# `IDs` is one word in the plural, and these are one word although they have two capitals.
_PLURAL_CAPITALS = re.compile(r"(?<![A-Za-z])([A-Z]{2,4})s(?![a-z])|(?<=[a-z])([A-Z]{2,4})s(?![a-z])")
_ONE_WORD = re.compile(r"(?<![a-z0-9])(?:OAuth|GitHub|GitLab|GraphQL|PayPal|YouTube|LinkedIn|WebHook)")
_SYMBOLS = {
    "!": "not", '"': "double_quote", "#": "hash", "$": "dollar", "%": "percent", "&": "and", "'": "quote",
    "(": "open", ")": "close", "*": "star", "+": "plus", ",": "comma", "-": "minus", ".": "dot", "/": "slash",
    ":": "colon", ";": "semicolon", "<": "less", "=": "equal", ">": "greater", "?": "question", "@": "at",
    "[": "open_bracket", "\\": "backslash", "]": "close_bracket", "^": "caret", "_": "underscore", "`": "grave",
    "{": "open_brace", "|": "or", "}": "close_brace", "~": "tilde", " ": "space",
}  # fmt: skip
_SPELLED = 40
_LETTERS = str.maketrans(
    {"\u00df": "ss", "\u00e6": "ae", "\u00c6": "Ae", "\u0153": "oe", "\u0152": "Oe", "\u00f8": "o", "\u00d8": "O",
     "\u0142": "l", "\u0141": "L", "\u0111": "d", "\u0110": "D", "\u0131": "i"}
)  # fmt: skip


@lru_cache(maxsize=65_536)
def snake(text: str) -> str:
    """`text` in snake_case, never a keyword and never a name that generated code needs; "" if no letter is in it."""
    text = _PLURAL_CAPITALS.sub(lambda match: match[0][0] + match[0][1:].lower(), plain_letters(text))
    text = _ONE_WORD.sub(lambda match: match[0].capitalize(), text)
    words = _NOT_NAME.sub("_", _BOUNDARY.sub("_", text)).strip("_").lower()
    name = re.sub(r"_+", "_", words)
    if name[:1].isdigit():
        name = f"n{name}"
    return f"{name}_" if name in RESERVED else name


def plain_letters(text: str) -> str:
    """`text` with letters of ASCII in place of those that have marks: `Numero` for `Número`."""
    if text.isascii():
        return text
    text = text.translate(_LETTERS)
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def spelled(text: str) -> str:
    """`text` in snake_case with its signs and the letters of other alphabets in words: `plus_1` for `+1`."""
    found = ""
    for char in text[:_SPELLED]:
        if char.isascii() and char.isalnum():
            found += char
        elif char in _SYMBOLS:
            found += f"_{_SYMBOLS[char]}_"
        else:
            found += _letter(char)
    return snake(found)


def _letter(char: str) -> str:
    """A letter of another alphabet by its name, `alpha`, and any other character by its number."""
    name = unicodedata.name(char, "")
    if " LETTER " in name:
        return name.rpartition(" ")[2].lower()
    return f"u{ord(char):x}"


def class_of(resource: str) -> str:
    """The class of a resource, `InvoiceCategories` for `invoice_categories`; a letter after a digit stays small.

    A resource below another one has the names of both: `ChatCompletions` for `chat.completions`.
    """
    return "".join(word.capitalize() for word in flat(resource).split("_"))


def flat(resource: str) -> str:
    """A resource as one name: `chat_completions` for `chat.completions`."""
    return resource.replace(".", "_")


def with_owners(resource: str) -> list[str]:
    """A resource behind those that it stands below: `chat` and `chat.completions` for `chat.completions`."""
    parts = resource.split(".")
    return [".".join(parts[: count + 1]) for count in range(len(parts))]


def member(text: str) -> str:
    """`text` as the name of an enum member; "" if no letter is in it."""
    return snake(text).removesuffix("_").upper()


def is_file_name(name: str) -> bool:
    """Whether the files of a resource can be called so, on any system.

    Args:
        name: The resource, as `flat` gives it.
    """
    return _FILE_NAME.fullmatch(name) is not None


def is_snake(name: str) -> bool:
    """Whether `name` can stand as a parameter, a field or a method."""
    return bool(_SNAKE.fullmatch(name)) and name not in RESERVED - {"list"} and len(name) <= MAX_NAME


def is_member(name: str) -> bool:
    """Whether `name` can stand as an enum member."""
    return bool(_MEMBER.fullmatch(name)) and len(name) <= MAX_NAME


def check_snake(name: str, where: str) -> str:
    """`name`, if it can stand as a parameter, a field or a method.

    Raises:
        GeneratorError: It is not snake_case, or is reserved.
    """
    if not is_snake(name):
        raise GeneratorError(
            f"{where}: {_show(name)} cannot be a Python name here; name it in snake_case in spec/names.toml."
        )
    return name


def check_member(name: str, where: str) -> str:
    """`name`, if it can stand as an enum member.

    Raises:
        GeneratorError: It is not UPPER_CASE.
    """
    if not is_member(name):
        raise GeneratorError(
            f"{where}: {_show(name)} cannot be an enum member; name it under [members] in spec/names.toml."
        )
    return name


def check_class(name: str, where: str) -> str:
    """`name`, if it can stand as a class.

    Raises:
        GeneratorError: It is not CamelCase, or is taken by the package itself.
    """
    if not _CLASS.fullmatch(name) or name in RESERVED_CLASSES or len(name) > MAX_NAME:
        raise GeneratorError(
            f"{where}: {_show(name)} cannot be a public class; choose another name in spec/names.toml."
        )
    return name


def _show(name: str) -> str:
    return repr(name[:80])
