"""The questions of the return visit as fields of the steps that are one, where the manual has not written them itself."""

from collections.abc import Iterator

import msgspec

from desk.rulebook.accounts import Question
from desk.rulebook.facts import FACTS, FieldType
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook

_TYPES: dict[str, FieldType] = {"score": "count", "yes_no": "yes_no", "text": "note"}


def with_questions(book: Rulebook) -> Rulebook:
    """The rulebook with a field for each question, and one for the reason of a low score (CAP-98)."""
    visits = tuple(step.id for step in book.steps if "visit" in step.effects)
    written = {field.id for field in book.fields} | FACTS.keys()
    asked = (field for question in book.survey.questions for field in _fields(question, visits))
    more = tuple(field for field in asked if visits and field.id not in written)
    return msgspec.structs.replace(book, fields=(*book.fields, *more)) if more else book


def _fields(question: Question, visits: tuple[str, ...]) -> Iterator[Field]:
    scored = f"（0至{question.most}分）" if question.type == "score" else ""
    label, source = question.name + scored, question.source
    yield Field(id=question.id, label=label, type=_TYPES[question.type], at=visits, source=source)
    if question.type == "score" and question.reason_below:
        yield Field(
            id=f"{question.id}.reason",
            label=f"{question.name}（低于{question.reason_below}分的原因）",
            type="note",
            at=visits,
            required_when=f"{question.id} < {question.reason_below}",
            source=source,
        )
