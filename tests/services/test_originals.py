"""代管的原件 and 盒号: taken in and given back on record, told at the hand-over and at the end; boxes after archiving."""

from datetime import timedelta

import msgspec
import pytest
from tests.fixtures_office import NOON, make_office
from tests.paper.papers import text_of
from tests.services.rights_scene import ANYBODY, matter, person

from desk.domain.errors import Conflict, DeskError, Forbidden
from desk.domain.originals import held, originals_of
from desk.services import (
    boxing,
    cases,
    handover_proposal,
    handovers,
    intake,
    original_papers,
    originals,
    stepping,
    transfers,
)
from desk.store import audit


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


@pytest.fixture
def number(office) -> str:
    return intake.register(office, ANYBODY, matter(office, "complaint", *person())).case.number


def keep(office, number, what="购车发票原件 1 张", **more):
    originals.keep(office, office.viewer("counter"), number, what, **more)


def give_back(office, number, n, **more):
    originals.give_back(office, office.viewer("counter"), number, n, **more)


def shown(office, number, viewer=ANYBODY):
    return cases.show(office, viewer, number).case


def test_what_stays_here_is_a_fact_of_the_case_until_it_goes_back(office, number) -> None:
    keep(office, number)
    keep(office, number, "合同原件 2 份", brought_by="王五")
    office.clock = lambda: NOON + timedelta(days=1)
    give_back(office, number, 1, to="李四", note="当面")

    case = shown(office, number)
    assert [(one.n, one.what, one.returned_at) for one in originals_of(case)] == [
        (1, "购车发票原件 1 张", NOON + timedelta(days=1)), (2, "合同原件 2 份", None),
    ]  # fmt: skip
    assert [one.what for one in held(case)] == ["合同原件 2 份"]
    assert case.timeline[-1].note == "购车发票原件 1 张，当面"


def test_what_went_back_or_never_came_cannot_go_back(office, number) -> None:
    keep(office, number)
    give_back(office, number, 1)
    for n in (1, 2):
        with pytest.raises(DeskError) as told:
            give_back(office, number, n)
        assert told.value.code == "no_original"


def test_what_is_taken_in_is_named(office, number) -> None:
    with pytest.raises(DeskError, match="请写明收存了什么"):
        keep(office, number, "  ")


def test_the_hand_over_proposes_what_lies_here_and_keeps_what_was_written_by_hand(office, number) -> None:
    keep(office, number)
    clerk = office.viewer("counter")
    first = handover_proposal.proposed(office, clerk)["originals"]
    said = {"originals": f"{first}\n走廊捡到的钥匙 1 串"}
    handovers.hand_over(office, clerk, said, taker="officer", password="")
    give_back(office, number, 1)
    keep(office, number, "合同原件 2 份")

    second = handover_proposal.proposed(office, clerk)["originals"]

    assert first == f"{number}　购车发票原件 1 张（2026年11月20日收存）"
    assert second.splitlines() == [f"{number}　合同原件 2 份（2026年11月20日收存）", "走廊捡到的钥匙 1 串"]


def test_a_case_that_ends_reminds_of_what_has_not_gone_back(office, number) -> None:
    keep(office, number)
    during = stepping.act(office, ANYBODY, number, "review")
    ended = stepping.act(office, ANYBODY, number, "withdraw")

    assert during.warnings == ()
    assert [one.message for one in ended.warnings] == ["还有原件没有退还：购车发票原件 1 张"]


def test_what_has_gone_back_is_not_reminded_of(office, number) -> None:
    keep(office, number)
    give_back(office, number, 1)

    assert stepping.act(office, ANYBODY, number, "withdraw").warnings == ()


def test_an_original_of_an_archived_case_still_goes_back(office, number) -> None:
    ends_in_the_archive(office)
    keep(office, number)
    assert stepping.act(office, ANYBODY, number, "withdraw").warnings

    give_back(office, number, 1)

    assert held(shown(office, number)) == ()


def test_of_a_sealed_case_the_list_says_that_something_lies_here_not_what(office) -> None:
    name, phone = person()
    number = intake.register(office, ANYBODY, matter(office, "report", name, phone)).case.number
    keep(office, number, f"{name}的账本原件", brought_by=name)

    [one] = originals.lying(office, office.viewer("counter"))

    assert (one.number, one.original.what) == (number, "")
    assert name not in handover_proposal.proposed(office, office.viewer("counter"))["originals"]


def test_both_are_on_record_without_names(office, number) -> None:
    keep(office, number, brought_by="王五")
    give_back(office, number, 1, to="王五")

    with office.store.reading() as tx:
        found = audit.records(tx, limit=2)
    assert [one.act for one in found] == ["original_back", "original"]
    assert "王五" not in str(found)


# --- boxes ---


def ends_in_the_archive(office) -> None:
    """Under a manual whose withdrawal is its archiving."""
    book = office.rulebook
    steps = [
        msgspec.structs.replace(one, effects=(*one.effects, "archive")) if one.id == "withdraw" else one
        for one in book.steps
    ]
    office.rulebook = msgspec.structs.replace(book, steps=tuple(steps))


