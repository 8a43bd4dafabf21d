"""A case as the command line tells it: documents for programs, lines for people."""

from typing import Any

from desk.domain.moments import moment_words


def outcome(view: Any, **more: Any) -> dict[str, Any]:
    """A case after an act: where it stands, by when what is due, what it resembles, what was doubtful."""
    matched = [
        {"scale": grade.scale, "level": line.level, "text": line.text}
        for grade in view.grades
        for line in grade.matched
    ]
    similar = [row.number for row in more.get("similar", ())]
    return {
        "number": view.number,
        "state": view.case.state,
        "level": dict(view.case.levels),
        "matched": matched,
        "clocks": [clock_document(clock) for clock in view.clocks],
        "similar": similar,
        "repeats": [repeat_document(found) for found in view.repetitions],
        "warnings": [
            {"field": found.field, "message": found.message, "hint": found.hint}
            for found in more.get("warnings", ())
            if found.warning
        ],
        **({"changed": more["changed"]} if "changed" in more else {}),
    }


def repeat_document(found: Any) -> dict[str, Any]:
    """A repetition as the command line tells it; ``name`` is what the manual calls it (二次投诉)."""
    return {
        "id": found.id,
        "name": found.name,
        "count": found.count,
        "times": found.times,
        "reached": found.reached,
        "cases": [row.number for row in found.earlier],
    }


def clock_document(clock: Any) -> dict[str, Any]:
    """A clock as the command line tells it."""
    return {
        "id": clock.id,
        "name": clock.name,
        "starts": clock.starts,
        "due": clock.due,
        "target": clock.target,
        "limit": clock.limit.words,
        "done": clock.done_at,
        "standing": clock.standing,
        "late_minutes": clock.late,
        "provisional": clock.provisional,
        "steps": list(clock.steps),
    }


def following_words(answer: dict[str, Any]) -> tuple[str, ...]:
    """What a person should know after an act: by when something is due, and what was doubtful."""
    due = [
        f"{clock['name']}：{moment_words(clock['due'])}前" + ("（预估）" if clock["provisional"] else "")
        for clock in answer["clocks"]
        if clock["due"] and not clock["done"]
    ]
    doubts = [
        f"请注意：{found['message']}" + (f"（{found['hint']}）" if found["hint"] else "")
        for found in answer["warnings"]
    ]
    return (*due, *doubts)
