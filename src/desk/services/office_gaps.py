"""What the office has not said about itself and a paper prints: a decision without it is not issued."""

from desk.domain.errors import DeskError
from desk.rulebook.documents import Paper
from desk.rulebook.layout import fields
from desk.rulebook.model import Rulebook, find
from desk.rulebook.places import PLACES
from desk.services.office import Office

BINDING = ("decision", "notice")
"""Papers that go out in the office's name and are not issued with a line where its telephone or a remedy should stand."""

_STANDS_FOR = {"contact.phone": "office.phone"}
_PRINTED = (
    "office.phone", "office.address", "contact.phone", "office.reconsideration_organ", "office.court",
    "office.complaint_channel",
)  # fmt: skip


def gaps(office: Office, rulebook: Rulebook, paper: Paper) -> tuple[str, ...]:
    """The office's settings that the paper or its number needs and that are blank; none in a practice office."""
    if office.practice:
        return ()
    printed = fields(rulebook.layouts[paper.layout])
    blank = [
        _STANDS_FOR.get(place, place) for place in _PRINTED if place in printed and not _said(office, place)
    ]
    if paper.series and "{code}" in find(rulebook.series, paper.series).pattern and not office.code:
        blank.append("office.code")
    return tuple(dict.fromkeys(blank))


def _said(office: Office, place: str) -> bool:
    return bool(office.words.get(place) or office.words.get(_STANDS_FOR.get(place, place)))


def warning(office: Office, rulebook: Rulebook, paper: Paper) -> str:
    """What to say beside a paper that comes out with a line instead; empty where nothing lacks."""
    found = gaps(office, rulebook, paper)
    return f"单位资料还缺：{_titles(found)}。{_hint(found)}" if found else ""


def permit(office: Office, rulebook: Rulebook, paper: Paper) -> None:
    """Raise ``DeskError`` where a decision or a notice would go out without the office's own data."""
    found = gaps(office, rulebook, paper) if paper.nature in BINDING else ()
    if found:
        message = f"单位资料还缺：{_titles(found)}，《{paper.name}》不能出"
        raise DeskError("office_data", message, _hint(found), found[0])


def _titles(settings: tuple[str, ...]) -> str:
    return "、".join(PLACES[key] for key in settings)


def _hint(settings: tuple[str, ...]) -> str:
    words = " ".join(f"--set {key}=…" for key in settings)
    return f"请由管理员在“单位设置”里填写；用命令设立单位的，写 desk init {words}"
