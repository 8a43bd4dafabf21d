"""How each service about the office as a whole is asked, and what came of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import count
from typing import Any
from uuid import uuid4

import msgspec
from argon2 import PasswordHasher
from sqlalchemy import update
from tests.fixtures_office import NOON
from tests.services.rights_scene import ANYBODY, DAY, Scene, _with_fines, alone, brought_in, matter, person
from tests.services.test_seal_images import scan

from desk.domain.errors import StoreError
from desk.paths import resource
from desk.rulebook.accounts import Volume
from desk.rulebook.timing import Duty
from desk.services import (
    assessments,
    backups,
    desk_books,
    duties,
    freezing,
    handing_on,
    handovers,
    intake,
    manuals,
    office_calendar,
    own_font,
    pads,
    period_papers,
    pins,
    proposals,
    receptions,
    seal_images,
    server_logins,
    settings,
    users,
    volumes,
)  # fmt: skip
from desk.services.office import Office
from desk.store import schema

PASSWORD, PIN = "窗口的口令", "4071"


@cache
def hashed(secret: str) -> str:
    """As the store keeps it; made once, since it is slow on purpose."""
    return PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1).hash(secret)


def on_server(act: Callable[[Scene], Any]) -> Callable[[Scene], Any]:
    """A call that only makes sense on a server: who may do it is told that this office is none."""

    def call(scene: Scene) -> Any:
        try:
            return act(scene)
        except StoreError as error:
            return error.code == "no_server"

    return call


def with_secrets(act: Callable[[Scene], Any]) -> Callable[[Scene], Any]:
    """A call by a user who has a password and a PIN for as long as it takes."""

    def put(scene: Scene, password: str, pin: str) -> None:
        row = {"password_hash": password, "pin_hash": pin, "failures": 0, "locked_until": None}
        with scene.office.store.writing() as tx:
            tx.connection.execute(update(schema.clerk).where(schema.clerk.c.id == scene.user).values(row))
        scene.office.forget_users()

    def call(scene: Scene) -> Any:
        put(scene, hashed(PASSWORD), hashed(PIN))
        try:
            return act(scene)
        finally:
            put(scene, "", "")

    return call


def handed_on(scene: Scene) -> Any:
    """The one case that somebody took in before leaving."""
    leaver = f"leaver_{uuid4().hex[:8]}"
    users.add(scene.office, ANYBODY, id_=leaver, name=f"离岗{leaver[-8:]}", role="counter")
    took_in = replace(ANYBODY, user=leaver)
    intake.register(scene.office, took_in, matter(scene.office, "complaint", *person()))
    return handing_on.hand_on(scene.office, scene.me, leaver, "officer", "调离")


def duty(scene: Scene, office: Office) -> Any:
    """A duty that the manual might have."""
    office.rulebook = msgspec.structs.replace(
        office.rulebook, duties=(Duty(id="browse", name="浏览网站", every="day", times=99),)
    )
    return duties.mark_done(office, scene.me, "browse")


def business(scene: Scene, office: Office) -> Any:
    """A volume of business that the manual might have."""
    office.rulebook = msgspec.structs.replace(
        office.rulebook, volumes=(Volume(id="shops", name="经营户数", every="month"),)
    )
    return volumes.put(office, scene.me, "shops", f"{office.now():%Y-%m}", "1200")


def font_put(scene: Scene, office: Office) -> Any:
    """A font for this computer, whose other tests go on with the machine's."""
    try:
        return own_font.put(office, scene.me, resource("fonts", "DeskKai-Common.ttf"))
    finally:
        own_font.take(office.home / "none")


_months = count()


def next_month(scene: Scene, office: Office) -> Any:
    """A month that nobody has closed."""
    n = next(_months)
    office.clock = lambda: NOON + timedelta(days=36500)
    return freezing.freeze(office, scene.me, f"{2030 + n // 12}-{n % 12 + 1:02}")


