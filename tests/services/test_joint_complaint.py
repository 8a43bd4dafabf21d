"""Joint complaints under R15, article 12: everybody agrees, representatives are elected in writing, all are on the form."""

from dataclasses import replace

import pypdfium2
import pytest
from tests.fixtures_office import make_office
from tests.services.test_main_job import complaint

from desk.domain.errors import DeskError
from desk.services import intake, notices

PEOPLE = tuple({"name": f"共同人{n}", "phone": f"1380013800{n}", "agrees": "是"} for n in range(1, 4))


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    yield opened
    opened.close()


def joint(**values):
    draft = complaint()
    return replace(draft, values={**draft.values, "complainants": PEOPLE, **values})


def test_who_does_not_agree_to_a_joint_complaint_keeps_it_from_being_registered(office):
    unwilling = (*PEOPLE, {"name": "不愿者", "agrees": False})

    with pytest.raises(DeskError) as caught:
        intake.register(office, office.viewer("counter"), joint(complainants=unwilling))

    assert caught.value.field == "complainants"
    assert "第 4 行“不愿者”的同意共同投诉为“否”" in caught.value.message
    assert [p for p in intake.check(office, joint()) if p.code == "denied"] == []


def test_a_representative_who_is_not_elected_in_writing_is_a_warning(office):
    chosen = {"speaker": "representatives", "representatives": ({"name": "共同人1", "elected": "否"},)}

    [found] = [p for p in intake.check(office, joint(**chosen)) if p.code == "denied"]

    assert (found.field, found.warning) == ("representatives", True)
    assert intake.register(office, office.viewer("counter"), joint(**chosen)).case.number


def test_the_registration_form_lists_everybody_and_has_no_list_where_one_complains(office):
    counter = office.viewer("counter")
    many = intake.register(office, counter, joint()).case.number
    one = intake.register(office, counter, complaint()).case.number

    together = words_of(notices.preview(office, counter, many, "complaint_form").data)
    alone = words_of(notices.preview(office, counter, one, "complaint_form").data)

    assert [person["name"] in together for person in PEOPLE] == [True] * 3
    assert "共同投诉人名单" in together
    assert together.count(many) == 2  # on the form and over the list
    assert "共同投诉人名单" not in alone


def test_each_who_complains_jointly_gets_a_receipt_of_their_own(office):
    """The counter's day: a group visit brings one matter and a list of names, receipts in a batch."""
    counter = office.viewer("counter")
    many = intake.register(office, counter, joint()).case.number
    one = intake.register(office, counter, complaint()).case.number

    printed = notices.issue(office, counter, many, "receipt")
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(printed.data)]
    alone = notices.issue(office, counter, one, "receipt")

    names = ["欧阳𠮷", *(person["name"] for person in PEOPLE)]
    assert [[name for name in names if f"{name}：" in page] for page in pages] == [
        [name]
        for name in names
        for _ in range(2)  # the visitor's copy and the stub
    ]
    assert all(many in page for page in pages)
    assert alone.pages == 2


def words_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as pdf:
        return "".join(page.get_textpage().get_text_bounded() for page in pdf)
