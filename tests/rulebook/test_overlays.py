"""An overlay adds entries to a manual and alters others; the manual's own text stays, and nothing is altered in silence."""

from pathlib import Path

import pytest
from tests.rulebook.manuals import SLIP, manual

from desk.rulebook.loading import BadRulebook, Manual, adopted, laid_over, load, read_manual
from desk.rulebook.summary import unset_values

OVERLAY = """
format = 1
id = "A1"
version = "2"
name = "与某客户的协议"
source = "协议"

[[change]]
of = "clock.reply"
set = { limit = "12h", cells = [] }
source = "协议第二条"

[[field]]
id = "agreement_number"
label = "协议编号"
type = "text"

[[paper]]
id = "agreement"
name = "协议书"
layout = "agreement"
nature = "form"
"""

AGREEMENT = (
    SLIP.replace("小票", "协议书")
    .replace('id = "slip"', 'id = "agreement"')
    .replace("shelf", "agreement_number")
)


def over(*changes: tuple[str, str], base: Manual | None = None, name: str = "A1", **files: str) -> Manual:
    """The small manual under the overlay with pieces replaced; each piece must stand in it."""
    text = OVERLAY
    for piece, other in changes:
        assert piece in text, piece
        text = text.replace(piece, other, 1)
    files = {"forms/agreement.toml": AGREEMENT} | files
    placed = {f"overlays/{name}/{file}": content for file, content in {"overlay.toml": text, **files}.items()}
    return Manual({**(base or manual()).files, **placed})


def faults_of(broken: Manual, **options: str) -> str:
    with pytest.raises(BadRulebook) as refused:
        load(broken, options)
    return str(refused.value)


def test_without_the_overlay_the_manual_says_what_it_says() -> None:
    book = load(manual())

    assert (book.clock("reply").limit, book.version, book.overlays) == ("next_day", "1", ())


def test_a_change_holds_and_cites_where_it_comes_from() -> None:
    clock = load(over()).clock("reply")

    assert (clock.limit, clock.cells, clock.source) == ("12h", (), "协议第二条")
    assert clock.note == "依“与某客户的协议”；手册原为 limit = next_day"


def test_what_the_overlay_brings_comes_besides() -> None:
    book = load(over())

    assert [paper.id for paper in book.papers] == ["slip", "agreement"]
    assert book.field("agreement_number").title == "协议编号"
    assert book.layouts["agreement"].title == "协议书"


def test_the_version_says_that_something_lies_over_the_manual() -> None:
    book = load(over())

    assert (book.id, book.version) == ("T01", "1+A1.2")
    assert [(one.id, one.name) for one in book.overlays] == [("A1", "与某客户的协议")]


def test_an_office_under_an_overlay_reads_the_same_from_its_store() -> None:
    text = over()

    assert adopted(Manual(dict(text.files))) == load(text)
    assert text.sha256 != manual().sha256


def test_an_overlay_holds_against_the_options_of_a_switch() -> None:
    assert load(manual(), {"day": "next_wd"}).clock("reply").limit == "next_wd"
    assert load(over(), {"day": "next_wd"}).clock("reply").limit == "12h"


def test_a_blank_that_nobody_filled_in_changes_nothing_and_is_listed() -> None:
    book = load(over(('limit = "12h", cells = []', 'limit = "unset"')))

    assert (book.clock("reply").limit, book.clock("reply").source) == ("next_day", "")
    assert (
        "overlay(A1).change[0].set.limit",
        "附加内容“与某客户的协议”的改写第1项的内容的时长",
    ) in unset_values(book)


def test_the_whole_manual_can_be_given_another_profile_and_its_papers_follow() -> None:
    book = load(
        over(
            ('of = "clock.reply"\nset = { limit = "12h", cells = [] }', 'set = { profile = "group-office" }')
        )
    )

    assert load(manual()).layouts["slip"].profile == "state"
    assert book.layouts["slip"].profile == "group-office"


BROKEN = [
    ('of = "clock.reply"', 'of = "clock.answer"', "change：手册里没有“clock.answer”"),
    ('id = "agreement"\nname', 'id = "slip"\nname', "paper(slip)：手册里已经有这一条"),
    ("[[paper]]", "[[papers]]", "papers：附加内容里不能写“papers”"),
    ("format = 1", "format = 2", "format：写法的版本与手册不同（请写 format = 1）"),
    ('name = "与某客户的协议"\n', "", "缺少必填项“name”"),
    ("[[change]]", "[[change]]\nwhen = 1", "多出了不认识的项“when”"),
    ('type = "text"', 'type = "words"', "field[3](agreement_number).type：“words”不在允许的取值之内"),
    ('layout = "agreement"', 'layout = "agreed"', "paper(agreement).layout：“agreed”不存在"),
    ('limit = "12h", cells = []', 'limit = "soon", cells = []', "clock(reply).limit：时限“soon”无法识别"),
    ("format = 1", "format = ", "不是合格的 TOML"),
]


@pytest.mark.parametrize(("piece", "other", "says"), BROKEN)
def test_a_broken_overlay_names_key_and_remedy(piece: str, other: str, says: str) -> None:
    assert says in faults_of(over((piece, other)))


@pytest.mark.parametrize(
    ("piece", "other", "says"), [case for case in BROKEN if "clock(reply)" not in case[2]]
)
def test_a_fault_is_looked_for_in_the_file_of_the_overlay(piece: str, other: str, says: str) -> None:
    assert faults_of(over((piece, other))).startswith("overlays/A1/overlay.toml：")


def test_a_fault_of_the_manual_is_still_the_manuals() -> None:
    text = faults_of(over(base=manual(('by = ["clerk"]', 'by = ["boss"]'))))

    assert text.startswith("rules.toml：step(close).by")


def test_a_change_may_be_for_manuals_that_have_the_entry() -> None:
    other = ('of = "clock.reply"', 'of = "clock.answer"\noptional = true')

    assert load(over(other)).clock("reply").limit == "next_day"


def test_two_overlays_must_not_alter_the_same_thing() -> None:
    second = [('id = "A1"', 'id = "A2"'), ('name = "与某客户的协议"', 'name = "另一份协议"')]
    alone = [('id = "agreement_number"', 'id = "second"'), ('id = "agreement"\n', 'id = "other"\n')]
    both = over(*second, *alone, base=over(), name="A2")
    apart = over(*second, *alone, ('of = "clock.reply"\nset = { limit = "12h", cells = [] }', 'of = "clock.reply"\nset = { owner = "店长" }'), base=over(), name="A2")  # fmt: skip

    assert "“clock.reply”的 limit 已被“与某客户的协议”改过" in faults_of(both)
    assert load(apart).clock("reply").owner == "店长"
    assert load(apart).version == "1+A1.2+A2.2"


def test_a_manual_does_not_write_overlays_into_its_own_rules() -> None:
    own = manual(("format = 1", 'format = 1\noverlay = [{ id = "x", name = "x", version = "1" }]'))

    assert "overlay：手册里不能写附加内容" in faults_of(own)


def test_an_overlay_is_laid_over_from_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "A1"
    (folder / "forms").mkdir(parents=True)
    (folder / "overlay.toml").write_text(OVERLAY, encoding="utf-8")
    (folder / "forms" / "agreement.toml").write_text(AGREEMENT, encoding="utf-8")

    assert load(laid_over(manual(), folder)).clock("reply").limit == "12h"


def test_an_overlay_that_is_not_there_is_refused_in_chinese() -> None:
    with pytest.raises(BadRulebook, match=r"overlay\.toml：文件不存在"):
        read_manual("R08+NOWHERE")
