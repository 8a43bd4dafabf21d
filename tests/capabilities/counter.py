"""A front desk for the capability tests: matters taken in and moved on through the services, under the shipped manuals."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from tests.fixtures_office import NOON, SETTINGS, make_office

from desk.domain.clocks import ClockState
from desk.domain.draft import Draft
from desk.paths import resource
from desk.services import cases, intake, signing, stepping
from desk.services.cases import CaseView
from desk.services.intake import BadDraft, Registered
from desk.services.office import Office
from desk.services.setting_up import init_office

WHO = {"complainant.name": "张三", "complainant.phone": "13800138000"}
OTHERS = ("13900139001", "13900139002", "13900139003", "13900139004")
"""Phones by which the store knows people apart."""

Opened = Callable[[str], Office]


@contextmanager
def desk_of(folder: Path) -> Iterator[Opened]:
    """Opens practice offices in ``folder``, by a shipped manual's id or the folder of another; closes them at the end."""
    made: list[Office] = []

    def opened(rulebook: str) -> Office:
        home = folder / f"office{len(made)}"
        office = (
            make_office(home, rulebook)
            if "/" not in rulebook
            else init_office(
                home, rulebook=rulebook, name="示范区局", practice=True, now=NOON, settings=SETTINGS
            )
        )
        made.append(office)
        return office

    yield opened
    for office in made:
        office.close()


def altered(folder: Path, rulebook: str, *changes: tuple[str, str]) -> str:
    """A copy of a shipped manual with pieces of its rules replaced, each of which must stand in it; its folder."""
    shutil.copytree(resource("rulebooks", rulebook), folder)
    rules = folder / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    for piece, other in changes:
        assert piece in text, piece
        text = text.replace(piece, other, 1)
    rules.write_text(text, encoding="utf-8")
    return str(folder)


def draft(office: Office, *, kind: str = "", channel: str = "", category: str = "", at: datetime | None = None,
          **values: object) -> Draft:  # fmt: skip
    """What a clerk types; ``__`` in a name stands for a dot. People and words come from ``WHO`` where they are asked."""
    book = office.rulebook
    kind, channel = kind or book.kinds[0].id, channel or book.channels[0].id
    asked = {field.id for field in book.fields_at("register", kind, channel)}
    usual = {**WHO, "subject": "反映的事项", "narrative": "事情的经过", "demand": "请予处理"}
    typed = {
        **{fact: words for fact, words in usual.items() if fact in asked},
        **{name.replace("__", "."): value for name, value in values.items()},
    }
    given = {fact: value for fact, value in typed.items() if value is not None}
    return Draft(kind=kind, channel=channel, category=category, received_at=at or office.now(), values=given)  # type: ignore[arg-type]


def take_in(office: Office, by: str, **given: object) -> Registered:
    """Register a matter as the user ``by``."""
    return intake.register(office, office.viewer(by), draft(office, **given))  # type: ignore[arg-type]


def refused(office: Office, by: str, **given: object) -> dict[str, str]:
    """What keeps the matter from being registered, by field."""
    try:
        take_in(office, by, **given)
    except BadDraft as refusal:
        return {problem.field: problem.message for problem in refusal.problems}
    return {}


def sign_up(office: Office, number: str, step: str) -> None:
    """Let the papers be signed for which the step waits (CAP-90)."""
    clerk = next(role.id for role in office.rulebook.roles if {"handle", "see_identity"} <= set(role.rights))
    viewer, on = office.viewer(clerk), office.now().date()
    for one in signing.of_case(office, viewer, number):
        if step in one.signing.before and not one.is_given:
            signing.sign(office, viewer, number, one.paper.id, [one.signing.id], on=on)


def act(office: Office, by: str, number: str, step: str, note: str = "", **values: object) -> CaseView:
    """Take a step as the user ``by``, with the papers signed that it waits for; ``__`` in a name stands for a dot."""
    sign_up(office, number, step)
    typed = {name.replace("__", "."): value for name, value in values.items()}
    return stepping.act(office, office.viewer(by), number, step, typed, note=note).case


def look(office: Office, by: str, number: str) -> CaseView:
    """The case as the user ``by`` sees it now."""
    return cases.show(office, office.viewer(by), number)


def clocks(view: CaseView) -> dict[str, ClockState]:
    """The case's clocks by id."""
    return {clock.id: clock for clock in view.clocks}


def steps(view: CaseView) -> set[str]:
    """The steps open to whoever looks."""
    return {open_.step.id for open_ in view.steps}


def set_time(office: Office, moment: datetime) -> None:
    """The practice office's clock stands at ``moment``."""
    office.clock = lambda: moment


def forward(office: Office, **units: float) -> None:
    """The practice office's clock goes on."""
    set_time(office, office.now() + timedelta(**units))
