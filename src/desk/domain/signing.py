"""Signatures that a paper must bear with their day, and the steps that wait for them (CAP-90)."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.case import Case, Happening
from desk.domain.circumstances import Circumstances
from desk.rulebook.criteria import holds
from desk.rulebook.documents import Paper, Signing
from desk.rulebook.flow import Step
from desk.rulebook.model import Rulebook

SIGNED = "signed:"
"""How the entry of a case's timeline begins that tells of a signature; the paper's kind and the signature's id follow."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that a paper of the case must bear. ``on`` is None while neither its day nor a scan is on record."""

    paper: Paper
    signing: Signing
    on: date | None = None
    by: str = ""
    scan: str = ""

    @property
    def is_given(self) -> bool:
        """Whether the day was typed or a scan of the signed paper was attached."""
        return self.on is not None or bool(self.scan)

    @property
    def words(self) -> str:
        """The signature and the paper on which it belongs."""
        return f"《{self.paper.name}》{self.signing.name}"


def signatures(
    rulebook: Rulebook, case: Case, facts: Circumstances, steps: Set[str] | None = None
) -> Iterator[Signed]:
    """The signatures that the case's papers must bear as the case stands, each with what is on record of it.

    With ``steps`` only those for which one of these waits.
    """
    for paper in rulebook.papers:
        if paper.kinds and case.kind not in paper.kinds:
            continue
        for signing in paper.signatures:
            if (steps is None or not steps.isdisjoint(signing.before)) and holds(signing.when, facts):
                yield _found(rulebook, case, paper, signing)


def lacking(rulebook: Rulebook, step: Step, case: Case, facts: Circumstances) -> tuple[Signed, ...]:
    """The signatures without which the step may not be taken yet."""
    return tuple(one for one in signatures(rulebook, case, facts, {step.id}) if not one.is_given)


def waiting(rulebook: Rulebook, case: Case, facts: Circumstances) -> tuple[Signed, ...]:
    """The signatures that are to be got now: a step that starts from the case's state waits for them (待签)."""
    steps = {step.id for step in rulebook.steps if case.state in step.starting}
    return tuple(one for one in signatures(rulebook, case, facts, steps) if not one.is_given)


HINT = "请在“案件办理”里选“登记签字”；命令行：desk sign 编号 文书 --on 签字日期"
"""Where a signature is put on record."""


def refusal(rulebook: Rulebook, step: Step, case: Case, facts: Circumstances) -> str:
    """What the step waits for, in words; empty where nothing is missing."""
    missing = lacking(rulebook, step, case, facts)
    return (
        f"还没有签字：{'、'.join(one.words for one in missing)}（请“登记签字”：填写签字日期，或附上签过字的扫描件）"
        if missing
        else ""
    )


def _found(rulebook: Rulebook, case: Case, paper: Paper, signing: Signing) -> Signed:
    own = case.values.get(signing.fact) if signing.fact else None
    if isinstance(own, date):
        return Signed(paper, signing, own.date() if isinstance(own, datetime) else own)
    step = f"{SIGNED}{paper.id}:{signing.id}"
    entries = [entry for entry in _since_reopened(rulebook, case) if entry.step == step and not entry.undone]
    if not entries:
        return Signed(paper, signing)
    on = entries[-1].values.get("signed.on")
    scan = str(entries[-1].values.get("signed.scan", ""))
    return Signed(paper, signing, on if isinstance(on, date) else None, entries[-1].by, scan)


def _since_reopened(rulebook: Rulebook, case: Case) -> tuple[Happening, ...]:
    """What happened in this handling: a case that is dealt with anew is signed anew."""
    anew = {step.id for step in rulebook.steps if "reopen" in step.effects}
    last = max((n for n, one in enumerate(case.timeline) if one.step in anew and not one.undone), default=-1)
    return case.timeline[last + 1 :]
