"""The command line: the same services as the window, for scheduled jobs, other programs and checks."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desk.cli.output import Answer, refuse, say
from desk.cli.parsing import Commands, Parser
from desk.defects import LOG, record
from desk.domain.errors import DeskError

DONE, DEFECT, REFUSED = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Exit 0 done, 2 the input or the state does not allow it, 1 a defect of ours."""
    words = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles and pipes start in a code page that cannot hold every name.
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if not words or (words[0] == "open" and not {"-h", "--help"} & set(words)):
        return _window(words[1:])
    try:
        args = parser().parse_args(words)
        answer: Answer = args.run(args)
    except DeskError as error:
        refuse(error, as_json="--json" in words)
        return REFUSED
    except Exception as error:  # noqa: BLE001 - the last place that can tell anybody
        return _defect(words, error)
    try:
        say(answer, as_json=args.as_json)
    except BrokenPipeError:  # whoever reads has read enough
        sys.stderr.close()
    return DONE


def _defect(words: Sequence[str], error: Exception) -> int:
    """Write our defect down and say so, without a word of what was typed."""
    from desk.services.office import default_home

    home = Path(words[words.index("--home") + 1]) if "--home" in words[:-1] else default_home()
    mark = record(home / LOG, error)
    print(f"程序出错了（记录号 {mark}），已记入 {home / LOG}。请告诉管理员。", file=sys.stderr)
    return DEFECT


def parser() -> Parser:
    """All commands with their options, under the headings of the help."""
    whole = Parser(
        prog="desk", description="投诉前台：登记、办理、出文书、出台账。不带命令时打开窗口，同 desk open。"
    )
    commands = Commands(whole)
    for heading, parts in _parts():
        commands.under(heading)
        for part in parts:
            part.add(commands)
    return whole


def _parts() -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """The modules by heading. They are read here, since the window starts without them and what they load."""
    from desk.cli import (
        assessing,
        belongings,
        books,
        cases,
        correcting,
        dispatching,
        duties,
        filing,
        following,
        importing,
        keeping,
        listing,
        office_days,
        papers,
        reception,
        rules,
        sealing,
        secrecy,
        server,
        settings,
        setup,
        shifts,
        telling,
        users,
    )

    return (
        ("设立单位", (setup, settings, users, rules, office_days)),
        ("登记和办理", (cases, following, dispatching, belongings, correcting)),
        ("查找和每天的工作", (listing, duties, shifts)),
        ("接待、告知、上报", (telling, reception)),
        ("文书", (papers, sealing, filing)),
        ("台账、统计、考核", (books, assessing)),
        ("保密和回避", (secrecy,)),
        ("资料库", (keeping, server, importing)),
    )


def _window(words: Sequence[str]) -> int:
    from desk.app import main as open_window

    return open_window(words)
