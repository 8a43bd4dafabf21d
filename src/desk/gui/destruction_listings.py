"""The end of keeping as lists: what may be destroyed, what was asked and granted, which backups still hold it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk.gui.record_page import Listing, Other, RecordPage
from desk.gui.session import Session

_NAMED = 3
"""So many numbers of a request are told; the rest stand in its certificate."""


def destruction_page(session: Session) -> RecordPage:
    """Cases whose time of keeping is over; somebody asks for their destruction, with its ground."""
    from desk.services import destruction, erasing

    office, viewer = session.office, session.viewer

    def ask(chosen: Any, words: str) -> Callable[[], Any]:
        return lambda: destruction.ask(office, viewer, [one.number for one in chosen], words)

    def told(made: Any) -> str:
        if not made.waits:
            return _tr("已销毁 {n} 件，清册在“销毁审批和清册”里").format(n=len(made.lines))
        return _tr("已申请销毁 {n} 件，请另一位审批人员在“销毁审批和清册”里决定").format(n=len(made.lines))

    return RecordPage(session, Listing(
        _tr("销毁清单"),
        _tr("保存年限已满的案件。选定几件（Ctrl+A 全选）申请销毁，由另一个人批准。销毁的是姓名、电话、经过、附件和文书内容，不能恢复；编号、办理结果和统计数字留下。"),
        (_tr("编号"), _tr("办结日期"), _tr("保存到")),
        lambda: erasing.ripe(office, viewer),
        lambda one: (one.number, f"{one.ended_on:%Y-%m-%d}", f"{one.kept_until:%Y-%m-%d}"),
        _tr("申请销毁…"), ask, question=_tr("请写明销毁的依据："), empty=_tr("没有到期的案件。"), told=told,
        several=True,
    ))  # fmt: skip


def destroyed_page(session: Session) -> RecordPage:
    """What was asked to be destroyed: a second person grants or refuses it here; afterwards its certificate."""
    from desk.services import destruction

    office, viewer = session.office, session.viewer

    def decide(one: Any, granted: bool, note: str) -> Callable[[], Any] | None:
        return (
            (lambda: destruction.decide(office, viewer, one.id, granted=granted, note=note))
            if one.waits
            else None
        )

    def paper(one: Any) -> tuple[str, Callable[[], bytes]] | None:
        return (
            (destruction.NAME, lambda: destruction.certificate(office, viewer, one.id))
            if one.granted
            else None
        )

    def told(made: Any) -> str:
        return (
            _tr("已销毁 {n} 件，清册可以打印").format(n=len(made.lines))
            if made.granted
            else _tr("已记为未批准")
        )

    return RecordPage(session, Listing(
        _tr("销毁审批和清册"),
        _tr("批准以后立即销毁，不能恢复。每一次销毁都有清册：依据、各件的编号和份数、批准人，以及哪些备份还含有这些内容、保存到哪一天。"),
        (_tr("申请时间"), _tr("申请人"), _tr("案件"), _tr("依据"), _tr("状态"), _tr("批准人"), _tr("意见")),
        lambda: destruction.listed(office, viewer), partial(_request_words, office), _tr("批准并销毁 / 看清册"),
        lambda one, note: decide(one, True, note),
        question=_tr("批准后立即销毁，不能恢复。请写批准意见："), empty=_tr("还没有申请过销毁。"), paper=paper,
        other=Other(_tr("不批准…"), _tr("请写明不批准的理由："), lambda one, note: decide(one, False, note)), told=told,
    ))  # fmt: skip


def _request_words(office: Any, one: Any) -> Sequence[str]:
    """The cells of a request: when, whose, which cases, on what ground, and what came of it."""
    numbers = "、".join(line.number for line in one.lines[:_NAMED]) + (
        "……" if len(one.lines) > _NAMED else ""
    )
    decided = f"{office.user_name(one.decided_by)} {one.decided_at:%Y-%m-%d %H:%M}" if one.decided_at else ""
    about = _tr("{n} 件：{numbers}").format(n=len(one.lines), numbers=numbers)
    asked = f"{one.at:%Y-%m-%d %H:%M}"
    return asked, office.user_name(one.by), about, one.reason, one.words, decided, one.note


def backups_page(session: Session) -> RecordPage:
    """The backups that were made, until when each is kept, and how many cases it still holds that were destroyed since."""
    from desk.services import backups

    office, viewer = session.office, session.viewer
    return RecordPage(session, Listing(
        _tr("备份记录"),
        _tr("每次备份的时间、审计摘要和保存期限。备份以后销毁的案件，那份备份里还有；到期请删除备份文件。保存月数由系统管理员设定。"),
        (_tr("时间"), _tr("经办人"), _tr("审计摘要"), _tr("保存到"), _tr("以后销毁的案件")),
        lambda: backups.listed(office, viewer),
        lambda one: (
            f"{one.at:%Y-%m-%d %H:%M}", one.by, one.head,
            f"{one.kept_until:%Y-%m-%d}" + (_tr("（已到期，请删除）") if one.is_over else ""), str(one.destroyed_since),
        ),
        "", lambda _one, _words: None, empty=_tr("还没有做过备份。"),
    ))  # fmt: skip


def _tr(words: str) -> str:
    return QCoreApplication.translate("RecordPage", words)
