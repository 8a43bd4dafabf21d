"""Manuals as data (CAP-01 to 07): loaded and checked, altered without code, pinned to cases, side by side, laid over."""

import json
from datetime import date
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, altered, clocks, draft, forward, look, refused, take_in
from tests.paper.papers import pages_of

from desk.domain.clocks import left_words
from desk.domain.draft_schema import draft_schema
from desk.rulebook.loading import BadRulebook, load, overlays, shipped
from desk.rulebook.summary import unset_values
from desk.services import cases, intake, manuals, notices, registers
from desk.services.office import open_office
from desk.store import audit, papers, rulebooks
from desk.store.case_filter import CaseFilter

DAY = date(2026, 11, 20)


@pytest.mark.parametrize("manual", [*shipped(), *(f"R14+{name}" for name in overlays())])
def test_every_shipped_manual_loads_without_a_fault(manual: str) -> None:
    assert load(manual).id == manual.partition("+")[0]


def test_a_missing_key_is_named_with_file_path_and_key(tmp_path: Path) -> None:
    broken = altered(tmp_path / "R01", "R01", ('id = "phone"\nname = "电话（含400）"\n', 'id = "phone"\n'))

    with pytest.raises(BadRulebook) as refusal:
        load(broken)

    [fault] = refusal.value.faults
    assert (fault.file, fault.key) == ("rules.toml", "channel[0](phone)")
    assert "name" in fault.message


def test_a_manual_of_ones_own_shows_in_intake_filter_and_report(opened: Opened, tmp_path: Path) -> None:
    own = altered(
        tmp_path / "own",
        "R01",
        ('id = "R01"', 'id = "OWN"'),
        ('id = "phone"\nname = "电话（含400）"', 'id = "kiosk"\nname = "自助终端"'),
        ("levels = [\n", 'levels = [\n    { id = "disaster", name = "特大投诉", rank = 9 },\n'),
        ('level = "crisis"\n', 'level = "disaster"\n'),
    )
    office = opened(own)

    done = take_in(office, "reception", channel="kiosk", people=10)

    assert "自助终端" in str(draft_schema(office.rulebook)["properties"]["channel"])
    assert done.case.words["case.level"] == "特大投诉"
    which = CaseFilter(channels=frozenset({"kiosk"}), levels=frozenset({"disaster"}))
    assert [row.number for row in cases.page(office, office.viewer("service"), which)] == [done.case.number]
    assert registers.counts(office, office.viewer("service"), DAY, DAY).by_channel == {"自助终端": 1}


def test_a_case_keeps_the_manual_it_was_taken_in_under(opened: Opened, tmp_path: Path) -> None:
    """CAP-03: the general plan clock goes from 4 to 6 hours (002:313); the old case keeps 4, the new one has 6."""
    office = opened("R01")
    changed = altered(
        tmp_path / "new",
        "R01",
        ('version = "1"', 'version = "2"'),
        (
            'levels = ["general"], limit = "4h", source = "002:313"',
            'levels = ["general"], limit = "6h", source = "002:313"',
        ),
    )
    old = planning(office)
    manuals.adopt(office, office.viewer("admin"), changed)
    new = planning(office)

    assert [clocks(look(office, "service", n))["plan"].limit.words for n in (old, new)] == ["4小时", "6小时"]
    assert [look(office, "service", n).case.rulebook_version for n in (old, new)] == ["1", "2"]
    with office.store.reading() as tx:
        assert {"R01 1", "R01 2"} <= {
            row.about for row in audit.records(tx) if row.act in ("init", "adopt", "adopt")
        }


def planning(office) -> str:  # type: ignore[no-untyped-def]
    number = take_in(
        office, "property_staff", category="repair", within_remit=True, respondent__staff=False
    ).case.number
    act(office, "property_staff", number, "take_on", department="property")
    return number


def test_a_blank_of_the_manual_is_unset_never_nought(opened: Opened) -> None:
    """CAP-04: the standard repair times are not in the manual (002:315): no date, never overdue, listed."""
    office = opened("R01")

    number = take_in(office, "reception", category="repair").case.number
    forward(office, days=400)

    close = clocks(look(office, "service", number))["close"]
    assert (close.due, close.standing, close.limit.words) == (None, "unset", "未设定")
    assert left_words(close, office.now(), office.calendar) == "时限未设定"
    assert any(key.startswith("clock(close)") for key, _ in unset_values(office.rulebook))


def test_a_case_whose_only_limit_is_unset_is_never_overdue_anywhere(opened: Opened) -> None:
    """CAP-04: the handling limits of section 10 are missing (002:661); more than a year later nothing is late."""
    office = opened("R11b")
    number = take_in(office, "sales").case.number
    forward(office, days=400)

    found = clocks(look(office, "sales", number))
    assert {id_: (clock.standing, clock.due, clock.late) for id_, clock in found.items()} == {
        "handle": ("unset", None, 0)
    }
    assert cases.due(office, office.viewer("sales"), "1wd") == ()
    assert cases.count(office, office.viewer("sales"), CaseFilter(overdue=True)).n == 0
    assert registers.counts(office, office.viewer("sales"), DAY, DAY).overdue == 0


