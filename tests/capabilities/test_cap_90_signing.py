"""CAP-90: a step that needs a paper signed waits until the day is typed or a scan is attached; the list 待签 shows it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.capabilities.counter import Opened, act, desk_of, look, steps, take_in
from tests.capabilities.test_cap_76_98_ending import closed

from desk.domain.errors import DeskError, Forbidden
from desk.paths import resource
from desk.rulebook.loading import BadRulebook, load
from desk.services import attachments, signing, stepping, today
from desk.services import cases as case_services
from desk.services.office import Office
from desk.store import cases

DAY = date(2026, 11, 20)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    """Practice offices under shipped manuals."""
    with desk_of(tmp_path) as opens:
        yield opens


@pytest.fixture
def waiting(opened: Opened) -> tuple[Office, str]:
    """A closed repair complaint of R01, confirmed in writing: its papers are not signed yet (002:79, 451, 479)."""
    office = opened("R01")
    return office, closed(office)


def lacking(office: Office, number: str) -> set[tuple[str, str]]:
    found = signing.of_case(office, office.viewer("service"), number)
    return {(one.paper.id, one.signing.id) for one in found if not one.is_given}


def test_the_archive_is_not_offered_while_signatures_are_missing_and_says_which(waiting):
    office, number = waiting
    service = office.viewer("service")
    assert ("result", "customer") in lacking(office, number)

    view = look(office, "service", number)

    assert "archive" not in steps(view)
    reason = next(words for step, words in view.closed if step.id == "archive")
    assert "还没有签字" in reason
    assert "《客户投诉处理结果确认表》客户签字确认" in reason
    with pytest.raises(Forbidden, match="客户签字确认") as refused:
        stepping.act(office, service, number, "archive")
    assert "“案件办理”里选“登记签字”" in refused.value.hint
    assert "desk sign" in refused.value.hint


def test_with_every_day_typed_the_step_is_open(waiting):
    office, number = waiting
    service = office.viewer("service")

    for paper in {paper for paper, _ in lacking(office, number)}:
        signing.sign(office, service, number, paper, on=DAY)

    assert lacking(office, number) == set()
    assert "archive" in steps(look(office, "service", number))
    assert act(office, "service", number, "archive").words["case.state"] == "已存档"


def test_a_scan_of_the_signed_paper_serves_as_well_and_belongs_to_the_case(waiting, tmp_path):
    office, number = waiting
    service = office.viewer("service")
    file = tmp_path / "确认表扫描.pdf"
    file.write_bytes(b"%PDF-1.4 scan")

    signing.sign(office, service, number, "result", scan=file)

    assert not any(paper == "result" for paper, _ in lacking(office, number))
    assert [one.name for one in attachments.attached(office, service, number)] == ["确认表扫描.pdf"]


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({}, "missing", "signed_on"),
        ({"on": date(2026, 11, 21)}, "future", "signed_on"),
        ({"on": date(2020, 1, 1)}, "too_early", "signed_on"),
        ({"attachment": 999}, "no_attachment", "attachment"),
        ({"scan": Path("没有这个文件.pdf")}, "no_file", "scan"),
        ({"names": ["x"], "on": DAY}, "no_signature", "signature"),
    ],
)
def test_what_is_no_signature_is_refused_at_its_field(waiting, given, code, field):
    office, number = waiting

    with pytest.raises(DeskError) as refusal:
        signing.sign(office, office.viewer("service"), number, "result", **given)

    assert (refusal.value.code, refusal.value.field) == (code, field)
    assert refusal.value.hint


def test_the_list_of_the_day_shows_the_case_until_it_is_signed(waiting):
    office, number = waiting
    service = office.viewer("service")
    (line,) = today.today(office, service).part("sign").lines
    assert line.number == number
    assert "客户签字确认" in line.words

    for paper in {paper for paper, _ in lacking(office, number)}:
        signing.sign(office, service, number, paper, on=DAY)

    assert today.today(office, service).part("sign").lines == ()
    assert signing.waiting(office, service) == ()


def test_a_case_dealt_with_anew_is_signed_anew(waiting):
    """重新办理 (002:249): the signatures of the first handling do not serve the second."""
    office, number = waiting
    for paper in {paper for paper, _ in lacking(office, number)}:
        signing.sign(office, office.viewer("service"), number, paper, on=DAY)

    act(office, "service", number, "reopen", reason="又漏水")

    assert ("dispatch", "head") in lacking(office, number)


@pytest.mark.parametrize(
    ("book", "paper", "signatures", "source"),
    [
        ("R01", "dispatch", {"head": ("archive",), "customer": ("archive",)}, "002:429"),
        (
            "R01",
            "result",
            dict.fromkeys(("customer", "property", "department", "service"), ("archive",)),
            "002:79, 451, 479",
        ),
        (
            "R15",
            "settlement",
            dict.fromkeys(("complainant", "respondent"), ("archive",)),
            "第二十四条第一款",
        ),
        ("R14", "investigation", {"investigator": ("archive",), "reviewer": ("archive",)}, "000:233"),
        ("R04", "handover_1", {"office": ("tell_correction",), "window": ("tell_correction",)}, "000:347"),
    ],
)
def test_the_forms_of_the_catalogue_name_their_signatures(book, paper, signatures, source):
    """F-11, F-12, F-03 and F-24, with the manual's line."""
    found = load(resource("rulebooks", book)).paper(paper).signatures

    assert {one.id: one.before for one in found} == signatures
    assert source in {one.source for one in found}


def test_a_signature_of_an_unknown_step_is_a_fault_of_the_rulebook(tmp_path):
    from tests.capabilities.counter import altered

    with pytest.raises(BadRulebook) as fault:
        load(Path(altered(tmp_path / "R14", "R14", ('before = ["archive"]', 'before = ["nowhere"]'))))

    assert "nowhere" in str(fault.value)


def test_closed_cases_that_never_needed_a_signature_are_not_read_for_the_list(opened, monkeypatch):
    """An office closes cases for years: the list 待签 reads those that may lack a signature, not every one."""
    office = opened("R01")
    service = office.viewer("service")
    number = closed(office)
    never = take_in(office, "reception", category="property_service").case
    with (
        office.store.writing() as tx
    ):  # as an old register brings it in: closed, with none of the steps taken
        tx.connection.execute(text("UPDATE complaint SET state = 'closed' WHERE id = :id"), {"id": never.id})
    read: list[int] = []
    whole = cases.all_whole
    monkeypatch.setattr(cases, "all_whole", lambda tx, ids: read.extend(ids) or whole(tx, ids))

    found = [one.case.number for one in signing.waiting(office, service)]

    assert found == [number]
    assert len(read) == 1
    assert {row.state for row in case_services.page(office, service)} == {"closed"}
