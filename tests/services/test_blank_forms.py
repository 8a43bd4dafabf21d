"""Every form of every manual can be had empty, registers with rows to write in."""

import pytest
from tests.fixtures_office import make_office
from tests.paper.papers import rules, text_of

from desk.domain.errors import NotFound
from desk.services import blank_forms


@pytest.mark.parametrize("rulebook", ["R02", "R14", "R15"])
def test_all_forms_of_a_manual_can_be_had_empty(tmp_path, rulebook):
    office = make_office(tmp_path / "office", rulebook)
    try:
        offered = blank_forms.offered(office.rulebook)
        made = {form.id: blank_forms.blank(office, form.id) for form in offered}
        names = {paper.name for paper in office.rulebook.papers} | {
            register.name for register in office.rulebook.registers
        }
    finally:
        office.close()

    assert {form.name for form in offered} >= names | {"送达回证", "授权委托书", "延期审批表", "笔录"}
    assert all(one.pages >= 1 and one.data.startswith(b"%PDF") for one in made.values())


def test_an_empty_register_has_its_headings_and_rows_to_write_in(tmp_path):
    office = make_office(tmp_path / "office", "R14")
    statistics, tracking = (blank_forms.blank(office, name) for name in ("statistics", "tracking"))
    office.close()

    # 000:233: F-08 has thirteen columns under two rows of headings, F-07 one column for each case
    levels = {round(rule[3], 1) for rule in rules(statistics.data) if rule[0] == "-"}
    assert len(levels) >= 2 + 10
    assert "处理方式" in text_of(statistics.data)
    assert all(str(number) in text_of(tracking.data) for number in range(1, 8))


def test_a_form_that_nobody_has_is_told_with_those_there_are(tmp_path):
    office = make_office(tmp_path / "office", "R02")
    with pytest.raises(NotFound, match="没有文书"):
        blank_forms.blank(office, "nothing")
    office.close()
