"""Whatever happens in whatever order, the numbers of a series run from one on without a gap, and none is given twice."""

import shutil
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.fixtures_store import KEY, MORNING

from desk.store import counters
from desk.store.engine import Store, open_store

SERIES = ("case", "receipt", "decision")
PERIODS = ("2026", "2027")
_STEPS = st.one_of(
    st.tuples(
        st.sampled_from(["take", "abandon", "cut", "void"]), st.sampled_from(SERIES), st.sampled_from(PERIODS)
    ),
    st.tuples(st.sampled_from(["restart", "back up", "restore"]), st.just(""), st.just("")),
)


class Abandoned(Exception):
    """Before the commit."""


class Office:
    """A store with the history of what was acknowledged, which no restore can take back."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "desk.db"
        self.backup = folder / "backup.db"
        self.given: list[tuple[str, str, int]] = []
        self.store = self._open()
        self.back_up()

    def _open(self) -> Store:
        return open_store(f"sqlite:///{self.path}", KEY, now=lambda: MORNING)

    def take(self, series: str, period: str, *, then: str = "") -> None:
        with self.store.writing() as tx:
            n, _ = counters.take(
                tx, "R", series, period, lambda n: f"{series}{period}-{n}", by="clerk", at=MORNING
            )
            if then == "abandon":
                raise Abandoned
            if then == "cut":  # the mark is on the disk already, the commit is not
                self.store.highwater.raise_to(tx.taken, (0, ""))  # type: ignore[union-attr]
                raise Abandoned
            if then == "void":
                counters.void(tx, ("R", series, period), n, "打印坏了", by="clerk", at=MORNING)
        self.given.append((series, period, n))

    def restart(self) -> None:
        self.store.close()
        self.store = self._open()

    def back_up(self) -> None:
        self.store.checkpoint()
        shutil.copy(self.path, self.backup)

    def restore(self) -> None:
        self.store.close()
        shutil.copy(self.backup, self.path)
        self.store = self._open()

    def do(self, step: str, series: str, period: str) -> None:
        try:
            match step:
                case "take" | "abandon" | "cut" | "void":
                    self.take(series, period, then="" if step == "take" else step)
                case "restart":
                    self.restart()
                case "back up":
                    self.back_up()
                case "restore":
                    self.restore()
        except Abandoned:
            pass


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_STEPS, max_size=14))
def test_numbers_have_no_gap_and_no_double_through_any_history(
    tmp_path_factory: "object", empty_file: Path, steps: list[tuple[str, str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("history")  # type: ignore[attr-defined]
    shutil.copy(empty_file, folder / "desk.db")
    office = Office(folder)

    for step in [*steps, *(("take", series, period) for series in SERIES for period in PERIODS)]:
        office.do(*step)

    assert len(set(office.given)) == len(office.given)
    with office.store.reading() as tx:
        assert counters.gaps(tx) == ()
    office.store.close()


def test_control_without_the_mark_a_restore_gives_a_number_twice(tmp_path: Path, empty_file: Path) -> None:
    shutil.copy(empty_file, tmp_path / "desk.db")
    office = Office(tmp_path)
    office.take("case", "2026")
    office.store.highwater.path.unlink()  # type: ignore[union-attr]

    office.restore()
    office.take("case", "2026")

    assert office.given == [("case", "2026", 1)] * 2
    office.store.close()
