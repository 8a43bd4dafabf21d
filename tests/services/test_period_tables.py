"""Papers about a period with a table in them: the monthly ranking (R01) and the monthly announcement of ads (R03)."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from tests.capabilities.counter import act, look, take_in
from tests.fixtures_office import make_office
from tests.paper.papers import text_of

from desk.paths import resource
from desk.rulebook.loading import BadRulebook, Manual, load, read_manual
from desk.services.offers import offers_of
from desk.services.office import Office
from desk.services.period_papers import period_papers, written

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)


@pytest.fixture
def developer(tmp_path: Path) -> Iterator[Office]:
    office = make_office(tmp_path / "office", "R01")
    yield office
    office.close()


@pytest.fixture
def regulator(tmp_path: Path) -> Iterator[Office]:
    office = make_office(tmp_path / "office", "R03")
    yield office
    office.close()


def test_the_ranking_names_every_project_and_leaves_room_for_what_has_no_formula(developer: Office) -> None:
    """002:393 names three figures and gives no formula; 002:403 names the six projects."""
    take_in(developer, "service", project="juncheng")

    text = text_of(written(developer, developer.viewer("service"), "ranking", FIRST, LAST))

    for words in ("投诉处理完成率", "投诉处理效率", "投诉处理客户满意度", "2026年11月1日至2026年11月30日"):
        assert words in text
    assert text.index("实力郡城") < text.index("实力五星彩园")
    for project in ("实力北岸", "实力上筑", "书香大地", "实力锦城"):
        assert project in text
    assert "—" not in text.partition("序号")[2].partition("说明")[0]


def test_a_figure_with_a_formula_stands_in_the_ranking_with_its_place(tmp_path: Path) -> None:
    manual = read_manual("R01")
    rules = manual.files["rules.toml"].replace(
        'name = "投诉处理完成率"\nbase = "unset"',
        'name = "投诉处理完成率"\nbase = \'kind == "complaint"\'\nhits = "did.first_talk"',
    )
    folder = tmp_path / "R01x"
    (folder / "forms").mkdir(parents=True)
    (folder / "rules.toml").write_text(rules, encoding="utf-8")
    for form in resource("rulebooks", "R01", "forms").iterdir():
        (folder / "forms" / form.name).write_text(form.read_text("utf-8"), encoding="utf-8")
    office = make_office(tmp_path / "office", str(folder))
    for project, talked in (("juncheng", False), ("beian", True)):
        number = take_in(office, "service", project=project).case.number
        if talked:
            act(office, "service", number, "first_talk")

    text = text_of(written(office, office.viewer("service"), "ranking", FIRST, LAST))
    office.close()

    assert "实力北岸100.00%1" in text
    assert "实力郡城0.00%2" in text


def test_the_announcement_lists_the_ads_that_were_put_on_it(regulator: Office) -> None:
    """000:322, 375: announced every month, on paper without who reported it."""
    for product, announced in (("甲丸", True), ("乙片", False)):
        number = take_in(
            regulator, "monitor", kind="ad_violation", channel="city_monitor", category="ad_drug", subject=product,
            advertiser="某某药业", ad_medium="某某晚报", media_level="city",
        ).case.number  # fmt: skip
        if announced:
            act(regulator, "monitor", number, "ad_announce", announcement="夸大疗效")

    text = text_of(written(regulator, regulator.viewer("officer"), "ad_notice", FIRST, LAST))

    assert "药品广告甲丸某某药业某某晚报夸大疗效" in text
    assert "乙片" not in text


def test_the_half_yearly_analysis_is_of_a_period_and_offered_on_no_case(regulator: Office) -> None:
    """000:369: it was offered on every report, with no figure in it."""
    number = take_in(regulator, "officer", kind="report").case.number

    assert {paper.id for paper in period_papers(regulator.rulebook)} == {"analysis", "ad_notice"}
    text = text_of(written(regulator, regulator.viewer("officer"), "analysis", FIRST, LAST))
    assert "收到投诉举报（件）1" in text
    assert [offer.paper for offer in offers_of(regulator, look(regulator, "officer", number))] == ["receipt"]


@pytest.mark.parametrize(
    ("piece", "other", "says"),
    [
        ('field = "ranking.project"', 'field = "ranking.month"', "ranking.month"),
        ('text = "{efficiency}"', 'text = "{speed}"', "清单没有“speed”这一列"),
    ],
)
def test_a_table_that_is_not_there_is_a_fault(piece: str, other: str, says: str) -> None:
    manual = read_manual("R01")
    broken = {**manual.files, "forms/ranking.toml": manual.files["forms/ranking.toml"].replace(piece, other)}

    with pytest.raises(BadRulebook) as refusal:
        load(Manual(broken))

    assert says in str(refusal.value)
