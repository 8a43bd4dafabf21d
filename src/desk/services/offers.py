"""Which papers are right at this moment, and only those (see the rulebook's ``after``, ``states`` and ``when``)."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.domain.errors import NotFound
from desk.domain.viewer import Viewer
from desk.rulebook.criteria import holds
from desk.rulebook.documents import Paper
from desk.rulebook.intake import Field
from desk.rulebook.model import Rulebook
from desk.rulebook.places import PLACES

if TYPE_CHECKING:
    from desk.services.cases import CaseView
    from desk.services.office import Office
    from desk.store.papers import PaperRow

ALWAYS = ("receipt", "form")
"""Working papers: they may be printed again at any time after their moment, with a new version."""


OUTWARD = ("decision", "notice")
"""Papers that go out in the office's name and have to reach their addressee."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that is right now. ``missing`` names what it still needs; ``stands``: it was issued and still answers the step
    that calls for it, under the number ``issued``.

    ``asked`` are the facts among what is missing: they can be typed in with the paper.
    """

    paper: str
    name: str
    nature: str
    missing: tuple[str, ...] = ()
    issued: str = ""
    asked: tuple[str, ...] = ()
    stands: bool = False
    again: bool = False
    """Whether another beside the one that stands wants a reason, and somebody who may decide."""


def offers_of(office: "Office", view: "CaseView", after: str = "") -> tuple[Offer, ...]:
    """The papers that are right for the case now; with ``after`` only those that this step calls for."""
    rulebook = office.rulebook_of(view.case)
    taken = {entry.step for entry in view.case.timeline if not entry.undone} | {"register"}
    return tuple(
        _offer(rulebook, paper, view)
        for paper in rulebook.papers
        if fits(paper, view)
        and (after in paper.after if after else bool(taken & set(paper.after)) or not paper.after)
        and holds(paper.when, view.facts)
    )


def _offer(rulebook: Rulebook, paper: Paper, view: "CaseView") -> Offer:
    issued = standing(paper, view)
    return Offer(
        paper.id,
        paper.name,
        paper.nature,
        tuple(lacking(rulebook, paper, view)),
        issued.number if issued else "",
        tuple(need for need in paper.needs if need not in view.known and need not in PLACES),
        issued is not None,
        told_once(paper, view) is not None,
    )


def standing(paper: Paper, view: "CaseView") -> "PaperRow | None":
    """The paper that was issued, is not void, and still answers the step that calls for it.

    Taken again (延期 a second time) that step calls for a new one; so does a later step that calls for the same form: it has
    more to say by then (调查表, handed out when the matter is assigned and filled when it is investigated). A paper that goes
    out once stands whatever follows.
    """
    steps = (entry.at for entry in view.case.timeline if entry.step in paper.after and not entry.undone)
    since = max(steps, default=None) if not paper.once else None
    issued = [row for row in view.papers if row.kind == paper.id and row.state == "issued"]
    return next((row for row in reversed(issued) if since is None or row.at >= since), None)


def told_once(paper: Paper, view: "CaseView") -> "PaperRow | None":
    """The paper that stands, where the same must not be told twice without a reason (CAP-33).

    That is whatever goes out in the office's name, and what the manual lets out once.
    """
    return standing(paper, view) if paper.once or paper.nature in OUTWARD else None


def may_issue(viewer: Viewer, paper: Paper) -> bool:
    """Whether the viewer may issue this paper: by right; what registering calls for also by who takes matters in.

    A receipt and a form of registration need nobody's decision, and the visitor stands at the counter.
    """
    takes_in = viewer.may("register") and viewer.may("see_identity")
    return viewer.may("issue") or (takes_in and paper.nature in ALWAYS and "register" in paper.after)


def at_hand(office: "Office", view: "CaseView", viewer: Viewer, after: str) -> tuple[Offer, ...]:
    """The papers that the step just taken calls for and that the viewer may issue: what is put under F8."""
    rulebook, own = office.rulebook_of(view.case), office.in_role(viewer, view.case)
    found = offers_of(office, view, after)
    return tuple(offer for offer in found if may_issue(own, rulebook.paper(offer.paper)))


def fits(paper: Paper, view: "CaseView") -> bool:
    """Whether the paper exists for this kind of matter and may be issued in the case's state."""
    of_kind = not view.is_erased and not paper.period and (not paper.kinds or view.case.kind in paper.kinds)
    return of_kind and (not paper.states or view.case.state in paper.states)


def lacking(rulebook: Rulebook, paper: Paper, view: "CaseView", given: Container[str] = ()) -> Iterator[str]:
    """The titles of what the paper needs and neither the case has nor is ``given`` with it (facts and places by id)."""
    for need in paper.needs:
        if need not in view.known and need not in given:
            yield PLACES[need] if need in PLACES else _title(rulebook, need, view.case.kind)


def _title(rulebook: Rulebook, fact: str, kind: str) -> str:
    fields = [
        field for field in rulebook.fields if field.id == fact and (not field.kinds or kind in field.kinds)
    ]
    return (fields[0] if fields else Field(id=fact)).title


def paper_named(rulebook: Rulebook, paper_id: str) -> Paper:
    """The rulebook's paper with this id. Raises ``NotFound`` naming those that there are."""
    try:
        return rulebook.paper(paper_id)
    except KeyError:
        names = "、".join(f"{paper.id}（{paper.name}）" for paper in rulebook.papers)
        raise NotFound("no_paper", f"规则簿里没有文书“{paper_id}”", f"可用：{names}", "paper") from None
