"""What syntax trees of Python say, for whoever reads modules without running them."""

import ast
from collections.abc import Iterable, Iterator


def assigned(statements: Iterable[ast.stmt]) -> Iterator[tuple[str, ast.expr | None]]:
    """Each name that the statements set, with its value; without one where a name is only annotated.

    Args:
        statements: The body of a module or a class. What stands inside a statement is not read.
    """
    for statement in statements:
        if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            yield statement.target.id, statement.value
        elif isinstance(statement, ast.Assign):
            yield from ((target.id, statement.value) for target in statement.targets if isinstance(target, ast.Name))
