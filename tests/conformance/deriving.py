"""The one rule that makes a call of a generated method out of the request that a scenario expects.

The operation is the one whose address and method the request has. Each value of the request is given to the argument of
its wire name, as the type that the argument has. Nothing here knows a scenario.
"""

import base64
import importlib
import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal
from urllib.parse import parse_qs, unquote
from uuid import UUID

import attrs

from sdkwright import media
from sdkwright.emit.annotations import source
from sdkwright.emit.bodies import FILES
from sdkwright.emit.fields import EXTRAS
from sdkwright.emit.methods import method
from sdkwright.emit.security import keys_of
from sdkwright.emit.servers import servers_of
from sdkwright.ir import Array, Enum, Map, Object, Reference, Scalar, Server, Union
from sdkwright.project import MARK

_HOLE = re.compile(r"\{([^{}]+)\}")
# An origin, or a variable that stands for one.
_ORIGIN = re.compile(r"(?:https?://[^/{]*(?:\{[^{}]+\}[^/{]*)*|\{(?P<variable>[^{}]+)\})?")
_JOINTS = {"spaceDelimited": " ", "pipeDelimited": "|"}
_TYPES = {
    "datetime": datetime, "date": date, "time": time, "timedelta": timedelta, "Duration": timedelta, "UUID": UUID,
    "Decimal": Decimal, "Any": Any, "Annotated": Annotated, "Literal": Literal,
}  # fmt: skip


class CannotDeriveError(Exception):
    """No call can be made of a request; the message says why."""


@attrs.frozen
class Call:
    """A call of a generated method.

    Attributes:
        resource: The attribute of the client; those below others, joined by dots.
        name: The method.
        arguments: Its arguments.
        settings: Those of the client.
    """

    resource: str
    name: str
    arguments: dict
    settings: dict


