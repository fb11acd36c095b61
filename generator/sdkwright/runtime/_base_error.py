"""What every error of the package can do."""

from typing import Any


class BaseError(Exception):
    """Base of the package's errors, which the package gives a name of its own.

    Args:
        message: One line that says what happened.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)

    @property
    def message(self) -> str:
        """What happened, in one line fit for a log."""
        return str(self.args[0])

    def __reduce__(self) -> tuple[Any, ...]:
        # Constructors take keywords, which the default protocol cannot repeat.
        return _restore, (type(self), self.args, self.__dict__.copy())


def _restore(cls: type[BaseError], args: tuple[Any, ...], state: dict[str, Any]) -> BaseError:
    error = cls.__new__(cls, *args)
    error.__dict__.update(state)
    return error
