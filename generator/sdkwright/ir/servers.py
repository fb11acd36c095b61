"""The servers: where calls can go."""

import attrs


@attrs.frozen
class ServerVariable:
    """A part of a server's address that a caller may choose.

    Attributes:
        name: What stands in braces.
        default: Its value where nobody chooses; empty if the document has none.
        values: The values that it may have; none for any.
        description: The document's text.
    """

    name: str
    default: str = ""
    values: tuple[str, ...] = ()
    description: str = ""


@attrs.frozen
class Server:
    """An address of the service.

    Attributes:
        url: Absolute, or relative to where the document lies; variables stand in braces.
        name: What a caller chooses it by.
        description: The document's text.
        variables: Its variables, in the order of their names.
    """

    url: str
    name: str = ""
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()

    @property
    def default_url(self) -> str:
        """The URL where nobody chooses; empty if a variable has no default."""
        url = self.url
        for variable in self.variables:
            if not variable.default:
                return ""
            url = url.replace(f"{{{variable.name}}}", variable.default)
        return url.rstrip("/") or url
