"""Are the rules' tests any good? Each of the rules' modules is altered in one place after the other; a test must notice.

``poe mutate`` alters everything (minutes), ``poe mutate clocks --every 5`` every fifth place of one module. Prints the
places where nobody noticed, and how many of a hundred alterations were noticed. Needs a system that can fork.
"""

import argparse
import ast
import importlib.util
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parent.parent
ENOUGH = 80
"""Noticed out of a hundred; less is a failure."""

PATIENCE = 60
"""Seconds after which an alteration that makes the tests run on for ever counts as noticed."""

_CLOCKS = (
    "domain/test_clock_rules.py",
    "domain/test_clock_dates.py",
    "domain/test_clocks.py",
    "domain/test_clock_days.py",
)

TESTS = {
    "domain.grading": ("domain/test_grading.py", "rulebook/test_r01.py"),
    "domain.clocks": _CLOCKS,
    "domain.due": _CLOCKS,
    "domain.clock_limits": _CLOCKS,
    "domain.clock_moments": _CLOCKS,
    "domain.extending": _CLOCKS,
    "domain.workdays": ("domain/test_clock_rules.py", "domain/test_clock_days.py", "domain/test_workdays.py"),
    "domain.elapsed": ("domain/test_clock_rules.py", "domain/test_clock_days.py", "domain/test_workdays.py"),
    "domain.numbering": ("domain/test_numbering.py",),
    "rulebook.criteria": ("rulebook/test_criteria.py",),
    "rulebook.limits": ("rulebook/test_limits.py",),
    "rulebook.patterns": ("domain/test_numbering.py",),
}
"""Each module with the tests that are to notice, the quickest first."""

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Mod: ast.FloorDiv,
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A module altered in one place."""

    module: str
    line: int
    what: str
    tree: ast.Module


class _Alter(ast.NodeTransformer):
    """Alters the ``wanted``-th place that can be altered; counts them all."""

    def __init__(self, wanted: int) -> None:
        self.wanted, self.seen, self.what, self.line = wanted, 0, "", 0

    def _chosen(self, node: ast.AST, what: str) -> bool:
        self.seen += 1
        if self.seen - 1 != self.wanted:
            return False
        self.what, self.line = what, getattr(node, "lineno", 0)
        return True

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.body = [self.visit(part) for part in node.body]  # neither annotations nor decorators
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.body = [self.visit(part) for part in node.body]
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value:
            node.value = self.visit(node.value)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        for place, op in enumerate(node.ops):
            if type(op) in SWAPS and self._chosen(node, f"{_name(op)} → {SWAPS[type(op)].__name__}"):
                node.ops[place] = SWAPS[type(op)]()  # type: ignore[call-overload]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self.generic_visit(node)
        if self._chosen(node, f"{_name(node.op)} → {SWAPS[type(node.op)].__name__}"):
            node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        words = isinstance(node.left, ast.JoinedStr) or isinstance(node.right, ast.JoinedStr)
        if type(node.op) in SWAPS and not words and self._chosen(node, f"{_name(node.op)} swapped"):
            node.op = SWAPS[type(node.op)]()  # type: ignore[assignment]
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not | ast.USub) and self._chosen(node, f"{_name(node.op)} left out"):
            return node.operand
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        match node.value:
            case bool() if self._chosen(node, f"{node.value} → {not node.value}"):
                return ast.Constant(not node.value)
            case int() if not isinstance(node.value, bool) and self._chosen(node, f"{node.value} + 1"):
                return ast.Constant(node.value + 1)
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        self.generic_visit(node)
        if self._chosen(node, "if turned round"):
            node.test = ast.UnaryOp(ast.Not(), node.test)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        self.generic_visit(node)
        if self._chosen(node, "choice turned round"):
            node.body, node.orelse = node.orelse, node.body
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        self.generic_visit(node)
        if node.value and not isinstance(node.value, ast.Constant) and self._chosen(node, "returns nothing"):
            node.value = ast.Constant(None)
        return node


def _name(op: ast.AST) -> str:
    return type(op).__name__


def mutants(module: str) -> Iterator[Mutant]:
    """Every alteration of a module, from the top."""
    source = _file(module).read_text(encoding="utf-8")
    for wanted in range(100_000):
        alter = _Alter(wanted)
        tree = ast.fix_missing_locations(alter.visit(ast.parse(source)))
        if not alter.what:
            return
        yield Mutant(module, alter.line, alter.what, tree)


def _file(module: str) -> Path:
    return ROOT / "src" / "desk" / Path(*module.split(".")).with_suffix(".py")


class _Swapped(MetaPathFinder, Loader):
    """Gives the altered module to whoever imports it."""

    def __init__(self, mutant: Mutant) -> None:
        self.mutant = mutant

    def find_spec(self, fullname: str, *_where: object) -> ModuleSpec | None:
        if fullname != f"desk.{self.mutant.module}":
            return None
        return importlib.util.spec_from_file_location(fullname, _file(self.mutant.module), loader=self)

    def exec_module(self, module: ModuleType) -> None:
        exec(compile(self.mutant.tree, str(_file(self.mutant.module)), "exec"), module.__dict__)


def passes(tests: Sequence[str], mutant: Mutant | None) -> bool:
    """Whether the tests pass in a process of their own; none of ours is imported here, so each begins afresh."""
    child = os.fork()
    if child == 0:
        _run(tests, mutant)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _run(tests: Sequence[str], mutant: Mutant | None) -> None:
    import pytest

    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 1)
    os.dup2(silent, 2)
    signal.alarm(PATIENCE)
    if mutant:
        sys.meta_path.insert(0, _Swapped(mutant))
    files = [str(ROOT / "tests" / test) for test in tests]
    options = ["-q", "-x", "--no-header", "-p", "no:cacheprovider", "-p", "no:randomly", f"--rootdir={ROOT}"]
    os._exit(int(pytest.main([*options, *files])))


def main() -> int:
    """Alter, try, report; 1 where too little was noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("modules", nargs="*", help="clocks, grading … (all of them)")
    parser.add_argument("--every", type=int, default=1, help="only every n-th place")
    args = parser.parse_args()
    os.chdir(ROOT)
    sys.dont_write_bytecode = True
    # Loaded once for all children; nothing of ours may be among them.
    import chinese_calendar  # noqa: F401
    import hypothesis  # noqa: F401
    import msgspec  # noqa: F401
    import pytest  # noqa: F401

    noticed = tried = 0
    for module, tests in TESTS.items():
        if args.modules and module.rpartition(".")[2] not in args.modules:
            continue
        if not passes(tests, None):
            print(f"{module}: its tests fail as it is")
            return 1
        chosen = list(mutants(module))[:: args.every]
        survivors = []
        for mutant in chosen:
            if passes(tests, mutant):
                survivors.append(mutant)
                print(f"  not noticed: {mutant.module}:{mutant.line}  {mutant.what}", flush=True)
        print(f"{module}: {len(chosen) - len(survivors)} of {len(chosen)} noticed", flush=True)
        noticed, tried = noticed + len(chosen) - len(survivors), tried + len(chosen)
    share = 100 * noticed / max(tried, 1)
    print(f"all: {noticed} of {tried} noticed, {share:.0f} %")
    return 0 if share >= ENOUGH else 1


if __name__ == "__main__":
    sys.exit(main())
