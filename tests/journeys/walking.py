"""Taking a journey through the services, and what came of it."""

from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

from tests.capabilities.counter import look, sign_up, take_in
from tests.journeys.ways import Journey
from tests.services.test_main_job import text_of

from desk.services import notices, stepping
from desk.services.cases import CaseView
from desk.services.office import Office


@dataclass
class Walked:
    """The number that the matter got, and the words of each paper's latest version."""

    number: str
    papers: dict[str, str] = field(default_factory=dict)


def who_may(office: Office, *rights: str) -> str:
    """The first role with these rights."""
    return next(role.id for role in office.rulebook.roles if set(rights) <= set(role.rights))


def walk(office: Office, journey: Journey) -> Walked:
    """The whole way, each step by its people, each paper printed as soon as it is right."""
    book, clerk = office.rulebook, who_may(office, "register")
    asked = {one.id for one in book.fields_at("register", journey.kind, journey.channel)}
    values = {fact.replace(".", "__"): said for fact, said in journey.values.items() if fact in asked}
    taken = take_in(
        office, clerk, kind=journey.kind, channel=journey.channel, category=journey.category, **values
    )
    done = Walked(taken.case.number)
    _print(office, done, "register")
    began = office.now()
    for minutes, (step, who, given) in enumerate(journey.acts, 1):
        office.clock = partial(began.__add__, timedelta(minutes=minutes))
        sign_up(office, done.number, step)
        stepping.act(office, office.viewer(who), done.number, step, given)
        _print(office, done, step)
    return done


def _print(office: Office, done: Walked, step: str) -> None:
    """Issue what the step calls for and what lacks nothing; one that goes out once is not issued twice."""
    issuer = office.viewer(who_may(office, "issue"))
    for offer in notices.offers(office, issuer, done.number, step):
        is_out = offer.paper in done.papers and office.rulebook.paper(offer.paper).once
        if not offer.missing and not is_out:
            done.papers[offer.paper] = _words(office, done.number, offer.paper)


def _words(office: Office, number: str, paper: str) -> str:
    """The paper as printed; where the issuer may not approve it, somebody who may issues it."""
    entry = office.rulebook.paper(paper)
    right = "decide" if entry.approval else "issue"
    both = (role.id for role in office.rulebook.roles if {"issue", right} <= set(role.rights))
    return text_of(notices.issue(office, office.viewer(next(both)), number, paper))


def ended(office: Office, done: Walked) -> CaseView:
    """The case at the end, as somebody sees it who may see everything about it."""
    return look(office, who_may(office, "see_identity"), done.number)
