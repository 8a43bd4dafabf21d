"""One matter from the counter to the shelf under each of these manuals, step by step, as its people would take it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from desk.domain.case import Case, Happening
from desk.domain.circumstances import of_case
from desk.domain.errors import DeskError
from desk.domain.flow import take
from desk.domain.grading import grade, levels
from desk.domain.signing import SIGNED, lacking
from desk.domain.viewer import Viewer
from desk.rulebook.loading import load
from desk.rulebook.model import Rulebook

MORNING = datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)

Act = tuple[str, str, dict[str, Any]]


def opened(book: Rulebook, kind: str, channel: str, category: str, values: dict[str, Any]) -> Case:
    """A case as it stands right after registering."""
    return Case(
        id=1, number="1", rulebook=book.id, rulebook_version=book.version, kind=kind, channel=channel,
        category=category, station="", state=book.kind(kind).starts, levels={}, received_at=MORNING,
        registered_at=MORNING, handed_on_at=None, first_receiver="wang", values=values,
    )  # fmt: skip


def signed(book: Rulebook, case: Case, step: str, now: datetime) -> Case:
    """The case with the papers signed for which the step waits."""
    missing = lacking(book, book.step(step), case, of_case(book, case, now))
    entries = [
        Happening(
            step=f"{SIGNED}{one.paper.id}:{one.signing.id}", at=now, by="clerk", values={"signed.on": TODAY}
        )
        for one in missing
    ]
    return replace(case, timeline=(*case.timeline, *entries))


def walked(book: Rulebook, case: Case, acts: list[Act]) -> Case:
    """The case after these acts, one a minute, graded anew before each."""
    for minute, (step, role, given) in enumerate(acts, start=1):
        now = MORNING + timedelta(minutes=minute)
        case = replace(case, levels=levels(grade(book, of_case(book, case, now))))
        viewer = Viewer(user=role, name=role, role=role, rights=frozenset(book.role(role).rights))
        case = signed(book, case, step, now)
        case = take(book, step, case, of_case(book, case, now), viewer, given, now, note="试走")
    return case


DEVELOPER: list[Act] = [
    ("screen", "reception", {"preliminary_validity": "valid"}),
    ("hand_over", "reception", {"complainant.name": "杨桂兰", "room": "3-1204", "complainant.phone": "13900000000", "demand": "修"}),
    ("accept", "service", {"respondent.staff": False}),
    ("judge", "service", {"department": "property"}),
    ("assign", "service", {}),
    ("respond", "handler", {}),
    ("verify", "handler", {"verified": "属实"}),
    ("plan", "handler", {"plan_kind": ("repair",), "plan_from": TODAY, "plan_to": TODAY}),
    ("return_plan", "service", {"reason": "没有写材料"}),
    ("plan", "handler", {"plan_kind": ("repair",), "plan_from": TODAY, "plan_to": TODAY}),
    ("review", "service", {}),
    ("agree", "service", {}),
    ("finish", "handler", {"result": "修好"}),
    ("confirm", "service", {"customer_confirmed": "written", "property_confirmed": True}),
    ("visit", "service", {"timeliness": 9, "plan_score": 9, "attitude_score": 9}),
    ("close", "service", {}),
    ("archive", "service", {}),
]  # fmt: skip

WAYS: list[tuple[str, str, str, str, dict[str, Any], list[Act], str]] = [
    ("R01", "complaint", "visit", "repair", {"within_remit": False}, DEVELOPER, "archived"),
    (
        "R01", "complaint", "phone", "other", {"within_remit": False},
        [("refuse", "service", {"ground": "misunderstanding"})], "invalid",
    ),
    ("R01", "suggestion", "wechat", "other", {}, [("answer", "reception", {})], "answered"),
    (
        "R02", "complaint", "phone", "cleaning", {},
        [
            ("classify", "specialist", {"validity": "valid"}),
            ("record", "specialist", {}),
            ("reply", "specialist", {}),
            ("pass_on", "specialist", {}),
            ("issue_order", "specialist", {"department": "office"}),
            ("measures", "office_head", {"cause": "漏扫", "corrective": "补扫", "preventive": "加班次"}),
            ("finish", "quality_head", {"result": "已补扫"}),
            ("visit", "specialist", {}),
        ],
        "closed",
    ),
    (
        "R02", "complaint", "board", "objective", {},
        [("classify", "specialist", {"validity": "invalid"}), ("explain", "specialist", {"reason": "误会"})], "explained",
    ),
    (
        "R05", "report", "web", "harm", {},
        [
            ("tell", "hotline", {"told_by": "phone"}),
            ("first_check", "officer", {"first_finding": "属实", "department": "team"}),
            ("send_team", "officer", {"team": "二人"}),
            ("submit", "team", {"finding": "属实", "proposal": "立案"}),
            ("file", "leader", {}),
            ("finish", "officer", {"result": "已处理"}),
            ("visit", "hotline", {}),
        ],
        "closed",
    ),
    (
        "R08", "complaint", "interview", "rights_pay", {"complainant.name": "李明"},
        [
            ("accept", "hr", {}),
            ("confirm_facts", "hr", {"facts_confirmed": "谈过"}),
            ("investigate", "hr", {}),
            ("analyse", "hr", {"truth": "true"}),
            ("solve", "hr", {"solution": ("talk",), "result": "补发"}),
            ("feed_back", "hr", {"told_by": "face"}),
            ("summarise", "hr", {"lessons": "核对工资表"}),
        ],
        "closed",
    ),
    (
        "R10", "service", "phone", "units", {},
        [
            ("notify", "desk", {"department": "unit"}),
            ("on_site", "unit", {"on_site": "已安抚"}),
            ("grade", "quality", {"nature": "severe"}),
            ("issue_order", "quality", {}),
            ("finish", "unit", {"result": "赔付"}),
            ("close", "quality", {}),
        ],
        "closed",
    ),
    (
        "R12", "complaint", "system", "vehicle", {},
        [
            ("judge", "centre", {}),
            ("assign", "centre", {"department": "technical"}),
            ("special", "technical", {"special_kind": "warranty", "repair_cost": 100000, "compensation": 60000, "authorised": True}),
            ("finish", "technical", {"result": "更换"}),
            ("find_valid", "centre", {"validity_reason": ("technique",)}),
            ("close", "centre", {}),
        ],
        "closed",
    ),
    (
        "R13a", "complaint", "phone", "repair", {"complainant.name": "李明", "plate": "云L1", "complainant.phone": "1", "narrative": "异响"},
        [
            ("hand_over", "recipient", {}),
            ("record", "customer", {"restated": True}),
            ("assign", "customer", {"department": "repair"}),
            ("propose", "business_manager", {"measure": "免费检查"}),
            ("decide", "gm", {}),
            ("finish", "business_manager", {"result": "已修"}),
            ("visit", "customer", {"satisfied": True}),
        ],
        "closed",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "kind", "channel", "category", "values", "acts", "ends"), WAYS)
def test_a_matter_comes_to_its_end(
    id_: str, kind: str, channel: str, category: str, values: dict[str, Any], acts: list[Act], ends: str
) -> None:
    book = load(id_)
    case = opened(book, kind, channel, category, values)

    assert walked(book, case, acts).state == ends


SHORT_CUTS: list[tuple[str, str, str, str, dict[str, Any], list[Act], str]] = [
    ("R01", "complaint", "visit", "repair", {}, DEVELOPER[:2] + DEVELOPER[4:5], "须先|不能"),
    ("R01", "complaint", "visit", "repair", {}, [("take_on", "service", {})], "职责范围"),
    (
        "R01", "complaint", "visit", "repair", {},
        [*DEVELOPER[:13], ("confirm", "service", {"customer_confirmed": "written"}), *DEVELOPER[14:16]], "物业公司",
    ),
    ("R01", "complaint", "visit", "repair", {}, [("hand_over", "reception", {"complainant.name": "杨"})], "物业房号"),
    ("R01", "complaint", "visit", "repair", {}, [("accept", "reception", {"respondent.staff": False})], "须由"),
    ("R05", "report", "web", "harm", {}, [("file", "leader", {})], "不能"),
    (
        "R10", "service", "phone", "units", {},
        [("notify", "desk", {"department": "unit"}), ("grade", "quality", {"nature": "fairly"}), ("finish", "unit", {"result": "x"})],
        "下达处理单",
    ),
    ("R13a", "complaint", "phone", "repair", {}, [("record", "customer", {"restated": True})], "车牌号码"),
    ("R13a", "complaint", "phone", "repair", {}, [("settle_on_site", "business_manager", {"result": "x"})], "客户部"),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "kind", "channel", "category", "values", "acts", "words"), SHORT_CUTS)
def test_a_short_cut_is_refused_with_its_reason(
    id_: str, kind: str, channel: str, category: str, values: dict[str, Any], acts: list[Act], words: str
) -> None:
    book = load(id_)
    case = opened(book, kind, channel, category, values)

    with pytest.raises(DeskError, match=words):
        walked(book, case, acts)
