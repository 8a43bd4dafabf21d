"""交接班: proposed by the program, altered by people, signed by both, kept as it was signed."""

import pypdfium2
import pytest
from tests.fixtures_office import make_office
from tests.services.rights_scene import ANYBODY, matter, person

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import handover_proposal, handovers, intake, notices, users
from desk.services.today import today
from desk.store import audit


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def words(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    said = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return said


def test_what_lies_at_the_desk_is_proposed_without_anybodys_name(office) -> None:
    name, phone = person()
    number = intake.register(office, ANYBODY, matter(office, "complaint", name, phone)).case.number
    notices.issue(office, ANYBODY, number, "receipt")

    found = handover_proposal.proposed(office, office.viewer("counter"))

    assert f"{number}　收件回执" in found["print"]
    assert found["originals"] == "无"
    assert set(found) == set(handovers.SECTIONS)
    assert name not in str(found)


def test_both_sign_the_taker_with_a_password_and_the_next_one_starts_with_the_originals(office) -> None:
    admin, counter = office.viewer("administrator"), office.viewer("counter")
    users.set_password(office, admin, "officer", "交接123456")
    said = {
        **handover_proposal.proposed(office, counter),
        "originals": "王女士的发票原件 1 张",
        "note": "三点来取",
    }

    with pytest.raises(DeskError, match="口令不对"):
        handovers.hand_over(office, counter, said, taker="officer", password="错的")
    assert handovers.listed(office, counter) == ()
    made = handovers.hand_over(office, counter, said, taker="officer", password="交接123456")

    assert (made.giver, made.taker) == (counter.name, office.user_name("officer"))
    assert (
        handover_proposal.proposed(office, office.viewer("officer"))["originals"] == "王女士的发票原件 1 张"
    )
    paper = words(handovers.paper(office, counter, made.id).data)
    assert all(part in paper for part in ("王女士的发票原件", "三点来取", made.taker))
    assert len(made.sha256) == 64
    with office.store.reading() as tx:
        done = [record.act for record in audit.records(tx)]
    assert {"handover", "handover_sign", "sign_in_failed"} <= set(done)


def test_the_page_of_the_day_shows_the_last_one_and_a_note_left_for_others(office) -> None:
    counter = office.viewer("counter")
    assert today(office, counter).handed_over == ""
    handovers.hand_over(office, counter, {"note": "钥匙在抽屉"}, taker="officer", password="")
    assert "钥匙在抽屉" in today(office, office.viewer("officer")).handed_over

    handovers.leave_note(office, office.viewer("officer"), "下午停电")

    assert "留言　下午停电" in today(office, counter).handed_over


@pytest.mark.parametrize("taker", ["", "没有这个人", "counter"])
def test_somebody_else_at_the_desk_has_to_take_over(office, taker) -> None:
    with pytest.raises(DeskError) as refused:
        handovers.hand_over(office, office.viewer("counter"), {}, taker=taker, password="")
    assert refused.value.field == "taker"


def test_the_wrong_post_an_empty_note_and_an_unknown_one_are_refused(office) -> None:
    with pytest.raises(Forbidden):
        handovers.leave_note(office, office.viewer("supervisor"), "无")
    with pytest.raises(DeskError, match="留言"):
        handovers.leave_note(office, office.viewer("counter"), "  ")
    with pytest.raises(NotFound):
        handovers.paper(office, office.viewer("counter"), 99)
