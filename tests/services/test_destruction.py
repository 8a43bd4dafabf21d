"""Destruction: asked for with its ground, granted by a second person, done at once; gone from the file, certified, on record."""

from datetime import date, timedelta

import pypdfium2
import pytest
from tests.decrypted import pages
from tests.destroying import SECOND
from tests.fixtures_office import NOON, make_office
from tests.services.rights_scene import ANYBODY, matter, person
from tests.services.test_merging import keeping

from desk.domain.archiving import outlasting
from desk.domain.errors import DeskError, Forbidden, NotFound
from desk.services import (
    attachments,
    backups,
    cases,
    checks,
    conflicts,
    contact_changes,
    destruction,
    erasing,
    figures,
    freezing,
    intake,
    notices,
    registers,
    settings,
    stepping,
)
from desk.services.demo import practice_office
from desk.services.figures_by_case import by_case
from desk.services.office import Office, open_office
from desk.store import audit
from desk.store.engine import Store

GROUND = "保存期限已满（档案管理办法第八条）"
LATER = NOON.replace(year=2030)


@pytest.fixture
def office(tmp_path):
    opened = make_office(tmp_path / "office", "R15")
    keeping(opened, "3")
    yield opened
    opened.close()


def ended(office: Office, name: str = "", subject: str = "") -> str:
    """A complaint that was withdrawn, so that it has ended on the day."""
    draft = matter(office, "complaint", name or person()[0], person()[1])
    if subject:
        draft.values["subject"] = subject
    number = intake.register(office, ANYBODY, draft).case.number
    stepping.act(office, ANYBODY, number, "withdraw")
    return number


def later(office: Office) -> None:
    office.clock = lambda: LATER


def admin(office: Office):
    return office.viewer("administrator")


def words(data: bytes) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def test_two_people_destroy_and_the_certificate_names_numbers_and_nobody(office, tmp_path) -> None:
    numbers = [ended(office, "金丝雀甲"), ended(office, "金丝雀乙")]
    backups.back_up(office, admin(office), tmp_path / "old.backup")
    later(office)

    asked = destruction.ask(office, admin(office), numbers, GROUND)
    still = [one.number for one in erasing.ripe(office, admin(office))]
    made = destruction.decide(office, office.viewer("head"), asked.id, granted=True, note="同意")

    paper = words(destruction.certificate(office, admin(office), asked.id))
    assert (asked.words, still, made.words) == ("待批准", numbers, "已销毁")
    assert erasing.ripe(office, admin(office)) == ()
    for said in (*numbers, GROUND, "同意", "销毁清册", office.user_name("head"), "2026-11-20", "共 2 件"):
        assert said in paper.replace("\r\n", ""), said
    assert "金丝雀" not in paper
    assert registers.counts(office, ANYBODY, NOON.date(), NOON.date()).total == 2
    assert checks.verify(office).findings == ()


def test_every_step_is_on_record(office) -> None:
    number = ended(office)
    later(office)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    destruction.decide(office, office.viewer("head"), asked.id, granted=True)

    with office.store.reading() as tx:
        found = [(row.act, row.by) for row in audit.records(tx, limit=3)]

    assert found == [
        ("destruction_granted", "head"),
        ("erase", "head"),
        ("destruction_asked", "administrator"),
    ]


def test_nothing_of_it_is_left_in_any_page_of_the_file(office) -> None:
    """C4: pages that were freed are overwritten, the log is empty, the search index is written anew."""
    number = ended(office, "欧阳金雀", "金丝雀牌冰箱")
    store, key = office.store, office.store.cipher.file_key
    store.checkpoint()
    before = pages(store.path, key)
    later(office)

    asked = destruction.ask(office, admin(office), [number], GROUND)
    destruction.decide(office, SECOND, asked.id, granted=True)

    after = pages(store.path, key)
    assert "金丝雀牌冰箱".encode() in before  # control: the reading of pages is not blind
    assert [one for one in ("金丝雀", "欧阳金雀", "丝雀", "oyjq") if one.encode() in after] == []
    assert number.encode() in after
    assert store.path.with_name(store.path.name + "-wal").stat().st_size == 0


