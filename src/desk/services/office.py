"""The office: where its data lies, which rulebook holds, who works there, and what time it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desk.domain.calendar import Calendar
from desk.domain.case import Case
from desk.domain.circumstances import of_case
from desk.domain.clocks import ClockState
from desk.domain.errors import DeskError, NotFound
from desk.domain.moments import OFFICE_ZONE
from desk.domain.progress import Told
from desk.domain.viewer import Viewer
from desk.domain.words import Words, case_words
from desk.rulebook.flow import Right
from desk.rulebook.loading import Manual, adopted
from desk.rulebook.model import Rulebook
from desk.services import own_font
from desk.services.office_calendar import calendar_of
from desk.store import audit, cases, keys, papers, rulebooks, users
from desk.store import office as office_settings
from desk.store.engine import Store, open_store
from desk.store.transaction import Transaction
from desk.store.users import User

STORE_FILE = "desk.db"
MARK_FILE = "desk.mark"
ADDRESS_FILE = "store.url"
ROLE = "role."
"""Settings that say what a user is under another manual than the one of the account: ``role.<rulebook>.<user>``."""
Clock = Callable[[], datetime]


class NoOffice(NotFound):
    """Nothing has been set up in this folder yet."""

    def __init__(self, home: Path) -> None:
        super().__init__(
            "no_office", f"“{home}”里还没有设立单位", "请先设立单位，或打开演示单位（desk demo）", "home"
        )


@dataclass(slots=True)
class Office:
    """An opened office. ``settings`` are what it wrote about itself (``office.phone`` …); ``clock`` tells the time."""

    home: Path
    store: Store
    rulebook: Rulebook
    settings: Mapping[str, str]
    clock: Clock
    calendar: Calendar
    clock_trouble: str = ""
    """What is wrong with the computer's clock, told to whoever sits down; not refused, since the last act may have been the wrong one."""
    _pinned: dict[tuple[str, str], Rulebook] = field(default_factory=dict)
    _users: tuple[User, ...] = ()

    @property
    def name(self) -> str:
        """The office's full name."""
        return self.settings.get("office.name", "")

    @property
    def practice(self) -> bool:
        """Whether this is a practice office, fixed for good."""
        return self.settings.get("practice") == "yes"

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which this office counts its days."""
        return OFFICE_ZONE

    @property
    def code(self) -> str:
        """The abbreviation (代字) before its document numbers."""
        return self.settings.get("office.code", "")

    @property
    def prints_notes(self) -> bool:
        """Whether official forms carry their explanatory 注."""
        return self.settings.get("paper.notes", "yes") == "yes"

    @property
    def words(self) -> dict[str, str]:
        """What papers say about the office."""
        return {key: value for key, value in self.settings.items() if key.startswith(("office.", "contact."))}

    @property
    def store_words(self) -> str:
        """Where the store is, without any password."""
        return str(self.store.path or self.store.url.rpartition("@")[2])

    @property
    def recovery_key_file(self) -> Path:
        """The file with the recovery key, to be printed and put away."""
        return self.home / keys.RECOVERY_FILE

    @property
    def keeps_key_in_file(self) -> bool:
        """Whether the store's key lies in a file of this computer: there is no key store of the system that would keep it."""
        return not keys.is_machine_bound(self.home)

    def now(self) -> datetime:
        """The moment on the office's clock, with its zone."""
        return self.clock()

    def facts(
        self, rulebook: Rulebook, case: Case, counts: Mapping[str, int] | None = None
    ) -> dict[str, Any]:
        """What criteria may ask about the case at this moment."""
        return of_case(rulebook, case, self.now(), counts, self.calendar)

    def words_of(
        self,
        rulebook: Rulebook,
        case: Case,
        clocks: Sequence[ClockState] = (),
        asked: frozenset[str] | None = None,
    ) -> dict[str, Words]:
        """The case in words, with people by their names: all of them, or those ``asked``."""
        return {
            **case_words(rulebook, case, clocks, asked),
            "case.first_receiver": self.user_name(case.first_receiver),
        }

    def zone_of(self, moment: datetime) -> datetime:
        """``moment`` on the office's clock."""
        return moment.astimezone(self.zone)

    def users(self) -> tuple[User, ...]:
        """The office's users, the active ones first."""
        if not self._users:
            with self.store.reading() as tx:
                self._users = users.everyone(tx)
        return self._users

    def user_name(self, id_: str) -> str:
        """What people call the user ``id_``."""
        return next((user.name for user in self.users() if user.id == id_), id_)

    def viewer(self, id_: str) -> Viewer:
        """The user with the rights of the role. Raises ``NotFound``."""
        user = next((user for user in self.users() if user.id == id_ and user.active), None)
        if user is None:
            raise NotFound("no_user", f"没有用户“{id_}”", "用 desk user 查看用户", "as")
        own = viewer_of(self.rulebook, replace(user, role=self.role_under(self.rulebook, user) or user.role))
        return replace(own, elsewhere=partial(self._elsewhere, own.user, self.rulebook.id))

    def role_under(self, rulebook: Rulebook, user: User) -> str:
        """The role that the user has under one of the office's manuals; empty where none."""
        role = self.settings.get(f"{ROLE}{rulebook.id}.{user.id}") or user.role
        return role if any(entry.id == role for entry in rulebook.roles) else ""

    def sign_in(self, id_: str, password: str) -> Viewer:
        """The user, if the password is right. Raises ``DeskError`` after a growing delay."""
        viewer = self.viewer(id_)
        with self.store.writing() as tx:
            right = users.check_password(tx, id_, password)
            audit.append(tx, audit.Act(act="sign_in" if right else "sign_in_failed", by=id_))
        if not right:
            raise DeskError("bad_password", "口令不对", "请重新输入；忘记的请管理员重设", "password")
        return viewer

    def rulebook_of(self, case: Case) -> Rulebook:
        """The rulebook under which the case was taken in: a case keeps its manual (CAP-03)."""
        return self.manual(case.rulebook, case.rulebook_version)

    def manual(self, id_: str, version: str) -> Rulebook:
        """One adopted version of a rulebook. Raises ``NotFound``."""
        key = (id_, version)
        if key == (self.rulebook.id, self.rulebook.version):
            return self.rulebook
        if key not in self._pinned:
            with self.store.reading() as tx:
                self._pinned[key] = _loaded(rulebooks.text(tx, *key))
        return self._pinned[key]

    def versions(self) -> tuple[Rulebook, ...]:
        """Every version of this office's manual that was ever adopted, the one in force among them."""
        id_ = self.rulebook.id
        with self.store.reading() as tx:
            adopted = {version for book, version in rulebooks.versions(tx) if book == id_}
        return tuple(self.manual(id_, version) for version in sorted(adopted | {self.rulebook.version}))

    def _elsewhere(self, id_: str, home: str, rulebook: str, version: str) -> Viewer | None:
        """Who the user is under another manual than ``home``; None under that one, and for who is no user any more."""
        user = next((user for user in self.users() if user.id == id_), None)
        if rulebook == home or user is None:
            return None
        book = self.manual(rulebook, version)
        there = viewer_of(book, replace(user, role=self.role_under(book, user)))
        return replace(there, elsewhere=partial(self._elsewhere, id_, rulebook))

    def in_role(self, viewer: Viewer, case: Case) -> Viewer:
        """The user with the rights that the role under the case's own manual gives; under the desk's own unchanged."""
        return viewer.under(case.rulebook, case.rulebook_version)

    def under_each(self, viewer: Viewer) -> tuple[tuple[Rulebook, Viewer], ...]:
        """Each of the office's manuals as it was adopted last, with who this person is under it; the desk's own first."""
        return tuple((book, viewer.under(book.id, book.version)) for book in self.manuals())

    def manuals(self) -> tuple[Rulebook, ...]:
        """Each of the office's manuals as it was adopted last; the desk's own first."""
        with self.store.reading() as tx:
            latest = dict(reversed(rulebooks.versions(tx)))
        latest[self.rulebook.id] = self.rulebook.version
        found = (self.manual(*key) for key in latest.items())
        return tuple(sorted(found, key=lambda book: book.id != self.rulebook.id))

    def may_somewhere(self, viewer: Viewer, *rights: Right) -> bool:
        """Whether this person holds one of ``rights`` under one of the office's manuals."""
        return any(person.may(right) for _, person in self.under_each(viewer) for right in rights)

    def in_role_at(self, viewer: Viewer, ref: str | int) -> Viewer:
        """The same for a case by its number or id; for one that is not there the viewer as is, and the service says so."""
        with self.store.reading() as tx:
            manual = cases.manual_of(tx, ref)
        return viewer.under(*manual) if manual else viewer

    def in_role_at_paper(self, viewer: Viewer, paper_id: int) -> Viewer:
        """The same for the case of a paper; a paper that is of no case leaves the viewer as is."""
        with self.store.reading() as tx:
            case_id = papers.case_of(tx, paper_id)
        return self.in_role_at(viewer, case_id) if case_id else viewer

    def take_up(self, rulebook: Rulebook) -> None:
        """Work under another of the office's manuals from now on."""
        self._pinned[self.rulebook.id, self.rulebook.version] = self.rulebook
        self.rulebook = rulebook

    def forget_users(self) -> None:
        """Read the users anew at the next question."""
        self._users = ()

    def close(self) -> None:
        """Let go of the store."""
        self.store.close()


