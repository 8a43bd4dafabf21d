"""Somebody asks how a matter stands: known by name and last digits, a reporter by the code alone; put on record either way."""

import json

import pytest
from msgspec.structs import replace
from tests.services.rights_scene import matter
from tests.services.test_main_job import complaint

from desk.cli import main
from desk.domain.enquiry import Said, sentence
from desk.domain.errors import DeskError, NotFound
from desk.paths import resource
from desk.rulebook.loading import load
from desk.services import cases, enquiries, intake, stepping
from desk.store import audit


@pytest.fixture
def number(market_office) -> str:
    """A complaint of 欧阳𠮷, 13800138000, card 11010519491231002X."""
    return intake.register(market_office, market_office.viewer("counter"), complaint()).case.number


@pytest.fixture
def report(market_office):
    """A report, whose people are sealed, as it was registered."""
    counter = market_office.viewer("counter")
    return intake.register(market_office, counter, matter(market_office, "report", "钱某", "13900000001"))


def asked(office, number: str, *said: str, code: str = ""):
    return enquiries.ask(office, office.viewer("counter"), number, Said(*said), code=code)


@pytest.mark.parametrize(
    ("said", "known"),
    [
        (("欧阳𠮷", "13800138000"), True),
        (("欧阳 𠮷", "8000"), True),
        (("欧阳𠮷", "", "002x"), True),
        (("欧阳𠮷", "8000", "002X"), True),
        (("欧阳𠮷", ""), False),  # a name alone is known to neighbours
        (("", "13800138000"), False),
        (("欧阳𠮷", "000"), False),  # three digits are guessed too easily
        (("欧阳𠮷", "8001"), False),
        (("欧阳𠮷", "8000", "0021"), False),  # one wrong answer is enough
        (("鑫源电器商行", "8000"), False),  # who is complained about is not the complainant
    ],
)
def test_the_person_is_known_by_name_and_last_digits(market_office, number, said, known) -> None:
    told = asked(market_office, number, *said)

    assert told.is_known is known
    assert bool(told.why) is not known


def test_what_is_told_is_the_approved_sentence_with_the_day_that_may_be_told(market_office, number) -> None:
    told = asked(market_office, number, "欧阳𠮷", "8000")

    # Seven working days after Friday, 20 November 2026 (art. 15) are to be told; whom it goes to is not.
    assert told.sentence.startswith(f"您反映的事项（编号{number}）已经收到并登记，正在审查。")
    assert told.sentence.endswith("将在2026年12月1日以前告知您。")
    assert "欧阳" not in told.sentence


def test_each_answer_and_each_refusal_is_on_record_without_what_was_said(market_office, number) -> None:
    asked(market_office, number, "欧阳𠮷", "8000")
    asked(market_office, number, "王五", "9999")

    view = cases.show(market_office, market_office.viewer("head"), number)
    notes = [entry.note for entry in view.case.timeline if entry.step == "enquired"]
    with market_office.store.reading() as tx:
        acts = [row.act for row in audit.records(tx, case_id=view.id)]

    assert "已核对姓名、电话，告知：您反映的事项" in notes[0]
    assert notes[1] == "当面查询，没有核实身份，未告知"
    assert "9999" not in "".join(notes)
    assert {"enquiry", "enquiry_refused"} <= set(acts)


def test_a_reporter_without_the_code_hears_nothing(market_office, report) -> None:
    told = asked(market_office, report.case.number, "钱某", "13900000001")

    assert told.sentence == ""
    assert "没有查询码" in told.why


@pytest.mark.parametrize("typed", ["{code}", "  {lower} ", "{number} {code}"])
def test_a_reporter_with_the_code_is_told(market_office, report, typed) -> None:
    number, code = report.case.number, report.code
    told = asked(market_office, number, code=typed.format(code=code, lower=code.lower(), number=number))

    assert told.is_known


@pytest.mark.parametrize("wrong", ["AAAAAAAA", "", "A"])
def test_a_wrong_code_opens_nothing(market_office, report, number, wrong) -> None:
    said = () if wrong else ("钱某", "0001")

    assert not asked(market_office, report.case.number, *said, code=wrong).is_known
    assert not asked(market_office, number, "欧阳𠮷", "8000", code=report.code).is_known  # of another case


def test_only_a_sealed_matter_comes_with_a_code(market_office, report) -> None:
    ordinary = intake.register(market_office, market_office.viewer("counter"), complaint())

    assert (len(report.code), ordinary.code) == (8, "")


def test_nothing_is_said_before_anything_was_asked(market_office, number) -> None:
    with pytest.raises(DeskError) as refusal:
        asked(market_office, number)

    assert refusal.value.field == "name"


def test_a_matter_that_is_not_there_is_told_like_one_that_must_not_be(market_office) -> None:
    with pytest.raises(NotFound):
        asked(market_office, "投202699999", "欧阳𠮷", "8000")


def test_the_words_follow_the_state(market_office, number) -> None:
    stepping.act(market_office, market_office.viewer("counter"), number, "withdraw", {})

    told = asked(market_office, number, "欧阳𠮷", "8000").sentence

    assert told == f"您反映的事项（编号{number}）已经按您的要求撤回。"


def test_a_manual_may_have_words_of_its_own(market_office, number) -> None:
    case = cases.show(market_office, market_office.viewer("head"), number).case
    states = tuple(replace(one, told="{case.kind}在办") for one in market_office.rulebook.states)

    assert sentence(replace(market_office.rulebook, states=states), case, ()) == "投诉在办"


@pytest.mark.parametrize("book", ["R15", "R16", "R17"])
def test_each_state_has_careful_words_that_are_marked_as_ours(book) -> None:
    """Where the matter stands, and nothing of people, findings or opinions; the text stands in no manual."""
    for state in load(resource("rulebooks", book)).states:
        left = state.told.replace("{case.number}", "")
        assert left.startswith("您反映的事项"), state.id
        assert "{" not in left, state.id
        assert not [word for word in ("属实", "违法", "立案", "应当赔", "责任", "建议") if word in left], (
            state.id
        )
        assert "可告知的话是本系统拟的" in state.note, state.id


def test_the_command_line_answers(market_office, number, capsys) -> None:
    market_office.close()
    common = ["--home", str(market_office.home), "--as", "counter", "--now", "2026-11-20T12:00"]

    assert main(["status", number, "--name", "欧阳𠮷", "--phone", "8000", "--json", *common]) == 0
    known = json.loads(capsys.readouterr().out)
    assert main(["status", number, "--name", "欧阳𠮷", "--phone", "1111", *common]) == 0

    assert known["known"] is True
    assert "正在审查" in known["sentence"]
    assert capsys.readouterr().out.startswith("不能告知")