@pytest.fixture
def filed(office) -> list[str]:
    """Two archived cases, of which nobody wrote a box."""
    ends_in_the_archive(office)
    found = []
    for _ in range(2):
        found.append(intake.register(office, ANYBODY, matter(office, "complaint", *person())).case.number)
        stepping.act(office, ANYBODY, found[-1], "withdraw")
    return found


def test_a_box_is_given_afterwards_to_many_at_once_and_the_transfer_list_has_it(office, filed) -> None:
    day = office.now().date()
    before = transfers.transferred(office, ANYBODY, day, day)
    boxing.put_in_box(office, ANYBODY, filed, "2026-投诉-012")
    after = transfers.transferred(office, ANYBODY, day, day)

    assert [one.box for one in before] == ["", ""]
    assert [one.box for one in after] == ["2026-投诉-012"] * 2
    assert shown(office, filed[0]).timeline[-1].note == "盒号 2026-投诉-012"


def test_all_get_the_box_or_none_and_the_refusal_names_the_file(office, filed, number) -> None:
    with pytest.raises(DeskError, match=f"{number}还没有归档"):
        boxing.put_in_box(office, ANYBODY, [filed[0], number], "012")

    assert "archive.box" not in shown(office, filed[0]).values


def test_a_file_that_moves_keeps_its_old_box_in_the_record_and_two_people_are_asked(office, filed) -> None:
    seen = shown(office, filed[0]).version
    boxing.put_in_box(office, ANYBODY, filed[:1], "012")

    with pytest.raises(Conflict) as told:
        boxing.put_in_box(office, ANYBODY, filed[:1], "013", seen_version=seen)
    boxing.put_in_box(office, ANYBODY, filed[:1], "013", seen_version=told.value.version)

    [clash] = told.value.clashes
    assert (clash.title, clash.theirs, clash.mine) == ("盒号", "012", "013")
    assert shown(office, filed[0]).timeline[-1].note == "盒号 012 改为 013"


@pytest.mark.parametrize(("numbers", "box", "code"), [(["x"], "", "missing"), ([" "], "012", "missing")])
def test_what_is_missing_is_told(office, numbers, box, code) -> None:
    with pytest.raises(DeskError) as told:
        boxing.put_in_box(office, ANYBODY, numbers, box)

    assert told.value.code == code


# --- what is signed ---


def words_on(office, number, viewer=None, n=0) -> str:
    printed = original_papers.receipt(office, viewer or office.viewer("counter"), number, n)
    assert printed.pages == 1
    return text_of(printed.data).replace("\n", "").replace(" ", "")


def test_the_receipt_names_what_lies_here_for_whom_and_who_took_it(office, number) -> None:
    keep(office, number, "购车发票原件 1 张", brought_by="王五")

    words = words_on(office, number)

    for said in ("原件收据", number, "今收到王五交来", "购车发票原件1张", "2026年11月20日", "存根", "交件人"):
        assert said in words
    assert office.user_name("counter") in words


def test_what_went_back_has_the_sheet_that_is_signed_for_it(office, number) -> None:
    keep(office, number)
    keep(office, number, "合同原件 2 份")
    office.clock = lambda: NOON + timedelta(days=1)
    give_back(office, number, 1, to="李四", note="挂号信")

    back, lying = words_on(office, number, n=1), words_on(office, number)

    for said in ("原件领取签收单", "购车发票原件1张", "交李四，挂号信", "2026年11月21日", "领取人（签名）"):
        assert said in back
    assert "原件收据" in lying
    assert "合同原件2份" in lying


def test_no_lot_has_no_receipt(office, number) -> None:
    with pytest.raises(DeskError) as told:
        original_papers.receipt(office, office.viewer("counter"), number)

    assert told.value.code == "no_original"


def test_of_a_sealed_case_only_who_took_it_in_prints_the_receipt_and_only_that_day(office) -> None:
    report = intake.register(office, ANYBODY, matter(office, "report", *person())).case.number
    keep(office, report, "举报信原件 1 封")
    officer = office.viewer("officer")

    assert "举报信原件1封" in words_on(office, report)
    with pytest.raises(Forbidden) as other:
        original_papers.receipt(office, officer, report)
    office.clock = lambda: NOON + timedelta(days=1)
    with pytest.raises(Forbidden) as later:
        original_papers.receipt(office, office.viewer("counter"), report)

    assert {other.value.code, later.value.code} == {"not_granted"}
    assert "举报信" not in str(other.value.document())


def test_taking_an_original_in_opens_no_sealed_identity(office) -> None:
    """Anybody who handles the case may write down an original; the name of who reported stays a line to be written on."""
    report = intake.register(office, ANYBODY, matter(office, "report", "欧阳金雀", "13912340000")).case.number
    officer = office.viewer("officer")
    originals.keep(office, officer, report, "举报信原件 1 封")

    taken = words_on(office, report, officer)
    originals.give_back(office, officer, report, 1)
    returned = words_on(office, report, officer)

    assert "举报信原件1封" in taken
    assert "欧阳" not in taken + returned
    assert "金雀" not in taken + returned