@attrs.frozen
class Derivation:
    """Makes calls of one package.

    Attributes:
        project: Its project.
        api: The API that it was made from.
        module: The package.
        base_url: Where the server listens.
    """

    project: Any
    api: Any
    module: Any
    base_url: str

    def call(self, expected):
        """The call that a request is expected of.

        Args:
            expected: One endpoint of a scenario, as `expectations.mjs` prints it.

        Raises:
            CannotDeriveError: No operation has the address, or an argument has no value.
        """
        operation, server, found = self._operation(expected)
        request, made = expected["request"], method(operation, self.api)
        arguments = {}
        for argument in made.arguments:
            if argument.parameter is not None:
                text = self._sent(argument, request, found)
                if text is not None:
                    arguments[argument.name] = self._of_text(argument.annotation.type, text, argument.parameter)
        if request["body"] is not None and operation.body is not None:
            arguments |= self._body(made, request["body"])
        wanted = {name.lower(): text for name, text in request["headers"].items()}.get("accept")
        if wanted in {choice.media_type for choice in made.choices}:
            arguments[made.accepting.name] = wanted
        missing = [one.name for one in made.arguments if one.default is None and one.name not in arguments]
        if missing:
            raise CannotDeriveError(f"the expected request says nothing of {', '.join(missing)}")
        settings = self._server(server, found) | self._keys(operation, request)
        return Call(operation.resource, made.name, arguments, settings)

    def _operation(self, expected):
        """The operation with the fewest values in its address, its server, and these values by name."""
        # A colon that begins no parameter of a route is escaped.
        uri = expected["uri"].replace("\\:", ":")
        for name, text in expected["request"]["path"].items():
            uri = uri.replace(f":{name}", str(text))
        candidates = []
        for operation in self.api.operations:
            if operation.method != expected["method"].upper() or operation.twin_of:
                continue
            for server in servers_of(self.api, self.project).listed or (Server("", "default"),):
                template = _ORIGIN.sub("", server.url, count=1).rstrip("/") + operation.route.partition("?")[0]
                names, pattern = _pattern(template.rstrip("/"))
                if matched := pattern.fullmatch(uri.rstrip("/")):
                    values = dict(zip(names, map(unquote, matched.groups()), strict=True))
                    candidates.append((len(names), len(candidates), operation, server, values))
        if not candidates:
            raise CannotDeriveError(f"no operation has the address {expected['method'].upper()} {uri}")
        return min(candidates, key=lambda candidate: candidate[:2])[2:]

    def _sent(self, argument, request, found):
        """What is expected at the place of an argument; None where nothing is."""
        if argument.place == "path":
            return found.get(argument.wire)
        if argument.place == "header":
            lowered = {name.lower(): value for name, value in request["headers"].items()}
            return lowered.get(argument.wire.lower())
        if argument.place == "cookie":
            cookies = str({k.lower(): v for k, v in request["headers"].items()}.get("cookie", ""))
            pairs = dict(pair.strip().partition("=")[::2] for pair in cookies.split(";"))
            return pairs.get(argument.wire)
        return request["query"].get(argument.wire)

    def _of_text(self, type_, sent, parameter=None):
        """A value of a type, of what stands in an address, a header or a form."""
        if parameter is not None and parameter.media_type:
            return self._of_json(type_, json.loads(sent))
        if isinstance(type_, Array):
            joint = "," if parameter is None else _JOINTS.get(parameter.style, ",")
            items = sent if isinstance(sent, list) else str(sent).split(joint)
            return [self._of_text(type_.items, item) for item in items]
        if isinstance(sent, list):
            [sent] = sent
        text = sent if isinstance(sent, str) else json.dumps(sent)
        return self._of_json(type_, text if self._is_text(type_) else _number(text))

    def _of_part(self, type_, sent):
        """A value of a type, of what a part of a multipart body holds."""
        if isinstance(sent, list) and isinstance(type_, Array):
            return [self._of_part(type_.items, item) for item in sent]
        compound = isinstance(sent, dict) or isinstance(type_, Map | Object)
        return self._of_json(type_, sent) if compound else self._of_text(type_, sent)

    def _is_text(self, type_):
        if isinstance(type_, Reference):
            schema = self.api.schemas[type_.name]
            return not (isinstance(schema, Enum) and not isinstance(schema.values[0], str))
        if isinstance(type_, Union):
            return any(map(self._is_text, type_.members))
        return not isinstance(type_, Scalar) or type_.kind == "string"

    def _of_json(self, type_, given):
        """A value of a type, of a JSON value."""
        decode = importlib.import_module(f"{self.module.__name__}._json.codec").decode
        kind = eval(source(type_), self._names())
        return decode(json.dumps(given).encode(), kind)

    def _names(self):
        models = importlib.import_module(f"{self.module.__name__}.models")
        unions = importlib.import_module(f"{self.module.__name__}._json.unions") if "Union" in repr(self.api) else None
        return _TYPES | (vars(unions) if unions else {}) | vars(models)

    def _body(self, made, sent):
        """The arguments of the body, and of its media type where that can be chosen."""
        contents = made.operation.body.contents
        essence = sent["contentType"].partition(";")[0].strip().lower()
        content = next((one for one in contents if media.essence(one.media_type) == essence), contents[0])
        chosen = {made.choice.name: sent["contentType"]} if made.choice and content is not contents[0] else {}
        if made.choice and media.is_range(content.media_type):
            chosen = {made.choice.name: sent["contentType"]}
        family = media.family(essence)
        if family == "multipart":
            return chosen | self._fields(made, dict(_parts(sent)), of=self._of_part)
        raw = base64.b64decode(sent["base64"])
        if family == "form":
            return chosen | self._fields(made, parse_qs(raw.decode(), keep_blank_values=True), of=self._of_text)
        if family != "json":
            [argument] = made.body_fields
            as_bytes = FILES in argument.annotation.instead
            return chosen | {argument.name: raw if as_bytes else raw.decode()}
        given = json.loads(raw)
        if made.body_class is None and not made.body.is_mapping:
            [argument] = made.body_fields
            return chosen | {argument.name: None if given is None else self._of_json(argument.annotation.type, given)}
        return chosen | self._fields(made, given)

    def _fields(self, made, given, of=None):
        """The arguments of the fields of a body."""
        arguments, left = {}, dict(given)
        for argument in made.body_fields:
            if argument.wire in left and argument.name != EXTRAS:
                sent = left.pop(argument.wire)
                if FILES in argument.annotation.instead:
                    arguments[argument.name] = self._files(argument, sent)
                else:
                    convert = of or self._of_json
                    arguments[argument.name] = None if sent is None else convert(argument.annotation.type, sent)
        extras = next((argument for argument in made.body_fields if argument.name == EXTRAS), None)
        if left and extras is None:
            raise CannotDeriveError(f"{made.operation.name} takes no {', '.join(sorted(left))}")
        return arguments | ({extras.name: self._of_json(extras.annotation.type, left)} if left else {})

    def _files(self, argument, sent):
        upload = importlib.import_module(f"{self.module.__name__}.files").Upload
        made = [
            upload(base64.b64decode(file["base64"]), filename=file["filename"], content_type=file["contentType"])
            for file in (sent if isinstance(sent, list) else [sent])
        ]
        return made if isinstance(argument.annotation.type, Array) else made[0]

    def _server(self, server, found):
        """The settings that say where calls go."""
        origin = _ORIGIN.match(server.url)
        if not origin["variable"]:
            path = _HOLE.sub(lambda hole: found[hole[1]], server.url[origin.end() :])
            return {"base_url": self.base_url + path.rstrip("/")}
        values = {variable.name: found[variable.name] for variable in server.variables if variable.name in found}
        return {"server_variables": values | {origin["variable"]: self.base_url}}

    def _keys(self, operation, request):
        """The settings that sign calls: the values that the request is expected to carry, else one that is wrong."""
        headers = {name.lower(): str(text) for name, text in request["headers"].items()}
        needed = {scheme for way in operation.security or () for scheme in way}
        given = {}
        for key in keys_of(self.project.configuration, self.api, place=MARK):
            if key.place not in {"header", "query", "cookie"}:
                # Behind the name of the scheme.
                text = headers.get("authorization", "").partition(" ")[2]
            else:
                text = str(request["query"].get(key.header, "")) if key.place == "query" else ""
                text = text or headers.get(key.header.lower(), "")
            if text or (key.scheme in needed and key.place != "oauth2" and len(operation.security or ()) == 1):
                given[key.argument] = text or "wrong"
        return given


def _pattern(template):
    pieces = _HOLE.split(template)
    text = "".join("([^/]+)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))
    return pieces[1::2], re.compile(text)


def _number(text):
    try:
        return json.loads(text)
    except ValueError:
        return text


def _parts(sent) -> Iterator[tuple[str, Any]]:
    """The parts of a multipart body by name; several files of a name together."""
    yield from sent["parts"].items()
    by_name: dict[str, list] = {}
    for file in sent["files"]:
        by_name.setdefault(file["name"], []).append(file)
    yield from by_name.items()
