"""The papers of a case in its panel: those that are right now, those that went out, and what each still waits for."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk.domain.moments import moment_words
from desk.gui.parts import line, part, row
from desk.gui.session import Session

Act = Callable[[str, Any], None]


def _tr(words: str) -> str:
    return QCoreApplication.translate("CasePanel", words)


class _Open(NamedTuple):
    """The papers, by id, that still wait for something."""

    delivery: set[int]
    seal: set[int]


def papers_part(session: Session, view: Any, offers: Sequence[Any], act: Act) -> QWidget:
    """The papers that are right now, and those that were issued. ``act`` gets preview, reprint or void with its object."""
    open_ = _still_open(session, view)
    rows = [_offered(session, view, offer, act) for offer in waiting_offers(offers)]
    standing = {offer.paper: offer for offer in offers if offer.stands}
    rows += [_issued(session, view, paper, open_, standing, act) for paper in view.papers]
    return part(_tr("文书"), *(rows or [line(_tr("现在没有要出的文书。"), muted=True)]))


def _offered(session: Session, view: Any, offer: Any, act: Act) -> QWidget:
    need = _tr("还缺：{fields}").format(fields="、".join(offer.missing)) if offer.missing else ""
    approved, may_approve = _approval(session, view, offer)
    deeds = [(_tr("批准…"), "approve")] if may_approve else []
    deeds.append((_tr("预览并出具"), "preview"))
    about = "　".join(words for words in (need, approved) if words)
    return _paper_row(offer.name, about, offer, deeds, act)


def _issued(
    session: Session, view: Any, paper: Any, open_: _Open, standing: Mapping[str, Any], act: Act
) -> QWidget:
    kind = next((one for one in session.book_of(view).papers if one.id == paper.kind), None)
    name = kind.name if kind else paper.kind
    about = f"{paper.number}　{moment_words(paper.at) if paper.at else ''}".strip()
    if paper.state == "void":
        return _paper_row(name, about + _tr("　已作废"), paper, [], act)
    goes_out = kind is not None and kind.nature in ("decision", "notice")
    late = _tr("　未送达") if goes_out and paper.id in open_.delivery else ""
    sealed = _sealed(session, view, paper)
    seal = f"　{sealed}" if sealed else _tr("　待用印") if paper.id in open_.seal else ""
    may_seal = paper.id in open_.seal and session.viewer.may("issue")
    deeds = [(_tr("用印…"), "seal")] if may_seal else []
    deeds += [(_tr("送达…"), "deliver")] if goes_out else []
    deeds += [(_tr("补打") if paper.printed else _tr("打印"), "reprint"), (_tr("作废"), "void")]
    offer = standing.get(paper.kind)
    done = [(words, partial(act, deed, paper)) for words, deed in deeds]
    if offer and paper.id == max(one.id for one in view.papers if one.kind == paper.kind):
        done += [(words, partial(act, "preview", offer)) for words in _once_more(session, view, offer)]
    return _row(name, f"{about}{late}{seal}", done)


def _once_more(session: Session, view: Any, offer: Any) -> list[str]:
    """How another beside the one that stands is asked for, where this person may issue it."""
    from desk.services.offers import may_issue

    viewer = session.office.in_role(session.viewer, view.case)
    if not may_issue(viewer, session.book_of(view).paper(offer.paper)):
        return []
    if offer.again:
        return [_tr("重新出具…")] if viewer.may("decide") else []
    return [_tr("再出一份")]


def _still_open(session: Session, view: Any) -> _Open:
    from desk.services import deliveries, seals

    return _Open(
        {paper.id for paper in deliveries.undelivered(view)},
        {paper.id for paper in seals.waiting(session.book_of(view), view)},
    )


def _sealed(session: Session, view: Any, paper: Any) -> str:
    """已用印　王保管　11-20 12:00, where it is on record."""
    from desk.services import seals

    done = seals.sealings(view.case, paper.id)
    if not done:
        return ""
    who = done[-1].person or session.office.user_name(done[-1].by)
    return _tr("已用印　{who}　{at}").format(who=who, at=f"{done[-1].at:%m-%d %H:%M}")


def _approval(session: Session, view: Any, offer: Any) -> tuple[str, bool]:
    """What is on record about the approval that a paper needs, and whether it waits for this viewer's."""
    from desk.services import approvals

    paper = next((one for one in session.book_of(view).papers if one.id == offer.paper), None)
    if paper is None or not approvals.asks(paper):
        return "", False
    given = approvals.of(view.case, paper)
    if given is None:
        return _tr("待批准"), approvals.may_approve(session.viewer)
    return _tr("已批准　{who}　{on}").format(who=given.approver, on=f"{given.on:%Y-%m-%d}"), False


def waiting_offers(offers: Sequence[Any]) -> list[Any]:
    """The papers that are right now and not issued yet."""
    return [offer for offer in offers if not offer.stands]


def _paper_row(name: str, about: str, paper: Any, deeds: Sequence[tuple[str, str]], act: Act) -> QWidget:
    return _row(name, about, [(words, partial(act, deed, paper)) for words, deed in deeds])


def _row(name: str, about: str, deeds: Sequence[tuple[str, Callable[[], None]]]) -> QWidget:
    return row(f"{name}\n{about}" if about else name, deeds, called=name)
