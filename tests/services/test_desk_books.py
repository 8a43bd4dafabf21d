"""Several manuals in one office (CAP-05): who is what under each, numbers that never clash, cases in their own words."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.capabilities.counter import Opened, act, desk_of, draft, look, steps, take_in

from desk.domain.enquiry import Said
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import (
    assessments,
    attachments,
    case_acts,
    case_listing,
    cases,
    contacts,
    day_cases,
    deliveries,
    desk_books,
    enquiries,
    issued_papers,
    manuals,
    notices,
    outlook,
    receptions,
    reclassifying,
    registers,
    samples,
    searching,
    times,
    today,
    users,
)  # fmt: skip
from desk.services.office import Office
from desk.store.case_filter import ALL, CaseFilter

DAY = date(2026, 11, 20)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Opened]:
    with desk_of(tmp_path) as opens:
        yield opens


@pytest.fixture
def office(opened: Opened) -> Office:
    """A property company's office (R01) that has also taken in the manual of an estate office (R02)."""
    office = opened("R01")
    manuals.adopt(office, office.viewer("admin"), "R02")
    desk_books.work_under(office, office.viewer("admin"), "R01")
    return office


def test_the_desk_turns_from_one_manual_to_the_other_and_back(office: Office) -> None:
    assert [(book.id, book.version) for book in desk_books.books(office)] == [("R02", "1"), ("R01", "1")]
    first = take_in(office, "reception")

    desk_books.work_under(office, office.viewer("admin"), "R02")
    second = take_in(office, "specialist")

    kept = {one.case.case.rulebook for one in (first, second)}
    assert kept == {"R01", "R02"}
    assert first.case.number != second.case.number
    for rulebook, number in (("R01", first.case.number), ("R02", second.case.number)):
        desk_books.work_under(office, office.viewer("admin"), rulebook)
        book = registers.book(office, office.viewer("admin"), office.rulebook.registers[0].id, DAY, DAY)
        assert [
            cell for row in book.words for cell in row if cell in (first.case.number, second.case.number)
        ] == [number]


def test_numbers_of_both_manuals_go_on_by_themselves_and_never_clash(office: Office) -> None:
    numbers = []
    for _ in range(3):
        desk_books.work_under(office, office.viewer("admin"), "R01")
        numbers.append(take_in(office, "reception").case.number)
        desk_books.work_under(office, office.viewer("admin"), "R02")
        numbers.append(take_in(office, "specialist").case.number)

    assert len(set(numbers)) == 6
    assert [number[-1] for number in numbers] == ["1", "1", "2", "2", "3", "3"]


def test_who_is_nobody_under_a_manual_does_not_work_under_it(office: Office) -> None:
    with pytest.raises(Forbidden, match="还没有岗位"):
        desk_books.work_under(office, office.viewer("reception"), "R02")
    with pytest.raises(NotFound):
        desk_books.work_under(office, office.viewer("admin"), "R09")
    assert office.rulebook.id == "R01"


def test_one_person_is_something_else_under_each_manual(office: Office) -> None:
    """What the account was under the first manual stays when it becomes something under the second, and the other way."""
    admin = office.viewer("admin")
    users.add(office, admin, id_="wang", name="王芳", role="reception")
    desk_books.work_under(office, admin, "R02")
    users.change(office, office.viewer("admin"), "wang", role="specialist")

    assert office.viewer("wang").role == "specialist"
    desk_books.work_under(office, office.viewer("wang"), "R01")
    assert office.viewer("wang").role == "reception"
    users.change(office, office.viewer("admin"), "wang", role="service")
    assert office.viewer("wang").role == "service"
    desk_books.work_under(office, office.viewer("wang"), "R02")
    assert office.viewer("wang").role == "specialist"


def test_a_case_of_the_other_manual_is_handled_in_the_role_that_one_has_there(office: Office) -> None:
    """Rights under one manual are none under another; a control: under its own manual the same user may."""
    number = take_in(office, "reception").case.number
    may = steps(look(office, "service", number))
    desk_books.work_under(office, office.viewer("admin"), "R02")
    users.add(office, office.viewer("admin"), id_="li", name="李明", role="specialist")

    assert steps(look(office, "li", number)) == set()
    with pytest.raises(DeskError):
        act(office, "li", number, min(may))
    assert steps(look(office, "service", number)) == may


def test_a_list_says_under_which_manual_each_case_was_taken_in(office: Office) -> None:
    first = take_in(office, "reception").case.number
    desk_books.work_under(office, office.viewer("admin"), "R02")
    second = take_in(office, "specialist").case.number

    rows = cases.page(office, office.viewer("admin"))
    own = cases.page(office, office.viewer("admin"), CaseFilter(rulebooks=frozenset({"R02"})))

    assert {row.number: row.rulebook for row in rows} == {first: "R01", second: "R02"}
    assert [row.number for row in own] == [second]


