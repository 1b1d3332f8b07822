"""The list of attacks holds: every test that it names is there and runs, and every line has a test or says why not."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from cms.prove.attacks import ATTACKS
from tests.attack_list import ELSEWHERE, LIST

TESTS = Path(__file__).parent
WRITTEN_OUTSIDE = TESTS.parent.parent / "shared" / "attacks.md"


@cache
def functions_in(file):
    """The tests in a file by name, without "test_": whether each runs always."""
    tree = ast.parse((TESTS / f"test_{file}.py").read_text(encoding="utf-8"))
    return {
        node.name.removeprefix("test_"): not any("skip" in ast.unparse(mark) for mark in node.decorator_list)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def is_there(name):
    file, _, test = name.partition("::")
    if file == "prove_gate":
        return test in {attack.replace(" ", "_") for attack, *_ in ATTACKS}
    return functions_in(file).get(test, False)


@pytest.mark.parametrize("number", LIST)
def test_line_has_tests_that_run_or_a_reason(number):
    line = LIST[number]

    assert line.tests or line.not_yet
    assert [name for name in line.tests.split() if not is_there(name)] == []


def test_what_went_wrong_elsewhere_is_tried_here():
    assert {what: [name for name in line.tests.split() if not is_there(name)] for what, line in ELSEWHERE.items()} == {
        what: [] for what in ELSEWHERE
    }
    assert all(line.tests for line in ELSEWHERE.values())


def test_names_that_are_not_there_are_noticed():
    assert not is_there("way::no_such_test")
    assert not is_there("prove_gate::no such attack")


@pytest.mark.skipif(not WRITTEN_OUTSIDE.exists(), reason=f"{WRITTEN_OUTSIDE} is not there: the list here stands alone")
def test_every_line_that_was_written_down_is_in_the_list():
    part = WRITTEN_OUTSIDE.read_text(encoding="utf-8").split("\n## ")[1]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", part, re.MULTILINE)]

    assert numbers
    assert [number for number in numbers if number not in LIST] == []
