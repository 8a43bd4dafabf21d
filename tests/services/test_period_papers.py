"""A paper about a month: its figures are counted, its texts are typed, and no case ever offers it."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.fixtures_office import NOON, make_office
from tests.paper.papers import text_of

from desk.domain.draft import Draft
from desk.domain.errors import DeskError, NotFound
from desk.services import intake, notices, stepping
from desk.services.office import Office
from desk.services.period_papers import period_papers, written

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 31)


@pytest.fixture
def company(tmp_path: Path) -> Iterator[Office]:
    """A company under its own manual."""
    office = make_office(tmp_path / "office", "R14")
    yield office
    office.close()


def take_in(office: Office, days: int, category: str = "quality") -> str:
    """A complaint received so many days after the first of October."""
    viewer = office.viewer("reception")
    values = {
        "complainant.name": f"客户{days}",
        "complainant.phone": f"1380013{days:04d}",
        "subject": "划伤",
        "narrative": "到货有划伤",
    }
    received = NOON.replace(month=10, day=1) + timedelta(days=days)
    draft = Draft(kind="complaint", channel="visit", category=category, received_at=received, values=values)
    return intake.register(office, viewer, draft).case.case.number


def solve(office: Office, number: str) -> None:
    viewer = office.viewer("specialist")
    stepping.act(office, viewer, number, "classify", {"priority": "usual", "complexity": "simple"})
    stepping.act(office, viewer, number, "solve", {"remedy": "exchange", "result": "已换货"})


def test_a_month_of_thirty_one_complaints_with_twenty_eight_solved(company: Office) -> None:
    """000:233, F-09: how many, how many a day, how many solved, the share, how many about quality."""
    numbers = [take_in(company, days, "quality" if days < 10 else "delivery") for days in range(31)]
    for number in numbers[:28]:
        solve(company, number)

    text = text_of(written(company, company.viewer("supervisor"), "summary", FIRST, LAST))

    assert "投诉次数31" in text
    assert "每天投诉次数1.00" in text
    assert "已解决投诉次数28" in text
    assert "解决比例90.32%" in text
    assert "涉及产品质量的次数10" in text
    assert "统计期间：2026年10月1日至2026年10月31日" in text


def test_what_lies_outside_the_period_is_not_counted(company: Office) -> None:
    for days in (0, 30, 31):
        take_in(company, days)

    assert "投诉次数2" in text_of(written(company, company.viewer("supervisor"), "summary", FIRST, LAST))


def test_without_a_complaint_there_is_no_share(company: Office) -> None:
    assert "解决比例—" in text_of(written(company, company.viewer("supervisor"), "summary", FIRST, LAST))


def test_the_texts_are_typed(company: Office) -> None:
    typed = {"summary_quality": "表面划伤为主", "summary_transport": "改用加固包装"}

    text = text_of(written(company, company.viewer("supervisor"), "summary", FIRST, LAST, typed))

    assert "表面划伤为主" in text
    assert "改用加固包装" in text


def test_a_text_that_the_paper_does_not_have_is_refused(company: Office) -> None:
    with pytest.raises(DeskError, match="这里没有字段"):
        written(company, company.viewer("supervisor"), "summary", FIRST, LAST, {"nowhere": "x"})


def test_no_case_offers_a_paper_about_a_period(company: Office) -> None:
    viewer = company.viewer("specialist")
    number = take_in(company, 0)

    offered = {offer.paper for offer in notices.offers(company, viewer, number)}

    assert {paper.id for paper in period_papers(company.rulebook)} == {"summary", "summary_report"}
    assert "registration" in offered
    assert not offered & {"summary", "summary_report"}
    with pytest.raises(DeskError):
        notices.issue(company, viewer, number, "summary")


def test_a_paper_about_a_case_is_not_made_for_a_period(company: Office) -> None:
    with pytest.raises(NotFound) as refused:
        written(company, company.viewer("supervisor"), "registration", FIRST, LAST)

    assert "summary（投诉处理总结表）" in refused.value.hint