@pytest.fixture
def both(office: Office) -> tuple[Office, str, str]:
    """A case of each manual; 王芳 is 客户服务部 under the first and nobody under the second, 李明 the other way round."""
    admin = office.viewer("admin")
    users.add(office, admin, id_="wang", name="王芳", role="service")
    first = take_in(
        office, "reception", complainant__name="欧阳建国", complainant__phone="13912340001"
    ).case.number
    desk_books.work_under(office, office.viewer("admin"), "R02")
    users.add(office, office.viewer("admin"), id_="li", name="李明", role="specialist")
    second = take_in(
        office, "specialist", complainant__name="司马文静", complainant__phone="13912340002"
    ).case.number
    return office, first, second


def names(office: Office, who: str) -> dict[str, str]:
    return {row.number: row.complainant for row in cases.page(office, office.viewer(who))}


def test_a_list_names_people_only_under_the_manuals_where_the_viewer_may_see_them(
    both: tuple[Office, str, str],
) -> None:
    """Whichever manual the desk works under: the same masks; the control is the other case in the same list."""
    office, first, second = both
    for under in ("R02", "R01"):
        seen = names(office, "li")
        assert (seen[first] != "欧阳建国", seen[second]) == (True, "司马文静"), under
        seen = names(office, "wang")
        assert (seen[first], seen[second] != "司马文静") == ("欧阳建国", True), under
        shown = look(office, "li", first).case.values["complainant.name"]
        assert shown != "欧阳建国"
        desk_books.work_under(office, office.viewer("admin"), "R01")


def test_nobody_is_found_by_a_name_that_the_viewer_may_not_see(both: tuple[Office, str, str]) -> None:
    office, first, second = both

    def found(who: str, text: str) -> list[str]:
        return [row.number for row in searching.find(office, office.viewer(who), text).rows]

    assert (found("li", "欧阳建国"), found("li", "司马文静")) == ([], [second])
    assert (found("wang", "欧阳建国"), found("wang", "司马文静")) == ([first], [])
    assert found("li", "13912340001") == []
    assert set(found("li", "反映的事项")) == {first, second}


def test_that_somebody_came_before_is_told_only_under_the_manuals_where_the_viewer_sees_people(
    both: tuple[Office, str, str],
) -> None:
    office, _, second = both
    for name, phone, earlier in (("欧阳建国", "13912340001", []), ("司马文静", "13912340002", [second])):
        again = draft(office, complainant__name=name, complainant__phone=phone)
        seen = outlook.of(office, office.viewer("li"), again)
        assert [one.row.number for one in seen.own] == earlier


def test_a_list_goes_out_without_the_people_of_the_manual_under_which_the_viewer_may_not_export(
    both: tuple[Office, str, str],
) -> None:
    office, first, second = both
    rows = case_listing.listed(office, office.viewer("wang"), ALL, columns=("number", "complainant", "state"))
    out = {line[0]: line[1:] for line in (rows.outward or rows).words}

    assert out[second][0] != "司马文静"
    assert out[first][0] == "欧阳建国"
    # Each in the words of its own manual.
    assert {line[1] for line in out.values()} == {
        look(office, "admin", one).words["case.state"] for one in (first, second)
    }


@pytest.mark.parametrize("under", ["R01", "R02"])
def test_every_act_on_a_case_asks_for_the_right_under_its_own_manual(
    both: tuple[Office, str, str], under: str, tmp_path: Path
) -> None:
    """王芳 acts on the first case and on nothing of the second, 李明 the other way; the desk's own manual does not matter."""
    office, first, second = both
    desk_books.work_under(office, office.viewer("admin"), under)
    file = tmp_path / "证据.txt"
    file.write_text("证据", encoding="utf-8")
    receipts = {
        number: notices.issue(office, office.viewer(who), number, "receipt").paper_id
        for who, number in (("wang", first), ("li", second))
    }

    def acts(who: str, number: str) -> dict[str, object]:
        me = office.viewer(who)
        return {
            "contact": lambda: contacts.log(office, me, number, means="电话", content="问进展"),
            "attach": lambda: attachments.attach(office, me, number, file),
            "issue": lambda: notices.issue(office, me, number, "receipt"),
            "deliver": lambda: deliveries.deliver(office, me, receipts[number], "当场交付", person="本人"),
            "void": lambda: issued_papers.void(office, me, receipts[number], "写错"),
            "reprint": lambda: issued_papers.reprint(office, me, receipts[number]),
            "retime": lambda: times.correct(office, me, number, "received", office.now(), "写错"),
            "enquire": lambda: enquiries.ask(office, me, number, Said(name="欧阳建国")),
            "reclassify": lambda: reclassifying.reclassify(office, me, number, category=""),
        }

    for who, own, other in (("wang", first, second), ("li", second, first)):
        for call in acts(who, other).values():
            with pytest.raises(Forbidden):
                call()  # type: ignore[operator]
        for name, call in acts(who, own).items():
            try:
                call()  # type: ignore[operator]
            except Forbidden as refusal:
                pytest.fail(f"{who} {name}: {refusal}")
            except DeskError:
                pass  # refused for another reason than the right
        view = look(office, who, own)
        assert case_acts.offered(office, office.viewer(who), view)
        assert case_acts.offered(office, office.viewer(who), look(office, who, other)) == ()


