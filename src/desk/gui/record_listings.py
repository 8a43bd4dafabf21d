"""What superiors go through as lists: looks at identities, samples for an inspection, months whose registers are closed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from desk.gui.destruction_listings import backups_page, destroyed_page, destruction_page
from desk.gui.record_page import Listing, RecordPage
from desk.gui.session import Session


def looks_page(session: Session) -> RecordPage:
    """Who asked to see identities, who decided, who looked; what somebody decided alone is reviewed here."""
    from desk.services import looks

    office, viewer = session.office, session.viewer

    def state(one: Any) -> str:
        if one.to_review:
            return _tr("一人单位自行决定，待复核")
        return _tr("{who} 已复核").format(who=one.reviewed_by) if one.reviewed_by else ""

    def review(one: Any, _words: str) -> Callable[[], Any] | None:
        return (lambda: looks.review(office, viewer, one.request)) if one.to_review else None

    return RecordPage(session, Listing(
        _tr("身份查看记录"), _tr("谁申请、谁批准、谁看过保密身份和附件，新的在前。这里不显示任何人的身份。"),
        (_tr("时间"), _tr("经办人"), _tr("编号"), _tr("做了什么"), _tr("理由"), _tr("复核")),
        lambda: looks.record(office, viewer),
        lambda one: (f"{one.at:%Y-%m-%d %H:%M}", one.who, one.number, one.words, one.reason, state(one)),
        _tr("记为已复核"), review, empty=_tr("还没有人查看过。"),
    ))  # fmt: skip


def sample_page(session: Session) -> RecordPage:
    """Files drawn by chance from last month for an inspection, with what each lacks; another draw by another seed."""
    from desk.services import samples

    office, viewer = session.office, session.viewer
    last = office.now().date().replace(day=1) - timedelta(days=1)
    seeds = [int(f"{office.now():%Y%m%d}")]
    about = _tr(
        "上月（{first} 至 {last}）登记的案件随机抽 10 件，列出案卷还缺什么。按【另抽一批】换一个种子重抽；同一个种子抽出的总是同样的几件。"
    )

    def again(_one: Any, _words: str) -> Callable[[], Any]:
        return lambda: seeds.append(seeds[-1] + 1)

    return RecordPage(session, Listing(
        _tr("检查抽样"), about.format(first=last.replace(day=1), last=last),
        (_tr("编号"), _tr("状态"), _tr("还缺什么"), _tr("种子")),
        lambda: samples.draw(office, viewer, last.replace(day=1), last, seed=seeds[-1]).cases,
        lambda one: (one.number, one.state, "；".join(one.lacks) or _tr("齐全"), str(seeds[-1])),
        _tr("另抽一批"), again, empty=_tr("这个期间没有登记的案件。"),
    ))  # fmt: skip


def freezing_page(session: Session) -> RecordPage:
    """The months whose registers are closed, to be looked at as they were, and those that may be closed now."""
    from desk.services import freezing

    office, viewer = session.office, session.viewer

    def words(one: Any) -> Sequence[str]:
        closed = one.frozen
        if closed is None:
            return one.month, _tr("未封存"), "", "", "", ""
        at = f"{closed.at:%Y-%m-%d %H:%M}"
        return one.month, _tr("已封存"), at, closed.by, str(closed.lines), str(closed.corrections)

    def paper(one: Any) -> tuple[str, Callable[[], bytes]] | None:
        name = _tr("{month} 封存的台账").format(month=one.month)
        return (name, lambda: freezing.paper(office, viewer, one.month).data) if one.frozen else None

    def sure(one: Any) -> str:
        words_ = _tr("封存 {month} 的台账？封存后不能取消，以后的更正列入下一期。")
        return words_.format(month=one.month)

    return RecordPage(session, Listing(
        _tr("台账封存"),
        _tr("月末封存后，当月台账照当时的样子保存，不再变化；以后的更正列在下一期的更正登记里，写明原为、改为、理由和更正人。"),
        (_tr("月份"), _tr("状态"), _tr("封存时间"), _tr("封存人"), _tr("行数"), _tr("更正")),
        lambda: freezing.months(office, viewer), words, _tr("封存…"),
        lambda one, _words: lambda: freezing.freeze(office, viewer, one.month), paper=paper,
        look=_tr("看封存的台账"), sure=sure,
    ))  # fmt: skip


def _tr(words: str) -> str:
    return QCoreApplication.translate("RecordPage", words)


RECORDS: Mapping[str, Callable[[Session], RecordPage]] = {
    "looks": looks_page,
    "destruction": destruction_page,
    "destroyed": destroyed_page,
    "backups": backups_page,
    "sample": sample_page,
    "freezing": freezing_page,
}
"""The pages of this kind by their names."""
