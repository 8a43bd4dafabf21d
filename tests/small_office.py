"""A small manual of our own making, for tests of the rules themselves: every kind of entry once or twice."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from desk.domain.calendar import Calendar, office_calendar
from desk.domain.case import Case, Happening
from desk.domain.draft import Draft, Value
from desk.domain.moments import OFFICE_ZONE
from desk.domain.viewer import RIGHTS, Viewer
from desk.rulebook.loading import Manual, load
from desk.rulebook.model import Rulebook

RULES = """
format = 1
id = "T1"
version = "1"
name = "测试用规则簿"
about = "测试"

[[station]]
id = "one"
name = "一号窗口"

[[channel]]
id = "visit"
name = "来访"
[[channel]]
id = "media"
name = "媒体报道"
personal = false
asks = ["remark"]

[[kind]]
id = "complaint"
name = "投诉"
starts = "new"
series = "cases"
[[kind]]
id = "named"
name = "实名投诉"
starts = "new"
series = "cases"
anonymity = "refuse"
channels = ["visit"]

[[department]]
id = "repair"
name = "维修部"
[[category]]
id = "goods"
name = "商品"
[[category]]
id = "goods_broken"
name = "损坏"
parent = "goods"
lead = "repair"
clock_class = "quick"
[[category]]
id = "old"
name = "旧类别"
enabled = false

[[representation]]
id = "self"
name = "本人"
[[representation]]
id = "proxy"
name = "委托代理人"
needs = ["authority", "proxy.name"]
[[representation]]
id = "several"
name = "代表人"
most = 2

[[field]]
id = "complainant.name"
personal = true
required = true
first = true
[[field]]
id = "complainant.phone"
personal = true
[[field]]
id = "complainant.id_number"
[[field]]
id = "speaker"
[[field]]
id = "authority"
[[field]]
id = "proxy.name"
[[field]]
id = "representatives"
columns = [{ id = "name", name = "姓名", required = true }, { id = "phone", name = "电话" }]
[[field]]
id = "subject"
required = true
first = true
[[field]]
id = "narrative"
[[field]]
id = "amount"
[[field]]
id = "people"
[[field]]
id = "media"
[[field]]
id = "lawsuit"
[[field]]
id = "plate"
label = "车牌号码"
type = "text"
required_when = 'category == "goods_broken"'
[[field]]
id = "bought_on"
label = "购买日期"
type = "date"
[[field]]
id = "remark"
[[field]]
id = "ground"
at = ["refuse"]
choices = [{ id = "g1", name = "无管辖权" }]
[[field]]
id = "result"
at = ["close"]
required = true
[[field]]
id = "due_on"
at = ["extend"]

[[ground]]
id = "g1"
code = "一"
text = "不属于本单位职责"
step = "refuse"

[[scale]]
id = "gravity"
name = "等级"
otherwise = "general"
levels = [
  { id = "general", name = "一般", rank = 1 },
  { id = "major", name = "重大", rank = 2 },
  { id = "crisis", name = "危机", rank = 3 },
]
criteria = [
  { id = "c1", level = "crisis", text = "十人以上", when = "people >= 10" },
  { id = "c2", level = "crisis", text = "三人以上且媒体曝光或诉讼", when = "people >= 3 and (media or lawsuit)" },
  { id = "m1", level = "major", text = "一万元以上", when = "amount >= 10000" },
]

[[role]]
id = "counter"
name = "窗口"
rights = ["register", "handle", "issue", "see_identity"]
[[role]]
id = "head"
name = "负责人"
rights = ["handle", "decide", "approve"]

[[state]]
id = "new"
name = "已登记"
[[state]]
id = "accepted"
name = "已受理"
[[state]]
id = "testing"
name = "检测中"
phase = "waiting"
[[state]]
id = "closed"
name = "已办结"
phase = "closed"
[[state]]
id = "refused"
name = "不予受理"
phase = "refused"

