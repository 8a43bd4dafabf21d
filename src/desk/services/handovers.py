"""交接班: what lies at the desk is proposed by the program, altered by people, signed by both, printed and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.domain.moments import moment_words
from desk.domain.viewer import Viewer
from desk.domain.words import Words
from desk.services.changes import Changes
from desk.store import audit, cases, conflicts, daybook, users
from desk.store.users import User

if TYPE_CHECKING:
    from desk.services.drawn_papers import Printed
    from desk.services.office import Office
    from desk.store.transaction import Transaction

SECTIONS: Mapping[str, str] = {
    "originals": "代管的原件", "seal": "待用印", "print": "未打印", "unsigned": "未签收、未签字",
    "callbacks": "到期、答应回复的", "drafts": "没登记完的草稿", "note": "留言",
}  # fmt: skip
"""What is handed over, in the order of the paper."""
NOTHING = "无"
CHANGED = Changes(what=frozenset({"daybook"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """One hand-over: when, from whom to whom (empty: a note that nobody signed for), and what was said under each heading."""

    id: int
    at: datetime
    giver: str
    taker: str
    said: Mapping[str, str]
    sha256: str
    changes: Changes = CHANGED

    @property
    def words(self) -> str:
        """The hand-over in one line."""
        who = f"{self.giver} 交 {self.taker}" if self.taker else f"{self.giver} 留言"
        note = self.said.get("note", "")
        return "　".join(filter(None, (f"{self.at:%m-%d %H:%M}", who, note if note != NOTHING else "")))


def hand_over(
    office: "Office", viewer: Viewer, said: Mapping[str, str], *, taker: str, password: str
) -> Handover:
    """Put the hand-over on record: the viewer gives, ``taker`` (initials, name or id) takes over and signs with the password.

    Raises ``DeskError`` where the taker is nobody else at the desk, or the password is wrong.
    """
    require_desk(viewer)
    user = _taker(office, viewer, taker)
    _sign(office, user, password)
    return _write(office, viewer, said, user.name)


def leave_note(office: "Office", viewer: Viewer, note: str) -> Handover:
    """A few words for whoever comes next, which nobody signs for. Raises ``DeskError`` for none."""
    require_desk(viewer)
    if not note.strip():
        raise DeskError("missing", "留言还没有写", "例：下午三点王女士来取原件", "note")
    return _write(office, viewer, {"note": note}, "")


def listed(office: "Office", viewer: Viewer) -> tuple[Handover, ...]:
    """What was handed over and noted, the newest first; lines about a case that is kept from the viewer are left out."""
    with office.store.reading() as tx:
        hidden = _hidden(tx, viewer)
        found = daybook.pages(tx, "handover", limit=200)
    return tuple(_handover(office, page, hidden) for page in found)


def paper(office: "Office", viewer: Viewer, id_: int) -> "Printed":
    """The record to print and sign by hand besides. Raises ``DeskError`` where there is no such hand-over."""
    from desk.services.shared_forms import draw_form, shared_layout

    found = next((one for one in listed(office, viewer) if one.id == id_), None)
    if found is None:
        raise NotFound("no_handover", "没有这次交接", "请刷新后再看", "id")
    return draw_form(office, shared_layout("handover"), _words(office, found))


def require_desk(viewer: Viewer) -> None:
    """Raise ``Forbidden`` for who neither registers nor handles."""
    if not (viewer.may("register") or viewer.may("handle")):
        raise Forbidden("forbidden", f"{viewer.name}的岗位不办理交接班", "请由登记或承办人员办理")


def _taker(office: "Office", viewer: Viewer, words: str) -> User:
    typed = words.strip().lower()
    known = [user for user in office.users() if user.active and user.id != viewer.user]
    fits = [
        user
        for user in known
        if typed and typed in (user.id.lower(), user.name.lower(), user.initials.lower())
    ]
    if len(fits) != 1:
        names = "、".join(f"{user.name}（{user.initials or user.id}）" for user in (fits or known))
        message = f"“{words}”对得上几位" if fits else f"没有接班人“{words}”" if typed else "请写明接班人"
        raise DeskError("no_taker", message, f"可写：{names}", "taker")
    return fits[0]


def _sign(office: "Office", user: User, password: str) -> None:
    """The taker's own password; a practice office asks for none where none is set."""
    if not user.has_password and office.practice:
        return
    if not user.has_password:
        raise DeskError("no_password", f"{user.name}还没有口令，不能签收", "请管理员先设口令", "password")
    with office.store.writing() as tx:
        right = users.check_password(tx, user.id, password)
        audit.append(tx, audit.Act(act="handover_sign" if right else "sign_in_failed", by=user.id))
    if not right:
        raise DeskError("bad_password", f"{user.name}的口令不对", "请接班人重新输入", "password")


def _write(office: "Office", viewer: Viewer, said: Mapping[str, str], taker: str) -> Handover:
    kept = {heading: said.get(heading, "").strip() for heading in SECTIONS}
    about = f"{office.now():%Y-%m-%d}"
    with office.store.writing() as tx:
        bare = Handover(id=0, at=office.now(), giver=viewer.name, taker=taker, said=kept, sha256="")
        data = _drawn(office, bare) if taker else b""
        content = {"giver": viewer.name, "taker": taker, "said": kept}
        id_ = daybook.put(tx, "handover", about, content, by=viewer.user, data=data)
        audit.append(tx, audit.Act(act="handover" if taker else "handover_note", by=viewer.user, about=about))
    return next(one for one in listed(office, viewer) if one.id == id_)


def _drawn(office: "Office", made: Handover) -> bytes:
    from desk.services.shared_forms import draw_form, shared_layout

    return draw_form(office, shared_layout("handover"), _words(office, made)).data


def _words(office: "Office", made: Handover) -> dict[str, Words]:
    told = {f"handover.{heading}": made.said.get(heading, "") for heading in SECTIONS}
    signed = {
        "handover.giver": made.giver,
        "handover.taker": made.taker,
        "handover.at": moment_words(made.at),
    }
    return {**office.words, **told, **signed}


def _hidden(tx: "Transaction", viewer: Viewer) -> frozenset[str]:
    kept = conflicts.kept_from(tx, viewer)
    return frozenset(cases.whole(tx, case_id).number for case_id in kept)


def _handover(office: "Office", page: daybook.Page, hidden: frozenset[str]) -> Handover:
    said = {heading: _shown(words, hidden) for heading, words in page.content["said"].items()}
    return Handover(
        id=page.id, at=page.at.astimezone(office.zone), giver=page.content["giver"], taker=page.content["taker"],
        said=said, sha256="" if hidden else page.sha256,
    )  # fmt: skip


def _shown(words: str, hidden: frozenset[str]) -> str:
    lines = words.splitlines()
    return "\n".join(line for line in lines if not any(number in line for number in hidden))