def fined(scene: Scene, office: Office) -> Any:
    """A fine that people find, on a case that everybody may see."""
    _with_fines(office)
    return assessments.rule_on_fine(office, scene.me, "manners", scene.partner, "approved", 300)


def pointed(scene: Scene, office: Office) -> Any:
    """Points for a department, for a part of a bonus that the manual might have."""
    _with_fines(office)
    return assessments.give_points(office, scene.me, "bonus", "platform", "维修部", DAY, DAY, "95")


def rewarded(scene: Scene, office: Office) -> Any:
    """The bonus of a department that somebody else gave points."""
    _with_fines(office)
    assessments.give_points(office, ANYBODY, "bonus", "platform", "维修部", DAY, DAY, "95")
    return assessments.rule_on_bonus(office, scene.me, "bonus", "维修部", DAY, DAY, "approved", "补核")


def sent_away(scene: Scene) -> str:
    """A visitor who was sent elsewhere."""
    return receptions.note(scene.office, ANYBODY, "elsewhere", "报案", place="police").id


def duty_back(scene: Scene, office: Office) -> Any:
    """What the same user has just marked, taken back."""
    duty(scene, office)
    return duties.take_back(office, scene.me, "browse")


def period_paper(scene: Scene, office: Office, write: Callable[..., Any] = period_papers.written) -> Any:
    """A paper about a period that the manual might have."""
    book = office.rulebook
    monthly = msgspec.structs.replace(book.paper("receipt"), id="monthly", period=True)
    office.rulebook = msgspec.structs.replace(book, papers=(*book.papers, monthly))
    return write(office, scene.me, "monthly", DAY, DAY)


def proposal(scene: Scene) -> Any:
    """The manual in use, proposed again."""
    return proposals.of_switches(scene.office, ANYBODY, {})


def _seal_kept(scene: Scene, office: Office) -> str:
    """The office's seal as a picture, kept by the heads."""
    seal_images.add(office, ANYBODY, "单位印章", scan(), roles=["head"])
    return "单位印章"


def seal_taken_out(scene: Scene, office: Office) -> Any:
    """The seal for a paper, with the right password: the heads' alone."""
    name = _seal_kept(scene, office)
    paper = next(one for one in office.rulebook.papers if one.seal == name)
    users.set_password(office, ANYBODY, scene.user, "口令-9")
    try:
        return seal_images.take_out(office, scene.me, paper, "口令-9")
    finally:
        users.set_password(office, ANYBODY, scene.user, "")


def seal_seen(scene: Scene, office: Office) -> Any:
    """A seal that somebody else keeps."""
    seal_images.add(
        office, ANYBODY, "单位印章", scan(), keepers=["head"] if scene.me.role != "head" else ["counter"]
    )
    return bool(seal_images.listed(office, scene.me))


def moved(scene: Scene, office: Office) -> Any:
    """The whole office in another place; a copy of it goes."""
    from tests.fixtures_office import make_office

    copy = make_office(scene.folder / uuid4().hex, "R15")
    gone = backups.move(copy, scene.me, f"sqlite:///{scene.folder / uuid4().hex}.db")
    gone.close()
    return gone