[[pause]]
id = "test"
name = "检测"

[[step]]
id = "accept"
name = "受理"
from = ["new"]
to = "accepted"
by = ["head"]
[[step]]
id = "refuse"
name = "不予受理"
from = ["new"]
to = "refused"
by = ["head"]
needs = ["ground"]
[[step]]
id = "begin_test"
name = "送检"
from = ["accepted"]
to = "testing"
pauses = "test"
[[step]]
id = "end_test"
name = "检毕"
from = ["testing"]
to = "accepted"
resumes = "test"
[[step]]
id = "extend"
name = "延期"
from = ["accepted"]
extends = "finish"
by = ["head"]
once = true
[[step]]
id = "close"
name = "办结"
from = ["accepted"]
to = "closed"
after = ["accept"]

[[clock]]
id = "decide"
name = "受理决定"
starts = ["received"]
done = ["accept", "refuse"]
limit = "7wd"
[[clock]]
id = "finish"
name = "办结时限"
starts = ["accept"]
done = ["close"]
limit = "60d"
pauses = ["test"]
last_day = "after_statutory"
extensions = [{ by = "15wd", approver = "head", times = 2 }]
cells = [
  { limit = "2wd", classes = ["quick"], levels = ["crisis"] },
  { limit = "7d..15d", classes = ["quick"] },
]
[[clock]]
id = "blank"
name = "手册留白"
starts = ["accept"]
done = ["close"]
limit = "unset"

[[series]]
id = "cases"
name = "投诉编号"
pattern = "{yy}{mm}{serial:2}"
resets = "month"

[[register]]
id = "cases"
name = "登记簿"
columns = [
  { title = "序号", value = "row.number" },
  { title = "编号", value = "case.number" },
  { title = "登记日期", value = "case.registered_on" },
  { title = "投诉人", value = "complainant.name" },
  { title = "金额", value = "amount", sum = true },
  { title = "状态", value = "case.state" },
]
"""

CALENDAR: Calendar = office_calendar()
COUNTER = Viewer("wang", "王芳", "counter", frozenset({"register", "handle", "issue", "see_identity"}))
HEAD = Viewer("li", "李主任", "head", frozenset({"handle", "decide", "approve"}))
EVERYTHING = Viewer("all", "全权", "head", RIGHTS)


def small_rulebook() -> Rulebook:
    """The small manual, loaded."""
    return load(Manual({"rules.toml": RULES}))


def at(text: str) -> datetime:
    """A moment on the office's clock: ``at("2026-11-20 16:40")``."""
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_ZONE)


def draft(values: Mapping[str, Value] | None = None, **changed: str) -> Draft:
    """A draft that the small office can register, with what a test changes."""
    given: dict[str, Value] = {"complainant.name": "张三", "subject": "冰箱不制冷", **(values or {})}
    frame = {"kind": "complaint", "channel": "visit", "category": "goods", **changed}
    return Draft(received_at=at("2026-11-20 09:00"), values=given, **frame)  # type: ignore[arg-type]


def case(values: Mapping[str, Value] | None = None, **changed: object) -> Case:
    """A registered case of the small office."""
    whole = Case(
        id=1,
        number="261101",
        rulebook="T1",
        rulebook_version="1",
        kind="complaint",
        channel="visit",
        category="goods",
        station="one",
        state="new",
        levels={"gravity": "general"},
        received_at=at("2026-11-20 09:00"),
        registered_at=at("2026-11-20 09:10"),
        handed_on_at=None,
        first_receiver="wang",
        values={"complainant.name": "张三", "subject": "冰箱不制冷", **(values or {})},
    )
    return replace(whole, **changed)  # type: ignore[arg-type]


def happened(*steps: tuple[str, str]) -> tuple[Happening, ...]:
    """A timeline: ``happened(("accept", "2026-11-23 10:00"))``."""
    return tuple(Happening(step=step, at=at(moment), by="li") for step, moment in steps)
