"""Works out the method of each operation: its arguments, its result and where they go."""

from collections.abc import Callable
from functools import partial

import attrs

from sdkwright.emit.annotations import Annotation
from sdkwright.emit.answers import (
    Answer,
    Choice,
    accepted,
    answers_of,
    choices_of,
    has_one_answer,
    own_errors,
    streamed,
    united,
    usual_errors,
)
from sdkwright.emit.arguments import (
    Argument,
    accept_argument,
    body_arguments,
    by_name,
    by_place,
    in_order,
    parameter_arguments,
)
from sdkwright.emit.bodies import BodyCode, body_code
from sdkwright.emit.deprecated import notice
from sdkwright.emit.docstrings import docstring, plain, returned, summary
from sdkwright.emit.forward import scheme_of
from sdkwright.emit.headers import said_of_headers
from sdkwright.errors import GeneratorError
from sdkwright.ir import (
    Anything,
    Api,
    Model,
    OldName,
    Operation,
    Pagination,
    Reference,
    Union,
)
from sdkwright.normalise.naming.words import singular

_RESERVED = {"options"}
_VERB_ORDER = ("list", "search", "get", "create", "update", "delete")


@attrs.frozen
class Method:
    """One operation as a method, ready to be rendered.

    Attributes:
        operation: The operation.
        name: In Python.
        arguments: Its arguments, but for `options`.
        body_class: The model that the arguments of the body fill; None where the body is one plain value, or none.
        answer: What the answer decodes to, the first of several; None where nothing is answered.
        doc: Its docstring.
        async_doc: The docstring of its asynchronous twin.
        deprecated: The warning about a method that goes, or None.
        alias_of: The method that it is an old name of, or None.
        summary: What it does, in one sentence.
        returned: The type that it returns, and what the value is; None where it returns nothing.
        min_fields: How many fields a body has at least; 0 where the document does not say.
        answers: Every way in which it may succeed; empty where `answer` says it all.
        stream: What comes item by item, where that is how it succeeds; None otherwise.
        accept: The header Accept; empty where it is the client's own.
        errors: What the bodies of its errors decode to, by status; None where these are the usual ones of the API.
        body: How it takes the body of its request.
        is_union: Whether the one answer is a union.
        choices: The answers that a caller may ask for by their media types, the default first; empty for no choice.
        scheme: How its pages lead to one another, as source by the names of arguments; empty where none does.
    """

    operation: Operation
    name: str
    arguments: list[Argument]
    body_class: str | None
    answer: Annotation | None
    doc: str
    async_doc: str
    deprecated: str | None = None
    alias_of: str | None = None
    summary: str = ""
    returned: tuple[str, str] | None = None
    min_fields: int = 0
    answers: tuple[Answer, ...] = ()
    stream: Answer | None = None
    accept: str = ""
    errors: dict[str, Annotation] | None = None
    body: BodyCode = attrs.field(factory=BodyCode)
    is_union: bool = False
    choices: tuple[Choice, ...] = ()
    scheme: dict[str, str] = attrs.field(factory=dict)

    @property
    def constant(self) -> str:
        """The name of the module constant that holds the operation."""
        return f"_{(self.alias_of or self.name).upper()}"

    @property
    def paginated(self) -> Pagination | None:
        """How it turns pages, or None."""
        return self.operation.pagination

    @property
    def result(self) -> str | None:
        """Source of the type that an answer decodes to, of all items where they come one by one; None for nothing."""
        if self.stream is not None:
            return f"List[{self.stream.source}]"
        if self.answers:
            return united(answer.source for answer in self.answers)
        return None if self.answer is None else self.answer.answered

    @property
    def all_returns(self) -> str | None:
        """What a method returns, whatever it is asked for."""
        return united(choice.returns for choice in self.choices) if self.choices else self.returns

    @property
    def returns(self) -> str | None:
        """The same as the annotation of what a method returns: a union is its members."""
        if self.stream is not None:
            return f"List[{self.stream.plain}]"
        if self.answers:
            return united(answer.plain for answer in self.answers)
        return None if self.answer is None else self.answer.qualified

    @property
    def is_typed(self) -> bool:
        """Whether its constant has to say what it answers, for the value that does so is no class."""
        is_anything = self.answer is not None and isinstance(self.answer.type, Anything)
        return bool(self.answers or self.choices) or self.is_union or is_anything

    @property
    def streaming(self) -> bool:
        """Whether an answer may be too long to be held: bytes or text."""
        answers = [*self.answers, *(answer for choice in self.choices for answer in choice.answers)]
        return self.stream is None and any(answer.reading in {"bytes", "text"} for answer in answers)

    @property
    def upstream(self) -> str:
        """The vendor's operationId, on one line."""
        return plain(self.operation.upstream_id)

    @property
    def positional(self) -> list[Argument]:
        """The arguments that may be given by place."""
        return by_place(self.arguments)

    @property
    def by_name(self) -> list[Argument]:
        """The arguments that must be named: the required ones first."""
        return by_name(self.arguments)

    @property
    def query(self) -> list[Argument]:
        """The arguments that go to the query as plain values, the pager's own apart."""
        paging = self.paginated.parameters if self.paginated is not None else ()
        return [
            argument
            for argument in self.arguments
            if argument.place == "query" and argument.plain and argument.name not in paging
        ]

    @property
    def parameters(self) -> list[Argument]:
        """The other arguments outside the body: of the path, the headers and the cookies, and objects of the query."""
        return [
            argument
            for argument in self.arguments
            if argument.place not in {"body", "content_type", "accept"}
            and not (argument.place == "query" and argument.plain)
        ]

    @property
    def required(self) -> dict[str, str]:
        """The arguments without which the query is not sent, by wire name; by the empty one that which is the body."""
        return {wire: argument.name for wire, argument in self._loose if argument.default is None}

    @property
    def kinds(self) -> dict[str, tuple[str, str]]:
        """Name and type of each argument that no model declares, by the same names."""
        return {wire: (argument.name, argument.annotation.checked) for wire, argument in self._loose}

    @property
    def _loose(self) -> list[tuple[str, Argument]]:
        """The arguments that no model declares: those of the query by wire name, the whole body by the empty one."""
        found = [(argument.wire, argument) for argument in self.query]
        if self.body_class is None and not self.body.is_mapping:
            found += [("", argument) for argument in self.body_fields]
        return found

    @property
    def body_fields(self) -> list[Argument]:
        """The arguments that go to the body."""
        return [argument for argument in self.arguments if argument.place == "body"]

    @property
    def choice(self) -> Argument | None:
        """The argument that chooses the media type of the body, if there is a choice."""
        return next((argument for argument in self.arguments if argument.place == "content_type"), None)

    @property
    def accepting(self) -> Argument | None:
        """The argument that chooses the media type of the answer, if there is a choice."""
        return next((argument for argument in self.arguments if argument.place == "accept"), None)

    def wire(self, name: str) -> str | None:
        """The wire name of the query argument `name`, or None if there is no such argument."""
        found = (argument for argument in self.arguments if argument.place == "query" and argument.name == name)
        return next((argument.wire for argument in found), None)


