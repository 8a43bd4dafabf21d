"""How each service that lists, counts or keeps registers is asked, and what came of it."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import msgspec
import pypdfium2
from openpyxl import Workbook
from tests.destroying import SECOND, destroy
from tests.fixtures_office import NOON
from tests.services.rights_scene import (
    ANYBODY,
    DAY,
    Scene,
    _with_fines,
    alone,
    archived,
    erasable,
    put_seal,
    urged,
)

from desk.domain.viewer import Viewer
from desk.rulebook.accounts import Indicator, Sign
from desk.services import (
    assessments,
    case_listing,
    corrections,
    counted,
    destruction,
    erasing,
    figures,
    freezing,
    judging,
    own_registers,
    pictures,
    registers,
    samples,
    seal_register,
    signs,
    times,
    transfers,
    urging,
)  # fmt: skip
from desk.services.fined import fined as fined_of
from desk.services.office import Office
from desk.store.case_filter import CaseFilter


def written(scene: Scene, write: Callable[..., Any] = registers.written) -> object:
    """The register as a workbook, only the line of the case."""
    lines = registers.book(scene.office, scene.me, "cases", DAY, DAY)
    if not scene.view(lines.words):
        return False

    def only(found: Any) -> Any:
        rows = [n for n, row in enumerate(found.data) if scene.number in row]
        return replace(
            found, words=tuple(found.words[n] for n in rows), data=tuple(found.data[n] for n in rows),
            outward=only(found.outward) if found.outward else None,
        )  # fmt: skip

    return write(scene.office, scene.me, only(lines), ".xlsx").data


def with_pictures(office: Office, viewer: Viewer, found: Any, suffix: str) -> Any:
    """The same by way of the report with pictures."""
    return pictures.written(office, viewer, found, (), suffix)


def in_template(office: Office, viewer: Viewer, found: Any, suffix: str) -> Any:
    """The same in an office's own workbook, which has the register's headings."""
    del suffix
    book, data = Workbook(), io.BytesIO()
    book.active.append([column.title for column in found.columns])
    book.save(data)
    return registers.in_template(office, viewer, found, data.getvalue(), "模板.xlsx")


def total(scene: Scene) -> bool:
    """Whether the register's counts count the case."""
    everyone = registers.counts(scene.office, ANYBODY, DAY, DAY).total
    return registers.counts(scene.office, scene.me, DAY, DAY).total == everyone


def figured(scene: Scene) -> bool:
    """Whether a figure over all cases counts the case, forty days later, when a colleague has seen the figures already."""
    office, book, clock = scene.office, scene.office.rulebook, scene.office.clock
    every = Indicator(id="every", name="全部", period="any", base='kind == "complaint" or kind == "report"')
    office.rulebook = msgspec.structs.replace(book, indicators=(every,))
    office.clock = lambda: NOON + timedelta(days=40)
    try:
        days = DAY - timedelta(days=1), DAY + timedelta(days=35)
        [everybody] = figures.figures(office, ANYBODY, *days).indicators
        [found] = figures.figures(office, scene.me, *days).indicators
    finally:
        office.rulebook, office.clock = book, clock
    return scene.number in found.base and len(found.base) == len(everybody.base)


def ripe(scene: Scene) -> bool:
    """Whether the case stands on the destruction list."""
    return scene.number in {one.number for one in erasing.ripe(scene.office, scene.me)}


def requested(scene: Scene) -> bool:
    """Whether a request for its destruction is told."""
    destruction.ask(scene.office, SECOND, [scene.number], "保存期限已满")
    told = destruction.listed(scene.office, scene.me)
    return scene.number in {line.number for one in told for line in one.lines}


def certified(scene: Scene) -> bool:
    """Whether the case stands on the certificate."""
    made = destroy(scene.office, ANYBODY, scene.number, "保存期限已满")
    paper = pypdfium2.PdfDocument(destruction.certificate(scene.office, scene.me, made.id))
    return scene.number in "".join(page.get_textpage().get_text_range() for page in paper)


def judged(scene: Scene, office: Office) -> Any:
    """The case as figures count it that need everything of it."""
    every = Indicator(id="every", name="全部", base="age_days >= 0")
    office.rulebook = msgspec.structs.replace(office.rulebook, indicators=(every,))
    which = CaseFilter(ids=frozenset({scene.id}))
    return [one.case for one in counted.judged(office, scene.me, [which])]


def noticed(scene: Scene, office: Office) -> bool:
    """Whether a sign that one matter is enough for names the case."""
    growth = Sign(id="growth", name="增长", form="growth", least=1)
    office.rulebook = msgspec.structs.replace(office.rulebook, signs=(growth,))
    return scene.number in str(signs.signs(office, scene.me, DAY - timedelta(days=1), DAY))


def closed(look: Callable[[Scene], Any]) -> Callable[[Scene, Office], Any]:
    """Forty days later, when the month of the case has been closed by a colleague."""

    def call(scene: Scene, office: Office) -> Any:
        office.clock = lambda: NOON + timedelta(days=40)
        month = f"{DAY:%Y-%m}"
        if month not in {one.month for one in freezing.listed(office, ANYBODY)}:
            freezing.freeze(office, ANYBODY, month)
        return look(scene)

    return call


