"""Tests that take many seconds, and begin first: one that begins last is waited for by itself."""

from typing import Final

import pytest

TESTS: Final = (
    "tests/generator/update/test_update.py::test_everything_follows_from_the_new_document",
    "tests/generator/release/test_first_override.py",
    "tests/generator/corpus/test_corpus.py::test_each_document_has_its_outcome",
    "tests/envoice/docs/test_blocks.py::test_pyright_accepts_the_python_of_every_page",
    "tests/envoice/docs/test_blocks.py::test_mypy_accepts_the_python_of_every_page",
    "tests/generator/update/test_by_rule.py",
    "tests/generator/update/test_update.py::TestFailures::test_a_test_that_is_there_is_taken",
    "tests/generator/diff/test_callers.py",
    "tests/generator/diff/test_moved_enums.py::test_packages_and_callers_take_an_enum_that_moves",
    "tests/generator/diff/test_compare.py::TestAnOperationThatAnOverrideNeeds",
    "tests/generator/project/test_reproducible.py",
    "tests/generator/deprecation/test_type_checkers.py",
    "tests/runtime/layout/test_imports.py::test_mypy_accepts_the_runtime",
    "tests/typing/test_checkers.py",
)
"""How the names of such tests begin, the longest first. None makes unmeasured what measured tests make otherwise."""


def begin(items: list[pytest.Item], workers: int) -> None:
    """Have each worker begin with some of them: a scheduler that lets work be stolen gives each an even part in order.

    Args:
        items: The tests of this run, which are put in order.
        workers: How many there are; 0 for none.
    """
    longest = [item for name in TESTS for item in items if item.nodeid.startswith(name)]
    if workers == 0 or not longest:
        return
    known = {id(item) for item in longest}
    others = [item for item in items if id(item) not in known]
    ordered: list[pytest.Item] = []
    for number in range(workers):
        size = (len(items) - len(ordered)) // (workers - number)
        own = longest[number::workers]
        ordered += own
        rest = max(0, size - len(own))
        ordered += others[:rest]
        del others[:rest]
    items[:] = [*ordered, *others]