def test_what_the_manual_leaves_blank_stands_in_the_printed_manual_and_on_the_command_line(
    opened: Opened, capsys: pytest.CaptureFixture[str]
) -> None:
    """CAP-04: the report names the blanks: standard repair times (002:315), delays by whom for how long (002:353-361)."""
    from desk.cli import main

    assert main(["rulebook", "facts", "R01", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    keys = {row["key"] for row in told["unset"]}
    printed = "".join("".join(page.split()) for page in pages_of(manuals.handbook(load("R01"))))

    assert {"clock(close).cells[0].limit", "clock(close).extensions[0].by", "control.approved"} <= keys
    assert "未设定；可延未设定（等级规定的人批准）责任部门002:315,327,337,345" in printed


def test_an_unset_period_is_printed_as_a_line(opened: Opened) -> None:
    """CAP-04: of the agreement's blanks (000:52-58) one is agreed; the others print as lines to write on."""
    office = opened("R14+X1")
    number = take_in(office, "specialist").case.number
    signed = {"agreed_reply_hours": 12, "agreement_signed_on": "2026-11-20"}
    act(office, "specialist", number, "sign_agreement", **signed)

    printed = notices.issue(office, office.viewer("specialist"), number, "agreement")

    with office.store.reading() as tx:
        said = papers.content(tx, printed.paper_id)["text"]
    assert "应在12小时内回复乙方，告知已收到投诉，并会在____小时内进行调查核实" in said
    assert "应在____小时内将投诉处理结果告知乙方" in said
    assert "保存期限为____年" in said
    assert "在0小时" not in said
    assert "None" not in said


def test_two_regimes_lie_in_one_store_and_do_not_meet(opened: Opened) -> None:
    """CAP-05."""
    office = opened("R01")
    first = take_in(office, "reception").case.number
    manuals.adopt(office, office.viewer("admin"), "R02")
    office.forget_users()
    second = take_in(office, "specialist").case.number
    office.close()

    numbers = {}
    for rulebook in ("R01", "R02"):
        one = open_office(office.home, rulebook=rulebook, now=office.now())
        book = registers.book(one, one.viewer("admin"), one.rulebook.registers[0].id, DAY, DAY)
        numbers[rulebook] = [datum for row in book.words for datum in row if datum in (first, second)]
        assert look(one, "admin", first).case.rulebook == "R01"
        assert look(one, "admin", second).case.rulebook == "R02"
        one.close()
    assert first != second
    assert numbers == {"R01": [first], "R02": [second]}


def test_an_agreement_goes_before_the_manual_and_says_so(opened: Opened) -> None:
    """CAP-06: the first reply is due in 24 h (000:186), by the agreement in 12 h (000:52)."""
    office = opened("R14+X1")
    number = take_in(office, "specialist").case.number
    assert clocks(look(office, "specialist", number))["first_reply"].limit.words == "24小时"

    act(
        office,
        "specialist",
        number,
        "sign_agreement",
        agreed_reply_hours=12,
        agreement_signed_on="2026-11-20",
    )

    found = clocks(look(office, "specialist", number))
    assert "first_reply" not in found
    assert (found["agreed_reply"].limit.words, f"{found['agreed_reply'].due:%m-%d %H:%M}") == (
        "12小时",
        "11-21 00:00",
    )
    assert office.rulebook.clock("agreed_reply").source == "000:52"
    assert "协议" in found["agreed_reply"].name


def test_the_manuals_document_control_is_kept_with_it_and_printed(opened: Opened, tmp_path: Path) -> None:
    """CAP-07: 编制, 审核, 批准 with names and dates (000:274), on every printed page and in the window; blanks as blanks."""
    from desk.gui.manual.about import control_rows

    named = altered(
        tmp_path / "R02",
        "R02",
        ('prepared = "unset"', 'prepared = "王工 2008-03-01"'),
        ('approved = "unset"', 'approved = "李总 2008-03-05"'),
    )
    office = opened(named)

    pages = pages_of(manuals.handbook(office.rulebook))
    about = dict(control_rows(office.rulebook))

    assert len(pages) > 2
    for page in pages:
        foot = "".join(page.split())[-120:]
        for words in ("版本：1", "编制：王工2008-03-01", "审核：未设定", "批准：李总2008-03-05"):
            assert words in foot
    assert (about["编制"], about["审核"], about["批准"], about["版本"]) == (
        "王工 2008-03-01",
        "未设定",
        "李总 2008-03-05",
        "1",
    )
    assert "王工" not in str(load("R02").control)
    with office.store.reading() as tx:
        assert rulebooks.text(tx, "R02", "1").files["rules.toml"].count("王工 2008-03-01") == 1


def test_what_is_missing_at_the_counter_is_said_by_field(opened: Opened) -> None:
    """A control: an empty draft is refused, and says which fields."""
    office = opened("R01")

    assert refused(office, "reception", subject=None) == {"subject": "请填写投诉主题"}
    assert [problem.field for problem in intake.check(office, draft(office, channel="nowhere"))] == [
        "channel"
    ]