def closed_paper(scene: Scene) -> Any:
    """The line of the case in the closed register."""
    made = pypdfium2.PdfDocument(freezing.paper(scene.office, scene.me, f"{DAY:%Y-%m}").data)
    said = "\n".join(page.get_textpage().get_text_range() for page in made)
    made.close()
    return [line for line in said.splitlines() if scene.number in line]


def put_right(scene: Scene) -> Any:
    """The moment of the case, put right by a colleague after its month was closed."""
    now = scene.office.now()
    times.correct(scene.office, ANYBODY, scene.number, "received", NOON - timedelta(hours=5), "停电")
    return scene.view(
        corrections.corrections(scene.office, scene.me, now - timedelta(days=1), now + timedelta(days=1))
    )


def put_right_in_register(scene: Scene) -> Any:
    """The same as a register."""
    put_right(scene)
    last = scene.office.now().date()
    return scene.view(own_registers.made(scene.office, scene.me, "corrections", DAY, last).words)


def on_the_list(scene: Scene) -> bool:
    """Whether the case stands on the list for the archive."""
    archived(scene)
    return scene.number in {one.number for one in transfers.transferred(scene.office, scene.me, DAY, DAY)}


def in_seal_register(scene: Scene) -> bool:
    """Whether a colleague's sealing stands in the register."""
    me, scene.me = scene.me, ANYBODY
    try:
        put_seal(scene, scene.office)
    finally:
        scene.me = me
    day = timedelta(days=1)
    return scene.number in {
        one.number for one in seal_register.sealed(scene.office, scene.me, NOON - day, NOON + day)
    }


def as_many_lines(scene: Scene) -> bool:
    """Whether the closed month has as many lines as for everybody else."""
    mine, everyone = (freezing.months(scene.office, who) for who in (scene.me, ANYBODY))
    return mine == everyone


def assessed(scene: Scene, office: Office) -> bool:
    """Whether fines of all cases name this one."""
    _with_fines(office)
    office.clock = lambda: NOON + timedelta(days=400)
    found = assessments.listed(office, scene.me, DAY - timedelta(days=1), DAY)
    return scene.number in {one.line.about for one in found}


def found_late(scene: Scene, office: Office) -> bool:
    """Whether the fines of all cases name this one."""
    _with_fines(office)
    office.clock = lambda: NOON + timedelta(days=400)
    return scene.number in {line.about for line in fined_of(office, scene.me, CaseFilter())}


COUNTING: dict[str, Callable[[Scene], Any]] = {
    "urging.ordered": lambda s: (
        urged(s) and s.number in {one.case for one in urging.ordered(s.office, s.me, DAY, DAY)}
    ),
    "urging.by_department": lambda s: (
        urged(s) and s.number in str(urging.by_department(s.office, s.me, DAY, DAY))
    ),
    "urging.waiting": lambda s: urged(s) and s.number in {one.case for one in urging.waiting(s.office, s.me)},
    "judging.standings": lambda s: [
        one.case for one in judging.standings(s.office, s.me, CaseFilter(ids=frozenset({s.id})))
    ],
    "registers.in_template": lambda s: written(s, in_template),
    "case_listing.listed": lambda s: s.view(
        case_listing.listed(s.office, s.me, CaseFilter(received_from=NOON - timedelta(days=1))).words
    ),
    "pictures.pictures": lambda s: (
        s.number in str(pictures.pictures(s.office, s.me, DAY - timedelta(days=9), DAY))
    ),
    "pictures.written": lambda s: written(s, with_pictures),
    "registers.book": lambda s: s.view(registers.book(s.office, s.me, "cases", DAY, DAY).words),
    "samples.draw": lambda s: s.number in str(samples.draw(s.office, s.me, DAY, DAY, count=200)),
    "registers.with_cases": lambda s: s.view(
        registers.with_cases(s.office, s.me, s.office.rulebook.register("cases"), DAY, DAY)[0].words
    ),
    "registers.counts": total,
    "registers.behind": lambda s: s.number in registers.behind(s.office, s.me, DAY, DAY, "total"),
    "registers.written": written,
    "figures.figures": figured,
    "signs.signs": alone(noticed),
    "counted.whole": lambda s: [
        one.case for one in counted.whole(s.office, s.me, CaseFilter(ids=frozenset({s.id})))
    ],
    "counted.whole_of": lambda s: [one.case for one in counted.whole_of(s.office, s.me, [s.id])],
    "counted.judged": alone(judged),
    "fined.fined": alone(found_late),
    "erasing.ripe": alone(erasable(ripe)),
    "destruction.listed": alone(erasable(requested)),
    "destruction.certificate": alone(erasable(certified)),
    "assessments.listed": alone(assessed),
    "corrections.corrections": alone(closed(put_right)),
    "freezing.listed": alone(
        closed(lambda s: freezing.listed(s.office, s.me) == freezing.listed(s.office, ANYBODY))
    ),
    "freezing.months": alone(closed(as_many_lines)),
    "freezing.paper": alone(closed(closed_paper)),
    "seal_register.sealed": alone(lambda s, _office: in_seal_register(s)),
    "transfers.transferred": alone(lambda s, _office: on_the_list(s)),
    "own_registers.made": alone(closed(put_right_in_register)),
}