OFFICE: dict[str, Callable[[Scene], Any]] = {
    "imports.bring_in": lambda s: brought_in(s, s.me),
    "receptions.note": lambda s: receptions.note(s.office, s.me, "question", "问时间"),
    "receptions.listed": lambda s: isinstance(receptions.listed(s.office, s.me, DAY), tuple),
    "receptions.where_before": lambda s: receptions.where_before(s.office, s.me, "police") == "",
    "receptions.slip": lambda s: receptions.slip(s.office, s.me, sent_away(s)).data,
    "pads.printed": lambda s: pads.printed(s.office, s.me, 1).data,
    "duties.mark_done": alone(duty),
    "assessments.rule_on_fine": alone(fined),
    "assessments.rule_on_bonus": alone(rewarded),
    "assessments.give_points": alone(pointed),
    "duties.take_back": alone(duty_back),
    "volumes.put": alone(business),
    "period_papers.written": alone(period_paper),
    "period_papers.drawn": alone(lambda s, office: period_paper(s, office, period_papers.drawn).data),
    "proposals.of_switches": lambda s: bool(proposals.of_switches(s.office, s.me, {})),
    "proposals.of_source": lambda s: bool(proposals.of_source(s.office, s.me, "R15")),
    "proposals.of_version": lambda s: bool(
        proposals.of_version(s.office, s.me, "R15", s.office.rulebook.version)
    ),
    "desk_books.work_under": lambda s: desk_books.work_under(s.office, s.me, s.office.rulebook.id),
    "proposals.take": lambda s: proposals.take(s.office, s.me, proposal(s)),
    "manuals.adopt": lambda s: manuals.adopt(s.office, s.me, "R15"),
    "settings.change": lambda s: settings.change(s.office, s.me, {"office.phone": "010-1"}),
    "own_font.put": lambda s: font_put(s, s.office),
    "own_font.remove": lambda s: own_font.remove(s.office, s.me),
    "seal_images.add": lambda s: seal_images.add(s.office, s.me, "单位印章", scan(), roles=["head"]),
    "seal_images.entrust": lambda s: seal_images.entrust(
        s.office, s.me, _seal_kept(s, s.office), roles=["head"]
    ),
    "seal_images.remove": lambda s: seal_images.remove(s.office, s.me, _seal_kept(s, s.office)),
    "seal_images.listed": lambda s: seal_seen(s, s.office),
    "seal_images.take_out": lambda s: seal_taken_out(s, s.office),
    "users.add": lambda s: users.add(s.office, s.me, id_=uuid4().hex, name="新来", role="counter"),
    "users.join": lambda s: users.join(s.office, s.me, s.office.rulebook.role("counter")),
    "users.change_own_password": with_secrets(
        lambda s: users.change_own_password(s.office, s.me, old=PASSWORD, new="另一个口令")
    ),
    "pins.set_pin": with_secrets(lambda s: pins.set_pin(s.office, s.me, "9053", password=PASSWORD)),
    "pins.drop_pin": with_secrets(lambda s: pins.drop_pin(s.office, s.me)),
    "pins.take_seat": with_secrets(lambda s: pins.take_seat(s.office, s.me, s.user, PIN)),
    "handing_on.hand_on": handed_on,
    "users.change": lambda s: users.change(s.office, s.me, "mediator", name="调解人员"),
    "office_calendar.set_day": lambda s: office_calendar.set_day(
        s.office, s.me, date(2030, 1, 1), works=False
    ),
    "office_calendar.set_days": lambda s: office_calendar.set_days(s.office, s.me, {date(2030, 1, 1): None}),
    "office_calendar.set_hours": lambda s: office_calendar.set_hours(
        s.office, s.me, office_calendar.hours_words(s.office)
    ),
    "office_calendar.import_year": lambda s: office_calendar.import_year(
        s.office, s.me, str(resource("calendars", "cn.toml"))
    ),
    "handovers.hand_over": lambda s: handovers.hand_over(
        s.office, s.me, {"note": "无"}, taker=("head" if s.me.role != "head" else "officer"), password=""
    ),
    "handovers.leave_note": lambda s: handovers.leave_note(s.office, s.me, "三点来取原件"),
    "freezing.freeze": alone(next_month),
    "server_logins.listed": on_server(lambda s: server_logins.listed(s.office, s.me)),
    "server_logins.add": on_server(lambda s: server_logins.add(s.office, s.me, "desk_two", s.folder / "two")),
    "server_logins.remove": on_server(lambda s: server_logins.remove(s.office, s.me, "desk_two")),
    "backups.listed": lambda s: backups.listed(s.office, s.me),
    "backups.back_up": lambda s: backups.back_up(s.office, s.me, s.folder / f"{uuid4().hex}.backup"),
    "backups.move": alone(moved),
}