@pytest.mark.parametrize(
    ("ground", "days", "code"), [(" ", 0, "no_reason"), (GROUND, -365, "kept"), (GROUND, -4 * 365, "open")]
)
def test_what_may_not_be_asked_for_is_refused(office, ground, days, code) -> None:
    number = ended(office) if code != "open" else intake.register(
        office, ANYBODY, matter(office, "complaint", *person())
    ).case.number  # fmt: skip
    moment = LATER + timedelta(days=days)
    office.clock = lambda: moment

    with pytest.raises(DeskError) as told:
        destruction.ask(office, admin(office), [number], ground)

    assert told.value.code == code


def test_nobody_grants_their_own_request_nor_decides_twice(office) -> None:
    number = ended(office)
    later(office)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    with pytest.raises(Forbidden, match="自己的"):
        destruction.decide(office, admin(office), asked.id, granted=True)
    with pytest.raises(DeskError, match="待批准的销毁申请"):
        destruction.ask(office, admin(office), [number], GROUND)
    with pytest.raises(DeskError, match="不批准的理由"):
        destruction.decide(office, SECOND, asked.id, granted=False)
    destruction.decide(office, SECOND, asked.id, granted=False, note="涉诉，暂缓")
    with pytest.raises(DeskError, match="已经决定"):
        destruction.decide(office, office.viewer("head"), asked.id, granted=True)

    [refused] = destruction.listed(office, admin(office))
    assert (refused.words, refused.note) == ("未批准", "涉诉，暂缓")
    assert [one.number for one in erasing.ripe(office, admin(office))] == [number]
    with pytest.raises(NotFound):
        destruction.certificate(office, admin(office), asked.id)


def test_what_was_archived_anew_before_the_decision_is_not_destroyed(office) -> None:
    """The years are looked at once more when it is granted."""
    number = ended(office)
    later(office)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    keeping(office, "10")

    with pytest.raises(DeskError, match="须保存到"):
        destruction.decide(office, SECOND, asked.id, granted=True)

    assert destruction.listed(office, admin(office))[0].waits


def test_a_request_with_a_case_that_is_kept_from_somebody_is_not_theirs_to_decide(office) -> None:
    number = ended(office)
    later(office)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    conflicts.keep_from(office, ANYBODY, number, "head", "是其近亲属")

    assert destruction.listed(office, office.viewer("head")) == ()
    with pytest.raises(NotFound):
        destruction.decide(office, office.viewer("head"), asked.id, granted=True)


def test_a_case_that_waits_in_a_request_kept_from_somebody_is_not_asked_for_twice(office) -> None:
    """Else one of the two requests could never be granted: part of it would be gone."""
    hidden, shared = ended(office), ended(office)
    later(office)
    destruction.ask(office, admin(office), [hidden, shared], GROUND)
    conflicts.keep_from(office, ANYBODY, hidden, "administrator", "是其近亲属")

    with pytest.raises(DeskError, match="待批准的销毁申请"):
        destruction.ask(office, admin(office), [shared], GROUND)


def test_one_person_alone_destroys_at_once_and_the_certificate_says_so(office) -> None:
    from desk.services import users

    number = ended(office)
    for user in office.users():
        if user.id != "administrator":
            users.change(office, admin(office), user.id, active=False)
    later(office)

    made = destruction.ask(office, admin(office), [number], GROUND)

    assert (made.words, made.decided_by) == ("已销毁", "administrator")
    assert "一人单位自行决定" in words(destruction.certificate(office, admin(office), made.id))


def test_nobody_makes_themselves_alone_to_grant_their_own_request(office) -> None:
    """Who may configure could let everybody's account rest, destroy, and wake them up again."""
    from desk.services import users

    number = ended(office)
    later(office)
    for user in office.users():
        if user.id != "administrator":
            users.change(office, admin(office), user.id, active=False)

    asked = destruction.ask(office, admin(office), [number], GROUND)

    assert asked.waits
    with pytest.raises(Forbidden, match="自己的"):
        destruction.decide(office, admin(office), asked.id, granted=True)
    office.clock = lambda: LATER + timedelta(days=31)
    assert destruction.decide(office, admin(office), asked.id, granted=True).words == "已销毁"


