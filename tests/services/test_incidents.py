"""安全事件: kept apart from the words, papers and searches of the case, shown to those whose business it is."""

import pytest
from tests.fixtures_office import NOON, make_office
from tests.services.rights_scene import ANYBODY, matter, person
from tests.services.test_belongings import report

from desk.domain.errors import DeskError, Forbidden
from desk.services import case_file, cases, incidents, intake, looks, notices, searching


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def test_an_incident_is_seen_by_the_desk_and_stands_in_no_word_paper_or_search(office) -> None:
    number = intake.register(office, ANYBODY, matter(office, "complaint", *person())).case.number
    counter = office.viewer("counter")
    incidents.record(
        office, counter, "挥舞铁锹", number=number, called="110", recording="L-20261120-3", at=NOON
    )

    [seen] = incidents.of_case(office, office.viewer("officer"), number)

    assert (seen.called, seen.recording, seen.note, seen.by) == (
        "110",
        "L-20261120-3",
        "挥舞铁锹",
        counter.name,
    )
    assert incidents.of_case(office, office.viewer("administrator"), number) == ()
    with pytest.raises(Forbidden):
        incidents.listed(office, office.viewer("administrator"))
    assert "铁锹" not in str(cases.show(office, ANYBODY, number))
    assert "铁锹".encode() not in notices.preview(office, ANYBODY, number, "complaint_form").data
    assert case_file.bound(office, ANYBODY, number).pieces == ()
    assert searching.find(office, counter, "铁锹").rows == ()
    assert searching.find(office, counter, "L-20261120-3").rows == ()


def test_of_a_sealed_case_only_that_there_was_one_until_the_identity_is_open(office) -> None:
    number = intake.register(office, office.viewer("counter"), report(office)).case.number
    officer = office.viewer("officer")
    incidents.record(office, ANYBODY, "举报人被人跟踪到门口", number=number)

    [shut] = incidents.of_case(office, officer, number)
    looks.decide(office, office.viewer("head"), looks.ask(office, officer, number, "调查"), granted=True)
    [opened] = incidents.of_case(office, officer, number)

    assert shut.note == incidents.WITHHELD
    assert opened.note == "举报人被人跟踪到门口"


def test_without_a_case_it_is_listed_and_without_words_or_in_the_future_refused(office) -> None:
    counter = office.viewer("counter")
    incidents.record(office, counter, "大厅有人争吵")
    assert [(one.number, one.note) for one in incidents.listed(office, office.viewer("supervisor"))] == [
        ("", "大厅有人争吵")
    ]
    with pytest.raises(DeskError, match="发生了什么"):
        incidents.record(office, counter, " ")
    with pytest.raises(DeskError, match="晚于现在"):
        incidents.record(office, counter, "争吵", at=NOON.replace(year=2027))