def viewer_of(rulebook: Rulebook, user: User) -> Viewer:
    """A user as rights see one: the role's rights and department from the rulebook."""
    try:
        role = rulebook.role(user.role)
    except KeyError:
        return Viewer(user.id, user.name, user.role)
    return Viewer(user.id, user.name, role.id, frozenset(role.rights), user.department or role.department)


def default_home() -> Path:
    """The user data folder of this machine, local and not roaming."""
    from platformdirs import user_data_path

    return user_data_path("desk", appauthor=False, roaming=False)


def system_clock() -> datetime:
    """The computer's clock in the office's zone."""
    return datetime.now(OFFICE_ZONE)


@lru_cache(maxsize=32)
def _rulebook_of(files: tuple[tuple[str, str], ...]) -> Rulebook:
    return adopted(Manual(dict(files)))


def _loaded(manual: Manual) -> Rulebook:
    return _rulebook_of(tuple(sorted(manual.files.items())))


def open_office(
    home: Path,
    *,
    rulebook: str = "",
    password: str | None = None,
    now: datetime | None = None,
    told: Told | None = None,
) -> Office:
    """Open the office in ``home``; ``told`` hears how far the upgrade of an older store is. Raises ``NoOffice``, or ``DeskError`` where key or store do not open."""
    if not (home / keys.KEY_FILE).exists():
        raise NoOffice(home)
    key = keys.unlock(home, password=password)
    address = home / ADDRESS_FILE
    url = address.read_text(encoding="utf-8").strip() if address.exists() else ""
    clock = clock_at(now)
    return opened(home, store_at(home, url, key, clock, told), clock, rulebook)


