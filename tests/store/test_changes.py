"""Two people on one case: what they change apart is merged, the same field asks, and nothing is lost on the way."""

from dataclasses import replace
from typing import Any

import pytest
from tests.fixtures_store import MORNING, StoreMaker
from tests.store.builders import CLERK, HEAD, STRANGER, new_case, register
from tests.store.test_registration import together

from desk.domain.case import Happening
from desk.domain.errors import Conflict
from desk.domain.viewer import Viewer
from desk.store import cases, changes, search, verification
from desk.store.engine import Store


def change(
    store: Store, case_id: int, *, seen: int | None = None, state: str | None = None, **facts: Any
) -> int:
    """What a service does for one step: reads the whole case, changes some facts, saves with a timeline entry."""
    values = {fact.replace("__", "."): value for fact, value in facts.items()}
    with store.writing() as tx:
        case = cases.whole(tx, case_id)
        done = Happening(step="handle", at=MORNING, by="officer", note="已电话联系曾建国", values=values)
        after = replace(
            case, values={**case.values, **values}, state=state or case.state, timeline=(*case.timeline, done)
        )
        return changes.save(
            tx, after, frozenset(values), seen or case.version, (), by="officer", named=frozenset()
        )


def facts_of(store: Store, case_id: int, viewer: Viewer = HEAD) -> dict[str, Any]:
    with store.reading() as tx:
        return dict(cases.get(tx, case_id, viewer).values)


def test_changes_of_different_fields_merge(any_store: Store) -> None:
    made = register(any_store)

    change(any_store, made.id, seen=1, result="已退款", state="closed")
    change(any_store, made.id, seen=1, remark="回访满意")

    facts = facts_of(any_store, made.id)
    assert (facts["result"], facts["remark"]) == ("已退款", "回访满意")
    with any_store.reading() as tx:
        case = cases.get(tx, made.id, HEAD)
    assert (case.version, case.state) == (3, "closed")


def test_the_same_field_asks_and_names_itself(any_store: Store) -> None:
    made = register(any_store)
    change(any_store, made.id, seen=1, result="已退款")

    with pytest.raises(Conflict) as told:
        change(any_store, made.id, seen=1, result="已解释", remark="另记")

    assert told.value.fields == ("result",)
    assert "remark" not in facts_of(any_store, made.id)


def test_two_desks_that_save_at_the_same_moment_both_keep_their_words(
    any_store: Store, reopened: StoreMaker
) -> None:
    made = register(any_store)
    desks = [reopened(any_store), reopened(any_store)]

    def work(desk: Store, name: str) -> None:
        for n in range(15):
            change(desk, made.id, **{f"own__{name}{n}": n})

    wrong = together([lambda: work(desks[0], "a"), lambda: work(desks[1], "b")])

    assert wrong == []
    own = {fact for fact in facts_of(any_store, made.id) if fact.startswith("own.")}
    assert own == {f"own.{name}{n}" for name in "ab" for n in range(15)}


def test_what_was_changed_is_found_and_what_it_was_before_is_not(any_store: Store) -> None:
    made = register(any_store)

    change(
        any_store, made.id, subject="电梯故障", complainant__name="欧阳娜娜", complainant__phone="13900001111"
    )

    with any_store.reading() as tx:
        found = {
            text: search.find(tx, CLERK, text, 9).ids
            for text in ("电梯", "欧阳", "oyn", "1111", "退款", "曾建", "5678")
        }
        faults = verification.verify_all(tx)
    assert [text for text, ids in found.items() if ids] == ["电梯", "欧阳", "oyn", "1111"]
    assert faults == ()


def test_a_case_changed_in_the_transaction_that_registered_it_is_indexed_as_changed(any_store: Store) -> None:
    from tests.store.builders import NUMBERING

    from desk.store import registration

    with any_store.writing() as tx:
        made = registration.insert(tx, new_case(), NUMBERING)
        case = cases.whole(tx, made.id)
        done = Happening(step="handle", at=MORNING, by="officer")
        after = replace(case, values={**case.values, "subject": "路灯"}, timeline=(*case.timeline, done))
        changes.save(tx, after, frozenset({"subject"}), 1, (), by="officer", named=frozenset())

    with any_store.reading() as tx:
        assert search.find(tx, CLERK, "路灯", 9).ids == (made.id,)
        assert search.find(tx, CLERK, "预付卡", 9).ids == ()


def test_a_timeline_shows_identities_by_right_alone(any_store: Store) -> None:
    made = register(any_store)
    change(any_store, made.id, complainant__phone="13900001111", result="已退款")

    with any_store.reading() as tx:
        told = [cases.get(tx, made.id, viewer).timeline[-1] for viewer in (HEAD, STRANGER)]

    assert told[0].values == {"complainant.phone": "13900001111", "result": "已退款"}
    assert told[1].values == {"result": "已退款"}


def test_a_sealed_timeline_says_what_was_done_but_not_its_words(any_store: Store) -> None:
    made = register(any_store, sealed=True)
    change(any_store, made.id, result="已核实")

    with any_store.reading() as tx:
        last = cases.get(tx, made.id, HEAD).timeline[-1]

    assert (last.step, last.note, dict(last.values)) == ("handle", "", {})
