"""The office that a command works in, and the user it acts for."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desk.cli.output import Steps
from desk.cli.reading import moment
from desk.domain.errors import DeskError
from desk.domain.viewer import Viewer
from desk.services.office import Office, default_home, open_office


@dataclass(frozen=True, slots=True)
class Desk:
    """An opened office with the acting user."""

    office: Office
    viewer: Viewer


def home_of(args: Namespace) -> Path:
    """The office's data folder."""
    return Path(args.home) if args.home else default_home()


@contextmanager
def opened(args: Namespace) -> Iterator[Desk]:
    """Open the office for the command and close it again. A real office asks for the user's password on standard input."""
    office = open_office(home_of(args), rulebook=args.rulebook or "", now=now_of(args), told=Steps().tell)
    if office.clock_trouble:
        print(f"注意：{office.clock_trouble}。", file=sys.stderr)
    try:
        yield Desk(office, _viewer(office, args.user))
    finally:
        office.close()


def now_of(args: Namespace) -> datetime | None:
    """The moment in ``--now``, where a practice office sets one."""
    return moment(args.now, "now") if args.now else None


def _viewer(office: Office, user: str | None) -> Viewer:
    if office.practice:
        return office.viewer(user or office.users()[0].id)
    if not user:
        raise DeskError("no_user", "请用 --as 写明由哪位用户办理", "例：desk due --as wang", "as")
    return office.sign_in(user, ask_password("口令："))


def ask_password(prompt: str) -> str:
    """A password as typed without showing it, or one line of standard input."""
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