def store_at(home: Path, url: str, key: bytes, clock: Clock, told: Told | None = None) -> Store:
    """The store; its high-water mark lies here, outside the database and off its server."""
    place = url or f"sqlite:///{home / STORE_FILE}"
    return open_store(place, key, now=clock, mark=home / MARK_FILE, progress=told)


def opened(home: Path, store: Store, clock: Clock, rulebook: str) -> Office:
    """The office that lies in this store, under one of its manuals. Raises ``DeskError`` where a real one was given a clock."""
    with store.reading() as tx:
        settings = office_settings.read(tx)
        manual = _manual_in_use(tx, settings, rulebook)
        days = calendar_of(tx)
    office = Office(home, store, _loaded(manual), settings, clock, days)
    store.clock = office.now
    own_font.take(home)
    if clock is not system_clock and not office.practice:
        store.close()
        raise DeskError("real_clock", "只有演示单位可以设定时间", "请去掉 --now", "now")
    if not office.practice:
        office.clock_trouble = _clock_trouble(store, office.now())
    return office


def _clock_trouble(store: Store, now: datetime) -> str:
    with store.reading() as tx:
        last = audit.ahead_of_clock(tx)
    if last is None:
        return ""
    return (
        f"电脑现在的时间 {now:%Y-%m-%d %H:%M} 早于最后一次记录 {last.astimezone(OFFICE_ZONE):%Y-%m-%d %H:%M}，"
        "登记日期和时限会出错。请先在系统设置里校准日期、时间和时区，再重新打开程序"
    )


def _manual_in_use(tx: Transaction, settings: Mapping[str, str], rulebook: str) -> Manual:
    if rulebook in ("", settings["rulebook"]):
        return rulebooks.text(tx, settings["rulebook"], settings["rulebook_version"])
    return rulebooks.current(tx, rulebook)


def clock_at(now: datetime | None) -> Clock:
    """The computer's clock, or one that stands at ``now``."""
    return system_clock if now is None else lambda: now
