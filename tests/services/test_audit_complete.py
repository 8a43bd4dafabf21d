"""Every act of every service leaves exactly its rows in the audit, in the same transaction; looking leaves none."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text
from tests.fixtures_office import make_office
from tests.services.rights_calls import CALLS
from tests.services.rights_scene import Scene
from tests.services.rights_table import ACTING, LOOKING, OFFICE, RELATIONS, ROLES, table

from desk.services import cases
from desk.services.office import Office
from desk.store import schema

TABLE = table()
IS_ACT = [line.split()[0] for line in (ACTING + OFFICE).splitlines() if line]
IS_LOOK = [line.split()[0] for line in LOOKING.splitlines() if line]

SEVERAL = {
    "receptions.listed": 0, "receptions.where_before": 0, "receptions.slip": 0,  # looked at, nothing of a case
    "duties.take_back": 2,  # marked first
    "stepping.act_all": 2,  # a step on each of two cases
    "destruction.decide": 2,  # the decision, and what was erased
    "server_logins.listed": 0, "server_logins.add": 0, "server_logins.remove": 0,  # this office is on no server
    "backups.listed": 0,  # looked at, nothing of a case
    "import_batches.refusal": 0, "import_batches.broken_off": 0, "import_batches.reopened": 0,  # looked at
    "links.split": 2,  # the new case, and the link
    "undo.undo": 2,  # the step that is undone is the same user's
    "seal_images.listed": 0, "seal_images.take_out": 0,  # looked at; a use is on record with the paper that bears it
    "backups.move": 0,  # its row lies in the new place
    "desk_books.work_under": 0,  # a desk turns to another page of its own
    "drafts.keep": 0, "drafts.kept": 0, "drafts.drop": 0,  # what somebody types is nobody's business yet
    "proposals.of_switches": 0, "proposals.of_source": 0, "proposals.of_version": 0,  # nothing is adopted yet
}  # fmt: skip
"""How many rows where it is not one."""

LOOKS = {"looks.look": 1, "case_file.bound": 1, "attachments.contents": 1, "registers.written": 1, "registers.in_template": 1, "pictures.written": 1,
         "undo.offered": 1}  # fmt: skip
"""Looking that is put on record: identities, files, and registers that leave the office. The step that undo offers to take back
is the same user's."""

SETS_UP = {
    "looks.close",
    "looks.is_open",
    "looks.review",
    "merging.unmerge",
    "undo.undo",
    "destruction.ask",
    "destruction.decide",
    "import_batches.undo",
    "import_batches.refusal",
    "import_batches.broken_off",
    "import_batches.reopened",
    "refresh.refresh",
    "refresh.part",
    "backups.move",
    "assessments.rule_on_bonus",
    "urging.answer",
    "urging.waiting",
    "visits.tried",
    "handing_on.hand_on",
    "originals.give_back",
    "boxing.put_in_box",
    "seal_images.entrust",
    "seal_images.remove",
    "seal_images.listed",
    "seal_images.take_out",
}
"""Calls that first make what they act on, and the move, which acts in another store: no dump can be compared."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("audit")


@pytest.fixture(scope="module")
def office(folder: Path) -> Iterator[Office]:
    opened = make_office(folder / "office", "R15")
    yield opened
    opened.close()


def scene_of(office: Office, name: str, folder: Path) -> Scene:
    """Somebody who may do it, and a case that a colleague took in; for undo, a step of one's own."""
    relation = {
        "undo.undo": "sealed",
        "undo.offered": "sealed",
        "drafts.keep": "own",
        "drafts.kept": "own",
        "drafts.drop": "own",
    }.get(name, "other")
    cells = TABLE[name][RELATIONS.index(relation)]
    role = next(role for role, cell in zip(ROLES, cells, strict=True) if cell in "Dm")
    scene = Scene(office, role, relation, folder)
    _ = scene.partner, scene.paper, scene.file, scene.request, scene.outsider, scene.picture
    _ = scene.partner, scene.paper, scene.file, scene.request, scene.levelled
    return scene


def acts(office: Office, user: str) -> int:
    with office.store.reading() as tx:
        return len(tx.connection.execute(select(schema.audit.c.n).where(schema.audit.c.by == user)).all())


def dumped(office: Office) -> dict[str, list[object]]:
    """All that the store holds."""
    with office.store.reading() as tx:
        names = [name for name in inspect(tx.connection).get_table_names() if "search_pieces" not in name]
        return {
            name: sorted(map(str, tx.connection.execute(text(f'SELECT * FROM "{name}"')))) for name in names
        }


@pytest.mark.parametrize("name", [*IS_ACT, *IS_LOOK])
def test_each_service_leaves_as_many_rows_as_it_does_acts(office, folder, name) -> None:
    scene = scene_of(office, name, folder)
    before = acts(office, scene.user)

    CALLS[name](scene)

    expected = LOOKS.get(name, 0) if name in IS_LOOK else SEVERAL.get(name, 1)
    assert acts(office, scene.user) - before == expected


@contextmanager
def deaf(office: Office) -> Iterator[None]:
    """While the audit takes no rows of our six users."""
    users = ", ".join(f"'{role}'" for role in ROLES)
    refuse = f"BEFORE INSERT ON audit WHEN NEW.by IN ({users}) BEGIN SELECT RAISE(ABORT, 'deaf'); END"
    _run(office, f"CREATE TRIGGER deaf {refuse}")
    try:
        yield
    finally:
        _run(office, "DROP TRIGGER deaf")


def _run(office: Office, words: str) -> None:
    with office.store.writer.connect() as connection, connection.begin():
        connection.execute(text(words))


SILENT = {name for name, rows in SEVERAL.items() if not rows} | SETS_UP | {"imports.bring_in"}


@pytest.mark.parametrize("name", [name for name in IS_ACT if name not in SILENT])
def test_an_act_that_cannot_be_put_on_record_does_not_happen(office, folder, name) -> None:
    scene = scene_of(office, name, folder)
    before = dumped(office)

    with deaf(office), pytest.raises(Exception, match="deaf"):
        CALLS[name](scene)

    assert dumped(office) == before


def test_an_import_that_cannot_be_put_on_record_stays_unseen(office, folder) -> None:
    scene = scene_of(office, "imports.bring_in", folder)
    before = cases.count(office, scene.me).n

    with deaf(office), pytest.raises(Exception, match="deaf"):
        CALLS["imports.bring_in"](scene)

    assert cases.count(office, scene.me).n == before


def test_control_an_act_on_record_changes_the_store(office, folder) -> None:
    scene = scene_of(office, "stepping.act", folder)
    before = dumped(office)

    CALLS["stepping.act"](scene)

    assert dumped(office) != before
