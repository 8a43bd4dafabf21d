"""A small manual that is whole, for tests that break one thing in it."""

from desk.rulebook.loading import Manual

RULES = """
format = 1
id = "T01"
version = "1"
name = "小店投诉办法"
about = "一家小店怎样处理投诉。"

[[switch]]
id = "day"
name = "次日是哪一天"
options = ["next_day", "next_wd"]
default = "next_day"
reason = "原文没有写明。"
change = [{ option = "next_wd", of = "clock.reply", set = { limit = "next_wd" } }]

[[channel]]
id = "counter"
name = "柜台"

[[kind]]
id = "complaint"
name = "投诉"
starts = "received"
series = "cases"

[[category]]
id = "goods"
name = "商品"

[[field]]
id = "complainant.name"
first = true

[[field]]
id = "shelf"
label = "货架"
type = "text"

[[field]]
id = "colour"
label = "颜色"
type = "choice"
at = ["close"]
choices = [{ id = "red", name = "红" }, { id = "green", name = "绿" }]

[[ground]]
id = "joke"
code = "1"
text = "开玩笑的"
step = "refuse"
hint_when = "amount > 1000000"

[[scale]]
id = "weight"
name = "轻重"
otherwise = "light"
levels = [{ id = "light", name = "轻", rank = 1 }, { id = "grave", name = "重", rank = 2 }]
criteria = [{ id = "hurt", level = "grave", text = "有人受伤", when = "injury" }]

[[role]]
id = "clerk"
name = "店员"
rights = ["register", "handle"]

[[state]]
id = "received"
name = "已收到"

[[state]]
id = "closed"
name = "已办结"
phase = "closed"

[[state]]
id = "refused"
name = "不受理"
phase = "refused"

[[step]]
id = "close"
name = "办结"
from = ["received"]
to = "closed"
by = ["clerk"]

[[step]]
id = "refuse"
name = "不受理"
from = ["received"]
to = "refused"
by = ["clerk"]
variant = "day=next_day"

[[step]]
id = "refuse"
name = "婉拒"
from = ["received"]
to = "refused"
by = ["clerk"]
variant = "day=next_wd"

[[clock]]
id = "reply"
name = "答复"
starts = ["received"]
done = ["close"]
limit = "next_day"
cells = [{ limit = "2h", levels = ["grave"] }]

[[series]]
id = "cases"
name = "编号"
pattern = "{yyyy}{serial:4}"

[[paper]]
id = "slip"
name = "小票"
layout = "slip"
nature = "receipt"
after = ["register"]

[[register]]
id = "cases"
name = "登记簿"
columns = [{ title = "编号", value = "case.number" }]
"""

SLIP = """
id = "slip"
title = "小票"

[[block]]
kind = "text"
text = "{complainant.name}，{shelf}，{case.number}"
"""


def manual(*changes: tuple[str, str], slip: str = SLIP, **more: str) -> Manual:
    """The small manual with pieces of its rules replaced; each piece must stand in it."""
    rules = RULES
    for piece, other in changes:
        assert piece in rules, piece
        rules = rules.replace(piece, other, 1)
    return Manual({"rules.toml": rules, "forms/slip.toml": slip, **more})
