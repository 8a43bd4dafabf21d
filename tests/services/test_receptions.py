"""The reception book: a visit that becomes no case, in one line; whoever came to the wrong door gets a slip."""

import json
from datetime import timedelta

import pytest
from tests.fixtures_office import NOON
from tests.services.test_main_job import text_of

from desk.cli import main
from desk.domain.errors import DeskError
from desk.services import receptions
from desk.store import audit

DAY = NOON.date()


def note(office, kind: str = "question", about: str = "问营业执照怎样办", **more: str):
    return receptions.note(office, office.viewer("counter"), kind, about, **more)


def test_a_question_is_one_line_without_a_number(market_office) -> None:
    note(market_office)

    [line] = receptions.listed(market_office, market_office.viewer("counter"), DAY)

    assert (line.kind_name, line.about, line.at, line.by) == ("咨询", "问营业执照怎样办", NOON, "counter")


def test_whoever_came_to_the_wrong_door_gets_a_slip_that_names_the_right_office(market_office) -> None:
    visit = note(market_office, "elsewhere", "要求公开档案", place="disclosure", where="人民路9号，12345678")

    said = text_of(receptions.slip(market_office, market_office.viewer("counter"), visit.id))

    wanted = ("来访指引单", "要求公开档案", "政府信息公开工作机构", "人民路9号，12345678", "没有登记、受理")
    assert [words for words in wanted if words not in said] == []


def test_the_address_of_a_place_is_known_the_next_time(market_office) -> None:
    counter = market_office.viewer("counter")
    before = receptions.where_before(market_office, counter, "police")
    note(market_office, "elsewhere", "报案", place="police", where="解放街1号")

    assert (before, receptions.where_before(market_office, counter, "公安机关")) == ("", "解放街1号")


@pytest.mark.parametrize(
    ("kind", "about", "place", "field"),
    [("question", "  ", "", "about"), ("elsewhere", "报案", "", "place"), ("walk", "散步", "", "kind")],
)
def test_a_line_that_says_nothing_is_refused_at_its_field(market_office, kind, about, place, field) -> None:
    with pytest.raises(DeskError) as refusal:
        note(market_office, kind, about, place=place)

    assert refusal.value.field == field
    assert receptions.listed(market_office, market_office.viewer("counter"), DAY) == ()


def test_each_day_has_its_own_lines(market_office) -> None:
    note(market_office)
    counter = market_office.viewer("counter")

    assert receptions.listed(market_office, counter, DAY - timedelta(days=1)) == ()
    assert len(receptions.listed(market_office, counter, DAY - timedelta(days=1), DAY)) == 1


def test_the_audit_says_that_a_line_was_written_and_not_what(market_office) -> None:
    note(market_office, "unregistered", "王五来过", who="王五")

    with market_office.store.reading() as tx:
        row = audit.records(tx)[0]
    assert (row.act, row.about) == ("reception", "unregistered")


def test_the_command_line_writes_lists_and_prints(market_office, tmp_path, capsys) -> None:
    market_office.close()
    common = ["--home", str(market_office.home), "--as", "counter", "--now", "2026-11-20T12:00", "--json"]
    slip = tmp_path / "slip.pdf"

    words = [
        "reception",
        "报案",
        "--kind",
        "elsewhere",
        "--to",
        "police",
        "--where",
        "解放街1号",
        "-o",
        str(slip),
    ]
    assert main([*words, *common]) == 0
    capsys.readouterr()
    assert main(["reception", *common]) == 0

    [line] = json.loads(capsys.readouterr().out)
    assert (line["kind"], line["place"], slip.read_bytes()[:5]) == ("elsewhere", "公安机关", b"%PDF-")
