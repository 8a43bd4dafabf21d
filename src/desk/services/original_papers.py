"""What is signed when originals change hands: 原件收据 while they lie here, 原件领取签收单 once they went back."""

from desk.domain.case import Case
from desk.domain.errors import Forbidden, NotFound
from desk.domain.moments import date_words
from desk.domain.originals import Original, originals_of
from desk.domain.viewer import Viewer
from desk.domain.words import Words
from desk.services.cases import show_within
from desk.services.drawn_papers import Printed
from desk.services.office import Office
from desk.services.paper_words import may_read
from desk.services.shared_forms import draw_form, shared_layout
from desk.store import cases


def receipt(office: Office, viewer: Viewer, number: str, n: int = 0) -> Printed:
    """The sheet for the ``n``-th lot of a case, without one for the latest; kept nowhere, signed on paper.

    Of a sealed case it names people and things for whom the identity is open to. Who took the lot in or gave it back gets
    it on the same day, with what they wrote themselves; a name that is closed to them stays a line. Raises ``NotFound`` where there is no such lot, ``Forbidden`` where it may not be read.
    """
    viewer = office.in_role_at(viewer, number)
    with office.store.reading() as tx:
        view = show_within(office, viewer, tx, number)
        case = cases.whole(tx, view.id)
        lot = _lot(case, _lot(view.case, n).n)
        reads = may_read(office, viewer, tx, view.case, None)
        if not reads and not _before_them(office, viewer, lot):
            hint = "确有需要的，请写明理由申请查看身份信息"
            raise Forbidden("not_granted", "这份原件写有身份信息，没有对您开放", hint, "number")
        words = office.words_of(office.rulebook_of(case), case if reads else view.case, view.clocks)
    form = "original_return" if lot.returned_at else "original_receipt"
    return draw_form(office, shared_layout(form), {**office.words, **words, **_words(office, lot, words)})


def _lot(case: Case, n: int) -> Original:
    lots = originals_of(case)
    found = [lot for lot in lots if n in (0, lot.n)]
    if not found:
        listed = "、".join(f"{lot.n}（{lot.what}）" for lot in lots)
        hint = f"现有：{listed}" if listed else "请先登记收存原件"
        raise NotFound("no_original", "没有这一份原件", hint, "original")
    return found[-1]


def _before_them(office: Office, viewer: Viewer, lot: Original) -> bool:
    """Whether the person stands before this clerk, who takes the lot in or gives it back."""
    at, by = (lot.returned_at, lot.returned_by) if lot.returned_at else (lot.since, lot.by)
    return by == viewer.user and at.date() == office.now().date()


def _words(office: Office, lot: Original, words: dict[str, Words]) -> dict[str, Words]:
    own = str(words.get("complainant.name", ""))
    returned = date_words(lot.returned_at.date()) if lot.returned_at else ""
    to = f"交{lot.taken_by or own or '本人'}" if lot.returned_at else ""
    return {
        "original.what": lot.what,
        "original.from": lot.brought_by or own,
        "original.since": date_words(lot.since.date()),
        "original.by": office.user_name(lot.returned_by or lot.by),
        "original.returned": returned,
        "original.how": "，".join(filter(None, (to, lot.how))),
    }
