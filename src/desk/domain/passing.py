"""Whose hands a case is in: handler, first receiver, last to act, or who took somebody's work over."""

from desk.domain.case import Case

PASSED = "passed:"
"""How the entry begins by which work went from one user to another: ``passed:<giver>:<taker>``."""
_NOT_WORK = ("register", "registered", "received")


def how_held(case: Case, user: str, name: str) -> tuple[str, ...]:
    """How an open case lies with a user, in the words of the day's page; nothing where it does not."""
    passed = [
        entry.step.removeprefix(PASSED).rpartition(":") for entry in case.timeline if _is_passing(entry.step)
    ]
    takers = [taker for _, _, taker in passed]
    found = []
    if str(case.values.get("handler", "")) in (name, user):
        found.append("承办人")
    if case.first_receiver == user and not any(giver == user for giver, _, _ in passed):
        found.append("首问责任人")
    if takers and takers[-1] == user:
        found.append("接手人")
    last = next((entry for entry in reversed(case.timeline) if not entry.undone), None)
    if last is not None and last.by == user and not _is_passing(last.step) and last.step not in _NOT_WORK:
        found.append("最近经办")
    return tuple(found)


def _is_passing(step: str) -> bool:
    return step.startswith(PASSED)
