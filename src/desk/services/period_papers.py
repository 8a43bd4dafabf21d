"""Papers about a period and not about a case: the rulebook's figures stand in them, the rest is typed or written in."""

import hashlib
from collections.abc import Mapping, Set
from datetime import date

from desk.domain.draft import NOTHING
from desk.domain.errors import DeskError, NotFound
from desk.domain.intake import read_values
from desk.domain.moments import date_words
from desk.domain.notice import compose
from desk.domain.viewer import Viewer
from desk.domain.words import Words, fact_words
from desk.rulebook.documents import Paper
from desk.rulebook.intake import Field
from desk.rulebook.layout import fields
from desk.rulebook.model import Rulebook
from desk.services import registers
from desk.services.figures import Figures, figures
from desk.services.office import Office
from desk.services.registers import Written
from desk.store import audit


def period_papers(rulebook: Rulebook) -> tuple[Paper, ...]:
    """The papers that are about a period."""
    return tuple(paper for paper in rulebook.papers if paper.period)


def asked(rulebook: Rulebook, paper: Paper) -> tuple[Field, ...]:
    """The rulebook's fields that stand in the paper: people write them, as no case is there to say them."""
    named = fields(rulebook.layouts[paper.layout])
    return tuple(field for field in rulebook.fields if field.id in named)


def drawn(
    office: Office,
    viewer: Viewer,
    paper_id: str,
    first: date,
    last: date,
    typed: Mapping[str, object] = NOTHING,
) -> Written:
    """``written`` with its digest, as other exports come."""
    data = written(office, viewer, paper_id, first, last, typed)
    return Written(data, hashlib.sha256(data).hexdigest())


def written(
    office: Office,
    viewer: Viewer,
    paper_id: str,
    first: date,
    last: date,
    typed: Mapping[str, object] = NOTHING,
) -> bytes:
    """The paper as PDF, with the figures of ``first`` to ``last``; making it is put on record.

    Raises ``NotFound``, or ``DeskError`` naming the field that was typed wrongly.
    """
    from desk.paper.drawing import draw

    book = office.rulebook
    paper = next((paper for paper in period_papers(book) if paper.id == paper_id), None)
    if paper is None:
        names = "、".join(f"{paper.id}（{paper.name}）" for paper in period_papers(book))
        raise NotFound("no_paper", f"没有按期间出的文书“{paper_id}”", f"可用：{names or '无'}", "paper")
    given, problems = read_values(book, book.fields, typed, office.now())
    if wrong := [problem for problem in problems if not problem.warning]:
        raise DeskError(wrong[0].code, wrong[0].message, wrong[0].hint, wrong[0].field)
    layout = book.layouts[paper.layout]
    words = {**_words(office, viewer, first, last, fields(layout)), **fact_words(book, given)}
    data = draw(compose(layout, words, practice=office.practice)).data
    with office.store.writing() as tx:
        audit.append(
            tx, audit.Act(act="book:pdf", by=viewer.user, about=f"{paper.name} {words['period.words']}")
        )
    return data


def _words(office: Office, viewer: Viewer, first: date, last: date, asked: Set[str]) -> dict[str, Words]:
    """The office, the period, each indicator's figure, and the tables that the layout asks for."""
    found = figures(office, viewer, first, last)
    tables = {place.partition(".")[::2] for place in asked}
    return {
        **office.words,
        "period.words": f"{date_words(first)}至{date_words(last)}",
        "paper.date": date_words(office.now().date()),
        "clerk.name": viewer.name,
        **{f"figure.{figure.indicator}": figure.words for figure in found.indicators},
        **{
            f"ranking.{by}": _ranked(office.rulebook, found, by) for table, by in tables if table == "ranking"
        },
        **{
            f"register.{name}": _lines(office, viewer, name, first, last)
            for table, name in tables
            if table == "register"
        },
    }


def _ranked(book: Rulebook, found: Figures, by: str) -> tuple[dict[str, str], ...]:
    """A row for each group, the best of the first indicator first; what cannot be counted stays room to write in.

    Choices of a field that no case of the period bears come last.
    """
    rows: dict[str, dict[str, str]] = {}
    for ranking in (ranking for ranking in found.rankings if ranking.by == by):
        for one, place in zip(ranking.figures, ranking.places, strict=True):
            row = rows.setdefault(one.group, {"name": one.group})
            row[one.indicator] = "" if one.value is None else one.words
            row[f"{one.indicator}.place"] = str(place or "")
    for choice in (choice for field in book.fields if field.id == by for choice in field.choices):
        rows.setdefault(choice.name, {"name": choice.name})
    return tuple(rows.values())


def _lines(office: Office, viewer: Viewer, name: str, first: date, last: date) -> tuple[dict[str, str], ...]:
    """The lines of a register of the period, by the values of its columns."""
    values = [column.value for column in office.rulebook.register(name).columns]
    return tuple(
        dict(zip(values, row, strict=True)) for row in registers.book(office, viewer, name, first, last).words
    )
