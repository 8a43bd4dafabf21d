"""The return visit: scores within their range, and where it leads when somebody is not satisfied (CAP-98)."""

from desk.domain.circumstances import Circumstances
from desk.domain.draft import Values
from desk.domain.errors import DeskError
from desk.rulebook.criteria import holds
from desk.rulebook.flow import Step
from desk.rulebook.model import Rulebook


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


def reason_of(rulebook: Rulebook, given: Values) -> str:
    """Why the complainant is not satisfied, in the words of the visit."""
    said = [
        str(given[f"{question.id}.reason"])
        for question in rulebook.survey.questions
        if given.get(f"{question.id}.reason")
    ]
    return "回访不满意" + ("：" + "；".join(said) if said else "")
