"""Month-end: a closed register stays as it was; what is put right later stands in the next one, once."""

from datetime import timedelta

import pypdfium2
import pytest
from sqlalchemy import text
from tests.fixtures_office import NOON, make_office
from tests.services.rights_scene import ANYBODY, matter, person

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import (
    freezing,
    intake,
    issued_papers,
    notices,
    reclassifying,
    registers,
    stepping,
    times,
)
from desk.store import audit


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def taken_in(office) -> str:
    return intake.register(office, ANYBODY, matter(office, "complaint", *person())).case.number


def on(office, days: int) -> None:
    office.clock = lambda: NOON + timedelta(days=days)


def words(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    said = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return said


def test_a_closed_register_stays_byte_for_byte_whatever_is_put_right_later(office) -> None:
    supervisor, number = office.viewer("supervisor"), taken_in(office)
    on(office, 12)
    frozen = freezing.freeze(office, supervisor, "2026-11")
    before = freezing.paper(office, supervisor, "2026-11")

    times.correct(office, ANYBODY, number, "received", NOON - timedelta(hours=5), "停电")
    after = freezing.paper(office, supervisor, "2026-11")

    assert (frozen.month, frozen.by, frozen.corrections) == ("2026-11", supervisor.name, 0)
    assert frozen.lines >= 1
    assert before.data == after.data
    assert number in words(before.data)
    with office.store.reading() as tx:
        assert "freeze" in {record.act for record in audit.records(tx)}


def test_what_is_put_right_stands_in_the_next_register_with_old_and_new_and_not_in_the_one_after(
    office,
) -> None:
    supervisor, number = office.viewer("supervisor"), taken_in(office)
    receipt = notices.issue(office, ANYBODY, number, "receipt")
    on(office, 12)
    freezing.freeze(office, supervisor, "2026-11")
    on(office, 15)
    times.correct(office, ANYBODY, number, "received", NOON - timedelta(hours=5), "停电")
    reclassifying.reclassify(office, ANYBODY, number, category="food", note="实为食品")
    stepping.act(office, ANYBODY, number, "amend", {"subject": "冰箱和洗衣机"}, note="投诉人补充")
    issued_papers.void(office, ANYBODY, receipt.paper_id, "收件人写错")
    on(office, 45)

    frozen = freezing.freeze(office, supervisor, "2026-12")
    found = registers.book(office, supervisor, "corrections", NOON.date(), office.now().date())
    said = words(freezing.paper(office, supervisor, "2026-12").data).replace("\r\n", "")

    assert frozen.corrections == 4
    told = {(row[3], row[4], row[5], row[6]) for row in found.words}
    assert ("收到时间", "2026年11月20日9时", "2026年11月20日7时", "停电") in told
    assert any(what == "类别" and "食品" in new and why == "实为食品" for what, _, new, why in told)
    assert [(new, why) for _, old, new, why in told if new == "冰箱和洗衣机" and old] == [
        ("冰箱和洗衣机", "投诉人补充")
    ], told
    assert ("文书作废", f"收件回执 {receipt.number}", "作废", "收件人写错") in told
    assert {row[1:3] for row in found.words} == {(number, "2026-11")}
    assert all(row[7] for row in found.words)
    assert "更正登记（封存）" in said
    on(office, 75)
    assert freezing.freeze(office, supervisor, "2027-01").corrections == 0


def test_the_wrong_person_an_unfinished_month_and_a_second_time_are_refused(office) -> None:
    supervisor = office.viewer("supervisor")
    with pytest.raises(DeskError, match="还没有过完"):
        freezing.freeze(office, supervisor, "2026-11")
    with pytest.raises(DeskError, match="写法不对"):
        freezing.freeze(office, supervisor, "十月")
    with pytest.raises(NotFound):
        freezing.paper(office, supervisor, "2026-10")
    with pytest.raises(Forbidden):
        freezing.freeze(office, office.viewer("counter"), "2026-10")
    freezing.freeze(office, supervisor, "2026-10")
    with pytest.raises(DeskError, match="已经封存"):
        freezing.freeze(office, supervisor, "2026-10")


def test_no_hand_alters_or_removes_a_closed_register(office) -> None:
    freezing.freeze(office, office.viewer("supervisor"), "2026-10")
    for act in ("UPDATE daybook SET by = 'x'", "DELETE FROM daybook"):
        with pytest.raises(Exception, match="daybook"), office.store.writing() as tx:
            tx.connection.execute(text(act))


def test_a_mistake_put_right_before_the_month_was_closed_is_no_correction(office) -> None:
    number = taken_in(office)
    times.correct(office, ANYBODY, number, "received", NOON - timedelta(hours=5), "停电")
    on(office, 12)
    supervisor = office.viewer("supervisor")
    freezing.freeze(office, supervisor, "2026-11")

    assert registers.book(office, supervisor, "corrections", NOON.date(), office.now().date()).words == ()
