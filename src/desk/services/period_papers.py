"""Papers about a period and not about a case: the rulebook's figures stand in them, the rest is typed or written in."""

from collections.abc import Mapping
from datetime import date

from desk.domain.draft import NOTHING
from desk.domain.errors import DeskError, NotFound
from desk.domain.intake import read_values
from desk.domain.moments import date_words
from desk.domain.notice import compose
from desk.domain.viewer import Viewer
from desk.domain.words import Words, fact_words
from desk.rulebook.documents import Paper
from desk.rulebook.model import Rulebook
from desk.services.figures import figures
from desk.services.office import Office
from desk.store import audit


def period_papers(rulebook: Rulebook) -> tuple[Paper, ...]:
    """The papers that are about a period."""
    return tuple(paper for paper in rulebook.papers if paper.period)


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
    words = {**_words(office, viewer, first, last), **fact_words(book, given)}
    data = draw(compose(book.layouts[paper.layout], words, practice=office.practice)).data
    with office.store.writing() as tx:
        audit.append(
            tx, audit.Act(act="book:pdf", by=viewer.user, about=f"{paper.name} {words['period.words']}")
        )
    return data


def _words(office: Office, viewer: Viewer, first: date, last: date) -> dict[str, Words]:
    """The office, the period, and each indicator's figure."""
    found = figures(office, viewer, first, last)
    return {
        **office.words,
        "period.words": f"{date_words(first)}至{date_words(last)}",
        "paper.date": date_words(office.now().date()),
        "clerk.name": viewer.name,
        **{f"figure.{figure.indicator}": figure.words for figure in found.indicators},
    }