def test_old_backups_are_listed_with_their_own_end_and_what_they_still_hold(office, tmp_path) -> None:
    number = ended(office)
    settings.change(office, admin(office), {"backup.months": "6"})
    later(office)
    backups.back_up(office, admin(office), tmp_path / "old.backup")
    office.clock = lambda: LATER + timedelta(days=1)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    destruction.decide(office, SECOND, asked.id, granted=True)
    backups.back_up(office, admin(office), tmp_path / "new.backup")

    new, old = backups.listed(office, admin(office))

    assert (old.kept_until, old.destroyed_since, new.destroyed_since) == (date(2031, 5, 20), 1, 0)
    assert "2031-05-20" in words(destruction.certificate(office, SECOND, asked.id))


def test_nothing_new_is_written_to_a_case_that_is_gone(office, tmp_path) -> None:
    number, photo = ended(office), tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    later(office)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    destruction.decide(office, SECOND, asked.id, granted=True)

    view = cases.show(office, ANYBODY, number)
    assert (view.steps, view.closed, notices.offers(office, ANYBODY, number)) == ((), (), ())
    for act in (
        lambda: stepping.act(office, ANYBODY, number, "file_case"),
        lambda: attachments.attach(office, ANYBODY, number, photo),
        lambda: notices.issue(office, ANYBODY, number, "receipt"),
        lambda: contact_changes.change(
            office, ANYBODY, number, {"complainant.phone": "13600001111"}, reason="换号"
        ),
        lambda: conflicts.keep_from(office, ANYBODY, number, "head", "是其近亲属"),
    ):
        with pytest.raises(DeskError):
            act()
    assert checks.verify(office).findings == ()


def test_figures_of_years_whose_cases_were_destroyed_say_what_they_said(tmp_path) -> None:
    """R15 counts by ground (理由) and by what was recovered; both are no words of anybody and stay."""
    office = practice_office(tmp_path / "practice", rulebook="R15", cases=15)
    keeping(office, "3")
    days = office.now().date() - timedelta(days=400), office.now().date()
    later(office)
    before = [
        said(figures.figures(office, admin(office), *days)),
        said(by_case(office, admin(office), *days)),
    ]
    ripe = [one.number for one in erasing.ripe(office, admin(office))]

    destruction.decide(office, SECOND, destruction.ask(office, admin(office), ripe, GROUND).id, granted=True)

    after = [said(figures.figures(office, admin(office), *days)), said(by_case(office, admin(office), *days))]
    assert len(ripe) > 2
    assert any(name == "理由" for name, *_ in before[0])  # control: something is counted that a case says
    assert after == before
    assert checks.verify(office).findings == ()
    office.close()


def said(found) -> list[tuple[str, str, int]]:
    whole = [(one.name, one.words, len(one.hits)) for one in found.indicators]
    parts = [
        (row.indicator, f"{one.group} {one.words}", len(one.hits))
        for row in found.rankings
        for one in row.figures
    ]
    return [*whole, *(part for part in parts if part[0] != "催办、督办")]


def test_what_stays_of_a_case_has_no_words_and_says_nothing_about_the_complainant(office) -> None:
    """R15: how the complainant is known, and every text and note, go; amount and choices stay."""
    stays = outlasting(office.rulebook)

    assert {"amount", "ground", "department"} <= stays
    assert not [fact for fact in stays if fact.startswith(("complainant.", "proxy."))]
    assert not {"subject", "narrative", "demand", "respondent.name", "materials", "items"} & stays


def test_the_certificate_counts_what_is_there_when_it_is_granted(office, tmp_path) -> None:
    number, photo = ended(office), tmp_path / "photo.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n")
    later(office)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    attachments.attach(office, ANYBODY, number, photo)

    made = destruction.decide(office, SECOND, asked.id, granted=True)

    assert (asked.lines[0].files, made.lines[0].files) == (0, 1)
    assert "附件 1 个" in words(destruction.certificate(office, SECOND, asked.id))