def test_who_is_taken_off_the_desk_is_nobody_under_any_manual(both: tuple[Office, str, str]) -> None:
    """A viewer without rights to identities has none elsewhere either."""
    office, _, second = both
    me = office.viewer("li").without("see_identity")

    assert {row.number: row.complainant for row in cases.page(office, me)}[second] != "司马文静"


# --- what is of no single case ---


def waits(office: Office, who: str) -> dict[str, set[str]]:
    """The cases of each part of the day's page."""
    parts = today.today(office, office.viewer(who)).parts
    return {part.id: {line.number for line in part.lines if line.case} for part in parts if part.lines}


def test_the_days_page_is_the_same_under_whichever_manual_the_desk_works(office: Office) -> None:
    """A matter that R01 has forwarded without its outside number waits at a desk under R02, too (未录平台)."""
    admin = office.viewer("admin")
    users.add(office, admin, id_="wang", name="王芳", role="service")
    number = take_in(office, "reception", channel="forwarded", outside__source="总部").case.number
    seen = {}
    for under in ("R01", "R02"):
        desk_books.work_under(office, admin, under)
        seen[under] = waits(office, "wang")

    assert seen["R01"]["outside"] == {number}
    assert seen["R01"] == seen["R02"]


def test_what_waits_for_approval_waits_for_the_role_under_its_own_manual(opened: Opened) -> None:
    """R15 第二十七条: the head decides on what is suspended; whoever is head there is told so while the desk is under R01."""
    office = opened("R15")
    admin = office.viewer("administrator")
    manuals.adopt(office, admin, "R01")
    desk_books.work_under(office, office.viewer("administrator"), "R15")
    before = day_cases.filters(office, [(office.rulebook, "head")])["approve"]

    office.take_up(office.manual("R01", "1"))
    head = office.viewer("head")
    roles = [(book, person.role) for book, person in office.under_each(head)]

    assert [book.id for book, _ in roles] == ["R01", "R15"]
    assert (
        day_cases.filters(office, roles[:1]).get("approve", ()) == ()
    )  # what the page asked before: R01 alone
    assert day_cases.filters(office, roles)["approve"] == before
    assert day_cases.filters(office, [(book, "counter") for book, _ in roles]).get("approve", ()) == ()


def test_a_sample_is_drawn_from_the_manuals_under_which_one_may_inspect(
    both: tuple[Office, str, str],
) -> None:
    """王芳 supervises under R01 alone; 李明 nowhere; the control: who may under both draws both."""
    office, first, second = both
    admin = office.viewer("admin")
    for under in ("R01", "R02"):
        desk_books.work_under(office, admin, under)
        drawn = samples.draw(office, office.viewer("wang"), DAY, DAY)
        assert [one.number for one in drawn.cases] == [first]
        with pytest.raises(Forbidden):
            samples.draw(office, office.viewer("li"), DAY, DAY)
        assert {one.number for one in samples.draw(office, admin, DAY, DAY).cases} == {first, second}


def test_a_visit_is_written_down_by_who_may_under_any_manual(both: tuple[Office, str, str]) -> None:
    office, _, _ = both
    for under in ("R01", "R02"):
        desk_books.work_under(office, office.viewer("admin"), under)
        for who in ("wang", "li"):
            receptions.note(office, office.viewer(who), "question", "问时间", who="赵来访")
        with pytest.raises(Forbidden):
            receptions.note(office, office.viewer("admin"), "question", "问时间")
    assert {one.who for one in receptions.listed(office, office.viewer("wang"), DAY)} == {"赵来访"}


def test_a_fine_is_decided_under_the_cases_own_manual(both: tuple[Office, str, str]) -> None:
    office, first, second = both
    book = office.rulebook
    other = first if book.id == "R02" else second
    rule = next((one.id for one in book.penalties), "")
    if not rule:
        desk_books.work_under(office, office.viewer("admin"), "R01")
        rule, other = office.rulebook.penalties[0].id, second
    head = "quality_head" if office.rulebook.id == "R02" else "gm"
    users_here = {user.role: user.id for user in office.users()}

    with pytest.raises(DeskError, match="按《") as told:
        assessments.rule_on_fine(
            office, office.viewer(users_here[head]), rule, other, "waived", reason="不属实"
        )

    assert (told.value.code, told.value.field) == ("other_manual", "number")
