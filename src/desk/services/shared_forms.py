"""Forms that any case of any rulebook may need: 授权委托书, 延期审批表, 笔录, 撤回申请书 and more; empty, or with what the case knows.

They stand in ``resources/layouts``. They are working forms: signed on paper, kept as a scan, not issued under a number.
"""

from desk.domain.errors import NotFound
from desk.domain.notice import compose
from desk.domain.viewer import Viewer
from desk.domain.words import Words
from desk.paths import resource
from desk.rulebook.layout import Layout, load_layout
from desk.services import urging
from desk.services.cases import CaseView, show_within
from desk.services.drawn_papers import Missing, Printed
from desk.services.office import Office
from desk.services.paper_words import may_read
from desk.store import cases

FORMS = {
    "power_of_attorney": "授权委托书",
    "extension_approval": "延期审批表",
    "oral_record": "笔录",
    "withdrawal": "撤回申请书",
    "delivery_receipt": "送达回证",
    "level_report": "投诉上报单",
    "urging_order": "催办（督办）单",
    "original_receipt": "原件收据",
    "original_return": "原件领取签收单",
}
"""The shared forms by id."""

AT_THE_COUNTER = ("power_of_attorney", "oral_record", "withdrawal", "extension_approval")
"""Those that a clerk fills in from any case; the others belong to an act of their own."""


def blank(office: Office, form: str) -> Printed:
    """The empty form, with room to write in."""
    return draw_form(office, shared_layout(form), {})


def of_case(office: Office, viewer: Viewer, number: str, form: str, *, order: str = "") -> Printed:
    """The form with what the case knows; names in full for those who may read its papers, masked for others.

    ``order`` is the number of the order that 催办（督办）单 is about, else it is the latest.
    """
    with office.store.reading() as tx:
        view = show_within(office, viewer, tx, number)
        open_ = may_read(office, viewer, tx, view.case, None)
        case = cases.whole(tx, view.id) if open_ else view.case
        words = office.words_of(office.rulebook_of(case), case, view.clocks)
    rulebook = office.rulebook_of(case)
    if form == "urging_order" and not urging.order_words(office, rulebook, case, order):
        raise NotFound("no_order", f"{number}没有这样的催办、督办", "请先办理催办或督办，再出单", "order")
    told: dict[str, Words] = {
        **urging.order_words(office, rulebook, case, order),
        "addressee": "、".join(view.report_to),
        "case.level_lines": _lines(view),
    }
    return draw_form(
        office, shared_layout(form), {**office.words, **words, **told, "clerk.name": viewer.name}
    )


def _lines(view: CaseView) -> str:
    """The manual's lines that put the case on its level."""
    return "；".join(line.text.rstrip("。；") for grade in view.grades for line in grade.matched)


def shared_layout(form: str) -> Layout:
    """The layout of a shared form."""
    return load_layout(resource("layouts", f"{form}.toml"))


def draw_form(office: Office, layout: Layout, words: dict[str, Words]) -> Printed:
    """A form as bytes, not issued and without a number of its own."""
    from desk.paper.drawing import draw

    drawn = draw(compose(layout, words, practice=office.practice))
    missing = tuple(Missing(gap.field, gap.char) for gap in drawn.missing)
    return Printed(
        paper_id=0,
        number="",
        name=layout.title,
        data=drawn.data,
        pages=drawn.pages,
        sha256=drawn.sha256,
        missing=missing,
    )
