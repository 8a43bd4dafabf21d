"""The manual's rule of repetition as a clerk says it: 同一投诉人、同一对象，前次收到后3个月内，第2次起."""

from desk.rulebook.intake import Repeat
from desk.rulebook.limits import parse_limit
from desk.rulebook.model import Rulebook

_SAME = {
    "same_person": "同一{who}",
    "same_object": "同一对象",
    "same_matter": "同一对象、同一类别，不同的人",
    "same_event": "同一{who}、同一对象",
}
_SINCE = {"received": "前次收到后", "closed": "前次办结后"}


def rule_words(rulebook: Rulebook, repeat: Repeat) -> str:
    """What counts, how far back, from which time on, and where the manual says so."""
    same = _SAME[repeat.fact].format(who=rulebook.word("投诉人"))
    limit = parse_limit(repeat.within)
    within = "不限时间" if limit.unit == "unset" else f"{_SINCE[repeat.since]}{limit.words}内"
    source = f"（{repeat.source}）" if repeat.source else ""
    return f"{same}，{within}，第{repeat.times}次起{source}"