def test_a_power_cut_right_after_the_decision_leaves_nothing_in_the_index(office, monkeypatch) -> None:
    number = ended(office, "欧阳金雀", "金丝雀牌冰箱")
    store, key = office.store, office.store.cipher.file_key
    later(office)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    with monkeypatch.context() as cut:
        cut.setattr(Store, "checkpoint", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            destruction.decide(office, SECOND, asked.id, granted=True)

    store.checkpoint()  # as the next start or an idle moment makes it

    after = pages(store.path, key)
    assert [one for one in ("金丝雀", "欧阳金雀", "丝雀", "oyjq") if one.encode() in after] == []


def test_no_backup_is_forgotten_however_many_were_made(office) -> None:
    """A year of daily ones: each still holds what is destroyed, and the certificate names those that are to be deleted."""
    number = ended(office)
    later(office)
    with office.store.writing() as tx:
        for day in range(365):
            audit.append(tx, audit.Act(act="backup", by="administrator", about=f"{day}-0a1b"))
    asked = destruction.ask(office, admin(office), [number], GROUND)
    destruction.decide(office, SECOND, asked.id, granted=True)

    assert len(backups.listed(office, admin(office))) == 365
    assert "此前的备份 365 份" in words(destruction.certificate(office, SECOND, asked.id))


def test_closed_registers_stay_and_the_certificate_says_what_they_hold(office) -> None:
    number = ended(office, "欧阳金雀", "金丝雀牌冰箱")
    office.clock = lambda: NOON + timedelta(days=40)
    freezing.freeze(office, office.viewer("head"), "2026-11")
    later(office)
    asked = destruction.ask(office, admin(office), [number], GROUND)
    destruction.decide(office, SECOND, asked.id, granted=True)

    closed = words(freezing.paper(office, office.viewer("head"), "2026-11").data)
    assert ("欧阳金雀" in closed, "金丝雀牌冰箱" in closed) == (False, True)
    assert "已封存的台账照封存时的样子保存" in words(destruction.certificate(office, SECOND, asked.id))


def test_stores_from_before_an_upgrade_or_a_restore_are_named_since_they_hold_it_still(
    office, tmp_path
) -> None:
    number = ended(office)
    backups.back_up(office, admin(office), tmp_path / "old.backup")
    home = office.home
    office.close()
    backups.restore(home, tmp_path / "old.backup", now=NOON)
    (home / "desk.db.r0010").write_bytes(b"as the upgrade leaves it")
    again = open_office(home, now=NOON)
    keeping(again, "3")
    later(again)

    asked = destruction.ask(again, admin(again), [number], GROUND)
    destruction.decide(again, SECOND, asked.id, granted=True)

    paper = words(destruction.certificate(again, SECOND, asked.id)).replace("\r\n", "")
    assert "核对后请删除：desk.db.before-restore、desk.db.r0010。" in paper
    again.close()


def test_a_restored_backup_tells_which_destroyed_cases_are_there_again(office, tmp_path) -> None:
    first, second = ended(office), ended(office)
    later(office)
    destruction.decide(
        office, SECOND, destruction.ask(office, admin(office), [first], GROUND).id, granted=True
    )
    backups.back_up(office, admin(office), tmp_path / "old.backup")
    office.clock = lambda: LATER + timedelta(days=1)
    destruction.decide(
        office, SECOND, destruction.ask(office, admin(office), [second], GROUND).id, granted=True
    )
    home = office.home
    recovery = office.recovery_key_file.read_text(encoding="utf-8").split()[-1]
    office.close()

    done = backups.restore(home, tmp_path / "old.backup", now=LATER)
    again = backups.restore(tmp_path / "elsewhere", tmp_path / "old.backup", now=LATER, recovery=recovery)

    assert (done.undestroyed, again.undestroyed) == ((second,), ())
