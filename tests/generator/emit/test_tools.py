"""What the project declares of the tools for agents becomes literals, and an operation that there is not a sentence."""

import ast

import pytest

from sdkwright.config import Mcp, Prompt
from sdkwright.emit.commands import Command, Commands
from sdkwright.emit.tools import tools_module
from sdkwright.errors import GeneratorError
from sdkwright.syntax import assigned

RESOURCES = [
    Commands("boats", [Command("list", "All boats.", "GET /boats", []), Command("sell", "", "POST /boats", [])], {}),
    Commands("boats.berths", [Command("list", "All berths.", "GET /berths", [])], {}),
]


def literals(text):
    return {name: ast.literal_eval(value) for name, value in assigned(ast.parse(text).body) if value is not None}


def test_what_is_declared_stands_in_the_module_as_it_is_written():
    evil = 'Sell {boat}.\n""" + __import__("os").getcwd() + """\\'
    declared = Mcp(
        tools=("boats.list", "boats.berths.list"),
        reads=("boats.sell",),
        deletes=("boats.list",),
        prompts={"sell": Prompt(about="Sell a boat", text=evil)},
    )
    assert literals(tools_module(declared, RESOURCES)) == {
        "TOOLS": ("boats.list", "boats.berths.list"),
        "READS": ("boats.sell",),
        "DELETES": ("boats.list",),
        "PROMPTS": {"sell": ("Sell a boat", evil)},
    }


def test_an_operation_that_this_revision_has_not_is_left_out():
    declared = Mcp(tools=("boats.sink", "boats.list"), reads=("boats.sink",))
    made = literals(tools_module(declared, RESOURCES, {"boats.sink", "boats.list"}))
    assert (made["TOOLS"], made["READS"]) == (("boats.list",), ())


@pytest.mark.parametrize("key", ["tools", "reads", "deletes"])
def test_an_operation_that_there_is_not_is_refused(key):
    with pytest.raises(GeneratorError) as refused:
        tools_module(Mcp(**{key: ("boats.sel",)}), RESOURCES)
    assert str(refused.value) == (
        f'spec/sdk.toml: [mcp] {key}: "boats.sel" is no operation (did you mean "boats.sell"?).'
    )