def methods_of(
    operation: Operation, api: Api, *, faults: bool = True, usual: dict[str, str] | None = None
) -> list[Method]:
    """The method that calls an operation, and one for each of its old names; arguments and errors as `method`."""
    main = method(operation, api, faults=faults, usual=usual)
    return [main, *(_old_name(main, alias, faults=faults) for alias in operation.aliases)]


def _old_name(main: Method, alias: OldName, *, faults: bool) -> Method:
    operation, title = main.operation, f"Old name of `{main.operation.name}`."
    deprecated = notice(f"{operation.resource}.{alias.name}", alias.deprecation, operation.name)
    written = _docstring(operation, main.arguments, title=title, deprecated=deprecated, faults=faults)
    return attrs.evolve(
        main,
        name=alias.name,
        alias_of=main.name,
        deprecated=deprecated,
        summary=title,
        doc=written(pager="Pager"),
        async_doc=written(pager="AsyncPager"),
    )


def _docstring(
    operation: Operation, arguments: list[Argument], *, title: str, deprecated: str | None, faults: bool
) -> Callable[..., str]:
    """What writes the docstring of a method, given what a paged list returns."""
    return partial(
        docstring,
        operation,
        in_order(arguments),
        title=title,
        deprecated=deprecated,
        faults=faults,
        headers=said_of_headers(operation),
    )


