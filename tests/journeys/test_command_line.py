"""The same ways by command: JSON in, JSON out, as a program that drives the desk would go them."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.fixtures_office import make_office
from tests.journeys.books import lines_with, lost, said_after_all, words_of
from tests.journeys.walking import who_may
from tests.journeys.ways import JOURNEYS, Journey

from desk.cli import main

WAYS = [journey for journey in JOURNEYS if str(journey) in ("R01-complaint", "R04-licence", "R15-complaint")]
OTHERS = [pytest.param(journey, marks=pytest.mark.slow) for journey in JOURNEYS if journey not in WAYS]
NOW = "2026-11-20T12:00"
"""Each step is taken a minute after the one before."""


@pytest.mark.parametrize("journey", [*WAYS, *OTHERS], ids=str)
def test_a_matter_goes_from_receipt_to_the_archive_by_commands(
    journey: Journey, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "office"
    office = make_office(home, journey.regime)
    book, clerk, issuer = office.rulebook, who_may(office, "register"), who_may(office, "issue")
    approver = next((role.id for role in book.roles if {"issue", "decide"} <= set(role.rights)), issuer)
    office.close()
    minutes = 0
    asked = {one.id for one in book.fields_at("register", journey.kind, journey.channel)}

    def desk(*words: str, who: str, given: Any = None) -> Any:
        file = tmp_path / "given.json"
        file.write_text(json.dumps(given or {}, default=str, ensure_ascii=False), encoding="utf-8")
        files = [str(file)] if given is not None else []
        now = f"{NOW[:-2]}{minutes:02}"
        code = main([*words, *files, "--home", str(home), "--as", who, "--now", now, "--json"])
        told = capsys.readouterr()
        assert code == 0, (words, told)
        return json.loads(told.out)

    usual = {
        "complainant.name": "张三", "complainant.phone": "13800138000", "subject": "反映的事项",
        "narrative": "事情的经过", "demand": "请予处理",
    }  # fmt: skip
    values = {fact: said for fact, said in {**usual, **journey.values}.items() if fact in asked}
    document = {
        "kind": journey.kind, "channel": journey.channel, "category": journey.category, "received_at": NOW, "values": values,
    }  # fmt: skip
    number = desk("register", who=clerk, given=document)["number"]
    handler = who_may(office, "handle")
    waits = {(paper.id, one.id): one.before for paper in book.papers for one in paper.signatures}

    def sign(number: str, step: str) -> None:
        for one in desk("sign", number, who=handler)["signatures"]:
            place = one["paper"], one["signature"]
            if step in waits[place] and not one["signed_on"]:
                desk("sign", number, *place, "--on", NOW[:10], who=handler)

    printed: dict[str, str] = {}

    def issue(step: str) -> None:
        """The papers that this step calls for, by somebody who may decide where they want an approval."""
        for paper in (book.paper(id_) for id_ in journey.papers if step in book.paper(id_).after):
            if paper.once and paper.id in printed:
                continue
            desk(
                "issue",
                number,
                paper.id,
                "-o",
                str(tmp_path / "paper.pdf"),
                who=approver if paper.approval else issuer,
            )
            printed[paper.id] = words_of((tmp_path / "paper.pdf").read_bytes())

    issue("register")
    for minutes, (step, who, given) in enumerate(journey.acts, 1):  # noqa: B007
        sign(number, step)
        assert step in {one["step"] for one in desk("next", number, who=who)}
        desk("act", number, step, who=who, given=given)
        issue(step)

    shown = desk("show", number, who=issuer)
    assert shown["state"] == journey.ends
    assert [clock["id"] for clock in shown["clocks"] if clock["standing"] in ("running", "overdue")] == []
    assert lost(journey.papers, printed) == {}
    assert said_after_all(journey.unsaid, printed) == []
    days = ("--from", NOW[:10], "--to", NOW[:10])
    desk("book", "cases", *days, "-o", str(tmp_path / "cases.xlsx"), who=handler)
    assert lines_with((tmp_path / "cases.xlsx").read_bytes(), number) == 1
    told = desk("figures", *days, "--by", "month", who=handler)
    counted = [*told["indicators"], *(one for ranking in told["rankings"] for one in ranking["figures"])]
    assert max(one["base"].count(number) for one in counted) == 1
    assert desk("verify", who=issuer)["findings"] == []
