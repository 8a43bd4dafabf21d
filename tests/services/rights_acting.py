"""How each service that acts on a case is asked, and what came of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import msgspec
from sqlalchemy import update
from tests.destroying import SECOND
from tests.services.rights_scene import (
    ANYBODY,
    DAY,
    PICTURE,
    REFUSED,
    STEP,
    Scene,
    alone,
    archived,
    broken_off,
    brought_in,
    erasable,
    kept_here,
    old_file,
    open_to,
    put_seal,
    signed,
    urged,
)

from desk.domain.enquiry import Said
from desk.domain.viewer import Viewer
from desk.paper.blacking import Area
from desk.rulebook.flow import Level, Scale
from desk.services import (
    approvals,
    attachments,
    boxing,
    cases,
    conflicts,
    contact_changes,
    contacts,
    deliveries,
    destruction,
    drafts,
    enquiries,
    import_batches,
    incidents,
    intake,
    issued_papers,
    links,
    looks,
    merging,
    notices,
    originals,
    reclassifying,
    refresh,
    reporting,
    signing,
    stepping,
    times,
    undo,
    urging,
    users,
    visits,
)  # fmt: skip
from desk.services.office import Office
from desk.store import cases as rows
from desk.store import schema


def unvisited(s: "Scene") -> bool:
    """A colleague has ended the matter in a way that the manual follows with a return visit; of reports there is none."""
    if s.kind == "complaint":
        stepping.act(s.office, ANYBODY, s.number, "refuse", REFUSED)
    return True


def act_within(scene: Scene) -> object:
    """A step in an open transaction."""
    with scene.office.store.writing() as tx:
        number = stepping.act_within(scene.office, scene.me, tx, scene.number, *STEP[scene.kind])
        return cases.show_within(scene.office, scene.me, tx, number)


def register_within(scene: Scene) -> object:
    """A new matter in an open transaction."""
    with scene.office.store.writing() as tx:
        [done] = intake.register_within(scene.office, scene.me, tx, [(scene.draft(), uuid4())])
    return done.case


def enter_within(scene: Scene) -> object:
    """A new matter put on record in an open transaction, and then looked at."""
    with scene.office.store.writing() as tx:
        new = intake.enter_within(scene.office, scene.me, tx, scene.draft(), uuid4())
        return cases.show_within(scene.office, scene.me, tx, new.number)


def refreshed(scene: Scene) -> bool:
    """Whether a date that has become wrong is put right."""
    _misdate(scene)
    return scene.id in refresh.refresh(scene.office, scene.me).cases


def refreshed_in_part(scene: Scene) -> bool:
    """The same among the first cases."""
    _misdate(scene)
    return scene.id in refresh.part(scene.office, scene.me, at_once=1000).changes.cases


def _misdate(scene: Scene) -> None:
    with scene.office.store.writing() as tx:
        c = schema.clock.c
        tx.connection.execute(update(schema.clock).where(c.case_id == scene.id).values(due_at=c.due_at - 1))


def drafted(act: Callable[[Scene, Viewer, Any], Any]) -> Callable[[Scene], Any]:
    """A call about a draft that is one's own, or a colleague's."""

    def call(scene: Scene) -> Any:
        owner = scene.me if scene.relation == "own" else replace(ANYBODY, user=f"{scene.user}_colleague")
        id_ = uuid4()
        drafts.keep(scene.office, owner, id_, {"kind": scene.kind, "name": scene.name})
        return act(scene, owner, id_)

    return call


def dropped(scene: Scene, owner: Viewer, id_: Any) -> bool:
    """Whether the draft is gone."""
    drafts.drop(scene.office, scene.me, id_)
    return str(id_) not in {row.id for row in drafts.kept(scene.office, owner)}


def merged(scene: Scene) -> None:
    """The case under its partner."""
    merging.merge(scene.office, ANYBODY, scene.partner, scene.number)


def destroyed(scene: Scene) -> Any:
    """Granted what somebody else asked for."""
    asked = destruction.ask(scene.office, SECOND, [scene.number], "保存期限已满")
    return destruction.decide(scene.office, scene.me, asked.id, granted=True)


def password(scene: Scene) -> object:
    """An empty password for oneself or a colleague."""
    other = "officer" if scene.user != "officer" else "head"
    return users.set_password(scene.office, scene.me, scene.user if scene.relation == "own" else other, "")


def settled(scene: Scene) -> object:
    """The approval of a paper that asks for one, within an open transaction."""
    with scene.office.store.writing() as tx:
        case = rows.get(tx, scene.number, scene.me)
        return approvals.settle(scene.office, scene.me, tx, case, scene.office.rulebook.paper("acceptance"))


def approved(scene: Scene) -> object:
    """The approval as the sheet on paper says it."""
    return approvals.approve(
        scene.office, scene.me, scene.number, "acceptance", approver="李局长", approved_on=DAY
    )


def reported(scene: Scene, office: Office) -> Any:
    """The head told of a case on a level, as a manual might want it."""
    level = Level(id="major", name="重大", rank=1, report_to=("head",))
    scale = Scale(id="severity", name="等级", levels=(level,))
    office.rulebook = msgspec.structs.replace(office.rulebook, scales=(scale,))
    _ = scene.levelled
    return reporting.report(office, scene.me, scene.number, "head", "电话")


ACTING: dict[str, Callable[[Scene], Any]] = {
    "originals.keep": lambda s: originals.keep(s.office, s.me, s.number, "发票原件 1 张"),
    "originals.give_back": lambda s: kept_here(s) and originals.give_back(s.office, s.me, s.number, 1),
    "boxing.put_in_box": alone(
        lambda s, office: archived(s) and boxing.put_in_box(office, s.me, [s.number], "1")
    ),
    "contacts.log": lambda s: contacts.log(s.office, s.me, s.number, means="电话", content="告知进展"),
    "stepping.act": lambda s: stepping.act(s.office, s.me, s.number, *STEP[s.kind]),
    "stepping.act_within": act_within,
    "stepping.act_all": lambda s: stepping.act_all(s.office, s.me, [s.number, s.partner], *STEP[s.kind])[0],
    "intake.register": lambda s: intake.register(s.office, s.me, s.draft()).case,
    "intake.register_within": register_within,
    "intake.enter_within": enter_within,
    "intake.register_all": lambda s: intake.register_all(s.office, s.me, [(s.draft(), uuid4())])[0].case,
    "attachments.attach": lambda s: attachments.attach(s.office, s.me, s.number, s.file_on_disk()),
    "attachments.attach_made": lambda s: attachments.attach_made(
        s.office, s.me, s.number, "截图.png", PICTURE
    ),
    "attachments.blacken": lambda s: attachments.blacken(s.office, s.me, s.picture, [Area(0, 0, 0.5, 0.5)]),
    "links.link": lambda s: links.link(s.office, s.me, s.number, s.partner, "repeats"),
    "links.unlink": lambda s: links.unlink(s.office, s.me, s.number, s.partner, "repeats"),
    "links.split": lambda s: links.split(s.office, s.me, s.number, s.kind, {}),
    "merging.merge": lambda s: merging.merge(s.office, s.me, s.partner, s.number),
    "merging.unmerge": lambda s: merged(s) or merging.unmerge(s.office, s.me, s.partner, s.number),
    "undo.undo": lambda s: undo.undo(s.office, s.me, s.stepped().number),
    "times.correct": lambda s: times.correct(
        s.office, s.me, s.number, "received", s.office.now() - timedelta(hours=4), "停电"
    ),
    "urging.answer": lambda s: urged(s) and urging.answer(s.office, s.me, s.number, "已约定上门"),
    "visits.tried": lambda s: unvisited(s) and visits.tried(s.office, s.me, s.number, "电话"),
    "conflicts.keep_from": lambda s: conflicts.keep_from(
        s.office, s.me, s.number, "administrator", "被投诉人是其亲属"
    ),
    "conflicts.lift": lambda s: conflicts.lift(s.office, s.me, s.number, s.outsider),
    "looks.ask": lambda s: looks.ask(s.office, s.me, s.number, "核实"),
    "looks.close": lambda s: open_to(s, s.me) and looks.close(s.office, s.me, s.number),
    "looks.review": lambda s: looks.review(s.office, s.me, open_to(s, ANYBODY)),
    "looks.decide": lambda s: looks.decide(s.office, s.me, s.request, granted=False),
    "notices.issue": lambda s: notices.issue(s.office, s.me, s.number, "receipt").data,
    "issued_papers.void": lambda s: issued_papers.void(s.office, s.me, s.paper, "写错"),
    "issued_papers.log_print": lambda s: issued_papers.log_print(
        s.office, s.me, s.paper, "打印机", 1, reprinted=True
    ),
    "approvals.approve": approved,
    "approvals.settle": settled,
    "enquiries.ask": lambda s: enquiries.ask(s.office, s.me, s.number, Said("李四", "0000")),
    "reporting.report": alone(reported),
    "seals.put_seal": alone(put_seal),
    "signing.sign": alone(signed(lambda s, office: signing.sign(office, s.me, s.number, "receipt", on=DAY))),
    "deliveries.deliver": lambda s: deliveries.deliver(s.office, s.me, s.paper, "直接送达", person="本人"),
    "import_batches.undo": lambda s: import_batches.undo(s.office, s.me, brought_in(s, s.taker)),
    "import_batches.refusal": lambda s: not import_batches.refusal(s.office, s.me, brought_in(s, s.taker)),
    "import_batches.broken_off": lambda s: (
        broken_off(s, s.taker) in {batch.id for batch in import_batches.broken_off(s.office, s.me)}
    ),
    "import_batches.reopened": lambda s: import_batches.reopened(
        s.office, s.me, broken_off(s, s.taker), old_file(s)
    ),
    "reclassifying.reclassify": lambda s: reclassifying.reclassify(s.office, s.me, s.number, category="food"),
    "destruction.ask": alone(erasable(lambda s: destruction.ask(s.office, s.me, [s.number], "保存期限已满"))),
    "destruction.decide": alone(erasable(destroyed)),
    "refresh.refresh": refreshed,
    "refresh.part": refreshed_in_part,
    "drafts.keep": drafted(lambda s, _, id_: drafts.keep(s.office, s.me, id_, {"kind": s.kind})),
    "drafts.kept": drafted(lambda s, _, id_: str(id_) in {row.id for row in drafts.kept(s.office, s.me)}),
    "drafts.drop": drafted(dropped),
    "users.set_password": password,
    "contact_changes.change": lambda s: contact_changes.change(
        s.office, s.me, s.number, {"complainant.phone": f"136{int(s.phone) % 10**8:08}"}, reason="换号"
    ),
    "incidents.record": lambda s: incidents.record(s.office, s.me, "拍打柜台", number=s.number),
}