def method(operation: Operation, api: Api, *, faults: bool = True, usual: dict[str, str] | None = None) -> Method:
    """The method that calls an operation.

    Args:
        operation: The operation.
        api: The API, for its models.
        faults: Whether a page may say that the call failed.
        usual: The errors that most operations declare, where they are known already.

    Raises:
        GeneratorError: A parameter and a body field have the same name, or one has that of `options`.
    """
    body = body_code(operation.body, api)
    identifying = {"id", f"{singular(operation.resource.rpartition('.')[2])}_id".replace(" ", "_")}
    arguments = [*parameter_arguments(operation, api), *body_arguments(body)]
    if any(argument.place == "path" for argument in arguments):
        # What the path names is what the operation acts on.
        arguments = [attrs.evolve(argument, positional=argument.place == "path") for argument in arguments]
    else:
        arguments = [
            attrs.evolve(
                argument, positional=(argument.default is None or argument.obliged) and argument.name in identifying
            )
            for argument in arguments
        ]
    choices = choices_of(operation)
    arguments += accept_argument(choices, {argument.name for argument in arguments})
    _check_names(operation, [argument.name for argument in arguments])
    answers = answers_of(operation)
    deprecated, title = _deprecated(operation), summary(operation)
    written = _docstring(operation, arguments, title=title, deprecated=deprecated, faults=faults)
    return Method(
        operation=operation,
        name=operation.verb,
        arguments=arguments,
        body_class=body.model or None,
        body=body,
        answer=answers[0].annotation,
        answers=() if has_one_answer(operation) else answers,
        stream=streamed(operation),
        accept=accepted(answers),
        errors=own_errors(operation, api, usual_errors(api) if usual is None else usual),
        doc=written(pager="Pager"),
        async_doc=written(pager="AsyncPager"),
        deprecated=deprecated,
        summary=title,
        returned=returned(operation, "Pager"),
        min_fields=_min_fields(api.models.get(body.model)),
        is_union=_is_union(answers[0].annotation, api),
        choices=choices,
        scheme=scheme_of(operation, arguments, api),
    )


def _check_names(operation: Operation, names: list[str]) -> None:
    if twice := {name for name in names if names.count(name) > 1}:
        raise GeneratorError(
            f"{operation.key}: two arguments are called {min(twice)!r}; name one of the parameters under [parameters]."
        )
    if reserved := _RESERVED.intersection(names):
        raise GeneratorError(
            f"{operation.key}: {min(reserved)!r} is an argument that every method has; give the parameter or property "
            "another name in spec/names.toml."
        )


def _is_union(annotation: Annotation | None, api: Api) -> bool:
    type_ = annotation.type if annotation is not None else None
    return isinstance(type_, Union) or (isinstance(type_, Reference) and type_.name in api.aliases)


def _min_fields(model: Model | None) -> int:
    # A model of fewer fields could never be sent.
    return model.min_properties if model is not None and model.min_properties <= len(model.fields) else 0


def _deprecated(operation: Operation) -> str | None:
    """The warning about an operation that goes, or None."""
    if operation.deprecation is None and not operation.deprecated:
        return None
    return notice(operation.name, operation.deprecation)


def in_reading_order(methods: list[Method]) -> list[Method]:
    """`methods` with the everyday verbs first."""
    rank = {verb: place for place, verb in enumerate(_VERB_ORDER)}
    return sorted(methods, key=lambda method: (rank.get(method.name, len(rank)), method.name))
