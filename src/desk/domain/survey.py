"""The return visit: scores within their range, and where it leads when somebody is not satisfied (CAP-98)."""

import ast
import re
from collections.abc import Iterator, Mapping

from desk.domain.circumstances import Circumstances
from desk.domain.draft import Values
from desk.domain.errors import DeskError
from desk.rulebook.criteria import holds, parse
from desk.rulebook.flow import Step
from desk.rulebook.model import Rulebook

_BELOW: Mapping[type[ast.cmpop], str] = {ast.Lt: "低于", ast.LtE: "不高于"}
_CLAUSE = re.compile("[，？?]")
"""A question is named by its first clause."""


def check_scores(rulebook: Rulebook, step: Step, given: Values) -> None:
    """Raise ``DeskError`` at a score that is more than the question allows."""
    if "visit" not in step.effects:
        return
    for question in rulebook.survey.questions:
        score = given.get(question.id)
        if question.type == "score" and isinstance(score, int) and score > question.most:
            title = next((field.title for field in rulebook.fields if field.id == question.id), question.name)
            raise DeskError(
                "score_range", f"“{title}”最高 {question.most} 分", f"请填 0 至 {question.most}", question.id
            )


def leads_back(rulebook: Rulebook, step: Step, facts: Circumstances) -> str:
    """The step by which a complainant who is not satisfied leads the case back; empty where that is left to people."""
    survey = rulebook.survey
    if "visit" not in step.effects or not survey.dissatisfied_when:
        return ""
    return survey.dissatisfied if holds(survey.dissatisfied_when, facts) else ""


def led_back_words(rulebook: Rulebook, back: Step, facts: Circumstances) -> str:
    """Why the visit leads back, and to what: 回访4分，低于6分（处理方案是否满意）：重新办理."""
    tree = parse(rulebook.survey.dissatisfied_when).tree
    said = [words for leaf in _leaves(tree) if (words := _answer_words(rulebook, leaf, facts))]
    return f"回访{'，'.join(said) or '不满意'}：{back.name}"


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    """The parts of a criterion that are not joined of others."""
    if isinstance(node, ast.BoolOp):
        for part in node.values:
            yield from _leaves(part)
    else:
        yield node


def _answer_words(rulebook: Rulebook, leaf: ast.expr, facts: Circumstances) -> str:
    """What an answer of the visit was that speaks against satisfaction; empty for whatever else is asked."""
    asked = {question.id: question.name for question in rulebook.survey.questions}
    match leaf:
        case ast.Compare(
            left=ast.Name(id=fact), ops=[op], comparators=[ast.Constant(value=int() as bound)]
        ) if fact in asked and type(op) in _BELOW and holds(ast.unparse(leaf), facts):
            question = _CLAUSE.split(asked[fact])[0]
            return f"{facts[fact]}分，{_BELOW[type(op)]}{bound}分（{question}）"
        case ast.UnaryOp(op=ast.Not(), operand=ast.Name(id=fact)) if facts.get(fact) is False:
            return f"答“否”（{_CLAUSE.split(asked[fact])[0]}）" if fact in asked else "不满意"
    return ""


def reason_of(rulebook: Rulebook, given: Values) -> str:
    """Why the complainant is not satisfied, in the words of the visit; empty where none were asked."""
    said = [
        str(given[f"{question.id}.reason"])
        for question in rulebook.survey.questions
        if given.get(f"{question.id}.reason")
    ]
    return "；".join(said)
