"""The resources of a client: their methods, and those below them."""

from collections.abc import Iterable, Iterator

import attrs

from sdkwright.emit.answers import usual_errors
from sdkwright.emit.methods import Method, in_reading_order, methods_of
from sdkwright.errors import GeneratorError
from sdkwright.ir import Api, references
from sdkwright.normalise.identifiers import OF_EVERY_RESOURCE, class_of, flat
from sdkwright.project import Project


@attrs.frozen
class Resource:
    """One resource of the client.

    Attributes:
        path: How it is reached from the client: `orders`, or `chat.completions` for one below another.
        module: Where it is taken from: the generated module, or the addition that extends it.
        methods: Its methods.
        children: The resources right below it.
    """

    path: str
    module: str
    methods: list[Method]
    children: list["Resource"] = attrs.field(factory=list)

    @property
    def attribute(self) -> str:
        """The name of its modules and its page, `orders` or `chat_completions`."""
        return flat(self.path)

    @property
    def name(self) -> str:
        """The property that it is: `completions` for `chat.completions`."""
        return self.path.rpartition(".")[2]

    @property
    def owner(self) -> str:
        """The resource that it stands below; empty for one of the client itself."""
        return self.path.rpartition(".")[0]

    @property
    def class_name(self) -> str:
        """Its class, `Orders`; the asynchronous one is `AsyncOrders`."""
        return class_of(self.path)

    @property
    def folder(self) -> str:
        """The package that `module` lies in."""
        return self.module.rpartition(".")[0]

    @property
    def summary(self) -> str:
        """One sentence for a docstring."""
        spoken = self.attribute.replace("_", " ")
        return f"Operations on {spoken}, reached as `client.{self.path}`."


def resources_of(api: Api, project: Project) -> list[Resource]:
    """The resources of a client, by path as the API has them; those below others are among them.

    Args:
        api: The API.
        project: The checkout, for its additions to resources.

    Raises:
        GeneratorError: One has the name of a method, or of what every resource has.
    """
    return _in_tree(_resources(api, project))


def _resources(api: Api, project: Project) -> Iterator[Resource]:
    by_hand = project.override_files()
    faults, usual = project.configuration.errors.fault is not None, usual_errors(api)
    for resource in api.resources:
        methods = [
            method
            for operation in resource.operations
            for method in methods_of(operation, api, faults=faults, usual=usual)
        ]
        name = flat(resource.name)
        folder = "additions" if f"additions/{name}.py" in by_hand else "resources"
        yield Resource(resource.name, f"{folder}.{name}", in_reading_order(methods))


def _in_tree(resources: Iterable[Resource]) -> list[Resource]:
    """The resources, each with those right below it."""
    found = {resource.path: resource for resource in resources}
    for resource in found.values():
        if resource.owner:
            owner = found[resource.owner]
            if resource.name in {method.name for method in owner.methods} | OF_EVERY_RESOURCE:
                raise GeneratorError(
                    f"{resource.path}: {resource.owner} has {resource.name} already; call the resource or the method "
                    "otherwise in spec/names.toml."
                )
            owner.children.append(resource)
    return [*found.values()]


def models_named(resource: Resource) -> list[str]:
    """The models that the module of a resource names."""
    found: set[str] = set()
    for method in resource.methods:
        annotations = [argument.annotation for argument in method.arguments]
        annotations += [method.answer] if method.answer is not None else []
        annotations += [answer.annotation for answer in method.answers if answer.annotation is not None]
        annotations += (method.errors or {}).values()
        found |= {name for annotation in annotations for name in references(annotation.type)}
        found |= {name for name in (method.body_class, method.body.optional_model) if name}
        found |= {method.paginated.items} if method.paginated is not None else set()
    return sorted(found)
